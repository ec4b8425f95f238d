# Transfer Family: file servers for partners.

setting "aws-transfer-protocols" {
  title    = "File servers speak no plain FTP"
  problem  = "Logins and files cross the network readable"
  layer    = "transit"
  severity = "medium"

  resource     = "aws_transfer_server"
  attribute    = "protocols"
  default      = ["SFTP"]
  default_note = "AWS takes SFTP where none is named"
  condition    = !contains(value, "FTP")

  why        = "Whoever listens in the network has the password, then the files."
  careful    = "clients that speak plain FTP only are turned away"
  aliases    = ["CKV_AWS_357"]
  references = ["https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html"]
  since      = "0.1.0"
}

setting "aws-transfer-endpoint" {
  title    = "File servers stand inside a network"
  problem  = "This file server answers everyone on the internet"
  layer    = "network"
  severity = "low"

  resource  = "aws_transfer_server"
  attribute = "endpoint_type"
  default   = "PUBLIC"
  condition = value != "PUBLIC"

  why        = "A public endpoint takes no security group: nothing limits who may try passwords and keys."
  careful    = "partners then need addresses that a security group lets in"
  aliases    = ["CKV_AWS_164"]
  references = ["https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html"]
  since      = "0.1.0"
}

setting "aws-transfer-policy-age" {
  title    = "File servers speak ciphers of the last two years"
  problem  = "The policy ${value} is more than two years old"
  layer    = "transit"
  severity = "info"
  input "max_days" {
    type        = number
    default     = 730
    description = "Days that the list of ciphers may be old."
  }

  resource     = "aws_transfer_server"
  attribute    = "security_policy_name"
  default      = "TransferSecurityPolicy-2018-11"
  default_note = "the provider's documentation"
  condition    = days_until("${regex("[0-9]{4}-[0-9]{2}", value)}-01") >= -input.max_days

  why        = "Ciphers that were broken since then are still spoken."
  careful    = "clients of partners may be too old for it"
  aliases    = ["CKV_AWS_380"]
  references = ["https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html"]
  since      = "0.1.0"
}
