# Builds.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_codebuild_project" "careless" {
  name         = "careless"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type                = "S3"
    location            = "acme-artifacts"
    encryption_disabled = true # expect: insecure aws-codebuild-artifacts-encrypted
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "GITHUB_TOKEN"
      value = "ghp_x7Kq2LmZ9vR4tY1wB6nC3dF8hJ5sP0aGeUiO" # expect: insecure aws-codebuild-environment-secret
    }

    environment_variable {
      name  = "STAGE"
      value = "production" # expect: secure aws-codebuild-environment-secret
    }

    environment_variable { # expect: not_applicable aws-codebuild-environment-secret
      name  = "NPM_TOKEN"
      type  = "SECRETS_MANAGER"
      value = "build/npm"
    }
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "careful" { # expect: secure aws-codebuild-artifacts-encrypted
  name         = "careful"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type     = "S3"
    location = "acme-artifacts"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "SOMETHING"
      value = var.text # expect: secure aws-codebuild-environment-secret
    }
  }

  source {
    type = "CODEPIPELINE"
  }
}

resource "aws_codebuild_project" "none" { # expect: not_applicable aws-codebuild-artifacts-encrypted
  name         = "none"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
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

  artifacts {
    type                = "S3"
    location            = "acme-artifacts"
    encryption_disabled = var.flag # expect: unknown aws-codebuild-artifacts-encrypted because var.flag
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
