# FSx file systems. AWS encrypts all of them; what is left to choose is the key.

setting "aws-fsx-customer-key" {
  title    = "FSx file systems are encrypted with a key of your own"
  problem  = "A key that AWS manages opens this file system"
  layer    = "encryption"
  severity = "info"

  on "aws_fsx_ontap_file_system" "aws_fsx_openzfs_file_system" "aws_fsx_windows_file_system" {}
  on "aws_fsx_lustre_file_system" {
    # scratch file systems take no key
    filter = startswith(attrs.deployment_type, "PERSISTENT")
  }
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who opens the files and their backups."
  careful    = "on an existing file system this replaces it: copy the files first"
  aliases    = ["CKV_AWS_178", "CKV_AWS_179", "CKV_AWS_190", "CKV_AWS_203"]
  references = ["https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html", "https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html"]
  since      = "0.1.0"
}
