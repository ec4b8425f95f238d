# Amazon MQ brokers.

setting "aws-mq-public" {
  title    = "Message brokers have no public address"
  problem  = "This broker has an address on the internet"
  layer    = "network"
  severity = "high"

  resource     = "aws_mq_broker"
  attribute    = "publicly_accessible"
  default      = false
  default_note = "the provider sends false"
  condition    = value != true

  why        = "Only a password stands between the messages and everyone."
  fix        = { publicly_accessible = false }
  careful    = "the broker is replaced"
  aliases    = ["CKV_AWS_69", "AVD-AWS-0072"]
  references = ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html"]
  since      = "0.1.0"
}

setting "aws-mq-logs" {
  title    = "Message brokers log what is done to them"
  problem  = "Nobody can say what was changed on this broker"
  layer    = "logging"
  severity = "low"

  resource  = "aws_mq_broker"
  filter    = lower(attrs.engine_type) == "activemq" # RabbitMQ has no audit log
  attribute = "logs.audit"
  default   = "false"
  condition = value == "true"

  why        = "A new user or queue leaves no trace."
  fix        = { "logs.audit" = "true" }
  aliases    = ["CKV_AWS_48", "AVD-AWS-0070"]
  references = ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html"]
  since      = "0.1.0"
}
