# Classic load balancers.

variable "text" {
  type = string
}

resource "aws_elb" "plain" { # expect: unset aws-elb-access-logs
  name    = "plain"
  subnets = ["subnet-0123456789abcdef0"]

  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http" # expect: insecure aws-elb-listener-tls
  }

  listener {
    instance_port      = 8080
    instance_protocol  = "http"
    lb_port            = 443
    lb_protocol        = "https" # expect: secure aws-elb-listener-tls
    ssl_certificate_id = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}

resource "aws_elb" "internal" { # expect: not_applicable aws-elb-listener-tls
  name     = "internal"
  internal = true
  subnets  = ["subnet-0123456789abcdef0"]

  listener {
    instance_port     = 8080
    instance_protocol = "HTTP"
    lb_port           = 80
    lb_protocol       = "HTTP"
  }

  access_logs {
    bucket = "acme-logs" # expect: secure aws-elb-access-logs
  }
}

resource "aws_elb" "unknown" {
  name    = "unknown"
  subnets = ["subnet-0123456789abcdef0"]

  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = var.text # expect: unknown aws-elb-listener-tls because var.text
  }

  access_logs {
    bucket = var.text # expect: unknown aws-elb-access-logs because var.text
  }
}
