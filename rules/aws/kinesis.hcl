# Kinesis streams.

setting "aws-kinesis-encryption" {
  title    = "Streams encrypt their records"
  problem  = "Records of this stream are stored unencrypted"
  layer    = "encryption"
  severity = "medium"

  resource  = "aws_kinesis_stream"
  attribute = "encryption_type"
  default   = "NONE"
  condition = value == "KMS"

  why        = "Records wait on disk for a day or more, and often carry personal data."
  fix        = { encryption_type = "KMS", kms_key_id = "alias/aws/kinesis" }
  careful    = "writers and readers need the right to use the key"
  aliases    = ["CKV_AWS_43", "AVD-AWS-0064", "AC_AWS_0157"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html"]
  since      = "0.1.0"
}

setting "aws-kinesis-customer-key" {
  title    = "Streams are encrypted with a key of your own"
  problem  = "A key that AWS holds opens what this stream keeps"
  layer    = "encryption"
  severity = "info"

  on "aws_kinesis_stream" {
    filter = attrs.encryption_type == "KMS"
  }
  on "aws_kinesis_video_stream" {
  }
  attribute = "kms_key_id"
  condition = is_own_key(value) && (length(referred(attrs, "aws_kms_key", "kms_key_id")) > 0 || !strcontains(value, "alias/aws/"))

  why        = "With your own key you decide, and can see, who reads the records."
  careful    = "writers and readers need the right to use the key"
  aliases    = ["CKV_AWS_177", "CKV_AWS_185"]
  references = ["https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html", "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html"]
  since      = "0.1.0"
}
