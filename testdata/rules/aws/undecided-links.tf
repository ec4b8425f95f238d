# Companions that name what they belong to by a variable: each of them may belong to the one beside it.

variable "vpc" {
  type = string
}

variable "lb" {
  type = string
}

variable "secret" {
  type = string
}

variable "user" {
  type = string
}

variable "cluster" {
  type = string
}

variable "bucket" {
  type = string
}

variable "acl" {
  type = string
}

resource "aws_vpc" "main" { # expect: unknown aws-vpc-flow-logs because var.vpc
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "one" {
  vpc_id       = var.vpc
  traffic_type = "ALL"
}

resource "aws_lb" "main" { # expect: unknown aws-lb-waf because var.lb
  name    = "main"
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_wafv2_web_acl_association" "one" {
  resource_arn = var.lb
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/shop/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_secretsmanager_secret" "main" { # expect: unknown aws-secretsmanager-rotation because var.secret
  name = "main"
}

resource "aws_secretsmanager_secret_rotation" "one" {
  secret_id           = var.secret
  rotation_lambda_arn = "arn:aws:lambda:eu-central-1:123456789012:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_iam_user" "main" { # expect: unknown aws-iam-user-no-console because var.user
  name = "main"
}

resource "aws_iam_user_login_profile" "one" {
  user = var.user
}

resource "aws_redshift_cluster" "main" { # expect: unknown aws-redshift-logging because var.cluster
  cluster_identifier = "main"
  node_type          = "ra3.large"
}

resource "aws_redshift_logging" "one" {
  cluster_identifier   = var.cluster
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog"]
}

resource "aws_s3_bucket" "main" { # expect: unknown aws-s3-bucket-block-stated because var.bucket
  bucket = "acme-main"
}

resource "aws_s3_bucket_public_access_block" "one" {
  bucket                  = var.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_wafv2_web_acl" "main" { # expect: unknown aws-wafv2-logging because var.acl
  name  = "main"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "main"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "one" {
  resource_arn            = var.acl
  log_destination_configs = ["arn:aws:logs:eu-central-1:123456789012:log-group:aws-waf-logs-shop"]
}
