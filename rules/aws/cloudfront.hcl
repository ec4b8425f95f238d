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
  aliases    = ["CKV_AWS_68", "AVD-AWS-0011", "AC_AWS_0032"]
  references = ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html"]
  since      = "0.1.0"
}
