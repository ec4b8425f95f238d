# Notebooks, domains, models, endpoints, and jobs.

variable "flag" {
  type = bool
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

variable "text" {
  type = string
}

resource "aws_sagemaker_notebook_instance" "silent" { # expect: unset aws-sagemaker-notebook-internet, unset aws-sagemaker-notebook-root, unset aws-sagemaker-notebook-imdsv2, unset aws-sagemaker-notebook-network, unset aws-sagemaker-customer-key
  name          = "silent"
  role_arn      = "arn:aws:iam::123456789012:role/notebook"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "open" { # expect: unset aws-sagemaker-notebook-network, unset aws-sagemaker-customer-key
  name                   = "open"
  role_arn               = "arn:aws:iam::123456789012:role/notebook"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Enabled" # expect: insecure aws-sagemaker-notebook-internet
  root_access            = "Enabled" # expect: insecure aws-sagemaker-notebook-root

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "1" # expect: insecure aws-sagemaker-notebook-imdsv2
  }
}

resource "aws_sagemaker_notebook_instance" "closed" {
  count                  = 2
  name                   = "closed-${count.index}"
  role_arn               = "arn:aws:iam::123456789012:role/notebook"
  instance_type          = "ml.t3.medium"
  subnet_id              = "subnet-0123456789abcdef0" # expect: secure aws-sagemaker-notebook-network
  security_groups        = ["sg-0123456789abcdef0"]
  direct_internet_access = "Disabled"                                                                    # expect: secure aws-sagemaker-notebook-internet
  root_access            = "Disabled"                                                                    # expect: secure aws-sagemaker-notebook-root
  kms_key_id             = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-sagemaker-customer-key

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2" # expect: secure aws-sagemaker-notebook-imdsv2
  }
}

resource "aws_sagemaker_notebook_instance" "unknown" {
  name                   = "unknown"
  role_arn               = "arn:aws:iam::123456789012:role/notebook"
  instance_type          = "ml.t3.medium"
  direct_internet_access = var.text # expect: unknown aws-sagemaker-notebook-internet because var.text
  root_access            = var.text # expect: unknown aws-sagemaker-notebook-root because var.text
  subnet_id              = var.text # expect: unknown aws-sagemaker-notebook-network because var.text
  kms_key_id             = var.text # expect: unknown aws-sagemaker-customer-key because var.text

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = var.text # expect: unknown aws-sagemaker-notebook-imdsv2 because var.text
  }
}

resource "aws_sagemaker_domain" "silent" { # expect: unset aws-sagemaker-customer-key
  domain_name = "silent"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0"]

  default_user_settings {
    execution_role = "arn:aws:iam::123456789012:role/studio"
  }
}

resource "aws_sagemaker_domain" "own" {
  domain_name = "own"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0"]
  kms_key_id  = aws_kms_key.own.arn # expect: secure aws-sagemaker-customer-key

  default_user_settings {
    execution_role = "arn:aws:iam::123456789012:role/studio"
  }
}

resource "aws_sagemaker_endpoint_configuration" "silent" { # expect: unset aws-sagemaker-customer-key
  name = "silent"

  production_variants {
    variant_name           = "all"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m5.xlarge"
  }
}

resource "aws_sagemaker_endpoint_configuration" "own" {
  name        = "own"
  kms_key_arn = aws_kms_key.own.arn # expect: secure aws-sagemaker-customer-key

  production_variants {
    variant_name           = "all"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m5.xlarge"
  }
}

resource "aws_sagemaker_endpoint_configuration" "serverless" { # expect: not_applicable aws-sagemaker-customer-key
  name = "serverless"

  production_variants {
    variant_name = "all"
    model_name   = "prices"

    serverless_config {
      max_concurrency   = 5
      memory_size_in_mb = 2048
    }
  }
}

resource "aws_sagemaker_flow_definition" "silent" {
  flow_definition_name = "silent"
  role_arn             = "arn:aws:iam::123456789012:role/review"

  human_loop_config {
    human_task_ui_arn = "arn:aws:sagemaker:eu-west-1:123456789012:human-task-ui/review"
    task_count        = 1
    task_description  = "Look at the text"
    task_title        = "review"
    workteam_arn      = "arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/team"
  }

  output_config { # expect: unset aws-sagemaker-customer-key
    s3_output_path = "s3://acme-review/"
  }
}

resource "aws_sagemaker_flow_definition" "own" {
  flow_definition_name = "own"
  role_arn             = "arn:aws:iam::123456789012:role/review"

  human_loop_config {
    human_task_ui_arn = "arn:aws:sagemaker:eu-west-1:123456789012:human-task-ui/review"
    task_count        = 1
    task_description  = "Look at the text"
    task_title        = "review"
    workteam_arn      = "arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/team"
  }

  output_config {
    s3_output_path = "s3://acme-review/"
    kms_key_id     = aws_kms_key.own.arn # expect: secure aws-sagemaker-customer-key
  }
}

