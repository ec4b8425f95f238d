resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.this.arn
  launch_type     = "FARGATE"
  desired_count   = 3

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.task.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.this.arn
    container_name   = "web"
    container_port   = 8080
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([{
    name                   = "web"
    image                  = var.image
    essential              = true
    user                   = "1000"
    readonlyRootFilesystem = true
    portMappings           = [{ containerPort = 8080 }]
    environment            = [for name, value in var.environment : { name = name, value = value }]
    secrets                = [for name, arn in var.secrets : { name = name, valueFrom = arn }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.task.name
        awslogs-region        = data.aws_region.current.region
        awslogs-stream-prefix = "web"
      }
    }
  }])
}

data "aws_region" "current" {}

resource "aws_cloudwatch_log_group" "task" {
  name              = "/${var.name}/web"
  retention_in_days = 365
  kms_key_id        = var.kms_key_arn
}

resource "aws_security_group" "task" {
  name        = "${var.name}-task"
  description = "The shop's tasks"
  vpc_id      = var.vpc_id
}

resource "aws_security_group_rule" "task" {
  type                     = "ingress"
  description              = "The load balancer"
  security_group_id        = aws_security_group.task.id
  source_security_group_id = var.security_group_id
  from_port                = 8080
  to_port                  = 8080
  protocol                 = "tcp"
}
