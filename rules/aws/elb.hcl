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
  aliases    = ["CKV_AWS_92"]
  frameworks = { "nist-800-53-r5" = ["AU-2", "AU-12"] }
  references = ["https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  since      = "0.1.0"
}
