# ECS: tasks, the containers in them, and the clusters that run them.

setting "aws-ecs-not-privileged" {
  title    = "Containers are not privileged"
  problem  = "This container can do what the host can"
  layer    = "application"
  severity = "high"

  resource  = "aws_ecs_task_definition"
  for_each  = jsondecode(attrs.container_definitions)
  subject   = each.value.privileged
  default   = false
  condition = value != true

  why        = "Whoever breaks into the container has the host, and every other container on it."
  aliases    = ["CKV_AWS_334"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"]
  since      = "0.1.0"
}

setting "aws-ecs-read-only-root" {
  title    = "Containers cannot change their own files"
  problem  = "Programs in this container can change its files"
  layer    = "application"
  severity = "low"

  resource  = "aws_ecs_task_definition"
  filter    = attrs.runtime_platform.operating_system_family == null || attrs.runtime_platform.operating_system_family == "LINUX" # Windows has no such thing
  for_each  = jsondecode(attrs.container_definitions)
  subject   = each.value.readonlyRootFilesystem
  default   = false
  condition = value == true

  why        = "An intruder can bring tools along and stay."
  careful    = "directories that the program writes to must become volumes"
  aliases    = ["CKV_AWS_336"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"]
  since      = "0.1.0"
}

setting "aws-ecs-environment-secret" {
  title    = "Environments of containers hold no credentials"
  problem  = "An environment variable of this container holds ${join(", ", secrets(value)[*].kind)}"
  layer    = "accounts"
  severity = "high"

  resource  = "aws_ecs_task_definition"
  for_each  = flatten([for c in jsondecode(attrs.container_definitions) : c.environment])
  subject   = each.value.value
  condition = !in_code(value) || length(secrets(value)) == 0

  why        = "Everyone who may describe the task definition reads it, in every old revision too."
  aliases    = ["AVD-AWS-0036", "AC_AWS_0095"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"]
  since      = "0.1.0"
}

setting "aws-ecs-host-processes" {
  title    = "Tasks do not see the host's processes"
  problem  = "Containers of this task see every process of the host"
  layer    = "application"
  severity = "medium"

  resource  = "aws_ecs_task_definition"
  attribute = "pid_mode"
  condition = value != "host"

  why        = "They can read other programs' environments, and stop them."
  fix        = { pid_mode = null }
  aliases    = ["CKV_AWS_335"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"]
  since      = "0.1.0"
}

setting "aws-ecs-separate-roles" {
  title    = "ECS task and execution roles differ"
  problem  = "The task runs with the role that starts it"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_ecs_task_definition"
  filter    = attrs.task_role_arn != null && attrs.execution_role_arn != null
  attribute = "task_role_arn"
  condition = value != attrs.execution_role_arn

  why        = "The program inherits rights that only starting it needs: pulling images, reading secrets."
  aliases    = ["CKV_AWS_249"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"]
  since      = "0.1.0"
}

setting "aws-ecs-efs-transit" {
  title    = "Tasks speak TLS with their file systems"
  problem  = "Files of this volume cross the network readable"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_ecs_task_definition"
  for_each  = flatten([for v in attrs.volume : v.efs_volume_configuration])
  attribute = "transit_encryption"
  default   = "DISABLED"
  condition = value == "ENABLED"

  why        = "Whoever can listen in the network reads what is read and written."
  aliases    = ["CKV_AWS_97", "AVD-AWS-0035", "AC_AWS_0463"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html"]
  since      = "0.1.0"
}

setting "aws-ecs-public-ip" {
  title    = "Tasks have no public address"
  problem  = "Tasks of this service get a public address"
  layer    = "network"
  severity = "medium"

  resource     = ["aws_ecs_service", "aws_ecs_task_set"]
  attribute    = "network_configuration.assign_public_ip"
  default      = false
  default_note = "the provider sends DISABLED"
  condition    = value != true

  why        = "Only the security group stands between the containers and the internet."
  fix        = { "network_configuration.assign_public_ip" = false }
  careful    = "images must then be reached through a NAT gateway or endpoints"
  aliases    = ["CKV_AWS_333"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html"]
  since      = "0.1.0"
}

setting "aws-ecs-container-insights" {
  title    = "The cluster reports on its containers"
  problem  = "Nobody sees what the containers of this cluster do"
  layer    = "logging"
  severity = "low"

  resource     = "aws_ecs_cluster"
  attribute    = "setting[name=containerInsights].value"
  default      = "disabled"
  default_note = "unless the account's own default says otherwise"
  condition    = contains(["enabled", "enhanced"], value)
  companion "aws_ecs_account_setting_default" {
    scope     = "provider"
    filter    = carrier.name == "containerInsights"
    attribute = "value"
  }

  why        = "A container that mines or floods looks like any other until the bill comes."
  fix        = { "setting[name=containerInsights].value" = "enabled" }
  aliases    = ["CKV_AWS_65", "AVD-AWS-0034"]
  references = ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html"]
  since      = "0.1.0"
}

setting "aws-ecs-exec-logging" {
  title    = "Commands run inside containers are recorded"
  problem  = "Nobody can say what was typed inside these containers"
  layer    = "logging"
  severity = "low"

  resource     = "aws_ecs_cluster"
  filter       = length(attrs.configuration.execute_command_configuration) > 0
  attribute    = "configuration.execute_command_configuration.logging"
  default      = "DEFAULT"
  default_note = "AWS uses the log configuration of the container"
  condition    = value != "NONE"

  why        = "A shell in a container is a way around every other record."
  fix        = { "configuration.execute_command_configuration.logging" = "DEFAULT" }
  aliases    = ["CKV_AWS_223"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"]
  since      = "0.1.0"
}

setting "aws-ecs-host-network" {
  title    = "Tasks do not share the network of their host"
  problem  = "Containers of this task use the network of their host"
  layer    = "network"
  severity = "medium"

  resource  = "aws_ecs_task_definition"
  attribute = "network_mode"
  default   = "bridge"
  condition = value != "host"

  why        = "No security group is their own, and what listens on the host for itself alone listens for them, too."
  fix        = { network_mode = "awsvpc" }
  careful    = "tasks with networks of their own need subnets and security groups in the service"
  aliases    = ["AC_AWS_0088"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"]
  since      = "0.1.0"
}

setting "aws-ecs-platform-version" {
  title    = "Services on Fargate follow its newest platform"
  problem  = "This service stays on one platform version"
  layer    = "application"
  severity = "low"

  resource  = ["aws_ecs_service", "aws_ecs_task_set"]
  filter    = attrs.launch_type == "FARGATE"
  attribute = "platform_version"
  default   = "LATEST"
  condition = value == "LATEST"

  why        = "When AWS gives a version up, fixes of the kernel and the container runtime stay out."
  fix        = { platform_version = "LATEST" }
  aliases    = ["CKV_AWS_332"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"]
  since      = "0.1.0"
}

setting "aws-ecs-exec-customer-key" {
  title    = "Shells in containers are encrypted with a key of your own"
  problem  = "Shells in these containers are not encrypted with a key of yours"
  layer    = "encryption"
  severity = "info"

  resource     = "aws_ecs_cluster"
  filter       = length(attrs.configuration.execute_command_configuration) > 0 && coalesce(attrs.configuration.execute_command_configuration.logging, "DEFAULT") != "NONE"
  attribute    = "configuration.execute_command_configuration.kms_key_id"
  default_note = "the session is protected by TLS alone"
  condition    = is_own_key(value)

  why        = "With your own key you decide, and can see, who may open a shell and read what was typed."
  careful    = "the roles of tasks need the right to use the key"
  aliases    = ["CKV_AWS_224"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"]
  since      = "0.1.0"
}

setting "aws-ecs-service-role" {
  title    = "Services do not register with an administrator's role"
  problem  = "This service registers with the role ${value}"
  layer    = "accounts"
  severity = "low"
  locals {
    names = [for r in referred(attrs, "aws_iam_role", "iam_role") : r.name]
  }

  resource  = "aws_ecs_service"
  filter    = attrs.iam_role != null
  subject   = length(local.names) > 0 ? local.names[0] : attrs.iam_role
  condition = !strcontains(lower(value), "admin")

  why        = "The role is for registering with a load balancer; everything more is there to be misused."
  careful    = "leave it out: ECS has a role of its own for this"
  aliases    = ["AC_AWS_0087"]
  references = ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html"]
  since      = "0.1.0"
}
