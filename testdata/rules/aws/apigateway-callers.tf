# Who may call an API, and with what.

variable "text" {
  type = string
}

variable "types" {
  type = list(string)
}

variable "origins" {
  type = set(string)
}

resource "aws_apigatewayv2_api" "open" {
  name          = "open"
  protocol_type = "HTTP"

  cors_configuration {
    allow_methods = ["GET"]
    allow_origins = ["*"] # expect: insecure aws-apigateway-cors
  }
}

resource "aws_apigatewayv2_api" "named" {
  name          = "named"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://shop.acme.example"] # expect: secure aws-apigateway-cors
  }
}

resource "aws_apigatewayv2_api" "unknown" {
  name          = "unknown"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = var.origins # expect: unknown aws-apigateway-cors because var.origins
  }
}

resource "aws_apigatewayv2_api" "chat" { # expect: not_applicable aws-apigateway-cors
  name          = "chat"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_route" "silent" { # expect: unset aws-apigateway-route-authorization
  api_id    = aws_apigatewayv2_api.open.id
  route_key = "GET /orders"
}

resource "aws_apigatewayv2_route" "none" {
  api_id             = aws_apigatewayv2_api.open.id
  route_key          = "POST /orders"
  authorization_type = "NONE" # expect: insecure aws-apigateway-route-authorization
}

resource "aws_apigatewayv2_route" "signed" {
  api_id             = aws_apigatewayv2_api.open.id
  route_key          = "PUT /orders"
  authorization_type = "AWS_IAM" # expect: secure aws-apigateway-route-authorization
}

resource "aws_apigatewayv2_route" "token" {
  api_id             = aws_apigatewayv2_api.open.id
  route_key          = "DELETE /orders"
  authorization_type = "JWT" # expect: secure aws-apigateway-route-authorization
  authorizer_id      = "abc123"
}

resource "aws_apigatewayv2_route" "preflight" { # expect: not_applicable aws-apigateway-route-authorization
  api_id    = aws_apigatewayv2_api.open.id
  route_key = "OPTIONS /orders"
}

resource "aws_apigatewayv2_route" "connect" { # expect: unset aws-apigateway-route-authorization
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$connect"
}

resource "aws_apigatewayv2_route" "say" { # expect: not_applicable aws-apigateway-route-authorization
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "say"
}

resource "aws_apigatewayv2_route" "unknown" {
  api_id             = aws_apigatewayv2_api.open.id
  route_key          = "GET /secrets"
  authorization_type = var.text # expect: unknown aws-apigateway-route-authorization because var.text
}

resource "aws_api_gateway_rest_api" "silent" { # expect: unset aws-apigateway-private
  name = "silent"
}

resource "aws_api_gateway_rest_api" "regional" {
  name = "regional"

  endpoint_configuration {
    types = ["REGIONAL"] # expect: insecure aws-apigateway-private
  }
}

resource "aws_api_gateway_rest_api" "inside" {
  name = "inside"

  endpoint_configuration {
    types            = ["PRIVATE"] # expect: secure aws-apigateway-private
    vpc_endpoint_ids = ["vpce-0123456789abcdef0"]
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:*"
      Resource  = "*"
    }]
  })
}

resource "aws_api_gateway_rest_api" "unknown" {
  name = "unknown"

  endpoint_configuration {
    types = var.types # expect: unknown aws-apigateway-private because var.types
  }
}

resource "aws_api_gateway_rest_api" "everyone" { # expect: unset aws-apigateway-private
  name = "everyone"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: insecure aws-apigateway-policy-public
      Action    = "execute-api:*"
      Resource  = "*"
    }]
  })
}

resource "aws_api_gateway_rest_api_policy" "account" {
  rest_api_id = aws_api_gateway_rest_api.silent.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ # expect: secure aws-apigateway-policy-public
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "execute-api:*"
      Resource  = "*"
    }]
  })
}

resource "aws_api_gateway_rest_api_policy" "office" {
  rest_api_id = aws_api_gateway_rest_api.regional.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: secure aws-apigateway-policy-public
      Action    = ["execute-api:*"]
      Resource  = "*"
      Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
    }]
  })
}

resource "aws_api_gateway_rest_api_policy" "unknown" {
  rest_api_id = aws_api_gateway_rest_api.regional.id
  policy      = var.text # expect: unknown aws-apigateway-policy-public because var.text
}

resource "aws_api_gateway_rest_api_policy" "inside" { # expect: not_applicable aws-apigateway-policy-public
  rest_api_id = aws_api_gateway_rest_api.inside.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:*"
      Resource  = "*"
    }]
  })
}

resource "aws_api_gateway_request_validator" "strict" {
  name                  = "strict"
  rest_api_id           = aws_api_gateway_rest_api.silent.id
  validate_request_body = true
}

resource "aws_api_gateway_method" "loose" { # expect: unset aws-apigateway-request-validation
  rest_api_id   = aws_api_gateway_rest_api.silent.id
  resource_id   = "abc123"
  http_method   = "POST"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "strict" {
  rest_api_id          = aws_api_gateway_rest_api.silent.id
  resource_id          = "abc123"
  http_method          = "PUT"
  authorization        = "AWS_IAM"
  request_validator_id = aws_api_gateway_request_validator.strict.id # expect: secure aws-apigateway-request-validation
}

resource "aws_api_gateway_method" "preflight" { # expect: not_applicable aws-apigateway-request-validation
  rest_api_id   = aws_api_gateway_rest_api.silent.id
  resource_id   = "abc123"
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "unknown" {
  rest_api_id          = aws_api_gateway_rest_api.silent.id
  resource_id          = "abc123"
  http_method          = "PATCH"
  authorization        = "AWS_IAM"
  request_validator_id = var.text # expect: unknown aws-apigateway-request-validation because var.text
}
