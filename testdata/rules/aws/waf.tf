# Firewalls of the first generation.

variable "rules" {
  type = list(string)
}

variable "stream" {
  type = string
}

resource "aws_waf_web_acl" "silent" { # expect: unset aws-waf-logging
  name        = "silent"
  metric_name = "silent"

  default_action {
    type = "ALLOW"
  }

  rules { # expect: insecure aws-wafv2-rule-action
    priority = 1
    rule_id  = "12345678-1234-1234-1234-123456789012"
  }

  rules { # expect: secure aws-wafv2-rule-action
    priority = 2
    rule_id  = "12345678-1234-1234-1234-123456789013"
    type     = "GROUP"

    override_action {
      type = "NONE"
    }
  }
}

resource "aws_waf_web_acl" "logged" {
  name        = "logged"
  metric_name = "logged"

  default_action {
    type = "ALLOW"
  }

  logging_configuration {
    log_destination = "arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs-shop" # expect: secure aws-waf-logging
  }
}

resource "aws_wafregional_web_acl" "logged" {
  name        = "logged"
  metric_name = "logged"

  default_action {
    type = "ALLOW"
  }

  rule { # expect: secure aws-wafv2-rule-action
    priority = 1
    rule_id  = "12345678-1234-1234-1234-123456789012"

    action {
      type = "BLOCK"
    }
  }

  logging_configuration {
    log_destination = var.stream # expect: unknown aws-waf-logging because var.stream
  }
}

resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule { # expect: secure aws-wafv2-rule-action
    name     = "known"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "known"
      sampled_requests_enabled   = true
    }
  }

  rule { # expect: insecure aws-wafv2-rule-action
    name     = "nothing"
    priority = 2

    statement {
      geo_match_statement {
        country_codes = ["KP"]
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "nothing"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_rule_group" "shop" {
  name     = "shop"
  scope    = "REGIONAL"
  capacity = 10

  rule { # expect: secure aws-wafv2-rule-action
    name     = "block"
    priority = 1

    action {
      block {}
    }

    statement {
      geo_match_statement {
        country_codes = ["KP"]
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "block"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}
