# CodePipeline: what goes through a pipeline.

setting "aws-codepipeline-customer-key" {
  title    = "Artifacts of pipelines are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens what goes through this pipeline"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_codepipeline"
  attribute = "artifact_store[*].encryption_key.id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads and changes what is about to be deployed."
  remedy     = "name a KMS key of yours in artifact_store.encryption_key.id"
  careful    = "the roles of all stages need the right to use the key"
  aliases    = ["CKV_AWS_219"]
  references = ["https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html"]
  since      = "0.1.0"
}
