# Timestream: databases for LiveAnalytics, and instances of InfluxDB.

setting "aws-timestream-customer-key" {
  title    = "Timestream databases are encrypted with a key of your own"
  problem  = "A key that AWS manages opens this database"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_timestreamwrite_database"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads what the database keeps."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "requests to KMS cost"
  aliases    = ["CKV_AWS_160"]
  references = ["https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html"]
  since      = "0.1.0"
}

setting "aws-timestream-public" {
  title    = "InfluxDB instances have no public address"
  problem  = "This instance has an address on the internet"
  layer    = "network"
  severity = "high"

  resource     = "aws_timestreaminfluxdb_db_instance"
  attribute    = "publicly_accessible"
  default      = false
  default_note = "the provider sends false"
  condition    = value != true

  why        = "Only the security group and a password stand between the data and everyone."
  fix        = { publicly_accessible = false }
  careful    = "the instance is replaced"
  references = ["https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-db-connecting.html"]
  since      = "0.1.0"
}
