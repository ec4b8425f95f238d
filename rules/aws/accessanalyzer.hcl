# IAM Access Analyzer: who from outside can reach what.

setting "aws-accessanalyzer-account" {
  title    = "An analyzer tells who from outside can reach what"
  problem  = "The account has rules for its passwords, but no access analyzer"
  layer    = "accounts"
  severity = "low"

  # an account is in view where its password policy is
  resource     = "aws_iam_account_password_policy"
  default_note = "unless an analyzer of the organisation, in another configuration, watches the account"
  condition    = value != null
  companion "aws_accessanalyzer_analyzer" {
    scope = "provider"
  }

  why        = "A bucket or role that was opened to strangers by mistake stays open until somebody looks."
  remedy     = "add an aws_accessanalyzer_analyzer in each region, or one of type ORGANIZATION"
  aliases    = ["AVD-AWS-0175"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html"]
  since      = "0.1.0"
}
