# ACM: certificates, what they stand for, and how one follows another.

setting "aws-acm-wildcard" {
  title    = "Certificates name their hosts"
  problem  = "The certificate for ${value} is good for every name below it"
  layer    = "transit"
  severity = "info"

  resource = "aws_acm_certificate"
  subject = coalescelist(
    [for n in concat([attrs.domain_name], tolist(attrs.subject_alternative_names)) : n if strcontains(n, "*")],
    [attrs.domain_name]
  )[0]
  condition = value == null || !strcontains(value, "*")

  why        = "Whoever gets the right to use it anywhere can pass for any host of the domain."
  remedy     = "name the hosts in `domain_name` and `subject_alternative_names`"
  careful    = "the certificate is replaced"
  aliases    = ["CKV2_AWS_71"]
  references = ["https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"]
  since      = "0.1.0"
}

setting "aws-acm-replacement" {
  title    = "A new certificate is there before the old one goes"
  problem  = "Terraform deletes this certificate before it makes the next one"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_acm_certificate"
  subject   = meta.lifecycle.create_before_destroy
  default   = false
  condition = value == true

  why        = "ACM deletes no certificate that is in use: the change of a name stops half way, or takes the listener with it."
  remedy     = "write `lifecycle { create_before_destroy = true }`"
  aliases    = ["CKV_AWS_233"]
  references = ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle", "https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-delete.html"]
  since      = "0.1.0"
}

setting "aws-acm-transparency" {
  title    = "Certificates are written to public transparency logs"
  problem  = "This certificate is kept out of the public transparency logs"
  layer    = "transit"
  severity = "low"

  resource     = "aws_acm_certificate"
  attribute    = "options.certificate_transparency_logging_preference"
  default      = "ENABLED"
  default_note = "ACM logs public certificates unless told not to"
  condition    = value == "ENABLED"

  why        = "Browsers refuse certificates that stand in no log, and nobody would notice one that somebody else obtained for the name."
  fix        = { "options.certificate_transparency_logging_preference" = "ENABLED" }
  careful    = "names in the logs can be read by everyone"
  aliases    = ["CKV_AWS_234"]
  references = ["https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html", "https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html"]
  since      = "0.1.0"
}
