# Connect: recordings and transcripts of calls.

setting "aws-connect-storage-customer-key" {
  title    = "Recordings and transcripts are encrypted with a key of your own"
  problem  = "Recordings stored here are not encrypted with a key of yours"
  layer    = "encryption"
  severity = "info"

  resource     = "aws_connect_instance_storage_config"
  filter       = length(attrs.storage_config.s3_config) > 0
  attribute    = "storage_config.s3_config.encryption_config.key_id"
  default_note = "the bucket decides how objects are encrypted"
  condition    = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads what callers said."
  aliases    = ["CKV_AWS_270"]
  references = ["https://docs.aws.amazon.com/connect/latest/adminguide/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-connect-video-customer-key" {
  title    = "Live media of calls is encrypted with a key of your own"
  problem  = "Live media stored here is not encrypted with a key of yours"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_connect_instance_storage_config"
  filter    = length(attrs.storage_config.kinesis_video_stream_config) > 0
  attribute = "storage_config.kinesis_video_stream_config.encryption_config.key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who listens to callers."
  aliases    = ["CKV_AWS_269"]
  references = ["https://docs.aws.amazon.com/connect/latest/adminguide/encryption-at-rest.html"]
  since      = "0.1.0"
}
