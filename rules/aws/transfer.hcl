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
