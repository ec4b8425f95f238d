# Message brokers.

variable "flag" {
  type = bool
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_mq_broker" "silent" { # expect: secure aws-mq-public, unset aws-mq-logs
  broker_name        = "silent"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"

  user {
    username = "app"
    password = var.password
  }
}

resource "aws_mq_broker" "careless" {
  broker_name         = "careless"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.t3.micro"
  publicly_accessible = true # expect: insecure aws-mq-public

  logs {
    audit = false # expect: insecure aws-mq-logs
  }

  user {
    username = "app"
    password = var.password
  }
}

resource "aws_mq_broker" "careful" {
  broker_name         = "careful"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.t3.micro"
  publicly_accessible = false # expect: secure aws-mq-public

  logs {
    audit = true # expect: secure aws-mq-logs
  }

  user {
    username = "app"
    password = var.password
  }
}

resource "aws_mq_broker" "rabbit" { # expect: not_applicable aws-mq-logs
  broker_name        = "rabbit"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.t3.micro"

  user {
    username = "app"
    password = var.password
  }
}

resource "aws_mq_broker" "unknown" {
  broker_name         = "unknown"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.t3.micro"
  publicly_accessible = var.flag # expect: unknown aws-mq-public because var.flag

  logs {
    audit = var.flag # expect: unknown aws-mq-logs because var.flag
  }

  user {
    username = "app"
    password = var.password
  }
}
