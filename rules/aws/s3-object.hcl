# Objects that Terraform writes itself.

setting "aws-s3-object-customer-key" {
  title    = "Objects are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this object"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"]
  attribute = "kms_key_id"
  condition = is_own_key(value)
  # an object that says nothing of encryption takes what the bucket says
  companion "aws_s3_bucket" {
    from   = "bucket"
    filter = attrs.server_side_encryption == null
    companion "aws_s3_bucket_server_side_encryption_configuration" {
      via     = "bucket"
      subject = [for r in carrier.rule : r.apply_server_side_encryption_by_default.kms_master_key_id][0]
    }
  }
  companion "aws_s3_bucket" {
    from      = "bucket"
    filter    = attrs.server_side_encryption == null && length(carrier.server_side_encryption_configuration) > 0
    attribute = "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id"
  }

  why        = "With your own key you decide, and can see, who decrypts; without it access to the bucket is access to the content."
  careful    = "every reader needs rights on the key, and each request to KMS costs; a key of the bucket serves all its objects"
  aliases    = ["CKV_AWS_181", "CKV_AWS_186", "AC_AWS_0498"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html"]
  since      = "0.1.0"
}
