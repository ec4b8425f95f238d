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

setting "aws-codebuild-not-privileged" {
  title    = "Builds are not privileged"
  problem  = "Builds of this project can do what their host can"
  layer    = "application"
  severity = "medium"

  resource  = "aws_codebuild_project"
  attribute = "environment.privileged_mode"
  default   = false
  condition = value != true

  why        = "A package or a pull request that the build runs gets out of its container."
  fix        = { "environment.privileged_mode" = false }
  careful    = "builds of container images with Docker need it, unless a Docker server does them"
  aliases    = ["CKV_AWS_316"]
  references = ["https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"]
  since      = "0.1.0"
}

setting "aws-codebuild-logs" {
  title    = "Builds are logged"
  problem  = "Nobody can say what builds of this project did"
  layer    = "logging"
  severity = "medium"

  resource = "aws_codebuild_project"
  # logs go to CloudWatch unless that is switched off
  attribute = "logs_config.cloudwatch_logs.status"
  default   = "ENABLED"
  condition = value != "DISABLED" || attrs.logs_config.s3_logs.status == "ENABLED"

  why        = "What a build fetched, ran and pushed is gone when it ends."
  fix        = { "logs_config.cloudwatch_logs.status" = "ENABLED" }
  aliases    = ["CKV_AWS_314"]
  references = ["https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"]
  since      = "0.1.0"
}

setting "aws-codebuild-logs-encrypted" {
  title    = "Logs of builds are encrypted"
  problem  = "Logs of these builds are stored unencrypted"
  layer    = "encryption"
  severity = "low"

  resource  = "aws_codebuild_project"
  filter    = attrs.logs_config.s3_logs.status == "ENABLED"
  attribute = "logs_config.s3_logs.encryption_disabled"
  default   = false
  condition = value != true

  why        = "What builds print can be read by whoever gets at the storage."
  fix        = { "logs_config.s3_logs.encryption_disabled" = false }
  aliases    = ["CKV_AWS_311"]
  references = ["https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"]
  since      = "0.1.0"
}

setting "aws-codebuild-customer-key" {
  title    = "Artifacts of builds are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens what is built here"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_codebuild_project"
  filter    = attrs.artifacts.type != "NO_ARTIFACTS"
  attribute = "encryption_key"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads and changes what is about to be deployed."
  remedy     = "name a KMS key of yours in encryption_key"
  careful    = "the role of the project needs the right to use the key"
  aliases    = ["CKV_AWS_147"]
  references = ["https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html"]
  since      = "0.1.0"
}
