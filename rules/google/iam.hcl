# Who may do what in projects, folders and organisations, and the keys of service accounts.

locals {
  basic_roles         = ["roles/owner", "roles/editor", "roles/viewer"]
  impersonation_roles = ["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator"]
}

setting "google-iam-basic-roles" {
  title    = "Grants name narrow roles"
  problem  = "${value} reaches every service"
  layer    = "accounts"
  severity = value == "roles/viewer" ? "low" : "high"

  on "google_project_iam_member" "google_project_iam_binding" "google_folder_iam_member" "google_folder_iam_binding" "google_organization_iam_member" "google_organization_iam_binding" {
    attribute = "role"
    condition = !contains(local.basic_roles, value)
  }
  on "google_project_iam_policy" "google_folder_iam_policy" "google_organization_iam_policy" {
    subject = flatten([for s in statements(attrs.policy_data) : [for action in s.actions : action if contains(local.basic_roles, action)]])[0]
  }
  condition = value == null

  why        = "Basic roles hold thousands of rights in every service there is and in every one to come."
  aliases    = ["CKV_GCP_115", "CKV_GCP_116", "CKV_GCP_117"]
  references = ["https://cloud.google.com/iam/docs/roles-overview#basic"]
  since      = "0.1.0"
}

setting "google-iam-impersonation" {
  title    = "Service accounts are lent one by one, not by the project"
  problem  = "${attrs.role} lends every service account of the project"
  layer    = "accounts"
  severity = "medium"

  resource  = ["google_project_iam_member", "google_project_iam_binding"]
  attribute = "role"
  condition = !contains(local.impersonation_roles, value)

  why        = "Whoever holds it acts as the most powerful service account of the project."
  aliases    = ["CKV_GCP_41", "AVD-GCP-0011", "AC_GCP_0006", "AC_GCP_0007"]
  references = ["https://cloud.google.com/iam/docs/service-account-permissions"]
  since      = "0.1.0"
}

setting "google-iam-service-account-key" {
  title    = "Service accounts have no keys to lose"
  problem  = "This key signs in as the service account, from anywhere, until someone deletes it"
  layer    = "accounts"
  severity = "medium"

  resource = "google_service_account_key"
  # The private half of a key that was made elsewhere never reaches Terraform.
  filter    = attrs.public_key_data == null
  condition = false

  why        = "The private key stands in the Terraform state and in every place it is copied to."
  references = ["https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys"]
  since      = "0.1.0"
}

setting "google-iam-public-grant" {
  title    = "Nothing is granted to everyone"
  problem  = "This grant lets ${value == "allUsers" ? "everyone on the internet" : "everyone with a Google account"} in"
  layer    = "accounts"
  severity = "high"

  on "google_kms_crypto_key_iam_member" "google_kms_key_ring_iam_member" "google_secret_manager_secret_iam_member" "google_pubsub_topic_iam_member" "google_pubsub_subscription_iam_member" "google_bigquery_dataset_iam_member" "google_bigquery_table_iam_member" "google_artifact_registry_repository_iam_member" "google_service_account_iam_member" "google_project_iam_member" {
    attribute = "member"
    condition = !contains(local.everyone, value)
  }
  on "google_kms_crypto_key_iam_binding" "google_kms_key_ring_iam_binding" "google_secret_manager_secret_iam_binding" "google_pubsub_topic_iam_binding" "google_pubsub_subscription_iam_binding" "google_bigquery_dataset_iam_binding" "google_bigquery_table_iam_binding" "google_artifact_registry_repository_iam_binding" "google_service_account_iam_binding" "google_project_iam_binding" {
    subject = [for member in attrs.members : member if contains(local.everyone, member)][0]
  }
  on "google_bigquery_dataset_access" {
    attribute = ["special_group", "iam_member"]
    condition = !contains(local.everyone, value)
  }
  condition = value == null

  why        = "Strangers read, change or use it, now and whatever is put there later."
  aliases    = ["CKV_GCP_99", "CKV_GCP_100", "CKV_GCP_101", "CKV_GCP_112"]
  references = ["https://cloud.google.com/iam/docs/principals-overview"]
  since      = "0.1.0"
}
