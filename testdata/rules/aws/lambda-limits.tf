# How far a function reaches, what it may run, and what becomes of its failures.

variable "number" {
  type = number
}

variable "text" {
  type = string
}

resource "aws_lambda_function" "silent" { # expect: unset aws-lambda-code-signing, unset aws-lambda-concurrency, unset aws-lambda-failed-events, unset aws-lambda-network
  function_name = "silent"
  role          = "arn:aws:iam::123456789012:role/silent"
  handler       = "main.handler"
  runtime       = "python3.13"
  filename      = "silent.zip"
}

resource "aws_lambda_function" "unlimited" { # expect: unset aws-lambda-code-signing, unset aws-lambda-failed-events, unset aws-lambda-network
  function_name = "unlimited"
  role          = "arn:aws:iam::123456789012:role/unlimited"
  handler       = "main.handler"
  runtime       = "python3.13"
  filename      = "unlimited.zip"

  reserved_concurrent_executions = -1 # expect: insecure aws-lambda-concurrency
}

resource "aws_lambda_function" "careful" {
  function_name = "careful"
  role          = "arn:aws:iam::123456789012:role/careful"
  handler       = "main.handler"
  runtime       = "python3.13"
  filename      = "careful.zip"

  reserved_concurrent_executions = 20                                     # expect: secure aws-lambda-concurrency
  code_signing_config_arn        = aws_lambda_code_signing_config.own.arn # expect: secure aws-lambda-code-signing

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:123456789012:failed" # expect: secure aws-lambda-failed-events
  }

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0"] # expect: secure aws-lambda-network
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

resource "aws_lambda_function" "destination" {
  function_name = "destination"
  role          = "arn:aws:iam::123456789012:role/destination"
  handler       = "main.handler"
  runtime       = "python3.13"
  filename      = "destination.zip"

  reserved_concurrent_executions = 0                                                                                 # expect: secure aws-lambda-concurrency
  code_signing_config_arn        = "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0" # expect: secure aws-lambda-code-signing

  vpc_config {
    subnet_ids         = [aws_subnet.private.id] # expect: secure aws-lambda-network
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

resource "aws_lambda_function_event_invoke_config" "destination" {
  function_name = aws_lambda_function.destination.function_name

  destination_config {
    on_failure {
      destination = "arn:aws:sns:eu-west-1:123456789012:failed" # expect: secure aws-lambda-failed-events
    }
  }
}

resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.0.0/24"
}

resource "aws_lambda_code_signing_config" "own" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:eu-west-1:123456789012:/signing-profiles/own/abcdefgh"]
  }
}

resource "aws_lambda_function" "unknown" {
  function_name = "unknown"
  role          = "arn:aws:iam::123456789012:role/unknown"
  handler       = "main.handler"
  runtime       = "python3.13"
  filename      = "unknown.zip"

  reserved_concurrent_executions = var.number # expect: unknown aws-lambda-concurrency because var.number
  code_signing_config_arn        = var.text   # expect: unknown aws-lambda-code-signing because var.text

  dead_letter_config {
    target_arn = var.text # expect: unknown aws-lambda-failed-events because var.text
  }

  vpc_config {
    subnet_ids         = var.subnets # expect: unknown aws-lambda-network because var.subnets
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

variable "subnets" {
  type = list(string)
}

resource "aws_lambda_function" "image" { # expect: not_applicable aws-lambda-code-signing, unset aws-lambda-concurrency, unset aws-lambda-failed-events, unset aws-lambda-network
  function_name = "image"
  role          = "arn:aws:iam::123456789012:role/image"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/image:1"
}

resource "aws_lambda_function_url" "any_page" {
  function_name      = "destination"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = ["*"] # expect: insecure aws-lambda-url-cors
  }
}

resource "aws_lambda_function_url" "one_page" {
  function_name      = "destination"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = ["https://www.example.com"] # expect: secure aws-lambda-url-cors
  }
}

resource "aws_lambda_function_url" "no_page" { # expect: not_applicable aws-lambda-url-cors
  function_name      = "destination"
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function_url" "unknown" {
  function_name      = "destination"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = [var.text] # expect: unknown aws-lambda-url-cors because var.text
  }
}
