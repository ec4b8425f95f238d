# MSK: managed Kafka.

setting "aws-msk-client-tls" {
  title    = "Kafka brokers speak TLS with clients"
  problem  = "Records cross the network between clients and brokers readable"
  layer    = "transit"
  severity = "medium"

  resource  = "aws_msk_cluster"
  attribute = "encryption_info.encryption_in_transit.client_broker"
  default   = "TLS"
  condition = value == "TLS"

  why        = "Whoever listens in the network reads what is published, and passwords with it."
  fix        = { "encryption_info.encryption_in_transit.client_broker" = "TLS" }
  careful    = "clients that do not speak TLS are turned away"
  aliases    = ["CKV_AWS_81", "AVD-AWS-0073"]
  references = ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"]
  since      = "0.1.0"
}

setting "aws-msk-broker-tls" {
  title    = "Kafka brokers speak TLS with each other"
  problem  = "Records cross the network between brokers readable"
  layer    = "transit"
  severity = "medium"

  resource     = "aws_msk_cluster"
  attribute    = "encryption_info.encryption_in_transit.in_cluster"
  default      = true
  default_note = "the provider sends true"
  condition    = value == true

  why        = "Whoever listens in the network reads what is replicated: everything that is published."
  fix        = { "encryption_info.encryption_in_transit.in_cluster" = true }
  careful    = "the cluster is replaced"
  aliases    = ["CKV_AWS_81"]
  references = ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"]
  since      = "0.1.0"
}

setting "aws-msk-public" {
  title    = "Kafka brokers have no public address"
  problem  = "The brokers of this cluster have addresses on the internet"
  layer    = "network"
  severity = "high"

  resource     = "aws_msk_cluster"
  attribute    = "broker_node_group_info.connectivity_info.public_access.type"
  default      = "DISABLED"
  default_note = "AWS gives none"
  condition    = value == "DISABLED"

  why        = "Only the security group and a login stand between the records and everyone."
  fix        = { "broker_node_group_info.connectivity_info.public_access.type" = "DISABLED" }
  aliases    = ["CKV_AWS_291"]
  references = ["https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html"]
  since      = "0.1.0"
}

setting "aws-msk-logs" {
  title    = "Kafka brokers hand their logs over"
  problem  = "The brokers' logs are kept nowhere"
  layer    = "logging"
  severity = "low"

  resource  = "aws_msk_cluster"
  subject   = [for l in flatten([for i in attrs.logging_info : [for b in i.broker_logs : concat(b.cloudwatch_logs, b.firehose, b.s3)]]) : l.enabled if l.enabled == true][0]
  condition = value == true

  why        = "Refused logins and failures cannot be looked up afterwards."
  aliases    = ["CKV_AWS_80", "AVD-AWS-0074"]
  references = ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html"]
  since      = "0.1.0"
}

setting "aws-msk-customer-key" {
  title    = "Kafka brokers are encrypted with a key of your own"
  problem  = "A key that AWS holds opens these brokers' storage"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_msk_cluster"
  attribute = "encryption_info.encryption_at_rest_kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the records."
  remedy     = "name a KMS key of yours in encryption_info.encryption_at_rest_kms_key_arn"
  careful    = "the cluster is replaced"
  aliases    = ["AVD-AWS-0179"]
  references = ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"]
  since      = "0.1.0"
}
