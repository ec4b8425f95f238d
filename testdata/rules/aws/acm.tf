# Certificates.

variable "name" {
  type = string
}

variable "preference" {
  type = string
}

resource "aws_acm_certificate" "silent" { # expect: unset aws-acm-replacement, secure aws-acm-transparency
  domain_name       = "shop.example.com" # expect: secure aws-acm-wildcard
  validation_method = "DNS"
}

resource "aws_acm_certificate" "wide" {
  domain_name       = "*.example.com" # expect: insecure aws-acm-wildcard
  validation_method = "DNS"

  options {
    certificate_transparency_logging_preference = "DISABLED" # expect: insecure aws-acm-transparency
  }

  lifecycle {
    create_before_destroy = false # expect: insecure aws-acm-replacement
  }
}

resource "aws_acm_certificate" "further" {
  for_each                  = toset(["shop", "mail"])
  domain_name               = "${each.key}.example.com"
  subject_alternative_names = ["*.${each.key}.example.com"] # expect: insecure aws-acm-wildcard
  validation_method         = "DNS"

  options {
    certificate_transparency_logging_preference = "ENABLED" # expect: secure aws-acm-transparency
  }

  lifecycle {
    create_before_destroy = true # expect: secure aws-acm-replacement
  }
}

resource "aws_acm_certificate" "imported" { # expect: secure aws-acm-wildcard, secure aws-acm-transparency
  certificate_body = "set elsewhere"
  private_key      = "set elsewhere"

  lifecycle {
    create_before_destroy = true # expect: secure aws-acm-replacement
    ignore_changes        = [private_key]
  }
}

resource "aws_acm_certificate" "unknown" { # expect: unset aws-acm-replacement, unknown aws-acm-wildcard because var.name
  domain_name       = var.name
  validation_method = "DNS"

  options {
    certificate_transparency_logging_preference = var.preference # expect: unknown aws-acm-transparency because var.preference
  }
}
