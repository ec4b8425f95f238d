# EventBridge Scheduler: what schedules carry.

setting "aws-scheduler-customer-key" {
  title    = "Schedules are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this schedule"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_scheduler_schedule"
  attribute = "kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads what the schedule hands to its target."
  remedy     = "name a KMS key of yours in kms_key_arn"
  aliases    = ["CKV_AWS_297"]
  references = ["https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html"]
  since      = "0.1.0"
}
