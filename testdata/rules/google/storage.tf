# A bucket that says nothing.
resource "google_storage_bucket" "silent" { # expect: unset google-storage-uniform-access, unset google-storage-public-access-prevention, unset google-storage-versioning
  name     = "silent"
  location = "EU"
}

resource "google_storage_bucket" "careless" { # expect: unset google-storage-versioning
  name                        = "careless"
  location                    = "EU"
  uniform_bucket_level_access = false       # expect: insecure google-storage-uniform-access
  public_access_prevention    = "inherited" # expect: insecure google-storage-public-access-prevention
}

resource "google_storage_bucket" "careful" { # expect: unset google-storage-versioning
  name                        = "careful"
  location                    = "EU"
  uniform_bucket_level_access = true       # expect: secure google-storage-uniform-access
  public_access_prevention    = "enforced" # expect: secure google-storage-public-access-prevention
}

# A policy of one project speaks for buckets of that project.
resource "google_org_policy_policy" "uniform" {
  name   = "projects/shop-locked/policies/storage.uniformBucketLevelAccess"
  parent = "projects/shop-locked"
  spec {
    rules {
      enforce = "TRUE" # expect: secure google-storage-uniform-access
    }
  }
}

resource "google_org_policy_policy" "not_public" {
  name   = "projects/shop-locked/policies/storage.publicAccessPrevention"
  parent = "projects/shop-locked"
  spec {
    rules {
      enforce = "TRUE" # expect: secure google-storage-public-access-prevention
    }
  }
}

resource "google_storage_bucket" "locked" { # expect: unset google-storage-versioning
  name     = "locked"
  location = "EU"
  project  = "shop-locked"
}

variable "uniform" {
  type = bool
}

resource "google_storage_bucket" "open" { # expect: unset google-storage-versioning
  name                        = "open"
  location                    = "EU"
  uniform_bucket_level_access = var.uniform # expect: unknown google-storage-uniform-access because var.uniform
  public_access_prevention    = "enforced"
}

# Grants of one bucket.
resource "google_storage_bucket_iam_member" "world" {
  bucket = google_storage_bucket.careless.name
  role   = "roles/storage.objectViewer"
  member = "allUsers" # expect: insecure google-storage-public-grant
}

resource "google_storage_bucket_iam_member" "team" {
  bucket = google_storage_bucket.careful.name
  role   = "roles/storage.objectViewer"
  member = "group:shop@example.com" # expect: secure google-storage-public-grant
}

resource "google_storage_bucket_iam_binding" "world" {
  bucket = google_storage_bucket.careless.name
  role   = "roles/storage.objectViewer"
  members = [
    "group:shop@example.com",
    "allAuthenticatedUsers", # expect: insecure google-storage-public-grant
  ]
}

resource "google_storage_bucket_iam_binding" "team" { # expect: secure google-storage-public-grant
  for_each = toset(["roles/storage.objectViewer", "roles/storage.objectCreator"])
  bucket   = google_storage_bucket.careful.name
  role     = each.value
  members  = ["group:shop@example.com"]
}

resource "google_storage_bucket_iam_policy" "world" {
  bucket = google_storage_bucket.careless.name
  policy_data = jsonencode({
    bindings = [{
      role    = "roles/storage.objectViewer"
      members = ["group:shop@example.com", "allUsers"] # expect: insecure google-storage-public-grant
    }]
  })
}

resource "google_storage_bucket_iam_policy" "team" { # expect: secure google-storage-public-grant
  bucket = google_storage_bucket.careful.name
  policy_data = jsonencode({
    bindings = [{
      role    = "roles/storage.objectViewer"
      members = ["group:shop@example.com"]
    }]
  })
}

resource "google_storage_bucket_access_control" "world" {
  bucket = google_storage_bucket.careless.name
  role   = "READER"
  entity = "allUsers" # expect: insecure google-storage-public-grant
}

variable "reader" {
  type = string
}

resource "google_storage_bucket_iam_member" "open" {
  bucket = google_storage_bucket.careful.name
  role   = "roles/storage.objectViewer"
  member = var.reader # expect: unknown google-storage-public-grant because var.reader
}

# Versions.
resource "google_storage_bucket" "versioned" {
  name     = "versioned"
  location = "EU"
  project  = "shop-locked"
  versioning {
    enabled = true # expect: secure google-storage-versioning
  }
}

resource "google_storage_bucket" "unversioned" {
  name     = "unversioned"
  location = "EU"
  project  = "shop-locked"
  versioning {
    enabled = false # expect: insecure google-storage-versioning
  }
}

variable "versions" {
  type = bool
}

resource "google_storage_bucket" "perhaps" {
  name     = "perhaps"
  location = "EU"
  project  = "shop-locked"
  dynamic "versioning" {
    for_each = ["one"]
    content {
      enabled = var.versions # expect: unknown google-storage-versioning because var.versions
    }
  }
}

resource "google_storage_bucket" "generated" {
  name     = "generated"
  location = "EU"
  project  = "shop-locked"
  dynamic "versioning" {
    for_each = [true]
    content {
      enabled = versioning.value # expect: secure google-storage-versioning
    }
  }
}
