# CodeCommit: what must happen before a change is merged.

setting "aws-codecommit-approval-rule" {
  title    = "Repositories ask for approval before a merge"
  problem  = "Anyone who may push can merge into this repository"
  layer    = "integrity"
  severity = "low"

  resource  = "aws_codecommit_repository"
  condition = value != null
  companion "aws_codecommit_approval_rule_template_association" {
    via = "repository_name"
  }

  why        = "One stolen account is enough to change what is built and deployed."
  aliases    = ["CKV2_AWS_37"]
  references = ["https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html"]
  since      = "0.1.0"
}

setting "aws-codecommit-two-approvals" {
  title    = "Merges need two approvals"
  problem  = "One approval is enough to merge"
  layer    = "integrity"
  severity = "low"

  resource  = "aws_codecommit_approval_rule_template"
  for_each  = jsondecode(attrs.content).Statements
  subject   = each.value.NumberOfApprovalsNeeded
  condition = value >= 2

  why        = "Two people who do not look closely let through less than one."
  aliases    = ["CKV_AWS_257"]
  references = ["https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-create-template.html"]
  since      = "0.1.0"
}
