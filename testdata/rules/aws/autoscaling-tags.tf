# Tags of groups.

resource "aws_autoscaling_group" "untagged" { # expect: unset aws-autoscaling-tags
  max_size = 3
  min_size = 1
}

resource "aws_autoscaling_group" "tagged" {
  max_size = 3
  min_size = 1

  tag { # expect: secure aws-autoscaling-tags
    key                 = "team"
    value               = "shop"
    propagate_at_launch = true
  }
}

variable "tags" {
  type = map(string)
}

resource "aws_autoscaling_group" "unknown" { # expect: unknown aws-autoscaling-tags because var.tags
  max_size = 3
  min_size = 1

  dynamic "tag" {
    for_each = var.tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
