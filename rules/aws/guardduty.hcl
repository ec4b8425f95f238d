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
  aliases    = ["CKV_AWS_238"]
  frameworks = { "nist-800-53-r5" = ["CA-7"] }
  references = ["https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"]
  since      = "0.1.0"
}
