# File servers.

variable "protocol" {
  type = string
}

variable "endpoint" {
  type = string
}

resource "aws_transfer_server" "silent" { # expect: secure aws-transfer-protocols, unset aws-transfer-endpoint
  identity_provider_type = "SERVICE_MANAGED"
}

resource "aws_transfer_server" "ftp" {
  endpoint_type = "VPC"           # expect: secure aws-transfer-endpoint
  protocols     = ["SFTP", "FTP"] # expect: insecure aws-transfer-protocols
}

resource "aws_transfer_server" "sftp" {
  endpoint_type = "PUBLIC"         # expect: insecure aws-transfer-endpoint
  protocols     = ["SFTP", "FTPS"] # expect: secure aws-transfer-protocols
}

resource "aws_transfer_server" "unknown" {
  endpoint_type = var.endpoint           # expect: unknown aws-transfer-endpoint because var.endpoint
  protocols     = [var.protocol, "SFTP"] # expect: unknown aws-transfer-protocols because var.protocol
}
