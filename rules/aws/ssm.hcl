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

setting "aws-ssm-parameter-customer-key" {
  title    = "SecureStrings are encrypted with a key of your own"
  problem  = "The account's common key opens this parameter"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_ssm_parameter"
  filter    = attrs.type == "SecureString"
  attribute = "key_id"
  condition = is_own_key(value)

  why        = "With the common key everyone of the account who may read the parameter also decrypts it; your own key says who may."
  remedy     = "name a KMS key of yours in `key_id`"
  careful    = "readers need the right to decrypt with the key"
  aliases    = ["CKV_AWS_337"]
  references = ["https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html"]
  since      = "0.1.0"
}

setting "aws-ssm-document-private" {
  title    = "Documents are shared with accounts by name"
  problem  = "Every AWS account can read and run this document"
  layer    = "data"
  severity = "high"

  resource  = "aws_ssm_document"
  attribute = "permissions.account_ids"
  condition = value == null || !anytrue([for id in split(",", value) : lower(trimspace(id)) == "all"])

  why        = "Documents tell how machines are set up, and often hold what should be secret."
  remedy     = "name the accounts in `permissions.account_ids`"
  aliases    = ["CKV_AWS_303"]
  references = ["https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"]
  since      = "0.1.0"
}

setting "aws-ssm-session-key" {
  title    = "Sessions are encrypted with a key as well as TLS"
  problem  = "TLS alone protects what is typed and shown in these sessions"
  layer    = "encryption"
  severity = "low"

  resource = "aws_ssm_document"
  # documents that only forward ports have no such preferences
  filter    = attrs.document_type == "Session" && yamldecode(attrs.content).inputs != null
  subject   = yamldecode(attrs.content).inputs.kmsKeyId
  condition = value != null && value != ""

  why        = "Commands and their output hold passwords; with a key both ends must have rights on it to read them."
  remedy     = "name a KMS key of yours in `inputs.kmsKeyId` of the document"
  careful    = "machines and people need the right to use the key"
  aliases    = ["CKV_AWS_112"]
  references = ["https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html", "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html"]
  since      = "0.1.0"
}

setting "aws-ssm-session-log" {
  title    = "Sessions are recorded, encrypted"
  problem  = "Nothing encrypted tells what was done in these sessions"
  layer    = "logging"
  severity = "low"

  resource = "aws_ssm_document"
  filter   = attrs.document_type == "Session" && yamldecode(attrs.content).inputs != null
  subject  = yamldecode(attrs.content).inputs
  condition = (
    value.s3BucketName != null && value.s3BucketName != "" && value.s3EncryptionEnabled == true
    || value.cloudWatchLogGroupName != null && value.cloudWatchLogGroupName != "" && value.cloudWatchEncryptionEnabled == true
  )

  why        = "After a break-in nobody can say what was typed on the machine; a record that everyone reads gives passwords away."
  remedy     = "name an encrypted bucket or log group in `inputs` of the document"
  careful    = "the bucket or log group must be encrypted, or no session starts"
  aliases    = ["CKV_AWS_113"]
  references = ["https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html", "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html"]
  since      = "0.1.0"
}
