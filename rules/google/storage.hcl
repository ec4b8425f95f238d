# Cloud Storage.

locals {
  everyone = ["allUsers", "allAuthenticatedUsers"]
}

setting "google-storage-uniform-access" {
  title    = "Buckets decide access for all their objects alike"
  problem  = "Every object of this bucket can have rights of its own"
  layer    = "data"
  severity = "medium"

  resource  = "google_storage_bucket"
  attribute    = "uniform_bucket_level_access"
  default      = false
  default_note = "unless a policy of the organisation or the project enforces it"
  condition    = value == true
  companion "google_org_policy_policy" {
    scope     = "account"
    filter    = endswith(carrier.name, "/policies/storage.uniformBucketLevelAccess") && (startswith(carrier.parent, "organizations/") || carrier.parent == "projects/${attrs.project}")
    attribute = "spec.rules[0].enforce"
    condition = upper(value) == "TRUE"
  }

  why        = "Rights of single objects are overlooked in every review of who may read what."
  fix        = { uniform_bucket_level_access = true }
  careful    = "rights that objects have now stop working; after 90 days the change is final"
  aliases    = ["CKV_GCP_29", "AVD-GCP-0002", "AC_GCP_0234"]
  references = ["https://cloud.google.com/storage/docs/uniform-bucket-level-access"]
  since      = "0.1.0"
}

setting "google-storage-public-access-prevention" {
  title    = "Buckets cannot be made public"
  problem  = "A single grant can make this bucket public"
  layer    = "data"
  severity = "medium"

  resource  = "google_storage_bucket"
  attribute = "public_access_prevention"
  default   = "inherited"
  condition = value == "enforced"
  companion "google_org_policy_policy" {
    scope     = "account"
    filter    = endswith(carrier.name, "/policies/storage.publicAccessPrevention") && (startswith(carrier.parent, "organizations/") || carrier.parent == "projects/${attrs.project}")
    attribute = "spec.rules[0].enforce"
    condition = upper(value) == "TRUE"
  }

  default_note = "inherited: what the organisation's policy says, and nothing forbids it if there is none"
  why          = "One careless grant to allUsers opens everything in it to the internet."
  fix          = { public_access_prevention = "enforced" }
  careful      = "a bucket that serves a public website must stay as it is"
  aliases      = ["CKV_GCP_114"]
  references   = ["https://cloud.google.com/storage/docs/public-access-prevention"]
  since        = "0.1.0"
}

setting "google-storage-public-grant" {
  title    = "Buckets are granted to nobody in general"
  problem  = "This grant lets ${value == "allUsers" ? "everyone on the internet" : "everyone with a Google account"} in"
  layer    = "accounts"
  severity = "high"

  on "google_storage_bucket_iam_member" {
    attribute = "member"
    condition = !contains(local.everyone, value)
  }
  on "google_storage_bucket_iam_binding" {
    subject = [for member in attrs.members : member if contains(local.everyone, member)][0]
  }
  on "google_storage_bucket_iam_policy" {
    subject = flatten([for s in statements(attrs.policy_data) : [for p in s.principals : p.id if contains(local.everyone, p.id)]])[0]
  }
  on "google_storage_bucket_access_control" "google_storage_default_object_access_control" {
    attribute = "entity"
    condition = !contains(local.everyone, value)
  }
  condition = value == null

  why        = "What the bucket holds now, and whatever is put there later, can be read or changed by strangers."
  aliases    = ["CKV_GCP_28", "AVD-GCP-0001", "AC_GCP_0237", "AC_GCP_0238"]
  references = ["https://cloud.google.com/storage/docs/access-control/making-data-public"]
  since      = "0.1.0"
}

setting "google-storage-versioning" {
  title    = "Buckets keep versions"
  problem  = "This bucket keeps no versions"
  layer    = "integrity"
  severity = "low"

  resource  = "google_storage_bucket"
  attribute = "versioning.enabled"
  condition = value == true

  default_note = "left out, what is deleted can be brought back for seven days"
  why          = "Once the days of soft deletion are over, an overwrite or a deletion cannot be undone."
  fix          = { "versioning.enabled" = true }
  careful      = "old versions are paid for: let a lifecycle rule delete them"
  aliases      = ["CKV_GCP_78", "AVD-GCP-0078", "AC_GCP_0241"]
  references   = ["https://cloud.google.com/storage/docs/object-versioning", "https://cloud.google.com/storage/docs/soft-delete"]
  since        = "0.1.0"
}
