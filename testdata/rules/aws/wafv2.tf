# Firewalls.

resource "aws_wafv2_web_acl" "dark" { # expect: unset aws-wafv2-logging
  name  = "dark"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "dark"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "logged" { # expect: secure aws-wafv2-logging
  name  = "logged"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "logged"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "logged" {
  resource_arn            = aws_wafv2_web_acl.logged.arn
  log_destination_configs = ["arn:aws:logs:eu-central-1:123456789012:log-group:aws-waf-logs-shop"]
}
