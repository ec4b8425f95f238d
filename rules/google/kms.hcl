# Cloud Key Management Service.

setting "google-kms-rotation" {
  title    = "Keys rotate within ${input.max_days} days"
  problem  = "This key does not rotate within ${input.max_days} days"
  layer    = "encryption"
  severity = "medium"

  input "max_days" {
    type        = number
    default     = 90
    description = "The longest time between two versions of a key, in days."
  }
  resource  = "google_kms_crypto_key"
  filter    = coalesce(attrs.purpose, "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT" && attrs.import_only != true
  attribute = "rotation_period"
  condition = seconds(value) <= input.max_days * 86400

  default_note = "left out, the key never rotates"
  why          = "A key that leaked once reads all that was ever encrypted with it, and all that will be."
  fix          = { rotation_period = "${input.max_days * 86400}s" }
  aliases      = ["CKV_GCP_43", "AVD-GCP-0065", "AC_GCP_0011"]
  references   = ["https://cloud.google.com/kms/docs/key-rotation"]
  since        = "0.1.0"
}
