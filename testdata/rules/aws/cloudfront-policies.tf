# Response headers, and distributions that are off.

variable "flag" {
  type = bool
}

resource "aws_cloudfront_response_headers_policy" "wide" {
  name = "wide"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = true # expect: secure aws-cloudfront-hsts-scope-subdomains
      preload                    = true # expect: secure aws-cloudfront-hsts-scope-preload
      override                   = true # expect: secure aws-cloudfront-hsts-scope-override
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "narrow" {
  name = "narrow"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = false # expect: insecure aws-cloudfront-hsts-scope-subdomains
      preload                    = false # expect: insecure aws-cloudfront-hsts-scope-preload
      override                   = false # expect: insecure aws-cloudfront-hsts-scope-override
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "silent" {
  name = "silent"

  security_headers_config {
    strict_transport_security { # expect: unset aws-cloudfront-hsts-scope-subdomains, unset aws-cloudfront-hsts-scope-preload
      access_control_max_age_sec = 63072000
      override                   = true
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "unknown" {
  name = "unknown"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = var.flag # expect: unknown aws-cloudfront-hsts-scope-subdomains because var.flag
      preload                    = var.flag # expect: unknown aws-cloudfront-hsts-scope-preload because var.flag
      override                   = var.flag # expect: unknown aws-cloudfront-hsts-scope-override because var.flag
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "frames" { # expect: not_applicable aws-cloudfront-hsts-scope-preload
  name = "frames"

  security_headers_config {
    frame_options {
      frame_option = "DENY"
      override     = true
    }
  }
}

resource "aws_cloudfront_distribution" "on" {
  enabled = true # expect: secure aws-cloudfront-enabled

  origin {
    domain_name = "app.acme.example"
    origin_id   = "main"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "main"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
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

resource "aws_cloudfront_distribution" "off" {
  enabled = false # expect: insecure aws-cloudfront-enabled

  origin {
    domain_name = "app.acme.example"
    origin_id   = "main"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "main"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
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

resource "aws_cloudfront_distribution" "unknown" {
  enabled = var.flag # expect: unknown aws-cloudfront-enabled because var.flag

  origin {
    domain_name = "app.acme.example"
    origin_id   = "main"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "main"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
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
