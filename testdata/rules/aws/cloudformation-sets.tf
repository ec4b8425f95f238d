# Stacks of a set, and files that stacks are made from.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_cloudformation_stack_set_instance" "silent" { # expect: not_applicable aws-cloudformation-retain
  stack_set_name = "baseline"
  account_id     = "111122223333"
}

resource "aws_cloudformation_stack_set_instance" "fragile" {
  stack_set_name = "baseline"
  account_id     = "111122223333"
  retain_stack   = false # expect: insecure aws-cloudformation-retain
}

resource "aws_cloudformation_stack_set_instance" "kept" {
  stack_set_name = "baseline"
  account_id     = "111122223333"
  retain_stack   = true # expect: secure aws-cloudformation-retain
}

resource "aws_cloudformation_stack_set_instance" "unknown" {
  stack_set_name = "baseline"
  account_id     = "111122223333"
  retain_stack   = var.flag # expect: unknown aws-cloudformation-retain because var.flag
}

resource "aws_cloudformation_stack" "inline" { # expect: secure aws-cloudformation-template
  name          = "inline"
  template_body = "{}"
}

resource "aws_cloudformation_stack" "file" {
  name         = "file"
  template_url = "https://acme-templates.s3.amazonaws.com/network.json" # expect: secure aws-cloudformation-template
}

resource "aws_cloudformation_stack" "nowhere" {
  name         = "nowhere"
  template_url = "" # expect: insecure aws-cloudformation-template
}

resource "aws_cloudformation_stack" "unknown" {
  name         = "unknown"
  template_url = var.text # expect: unknown aws-cloudformation-template because var.text
}
