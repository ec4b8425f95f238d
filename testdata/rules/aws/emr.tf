# EMR clusters and security configurations.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_emr_block_public_access_configuration" "open" {
  block_public_security_group_rules = false # expect: insecure aws-emr-block-public-access
}

resource "aws_emr_block_public_access_configuration" "closed" {
  block_public_security_group_rules = true # expect: secure aws-emr-block-public-access

  permitted_public_security_group_rule_range {
    min_range = 22
    max_range = 22
  }
}

resource "aws_emr_block_public_access_configuration" "unknown" {
  block_public_security_group_rules = var.flag # expect: unknown aws-emr-block-public-access because var.flag
}

resource "aws_emr_security_configuration" "clear" {
  name = "clear"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = false # expect: insecure aws-emr-encryption-at-rest
      EnableInTransitEncryption = false # expect: insecure aws-emr-encryption-in-transit
    }
  })
}

resource "aws_emr_security_configuration" "silent" { # expect: unset aws-emr-encryption-at-rest, unset aws-emr-encryption-in-transit
  name = "silent"
  configuration = jsonencode({
    InstanceMetadataServiceConfiguration = {
      MinimumInstanceMetadataServiceVersion = 2
      HttpPutResponseHopLimit               = 1
    }
  })
}

resource "aws_emr_security_configuration" "buckets_only" { # expect: unset aws-emr-local-disks-encrypted
  name = "buckets"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true # expect: secure aws-emr-encryption-at-rest
      EnableInTransitEncryption = true # expect: secure aws-emr-encryption-in-transit
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-S3" # expect: insecure aws-emr-s3-customer-key
        }
      }
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://acme-emr/certificates.zip"
        }
      }
    }
  })
}

resource "aws_emr_security_configuration" "half" {
  name = "half"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true  # expect: secure aws-emr-encryption-at-rest
      EnableInTransitEncryption = false # expect: insecure aws-emr-encryption-in-transit
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-KMS" # expect: secure aws-emr-s3-customer-key
          AwsKmsKey      = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms" # expect: secure aws-emr-local-disks-encrypted
          AwsKmsKey                 = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
          EnableEbsEncryption       = false # expect: insecure aws-emr-volumes-encrypted
        }
      }
    }
  })
}

resource "aws_emr_security_configuration" "whole" { # expect: unset aws-emr-s3-customer-key
  name          = "whole"
  configuration = <<-EOF
    {
      "EncryptionConfiguration": {
        "EnableAtRestEncryption": true,
        "EnableInTransitEncryption": true,
        "AtRestEncryptionConfiguration": {
          "LocalDiskEncryptionConfiguration": {
            "EncryptionKeyProviderType": "AwsKms",
            "AwsKmsKey": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "EnableEbsEncryption": true
          }
        }
      }
    }
  EOF
}

resource "aws_emr_security_configuration" "unknown" {
  name = "unknown"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = var.flag # expect: unknown aws-emr-encryption-in-transit because var.flag
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = var.text # expect: unknown aws-emr-s3-customer-key because var.text
        }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          EnableEbsEncryption       = var.flag # expect: unknown aws-emr-volumes-encrypted because var.flag
        }
      }
    }
  })
}

resource "aws_emr_security_configuration" "undecided" {
  name = "undecided"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = var.flag # expect: unknown aws-emr-encryption-at-rest because var.flag
      EnableInTransitEncryption = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "CSE-KMS" # expect: secure aws-emr-s3-customer-key
        }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms" # expect: secure aws-emr-local-disks-encrypted
          EnableEbsEncryption       = true     # expect: secure aws-emr-volumes-encrypted
        }
      }
    }
  })
}

resource "aws_emr_security_configuration" "other" { # expect: unknown aws-emr-volumes-encrypted because var.text
  name = "other"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "CSE-KMS" # expect: secure aws-emr-s3-customer-key
        }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = var.text # expect: unknown aws-emr-local-disks-encrypted because var.text
        }
      }
    }
  })
}

resource "aws_emr_cluster" "bare" { # expect: unset aws-emr-security-configuration
  name          = "bare"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "configured" {
  name                   = "configured"
  release_label          = "emr-7.5.0"
  service_role           = "arn:aws:iam::123456789012:role/emr"
  security_configuration = aws_emr_security_configuration.half.name # expect: secure aws-emr-security-configuration

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "named" {
  name                   = "named"
  release_label          = "emr-7.5.0"
  service_role           = "arn:aws:iam::123456789012:role/emr"
  security_configuration = "baseline" # expect: secure aws-emr-security-configuration

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_emr_cluster" "unknown" {
  name                   = "unknown"
  release_label          = "emr-7.5.0"
  service_role           = "arn:aws:iam::123456789012:role/emr"
  security_configuration = var.text # expect: unknown aws-emr-security-configuration because var.text

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}
