# provider: aws 5.90.0
# Accounts of the organisation, as it was said until version 5.

resource "aws_guardduty_detector" "this" {
}

resource "aws_guardduty_organization_configuration" "old" {
  detector_id = aws_guardduty_detector.this.id
  auto_enable = true # expect: secure aws-guardduty-members
}

resource "aws_guardduty_organization_configuration" "old_off" {
  detector_id = aws_guardduty_detector.this.id
  auto_enable = false # expect: insecure aws-guardduty-members
}

resource "aws_guardduty_organization_configuration" "silent" { # expect: unset aws-guardduty-members
  detector_id = aws_guardduty_detector.this.id
}
