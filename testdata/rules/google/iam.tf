resource "google_project_iam_member" "owner" {
  project = "shop-prod"
  role    = "roles/owner" # expect: insecure google-iam-basic-roles
  member  = "user:jane@example.com"
}

resource "google_folder_iam_binding" "readers" {
  folder  = "folders/1234567"
  role    = "roles/viewer" # expect: insecure google-iam-basic-roles
  members = ["group:shop@example.com"]
}

resource "google_project_iam_member" "narrow" {
  project = "shop-prod"
  role    = "roles/run.developer" # expect: secure google-iam-basic-roles, secure google-iam-impersonation
  member  = "group:shop@example.com"
}

# Roles that come through a map.
locals {
  grants = {
    people   = { role = "roles/viewer", member = "group:shop@example.com" }
    pipeline = { role = "roles/editor", member = "serviceAccount:ci@shop-prod.iam.gserviceaccount.com" }
  }
}

resource "google_project_iam_member" "many" {
  for_each = local.grants
  project  = "shop-prod"
  role     = each.value.role # expect: insecure google-iam-basic-roles
  member   = each.value.member
}

resource "google_project_iam_policy" "admin" {
  project = "shop-dev"
  policy_data = jsonencode({
    bindings = [{
      role    = "roles/editor" # expect: insecure google-iam-basic-roles
      members = ["group:shop@example.com"]
    }]
  })
}

resource "google_organization_iam_policy" "narrow" { # expect: secure google-iam-basic-roles
  org_id = "1234567"
  policy_data = jsonencode({
    bindings = [{
      role    = "roles/browser"
      members = ["group:shop@example.com"]
    }]
  })
}

# Who may act as every service account of a project.
resource "google_project_iam_binding" "lent" {
  project = "shop-prod"
  role    = "roles/iam.serviceAccountTokenCreator" # expect: insecure google-iam-impersonation
  members = ["group:shop@example.com"]
}

variable "role" {
  type = string
}

resource "google_project_iam_member" "open" {
  project = "shop-prod"
  role    = var.role # expect: unknown google-iam-basic-roles because var.role, unknown google-iam-impersonation because var.role
  member  = "group:shop@example.com"
}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_service_account_key" "ci" { # expect: insecure google-iam-service-account-key
  service_account_id = google_service_account.ci.name
}

resource "google_service_account_key" "uploaded" { # expect: not_applicable google-iam-service-account-key
  service_account_id = google_service_account.ci.name
  public_key_data    = "Y2VydGlmaWNhdGU="
}

# Everyone, in services of all kinds.
resource "google_kms_crypto_key_iam_member" "world" {
  crypto_key_id = "projects/shop-prod/locations/europe/keyRings/main/cryptoKeys/main"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "allUsers" # expect: insecure google-iam-public-grant
}

resource "google_pubsub_topic_iam_binding" "world" {
  topic = "orders"
  role  = "roles/pubsub.publisher"
  members = concat(
    ["group:shop@example.com"],
    ["allAuthenticatedUsers"], # expect: insecure google-iam-public-grant
  )
}

resource "google_bigquery_dataset_access" "world" {
  dataset_id    = "orders"
  role          = "READER"
  special_group = "allAuthenticatedUsers" # expect: insecure google-iam-public-grant
}

resource "google_secret_manager_secret_iam_member" "team" {
  secret_id = "token"
  role      = "roles/secretmanager.secretAccessor"
  member    = "group:shop@example.com" # expect: secure google-iam-public-grant
}
