# CloudFormation: stacks that Terraform makes.

setting "aws-cloudformation-stack-policy" {
  title    = "Stacks protect what must not be replaced"
  problem  = "An update of this stack may replace or delete everything in it"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_cloudformation_stack"
  attribute = ["policy_body", "policy_url"]
  condition = value != null

  why        = "A wrong template takes the database with it."
  aliases    = ["AC_AWS_0445"]
  references = ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html"]
  since      = "0.1.0"
}

setting "aws-cloudformation-notifications" {
  title    = "Stacks tell what happens to them"
  problem  = "Nobody hears of changes to this stack"
  layer    = "logging"
  severity = "info"

  resource  = "aws_cloudformation_stack"
  attribute = "notification_arns"
  condition = length(value) > 0

  why        = "A change that nobody planned is seen late."
  remedy     = "name an SNS topic in notification_arns"
  aliases    = ["CKV_AWS_124", "AC_AWS_0021"]
  references = ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html"]
  since      = "0.1.0"
}

setting "aws-cloudformation-retain" {
  title    = "Stacks outlive their place in a set"
  problem  = "When this is taken away, its stack and all in it are deleted"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_cloudformation_stack_set_instance"
  filter    = attrs.retain_stack != null # who says nothing has not chosen
  attribute = "retain_stack"
  condition = value == true

  why        = "A line that is removed by mistake takes databases of another account with it."
  fix        = { retain_stack = true }
  careful    = "a stack that is kept must be removed by hand"
  aliases    = ["AC_AWS_0022"]
  references = ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stackinstances-delete.html"]
  since      = "0.1.0"
}

setting "aws-cloudformation-template" {
  title    = "Stacks that are made from a file name it"
  problem  = "The file that this stack is made from is not named"
  layer    = "integrity"
  severity = "info"

  resource  = "aws_cloudformation_stack"
  attribute = "template_url"
  condition = value == null || value != ""

  why        = "What the stack holds cannot be looked up where its template should be."
  aliases    = ["AC_AWS_0444"]
  references = ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-guide.html"]
  since      = "0.1.0"
}
