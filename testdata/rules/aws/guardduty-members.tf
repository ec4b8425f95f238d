# Accounts of the organisation.

variable "members" {
  type = string
}

resource "aws_guardduty_detector" "this" {
}

resource "aws_guardduty_organization_configuration" "all" {
  detector_id                      = aws_guardduty_detector.this.id
  auto_enable_organization_members = "ALL" # expect: secure aws-guardduty-members
}

resource "aws_guardduty_organization_configuration" "new" {
  detector_id                      = aws_guardduty_detector.this.id
  auto_enable_organization_members = "NEW" # expect: secure aws-guardduty-members
}

resource "aws_guardduty_organization_configuration" "none" {
  detector_id                      = aws_guardduty_detector.this.id
  auto_enable_organization_members = "NONE" # expect: insecure aws-guardduty-members
}

resource "aws_guardduty_organization_configuration" "unknown" {
  detector_id                      = aws_guardduty_detector.this.id
  auto_enable_organization_members = var.members # expect: unknown aws-guardduty-members because var.members
}
