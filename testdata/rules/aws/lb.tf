# Load balancers and their listeners.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_lb" "silent" { # expect: unset aws-lb-drop-invalid-headers, unset aws-lb-access-logs, unset aws-lb-deletion-protection, unset aws-lb-waf
  name    = "silent"
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_lb" "careless" { # expect: unset aws-lb-waf
  name                       = "careless"
  subnets                    = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  drop_invalid_header_fields = false # expect: insecure aws-lb-drop-invalid-headers
  enable_deletion_protection = false # expect: insecure aws-lb-deletion-protection

  access_logs {
    bucket  = "acme-logs"
    enabled = false # expect: insecure aws-lb-access-logs
  }
}

resource "aws_lb" "careful" { # expect: secure aws-lb-waf
  name                       = "careful"
  subnets                    = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  drop_invalid_header_fields = true # expect: secure aws-lb-drop-invalid-headers
  enable_deletion_protection = true # expect: secure aws-lb-deletion-protection

  access_logs {
    bucket  = "acme-logs"
    enabled = true # expect: secure aws-lb-access-logs
  }
}

resource "aws_wafv2_web_acl_association" "careful" {
  resource_arn = aws_lb.careful.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/shop/01234567-89ab-cdef-0123-456789abcdef"
}

resource "aws_lb" "network" { # expect: not_applicable aws-lb-drop-invalid-headers, not_applicable aws-lb-waf, unset aws-lb-access-logs
  name                       = "network"
  load_balancer_type         = "network"
  subnets                    = ["subnet-0123456789abcdef0"]
  enable_deletion_protection = true
}

resource "aws_lb" "gateway" { # expect: not_applicable aws-lb-access-logs
  name                       = "gateway"
  load_balancer_type         = "gateway"
  subnets                    = ["subnet-0123456789abcdef0"]
  enable_deletion_protection = true
}

resource "aws_lb" "internal" { # expect: not_applicable aws-lb-waf
  name                       = "internal"
  internal                   = true
  subnets                    = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  drop_invalid_header_fields = true
  enable_deletion_protection = true

  access_logs {
    bucket  = "acme-logs"
    enabled = true
  }
}

resource "aws_lb" "unknown" { # expect: unset aws-lb-waf
  name                       = "unknown"
  subnets                    = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  drop_invalid_header_fields = var.flag # expect: unknown aws-lb-drop-invalid-headers because var.flag
  enable_deletion_protection = var.flag # expect: unknown aws-lb-deletion-protection because var.flag

  access_logs {
    bucket  = "acme-logs"
    enabled = var.flag # expect: unknown aws-lb-access-logs because var.flag
  }
}

# Listeners.

resource "aws_lb_listener" "plain" { # expect: not_applicable aws-lb-tls-policy
  load_balancer_arn = aws_lb.careful.arn
  port              = 80
  protocol          = "HTTP" # expect: insecure aws-lb-listener-tls

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}

resource "aws_lb_listener" "silent" { # expect: unset aws-lb-listener-tls
  load_balancer_arn = aws_lb.careful.arn
  port              = 8080

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}

resource "aws_lb_listener" "redirect" { # expect: not_applicable aws-lb-listener-tls
  load_balancer_arn = aws_lb.careful.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "inside" { # expect: not_applicable aws-lb-listener-tls
  load_balancer_arn = aws_lb.internal.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}

resource "aws_lb_listener" "old_default" { # expect: unset aws-lb-tls-policy
  load_balancer_arn = aws_lb.careful.arn
  port              = 443
  protocol          = "HTTPS" # expect: secure aws-lb-listener-tls
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}

resource "aws_alb_listener" "old" {
  load_balancer_arn = aws_lb.careful.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-1-2021-06" # expect: insecure aws-lb-tls-policy
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}

resource "aws_lb_listener" "new" {
  load_balancer_arn = aws_lb.network.arn
  port              = 443
  protocol          = "TLS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" # expect: secure aws-lb-tls-policy
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}

resource "aws_lb_listener" "unknown_policy" {
  load_balancer_arn = aws_lb.careful.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.text # expect: unknown aws-lb-tls-policy because var.text
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}

resource "aws_lb_listener" "unknown" { # expect: unknown aws-lb-tls-policy because var.text
  load_balancer_arn = aws_lb.careful.arn
  port              = 443
  protocol          = var.text # expect: unknown aws-lb-listener-tls because var.text

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef"
  }
}
