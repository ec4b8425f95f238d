# Global Accelerator: fixed addresses at the edge.

setting "aws-globalaccelerator-flow-logs" {
  title    = "Traffic through the accelerator is logged"
  problem  = "Nobody can say who called through this accelerator"
  layer    = "logging"
  severity = "low"

  resource  = "aws_globalaccelerator_accelerator"
  attribute = "attributes.flow_logs_enabled"
  default   = false
  condition = value == true

  why        = "An attack on what stands behind it leaves no trace of where it came from."
  aliases    = ["CKV_AWS_75", "AC_AWS_0471"]
  references = ["https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html"]
  since      = "0.1.0"
}
