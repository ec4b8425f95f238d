# CloudFront distributions.

setting "aws-cloudfront-viewer-tls" {
  title    = "Distributions speak TLS with viewers"
  problem  = "This distribution answers plain HTTP"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_cloudfront_distribution"
  for_each  = concat(attrs.default_cache_behavior, attrs.ordered_cache_behavior)
  attribute = "viewer_protocol_policy"
  condition = value != "allow-all"

  why        = "Passwords and sessions can be read, and pages changed, on the way."
  fix        = { viewer_protocol_policy = "redirect-to-https" }
  aliases    = ["CKV_AWS_34", "AVD-AWS-0012", "AC_AWS_0024"]
  frameworks = { "nist-800-53-r5" = ["SC-8", "SC-8(1)"] }
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-min-tls" {
  title    = "Distributions refuse old TLS"
  problem  = "This distribution still speaks ${value}"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_cloudfront_distribution"
  filter    = attrs.viewer_certificate.cloudfront_default_certificate != true # then CloudFront decides
  attribute = "viewer_certificate.minimum_protocol_version"
  default   = "TLSv1"
  condition = regex_match(value, "^TLSv1\\.[23]_")

  why        = "TLS 1.0 and 1.1 have known weaknesses."
  fix        = { "viewer_certificate.minimum_protocol_version" = "TLSv1.2_2021" }
  aliases    = ["CKV_AWS_174", "AVD-AWS-0013", "AC_AWS_0023"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-origin-tls" {
  title    = "Distributions speak TLS with their origins"
  problem  = "What this distribution fetches crosses the internet readable"
  layer    = "transit"
  severity = "medium"

  resource = "aws_cloudfront_distribution"
  for_each = attrs.origin
  # website endpoints of S3 speak nothing but HTTP
  filter    = length(each.value.custom_origin_config) > 0 && !strcontains(each.value.domain_name, "s3-website")
  attribute = "custom_origin_config.origin_protocol_policy"
  condition = value == "https-only" || value == "match-viewer"

  why        = "Whoever sits between CloudFront and the origin reads and changes what all viewers get."
  fix        = { "custom_origin_config.origin_protocol_policy" = "https-only" }
  careful    = "the origin needs a certificate that CloudFront trusts"
  aliases    = ["CKV2_AWS_72"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-origin-old-tls" {
  title    = "Distributions use no old TLS with their origins"
  problem  = "This distribution may use ${value} with its origin"
  layer    = "transit"
  severity = "low"

  resource  = "aws_cloudfront_distribution"
  for_each  = flatten([for o in attrs.origin : o.custom_origin_config])
  filter    = each.value.origin_protocol_policy != "http-only"
  subject   = [for p in each.value.origin_ssl_protocols : p if contains(["SSLv3", "TLSv1", "TLSv1.1"], p)][0]
  condition = value == null

  why        = "An attacker in between can press both sides down to the weakest version."
  aliases    = ["CKV2_AWS_54"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-logging" {
  title    = "Distributions log requests"
  problem  = "Nobody can say who called through this distribution"
  layer    = "logging"
  severity = "low"

  resource  = "aws_cloudfront_distribution"
  attribute = "logging_config.bucket"
  condition = value != null
  companion "aws_cloudwatch_log_delivery_source" {
    via    = "resource_arn"
    filter = carrier.log_type == "ACCESS_LOGS"
  }

  why        = "An attack on the site leaves no trace of where it came from."
  aliases    = ["CKV_AWS_86", "AVD-AWS-0010", "AC_AWS_0025"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-waf" {
  title    = "Distributions stand behind a web application firewall"
  problem  = "This distribution lets every request through"
  layer    = "network"
  severity = "low"

  resource  = "aws_cloudfront_distribution"
  attribute = "web_acl_id"
  condition = value != null

  why        = "Known attacks, and floods of requests, reach the origin unfiltered."
  remedy     = "name a web ACL in web_acl_id"
  aliases    = ["CKV_AWS_68", "AVD-AWS-0011", "AC_AWS_0032"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-own-certificate" {
  title    = "Distributions have a certificate of their own"
  problem  = "With CloudFront's own certificate this distribution speaks TLS 1.0, and nothing can change that"
  layer    = "transit"
  severity = "low"

  resource  = "aws_cloudfront_distribution"
  attribute = "viewer_certificate.cloudfront_default_certificate"
  # the provider takes one that is named first
  condition = value != true || attrs.viewer_certificate.iam_certificate_id != null || attrs.viewer_certificate.acm_certificate_arn != null

  why        = "TLS 1.0 and 1.1 have known weaknesses; only with a certificate of your own can they be refused."
  careful    = "the certificate must stand in us-east-1, and the name must be yours"
  aliases    = ["CKV2_AWS_42"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-origin-access" {
  title    = "Buckets answer to the distribution only"
  problem  = "The distribution asks this bucket as anybody would, so the bucket must let everyone read"
  layer    = "data"
  severity = "medium"

  resource = "aws_cloudfront_distribution"
  for_each = attrs.origin
  # what is no other server is a bucket
  filter    = length(each.value.custom_origin_config) == 0 && length(each.value.vpc_origin_config) == 0
  attribute = ["origin_access_control_id", "s3_origin_config.origin_access_identity"]
  condition = value != null

  why        = "Whoever knows the bucket's address reads it around the firewall, the logs and the signed links."
  careful    = "the bucket's policy must let the distribution in"
  aliases    = ["CKV2_AWS_46"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-root-object" {
  title    = "Distributions name a page for their root"
  problem  = "Asked for nothing in particular, this distribution passes on whatever the origin says"
  layer    = "data"
  severity = "low"

  resource  = "aws_cloudfront_distribution"
  attribute = "default_root_object"
  condition = value != null && value != ""

  why        = "A bucket that lets its contents be listed then shows the names of everything in it."
  fix        = { default_root_object = "index.html" }
  aliases    = ["CKV_AWS_305"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-response-headers" {
  title    = "Distributions send security headers"
  problem  = "Browsers are told nothing of how to treat these pages"
  layer    = "application"
  severity = "info"

  resource = "aws_cloudfront_distribution"
  for_each = concat(attrs.default_cache_behavior, attrs.ordered_cache_behavior)
  # functions may add the headers, too
  filter = (
    !anytrue([for f in each.value.function_association : strcontains(f.event_type, "response")])
    && !anytrue([for f in each.value.lambda_function_association : strcontains(f.event_type, "response")])
  )
  attribute = "response_headers_policy_id"
  condition = value != null

  why        = "Pages can be framed, and files taken for scripts, unless the origin sends the headers itself."
  aliases    = ["CKV2_AWS_32"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-hsts" {
  title    = "Browsers are told to come back with TLS only"
  problem  = "Browsers may come back with plain HTTP"
  layer    = "transit"
  severity = "low"
  input "min_seconds" {
    type        = number
    default     = 31536000
    description = "Seconds for which browsers must remember to use TLS."
  }

  resource  = "aws_cloudfront_response_headers_policy"
  attribute = "security_headers_config.strict_transport_security.access_control_max_age_sec"
  condition = value >= input.min_seconds

  why        = "The first request of each visit can be caught before the redirect to TLS arrives."
  careful    = "a name that is told so cannot go back to plain HTTP"
  aliases    = ["CKV_AWS_259"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-origin-failover" {
  title    = "Distributions have a second origin"
  problem  = "When the origin fails, so does the site"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_cloudfront_distribution"
  subject   = [for g in attrs.origin_group : g.origin_id][0]
  condition = value != null

  why        = "One bucket or server in one region stands behind everything that viewers see."
  aliases    = ["CKV_AWS_310"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-geo-restriction" {
  title    = "Distributions answer only where they are meant to"
  problem  = "This distribution answers in every country"
  layer    = "network"
  severity = "info"

  resource  = "aws_cloudfront_distribution"
  attribute = "restrictions.geo_restriction.restriction_type"
  condition = value != "none"

  why        = "A service for a few countries need not be tried from all others."
  careful    = "a site for the world must not restrict"
  aliases    = ["CKV_AWS_374", "AC_AWS_0026"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-hsts-scope" {
  family = {
    subdomains = { attribute = "include_subdomains", problem = "Browsers may use plain HTTP with hosts below this one" }
    preload    = { attribute = "preload", problem = "A browser that was never here before may begin with plain HTTP" }
    override   = { attribute = "override", problem = "What the origin says of TLS counts instead of this policy" }
  }
  title    = "Strict transport security is as wide as it can be: ${family.value.attribute}"
  problem  = family.value.problem
  layer    = "transit"
  severity = "info"

  resource  = "aws_cloudfront_response_headers_policy"
  filter    = length(attrs.security_headers_config.strict_transport_security) > 0 # none at all is another setting's
  attribute = "security_headers_config.strict_transport_security.${family.value.attribute}"
  condition = value == true

  why        = "A wish for domains that are TLS throughout: one host that is not can set cookies for all others, and a first visit is unprotected."
  fix        = { "security_headers_config.strict_transport_security.${family.value.attribute}" = true }
  careful    = "it binds every host below the name, and browsers' lists are slow to forget"
  aliases    = ["CKV_AWS_259"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html"]
  since      = "0.1.0"
}

setting "aws-cloudfront-enabled" {
  title    = "Distributions that are declared answer"
  problem  = "This distribution is switched off"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_cloudfront_distribution"
  attribute = "enabled"
  condition = value == true

  why        = "What nobody reaches is soon forgotten, with its certificates and rights; if it is not needed, it should not be there."
  fix        = { enabled = true }
  careful    = "it answers the internet then"
  aliases    = ["CKV_AWS_216"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html"]
  since      = "0.1.0"
}
