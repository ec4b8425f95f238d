# Web application firewalls.

setting "aws-wafv2-logging" {
  title    = "The firewall logs what it sees"
  problem  = "Nobody can say what this firewall let through"
  layer    = "logging"
  severity = "low"

  resource  = "aws_wafv2_web_acl"
  condition = value != null
  companion "aws_wafv2_web_acl_logging_configuration" {
    via = "resource_arn"
  }

  why        = "An attack that got through, and a rule that turns customers away, look the same from outside."
  aliases    = ["CKV2_AWS_31"]
  references = ["https://docs.aws.amazon.com/waf/latest/developerguide/logging.html"]
  since      = "0.1.0"
}
