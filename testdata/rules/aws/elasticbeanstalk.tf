# Environments.

variable "text" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "silent" { # expect: unset aws-elasticbeanstalk-managed-updates, unset aws-elasticbeanstalk-health-logs
  name        = "silent"
  application = "web"
}

resource "aws_elastic_beanstalk_environment" "off" {
  name        = "off"
  application = "web"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "false" # expect: insecure aws-elasticbeanstalk-managed-updates
  }

  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs:health"
    name      = "HealthStreamingEnabled"
    value     = false # expect: insecure aws-elasticbeanstalk-health-logs
  }
}

resource "aws_elastic_beanstalk_environment" "on" {
  name        = "on"
  application = "web"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true" # expect: secure aws-elasticbeanstalk-managed-updates
  }

  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs:health"
    name      = "HealthStreamingEnabled"
    value     = "True" # expect: secure aws-elasticbeanstalk-health-logs
  }
}

resource "aws_elastic_beanstalk_environment" "bool" {
  name        = "bool"
  application = "web"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = true # expect: secure aws-elasticbeanstalk-managed-updates
  }

  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs:health"
    name      = "HealthStreamingEnabled"
    value     = true # expect: secure aws-elasticbeanstalk-health-logs
  }
}

resource "aws_elastic_beanstalk_environment" "unknown" {
  name        = "unknown"
  application = "web"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = var.text # expect: unknown aws-elasticbeanstalk-managed-updates because var.text
  }

  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs:health"
    name      = "HealthStreamingEnabled"
    value     = var.text # expect: unknown aws-elasticbeanstalk-health-logs because var.text
  }
}

resource "aws_elastic_beanstalk_environment" "template" {
  name          = "template"
  application   = "web"
  template_name = aws_elastic_beanstalk_configuration_template.base.name
}

resource "aws_elastic_beanstalk_configuration_template" "base" {
  name        = "base"
  application = "web"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true" # expect: secure aws-elasticbeanstalk-managed-updates
  }

  setting {
    namespace = "aws:elasticbeanstalk:cloudwatch:logs:health"
    name      = "HealthStreamingEnabled"
    value     = "true" # expect: secure aws-elasticbeanstalk-health-logs
  }
}
