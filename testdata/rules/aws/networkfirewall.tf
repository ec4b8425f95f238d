# Network firewalls.

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}


resource "aws_kms_key" "rules" {
  enable_key_rotation = true
}

resource "aws_networkfirewall_firewall" "silent" { # expect: unset aws-networkfirewall-logs, unset aws-networkfirewall-deletion-protection, unset aws-networkfirewall-customer-key
  name                = "silent"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.silent.arn
  vpc_id              = "vpc-0123456789abcdef0"

  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_networkfirewall_firewall" "careless" { # expect: unset aws-networkfirewall-logs
  name                = "careless"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.silent.arn
  vpc_id              = "vpc-0123456789abcdef0"
  delete_protection   = false # expect: insecure aws-networkfirewall-deletion-protection

  encryption_configuration { # expect: unset aws-networkfirewall-customer-key
    type = "AWS_OWNED_KMS_KEY"
  }

  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_networkfirewall_firewall" "careful" { # expect: secure aws-networkfirewall-logs
  name                = "careful"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.own.arn
  vpc_id              = "vpc-0123456789abcdef0"
  delete_protection   = true # expect: secure aws-networkfirewall-deletion-protection

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.rules.arn # expect: secure aws-networkfirewall-customer-key
  }

  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_networkfirewall_logging_configuration" "careful" {
  firewall_arn = aws_networkfirewall_firewall.careful.arn

  logging_configuration {
    log_destination_config {
      log_destination      = { logGroup = "firewall" }
      log_destination_type = "CloudWatchLogs"
      log_type             = "FLOW"
    }
  }
}

resource "aws_networkfirewall_firewall" "unknown" { # expect: unset aws-networkfirewall-logs
  name                = "unknown"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.own.arn
  vpc_id              = "vpc-0123456789abcdef0"
  delete_protection   = var.flag # expect: unknown aws-networkfirewall-deletion-protection because var.flag

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = var.key # expect: unknown aws-networkfirewall-customer-key because var.key
  }

  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_networkfirewall_firewall_policy" "silent" { # expect: unset aws-networkfirewall-customer-key
  name = "silent"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }
}

resource "aws_networkfirewall_firewall_policy" "own" {
  name = "own"

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.rules.arn # expect: secure aws-networkfirewall-customer-key
  }

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }
}

resource "aws_networkfirewall_rule_group" "silent" { # expect: unset aws-networkfirewall-customer-key
  name     = "silent"
  capacity = 100
  type     = "STATEFUL"
  rules    = "drop tls any any -> any any (sid:1;)"
}

resource "aws_networkfirewall_rule_group" "own" {
  name     = "own"
  capacity = 100
  type     = "STATEFUL"
  rules    = "drop tls any any -> any any (sid:1;)"

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef" # expect: secure aws-networkfirewall-customer-key
  }
}
