# Classic load balancers.

setting "aws-elb-listener-tls" {
  title    = "Classic load balancers speak TLS with the internet"
  problem  = "This listener answers plain HTTP"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_elb"
  filter    = attrs.internal != true
  attribute = "listener[*].lb_protocol"
  condition = lower(value) != "http"

  why        = "Passwords and sessions can be read, and pages changed, on the way."
  careful    = "HTTPS needs a certificate; a classic load balancer cannot redirect"
  aliases    = ["CKV_AWS_127", "AC_AWS_0120"]
  frameworks = { "nist-800-53-r5" = ["SC-8", "SC-8(1)"] }
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  since      = "0.1.0"
}

setting "aws-elb-access-logs" {
  title    = "Classic load balancers log requests"
  problem  = "Nobody can say who called through this load balancer"
  layer    = "logging"
  severity = "low"

  resource  = "aws_elb"
  subject   = [for l in attrs.access_logs : l.bucket if l.enabled != false][0]
  condition = value != null

  why        = "An attack on the application leaves no trace of where it came from."
  aliases    = ["CKV_AWS_92", "AC_AWS_0470"]
  frameworks = { "nist-800-53-r5" = ["AU-2", "AU-12"] }
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  since      = "0.1.0"
}

setting "aws-elb-tls-policy" {
  title    = "Classic load balancers speak TLS 1.2"
  problem  = "This policy lets clients use old or weak encryption"
  layer    = "transit"
  severity = "medium"

  resource = "aws_load_balancer_policy"
  for_each = attrs.policy_attribute
  filter = (
    attrs.policy_type_name == "SSLNegotiationPolicyType"
    && (contains(["Reference-Security-Policy", "Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"], each.value.name) || regex_match(each.value.name, "RC4|DES-CBC|EXP-|NULL|MD5|SEED|IDEA|KRB5|PSK|^ADH-"))
  )
  subject   = each.value.value
  condition = each.value.name == "Reference-Security-Policy" ? value == "ELBSecurityPolicy-TLS-1-2-2017-01" : lower(value) != "true"

  why        = "What was recorded on the way can be read, with known attacks on old versions and ciphers."
  careful    = "clients from before 2014 no longer connect"
  aliases    = ["CKV_AWS_213", "AC_AWS_0171", "AC_AWS_0172"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html"]
  since      = "0.1.0"
}

setting "aws-elb-backend-tls" {
  title    = "Classic load balancers speak TLS with their machines"
  problem  = "What this listener passes on crosses the network readable"
  layer    = "transit"
  severity = "info"

  resource  = "aws_elb"
  attribute = "listener[*].instance_protocol"
  condition = contains(["https", "ssl"], lower(value))

  why        = "Whoever listens in the network reads passwords and sessions that came in encrypted."
  careful    = "the machines need certificates"
  aliases    = ["CKV_AWS_376"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html"]
  since      = "0.1.0"
}

setting "aws-elb-cross-zone" {
  title    = "Classic load balancers spread requests over all zones"
  problem  = "Machines of other zones do not help out"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_elb"
  attribute = "cross_zone_load_balancing"
  default   = true
  condition = value == true

  why        = "A zone that loses its machines answers with errors while others stand idle."
  fix        = { cross_zone_load_balancing = true }
  aliases    = ["CKV_AWS_138"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  since      = "0.1.0"
}
