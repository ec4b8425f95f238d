# CodeArtifact: packages.

setting "aws-codeartifact-customer-key" {
  title    = "Packages are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens these packages"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_codeartifact_domain"
  attribute = "encryption_key"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads your packages."
  remedy     = "name a KMS key of yours in encryption_key"
  careful    = "the domain is replaced, packages included"
  aliases    = ["CKV_AWS_221"]
  references = ["https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html"]
  since      = "0.1.0"
}
