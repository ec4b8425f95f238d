# Distributions: what viewers see, and what stands behind.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

variable "seconds" {
  type = number
}

resource "aws_s3_bucket" "site" {
  bucket = "acme-site"
}

resource "aws_cloudfront_origin_access_control" "site" {
  name                              = "site"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_response_headers_policy" "strict" {
  name = "strict"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 63072000 # expect: secure aws-cloudfront-hsts
      include_subdomains         = true
      override                   = true
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "year" {
  name = "year"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 31536000 # expect: secure aws-cloudfront-hsts
      override                   = true
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "hour" {
  name = "hour"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 3600 # expect: insecure aws-cloudfront-hsts
      override                   = true
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "frames" {
  name = "frames"

  security_headers_config { # expect: unset aws-cloudfront-hsts
    frame_options {
      frame_option = "DENY"
      override     = true
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "unknown" {
  name = "unknown"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = var.seconds # expect: unknown aws-cloudfront-hsts because var.seconds
      override                   = true
    }
  }
}

resource "aws_cloudfront_distribution" "silent" { # expect: unset aws-cloudfront-root-object, unset aws-cloudfront-origin-failover
  enabled = true

  origin { # expect: unset aws-cloudfront-origin-access
    domain_name = aws_s3_bucket.site.bucket_regional_domain_name
    origin_id   = "main"
  }

  default_cache_behavior { # expect: unset aws-cloudfront-response-headers
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "main"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none" # expect: insecure aws-cloudfront-geo-restriction
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true # expect: insecure aws-cloudfront-own-certificate
  }
}

resource "aws_cloudfront_distribution" "careful" { # expect: secure aws-cloudfront-own-certificate
  enabled             = true
  default_root_object = "index.html" # expect: secure aws-cloudfront-root-object

  origin {
    domain_name              = aws_s3_bucket.site.bucket_regional_domain_name
    origin_id                = "main"
    origin_access_control_id = aws_cloudfront_origin_access_control.site.id # expect: secure aws-cloudfront-origin-access
  }

  origin {
    domain_name = "acme-second.s3.eu-west-1.amazonaws.com"
    origin_id   = "second"

    s3_origin_config {
      origin_access_identity = "origin-access-identity/cloudfront/ABCDEFG1234567" # expect: secure aws-cloudfront-origin-access
    }
  }

  origin_group {
    origin_id = "both" # expect: secure aws-cloudfront-origin-failover

    failover_criteria {
      status_codes = [500, 502]
    }

    member {
      origin_id = "main"
    }

    member {
      origin_id = "second"
    }
  }

  default_cache_behavior {
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    target_origin_id           = "main"
    viewer_protocol_policy     = "redirect-to-https"
    cache_policy_id            = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    response_headers_policy_id = aws_cloudfront_response_headers_policy.strict.id # expect: secure aws-cloudfront-response-headers
  }

  restrictions {
    geo_restriction {
      restriction_type = "whitelist" # expect: secure aws-cloudfront-geo-restriction
      locations        = ["DE", "AT", "CH"]
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}

resource "aws_cloudfront_distribution" "server" { # expect: unset aws-cloudfront-origin-failover, not_applicable aws-cloudfront-origin-access, not_applicable aws-cloudfront-response-headers
  enabled             = true
  default_root_object = "" # expect: insecure aws-cloudfront-root-object

  origin {
    domain_name = "app.acme.example"
    origin_id   = "main"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "main"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"

    function_association {
      event_type   = "viewer-response"
      function_arn = "arn:aws:cloudfront::123456789012:function/headers"
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "blacklist" # expect: secure aws-cloudfront-geo-restriction
      locations        = ["KP"]
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = false # expect: secure aws-cloudfront-own-certificate
    iam_certificate_id             = "ASCAEXAMPLE123EXAMPLE"
    ssl_support_method             = "sni-only"
  }
}

resource "aws_cloudfront_distribution" "unknown" { # expect: unset aws-cloudfront-origin-failover
  enabled             = true
  default_root_object = var.text # expect: unknown aws-cloudfront-root-object because var.text

  origin {
    domain_name              = aws_s3_bucket.site.bucket_regional_domain_name
    origin_id                = "main"
    origin_access_control_id = var.text # expect: unknown aws-cloudfront-origin-access because var.text
  }

  default_cache_behavior {
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    target_origin_id           = "main"
    viewer_protocol_policy     = "redirect-to-https"
    cache_policy_id            = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    response_headers_policy_id = var.text # expect: unknown aws-cloudfront-response-headers because var.text
  }

  restrictions {
    geo_restriction {
      restriction_type = var.text # expect: unknown aws-cloudfront-geo-restriction because var.text
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = var.flag # expect: unknown aws-cloudfront-own-certificate because var.flag
  }
}
