# Zones and domains.

variable "flag" {
  type = bool
}

variable "status" {
  type = string
}

resource "aws_route53_zone" "silent" { # expect: unset aws-route53-query-logs, unset aws-route53-dnssec
  name = "silent.example.com"
}

resource "aws_route53_zone" "private" { # expect: not_applicable aws-route53-query-logs, not_applicable aws-route53-dnssec
  name = "private.example.com"

  vpc {
    vpc_id = "vpc-0123456789abcdef0"
  }
}

resource "aws_route53_zone" "careful" { # expect: secure aws-route53-query-logs
  name = "example.com"
}

resource "aws_route53_query_log" "careful" {
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/route53/example.com"
  zone_id                  = aws_route53_zone.careful.zone_id
}

resource "aws_route53_key_signing_key" "careful" {
  hosted_zone_id             = aws_route53_zone.careful.id
  key_management_service_arn = "arn:aws:kms:us-east-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
  name                       = "example"
}

resource "aws_route53_hosted_zone_dnssec" "careful" { # expect: secure aws-route53-dnssec
  hosted_zone_id = aws_route53_key_signing_key.careful.hosted_zone_id
}

resource "aws_route53_zone" "signed" { # expect: unset aws-route53-query-logs
  name = "signed.example.com"
}

resource "aws_route53_hosted_zone_dnssec" "signed" {
  hosted_zone_id = aws_route53_zone.signed.zone_id
  signing_status = "SIGNING" # expect: secure aws-route53-dnssec
}

resource "aws_route53_zone" "paused" { # expect: unset aws-route53-query-logs
  name = "paused.example.com"
}

resource "aws_route53_hosted_zone_dnssec" "paused" {
  hosted_zone_id = aws_route53_zone.paused.id
  signing_status = "NOT_SIGNING" # expect: insecure aws-route53-dnssec
}

resource "aws_route53_zone" "unknown" { # expect: unset aws-route53-query-logs
  name = "unknown.example.com"
}

resource "aws_route53_hosted_zone_dnssec" "unknown" {
  hosted_zone_id = aws_route53_zone.unknown.id
  signing_status = var.status # expect: unknown aws-route53-dnssec because var.status
}

resource "aws_route53domains_registered_domain" "silent" { # expect: secure aws-route53-transfer-lock
  domain_name = "example.com"
}

resource "aws_route53domains_registered_domain" "locked" {
  domain_name   = "example.org"
  transfer_lock = true # expect: secure aws-route53-transfer-lock
}

resource "aws_route53domains_registered_domain" "loose" {
  domain_name   = "example.net"
  transfer_lock = false # expect: insecure aws-route53-transfer-lock
}

resource "aws_route53domains_registered_domain" "unknown" {
  domain_name   = "example.info"
  transfer_lock = var.flag # expect: unknown aws-route53-transfer-lock because var.flag
}
