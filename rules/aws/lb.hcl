# Load balancers: how clients reach what stands behind them.

setting "aws-lb-listener-tls" {
  title    = "Load balancers speak TLS with the internet"
  problem  = "This listener answers plain HTTP"
  layer    = "transit"
  severity = "medium"

  resource = "aws_lb_listener"
  # inside a network plain HTTP may be meant; a redirect is how HTTP ought to end
  filter = (
    !anytrue([for b in referred(attrs, "aws_lb", "load_balancer_arn") : b.internal == true])
    && !anytrue([for a in attrs.default_action : a.type == "redirect" && a.redirect.protocol == "HTTPS"])
  )
  attribute    = "protocol"
  default      = "HTTP"
  default_note = "for application load balancers"
  condition    = value != "HTTP"

  why        = "Passwords and sessions can be read, and pages changed, on the way."
  careful    = "HTTPS needs a certificate; keep the HTTP listener for a redirect"
  aliases    = ["CKV_AWS_2", "CKV2_AWS_20", "AVD-AWS-0054", "AC_AWS_0491"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html"]
  since      = "0.1.0"
}

setting "aws-lb-tls-policy" {
  title    = "Load balancers refuse old TLS"
  problem  = "The policy ${value} still speaks TLS 1.0 or 1.1"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_lb_listener"
  filter    = contains(["HTTPS", "TLS"], attrs.protocol)
  attribute = "ssl_policy"
  default   = "ELBSecurityPolicy-2016-08"
  condition = regex_match(value, "^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)")

  why        = "TLS 1.0 and 1.1 have known weaknesses, and ciphers to match."
  fix        = { ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06" }
  careful    = "clients from before about 2014 no longer connect"
  aliases    = ["CKV_AWS_103", "CKV2_AWS_74", "AVD-AWS-0047"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"]
  since      = "0.1.0"
}

setting "aws-lb-drop-invalid-headers" {
  title    = "Load balancers drop malformed headers"
  problem  = "Malformed headers reach the application"
  layer    = "application"
  severity = "low"

  resource  = "aws_lb"
  filter    = coalesce(attrs.load_balancer_type, "application") == "application"
  attribute = "drop_invalid_header_fields"
  default   = false
  condition = value == true

  why        = "Where balancer and program read a header differently, one request can be smuggled inside another."
  fix        = { drop_invalid_header_fields = true }
  aliases    = ["CKV_AWS_131", "AVD-AWS-0052"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html"]
  since      = "0.1.0"
}

setting "aws-lb-access-logs" {
  title    = "Load balancers log requests"
  problem  = "Nobody can say who called through this load balancer"
  layer    = "logging"
  severity = "low"

  resource  = "aws_lb"
  filter    = attrs.load_balancer_type != "gateway"
  attribute = "access_logs.enabled"
  default   = false
  condition = value == true

  why        = "An attack on the application leaves no trace of where it came from."
  remedy     = "name a bucket in access_logs.bucket and set access_logs.enabled to true"
  aliases    = ["CKV_AWS_91"]
  frameworks = { "nist-800-53-r5" = ["AU-2", "AU-12"] }
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  since      = "0.1.0"
}

setting "aws-lb-deletion-protection" {
  title    = "Load balancers are protected from deletion"
  problem  = "One call takes everything behind this load balancer off the network"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_lb"
  attribute = "enable_deletion_protection"
  default   = false
  condition = value == true

  why        = "A wrong destroy is an outage, and the address does not come back."
  fix        = { enable_deletion_protection = true }
  careful    = "a wanted destroy must switch it off first"
  aliases    = ["CKV_AWS_150"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html"]
  since      = "0.1.0"
}

setting "aws-lb-waf" {
  title    = "Public load balancers stand behind a web application firewall"
  problem  = "This load balancer faces the internet without a firewall"
  layer    = "network"
  severity = "low"

  resource  = "aws_lb"
  filter    = attrs.internal != true && coalesce(attrs.load_balancer_type, "application") == "application"
  condition = value != null
  companion "aws_wafv2_web_acl_association" "aws_wafregional_web_acl_association" {
    via = "resource_arn"
  }

  why        = "Known attacks, and floods of requests, reach the application unfiltered."
  remedy     = "add an aws_wafv2_web_acl_association that names this load balancer in resource_arn"
  aliases    = ["CKV2_AWS_28"]
  references = ["https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html"]
  since      = "0.1.0"
}

setting "aws-lb-desync" {
  title    = "Load balancers stop requests that can be read in two ways"
  problem  = "Requests that can be read in two ways are only counted, and passed on"
  layer    = "application"
  severity = "low"

  on "aws_lb" {
    filter = coalesce(attrs.load_balancer_type, "application") == "application"
  }
  on "aws_elb" {
  }
  attribute = "desync_mitigation_mode"
  default   = "defensive"
  condition = value != "monitor"

  why        = "Where balancer and program read a request differently, one can be smuggled inside another."
  fix        = { desync_mitigation_mode = "defensive" }
  aliases    = ["CKV_AWS_328"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html", "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  since      = "0.1.0"
}

setting "aws-lb-internal" {
  title    = "Load balancers are reached from inside the network only"
  problem  = "This load balancer has an address on the internet"
  layer    = "network"
  severity = "info"

  on "aws_lb" {
    filter = attrs.load_balancer_type != "gateway"
  }
  on "aws_elb" {
  }
  attribute    = "internal"
  default      = false
  default_note = "the provider asks for an address on the internet"
  condition    = value == true

  why        = "What only your own systems call need not be tried by everyone."
  careful    = "the load balancer is replaced; leave it where the public is meant"
  aliases    = ["AVD-AWS-0053"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html"]
  since      = "0.1.0"
}

setting "aws-lb-cross-zone" {
  title    = "Load balancers spread connections over all zones"
  problem  = "Machines of other zones do not help out"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_lb"
  filter    = contains(["network", "gateway"], attrs.load_balancer_type) # the others always do
  attribute = "enable_cross_zone_load_balancing"
  default   = false
  condition = value == true

  why        = "A zone that loses its machines drops connections while others stand idle."
  fix        = { enable_cross_zone_load_balancing = true }
  careful    = "traffic between zones costs"
  aliases    = ["CKV_AWS_152"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html"]
  since      = "0.1.0"
}

setting "aws-lb-target-tls" {
  title    = "Load balancers speak TLS with their targets"
  problem  = "What is passed on to these targets crosses the network readable"
  layer    = "transit"
  severity = "info"

  resource  = "aws_lb_target_group"
  filter    = attrs.target_type != "lambda"
  attribute = "protocol"
  condition = value != "HTTP"

  why        = "Whoever listens in the network reads passwords and sessions that came in encrypted."
  careful    = "the targets need certificates, and the group is replaced"
  aliases    = ["CKV_AWS_378", "AC_AWS_0492"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html"]
  since      = "0.1.0"
}

setting "aws-lb-health-check" {
  title    = "Targets are asked whether they are well"
  problem  = "Requests go to targets that no longer answer"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_lb_target_group"
  filter    = attrs.target_type != "lambda"
  attribute = "health_check.enabled"
  default   = true
  condition = value != false

  why        = "One machine that hangs is then a share of all requests lost."
  fix        = { "health_check.enabled" = true }
  aliases    = ["CKV_AWS_261"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"]
  since      = "0.1.0"
}

setting "aws-lb-listener-port" {
  title    = "TLS is not spoken on the port of plain HTTP"
  problem  = "This listener speaks ${attrs.protocol} on port 80"
  layer    = "transit"
  severity = "info"

  resource  = "aws_lb_listener"
  filter    = contains(["HTTPS", "TLS"], attrs.protocol)
  attribute = "port"
  condition = value != 80

  why        = "Browsers speak plain HTTP with port 80: what they send first is readable, and then refused."
  fix        = { port = 443 }
  careful    = "clients that name the port must name another"
  aliases    = ["AC_AWS_0491"]
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html"]
  since      = "0.1.0"
}
