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
  aliases    = ["CKV_AWS_124", "AC_AWS_0021"]
  references = ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html"]
  since      = "0.1.0"
}
