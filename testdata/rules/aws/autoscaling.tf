# Groups.

variable "text" {
  type = string
}

resource "aws_autoscaling_group" "old" { # expect: unset aws-autoscaling-launch-template, unset aws-autoscaling-health-check
  name                 = "old"
  min_size             = 1
  max_size             = 3
  availability_zones   = ["eu-west-1a", "eu-west-1b"]
  launch_configuration = "web"
  target_group_arns    = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef"]
}

resource "aws_autoscaling_group" "wrong" {
  name               = "wrong"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef"]
  health_check_type  = "EC2" # expect: insecure aws-autoscaling-health-check

  launch_template { # expect: secure aws-autoscaling-launch-template
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_autoscaling_group" "right" {
  name               = "right"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef"]
  health_check_type  = "ELB" # expect: secure aws-autoscaling-health-check

  mixed_instances_policy {
    launch_template { # expect: secure aws-autoscaling-launch-template
      launch_template_specification {
        launch_template_id = "lt-0123456789abcdef0"
      }
    }
  }
}

resource "aws_autoscaling_group" "classic" {
  name               = "classic"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  load_balancers     = ["web"]
  health_check_type  = "EC2,ELB" # expect: secure aws-autoscaling-health-check

  launch_template { # expect: secure aws-autoscaling-launch-template
    name = "web"
  }
}

resource "aws_autoscaling_group" "attached" { # expect: unset aws-autoscaling-health-check
  name               = "attached"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_autoscaling_attachment" "attached" {
  autoscaling_group_name = aws_autoscaling_group.attached.name
  lb_target_group_arn    = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef"
}

resource "aws_autoscaling_group" "alone" { # expect: not_applicable aws-autoscaling-health-check
  name               = "alone"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_autoscaling_group" "unknown" {
  name               = "unknown"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef"]
  health_check_type  = var.text # expect: unknown aws-autoscaling-health-check because var.text

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}
