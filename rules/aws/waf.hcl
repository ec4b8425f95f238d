# WAF Classic: firewalls of the first generation.

setting "aws-waf-logging" {
  title    = "The firewall logs what it sees"
  problem  = "Nobody can say what this firewall let through"
  layer    = "logging"
  severity = "low"

  resource  = ["aws_waf_web_acl", "aws_wafregional_web_acl"]
  attribute = "logging_configuration.log_destination"
  condition = value != null

  why        = "An attack that got through, and a rule that turns customers away, look the same from outside."
  aliases    = ["CKV_AWS_176"]
  references = ["https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"]
  since      = "0.1.0"
}
