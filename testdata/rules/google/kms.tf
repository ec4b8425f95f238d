resource "google_kms_key_ring" "main" {
  name     = "main"
  location = "europe"
}

resource "google_kms_crypto_key" "never" { # expect: unset google-kms-rotation
  name     = "never"
  key_ring = google_kms_key_ring.main.id
}

resource "google_kms_crypto_key" "rarely" {
  name            = "rarely"
  key_ring        = google_kms_key_ring.main.id
  rotation_period = "31536000s" # expect: insecure google-kms-rotation
}

resource "google_kms_crypto_key" "quarterly" {
  name            = "quarterly"
  key_ring        = google_kms_key_ring.main.id
  rotation_period = "7776000s" # expect: secure google-kms-rotation
}

locals {
  days = 30
}

resource "google_kms_crypto_key" "monthly" {
  name            = "monthly"
  key_ring        = google_kms_key_ring.main.id
  purpose         = "ENCRYPT_DECRYPT"
  rotation_period = "${local.days * 24 * 3600}s" # expect: secure google-kms-rotation
}

# Signing keys cannot rotate by themselves.
resource "google_kms_crypto_key" "signing" { # expect: not_applicable google-kms-rotation
  name     = "signing"
  key_ring = google_kms_key_ring.main.id
  purpose  = "ASYMMETRIC_SIGN"
}

variable "rotation" {
  type = string
}

resource "google_kms_crypto_key" "open" {
  name            = "open"
  key_ring        = google_kms_key_ring.main.id
  rotation_period = var.rotation # expect: unknown google-kms-rotation because var.rotation
}
