# Policies of TLS.

variable "text" {
  type = string
}

resource "aws_load_balancer_policy" "old" {
  load_balancer_name = "web"
  policy_name        = "old"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-2016-08" # expect: insecure aws-elb-tls-policy
  }
}

resource "aws_load_balancer_policy" "new" {
  load_balancer_name = "web"
  policy_name        = "new"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01" # expect: secure aws-elb-tls-policy
  }
}

resource "aws_load_balancer_policy" "own" {
  load_balancer_name = "web"
  policy_name        = "own"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "true" # expect: insecure aws-elb-tls-policy
  }

  policy_attribute {
    name  = "Protocol-TLSv1.1"
    value = "false" # expect: secure aws-elb-tls-policy
  }

  policy_attribute {
    name  = "RC4-MD5"
    value = true # expect: insecure aws-elb-tls-policy
  }

  policy_attribute {
    name  = "DES-CBC3-SHA"
    value = "false" # expect: secure aws-elb-tls-policy
  }
}

resource "aws_load_balancer_policy" "unknown" {
  load_balancer_name = "web"
  policy_name        = "unknown"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = var.text # expect: unknown aws-elb-tls-policy because var.text
  }
}

resource "aws_load_balancer_policy" "cookies" { # expect: not_applicable aws-elb-tls-policy
  load_balancer_name = "web"
  policy_name        = "cookies"
  policy_type_name   = "AppCookieStickinessPolicyType"

  policy_attribute {
    name  = "CookieName"
    value = "app"
  }
}
