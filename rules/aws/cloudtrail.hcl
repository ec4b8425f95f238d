# CloudTrail: the record of who did what in the account.

setting "aws-cloudtrail-multi-region" {
  title    = "The trail covers every region"
  problem  = "This trail sees one region only"
  layer    = "logging"
  severity = "medium"

  resource  = "aws_cloudtrail"
  attribute    = "is_multi_region_trail"
  default      = false
  default_note = "unless a trail of the organisation covers every region of all its accounts"
  condition    = value == true
  companion "aws_cloudtrail" {
    scope     = "account"
    filter    = carrier.is_organization_trail == true && carrier.enable_logging != false
    attribute = "is_multi_region_trail"
  }

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
  remedy     = "name a KMS key of yours in kms_key_id"
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
  remedy     = "name a log group in cloud_watch_logs_group_arn, and a role that may write to it in cloud_watch_logs_role_arn"
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
  default_note = "unless a trail of the organisation records them for all its accounts"
  condition = value != null
  companion "aws_cloudtrail" { # another trail may do it
    scope = "provider"
    subject = concat(
      [for s in carrier.event_selector : s if s.read_write_type != family.value.other && anytrue([for d in s.data_resource : d.type == "AWS::S3::Object"])],
      [for s in carrier.advanced_event_selector : s if anytrue([for f in s.field_selector : f.field == "resources.type" && contains(f.equals, "AWS::S3::Object")]) && !anytrue([for f in s.field_selector : f.field == "readOnly" && contains(f.equals, family.value.read_only)])]
    )[0]
  }
  companion "aws_cloudtrail" { # for all accounts of an organisation
    scope  = "account"
    filter = carrier.is_organization_trail == true && carrier.enable_logging != false
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

setting "aws-cloudtrail-topic" {
  title    = "The trail tells a topic of each new log file"
  problem  = "No topic hears of this trail's new log files"
  layer    = "logging"
  severity = "info"

  resource  = "aws_cloudtrail"
  attribute = "sns_topic_name"
  condition = value != null && value != ""

  why        = "What reads the logs finds new ones late, and nobody notices when none arrive any more."
  remedy     = "name a topic in `sns_topic_name`"
  careful    = "the topic's policy must let CloudTrail publish; a busy account writes many files"
  aliases    = ["CKV_AWS_252", "AC_AWS_0035"]
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html"]
  since      = "0.1.0"
}

setting "aws-cloudtrail-store-customer-key" {
  title    = "Event data stores are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this event data store"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_cloudtrail_event_data_store"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the events."
  remedy     = "name a KMS key of yours in `kms_key_id`"
  careful    = "once set, the key cannot be changed or taken away; its policy must let CloudTrail use it"
  aliases    = ["CKV_AWS_294"]
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html"]
  since      = "0.1.0"
}

# Who is told of it while it happens. Patterns are compared by what they ask for, whatever their order and spaces.
setting "aws-cloudtrail-alarm" {
  family = {
    unauthorized-calls = {
      what   = "calls that were refused"
      source = ""
      events = []
      terms  = [["errorCode=[^)|&]*UnauthorizedOperation"], ["errorCode=[^)|&]*AccessDenied"]]
      ids    = ["AWS-0147", "AVD-AWS-0147"]
    }
    console-without-mfa = {
      what   = "sign-ins without a second factor"
      source = ""
      events = []
      terms  = [["eventName=ConsoleLogin", "MFAUsed(!=Yes|=No)"]]
      ids    = ["AWS-0148", "AVD-AWS-0148"]
    }
    root-user = {
      what   = "use of the root user"
      source = ""
      events = []
      terms  = [["userIdentity\\.type=Root"]]
      ids    = ["AWS-0149", "AVD-AWS-0149"]
    }
    iam-policies = {
      what   = "changes of IAM policies"
      source = "iam.amazonaws.com"
      events = ["AttachGroupPolicy", "AttachRolePolicy", "AttachUserPolicy", "CreatePolicy", "CreatePolicyVersion", "DeleteGroupPolicy", "DeletePolicy", "DeletePolicyVersion", "DeleteRolePolicy", "DeleteUserPolicy", "DetachGroupPolicy", "DetachRolePolicy", "DetachUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy"]
      terms  = []
      ids    = ["AWS-0150", "AVD-AWS-0150"]
    }
    trail = {
      what   = "changes of trails"
      source = "cloudtrail.amazonaws.com"
      events = ["CreateTrail", "DeleteTrail", "StartLogging", "StopLogging", "UpdateTrail"]
      terms  = []
      ids    = ["AWS-0151", "AVD-AWS-0151"]
    }
    console-failures = {
      what   = "sign-ins that failed"
      source = ""
      events = []
      terms  = [["eventName=ConsoleLogin", "Failedauthentication|responseElements\\.ConsoleLogin=Failure"]]
      ids    = ["AWS-0152", "AVD-AWS-0152"]
    }
    kms-keys = {
      what   = "keys that are switched off or deleted"
      source = "kms.amazonaws.com"
      events = ["DisableKey", "ScheduleKeyDeletion"]
      terms  = []
      ids    = ["AWS-0153", "AVD-AWS-0153"]
    }
    bucket-policies = {
      what   = "changes of who may reach buckets"
      source = "s3.amazonaws.com"
      events = ["DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketPolicy", "DeleteBucketReplication", "PutBucketAcl", "PutBucketCors", "PutBucketLifecycle", "PutBucketPolicy", "PutBucketReplication"]
      terms  = []
      ids    = ["AWS-0154", "AVD-AWS-0154"]
    }
    config = {
      what   = "changes of what Config records"
      source = "config.amazonaws.com"
      events = ["DeleteDeliveryChannel", "PutConfigurationRecorder", "PutDeliveryChannel", "StopConfigurationRecorder"]
      terms  = []
      ids    = ["AWS-0155", "AVD-AWS-0155"]
    }
    security-groups = {
      what   = "changes of security groups"
      source = "ec2.amazonaws.com"
      events = ["AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateSecurityGroup", "DeleteSecurityGroup", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress"]
      terms  = []
      ids    = ["AWS-0156", "AVD-AWS-0156"]
    }
    network-acls = {
      what   = "changes of network ACLs"
      source = "ec2.amazonaws.com"
      events = ["CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclAssociation", "ReplaceNetworkAclEntry"]
      terms  = []
      ids    = ["AWS-0157", "AVD-AWS-0157"]
    }
    gateways = {
      what   = "changes of gateways"
      source = "ec2.amazonaws.com"
      events = ["AttachInternetGateway", "CreateCustomerGateway", "CreateInternetGateway", "DeleteCustomerGateway", "DeleteInternetGateway", "DetachInternetGateway"]
      terms  = []
      ids    = ["AWS-0158", "AVD-AWS-0158"]
    }
    route-tables = {
      what   = "changes of route tables"
      source = "ec2.amazonaws.com"
      events = ["CreateRoute", "CreateRouteTable", "DeleteRoute", "DeleteRouteTable", "DisassociateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation"]
      terms  = []
      ids    = ["AWS-0159", "AVD-AWS-0159"]
    }
    vpcs = {
      what   = "changes of networks and their peerings"
      source = "ec2.amazonaws.com"
      events = ["AcceptVpcPeeringConnection", "CreateVpc", "CreateVpcPeeringConnection", "DeleteVpc", "DeleteVpcPeeringConnection", "ModifyVpcAttribute", "RejectVpcPeeringConnection"]
      terms  = []
      ids    = ["AWS-0160", "AVD-AWS-0160"]
    }
    organization = {
      what   = "changes of the organisation"
      source = ""
      events = []
      terms  = [["eventSource=organizations\\.amazonaws\\.com"]]
      ids    = ["AWS-0174", "AVD-AWS-0174"]
    }
  }
  title    = "An alarm tells of ${family.value.what}"
  problem  = "No alarm tells of ${family.value.what}${length(value) > 0 ? ": ${join(", ", local.missing)} raises none" : ""}"
  layer    = "logging"
  severity = "info" # EventBridge or a SIEM may watch instead, where no configuration shows it

  resource = "aws_cloudtrail"
  # alarms hang on the trail that sees the account's calls in every region; where its log group is elsewhere, they are too
  filter = (
    attrs.is_multi_region_trail == true && attrs.enable_logging != false && attrs.cloud_watch_logs_group_arn != null
    && length(local.groups) > 0
    && !(length(attrs.event_selector) > 0 && alltrue([for s in attrs.event_selector : s.include_management_events == false]))
    && !(length(attrs.advanced_event_selector) > 0 && !anytrue([for s in attrs.advanced_event_selector : anytrue([for f in s.field_selector : f.field == "eventCategory" && contains(f.equals, "Management")])]))
  )
  locals {
    groups  = referred(attrs, "aws_cloudwatch_log_group", "cloud_watch_logs_group_arn")
    filters = flatten([for g in local.groups : referring(g, "aws_cloudwatch_log_metric_filter", "log_group_name")])
    # patterns of filters whose metric has an alarm
    patterns = [
      for f in local.filters : { written = f.pattern, flat = replace(replace(replace(replace(f.pattern, " ", ""), "\t", ""), "\n", ""), "\"", "") }
      if length(referring(f, "aws_cloudwatch_metric_alarm", "metric_name")) > 0
      || length(referring(f, "aws_cloudwatch_metric_alarm", "metric_query[*].metric.metric_name")) > 0
    ]
    asked = [
      for p in local.patterns : merge(p, {
        # `*` stands for anything; what stands between % is a regular expression
        names = [
          for i, part in split("$.eventName=", p.flat) : startswith(part, "%") ? split("%", part)[1] : "^${replace(split("&", split("|", split("}", split(")", part)[0])[0])[0])[0], "*", ".*")}$"
          if i > 0
        ]
        # all that a service does
        all = family.value.source != "" && strcontains(p.flat, family.value.source) && !strcontains(p.flat, "eventName")
      })
    ]
    # what is asked for, and the patterns that ask for it; the list around them is there to work them out once
    told = flatten([
      for asked in [local.asked] : concat(
        [for e in family.value.events : {
          what = e
          by = [
            for p in asked : p.written
            if p.all || contains(p.names, "^${e}$") || anytrue([for n in p.names : try(regex_match(e, n), false) if !startswith(n, "^") || strcontains(n, "*")])
          ]
        }],
        [for t in family.value.terms : { what = "a part of them", by = [for p in asked : p.written if alltrue([for r in t : regex_match(p.flat, r)])] }]
      )
    ])
    missing = [for t in local.told : t.what if t.by[0] == null]
  }
  subject   = flatten([for t in local.told : t.by])
  condition = local.missing[0] == null # `length` would count what only may be missing as well

  why        = "An intruder's first steps stand in the log; without an alarm they are read after the damage."
  remedy     = "an `aws_cloudwatch_log_metric_filter` on the trail's log group, and an `aws_cloudwatch_metric_alarm` on its metric"
  careful    = "an alarm needs a topic that somebody reads"
  aliases    = family.value.ids
  references = ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"]
  since      = "0.1.0"
}
