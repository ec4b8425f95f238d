# Job definitions.

variable "flag" {
  type = bool
}

resource "aws_batch_job_definition" "root" {
  name = "root"
  type = "container"

  container_properties = jsonencode({
    image      = "busybox"
    command    = ["true"]
    privileged = true # expect: insecure aws-batch-not-privileged
  })
}

resource "aws_batch_job_definition" "plain" {
  name = "plain"
  type = "container"

  container_properties = jsonencode({
    image      = "busybox"
    privileged = false # expect: secure aws-batch-not-privileged
  })
}

resource "aws_batch_job_definition" "silent" {
  name = "silent"
  type = "container"

  container_properties = jsonencode({ # expect: secure aws-batch-not-privileged
    image = "busybox"
  })
}

resource "aws_batch_job_definition" "nodes" {
  name = "nodes"
  type = "multinode"

  node_properties = jsonencode({
    mainNode = 0
    numNodes = 2
    nodeRangeProperties = [
      {
        targetNodes = "0:"
        container = {
          image      = "busybox"
          privileged = true # expect: insecure aws-batch-not-privileged
        }
      },
    ]
  })
}

resource "aws_batch_job_definition" "task" {
  name = "task"
  type = "container"

  ecs_properties = jsonencode({
    taskProperties = [
      {
        containers = [
          {
            name       = "main"
            image      = "busybox"
            privileged = true # expect: insecure aws-batch-not-privileged
          },
        ]
      },
    ]
  })
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "busybox"

        security_context {
          privileged = true # expect: insecure aws-batch-not-privileged
        }
      }
    }
  }
}

resource "aws_batch_job_definition" "unknown" {
  name = "unknown"
  type = "container"

  container_properties = jsonencode({
    image      = "busybox"
    privileged = var.flag # expect: unknown aws-batch-not-privileged because var.flag
  })
}
