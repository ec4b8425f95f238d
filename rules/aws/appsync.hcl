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
  aliases    = ["CKV2_AWS_33"]
  references = ["https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html"]
  since      = "0.1.0"
}
