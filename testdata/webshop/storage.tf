# Buckets that only the shop itself uses.
module "bucket" {
  source   = "./modules/bucket"
  for_each = local.buckets

  name        = "${local.name}-${each.key}"
  expire_days = each.value.expire_days
  kms_key_arn = each.key == "trail" ? aws_kms_key.logs.arn : aws_kms_key.data.arn
  log_bucket  = module.access_logs.id
  policy      = each.key == "trail" ? data.aws_iam_policy_document.trail_bucket.json : null
}

# onus: ignore[aws-s3-acl-disabled, aws-s3-bucket-customer-key] until=2027-06-30 -- CloudFront and the load balancer write logs with an ACL and without our key
module "access_logs" {
  source = "./modules/bucket"

  name        = "${local.name}-access-logs"
  expire_days = 365
  ownership   = "BucketOwnerPreferred"
  policy      = data.aws_iam_policy_document.access_logs.json
}

data "aws_iam_policy_document" "access_logs" {
  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${local.name}-access-logs/*"]

    principals {
      type        = "Service"
      identifiers = ["logdelivery.elasticloadbalancing.amazonaws.com", "logging.s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

# Pages that customers see, one site for each market.
module "site" {
  source   = "./modules/site"
  for_each = var.sites

  name       = "${local.name}-${each.key}"
  domain     = "${each.key}.${var.domain}"
  languages  = each.value.languages
  buckets    = each.value.buckets
  log_bucket = module.access_logs.id
}

# No bucket of this account can be opened by mistake.
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
