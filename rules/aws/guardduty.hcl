# GuardDuty.

setting "aws-guardduty-enabled" {
  title    = "GuardDuty watches"
  problem  = "GuardDuty is set up, but switched off"
  layer    = "logging"
  severity = "medium"

  resource  = "aws_guardduty_detector"
  attribute = "enable"
  default   = true
  condition = value == true

  why        = "Stolen keys and mining machines are noticed on the bill, weeks later."
  fix        = { enable = true }
  aliases    = ["CKV_AWS_238", "AC_AWS_0131"]
  frameworks = { "nist-800-53-r5" = ["CA-7"] }
  references = ["https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"]
  since      = "0.1.0"
}

setting "aws-guardduty-members" {
  title    = "GuardDuty is switched on in each account of the organisation"
  problem  = "Accounts that join the organisation are not watched"
  layer    = "logging"
  severity = "medium"

  # known only where the organisation's administrator is in view
  resource  = "aws_guardduty_organization_configuration"
  attribute = ["auto_enable_organization_members", "auto_enable"] # a word since version 5, and until then a switch
  condition = contains(["ALL", "NEW", "true"], tostring(value))

  why        = "The newest account is the one that nobody knows yet; an intruder finds it as well."
  fix        = { auto_enable_organization_members = "ALL" }
  careful    = "each account is billed for what GuardDuty looks at"
  aliases    = ["CKV2_AWS_3"]
  references = ["https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html"]
  since      = "0.1.0"
}
