# now: 2026-11-23T00:00:00Z
# Functions, who may call them, and what they carry.

variable "text" {
  type = string
}

resource "aws_lambda_function" "old" { # expect: unset aws-lambda-tracing, unset aws-lambda-environment-key
  function_name = "old"
  role          = "arn:aws:iam::123456789012:role/shop"
  runtime       = "python3.8" # expect: insecure aws-lambda-runtime
  handler       = "main.handle"
  filename      = "old.zip"

  environment {
    variables = {
      REGION = "eu-central-1"                             # expect: secure aws-lambda-environment-secret
      TOKEN  = "ghp_x7Kq2LmZ9vR4tY1wB6nC3dF8hJ5sP0aGeUiO" # expect: insecure aws-lambda-environment-secret
    }
  }
}

resource "aws_kms_key" "functions" {
  description = "functions"
}

resource "aws_lambda_function" "current" {
  function_name = "current"
  role          = "arn:aws:iam::123456789012:role/shop"
  runtime       = "python3.13" # expect: secure aws-lambda-runtime
  handler       = "main.handle"
  filename      = "current.zip"
  kms_key_arn   = aws_kms_key.functions.arn # expect: secure aws-lambda-environment-key

  environment {
    variables = {
      LEVEL = "info" # expect: secure aws-lambda-environment-secret
    }
  }

  tracing_config {
    mode = "Active" # expect: secure aws-lambda-tracing
  }
}

resource "aws_lambda_function" "image" { # expect: not_applicable aws-lambda-runtime, not_applicable aws-lambda-environment-key
  function_name = "image"
  role          = "arn:aws:iam::123456789012:role/shop"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:4.2.1"

  tracing_config {
    mode = "PassThrough" # expect: insecure aws-lambda-tracing
  }
}

resource "aws_lambda_function" "unknown" {
  function_name = "unknown"
  role          = "arn:aws:iam::123456789012:role/shop"
  runtime       = var.text # expect: unknown aws-lambda-runtime because var.text
  handler       = "main.handle"
  filename      = "unknown.zip"
  kms_key_arn   = var.text # expect: unknown aws-lambda-environment-key because var.text

  environment {
    variables = {
      TOKEN = var.text # expect: secure aws-lambda-environment-secret
    }
  }

  tracing_config {
    mode = var.text # expect: unknown aws-lambda-tracing because var.text
  }
}

# Who may call.

resource "aws_lambda_function_url" "open" {
  function_name      = aws_lambda_function.current.function_name
  authorization_type = "NONE" # expect: insecure aws-lambda-url-auth
}

resource "aws_lambda_function_url" "signed" {
  function_name      = aws_lambda_function.current.function_name
  authorization_type = "AWS_IAM" # expect: secure aws-lambda-url-auth
}

resource "aws_lambda_function_url" "unknown" {
  function_name      = aws_lambda_function.current.function_name
  authorization_type = var.text # expect: unknown aws-lambda-url-auth because var.text
}

resource "aws_lambda_permission" "any_bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "current"
  principal     = "s3.amazonaws.com" # expect: insecure aws-lambda-permission-source
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "current"
  principal     = "sns.amazonaws.com" # expect: secure aws-lambda-permission-source
  source_arn    = "arn:aws:sns:eu-central-1:123456789012:orders"
}

resource "aws_lambda_permission" "account" {
  action         = "lambda:InvokeFunction"
  function_name  = "current"
  principal      = "s3.amazonaws.com" # expect: secure aws-lambda-permission-source
  source_account = "123456789012"
}

resource "aws_lambda_permission" "unknown" {
  action        = "lambda:InvokeFunction"
  function_name = "current"
  principal     = "sns.amazonaws.com" # expect: unknown aws-lambda-permission-source because var.text
  source_arn    = var.text
}

resource "aws_lambda_permission" "role" { # expect: not_applicable aws-lambda-permission-source
  action        = "lambda:InvokeFunction"
  function_name = "current"
  principal     = "arn:aws:iam::123456789012:role/caller"
}
