# Caches, compression, and what is replaced first.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_api_gateway_rest_api" "silent" { # expect: not_applicable aws-apigateway-stage-compression, unset aws-apigateway-stage-replacement
  name = "silent"
}

resource "aws_api_gateway_rest_api" "never" {
  name                     = "never"
  minimum_compression_size = "-1" # expect: insecure aws-apigateway-stage-compression

  lifecycle {
    create_before_destroy = false # expect: insecure aws-apigateway-stage-replacement
  }
}

resource "aws_api_gateway_rest_api" "often" {
  name                     = "often"
  minimum_compression_size = "0" # expect: secure aws-apigateway-stage-compression

  lifecycle {
    create_before_destroy = true # expect: secure aws-apigateway-stage-replacement
  }
}

resource "aws_api_gateway_rest_api" "unknown" {
  name                     = "unknown"
  minimum_compression_size = var.text # expect: unknown aws-apigateway-stage-compression because var.text

  lifecycle {
    create_before_destroy = true # expect: secure aws-apigateway-stage-replacement
  }
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = aws_api_gateway_rest_api.often.id

  lifecycle {
    create_before_destroy = true # expect: secure aws-apigateway-stage-replacement
  }
}

resource "aws_api_gateway_stage" "silent" { # expect: unset aws-apigateway-stage-cache, insecure aws-apigateway-stage-log-group
  rest_api_id   = aws_api_gateway_rest_api.often.id
  deployment_id = aws_api_gateway_deployment.main.id
  stage_name    = "silent"
}

resource "aws_api_gateway_stage" "off" { # expect: secure aws-apigateway-stage-log-group
  rest_api_id           = aws_api_gateway_rest_api.silent.id
  deployment_id         = aws_api_gateway_deployment.main.id
  stage_name            = "off"
  cache_cluster_enabled = false # expect: insecure aws-apigateway-stage-cache
}

resource "aws_cloudwatch_log_group" "off" {
  name = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.silent.id}/off"
}

resource "aws_api_gateway_stage" "on" { # expect: secure aws-apigateway-stage-log-group
  rest_api_id           = aws_api_gateway_rest_api.often.id
  deployment_id         = aws_api_gateway_deployment.main.id
  stage_name            = "on"
  cache_cluster_enabled = true # expect: secure aws-apigateway-stage-cache
  cache_cluster_size    = "0.5"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId"
  }
}

resource "aws_cloudwatch_log_group" "access" {
  name = "access"
}

resource "aws_api_gateway_stage" "unknown" { # expect: insecure aws-apigateway-stage-log-group
  rest_api_id           = aws_api_gateway_rest_api.often.id
  deployment_id         = aws_api_gateway_deployment.main.id
  stage_name            = "unknown"
  cache_cluster_enabled = var.flag # expect: unknown aws-apigateway-stage-cache because var.flag
}

resource "aws_api_gateway_method_settings" "silent" {
  rest_api_id = aws_api_gateway_rest_api.often.id
  stage_name  = "silent"
  method_path = "*/*"

  settings { # expect: unset aws-apigateway-stage-method-cache
    metrics_enabled = true
  }
}

resource "aws_api_gateway_method_settings" "off" {
  rest_api_id = aws_api_gateway_rest_api.often.id
  stage_name  = "off"
  method_path = "*/*"

  settings {
    caching_enabled = false # expect: insecure aws-apigateway-stage-method-cache
  }
}

resource "aws_api_gateway_method_settings" "on" {
  rest_api_id = aws_api_gateway_rest_api.often.id
  stage_name  = "on"
  method_path = "*/*"

  settings {
    caching_enabled = true # expect: secure aws-apigateway-stage-method-cache
  }
}

resource "aws_api_gateway_method_settings" "unknown" {
  rest_api_id = aws_api_gateway_rest_api.often.id
  stage_name  = "unknown"
  method_path = "*/*"

  settings {
    caching_enabled = var.flag # expect: unknown aws-apigateway-stage-method-cache because var.flag
  }
}
