# Vaults of S3 Glacier.

variable "policy" {
  type = string
}

variable "reader" {
  type = string
}

resource "aws_glacier_vault" "silent" { # expect: secure aws-glacier-policy-public
  name = "silent"
}

resource "aws_glacier_vault" "open" {
  name = "open"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: insecure aws-glacier-policy-public
      Action    = ["glacier:InitiateJob", "glacier:GetJobOutput"]
      Resource  = "arn:aws:glacier:eu-central-1:123456789012:vaults/open"
    }]
  })
}

resource "aws_glacier_vault" "document" {
  name          = "document"
  access_policy = data.aws_iam_policy_document.everyone.json
}

data "aws_iam_policy_document" "everyone" {
  statement {
    actions   = ["glacier:UploadArchive"]
    resources = ["arn:aws:glacier:eu-central-1:123456789012:vaults/document"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: insecure aws-glacier-policy-public
    }
  }
}

resource "aws_glacier_vault" "own" { # expect: secure aws-glacier-policy-public
  name = "own"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "glacier:*"
      Resource  = "arn:aws:glacier:eu-central-1:123456789012:vaults/own"
    }]
  })
}

resource "aws_glacier_vault" "narrowed" { # expect: secure aws-glacier-policy-public
  name          = "narrowed"
  access_policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": "*"},
        "Action": "glacier:GetJobOutput",
        "Resource": "arn:aws:glacier:eu-central-1:123456789012:vaults/narrowed",
        "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
      }]
    }
  JSON
}

resource "aws_glacier_vault" "unknown" {
  name          = "unknown"
  access_policy = var.policy # expect: unknown aws-glacier-policy-public because var.policy
}

resource "aws_glacier_vault_lock" "open" {
  vault_name    = aws_glacier_vault.silent.name
  complete_lock = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: insecure aws-glacier-policy-public
      Action    = "glacier:InitiateJob"
      Resource  = "*"
    }]
  })
}

# a lock forbids, as a rule
resource "aws_glacier_vault_lock" "kept" { # expect: secure aws-glacier-policy-public
  vault_name    = aws_glacier_vault.own.name
  complete_lock = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "glacier:DeleteArchive"
      Resource  = "arn:aws:glacier:eu-central-1:123456789012:vaults/own"
      Condition = { NumericLessThan = { "glacier:ArchiveAgeInDays" = "365" } }
    }]
  })
}
