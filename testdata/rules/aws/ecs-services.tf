# Networks and platforms of tasks, and keys of shells.

variable "text" {
  type = string
}

resource "aws_ecs_task_definition" "silent" { # expect: secure aws-ecs-host-network
  family                = "silent"
  container_definitions = "[]"
}

resource "aws_ecs_task_definition" "host" {
  family                = "host"
  network_mode          = "host" # expect: insecure aws-ecs-host-network
  container_definitions = "[]"
}

resource "aws_ecs_task_definition" "own" {
  family                = "own"
  network_mode          = "awsvpc" # expect: secure aws-ecs-host-network
  container_definitions = "[]"
}

resource "aws_ecs_task_definition" "unknown" {
  family                = "unknown"
  network_mode          = var.text # expect: unknown aws-ecs-host-network because var.text
  container_definitions = "[]"
}

resource "aws_ecs_service" "silent" { # expect: secure aws-ecs-platform-version
  name            = "silent"
  cluster         = "web"
  task_definition = "web:1"
  launch_type     = "FARGATE"
}

resource "aws_ecs_service" "old" {
  name             = "old"
  cluster          = "web"
  task_definition  = "web:1"
  launch_type      = "FARGATE"
  platform_version = "1.3.0" # expect: insecure aws-ecs-platform-version
}

resource "aws_ecs_service" "latest" {
  name             = "latest"
  cluster          = "web"
  task_definition  = "web:1"
  launch_type      = "FARGATE"
  platform_version = "LATEST" # expect: secure aws-ecs-platform-version
}

resource "aws_ecs_service" "machines" { # expect: not_applicable aws-ecs-platform-version
  name            = "machines"
  cluster         = "web"
  task_definition = "web:1"
  launch_type     = "EC2"
}

resource "aws_ecs_service" "unknown" {
  name             = "unknown"
  cluster          = "web"
  task_definition  = "web:1"
  launch_type      = "FARGATE"
  platform_version = var.text # expect: unknown aws-ecs-platform-version because var.text
}

resource "aws_ecs_task_set" "set" {
  service          = "set"
  cluster          = "web"
  task_definition  = "web:1"
  launch_type      = "FARGATE"
  platform_version = "1.4.0" # expect: insecure aws-ecs-platform-version
}

resource "aws_ecs_cluster" "silent" {
  name = "silent"

  configuration {
    execute_command_configuration { # expect: unset aws-ecs-exec-customer-key
    }
  }
}

resource "aws_ecs_cluster" "own" {
  name = "own"

  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn # expect: secure aws-ecs-exec-customer-key
      logging    = "DEFAULT"
    }
  }
}

resource "aws_ecs_cluster" "named" {
  name = "named"

  configuration {
    execute_command_configuration {
      kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-ecs-exec-customer-key
    }
  }
}

resource "aws_ecs_cluster" "unlogged" { # expect: not_applicable aws-ecs-exec-customer-key
  name = "unlogged"

  configuration {
    execute_command_configuration {
      logging = "NONE"
    }
  }
}

resource "aws_ecs_cluster" "unknown" {
  name = "unknown"

  configuration {
    execute_command_configuration {
      kms_key_id = var.text # expect: unknown aws-ecs-exec-customer-key because var.text
    }
  }
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
