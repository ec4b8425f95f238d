# Tasks, services and clusters.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

resource "aws_ecs_task_definition" "careless" {
  family             = "careless"
  pid_mode           = "host"                                # expect: insecure aws-ecs-host-processes
  task_role_arn      = "arn:aws:iam::123456789012:role/shop" # expect: insecure aws-ecs-separate-roles
  execution_role_arn = "arn:aws:iam::123456789012:role/shop"

  container_definitions = jsonencode([
    {
      name                   = "shop"
      image                  = "acme/shop:4.2.1"
      privileged             = true  # expect: insecure aws-ecs-not-privileged
      readonlyRootFilesystem = false # expect: insecure aws-ecs-read-only-root
      environment = [
        { name = "REGION", value = "eu-central-1" },
        { name = "AWS_SECRET_ACCESS_KEY", value = "AKIA4QW7XN2RTPL5ZV3C" }, # expect: insecure aws-ecs-environment-secret
      ]
    },
    { # expect: unset aws-ecs-read-only-root
      name  = "sidecar"
      image = "acme/sidecar:1.0.3"
    },
  ])

  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "DISABLED" # expect: insecure aws-ecs-efs-transit
    }
  }

  volume {
    name = "more"
    efs_volume_configuration { # expect: unset aws-ecs-efs-transit
      file_system_id = "fs-0123456789abcdef0"
    }
  }
}

resource "aws_ecs_task_definition" "careful" { # expect: secure aws-ecs-host-processes
  family             = "careful"
  task_role_arn      = "arn:aws:iam::123456789012:role/shop" # expect: secure aws-ecs-separate-roles
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-start"

  # expect(+9): secure aws-ecs-read-only-root
  # expect(+9): secure aws-ecs-not-privileged
  container_definitions = <<-JSON
    [
      {
        "name": "shop",
        "image": "acme/shop:4.2.1",
        "environment": [{"name": "REGION", "value": "eu-central-1"}],
        "secrets": [{"name": "DB", "valueFrom": "arn:aws:ssm:eu-central-1:123456789012:parameter/db"}],
        "readonlyRootFilesystem": true,
        "privileged": false
      }
    ]
  JSON

  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "ENABLED" # expect: secure aws-ecs-efs-transit
    }
  }
}

resource "aws_ecs_task_definition" "unknown" {
  family             = "unknown"
  pid_mode           = var.text # expect: unknown aws-ecs-host-processes because var.text
  task_role_arn      = var.text # expect: unknown aws-ecs-separate-roles because var.text
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-start"

  container_definitions = jsonencode([{
    name                   = "shop"
    image                  = "acme/shop:4.2.1"
    privileged             = var.flag                               # expect: unknown aws-ecs-not-privileged because var.flag
    readonlyRootFilesystem = var.flag                               # expect: unknown aws-ecs-read-only-root because var.flag
    environment            = [{ name = "TOKEN", value = var.text }] # expect: secure aws-ecs-environment-secret
  }])

  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = var.text # expect: unknown aws-ecs-efs-transit because var.text
    }
  }
}

resource "aws_ecs_task_definition" "windows" { # expect: not_applicable aws-ecs-read-only-root, not_applicable aws-ecs-separate-roles
  family = "windows"
  container_definitions = jsonencode([{
    name  = "shop"
    image = "acme/shop-windows:4.2.1"
    environment = [
      { name = "REGION", value = "eu-central-1" }, # expect: secure aws-ecs-environment-secret
    ]
  }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}

# Services.

resource "aws_ecs_service" "silent" { # expect: secure aws-ecs-public-ip
  name            = "silent"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.careful.arn
  launch_type     = "FARGATE"

  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_ecs_service" "public" {
  name            = "public"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.careful.arn
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = true # expect: insecure aws-ecs-public-ip
  }
}

resource "aws_ecs_service" "unknown" {
  name            = "unknown"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.careful.arn
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = var.flag # expect: unknown aws-ecs-public-ip because var.flag
  }
}

# Clusters.

resource "aws_ecs_cluster" "silent" { # expect: unset aws-ecs-container-insights, not_applicable aws-ecs-exec-logging
  name = "silent"
}

resource "aws_ecs_cluster" "dark" {
  name = "dark"

  setting {
    name  = "containerInsights"
    value = "disabled" # expect: insecure aws-ecs-container-insights
  }

  configuration {
    execute_command_configuration {
      logging = "NONE" # expect: insecure aws-ecs-exec-logging
    }
  }
}

resource "aws_ecs_cluster" "watched" {
  name = "watched"

  setting {
    name  = "containerInsights"
    value = "enhanced" # expect: secure aws-ecs-container-insights
  }

  configuration {
    execute_command_configuration { # expect: secure aws-ecs-exec-logging
      kms_key_id = "alias/ecs-exec"
    }
  }
}

resource "aws_ecs_cluster" "unknown" {
  name = "unknown"

  setting {
    name  = "containerInsights"
    value = var.text # expect: unknown aws-ecs-container-insights because var.text
  }

  configuration {
    execute_command_configuration {
      logging = var.text # expect: unknown aws-ecs-exec-logging because var.text
    }
  }
}
