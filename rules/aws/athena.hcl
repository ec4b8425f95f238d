# Athena: queries over files.

setting "aws-athena-results-key" {
  title    = "Results of queries are encrypted with a KMS key"
  problem  = "Who may read the bucket reads the results of all queries"
  layer    = "encryption"
  severity = "info"

  on "aws_athena_workgroup" {
    filter    = attrs.configuration.managed_query_results_configuration.enabled != true # then Athena keeps them
    attribute = "configuration.result_configuration.encryption_configuration.encryption_option"
  }
  on "aws_athena_database" {
    attribute = "encryption_configuration.encryption_option"
  }
  default      = "SSE_S3"
  default_note = "S3 encrypts every new object since January 2023, unless the bucket says otherwise"
  condition    = value != "SSE_S3"

  why        = "With a key you decide, and can see, who reads results, which are often personal data gathered in one file."
  careful    = "whoever runs queries needs the right to use the key"
  aliases    = ["CKV_AWS_77", "CKV_AWS_159", "AVD-AWS-0006", "AC_AWS_0443"]
  references = ["https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html", "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html"]
  since      = "0.1.0"
}

setting "aws-athena-enforced" {
  title    = "Workgroups decide where results go and how they are encrypted"
  problem  = "Each client decides where results go, and whether they are encrypted"
  layer    = "encryption"
  severity = "low"

  resource  = "aws_athena_workgroup"
  filter    = length(attrs.configuration) > 0
  attribute = "configuration.enforce_workgroup_configuration"
  default   = true
  condition = value == true

  why        = "A client with a careless configuration writes results where others can read them."
  fix        = { "configuration.enforce_workgroup_configuration" = true }
  aliases    = ["CKV_AWS_82", "AVD-AWS-0007"]
  references = ["https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html"]
  since      = "0.1.0"
}
