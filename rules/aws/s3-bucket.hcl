# Buckets: how long content stays, where copies are, and what the bucket is called.

setting "aws-s3-bucket-policy-lockout" {
  title    = "The bucket's policy can still be changed"
  problem  = "Nobody but the account's root user can change this policy"
  layer    = "resilience"
  severity = "medium"
  empty    = "secure"

  on "aws_s3_bucket_policy" "aws_s3_bucket" {
    for_each = statements(attrs.policy)
  }
  filter  = each.value.effect == "Deny"
  subject = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = (
    value == null || length(each.value.conditions) > 0
    || length(each.value.resources) > 0 && alltrue([for r in each.value.resources : endswith(r, "/*")]) # objects only
    || !allows(merge(each.value, { effect = "Allow" }), "s3:PutBucketPolicy")
  )

  why        = "A mistake in it, or an intruder's, then holds until somebody finds the root user's second factor."
  careful    = "leave the roles out that keep the policy, by a condition on aws:PrincipalArn"
  aliases    = ["CKV_AWS_93"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html", "https://repost.aws/knowledge-center/s3-accidentally-denied-access"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-website" {
  title    = "The bucket is no website of its own"
  problem  = "This bucket's website speaks plain HTTP, to everyone"
  layer    = "transit"
  severity = "low"

  resource = "aws_s3_bucket"
  # one that only sends visitors elsewhere serves nothing
  subject   = [for w in attrs.website : w if w.redirect_all_requests_to == null][0]
  condition = value == null
  companion "aws_s3_bucket_website_configuration" {
    via    = "bucket"
    filter = length(carrier.redirect_all_requests_to) == 0
  }

  why        = "Pages and what visitors send can be read and changed on the way; website endpoints have no TLS, and need a bucket that is open to all."
  careful    = "CloudFront with an origin access control serves the same over TLS, from a closed bucket"
  aliases    = ["AC_AWS_0208"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-name-dots" {
  title    = "The bucket's name has no dots"
  problem  = "The certificate of S3 does not fit the address of ${value}"
  layer    = "transit"
  severity = "low"

  resource = "aws_s3_bucket"
  # a website must be called like its domain
  filter    = length(attrs.website) == 0 && length(referring(attrs, "aws_s3_bucket_website_configuration", "bucket")) == 0
  attribute = ["bucket", "bucket_prefix"]
  condition = value == null || !contains_substring(value, ".")

  why        = "Programs stop checking the certificate, or fall back to plain HTTP, to reach it at all."
  careful    = "the bucket is replaced: copy the objects first"
  aliases    = ["AWS-0320", "AVD-AWS-0320"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-lifecycle" {
  title    = "Objects of the bucket have an end"
  problem  = "What is written to this bucket stays for ever"
  layer    = "data"
  severity = "info"

  resource  = "aws_s3_bucket"
  subject   = [for r in attrs.lifecycle_rule : r if r.enabled == true][0]
  condition = value != null
  companion "aws_s3_bucket_lifecycle_configuration" {
    via     = "bucket"
    subject = [for r in carrier.rule : r if r.status == "Enabled"][0]
  }

  why        = "What nobody needs any more can still be stolen, and data of persons must go when its purpose has."
  remedy     = "add an aws_s3_bucket_lifecycle_configuration that names this bucket in bucket"
  careful    = "an expiration deletes for good, unless versions are kept"
  aliases    = ["CKV2_AWS_61"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-unfinished-uploads" {
  title    = "Parts of unfinished uploads are removed"
  problem  = "Parts of uploads that never ended stay in this bucket, and no listing shows them"
  layer    = "data"
  severity = "info"

  resource = "aws_s3_bucket_lifecycle_configuration"
  # a rule for some of the objects leaves the parts of others
  subject = [
    for r in attrs.rule : r.abort_incomplete_multipart_upload[0].days_after_initiation
    if r.status == "Enabled" && length(r.abort_incomplete_multipart_upload) > 0 && (r.prefix == null || r.prefix == "") && alltrue([
      for f in r.filter : (f.prefix == null || f.prefix == "") && length(f.tag) == 0 && length(f.and) == 0
      && f.object_size_greater_than == null && f.object_size_less_than == null
    ])
  ][0]
  condition = value != null

  why        = "Nobody misses them, and everybody pays for them; they hold what was half uploaded."
  aliases    = ["CKV_AWS_300"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-replication" {
  title    = "The bucket is copied elsewhere"
  problem  = "No second bucket holds what is in this one"
  layer    = "resilience"
  severity = "info"

  resource = "aws_s3_bucket"
  # a bucket that takes copies is the second one
  filter = (
    length(referring(attrs, "aws_s3_bucket_replication_configuration", "rule[*].destination.bucket")) == 0
    && length(referring(attrs, "aws_s3_bucket", "replication_configuration.rules[*].destination.bucket")) == 0
  )
  subject   = [for c in attrs.replication_configuration : [for r in c.rules : r if r.status == "Enabled"][0]][0]
  condition = value != null
  companion "aws_s3_bucket_replication_configuration" {
    via     = "bucket"
    subject = [for r in carrier.rule : r if r.status == "Enabled"][0]
  }

  why        = "A region that is gone, or an account in wrong hands, takes the only copy."
  remedy     = "add an aws_s3_bucket_replication_configuration that names this bucket in bucket"
  careful    = "both buckets must keep versions, and the copies are paid for"
  aliases    = ["CKV_AWS_144"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-notifications" {
  title    = "Buckets tell what happens to their objects"
  problem  = "Nobody is told when an object of this bucket comes or goes"
  layer    = "logging"
  severity = "info"

  resource  = "aws_s3_bucket"
  condition = value != null
  companion "aws_s3_bucket_notification" {
    via = "bucket"
  }

  why        = "A wish, not a duty: it helps only where somebody acts on what is told."
  aliases    = ["CKV2_AWS_62"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"]
  since      = "0.1.0"
}

setting "aws-s3-bucket-object-lock" {
  title    = "An object lock that is configured is on"
  problem  = "The object lock of this bucket is configured, but not on"
  layer    = "integrity"
  severity = "low"

  resource  = "aws_s3_bucket"
  filter    = length(attrs.object_lock_configuration) > 0
  attribute = "object_lock_configuration.object_lock_enabled"
  condition = value == "Enabled" || attrs.object_lock_enabled == true

  why        = "Objects that are taken for locked can be overwritten and deleted."
  fix        = { "object_lock_configuration.object_lock_enabled" = "Enabled" }
  careful    = "the bucket is replaced"
  aliases    = ["CKV_AWS_143"]
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"]
  since      = "0.1.0"
}
