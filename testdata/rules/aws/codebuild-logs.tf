# What builds may do, what they leave behind, and who opens it.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_codebuild_project" "silent" { # expect: secure aws-codebuild-not-privileged, secure aws-codebuild-logs, not_applicable aws-codebuild-logs-encrypted, unset aws-codebuild-customer-key
  name         = "silent"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type     = "S3"
    location = "acme-artifacts"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "careless" {
  name         = "careless"
  service_role = "arn:aws:iam::123456789012:role/build"

  encryption_key = "arn:aws:kms:eu-west-1:123456789012:alias/aws/s3" # expect: insecure aws-codebuild-customer-key

  logs_config {
    cloudwatch_logs {
      status = "DISABLED" # expect: insecure aws-codebuild-logs
    }
  }

  artifacts {
    type     = "S3"
    location = "acme-artifacts"
  }

  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = true # expect: insecure aws-codebuild-not-privileged
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "careful" {
  name         = "careful"
  service_role = "arn:aws:iam::123456789012:role/build"

  encryption_key = aws_kms_key.own.arn # expect: secure aws-codebuild-customer-key

  logs_config {
    cloudwatch_logs {
      status = "DISABLED" # expect: secure aws-codebuild-logs
    }
    s3_logs {
      status              = "ENABLED" # expect(+1): secure aws-codebuild-logs-encrypted
      encryption_disabled = false
      location            = "acme-logs/builds"
    }
  }

  artifacts {
    type     = "S3"
    location = "acme-artifacts"
  }

  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = false # expect: secure aws-codebuild-not-privileged
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "named" { # expect: not_applicable aws-codebuild-customer-key
  name         = "named"
  service_role = "arn:aws:iam::123456789012:role/build"

  logs_config {
    cloudwatch_logs {
      group_name = "builds"
    }
    s3_logs {
      status              = "ENABLED"
      location            = "acme-logs/builds"
      encryption_disabled = true # expect: insecure aws-codebuild-logs-encrypted
    }
  }

  artifacts {
    type     = "NO_ARTIFACTS"
    location = "acme-artifacts"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "other" {
  name         = "other"
  service_role = "arn:aws:iam::123456789012:role/build"

  encryption_key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-codebuild-customer-key

  logs_config {
    cloudwatch_logs {
      status = "ENABLED" # expect: secure aws-codebuild-logs
    }
  }

  artifacts {
    type     = "S3"
    location = "acme-artifacts"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "unknown" {
  name         = "unknown"
  service_role = "arn:aws:iam::123456789012:role/build"

  encryption_key = var.text # expect: unknown aws-codebuild-customer-key because var.text

  logs_config {
    cloudwatch_logs {
      status = var.text # expect: unknown aws-codebuild-logs because var.text
    }
  }

  artifacts {
    type     = "S3"
    location = "acme-artifacts"
  }

  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = var.flag # expect: unknown aws-codebuild-not-privileged because var.flag
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "hidden" {
  name         = "hidden"
  service_role = "arn:aws:iam::123456789012:role/build"

  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "acme-logs/builds"
      encryption_disabled = var.flag # expect: unknown aws-codebuild-logs-encrypted because var.flag
    }
  }

  artifacts {
    type     = "NO_ARTIFACTS"
    location = "acme-artifacts"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "CODEPIPELINE"
  }
}
