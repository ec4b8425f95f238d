# Load balancers: addresses, zones and targets.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_lb" "silent" { # expect: secure aws-lb-desync, unset aws-lb-internal, not_applicable aws-lb-cross-zone
  name    = "silent"
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_lb" "careless" { # expect: not_applicable aws-lb-cross-zone
  name                   = "careless"
  subnets                = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  internal               = false     # expect: insecure aws-lb-internal
  desync_mitigation_mode = "monitor" # expect: insecure aws-lb-desync
}

resource "aws_lb" "careful" { # expect: not_applicable aws-lb-cross-zone
  name                   = "careful"
  subnets                = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  internal               = true        # expect: secure aws-lb-internal
  desync_mitigation_mode = "strictest" # expect: secure aws-lb-desync
}

resource "aws_lb" "network" { # expect: unset aws-lb-cross-zone, not_applicable aws-lb-desync
  name               = "network"
  subnets            = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  load_balancer_type = "network"
  internal           = true # expect: secure aws-lb-internal
}

resource "aws_lb" "one_zone" { # expect: not_applicable aws-lb-desync
  name                             = "one_zone"
  subnets                          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  load_balancer_type               = "network"
  internal                         = true  # expect: secure aws-lb-internal
  enable_cross_zone_load_balancing = false # expect: insecure aws-lb-cross-zone
}

resource "aws_lb" "gateway" { # expect: not_applicable aws-lb-desync, not_applicable aws-lb-internal
  name                             = "gateway"
  subnets                          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  load_balancer_type               = "gateway"
  enable_cross_zone_load_balancing = true # expect: secure aws-lb-cross-zone
}

resource "aws_lb" "unknown" {
  name                             = "unknown"
  subnets                          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  load_balancer_type               = "network" # expect: not_applicable aws-lb-desync
  internal                         = var.flag  # expect: unknown aws-lb-internal because var.flag
  enable_cross_zone_load_balancing = var.flag  # expect: unknown aws-lb-cross-zone because var.flag
}

resource "aws_lb" "unknown_mode" {
  name                   = "unknown_mode"
  subnets                = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  internal               = true     # expect: secure aws-lb-internal
  desync_mitigation_mode = var.text # expect: unknown aws-lb-desync because var.text
}

resource "aws_elb" "classic" { # expect: unset aws-lb-internal
  name                   = "classic"
  subnets                = ["subnet-0123456789abcdef0"]
  desync_mitigation_mode = "monitor" # expect: insecure aws-lb-desync

  listener {
    instance_port     = 8443
    instance_protocol = "https"
    lb_port           = 443
    lb_protocol       = "https"
  }
}

resource "aws_lb_target_group" "plain" { # expect: secure aws-lb-health-check
  name     = "plain"
  vpc_id   = "vpc-0123456789abcdef0"
  port     = 8443
  protocol = "HTTP" # expect: insecure aws-lb-target-tls
}

resource "aws_lb_target_group" "blind" {
  name     = "blind"
  vpc_id   = "vpc-0123456789abcdef0"
  port     = 8443
  protocol = "HTTPS" # expect: secure aws-lb-target-tls

  health_check {
    enabled = false # expect: insecure aws-lb-health-check
  }
}

resource "aws_lb_target_group" "watched" {
  name     = "watched"
  vpc_id   = "vpc-0123456789abcdef0"
  port     = 8443
  protocol = "HTTPS" # expect: secure aws-lb-target-tls

  health_check {
    enabled = true # expect: secure aws-lb-health-check
    path    = "/healthy"
  }
}

resource "aws_lb_target_group" "tcp" { # expect: secure aws-lb-health-check
  name     = "tcp"
  vpc_id   = "vpc-0123456789abcdef0"
  port     = 8443
  protocol = "TCP" # expect: secure aws-lb-target-tls
}

resource "aws_lb_target_group" "unknown" {
  name     = "unknown"
  vpc_id   = "vpc-0123456789abcdef0"
  port     = 8443
  protocol = var.text # expect: unknown aws-lb-target-tls because var.text

  health_check {
    enabled = var.flag # expect: unknown aws-lb-health-check because var.flag
  }
}

resource "aws_lb_target_group" "function" { # expect: not_applicable aws-lb-target-tls, not_applicable aws-lb-health-check
  name        = "function"
  target_type = "lambda"
}
