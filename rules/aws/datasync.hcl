# DataSync: copying between storages.

setting "aws-datasync-secret-key" {
  title    = "Keys of object storages are kept out of Terraform"
  problem  = "The secret key of this storage stands in Terraform's state"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_datasync_location_object_storage"
  attribute = "secret_key"
  condition = value == null

  why        = "Everyone who may read the state may read and write the storage."
  careful    = "a storage of AWS needs no key: aws_datasync_location_s3 takes a role"
  aliases    = ["CKV_AWS_295"]
  references = ["https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html"]
  since      = "0.1.0"
}
