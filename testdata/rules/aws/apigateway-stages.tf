# What stands around stages: logs, traces, firewalls, certificates.

variable "flag" {
  type = bool
}

variable "level" {
  type = string
}

variable "certificate" {
  type = string
}

resource "aws_api_gateway_rest_api" "public" {
  name = "public"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_rest_api" "inside" {
  name = "inside"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_stage" "silent" { # expect: unset aws-apigateway-execution-logs, unset aws-apigateway-tracing, unset aws-apigateway-waf, unset aws-apigateway-client-certificate
  rest_api_id   = aws_api_gateway_rest_api.public.id
  deployment_id = "abc123"
  stage_name    = "silent"
}

resource "aws_api_gateway_stage" "quiet" { # expect: unset aws-apigateway-waf, unset aws-apigateway-client-certificate
  rest_api_id          = aws_api_gateway_rest_api.public.id
  deployment_id        = "abc123"
  stage_name           = "quiet"
  xray_tracing_enabled = false # expect: insecure aws-apigateway-tracing
}

resource "aws_api_gateway_method_settings" "quiet" {
  rest_api_id = aws_api_gateway_rest_api.public.id
  stage_name  = aws_api_gateway_stage.quiet.stage_name
  method_path = "*/*"

  settings {
    logging_level        = "OFF" # expect: insecure aws-apigateway-execution-logs
    metrics_enabled      = false # expect: insecure aws-apigateway-metrics
    caching_enabled      = true
    cache_data_encrypted = false # expect: insecure aws-apigateway-cache-encryption
    data_trace_enabled   = true  # expect: insecure aws-apigateway-data-trace
  }
}

resource "aws_api_gateway_client_certificate" "careful" {
  description = "careful"
}

resource "aws_api_gateway_stage" "careful" { # expect: secure aws-apigateway-waf
  rest_api_id           = aws_api_gateway_rest_api.public.id
  deployment_id         = "abc123"
  stage_name            = "careful"
  xray_tracing_enabled  = true                                          # expect: secure aws-apigateway-tracing
  client_certificate_id = aws_api_gateway_client_certificate.careful.id # expect: secure aws-apigateway-client-certificate
}

resource "aws_api_gateway_method_settings" "careful" {
  rest_api_id = aws_api_gateway_rest_api.public.id
  stage_name  = aws_api_gateway_stage.careful.stage_name
  method_path = "*/*"

  settings {
    logging_level        = "ERROR" # expect: secure aws-apigateway-execution-logs
    metrics_enabled      = true    # expect: secure aws-apigateway-metrics
    caching_enabled      = true
    cache_data_encrypted = true  # expect: secure aws-apigateway-cache-encryption
    data_trace_enabled   = false # expect: secure aws-apigateway-data-trace
  }
}

resource "aws_wafv2_web_acl_association" "careful" {
  resource_arn = aws_api_gateway_stage.careful.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/shop/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_api_gateway_stage" "inside" { # expect: not_applicable aws-apigateway-waf
  rest_api_id           = aws_api_gateway_rest_api.inside.id
  deployment_id         = "abc123"
  stage_name            = "careful"
  xray_tracing_enabled  = var.flag        # expect: unknown aws-apigateway-tracing because var.flag
  client_certificate_id = var.certificate # expect: unknown aws-apigateway-client-certificate because var.certificate
}

resource "aws_api_gateway_method_settings" "inside" {
  rest_api_id = aws_api_gateway_rest_api.inside.id
  stage_name  = aws_api_gateway_stage.inside.stage_name
  method_path = "*/*"

  settings {
    logging_level        = var.level # expect: unknown aws-apigateway-execution-logs because var.level
    metrics_enabled      = var.flag  # expect: unknown aws-apigateway-metrics because var.flag
    caching_enabled      = true
    cache_data_encrypted = var.flag # expect: unknown aws-apigateway-cache-encryption because var.flag
    data_trace_enabled   = var.flag # expect: unknown aws-apigateway-data-trace because var.flag
  }
}

resource "aws_api_gateway_method_settings" "plain" {
  rest_api_id = aws_api_gateway_rest_api.inside.id
  stage_name  = aws_api_gateway_stage.inside.stage_name
  method_path = "orders/GET"

  settings { # expect: unset aws-apigateway-metrics, unset aws-apigateway-cache-encryption
    caching_enabled = true
  }
}

# The second generation.

resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_stage" "chat" { # expect: unset aws-apigateway-client-certificate
  api_id = aws_apigatewayv2_api.chat.id
  name   = "chat"

  default_route_settings {
    data_trace_enabled = true # expect: insecure aws-apigateway-data-trace
  }

  route_settings {
    route_key          = "$connect"
    data_trace_enabled = false # expect: secure aws-apigateway-data-trace
  }
}

resource "aws_apigatewayv2_api" "web" {
  name          = "web"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "web" { # expect: not_applicable aws-apigateway-client-certificate
  api_id = aws_apigatewayv2_api.web.id
  name   = "web"
}
