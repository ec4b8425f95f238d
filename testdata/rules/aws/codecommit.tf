# Repositories and approvals.

variable "number" {
  type = number
}

resource "aws_codecommit_repository" "alone" { # expect: unset aws-codecommit-approval-rule
  repository_name = "alone"
}

resource "aws_codecommit_repository" "ruled" {
  repository_name = "ruled"
}

resource "aws_codecommit_approval_rule_template_association" "ruled" { # expect: secure aws-codecommit-approval-rule
  approval_rule_template_name = aws_codecommit_approval_rule_template.two.name
  repository_name             = aws_codecommit_repository.ruled.repository_name
}

resource "aws_codecommit_repository" "named" {
  repository_name = "named"
}

resource "aws_codecommit_approval_rule_template_association" "named" { # expect: secure aws-codecommit-approval-rule
  approval_rule_template_name = "two"
  repository_name             = "named"
}

resource "aws_codecommit_approval_rule_template" "one" {
  name = "one"
  content = jsonencode({
    Version               = "2018-11-08"
    DestinationReferences = ["refs/heads/main"]
    Statements = [{
      Type                    = "Approvers"
      NumberOfApprovalsNeeded = 1 # expect: insecure aws-codecommit-two-approvals
      ApprovalPoolMembers     = ["arn:aws:sts::123456789012:assumed-role/reviewer/*"]
    }]
  })
}

resource "aws_codecommit_approval_rule_template" "silent" {
  name = "silent"
  content = jsonencode({
    Version               = "2018-11-08"
    DestinationReferences = ["refs/heads/main"]
    Statements = [{ # expect: unset aws-codecommit-two-approvals
      Type                = "Approvers"
      ApprovalPoolMembers = ["arn:aws:sts::123456789012:assumed-role/reviewer/*"]
    }]
  })
}

resource "aws_codecommit_approval_rule_template" "two" {
  name = "two"
  content = jsonencode({
    Version               = "2018-11-08"
    DestinationReferences = ["refs/heads/main"]
    Statements = [{
      Type                    = "Approvers"
      NumberOfApprovalsNeeded = 2 # expect: secure aws-codecommit-two-approvals
      ApprovalPoolMembers     = ["arn:aws:sts::123456789012:assumed-role/reviewer/*"]
    }]
  })
}

resource "aws_codecommit_approval_rule_template" "text" {
  name    = "text"
  content = <<-EOF
    {
      "Version": "2018-11-08",
      "Statements": [
        {
          "Type": "Approvers",
          "NumberOfApprovalsNeeded": 3
        }
      ]
    }
  EOF
}

resource "aws_codecommit_approval_rule_template" "unknown" {
  name = "unknown"
  content = jsonencode({
    Version               = "2018-11-08"
    DestinationReferences = ["refs/heads/main"]
    Statements = [{
      Type                    = "Approvers"
      NumberOfApprovalsNeeded = var.number # expect: unknown aws-codecommit-two-approvals because var.number
      ApprovalPoolMembers     = ["arn:aws:sts::123456789012:assumed-role/reviewer/*"]
    }]
  })
}
