# Keys that are named, but are those that AWS keeps for a service: nobody else's, and nobody decides about them.

resource "aws_appflow_flow" "orders" {
  name    = "orders"
  kms_arn = "arn:aws:kms:eu-west-1:123456789012:alias/aws/appflow" # expect: insecure aws-appflow-customer-key

  source_flow_config {
    connector_type = "S3"
    source_connector_properties {
      s3 {
        bucket_name   = "acme-orders"
        bucket_prefix = "in"
      }
    }
  }

  destination_flow_config {
    connector_type = "S3"
    destination_connector_properties {
      s3 {
        bucket_name = "acme-lake"
      }
    }
  }

  task {
    task_type = "Map_all"
  }

  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_backup_vault" "main" {
  name        = "main"
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:alias/aws/backup" # expect: insecure aws-backup-customer-key
}

resource "aws_bedrockagent_agent" "helper" {
  agent_name                  = "helper"
  agent_resource_role_arn     = "arn:aws:iam::123456789012:role/agent"
  foundation_model            = "anthropic.claude-v2"
  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:alias/aws/bedrock" # expect: insecure aws-bedrock-agent-customer-key
}

resource "aws_codeartifact_domain" "acme" {
  domain         = "acme"
  encryption_key = "arn:aws:kms:eu-west-1:123456789012:alias/aws/codeartifact" # expect: insecure aws-codeartifact-customer-key
}

resource "aws_codebuild_project" "shop" {
  name           = "shop"
  service_role   = "arn:aws:iam::123456789012:role/build"
  encryption_key = "alias/aws/s3" # expect: insecure aws-codebuild-customer-key

  artifacts {
    type     = "S3"
    location = "acme-artifacts"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "S3"
    location = "acme-source/shop.zip"
  }
}

resource "aws_codepipeline" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store {
    location = "acme-artifacts"
    type     = "S3"
    encryption_key {
      id   = "alias/aws/s3" # expect: insecure aws-codepipeline-customer-key
      type = "KMS"
    }
  }
}

resource "aws_comprehend_entity_recognizer" "names" {
  name                 = "names"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"
  model_kms_key_id     = "alias/aws/s3"  # expect: insecure aws-comprehend-customer-key
  volume_kms_key_id    = "alias/aws/ebs" # expect: insecure aws-comprehend-volume-customer-key

  input_data_config {
    entity_types {
      type = "NAME"
    }
    documents {
      s3_uri = "s3://acme-lake/names"
    }
  }
}

resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "acme-calls"
      bucket_prefix = "calls"
      encryption_config {
        encryption_type = "KMS"
        key_id          = "arn:aws:kms:eu-west-1:123456789012:alias/aws/connect" # expect: insecure aws-connect-storage-customer-key
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags = {
      backup = "daily"
    }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      cross_region_copy_rule {
        target    = "eu-central-1"
        encrypted = true
        cmk_arn   = "arn:aws:kms:eu-central-1:123456789012:alias/aws/ebs" # expect: insecure aws-dlm-copies-customer-key
      }

      retain_rule {
        count = 7
      }
    }
  }
}

resource "aws_dms_endpoint" "shop" {
  endpoint_id   = "shop"
  endpoint_type = "source"
  engine_name   = "mysql"
  kms_key_arn   = "arn:aws:kms:eu-west-1:123456789012:alias/aws/dms" # expect: insecure aws-dms-customer-key
}

resource "aws_dms_s3_endpoint" "lake" { # expect: unset aws-dms-customer-key
  endpoint_id                       = "lake"
  endpoint_type                     = "target"
  bucket_name                       = "acme-lake"
  service_access_role_arn           = "arn:aws:iam::123456789012:role/dms"
  encryption_mode                   = "SSE_KMS"
  server_side_encryption_kms_key_id = "alias/aws/s3" # expect: insecure aws-dms-s3-customer-key
}

resource "aws_ebs_snapshot_copy" "orders" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true
  kms_key_id         = "alias/aws/ebs" # expect: insecure aws-ebs-snapshot-copy-customer-key
}

