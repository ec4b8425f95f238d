# ECR: whether an image is what it was, and what is known to be wrong with it.

setting "aws-ecr-immutable-tags" {
  title    = "Image tags cannot be moved"
  problem  = "A tag of this repository can be given to another image"
  layer    = "integrity"
  severity = "low"

  resource  = "aws_ecr_repository"
  attribute = "image_tag_mutability"
  default   = "MUTABLE"
  condition = startswith(value, "IMMUTABLE")

  why        = "Whoever may push can change what runs without anybody changing a deployment."
  fix        = { image_tag_mutability = "IMMUTABLE" }
  careful    = "pipelines that push the same tag again fail"
  aliases    = ["CKV_AWS_51", "AVD-AWS-0031", "AC_AWS_0447"]
  references = ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html"]
  since      = "0.1.0"
}

setting "aws-ecr-scan" {
  title    = "Images are scanned when they are pushed"
  problem  = "Nobody looks for known holes in these images"
  layer    = "logging"
  severity = "low"

  resource  = "aws_ecr_repository"
  attribute = "image_scanning_configuration.scan_on_push"
  default_note = "unless the rules of the account's registry scan it"
  condition = value == true
  companion "aws_ecr_registry_scanning_configuration" {
    scope     = "provider"
    subject   = [for r in carrier.rule : r.scan_frequency if r.scan_frequency != "MANUAL"][0]
    condition = value != null
  }

  why        = "Holes that everyone knows go into production."
  fix        = { "image_scanning_configuration.scan_on_push" = true }
  aliases    = ["CKV_AWS_163", "AVD-AWS-0030", "AC_AWS_0083"]
  frameworks = { "nist-800-53-r5" = ["RA-5"] }
  references = ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html"]
  since      = "0.1.0"
}

setting "aws-ecr-kms" {
  title    = "Images are encrypted through KMS"
  problem  = "No record says when these images were decrypted"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_ecr_repository"
  attribute = "encryption_configuration[*].encryption_type"
  empty     = "unset"
  default   = "AES256"
  condition = startswith(value, "KMS")

  why        = "KMS records each use of its keys; those that S3 keeps by itself leave no trace."
  careful    = "the repository is replaced, images included"
  aliases    = ["CKV_AWS_136", "AC_AWS_0461"]
  references = ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-ecr-customer-key" {
  title    = "Images are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens these images"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_ecr_repository"
  subject   = [for e in attrs.encryption_configuration : e.kms_key if startswith(e.encryption_type, "KMS")][0]
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who unpacks an image."
  careful    = "the repository is replaced, images included"
  aliases    = ["AVD-AWS-0033"]
  references = ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-ecr-policy" {
  title    = "Repositories have a policy of their own"
  problem  = "This repository has no policy of its own"
  layer    = "accounts"
  severity = "info"

  resource  = "aws_ecr_repository"
  condition = value != null
  companion "aws_ecr_repository_policy" {
    via = "repository"
  }

  why        = "A wish: without one, rights of identities alone decide, which nobody sees at the repository."
  aliases    = ["AC_AWS_0462"]
  references = ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"]
  since      = "0.1.0"
}
