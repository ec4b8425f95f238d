# Kafka clusters.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_msk_cluster" "silent" { # expect: secure aws-msk-client-tls, secure aws-msk-public, unset aws-msk-logs
  cluster_name           = "silent"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_msk_cluster" "careless" {
  cluster_name           = "careless"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
    security_groups = ["sg-0123456789abcdef0"]

    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS" # expect: insecure aws-msk-public
      }
    }
  }

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT" # expect: insecure aws-msk-client-tls
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true # expect: secure aws-msk-logs
        log_group = "kafka"
      }
    }
  }
}

resource "aws_msk_cluster" "careful" {
  cluster_name           = "careful"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
    security_groups = ["sg-0123456789abcdef0"]

    connectivity_info {
      public_access {
        type = "DISABLED" # expect: secure aws-msk-public
      }
    }
  }

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS" # expect: secure aws-msk-client-tls
    }
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = true # expect: secure aws-msk-logs
        bucket  = "acme-logs"
      }
    }
  }
}

resource "aws_msk_cluster" "unknown" {
  cluster_name           = "unknown"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
    security_groups = ["sg-0123456789abcdef0"]

    connectivity_info {
      public_access {
        type = var.text # expect: unknown aws-msk-public because var.text
      }
    }
  }

  encryption_info {
    encryption_in_transit {
      client_broker = var.text # expect: unknown aws-msk-client-tls because var.text
    }
  }

  logging_info {
    broker_logs {
      firehose {
        enabled         = var.flag # expect: unknown aws-msk-logs because var.flag
        delivery_stream = "kafka"
      }
    }
  }
}
