# Network Firewall.

setting "aws-networkfirewall-logs" {
  title    = "The network firewall logs what it sees"
  problem  = "Nobody can say what this firewall let through"
  layer    = "logging"
  severity = "low"

  resource  = "aws_networkfirewall_firewall"
  condition = value != null
  companion "aws_networkfirewall_logging_configuration" {
    via = "firewall_arn"
  }

  why        = "After a break-in it stays unknown what passed, and what was tried."
  remedy     = "add an aws_networkfirewall_logging_configuration that names this firewall in firewall_arn"
  aliases    = ["CKV2_AWS_63"]
  references = ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html"]
  since      = "0.1.0"
}

setting "aws-networkfirewall-deletion-protection" {
  title    = "The network firewall is protected from deletion"
  problem  = "One call takes this firewall away"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_networkfirewall_firewall"
  attribute = "delete_protection"
  default   = false
  condition = value == true

  why        = "A wrong destroy cuts the network off, or leaves it unguarded."
  fix        = { delete_protection = true }
  careful    = "a wanted destroy must switch it off first"
  aliases    = ["CKV_AWS_344"]
  references = ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html"]
  since      = "0.1.0"
}

setting "aws-networkfirewall-customer-key" {
  title    = "Firewall rules are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens these rules"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_networkfirewall_firewall", "aws_networkfirewall_firewall_policy", "aws_networkfirewall_rule_group"]
  attribute = "encryption_configuration.key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads what you look for in your traffic."
  aliases    = ["CKV_AWS_345", "CKV_AWS_346"]
  references = ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html"]
  since      = "0.1.0"
}
