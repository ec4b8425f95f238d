# Who reaches the files of a file system, and as whom.

variable "key" {
  type = string
}

variable "path" {
  type = string
}

variable "user" {
  type = number
}

variable "policy" {
  type = string
}

resource "aws_kms_key" "files" {
  description = "files"
}

resource "aws_efs_file_system" "plain" { # expect: not_applicable aws-efs-customer-key
  creation_token = "plain"
}

resource "aws_efs_file_system" "silent" { # expect: unset aws-efs-customer-key
  creation_token = "silent"
  encrypted      = true
}

resource "aws_efs_file_system" "keyed" {
  creation_token = "keyed"
  encrypted      = true
  kms_key_id     = aws_kms_key.files.arn # expect: secure aws-efs-customer-key
}

resource "aws_efs_file_system" "named" {
  creation_token = "named"
  encrypted      = true
  kms_key_id     = "arn:aws:kms:eu-central-1:123456789012:key/files" # expect: secure aws-efs-customer-key
}

resource "aws_efs_file_system" "unknown" {
  creation_token = "unknown"
  encrypted      = true
  kms_key_id     = var.key # expect: unknown aws-efs-customer-key because var.key
}

# Access points.

resource "aws_efs_access_point" "silent" { # expect: unset aws-efs-access-point-root, unset aws-efs-access-point-user
  file_system_id = aws_efs_file_system.keyed.id
}

resource "aws_efs_access_point" "whole" { # expect: unset aws-efs-access-point-user
  file_system_id = aws_efs_file_system.keyed.id

  root_directory {
    path = "/" # expect: insecure aws-efs-access-point-root
  }
}

resource "aws_efs_access_point" "careful" {
  file_system_id = aws_efs_file_system.keyed.id

  root_directory {
    path = "/orders" # expect: secure aws-efs-access-point-root

    creation_info {
      owner_gid   = 1001
      owner_uid   = 1001
      permissions = "0750"
    }
  }

  posix_user {
    gid = 1001
    uid = 1001 # expect: secure aws-efs-access-point-user
  }
}

resource "aws_efs_access_point" "unknown" {
  file_system_id = aws_efs_file_system.keyed.id

  root_directory {
    path = var.path # expect: unknown aws-efs-access-point-root because var.path
  }

  posix_user {
    gid = 1001
    uid = var.user # expect: unknown aws-efs-access-point-user because var.user
  }
}

# Policies.

resource "aws_efs_file_system_policy" "open" {
  file_system_id = aws_efs_file_system.silent.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: insecure aws-efs-policy-public
      Action    = "elasticfilesystem:*"
    }]
  })
}

resource "aws_efs_file_system_policy" "document" {
  file_system_id = aws_efs_file_system.plain.id
  policy         = data.aws_iam_policy_document.everyone.json
}

data "aws_iam_policy_document" "everyone" {
  statement {
    actions = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: insecure aws-efs-policy-public
    }
  }
}

# as the console writes it
resource "aws_efs_file_system_policy" "mounted" { # expect: secure aws-efs-policy-public
  file_system_id = aws_efs_file_system.keyed.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
        Condition = { Bool = { "elasticfilesystem:AccessedViaMountTarget" = "true" } }
      },
      {
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "*"
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_efs_file_system_policy" "role" { # expect: secure aws-efs-policy-public
  file_system_id = aws_efs_file_system.named.id
  policy         = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::123456789012:role/orders"},
        "Action": "elasticfilesystem:ClientMount"
      }]
    }
  JSON
}

resource "aws_efs_file_system_policy" "unknown" {
  file_system_id = aws_efs_file_system.unknown.id
  policy         = var.policy # expect: unknown aws-efs-policy-public because var.policy
}
