# Roles of functions.

variable "text" {
  type = string
}

resource "aws_iam_role" "nothing" {
  name               = "nothing"
  assume_role_policy = "{}"
}

resource "aws_iam_role" "logs" {
  name               = "logs"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.logs.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" # expect: secure aws-lambda-role-policy
}

resource "aws_iam_role" "inline" {
  name               = "inline"
  assume_role_policy = "{}"

  inline_policy {
    name   = "logs"
    policy = "{}" # expect: secure aws-lambda-role-policy
  }
}

resource "aws_iam_role" "some" {
  name               = "some"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "some" {
  role   = aws_iam_role.some.id
  policy = var.text
}

resource "aws_lambda_function" "nothing" { # expect: unset aws-lambda-role-policy
  function_name = "nothing"
  role          = aws_iam_role.nothing.arn
  runtime       = "python3.13"
  handler       = "main.handle"
  filename      = "nothing.zip"
}

resource "aws_lambda_function" "logs" {
  function_name = "logs"
  role          = aws_iam_role.logs.arn
  runtime       = "python3.13"
  handler       = "main.handle"
  filename      = "logs.zip"
}

resource "aws_lambda_function" "inline" {
  function_name = "inline"
  role          = aws_iam_role.inline.arn
  runtime       = "python3.13"
  handler       = "main.handle"
  filename      = "inline.zip"
}

resource "aws_lambda_function" "some" { # expect: unknown aws-lambda-role-policy because var.text
  function_name = "some"
  role          = aws_iam_role.some.arn
  runtime       = "python3.13"
  handler       = "main.handle"
  filename      = "some.zip"
}

resource "aws_lambda_function" "elsewhere" { # expect: not_applicable aws-lambda-role-policy
  function_name = "elsewhere"
  role          = "arn:aws:iam::123456789012:role/function"
  runtime       = "python3.13"
  handler       = "main.handle"
  filename      = "elsewhere.zip"
}
