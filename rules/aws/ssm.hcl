# Systems Manager parameters.

setting "aws-ssm-parameter-secure" {
  title    = "Parameters that hold secrets are SecureStrings"
  problem  = "This secret is kept as plain text"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_ssm_parameter"
  filter    = regex_match(lower(attrs.name), "(^|[/_.-])(password|passwd|pwd|secret|token|private[_-]?key|api[_-]?key|credentials?)$")
  attribute = "type"
  condition = value == "SecureString"

  why        = "Everyone who may read parameters reads it, without any right on a key."
  fix        = { type = "SecureString" }
  careful    = "readers must ask for decryption, and need the right on the key"
  aliases    = ["CKV2_AWS_34"]
  references = ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-about.html"]
  since      = "0.1.0"
}
