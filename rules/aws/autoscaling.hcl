# Auto Scaling: machines that come and go.

setting "aws-autoscaling-health-check" {
  title    = "Groups behind a load balancer replace machines that do not answer"
  problem  = "Machines that no longer answer stay in this group"
  layer    = "resilience"
  severity = "low"

  resource  = "aws_autoscaling_group"
  filter    = length(attrs.load_balancers) > 0 || length(attrs.target_group_arns) > 0 || length(referring(attrs, "aws_autoscaling_attachment", "autoscaling_group_name")) > 0
  attribute = "health_check_type"
  default   = "EC2"
  condition = strcontains(value, "ELB")

  why        = "A machine whose program hangs, or was stopped, counts as healthy while its system runs."
  fix        = { health_check_type = "ELB" }
  careful    = "a load balancer whose health check is wrong now ends machines"
  aliases    = ["CKV2_AWS_15"]
  references = ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"]
  since      = "0.1.0"
}

setting "aws-autoscaling-launch-template" {
  title    = "Groups start machines from a launch template"
  problem  = "This group starts machines from a launch configuration"
  layer    = "os"
  severity = "info"

  resource  = "aws_autoscaling_group"
  attribute = ["launch_template", "mixed_instances_policy.launch_template"]
  condition = value != null

  why        = "Launch configurations are no longer developed: what newer machines can do for safety cannot be written in them."
  aliases    = ["CKV_AWS_315"]
  references = ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"]
  since      = "0.1.0"
}

setting "aws-autoscaling-tags" {
  title    = "Groups of machines have tags"
  problem  = "Machines of this group carry no tags"
  layer    = "data"
  severity = "info"

  resource  = "aws_autoscaling_group"
  subject   = concat(tolist(attrs.tag), [for t in [attrs.tags] : t if t != null])[0]
  condition = value != null

  why        = "Policies that go by tags do not hold for them, and nobody knows whose they are; default tags of the provider do not reach them."
  aliases    = ["CKV_AWS_153"]
  references = ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"]
  since      = "0.1.0"
}
