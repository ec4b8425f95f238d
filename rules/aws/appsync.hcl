# AppSync: GraphQL APIs.

setting "aws-appsync-logs" {
  title    = "GraphQL APIs log requests"
  problem  = "Nobody can say who asked this API for what"
  layer    = "logging"
  severity = "low"

  resource  = "aws_appsync_graphql_api"
  attribute = "log_config.cloudwatch_logs_role_arn"
  condition = value != null

  why        = "An attack on the API leaves no trace of where it came from."
  remedy     = "name a role that may write logs in log_config.cloudwatch_logs_role_arn"
  aliases    = ["CKV_AWS_193"]
  references = ["https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"]
  since      = "0.1.0"
}

setting "aws-appsync-field-logs" {
  title    = "GraphQL APIs log failing fields"
  problem  = "Fields that fail or are refused are not logged"
  layer    = "logging"
  severity = "low"

  resource  = "aws_appsync_graphql_api"
  filter    = length(attrs.log_config) > 0 # without logs there is no level
  attribute = "log_config.field_log_level"
  condition = value != "NONE"

  why        = "One request asks for many fields; which of them were refused cannot be looked up afterwards."
  fix        = { "log_config.field_log_level" = "ERROR" }
  aliases    = ["CKV_AWS_194"]
  references = ["https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"]
  since      = "0.1.0"
}

setting "aws-appsync-waf" {
  title    = "Public GraphQL APIs stand behind a web application firewall"
  problem  = "This API faces the internet without a firewall"
  layer    = "network"
  severity = "low"

  resource  = "aws_appsync_graphql_api"
  filter    = attrs.visibility != "PRIVATE"
  condition = value != null
  companion "aws_wafv2_web_acl_association" {
    via = "resource_arn"
  }

  why        = "Known attacks, and floods of requests, reach what stands behind the API unfiltered."
  remedy     = "add an aws_wafv2_web_acl_association that names this API in resource_arn"
  aliases    = ["CKV2_AWS_33"]
  references = ["https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html"]
  since      = "0.1.0"
}

setting "aws-appsync-cache-encrypted" {
  title    = "Caches of GraphQL APIs say that they encrypt what they store"
  problem  = "This cache does not say that it encrypts what it stores"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_appsync_api_cache"
  attribute = "at_rest_encryption_enabled"
  condition = value == true

  why        = "AWS encrypts new caches by itself today, whatever is written; older ones are as they were made."
  fix        = { at_rest_encryption_enabled = true }
  careful    = "the cache is replaced"
  aliases    = ["CKV_AWS_214"]
  references = ["https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"]
  since      = "0.1.0"
}

setting "aws-appsync-cache-transit" {
  title    = "Caches of GraphQL APIs say that they encrypt what they send"
  problem  = "This cache does not say that it encrypts what it sends"
  layer    = "transit"
  severity = "info"

  resource  = "aws_appsync_api_cache"
  attribute = "transit_encryption_enabled"
  condition = value == true

  why        = "AWS encrypts new caches by itself today, whatever is written; older ones are as they were made."
  fix        = { transit_encryption_enabled = true }
  careful    = "the cache is replaced"
  aliases    = ["CKV_AWS_215"]
  references = ["https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"]
  since      = "0.1.0"
}
