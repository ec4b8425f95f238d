# now: 2026-11-23T00:00:00Z

variable "text" {
  type = string
}

resource "aws_transfer_server" "silent" { # expect: unset aws-transfer-policy-age
  domain = "S3"
}

resource "aws_transfer_server" "old" {
  security_policy_name = "TransferSecurityPolicy-FIPS-2024-01" # expect: insecure aws-transfer-policy-age
}

resource "aws_transfer_server" "new" {
  security_policy_name = "TransferSecurityPolicy-2025-03" # expect: secure aws-transfer-policy-age
}

resource "aws_transfer_server" "fips" {
  security_policy_name = "TransferSecurityPolicy-FIPS-2025-03" # expect: secure aws-transfer-policy-age
}

resource "aws_transfer_server" "unknown" {
  security_policy_name = var.text # expect: unknown aws-transfer-policy-age because var.text
}
