# Elastic Beanstalk: platforms of web applications.

setting "aws-elasticbeanstalk-managed-updates" {
  title    = "Platforms of applications update themselves"
  problem  = "Nobody updates the platform of this application"
  layer    = "application"
  severity = "medium"

  resource     = "aws_elastic_beanstalk_environment"
  subject      = [for s in attrs.setting : s.value if s.namespace == "aws:elasticbeanstalk:managedactions" && s.name == "ManagedActionsEnabled"][0]
  default      = "false"
  default_note = "the console switches it on, the API does not"
  condition    = lower(value) == "true"
  companion "aws_elastic_beanstalk_configuration_template" {
    from    = "template_name"
    subject = [for s in carrier.setting : s.value if s.namespace == "aws:elasticbeanstalk:managedactions" && s.name == "ManagedActionsEnabled"][0]
  }

  why        = "Holes that are fixed elsewhere stay open in its system and its runtime."
  careful    = "needs enhanced health reporting, a start time and a level; instances are replaced in the window"
  aliases    = ["CKV_AWS_340"]
  references = ["https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticbeanstalk-controls.html"]
  since      = "0.1.0"
}

setting "aws-elasticbeanstalk-health-logs" {
  title    = "Health of applications is recorded"
  problem  = "How this application fared is not kept"
  layer    = "logging"
  severity = "low"

  resource  = "aws_elastic_beanstalk_environment"
  subject   = [for s in attrs.setting : s.value if s.namespace == "aws:elasticbeanstalk:cloudwatch:logs:health" && s.name == "HealthStreamingEnabled"][0]
  default   = "false"
  condition = lower(value) == "true"
  companion "aws_elastic_beanstalk_configuration_template" {
    from    = "template_name"
    subject = [for s in carrier.setting : s.value if s.namespace == "aws:elasticbeanstalk:cloudwatch:logs:health" && s.name == "HealthStreamingEnabled"][0]
  }

  why        = "After an outage or an attack nothing tells when it began, and where."
  aliases    = ["CKV_AWS_312"]
  references = ["https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html"]
  since      = "0.1.0"
}
