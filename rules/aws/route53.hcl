# Route 53: names.

setting "aws-route53-query-logs" {
  title    = "Public zones log queries"
  problem  = "Nobody can say who asked for names of this zone"
  layer    = "logging"
  severity = "low"

  resource  = "aws_route53_zone"
  filter    = length(attrs.vpc) == 0 # for private zones the resolver logs
  condition = value != null
  companion "aws_route53_query_log" {
    via = "zone_id"
  }

  why        = "Floods of queries, and the search for forgotten names before an attack, go unseen."
  remedy     = "add an aws_route53_query_log that names this zone in zone_id"
  careful    = "the log group must stand in us-east-1"
  aliases    = ["CKV2_AWS_39", "AC_AWS_0204"]
  references = ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html"]
  since      = "0.1.0"
}

setting "aws-route53-dnssec" {
  title    = "Public zones are signed"
  problem  = "Answers for names of this zone can be forged"
  layer    = "integrity"
  severity = "low"

  resource  = "aws_route53_zone"
  filter    = length(attrs.vpc) == 0
  condition = value == "SIGNING"
  companion "aws_route53_hosted_zone_dnssec" {
    via       = "hosted_zone_id"
    attribute = "signing_status"
    default   = "SIGNING"
    fix       = { signing_status = "SIGNING" }
  }

  why        = "Users who are given a false address for your name do not notice, and neither do you."
  careful    = "the registrar must publish the key; a key that is lost takes the zone off the net"
  aliases    = ["CKV2_AWS_38"]
  references = ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html"]
  since      = "0.1.0"
}

setting "aws-route53-transfer-lock" {
  title    = "Domains are locked against transfer"
  problem  = "This domain can be moved to another registrar"
  layer    = "integrity"
  severity = "medium"

  resource  = "aws_route53domains_registered_domain"
  attribute = "transfer_lock"
  default   = true
  condition = value != false

  why        = "Whoever moves the domain away has the site, the mail and every password that can be reset by mail."
  fix        = { transfer_lock = true }
  aliases    = ["CKV_AWS_377"]
  references = ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html"]
  since      = "0.1.0"
}

setting "aws-route53-record-target" {
  title    = "Names lead to what is declared beside them"
  problem  = "This name leads to an address that is written by hand"
  layer    = "network"
  severity = "info"
  locals {
    targets = concat(referred(attrs, "*", "alias.name"), referred(attrs, "*", "records"))
  }

  resource  = "aws_route53_record"
  filter    = attrs.type == "A"
  attribute = ["alias.name", "records"]
  condition = length(local.targets) > 0 || !in_code(value)

  why        = "When the address is given up, whoever gets it next answers under your name."
  careful    = "addresses outside of AWS cannot be referred to"
  aliases    = ["CKV2_AWS_23"]
  references = ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html"]
  since      = "0.1.0"
}

setting "aws-route53-record-values" {
  title    = "Names lead somewhere"
  problem  = "This name leads nowhere"
  layer    = "network"
  severity = "info"

  resource  = "aws_route53_record"
  attribute = "records"
  condition = value == null || length(value) > 0

  why        = "A name without a value is a plan that nobody finished."
  aliases    = ["AC_AWS_0205"]
  references = ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html"]
  since      = "0.1.0"
}
