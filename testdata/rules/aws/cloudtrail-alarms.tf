# A trail whose log group is watched: filters in every form, each with an alarm.

locals {
  alarms = {
    refused  = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"
    no-mfa   = "{ ($.eventName=ConsoleLogin) && ($.additionalEventData.MFAUsed!=Yes) }"
    root     = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
    failures = "{ ($.errorMessage = \"Failed authentication\") && ($.eventName = \"ConsoleLogin\") }"
    config   = "{($.eventSource=config.amazonaws.com)&&(($.eventName=PutDeliveryChannel)||($.eventName=StopConfigurationRecorder)||($.eventName=PutConfigurationRecorder)||($.eventName=DeleteDeliveryChannel))}"
    s3       = "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = \"PutBucketPolicy\") || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = \"DeleteBucket*\")) }"
    org      = "{ $.eventSource = \"organizations.amazonaws.com\" }"
    trail    = "{ $.eventSource = \"cloudtrail.amazonaws.com\" }"
    groups   = "{ $.eventName = %SecurityGroup% }"
    acls     = "{ ($.eventName = \"*NetworkAcl*\") }"
    gateways = "{ ($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }"
    routes   = "{ ($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable) }"
    vpcs     = "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) }"
    # more than fits into one
    policies  = "{ ($.eventName = DeleteGroupPolicy) || ($.eventName = DeleteRolePolicy) || ($.eventName = DeleteUserPolicy) || ($.eventName = PutGroupPolicy) || ($.eventName = PutRolePolicy) || ($.eventName = PutUserPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) }"
    policies2 = "{ ($.eventName = CreatePolicyVersion) || ($.eventName = DeletePolicyVersion) || ($.eventName = AttachRolePolicy) || ($.eventName = DetachRolePolicy) || ($.eventName = AttachUserPolicy) || ($.eventName = DetachUserPolicy) || ($.eventName = AttachGroupPolicy) || ($.eventName = DetachGroupPolicy) }"
  }
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

# expect(+1): secure aws-cloudtrail-alarm-unauthorized-calls, secure aws-cloudtrail-alarm-console-without-mfa, secure aws-cloudtrail-alarm-root-user, secure aws-cloudtrail-alarm-iam-policies, secure aws-cloudtrail-alarm-trail, secure aws-cloudtrail-alarm-console-failures, secure aws-cloudtrail-alarm-kms-keys, secure aws-cloudtrail-alarm-bucket-policies, secure aws-cloudtrail-alarm-config, secure aws-cloudtrail-alarm-security-groups, secure aws-cloudtrail-alarm-network-acls, secure aws-cloudtrail-alarm-gateways, secure aws-cloudtrail-alarm-route-tables, secure aws-cloudtrail-alarm-vpcs, secure aws-cloudtrail-alarm-organization
resource "aws_cloudtrail" "watched" {
  name                       = "watched"
  s3_bucket_name             = "acme-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "each" {
  for_each       = local.alarms
  name           = each.key
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = each.value

  metric_transformation {
    name      = "trail-${each.key}"
    namespace = "CIS"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "each" {
  for_each            = local.alarms
  alarm_name          = each.key
  metric_name         = "trail-${each.key}"
  namespace           = "CIS"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1
  period              = 300
  statistic           = "Sum"
  alarm_actions       = ["arn:aws:sns:eu-central-1:123456789012:alarms"]
}

resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = "trail"
  pattern        = <<-EOT
    { ($.eventSource = kms.amazonaws.com)
      && (($.eventName = ScheduleKeyDeletion) || ($.eventName = DisableKey)) }
  EOT

  metric_transformation {
    name      = "keys-at-risk"
    namespace = "CIS"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "keys" {
  alarm_name          = "keys"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 1

  metric_query {
    id          = "keys"
    return_data = true

    metric {
      metric_name = aws_cloudwatch_log_metric_filter.keys.metric_transformation[0].name
      namespace   = "CIS"
      period      = 300
      stat        = "Sum"
    }
  }
}
