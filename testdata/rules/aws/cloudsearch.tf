# CloudSearch domains.

variable "flag" {
  type = bool
}

variable "policy" {
  type = string
}

resource "aws_cloudsearch_domain" "silent" { # expect: unset aws-cloudsearch-https, unset aws-cloudsearch-min-tls
  name = "silent"
}

resource "aws_cloudsearch_domain" "careless" {
  name = "careless"

  endpoint_options {
    enforce_https       = false                        # expect: insecure aws-cloudsearch-https
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # expect: insecure aws-cloudsearch-min-tls
  }
}

resource "aws_cloudsearch_domain" "careful" {
  name = "careful"

  endpoint_options {
    enforce_https       = true                         # expect: secure aws-cloudsearch-https
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07" # expect: secure aws-cloudsearch-min-tls
  }
}

resource "aws_cloudsearch_domain" "half" {
  name = "half"

  endpoint_options {     # expect: unset aws-cloudsearch-min-tls
    enforce_https = true # expect: secure aws-cloudsearch-https
  }
}

resource "aws_cloudsearch_domain" "unknown" {
  name = "unknown"

  endpoint_options {
    enforce_https       = var.flag   # expect: unknown aws-cloudsearch-https because var.flag
    tls_security_policy = var.policy # expect: unknown aws-cloudsearch-min-tls because var.policy
  }
}
