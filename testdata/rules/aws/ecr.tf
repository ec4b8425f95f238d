# Image repositories.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_ecr_repository" "silent" { # expect: unset aws-ecr-immutable-tags, unset aws-ecr-scan, unset aws-ecr-kms, unset aws-ecr-customer-key
  name = "silent"
}

resource "aws_ecr_repository" "loose" { # expect: unset aws-ecr-customer-key
  name                 = "loose"
  image_tag_mutability = "MUTABLE" # expect: insecure aws-ecr-immutable-tags

  image_scanning_configuration {
    scan_on_push = false # expect: insecure aws-ecr-scan
  }

  encryption_configuration {
    encryption_type = "AES256" # expect: insecure aws-ecr-kms
  }
}

resource "aws_ecr_repository" "tight" {
  name                 = "tight"
  image_tag_mutability = "IMMUTABLE" # expect: secure aws-ecr-immutable-tags

  image_scanning_configuration {
    scan_on_push = true # expect: secure aws-ecr-scan
  }

  encryption_configuration {
    encryption_type = "KMS"                                                                            # expect: secure aws-ecr-kms
    kms_key         = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef" # expect: secure aws-ecr-customer-key
  }
}

resource "aws_ecr_repository" "but_latest" { # expect: unset aws-ecr-scan, unset aws-ecr-kms, unset aws-ecr-customer-key
  name                 = "but-latest"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION" # expect: secure aws-ecr-immutable-tags

  image_tag_mutability_exclusion_filter {
    filter      = "latest"
    filter_type = "WILDCARD"
  }
}

# KMS with the key that AWS keeps for ECR
resource "aws_ecr_repository" "no_key" { # expect: unset aws-ecr-immutable-tags, unset aws-ecr-scan, unset aws-ecr-customer-key
  name = "no-key"

  encryption_configuration {
    encryption_type = "KMS" # expect: secure aws-ecr-kms
  }
}

resource "aws_ecr_repository" "unknown" {
  name                 = "unknown"
  image_tag_mutability = var.text # expect: unknown aws-ecr-immutable-tags because var.text

  image_scanning_configuration {
    scan_on_push = var.flag # expect: unknown aws-ecr-scan because var.flag
  }

  encryption_configuration {
    encryption_type = var.text # expect: unknown aws-ecr-kms because var.text
    kms_key         = var.text # expect: unknown aws-ecr-customer-key because var.text
  }
}
