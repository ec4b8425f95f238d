# MWAA: managed Airflow.

setting "aws-mwaa-private" {
  title    = "The Airflow page is reached from inside the network only"
  problem  = "The Airflow page has an address on the internet"
  layer    = "network"
  severity = "medium"

  resource  = "aws_mwaa_environment"
  attribute = "webserver_access_mode"
  default   = "PRIVATE_ONLY"
  condition = value == "PRIVATE_ONLY"

  why        = "Whoever gets in runs workflows with the rights of the environment, and reads its connections."
  fix        = { webserver_access_mode = "PRIVATE_ONLY" }
  careful    = "people then need a way into the network"
  aliases    = ["CKV2_AWS_66"]
  references = ["https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html"]
  since      = "0.1.0"
}

setting "aws-mwaa-logs" {
  family = {
    scheduler = { path = "logging_configuration.scheduler_logs.enabled", what = "scheduler", aliases = ["CKV_AWS_242"] }
    worker    = { path = "logging_configuration.worker_logs.enabled", what = "workers", aliases = ["CKV_AWS_243"] }
    webserver = { path = "logging_configuration.webserver_logs.enabled", what = "web server", aliases = ["CKV_AWS_244"] }
  }
  title    = "Airflow keeps the log of its ${family.value.what}"
  problem  = "The log of Airflow's ${family.value.what} is kept nowhere"
  layer    = "logging"
  severity = "low"

  resource     = "aws_mwaa_environment"
  attribute    = family.value.path
  default      = false
  default_note = "AWS keeps only the logs of tasks"
  condition    = value == true

  why        = "Who started what, and what failed, cannot be looked up afterwards."
  fix        = { (family.value.path) = true }
  aliases    = family.value.aliases
  references = ["https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html"]
  since      = "0.1.0"
}
