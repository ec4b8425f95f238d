# Message brokers: logs, patches, keys.

variable "flag" {
  type = bool
}

variable "key" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_kms_key" "messages" {
  enable_key_rotation = true
}

resource "aws_mq_broker" "silent" { # expect: unset aws-mq-general-logs, unset aws-mq-minor-upgrades, unset aws-mq-customer-key
  broker_name        = "silent"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = var.password
  }
}

resource "aws_mq_broker" "careless" {
  broker_name                = "careless"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = false # expect: insecure aws-mq-minor-upgrades

  encryption_options { # expect: unset aws-mq-customer-key
    use_aws_owned_key = true
  }

  logs {
    general = false # expect: insecure aws-mq-general-logs
  }

  user {
    username = "app"
    password = var.password
  }
}

resource "aws_mq_broker" "careful" {
  broker_name                = "careful"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = true # expect: secure aws-mq-minor-upgrades

  encryption_options {
    kms_key_id        = aws_kms_key.messages.arn # expect: secure aws-mq-customer-key
    use_aws_owned_key = false
  }

  logs {
    general = true # expect: secure aws-mq-general-logs
  }

  user {
    username = "app"
    password = var.password
  }
}

resource "aws_mq_broker" "unknown" {
  broker_name                = "unknown"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = var.flag # expect: unknown aws-mq-minor-upgrades because var.flag

  encryption_options {
    kms_key_id        = var.key # expect: unknown aws-mq-customer-key because var.key
    use_aws_owned_key = false
  }

  logs {
    general = var.flag # expect: unknown aws-mq-general-logs because var.flag
  }

  user {
    username = "app"
    password = var.password
  }
}
