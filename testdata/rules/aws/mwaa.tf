# Airflow.

variable "flag" {
  type = bool
}

variable "mode" {
  type = string
}

resource "aws_mwaa_environment" "silent" { # expect: secure aws-mwaa-private, unset aws-mwaa-logs-scheduler, unset aws-mwaa-logs-worker, unset aws-mwaa-logs-webserver
  name               = "silent"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::acme-airflow"

  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_mwaa_environment" "careless" {
  name                  = "careless"
  dag_s3_path           = "dags/"
  execution_role_arn    = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn     = "arn:aws:s3:::acme-airflow"
  webserver_access_mode = "PUBLIC_ONLY" # expect: insecure aws-mwaa-private

  logging_configuration {
    scheduler_logs {
      enabled   = false # expect: insecure aws-mwaa-logs-scheduler
      log_level = "INFO"
    }
    worker_logs {
      enabled   = false # expect: insecure aws-mwaa-logs-worker
      log_level = "INFO"
    }
    webserver_logs {
      enabled   = false # expect: insecure aws-mwaa-logs-webserver
      log_level = "INFO"
    }
  }

  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_mwaa_environment" "careful" {
  name                  = "careful"
  dag_s3_path           = "dags/"
  execution_role_arn    = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn     = "arn:aws:s3:::acme-airflow"
  webserver_access_mode = "PRIVATE_ONLY" # expect: secure aws-mwaa-private

  logging_configuration {
    scheduler_logs {
      enabled   = true # expect: secure aws-mwaa-logs-scheduler
      log_level = "INFO"
    }
    worker_logs {
      enabled   = true # expect: secure aws-mwaa-logs-worker
      log_level = "INFO"
    }
    webserver_logs {
      enabled   = true # expect: secure aws-mwaa-logs-webserver
      log_level = "INFO"
    }
  }

  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_mwaa_environment" "unknown" {
  name                  = "unknown"
  dag_s3_path           = "dags/"
  execution_role_arn    = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn     = "arn:aws:s3:::acme-airflow"
  webserver_access_mode = var.mode # expect: unknown aws-mwaa-private because var.mode

  logging_configuration {
    scheduler_logs {
      enabled   = var.flag # expect: unknown aws-mwaa-logs-scheduler because var.flag
      log_level = "INFO"
    }
    worker_logs {
      enabled   = var.flag # expect: unknown aws-mwaa-logs-worker because var.flag
      log_level = "INFO"
    }
    webserver_logs {
      enabled   = var.flag # expect: unknown aws-mwaa-logs-webserver because var.flag
      log_level = "INFO"
    }
  }

  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}
