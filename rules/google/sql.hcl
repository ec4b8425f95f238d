# Cloud SQL. Google installs and patches the engine; the customer says who reaches it, how, and what is kept.

setting "google-sql-public-ip" {
  title    = "Databases have no public address"
  problem  = "This database has a public address"
  layer    = "network"
  severity = length(attrs.settings.ip_configuration.authorized_networks) > 0 ? "medium" : "low"

  resource  = "google_sql_database_instance"
  attribute = "settings.ip_configuration.ipv4_enabled"
  condition = value == false

  why        = "One network added to its list by mistake opens it to strangers."
  fix        = { "settings.ip_configuration.ipv4_enabled" = false }
  careful    = "without a private network or Private Service Connect nothing reaches the database any more"
  aliases    = ["CKV_GCP_60"]
  references = ["https://cloud.google.com/sql/docs/postgres/configure-private-ip"]
  since      = "0.1.0"
}

setting "google-sql-authorized-networks-open" {
  title    = "Databases do not admit everyone's address"
  problem  = "Anyone on the internet can reach this database: it admits ${value}"
  layer    = "network"
  severity = "high"

  resource  = "google_sql_database_instance"
  attribute = "settings.ip_configuration.authorized_networks[*].value"
  empty     = "secure"
  condition = !is_open_cidr(value)

  why        = "Everyone can try passwords, and use the next hole in the engine, from anywhere."
  remedy     = "narrow settings.ip_configuration.authorized_networks to the addresses that need the database"
  aliases    = ["CKV_GCP_11", "AC_GCP_0295"]
  references = ["https://cloud.google.com/sql/docs/postgres/authorize-networks"]
  since      = "0.1.0"
}

setting "google-sql-tls-required" {
  title    = "Databases refuse plain connections"
  problem  = "This database takes connections without TLS"
  layer    = "transit"
  severity = "medium"

  resource = "google_sql_database_instance"
  # require_ssl, a bool, is what provider 4 and older know.
  attribute = ["settings.ip_configuration.ssl_mode", "settings.ip_configuration.require_ssl"]
  condition = contains(["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED", "true"], tostring(value))

  default_note = "left out, plain and encrypted connections are both taken"
  why          = "Passwords and rows cross the network readable."
  fix          = { "settings.ip_configuration.ssl_mode" = "ENCRYPTED_ONLY" }
  careful      = "programs that connect without TLS are cut off"
  aliases      = ["CKV_GCP_6", "AVD-GCP-0015", "AC_GCP_0003"]
  references   = ["https://cloud.google.com/sql/docs/postgres/configure-ssl-instance"]
  since        = "0.1.0"
}

setting "google-sql-backup" {
  title    = "Databases are backed up"
  problem  = "Nothing backs this database up"
  layer    = "resilience"
  severity = "medium"

  resource  = "google_sql_database_instance"
  filter    = attrs.master_instance_name == null && attrs.instance_type != "READ_REPLICA_INSTANCE"
  attribute = "settings.backup_configuration.enabled"
  condition = value == true

  why        = "A deletion, a mistake or an extortionist's encryption is final."
  fix        = { "settings.backup_configuration.enabled" = true }
  aliases    = ["CKV_GCP_14", "AVD-GCP-0024", "AC_GCP_0001"]
  references = ["https://cloud.google.com/sql/docs/postgres/backup-recovery/backups"]
  since      = "0.1.0"
}

setting "google-sql-postgres-flag" {
  family = {
    log-connections    = { flag = "log_connections", what = "who signs in", aliases = ["CKV_GCP_52", "AVD-GCP-0016"] }
    log-disconnections = { flag = "log_disconnections", what = "who signs out, and after how long", aliases = ["CKV_GCP_53", "AVD-GCP-0022"] }
    log-lock-waits     = { flag = "log_lock_waits", what = "who waits long for a lock", aliases = ["CKV_GCP_54", "AVD-GCP-0020"] }
    pgaudit            = { flag = "cloudsql.enable_pgaudit", what = "who reads and changes what", aliases = ["CKV_GCP_110"] }
  }
  title    = "PostgreSQL writes down ${family.value.what}"
  problem  = "PostgreSQL does not write down ${family.value.what}"
  layer    = "logging"
  severity = "low"

  resource  = "google_sql_database_instance"
  filter    = startswith(attrs.database_version, "POSTGRES")
  attribute = "settings.database_flags[name=${family.value.flag}].value"
  default   = "off"
  condition = !contains(["off", "false", "no", "0", ""], lower(value)) # PostgreSQL 18 also takes lists of what to log

  default_note = "Cloud SQL leaves these flags off, as PostgreSQL does"
  why          = "After an incident nobody can say who did what."
  fix          = { "settings.database_flags[name=${family.value.flag}].value" = "on" }
  careful      = "some flags restart the database"
  aliases      = family.value.aliases
  references   = ["https://cloud.google.com/sql/docs/postgres/flags"]
  since        = "0.1.0"
}

setting "google-sql-engine-flag" {
  family = {
    local-infile                      = { engine = "MYSQL", flag = "local_infile", problem = "Clients can be made to hand their files to this database", aliases = ["CKV_GCP_50", "AVD-GCP-0026"] }
    cross-db-ownership-chaining       = { engine = "SQLSERVER", flag = "cross db ownership chaining", problem = "Who owns one database reaches the others on this server", aliases = ["CKV_GCP_58", "AVD-GCP-0019"] }
    contained-database-authentication = { engine = "SQLSERVER", flag = "contained database authentication", problem = "Owners of a database let people in past the server's accounts", aliases = ["CKV_GCP_59", "AVD-GCP-0023"] }
  }
  title    = "The flag ${family.value.flag} stays off"
  problem  = family.value.problem
  layer    = "application"
  severity = "medium"

  resource  = "google_sql_database_instance"
  filter    = startswith(attrs.database_version, family.value.engine)
  attribute = "settings.database_flags[name=${family.value.flag}].value"
  condition = lower(value) != "on"

  why        = "It widens what a single account, or a single stolen password, reaches."
  fix        = { "settings.database_flags[name=${family.value.flag}].value" = "off" }
  careful    = "some flags restart the database"
  aliases    = family.value.aliases
  references = ["https://cloud.google.com/sql/docs/mysql/flags", "https://cloud.google.com/sql/docs/sqlserver/flags"]
  since      = "0.1.0"
}
