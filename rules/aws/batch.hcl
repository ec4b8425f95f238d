# Batch: jobs in containers.

setting "aws-batch-not-privileged" {
  title    = "Containers of jobs are not privileged"
  problem  = "This job can do what its host can"
  layer    = "application"
  severity = "high"

  resource = "aws_batch_job_definition"
  for_each = concat(
    [for c in [jsondecode(attrs.container_properties)] : c if c != null],
    [for n in jsondecode(attrs.node_properties).nodeRangeProperties : n.container if n.container != null],
    flatten([for t in jsondecode(attrs.ecs_properties).taskProperties : t.containers]),
    flatten([for e in attrs.eks_properties : [for p in e.pod_properties : [for c in concat(p.containers, p.init_containers) : c.security_context]]]),
  )
  subject   = each.value.privileged
  default   = false
  condition = value != true

  why        = "Whoever breaks into the job has the host, and every other job on it."
  aliases    = ["CKV_AWS_210"]
  references = ["https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html"]
  since      = "0.1.0"
}
