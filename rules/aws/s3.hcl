# S3: who may reach a bucket's content, what is kept of it, and how it travels.

locals {
  s3_public_acls   = ["public-read", "public-read-write", "authenticated-read"]
  s3_public_groups = ["http://acs.amazonaws.com/groups/global/AllUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"]
}

setting "aws-s3-public-access" {
  family = {
    block-public-acls       = { attribute = "block_public_acls", aliases = ["CKV_AWS_53", "AVD-AWS-0086"] }
    block-public-policy     = { attribute = "block_public_policy", aliases = ["CKV_AWS_54", "AVD-AWS-0087"] }
    ignore-public-acls      = { attribute = "ignore_public_acls", aliases = ["CKV_AWS_55", "AVD-AWS-0091"] }
    restrict-public-buckets = { attribute = "restrict_public_buckets", aliases = ["CKV_AWS_56", "AVD-AWS-0093"] }
  }
  title    = "S3 public access block: ${family.value.attribute} is on"
  problem  = "This bucket's public access block leaves ${family.value.attribute} off"
  layer    = "data"
  severity = "medium"

  on "aws_s3_bucket" {
    default = true
    companion "aws_s3_bucket_public_access_block" {
      via       = "bucket"
      attribute = family.value.attribute
      default   = false
      fix       = { (family.value.attribute) = true }
    }
  }
  # the bucket is another root module's, or was never Terraform's
  on "aws_s3_bucket_public_access_block" {
    filter    = length(referred(attrs, "aws_s3_bucket", "bucket")) == 0
    attribute = family.value.attribute
    default   = false
    fix       = { (family.value.attribute) = true }
  }
  default_note = "on for buckets created since April 2023, off where a written block leaves it out; unless the account's own block has it on"
  condition    = value == true
  companion "aws_s3_account_public_access_block" {
    scope     = "provider"
    attribute = family.value.attribute
  }

  why        = "One careless ACL or policy then opens the bucket to everyone."
  aliases    = family.value.aliases
  frameworks = { "nist-800-53-r5" = ["AC-3", "AC-21"] }
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-block-stated" {
  title    = "The bucket states its public access block"
  problem  = "Only the date of its creation protects this bucket from public access"
  layer    = "data"
  severity = "info"

  resource  = "aws_s3_bucket"
  default_note = "unless the account's own public access block holds for all its buckets"
  condition = value != null
  companion "aws_s3_bucket_public_access_block" {
    via = "bucket"
    fix = { block_public_acls = true, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = true }
  }
  companion "aws_s3_account_public_access_block" {
    scope = "provider"
  }

  why        = "A bucket from before April 2023, or one that somebody opened by hand, stays open unnoticed."
  aliases    = ["CKV2_AWS_6", "AVD-AWS-0094"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"]
  since      = "0.1.0"
}

setting "aws-s3-account-public-access" {
  family = {
    block-public-acls       = { attribute = "block_public_acls" }
    block-public-policy     = { attribute = "block_public_policy" }
    ignore-public-acls      = { attribute = "ignore_public_acls" }
    restrict-public-buckets = { attribute = "restrict_public_buckets" }
  }
  title    = "S3 public access block of the account: ${family.value.attribute} is on"
  problem  = "The account's public access block leaves ${family.value.attribute} off"
  layer    = "data"
  severity = "medium"

  resource  = "aws_s3_account_public_access_block"
  attribute = family.value.attribute
  default   = false
  condition = value == true

  why        = "Whoever may change one bucket can open it to everyone, and nothing stands above it."
  fix        = { (family.value.attribute) = true }
  careful    = "buckets of this account that are public on purpose stop being so"
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html"]
  since      = "0.1.0"
}

setting "aws-s3-access-point-public-access" {
  family = {
    block-public-acls       = { attribute = "block_public_acls" }
    block-public-policy     = { attribute = "block_public_policy" }
    ignore-public-acls      = { attribute = "ignore_public_acls" }
    restrict-public-buckets = { attribute = "restrict_public_buckets" }
  }
  title    = "S3 access point blocks public access: ${family.value.attribute} is on"
  problem  = "This access point leaves ${family.value.attribute} off, for good"
  layer    = "data"
  severity = "medium"

  resource  = "aws_s3_access_point"
  attribute = "public_access_block_configuration.${family.value.attribute}"
  default   = true
  condition = value == true

  why        = "An access point is a second door to the bucket; its block cannot be changed once it exists."
  fix        = { "public_access_block_configuration.${family.value.attribute}" = true }
  careful    = "the access point is replaced"
  aliases    = ["CKV_AWS_392"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-acl" {
  title    = "The bucket's ACL shares it with nobody"
  problem  = "The canned ACL ${value} opens this bucket to strangers"
  layer    = "data"
  severity = "high"

  on "aws_s3_bucket" {
    severity = length(referring(attrs, "aws_cloudtrail", "s3_bucket_name")) > 0 ? "critical" : "high" # the account's audit log
    # a public access block that ignores ACLs makes them harmless
    filter   = !anytrue([for b in referring(attrs, "aws_s3_bucket_public_access_block", "bucket") : b.ignore_public_acls == true])
    carriers = "all"
    companion "aws_s3_bucket_acl" {
      via       = "bucket"
      attribute = "acl"
      fix       = { acl = "private" }
    }
  }
  # the bucket is another root module's, or was never Terraform's
  on "aws_s3_bucket_acl" {
    filter = length(referred(attrs, "aws_s3_bucket", "bucket")) == 0
  }
  attribute = "acl"
  default   = "private"
  condition = !contains(local.s3_public_acls, value)

  why        = "Anyone, with an AWS account or without, can list it or write to it."
  fix        = { acl = "private" }
  careful    = "readers that come without credentials are turned away"
  aliases    = ["CKV_AWS_20", "CKV_AWS_57", "AVD-AWS-0092", "AWS-0161", "AVD-AWS-0161", "AC_AWS_0210", "AC_AWS_0211", "AC_AWS_0212", "AC_AWS_0213", "AC_AWS_0215", "AC_AWS_0496"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"]
  since      = "0.1.0"
}

setting "aws-s3-acl-grant" {
  title    = "No ACL grant names everyone"
  problem  = "An ACL grant opens this bucket to ${endswith(value, "AllUsers") ? "everyone on the internet" : "everyone with an AWS account"}"
  layer    = "data"
  severity = "high"

  on "aws_s3_bucket_acl" {
    attribute = "access_control_policy.grant[*].grantee.uri"
  }
  on "aws_s3_bucket" {
    attribute = "grant[*].uri"
  }
  condition = !contains(local.s3_public_groups, value)

  why        = "Grants to these groups reach people whom nobody in the company knows."
  aliases    = ["CKV2_AWS_43", "CKV_AWS_375"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"]
  since      = "0.1.0"
}

setting "aws-s3-object-acl" {
  title    = "Objects are not shared one by one"
  problem  = "The canned ACL ${value} opens this object to strangers"
  layer    = "data"
  severity = "medium"

  resource     = ["aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"]
  attribute    = "acl"
  default      = "private"
  default_note = "AWS gives an object that names no ACL to its bucket's owner alone"
  condition    = !contains(local.s3_public_acls, value)

  why        = "A public object in a private bucket is overlooked in every review."
  fix        = { acl = "private" }
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"]
  since      = "0.1.0"
}

setting "aws-s3-acl-disabled" {
  title    = "ACLs are switched off for the bucket"
  problem  = "Object ownership ${value} lets ACLs decide who may read"
  layer    = "data"
  severity = "low"

  resource  = "aws_s3_bucket_ownership_controls"
  attribute = "rule.object_ownership"
  condition = value == "BucketOwnerEnforced"

  why        = "With ACLs in force every writer can share what it writes, past the bucket's policy."
  fix        = { "rule.object_ownership" = "BucketOwnerEnforced" }
  careful    = "uploads that send an ACL other than bucket-owner-full-control are refused"
  aliases    = ["CKV2_AWS_65"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html"]
  since      = "0.1.0"
}

setting "aws-s3-policy-public" {
  title    = "No bucket policy lets everyone in"
  problem  = "This bucket policy lets everyone use the bucket"
  layer    = "accounts"
  severity = "high"
  empty    = "secure"

  on "aws_s3_bucket_policy" {
    # a public access block that restricts public buckets confines such a policy to the account
    filter   = !anytrue(flatten([for b in referred(attrs, "aws_s3_bucket", "bucket") : [for p in referring(b, "aws_s3_bucket_public_access_block", "bucket") : p.restrict_public_buckets == true]]))
    for_each = statements(attrs.policy)
  }
  on "aws_s3_bucket" {
    filter   = !anytrue([for p in referring(attrs, "aws_s3_bucket_public_access_block", "bucket") : p.restrict_public_buckets == true])
    for_each = statements(attrs.policy)
  }
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = value == null || is_narrowed(each.value)

  why        = "Anyone, with an AWS account or without, can do what the statement allows."
  remedy     = "name the accounts, roles or services that need the bucket in principals"
  aliases    = ["CKV_AWS_70", "AC_AWS_0217", "AC_AWS_0218", "AC_AWS_0219", "AC_AWS_0215", "AC_AWS_0220", "AC_AWS_0221", "AC_AWS_0224"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html"]
  since      = "0.1.0"
}

setting "aws-s3-tls-only" {
  title    = "The bucket refuses requests without TLS"
  problem  = "This bucket answers plain HTTP"
  layer    = "transit"
  severity = "medium"

  resource = "aws_s3_bucket"
  # website endpoints speak nothing but HTTP
  filter    = length(attrs.website) == 0 && length(referring(attrs, "aws_s3_bucket_website_configuration", "bucket")) == 0
  subject   = [for s in statements(attrs.policy) : s if s.effect == "Deny" && anytrue([for c in s.conditions : lower(c.variable) == "aws:securetransport" && anytrue([for v in c.values : lower(v) == "false"])])][0]
  condition = value != null
  companion "aws_s3_bucket_policy" {
    via     = "bucket"
    subject = [for s in statements(carrier.policy) : s if s.effect == "Deny" && anytrue([for c in s.conditions : lower(c.variable) == "aws:securetransport" && anytrue([for v in c.values : lower(v) == "false"])])][0]
  }

  why        = "Objects and signed requests that travel over plain HTTP can be read on the way."
  aliases    = ["CKV_AWS_379"]
  frameworks = { "nist-800-53-r5" = ["SC-8", "SC-8(1)"] }
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-encryption" {
  title    = "The bucket encrypts what it stores"
  problem  = "This bucket's default encryption is ${value}"
  layer    = "encryption"
  severity = "high"

  resource     = "aws_s3_bucket"
  attribute    = "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm"
  default      = "AES256"
  default_note = "S3 encrypts every new object since 5 January 2023"
  carriers     = "all"
  condition    = contains(["AES256", "aws:kms", "aws:kms:dsse"], value)
  companion "aws_s3_bucket_server_side_encryption_configuration" {
    via     = "bucket"
    subject = [for r in carrier.rule : r.apply_server_side_encryption_by_default.sse_algorithm][0]
  }

  why        = "A disk or a copy that leaves the data centre is readable."
  aliases    = ["CKV_AWS_19", "AVD-AWS-0088"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-customer-key" {
  title    = "The bucket is encrypted with a key of your own"
  problem  = "This bucket's objects open with a key that AWS holds alone"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_s3_bucket"
  attribute = "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id"
  condition = is_own_key(value)
  companion "aws_s3_bucket_server_side_encryption_configuration" {
    via     = "bucket"
    subject = [for r in carrier.rule : r.apply_server_side_encryption_by_default.kms_master_key_id][0]
  }

  why        = "With your own key you decide, and can see, who decrypts; without it access to the bucket is access to the content."
  careful    = "every reader and writer needs rights on the key, and each request to KMS costs"
  aliases    = ["CKV_AWS_145", "AVD-AWS-0132", "AC_AWS_0207"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-versioning" {
  title    = "S3 bucket keeps versions"
  problem  = "This bucket keeps no versions"
  layer    = "integrity"
  severity = "medium"

  resource  = "aws_s3_bucket"
  attribute = "versioning.enabled"
  condition = value == true
  companion "aws_s3_bucket_versioning" {
    via       = "bucket"
    attribute = "versioning_configuration.status"
    condition = value == "Enabled"
    fix       = { "versioning_configuration.status" = "Enabled" }
  }

  why        = "An overwrite or a deletion cannot be undone."
  aliases    = ["CKV_AWS_21", "AVD-AWS-0090", "AC_AWS_0214"]
  frameworks = { "nist-800-53-r5" = ["CP-9"] }
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"]
  since      = "0.1.0"
}

setting "aws-s3-trail-mfa-delete" {
  title    = "Deleting audit logs needs a second factor"
  problem  = "One stolen key can delete the audit logs in this bucket"
  layer    = "integrity"
  severity = "low"

  resource = "aws_s3_bucket"
  # it hinders every automation, so only the bucket of a trail is asked for it
  filter    = length(referring(attrs, "aws_cloudtrail", "s3_bucket_name")) > 0
  attribute = "versioning.mfa_delete"
  condition = value == true
  companion "aws_s3_bucket_versioning" {
    via       = "bucket"
    attribute = "versioning_configuration.mfa_delete"
    condition = value == "Enabled"
  }
  companion "aws_s3_bucket_object_lock_configuration" { # a lock keeps them even from the owner
    via       = "bucket"
    attribute = "rule.default_retention.mode"
    condition = value != null
  }

  why        = "Whoever breaks in removes the traces first."
  careful    = "only the account's root user, with a second factor, can switch it on"
  aliases    = ["AVD-AWS-0170"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"]
  since      = "0.1.0"
}

setting "aws-s3-object-lock-retention" {
  title    = "Object Lock holds new objects for a time"
  problem  = "Object Lock is on, but locks nothing by itself"
  layer    = "integrity"
  severity = "low"

  resource  = "aws_s3_bucket"
  filter    = attrs.object_lock_enabled == true || length(attrs.object_lock_configuration) > 0
  attribute = "object_lock_configuration.rule.default_retention.mode"
  condition = value != null
  companion "aws_s3_bucket_object_lock_configuration" {
    via       = "bucket"
    attribute = "rule.default_retention.mode"
    fix       = { "rule.default_retention.mode" = "COMPLIANCE", "rule.default_retention.days" = 30 }
  }

  why        = "Only objects whose writer asks for a lock are protected; the others can be deleted."
  careful    = "in COMPLIANCE mode nobody, not even AWS, can delete an object before its time"
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-logging" {
  title    = "Requests to the bucket are logged"
  problem  = "Nobody can say who read from this bucket"
  layer    = "logging"
  severity = "low"

  resource = "aws_s3_bucket"
  # a bucket that takes such logs would log its own writing
  filter = (
    attrs.acl != "log-delivery-write"
    && length(referring(attrs, "aws_s3_bucket_logging", "target_bucket")) == 0
    && length(referring(attrs, "aws_s3_bucket", "logging.target_bucket")) == 0
  )
  attribute = "logging.target_bucket"
  condition = value != null
  companion "aws_s3_bucket_logging" {
    via       = "bucket"
    attribute = "target_bucket"
  }

  why        = "After a leak it stays unknown which objects were taken, and by whom."
  remedy     = "add an aws_s3_bucket_logging that names this bucket in bucket, and another in target_bucket"
  aliases    = ["CKV_AWS_18", "AVD-AWS-0089", "AWS-0163", "AVD-AWS-0163", "AC_AWS_0497"]
  frameworks = { "nist-800-53-r5" = ["AU-2", "AU-12"] }
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-force-destroy" {
  title    = "Terraform deletes no bucket that holds objects"
  problem  = "A destroy deletes this bucket with everything in it"
  layer    = "resilience"
  severity = "low"

  resource     = "aws_s3_bucket"
  attribute    = "force_destroy"
  default      = false
  default_note = "the provider refuses to delete a bucket that is not empty"
  condition    = value != true

  why        = "A wrong rename in the code is enough to lose the content, versions included."
  fix        = { force_destroy = false }
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html"]
  since      = "0.1.0"
}

setting "aws-s3-cors-writes" {
  title    = "Only named sites may write to the bucket from a browser"
  problem  = "A page of any site may send changes to this bucket"
  layer    = "application"
  severity = "low"

  on "aws_s3_bucket" "aws_s3_bucket_cors_configuration" {
    attribute = "cors_rule[*].allowed_origins"
  }
  filter    = length(setintersection(each.value.allowed_methods, ["PUT", "POST", "DELETE"])) > 0
  condition = !contains(value, "*")

  why        = "A hostile page can use what its visitor's browser is allowed to do."
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html"]
  since      = "0.1.0"
}
