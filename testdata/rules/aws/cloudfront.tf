# Distributions.

variable "text" {
  type = string
}

resource "aws_cloudfront_distribution" "careless" { # expect: unset aws-cloudfront-logging, unset aws-cloudfront-waf
  enabled = true

  origin {
    domain_name = "shop.acme.example"
    origin_id   = "shop"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only" # expect: insecure aws-cloudfront-origin-tls
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  origin {
    domain_name = "old.acme.example"
    origin_id   = "old"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"           # expect: secure aws-cloudfront-origin-tls
      origin_ssl_protocols   = ["TLSv1.2", "TLSv1.1"] # expect: insecure aws-cloudfront-origin-old-tls
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "shop"
    viewer_protocol_policy = "allow-all" # expect: insecure aws-cloudfront-viewer-tls
  }

  ordered_cache_behavior {
    path_pattern           = "/old/*"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "old"
    viewer_protocol_policy = "https-only" # expect: secure aws-cloudfront-viewer-tls
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate { # expect: unset aws-cloudfront-min-tls
    acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    ssl_support_method  = "sni-only"
  }
}

resource "aws_cloudfront_distribution" "careful" {
  enabled    = true
  web_acl_id = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/01234567-89ab-cdef-0123-456789abcdef" # expect: secure aws-cloudfront-waf

  origin {
    domain_name = "shop.acme.example"
    origin_id   = "shop"
    custom_origin_config { # expect: secure aws-cloudfront-origin-old-tls
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only" # expect: secure aws-cloudfront-origin-tls
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  origin { # expect: not_applicable aws-cloudfront-origin-tls
    domain_name = "acme-assets.s3.eu-central-1.amazonaws.com"
    origin_id   = "assets"
  }

  origin { # expect: not_applicable aws-cloudfront-origin-tls
    domain_name = "acme-www.s3-website.eu-central-1.amazonaws.com"
    origin_id   = "www"
    custom_origin_config { # expect: not_applicable aws-cloudfront-origin-old-tls
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1"]
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https" # expect: secure aws-cloudfront-viewer-tls
  }

  logging_config {
    bucket = "acme-logs.s3.amazonaws.com" # expect: secure aws-cloudfront-logging
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021" # expect: secure aws-cloudfront-min-tls
  }
}

resource "aws_cloudfront_distribution" "own_domain" { # expect: secure aws-cloudfront-logging, unset aws-cloudfront-waf
  enabled = true

  origin {
    domain_name = "acme-assets.s3.eu-central-1.amazonaws.com"
    origin_id   = "assets"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "assets"
    viewer_protocol_policy = "https-only"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.1_2016" # expect: insecure aws-cloudfront-min-tls
  }
}

resource "aws_cloudwatch_log_delivery_source" "own_domain" {
  name         = "own-domain"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.own_domain.arn
}

resource "aws_cloudfront_distribution" "amazons_domain" { # expect: not_applicable aws-cloudfront-min-tls
  enabled    = true
  web_acl_id = var.text # expect: unknown aws-cloudfront-waf because var.text

  origin {
    domain_name = "shop.acme.example"
    origin_id   = "shop"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = var.text   # expect: unknown aws-cloudfront-origin-tls because var.text
      origin_ssl_protocols   = [var.text] # expect: unknown aws-cloudfront-origin-old-tls because var.text
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "shop"
    viewer_protocol_policy = var.text # expect: unknown aws-cloudfront-viewer-tls because var.text
  }

  logging_config {
    bucket = var.text # expect: unknown aws-cloudfront-logging because var.text
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

resource "aws_cloudfront_distribution" "unknown_tls" { # expect: unset aws-cloudfront-waf
  enabled = true

  origin {
    domain_name = "acme-assets.s3.eu-central-1.amazonaws.com"
    origin_id   = "assets"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "assets"
    viewer_protocol_policy = "https-only"
  }

  logging_config {
    bucket = "acme-logs.s3.amazonaws.com"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = var.text # expect: unknown aws-cloudfront-min-tls because var.text
  }
}