resource "aws_sagemaker_model" "silent" { # expect: unset aws-sagemaker-model-isolated
  name               = "silent"
  execution_role_arn = "arn:aws:iam::123456789012:role/model"

  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/prices:1"
  }
}

resource "aws_sagemaker_model" "open" {
  name                     = "open"
  execution_role_arn       = "arn:aws:iam::123456789012:role/model"
  enable_network_isolation = false # expect: insecure aws-sagemaker-model-isolated

  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/prices:1"
  }
}

resource "aws_sagemaker_model" "alone" {
  name                     = "alone"
  execution_role_arn       = "arn:aws:iam::123456789012:role/model"
  enable_network_isolation = true # expect: secure aws-sagemaker-model-isolated

  container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/prices:1"
  }
}

resource "aws_sagemaker_model" "unknown" {
  name                     = "unknown"
  execution_role_arn       = "arn:aws:iam::123456789012:role/model"
  enable_network_isolation = var.flag # expect: unknown aws-sagemaker-model-isolated because var.flag

  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/prices:1"
  }
}

resource "aws_sagemaker_data_quality_job_definition" "silent" { # expect: unset aws-sagemaker-job-transit
  name     = "silent"
  role_arn = "arn:aws:iam::123456789012:role/monitor"

  data_quality_app_specification {
    image_uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/analyzer:1"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "prices"
    }
  }

  data_quality_job_output_config { # expect: unset aws-sagemaker-customer-key
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://acme-monitoring/quality"
      }
    }
  }

  job_resources {
    cluster_config { # expect: unset aws-sagemaker-job-volume-customer-key
      instance_count    = 2
      instance_type     = "ml.m5.xlarge"
      volume_size_in_gb = 20
    }
  }
}

resource "aws_sagemaker_data_quality_job_definition" "open" {
  name     = "open"
  role_arn = "arn:aws:iam::123456789012:role/monitor"

  data_quality_app_specification {
    image_uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/analyzer:1"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "prices"
    }
  }

  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn # expect: secure aws-sagemaker-customer-key

    monitoring_outputs {
      s3_output {
        s3_uri = "s3://acme-monitoring/quality"
      }
    }
  }

  job_resources {
    cluster_config {
      volume_kms_key_id = aws_kms_key.own.arn # expect: secure aws-sagemaker-job-volume-customer-key
      instance_count    = 2
      instance_type     = "ml.m5.xlarge"
      volume_size_in_gb = 20
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = false # expect: insecure aws-sagemaker-job-transit
  }
}

resource "aws_sagemaker_data_quality_job_definition" "closed" {
  name     = "closed"
  role_arn = "arn:aws:iam::123456789012:role/monitor"

  data_quality_app_specification {
    image_uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/analyzer:1"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "prices"
    }
  }

  data_quality_job_output_config {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-sagemaker-customer-key

    monitoring_outputs {
      s3_output {
        s3_uri = "s3://acme-monitoring/quality"
      }
    }
  }

  job_resources {
    cluster_config {
      volume_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-sagemaker-job-volume-customer-key
      instance_count    = 2
      instance_type     = "ml.m5.xlarge"
      volume_size_in_gb = 20
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = true # expect: secure aws-sagemaker-job-transit
  }
}

resource "aws_sagemaker_data_quality_job_definition" "single" { # expect: not_applicable aws-sagemaker-job-transit
  name     = "single"
  role_arn = "arn:aws:iam::123456789012:role/monitor"

  data_quality_app_specification {
    image_uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/analyzer:1"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "prices"
    }
  }

  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn

    monitoring_outputs {
      s3_output {
        s3_uri = "s3://acme-monitoring/quality"
      }
    }
  }

  job_resources {
    cluster_config {
      volume_kms_key_id = aws_kms_key.own.arn
      instance_count    = 1
      instance_type     = "ml.m5.xlarge"
      volume_size_in_gb = 20
    }
  }
}

resource "aws_sagemaker_data_quality_job_definition" "unknown" {
  name     = "unknown"
  role_arn = "arn:aws:iam::123456789012:role/monitor"

  data_quality_app_specification {
    image_uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/analyzer:1"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "prices"
    }
  }

  data_quality_job_output_config {
    kms_key_id = var.text # expect: unknown aws-sagemaker-customer-key because var.text

    monitoring_outputs {
      s3_output {
        s3_uri = "s3://acme-monitoring/quality"
      }
    }
  }

  job_resources {
    cluster_config {
      volume_kms_key_id = var.text # expect: unknown aws-sagemaker-job-volume-customer-key because var.text
      instance_count    = 3
      instance_type     = "ml.m5.xlarge"
      volume_size_in_gb = 20
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = var.flag # expect: unknown aws-sagemaker-job-transit because var.flag
  }
}
