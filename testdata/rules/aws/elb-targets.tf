# Classic load balancers: machines and zones.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_elb" "silent" { # expect: secure aws-elb-cross-zone
  name    = "silent"
  subnets = ["subnet-0123456789abcdef0"]

  listener {
    instance_port      = 8443
    instance_protocol  = "http" # expect: insecure aws-elb-backend-tls
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}

resource "aws_elb" "careless" {
  name                      = "careless"
  subnets                   = ["subnet-0123456789abcdef0"]
  cross_zone_load_balancing = false # expect: insecure aws-elb-cross-zone

  listener {
    instance_port      = 8443
    instance_protocol  = "TCP" # expect: insecure aws-elb-backend-tls
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}

resource "aws_elb" "careful" {
  name                      = "careful"
  subnets                   = ["subnet-0123456789abcdef0"]
  cross_zone_load_balancing = true # expect: secure aws-elb-cross-zone

  listener {
    instance_port      = 8443
    instance_protocol  = "https" # expect: secure aws-elb-backend-tls
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}

resource "aws_elb" "secret" { # expect: secure aws-elb-cross-zone
  name    = "secret"
  subnets = ["subnet-0123456789abcdef0"]

  listener {
    instance_port      = 8443
    instance_protocol  = "SSL" # expect: secure aws-elb-backend-tls
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}

resource "aws_elb" "unknown" {
  name                      = "unknown"
  subnets                   = ["subnet-0123456789abcdef0"]
  cross_zone_load_balancing = var.flag # expect: unknown aws-elb-cross-zone because var.flag

  listener {
    instance_port      = 8443
    instance_protocol  = var.text # expect: unknown aws-elb-backend-tls because var.text
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}
