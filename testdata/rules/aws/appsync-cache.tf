# Caches.

variable "flag" {
  type = bool
}

resource "aws_appsync_api_cache" "silent" { # expect: unset aws-appsync-cache-encrypted, unset aws-appsync-cache-transit
  api_id               = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "SMALL"
  ttl                  = 600
}

resource "aws_appsync_api_cache" "off" {
  api_id                     = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "SMALL"
  ttl                        = 600
  at_rest_encryption_enabled = false # expect: insecure aws-appsync-cache-encrypted
  transit_encryption_enabled = false # expect: insecure aws-appsync-cache-transit
}

resource "aws_appsync_api_cache" "on" {
  api_id                     = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "SMALL"
  ttl                        = 600
  at_rest_encryption_enabled = true # expect: secure aws-appsync-cache-encrypted
  transit_encryption_enabled = true # expect: secure aws-appsync-cache-transit
}

resource "aws_appsync_api_cache" "unknown" {
  api_id                     = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "SMALL"
  ttl                        = 600
  at_rest_encryption_enabled = var.flag # expect: unknown aws-appsync-cache-encrypted because var.flag
  transit_encryption_enabled = var.flag # expect: unknown aws-appsync-cache-transit because var.flag
}
