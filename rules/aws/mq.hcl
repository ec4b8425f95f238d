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
  aliases    = ["CKV_AWS_69", "AVD-AWS-0072", "AC_AWS_0175"]
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
  aliases    = ["CKV_AWS_197", "AVD-AWS-0070", "AC_AWS_0174"]
  references = ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html"]
  since      = "0.1.0"
}

setting "aws-mq-general-logs" {
  title    = "Message brokers hand their logs over"
  problem  = "The broker's log is kept nowhere"
  layer    = "logging"
  severity = "low"

  resource  = "aws_mq_broker"
  attribute = "logs.general"
  default   = false
  condition = value == true

  why        = "Refused logins and failures cannot be looked up afterwards."
  fix        = { "logs.general" = true }
  aliases    = ["CKV_AWS_48", "AVD-AWS-0071", "AC_AWS_0174"]
  references = ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html"]
  since      = "0.1.0"
}

setting "aws-mq-minor-upgrades" {
  title    = "Message brokers take patches by themselves"
  problem  = "Patches of the engine wait until somebody asks for them"
  layer    = "application"
  severity = "low"

  resource  = "aws_mq_broker"
  attribute = "auto_minor_version_upgrade"
  default   = false
  condition = value == true

  why        = "Holes in the broker stay open for as long as nobody looks."
  fix        = { auto_minor_version_upgrade = true }
  careful    = "the broker restarts in its maintenance window"
  aliases    = ["CKV_AWS_207"]
  references = ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html"]
  since      = "0.1.0"
}

setting "aws-mq-customer-key" {
  title    = "Message brokers are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this broker's messages"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_mq_broker"
  attribute = "encryption_options.kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the messages."
  remedy     = "name a KMS key of yours in encryption_options.kms_key_id"
  careful    = "the broker is replaced; `use_aws_owned_key` must be false"
  aliases    = ["CKV_AWS_209"]
  references = ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection-encryption.html"]
  since      = "0.1.0"
}

locals {
  # versions whose support ended: of ActiveMQ up to 5.17 (16 June 2025), of RabbitMQ up to 3.12 (17 March 2025)
  mq_ended = { activemq = "^5[.]([0-9]|1[0-7])([.]|$)", rabbitmq = "^([0-2]|3[.]([0-9]|1[0-2]))([.]|$)" }
}

setting "aws-mq-version" {
  title    = "Brokers run an engine that AWS supports"
  problem  = "${attrs.engine_type} ${value} is past its end of support"
  layer    = "application"
  severity = "medium"

  resource  = ["aws_mq_broker", "aws_mq_configuration"]
  attribute = "engine_version"
  condition = value == null || !regex_match(value, local.mq_ended[lower(attrs.engine_type)])

  why        = "AWS upgrades it on a day of its own choosing; until then known holes stay open."
  careful    = "clients may need newer libraries"
  aliases    = ["CKV_AWS_208"]
  references = ["https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html", "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html"]
  since      = "0.1.0"
}