resource "aws_ami_copy" "shop" {
  name              = "shop"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true
  kms_key_id        = "alias/aws/ebs" # expect: insecure aws-ec2-image-customer-key
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      kms_key_id = "alias/aws/ssm" # expect: insecure aws-ecs-exec-customer-key
      logging    = "DEFAULT"
    }
  }
}

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = "arn:aws:kms:eu-west-1:123456789012:alias/aws/eks" # expect: insecure aws-eks-customer-key
    }
  }

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_fsx_windows_file_system" "shares" {
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 32
  storage_capacity    = 300
  kms_key_id          = "arn:aws:kms:eu-west-1:123456789012:alias/aws/fsx" # expect: insecure aws-fsx-customer-key
}

resource "aws_imagebuilder_component" "agent" {
  name       = "agent"
  platform   = "Linux"
  version    = "1.0.0"
  uri        = "s3://acme-components/agent.yml"
  kms_key_id = "alias/aws/imagebuilder" # expect: insecure aws-imagebuilder-component-customer-key
}

resource "aws_imagebuilder_distribution_configuration" "shop" {
  name = "shop"

  distribution {
    region = "eu-central-1"
    ami_distribution_configuration {
      name       = "shop"
      kms_key_id = "alias/aws/ebs" # expect: insecure aws-imagebuilder-images-customer-key
    }
  }
}

resource "aws_kendra_index" "handbook" {
  name     = "handbook"
  role_arn = "arn:aws:iam::123456789012:role/kendra"

  server_side_encryption_configuration {
    kms_key_id = "alias/aws/kendra" # expect: insecure aws-kendra-customer-key
  }
}

resource "aws_memorydb_cluster" "sessions" {
  name        = "sessions"
  node_type   = "db.t4g.small"
  acl_name    = "sessions"
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:alias/aws/memorydb" # expect: insecure aws-memorydb-customer-key
}

resource "aws_networkfirewall_firewall" "edge" {
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
  vpc_id              = "vpc-0123456789abcdef0"

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = "alias/aws/network-firewall" # expect: insecure aws-networkfirewall-customer-key
  }

  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}

resource "aws_db_instance" "orders" {
  instance_class                  = "db.t4g.small"
  engine                          = "postgres"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:alias/aws/rds" # expect: insecure aws-rds-insights-customer-key
}

resource "aws_db_instance_automated_backups_replication" "orders" {
  source_db_instance_arn = aws_db_instance.orders.arn
  kms_key_id             = "arn:aws:kms:eu-central-1:123456789012:alias/aws/rds" # expect: insecure aws-rds-backup-customer-key
}

resource "aws_redshift_snapshot_copy_grant" "west" {
  snapshot_copy_grant_name = "west"
  kms_key_id               = "alias/aws/redshift" # expect: insecure aws-redshift-copy-customer-key
}

resource "aws_s3_bucket" "lists" {
  bucket = "acme-lists"
}

resource "aws_s3_object" "price_list" {
  bucket                 = aws_s3_bucket.lists.id
  key                    = "prices.csv"
  server_side_encryption = "aws:kms"
  kms_key_id             = "arn:aws:kms:eu-west-1:123456789012:alias/aws/s3" # expect: insecure aws-s3-object-customer-key
}

resource "aws_sagemaker_data_quality_job_definition" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/quality"

  data_quality_app_specification {
    image_uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/quality:1"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "orders"
    }
  }

  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://acme-quality/orders"
      }
    }
  }

  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
      volume_kms_key_id = "alias/aws/ebs" # expect: insecure aws-sagemaker-job-volume-customer-key
    }
  }
}

resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 days)"
  kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:alias/aws/scheduler" # expect: insecure aws-scheduler-customer-key

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:123456789012:nightly"
    role_arn = "arn:aws:iam::123456789012:role/nightly"
  }
}

resource "aws_timestreamwrite_database" "meters" {
  database_name = "meters"
  kms_key_id    = "arn:aws:kms:eu-west-1:123456789012:alias/aws/timestream" # expect: insecure aws-timestream-customer-key
}
