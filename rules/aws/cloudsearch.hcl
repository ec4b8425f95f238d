# CloudSearch domains.

setting "aws-cloudsearch-https" {
  title    = "CloudSearch domains refuse plain HTTP"
  problem  = "This domain answers plain HTTP"
  layer    = "transit"
  severity = "medium"

  resource     = "aws_cloudsearch_domain"
  attribute    = "endpoint_options.enforce_https"
  default      = false
  default_note = "AWS answers plain HTTP until told not to"
  condition    = value == true

  why        = "Searches and results can be read on the way."
  fix        = { "endpoint_options.enforce_https" = true }
  aliases    = ["CKV_AWS_220"]
  references = ["https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html"]
  since      = "0.1.0"
}

setting "aws-cloudsearch-min-tls" {
  title    = "CloudSearch domains refuse old TLS"
  problem  = "This domain still speaks TLS 1.0"
  layer    = "transit"
  severity = "medium"

  resource     = "aws_cloudsearch_domain"
  attribute    = "endpoint_options.tls_security_policy"
  default      = "Policy-Min-TLS-1-0-2019-07"
  default_note = "AWS takes the oldest policy when none is named"
  condition    = value == "Policy-Min-TLS-1-2-2019-07"

  why        = "TLS 1.0 and 1.1 have known weaknesses."
  fix        = { "endpoint_options.tls_security_policy" = "Policy-Min-TLS-1-2-2019-07" }
  aliases    = ["CKV_AWS_218"]
  references = ["https://docs.aws.amazon.com/cloudsearch/latest/developerguide/API_DomainEndpointOptions.html"]
  since      = "0.1.0"
}
