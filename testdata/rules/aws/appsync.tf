# GraphQL APIs.

variable "level" {
  type = string
}

variable "role" {
  type = string
}


resource "aws_appsync_graphql_api" "silent" { # expect: unset aws-appsync-logs, unset aws-appsync-waf, not_applicable aws-appsync-field-logs
  name                = "silent"
  authentication_type = "AWS_IAM"
}

resource "aws_appsync_graphql_api" "quiet" { # expect: secure aws-appsync-waf
  name                = "quiet"
  authentication_type = "AWS_IAM"

  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::123456789012:role/appsync-logs" # expect: secure aws-appsync-logs
    field_log_level          = "NONE"                                        # expect: insecure aws-appsync-field-logs
  }
}

resource "aws_wafv2_web_acl_association" "quiet" {
  resource_arn = aws_appsync_graphql_api.quiet.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/shop/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_iam_role" "logs" {
  name               = "appsync-logs"
  assume_role_policy = "{}"
}

resource "aws_appsync_graphql_api" "watched" { # expect: not_applicable aws-appsync-waf
  name                = "watched"
  authentication_type = "AMAZON_COGNITO_USER_POOLS"
  visibility          = "PRIVATE"

  user_pool_config {
    default_action = "DENY"
    user_pool_id   = "eu-central-1_abcdefghi"
  }

  log_config {
    cloudwatch_logs_role_arn = aws_iam_role.logs.arn # expect: secure aws-appsync-logs
    field_log_level          = "ERROR"               # expect: secure aws-appsync-field-logs
  }
}

resource "aws_appsync_graphql_api" "all" { # expect: not_applicable aws-appsync-waf
  name                = "all"
  authentication_type = "AWS_IAM"
  visibility          = "PRIVATE"

  log_config {
    cloudwatch_logs_role_arn = var.role # expect: unknown aws-appsync-logs because var.role
    field_log_level          = "ALL"    # expect: secure aws-appsync-field-logs
  }
}

resource "aws_appsync_graphql_api" "unknown" { # expect: unset aws-appsync-waf
  name                = "unknown"
  authentication_type = "AWS_IAM"

  log_config {
    cloudwatch_logs_role_arn = aws_iam_role.logs.arn # expect: secure aws-appsync-logs
    field_log_level          = var.level             # expect: unknown aws-appsync-field-logs because var.level
  }
}
