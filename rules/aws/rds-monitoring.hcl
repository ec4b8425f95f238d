# What can be seen of databases while they run.

setting "aws-rds-monitoring-insights" {
  title    = "Databases show what they spend their time on"
  problem  = "Performance Insights is off for this database"
  layer    = "logging"
  severity = "info"

  resource = ["aws_db_instance", "aws_rds_cluster_instance"]
  # too small for it, or of an engine that has none
  filter = (
    !startswith(coalesce(attrs.engine, "none"), "db2")
    && !(contains(["mysql", "mariadb"], attrs.engine) && regex_match(coalesce(attrs.instance_class, "none"), "^db[.](t2|t3|t4g)[.](micro|small)$"))
  )
  attribute = "performance_insights_enabled"
  default   = false
  condition = value == true

  why        = "A query that an attacker, or a mistake, repeats all day shows there first. (The console shows it as Database Insights.)"
  fix        = { performance_insights_enabled = true }
  careful    = "more than a week of history costs; texts of queries may hold data"
  aliases    = ["CKV_AWS_353", "AWS-0133", "AVD-AWS-0133"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.TurningOnStandard.html"]
  since      = "0.1.0"
}

setting "aws-rds-monitoring-stream-customer-key" {
  title    = "Activity streams are encrypted with a key of your own"
  problem  = "This activity stream is not encrypted with a key of yours"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_rds_cluster_activity_stream"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "The stream holds who asked what; with your own key the database's administrators need not be able to read it."
  careful    = "the stream is stopped, and started anew"
  aliases    = ["CKV_AWS_246"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html"]
  since      = "0.1.0"
}
