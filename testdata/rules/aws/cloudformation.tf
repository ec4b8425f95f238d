# Stacks.

variable "text" {
  type = string
}

resource "aws_cloudformation_stack" "silent" { # expect: unset aws-cloudformation-stack-policy, unset aws-cloudformation-notifications
  name         = "silent"
  template_url = "https://acme-templates.s3.amazonaws.com/silent.yml"
}

resource "aws_cloudformation_stack" "empty" { # expect: unset aws-cloudformation-stack-policy
  name              = "empty"
  template_url      = "https://acme-templates.s3.amazonaws.com/empty.yml"
  notification_arns = [] # expect: insecure aws-cloudformation-notifications
}

resource "aws_cloudformation_stack" "told" {
  name              = "told"
  template_url      = "https://acme-templates.s3.amazonaws.com/told.yml"
  notification_arns = ["arn:aws:sns:eu-west-1:123456789012:stacks"]         # expect: secure aws-cloudformation-notifications
  policy_url        = "https://acme-templates.s3.amazonaws.com/policy.json" # expect: secure aws-cloudformation-stack-policy
}

resource "aws_cloudformation_stack" "topic" {
  name              = "topic"
  template_url      = "https://acme-templates.s3.amazonaws.com/topic.yml"
  notification_arns = [aws_sns_topic.stacks.arn] # expect: secure aws-cloudformation-notifications
  policy_body = jsonencode({                     # expect: secure aws-cloudformation-stack-policy
    Statement = [{ Effect = "Deny", Action = "Update:Replace", Principal = "*", Resource = "*" }]
  })
}

resource "aws_sns_topic" "stacks" {
  name = "stacks"
}

resource "aws_cloudformation_stack" "unknown" {
  name              = "unknown"
  template_url      = "https://acme-templates.s3.amazonaws.com/unknown.yml"
  notification_arns = var.topics # expect: unknown aws-cloudformation-notifications because var.topics
  policy_url        = var.text   # expect: unknown aws-cloudformation-stack-policy because var.text
}

variable "topics" {
  type = set(string)
}
