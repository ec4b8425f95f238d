# CloudTrail: the record of who did what in the account.

setting "aws-cloudtrail-multi-region" {
  title    = "The trail covers every region"
  problem  = "This trail sees one region only"
  layer    = "logging"
  severity = "medium"

  resource  = "aws_cloudtrail"
  attribute = "is_multi_region_trail"
  default   = false
  condition = value == true

  why        = "Intruders work in the regions that nobody uses."
  fix        = { is_multi_region_trail = true }
  aliases    = ["CKV_AWS_67", "AVD-AWS-0014", "AC_AWS_0034", "AC_AWS_0448"]
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html"]
  since      = "0.1.0"
}

setting "aws-cloudtrail-enabled" {
  title    = "The trail records"
  problem  = "This trail is switched off"
  layer    = "logging"
  severity = "medium"

  resource  = "aws_cloudtrail"
  attribute = "enable_logging"
  default   = true
  condition = value == true

  why        = "Nothing tells afterwards what an intruder did."
  fix        = { enable_logging = true }
  aliases    = ["CKV_AWS_251"]
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html"]
  since      = "0.1.0"
}

setting "aws-cloudtrail-global-events" {
  title    = "The trail records global services"
  problem  = "This trail leaves IAM and other global services out"
  layer    = "logging"
  severity = "medium"

  resource  = "aws_cloudtrail"
  attribute = "include_global_service_events"
  default   = true
  condition = value == true

  why        = "New users, keys and roles are what an intruder makes first."
  fix        = { include_global_service_events = true }
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html"]
  since      = "0.1.0"
}

setting "aws-cloudtrail-validation" {
  title    = "Log files of the trail can be checked for changes"
  problem  = "Changed log files would go unnoticed"
  layer    = "integrity"
  severity = "low"

  resource  = "aws_cloudtrail"
  attribute = "enable_log_file_validation"
  default   = false
  condition = value == true

  why        = "Whoever can write to the bucket can take his traces out."
  fix        = { enable_log_file_validation = true }
  aliases    = ["CKV_AWS_36", "AVD-AWS-0016", "AC_AWS_0446"]
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"]
  since      = "0.1.0"
}

setting "aws-cloudtrail-customer-key" {
  title    = "The trail's logs are encrypted with a key of your own"
  problem  = "Whoever may read the bucket may read the trail's logs"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_cloudtrail"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "Logs name accounts, roles and addresses; a key of its own keeps their readers few."
  careful    = "the key's policy must let CloudTrail encrypt"
  aliases    = ["CKV_AWS_35", "AVD-AWS-0015", "AC_AWS_0033"]
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html"]
  since      = "0.1.0"
}

setting "aws-cloudtrail-log-group" {
  title    = "The trail feeds a log group that alarms can watch"
  problem  = "Nobody is told of what this trail records"
  layer    = "logging"
  severity = "low"

  resource  = "aws_cloudtrail"
  attribute = "cloud_watch_logs_group_arn"
  condition = value != null

  why        = "Files in a bucket are read after the damage; a log group can raise an alarm during it."
  aliases    = ["CKV2_AWS_10", "AVD-AWS-0162"]
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"]
  since      = "0.1.0"
}

setting "aws-cloudtrail-objects" {
  family = {
    written = { verb = "writes", other = "ReadOnly", read_only = "true", aliases = ["AWS-0171", "AVD-AWS-0171"] }
    read    = { verb = "reads", other = "WriteOnly", read_only = "false", aliases = ["AWS-0172", "AVD-AWS-0172"] }
  }
  title    = "A trail records who ${family.value.verb} objects"
  problem  = "Nobody can say who ${family.value.verb} objects in S3"
  layer    = "logging"
  severity = "low"

  resource = "aws_cloudtrail"
  subject = concat(
    [for s in attrs.event_selector : s if s.read_write_type != family.value.other && anytrue([for d in s.data_resource : d.type == "AWS::S3::Object"])],
    [for s in attrs.advanced_event_selector : s if anytrue([for f in s.field_selector : f.field == "resources.type" && contains(f.equals, "AWS::S3::Object")]) && !anytrue([for f in s.field_selector : f.field == "readOnly" && contains(f.equals, family.value.read_only)])]
  )[0]
  condition = value != null
  companion "aws_cloudtrail" { # another trail may do it
    scope = "provider"
    subject = concat(
      [for s in carrier.event_selector : s if s.read_write_type != family.value.other && anytrue([for d in s.data_resource : d.type == "AWS::S3::Object"])],
      [for s in carrier.advanced_event_selector : s if anytrue([for f in s.field_selector : f.field == "resources.type" && contains(f.equals, "AWS::S3::Object")]) && !anytrue([for f in s.field_selector : f.field == "readOnly" && contains(f.equals, family.value.read_only)])]
    )[0]
  }

  why        = "After a break-in it stays unknown which objects were touched, and by whom."
  careful    = "each event recorded is paid for"
  aliases    = family.value.aliases
  references = ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html", "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"]
  since      = "0.1.0"
}
