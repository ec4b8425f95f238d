# APIs of both generations.

variable "text" {
  type = string
}

# Stages.

resource "aws_api_gateway_stage" "silent" { # expect: unset aws-apigateway-access-logs
  rest_api_id   = aws_api_gateway_rest_api.public.id
  deployment_id = "abc123"
  stage_name    = "silent"
}

resource "aws_api_gateway_stage" "logged" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  deployment_id = "abc123"
  stage_name    = "logged"

  access_log_settings {
    destination_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:api" # expect: secure aws-apigateway-access-logs
    format          = "$context.requestId"
  }
}

resource "aws_cloudwatch_log_group" "api" {
  name = "api"
}

resource "aws_apigatewayv2_stage" "logged" {
  api_id = "abc123"
  name   = "logged"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn # expect: secure aws-apigateway-access-logs
    format          = "$context.requestId"
  }
}

resource "aws_apigatewayv2_stage" "unknown" {
  api_id = "abc123"
  name   = "unknown"

  access_log_settings {
    destination_arn = var.text # expect: unknown aws-apigateway-access-logs because var.text
    format          = "$context.requestId"
  }
}

# Methods.

resource "aws_api_gateway_rest_api" "public" {
  name = "public"
}

resource "aws_api_gateway_rest_api" "private" {
  name = "private"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "open" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  resource_id   = aws_api_gateway_rest_api.public.root_resource_id
  http_method   = "POST"
  authorization = "NONE" # expect: insecure aws-apigateway-authorization
}

resource "aws_api_gateway_method" "signed" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  resource_id   = aws_api_gateway_rest_api.public.root_resource_id
  http_method   = "GET"
  authorization = "AWS_IAM" # expect: secure aws-apigateway-authorization
}

resource "aws_api_gateway_method" "preflight" { # expect: not_applicable aws-apigateway-authorization
  rest_api_id   = aws_api_gateway_rest_api.public.id
  resource_id   = aws_api_gateway_rest_api.public.root_resource_id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "key" { # expect: not_applicable aws-apigateway-authorization
  rest_api_id      = aws_api_gateway_rest_api.public.id
  resource_id      = aws_api_gateway_rest_api.public.root_resource_id
  http_method      = "GET"
  authorization    = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_method" "inside" { # expect: not_applicable aws-apigateway-authorization
  rest_api_id   = aws_api_gateway_rest_api.private.id
  resource_id   = aws_api_gateway_rest_api.private.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "unknown" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  resource_id   = aws_api_gateway_rest_api.public.root_resource_id
  http_method   = "GET"
  authorization = var.text # expect: unknown aws-apigateway-authorization because var.text
}

# Domains.

resource "aws_api_gateway_domain_name" "silent" { # expect: secure aws-apigateway-min-tls
  domain_name     = "api.acme.example"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_api_gateway_domain_name" "old" {
  domain_name     = "old.acme.example"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  security_policy = "TLS_1_0" # expect: insecure aws-apigateway-min-tls
}

resource "aws_apigatewayv2_domain_name" "new" {
  domain_name = "new.acme.example"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2" # expect: secure aws-apigateway-min-tls
  }
}

resource "aws_apigatewayv2_domain_name" "unknown" {
  domain_name = "unknown.acme.example"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    endpoint_type   = "REGIONAL"
    security_policy = var.text # expect: unknown aws-apigateway-min-tls because var.text
  }
}
