# Domains.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_codeartifact_domain" "silent" { # expect: unset aws-codeartifact-customer-key
  domain = "silent"

}

resource "aws_codeartifact_domain" "own" {
  domain         = "own"
  encryption_key = aws_kms_key.own.arn # expect: secure aws-codeartifact-customer-key
}

resource "aws_codeartifact_domain" "named" {
  domain         = "named"
  encryption_key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-codeartifact-customer-key
}

resource "aws_codeartifact_domain" "unknown" {
  domain         = "unknown"
  encryption_key = var.text # expect: unknown aws-codeartifact-customer-key because var.text
}
