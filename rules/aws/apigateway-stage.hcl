# API Gateway: what stages are given beside rights and logs.

setting "aws-apigateway-stage-cache" {
  title    = "Stages answer from a cache"
  problem  = "Each request to this stage reaches what stands behind it"
  layer    = "resilience"
  severity = "info"

  resource     = "aws_api_gateway_stage"
  attribute    = "cache_cluster_enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "A wish for answers that may be old for a while: a flood of the same request then stops at the cache."
  fix        = { cache_cluster_enabled = true }
  careful    = "the cache costs by the hour, and answers for one caller must not be given to another"
  aliases    = ["CKV_AWS_120"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-stage-method-cache" {
  title    = "Methods answer from the cache"
  problem  = "These methods do not use the cache of their stage"
  layer    = "resilience"
  severity = "info"

  resource     = "aws_api_gateway_method_settings"
  attribute    = "settings.caching_enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "A wish for answers that may be old for a while: a flood of the same request then stops at the cache."
  fix        = { "settings.caching_enabled" = true }
  careful    = "answers for one caller must not be given to another"
  aliases    = ["CKV_AWS_225", "AWS-0190", "AVD-AWS-0190"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-stage-log-group" {
  title    = "The log group of a stage is declared"
  problem  = "No log group for this stage is declared here"
  layer    = "logging"
  severity = "info"
  locals {
    # API Gateway calls it API-Gateway-Execution-Logs_API/STAGE
    groups = concat(
      referring(attrs, "aws_cloudwatch_log_group", "name"),
      flatten([for a in referred(attrs, "aws_api_gateway_rest_api", "rest_api_id") : referring(a, "aws_cloudwatch_log_group", "name")]),
    )
  }

  resource  = "aws_api_gateway_stage"
  # a group of which nobody knows the name may be that of the stage: no name is equal to "/"
  condition = (
    length(local.groups) > 0 || length(attrs.access_log_settings) > 0
    || anytrue([for g in resources("aws_cloudwatch_log_group") : g.name == "/"])
  )

  why        = "A group that API Gateway makes by itself keeps logs for ever, with a key of AWS."
  aliases    = ["AC_AWS_0014"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-stage-compression" {
  title    = "APIs are not told to leave answers uncompressed"
  problem  = "This API never compresses what it answers"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_api_gateway_rest_api"
  filter    = attrs.minimum_compression_size != null # who says nothing has not chosen
  attribute = "minimum_compression_size"
  condition = tonumber(value) >= 0

  why        = "A wish: large answers take longer, and what carries them costs more."
  fix        = { minimum_compression_size = "1024" }
  careful    = "where secrets and a caller's text stand in one answer, its length tells of the secret"
  aliases    = ["AC_AWS_0010"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-stage-replacement" {
  title    = "A new API stands before the old one goes"
  problem  = "While this is replaced, nobody answers"
  layer    = "resilience"
  severity = "info"

  resource  = ["aws_api_gateway_rest_api", "aws_api_gateway_deployment"]
  filter    = meta.lifecycle != null # a plan alone does not tell
  subject   = meta.lifecycle.create_before_destroy
  condition = value == true

  why        = "Terraform takes the old one away first unless it is told otherwise; of deployments, the stage still needs it."
  aliases    = ["CKV_AWS_217", "CKV_AWS_237"]
  references = ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle"]
  since      = "0.1.0"
}
