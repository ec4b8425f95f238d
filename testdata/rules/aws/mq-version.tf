# Versions of brokers.

variable "text" {
  type = string
}

resource "aws_mq_broker" "active_old" {
  broker_name    = "active_old"
  engine_type    = "ActiveMQ"
  engine_version = "5.15.16" # expect: insecure aws-mq-version

  host_instance_type = "mq.m5.large"

  user {
    username = "shop"
    password = var.text
  }
}

resource "aws_mq_broker" "active_ended" {
  broker_name    = "active_ended"
  engine_type    = "ActiveMQ"
  engine_version = "5.17.6" # expect: insecure aws-mq-version

  host_instance_type = "mq.m5.large"

  user {
    username = "shop"
    password = var.text
  }
}

resource "aws_mq_broker" "active" {
  broker_name    = "active"
  engine_type    = "ActiveMQ"
  engine_version = "5.18" # expect: secure aws-mq-version

  host_instance_type = "mq.m5.large"

  user {
    username = "shop"
    password = var.text
  }
}

resource "aws_mq_broker" "rabbit_old" {
  broker_name    = "rabbit_old"
  engine_type    = "RabbitMQ"
  engine_version = "3.8.6" # expect: insecure aws-mq-version

  host_instance_type = "mq.m5.large"

  user {
    username = "shop"
    password = var.text
  }
}

resource "aws_mq_broker" "rabbit" {
  broker_name    = "rabbit"
  engine_type    = "RabbitMQ"
  engine_version = "3.13" # expect: secure aws-mq-version

  host_instance_type = "mq.m5.large"

  user {
    username = "shop"
    password = var.text
  }
}

resource "aws_mq_broker" "rabbit_new" {
  broker_name    = "rabbit_new"
  engine_type    = "RabbitMQ"
  engine_version = "4.2" # expect: secure aws-mq-version

  host_instance_type = "mq.m5.large"

  user {
    username = "shop"
    password = var.text
  }
}

resource "aws_mq_configuration" "active" {
  name           = "active"
  engine_type    = "ActiveMQ"
  engine_version = "5.19.1" # expect: secure aws-mq-version
  data           = "<broker/>"
}

resource "aws_mq_configuration" "old" {
  name           = "old"
  engine_type    = "ActiveMQ"
  engine_version = "5.16.7" # expect: insecure aws-mq-version
  data           = "<broker/>"
}

resource "aws_mq_broker" "unknown" {
  broker_name    = "unknown"
  engine_type    = "ActiveMQ"
  engine_version = var.text # expect: unknown aws-mq-version because var.text

  host_instance_type = "mq.m5.large"

  user {
    username = "shop"
    password = var.text
  }
}
