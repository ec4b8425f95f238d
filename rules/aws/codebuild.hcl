# CodeBuild projects.

setting "aws-codebuild-environment-secret" {
  title    = "Environments of builds hold no credentials"
  problem  = "An environment variable of this build holds ${join(", ", secrets(value)[*].kind)}"
  layer    = "accounts"
  severity = "high"

  resource  = "aws_codebuild_project"
  for_each  = flatten([for e in attrs.environment : e.environment_variable])
  filter    = coalesce(each.value.type, "PLAINTEXT") == "PLAINTEXT" # the others name where the secret is kept
  attribute = "value"
  condition = !in_code(value) || length(secrets(value)) == 0

  why        = "Everyone who may read the project has them, and so has every build."
  references = ["https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html"]
  since      = "0.1.0"
}

setting "aws-codebuild-artifacts-encrypted" {
  title    = "Artifacts of builds are encrypted"
  problem  = "Artifacts of this build are stored unencrypted"
  layer    = "encryption"
  severity = "low"

  resource  = "aws_codebuild_project"
  filter    = attrs.artifacts.type != "NO_ARTIFACTS"
  attribute = "artifacts.encryption_disabled"
  default   = false
  condition = value != true

  why        = "What is about to be deployed can be read by whoever gets at the storage."
  fix        = { "artifacts.encryption_disabled" = false }
  aliases    = ["CKV_AWS_78", "AVD-AWS-0018"]
  references = ["https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html"]
  since      = "0.1.0"
}
