# What the rules of firewalls stop.

variable "name" {
  type = string
}

variable "rules" {
  type = string
}

resource "aws_wafv2_web_acl" "silent" { # expect: unset aws-wafv2-rules, unset aws-wafv2-known-bad-inputs
  name  = "silent"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "silent"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "closed" { # expect: not_applicable aws-wafv2-rules, not_applicable aws-wafv2-known-bad-inputs
  name  = "closed"
  scope = "REGIONAL"

  default_action {
    block {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "closed"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "known" { # expect: secure aws-wafv2-rules
  name  = "known"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "managed"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet" # expect: secure aws-wafv2-known-bad-inputs
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "known"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "counted" { # expect: secure aws-wafv2-rules, unset aws-wafv2-known-bad-inputs
  name  = "counted"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "managed"
    priority = 1

    override_action {
      count {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "counted"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "common" { # expect: secure aws-wafv2-rules, unset aws-wafv2-known-bad-inputs
  name  = "common"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "managed"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "common"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "excepted" { # expect: secure aws-wafv2-rules, unset aws-wafv2-known-bad-inputs
  name  = "excepted"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "managed"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"

        rule_action_override {
          name = "Log4JRCE_HEADER"

          action_to_use {
            count {}
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "excepted"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "other_excepted" { # expect: secure aws-wafv2-rules
  name  = "other-excepted"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "managed"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet" # expect: secure aws-wafv2-known-bad-inputs
        vendor_name = "AWS"

        rule_action_override {
          name = "Host_localhost_HEADER"

          action_to_use {
            count {}
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "other_excepted"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "unknown" { # expect: secure aws-wafv2-rules, unknown aws-wafv2-known-bad-inputs because var.name
  name  = "unknown"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "managed"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = var.name
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "managed"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "unknown"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "json" { # expect: not_applicable aws-wafv2-known-bad-inputs
  name  = "json"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule_json = jsonencode([{ Name = "block", Priority = 1, Action = { Block = {} } }]) # expect: secure aws-wafv2-rules

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "json"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "unknown_json" { # expect: unknown aws-wafv2-rules because var.rules, unknown aws-wafv2-known-bad-inputs because var.rules
  name  = "unknown-json"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule_json = var.rules

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "unknown_json"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl" "attached" { # expect: secure aws-wafv2-rules, not_applicable aws-wafv2-known-bad-inputs
  name  = "attached"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "attached"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_rule_group_association" "attached" {
  rule_name   = "managed"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.attached.arn

  managed_rule_group {
    name        = "AWSManagedRulesKnownBadInputsRuleSet"
    vendor_name = "AWS"
  }
}
