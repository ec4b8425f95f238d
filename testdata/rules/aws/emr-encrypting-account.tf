# An account that encrypts every new volume.

resource "aws_ebs_encryption_by_default" "account" {
  enabled = true
}

resource "aws_emr_security_configuration" "disks" { # expect: secure aws-emr-volumes-encrypted
  name = "disks"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = false
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
        }
      }
    }
  })
}
