resource "google_sql_database_instance" "silent" {
  name             = "silent"
  database_version = "POSTGRES_16"
  # expect(+2): unset google-sql-public-ip, unset google-sql-tls-required, unset google-sql-backup
  # expect(+1): unset google-sql-postgres-flag-log-connections, unset google-sql-postgres-flag-log-disconnections, unset google-sql-postgres-flag-log-lock-waits, unset google-sql-postgres-flag-pgaudit
  settings {
    tier = "db-custom-2-8192"
  }
}

resource "google_sql_database_instance" "careless" {
  name             = "careless"
  database_version = "POSTGRES_16"
  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = true                              # expect: insecure google-sql-public-ip
      ssl_mode     = "ALLOW_UNENCRYPTED_AND_ENCRYPTED" # expect: insecure google-sql-tls-required
      authorized_networks {
        name  = "everyone"
        value = "0.0.0.0/0" # expect: insecure google-sql-authorized-networks-open
      }
      authorized_networks {
        name  = "office"
        value = "198.51.100.0/24" # expect: secure google-sql-authorized-networks-open
      }
    }
    backup_configuration {
      enabled = false # expect: insecure google-sql-backup
    }
    database_flags {
      name  = "log_connections"
      value = "off" # expect: insecure google-sql-postgres-flag-log-connections
    }
    database_flags {
      name  = "log_disconnections"
      value = "on" # expect: secure google-sql-postgres-flag-log-disconnections
    }
    database_flags {
      name  = "log_lock_waits"
      value = "on" # expect: secure google-sql-postgres-flag-log-lock-waits
    }
    database_flags {
      name  = "cloudsql.enable_pgaudit"
      value = "on" # expect: secure google-sql-postgres-flag-pgaudit
    }
  }
}

locals {
  flags = {
    log_connections           = "on"
    log_disconnections        = "on"
    log_lock_waits            = "on"
    "cloudsql.enable_pgaudit" = "on"
  }
}

resource "google_sql_database_instance" "careful" { # expect: secure google-sql-authorized-networks-open
  name             = "careful"
  database_version = "POSTGRES_16"
  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled    = false            # expect: secure google-sql-public-ip
      ssl_mode        = "ENCRYPTED_ONLY" # expect: secure google-sql-tls-required
      private_network = "projects/shop-prod/global/networks/main"
    }
    backup_configuration {
      enabled = true # expect: secure google-sql-backup
    }
    dynamic "database_flags" {
      for_each = local.flags
      content {
        name  = database_flags.key
        value = database_flags.value
      }
    }
  }
}

# A replica has its primary's backups.
resource "google_sql_database_instance" "replica" { # expect: not_applicable google-sql-backup
  name                 = "replica"
  database_version     = "MYSQL_8_0"
  master_instance_name = google_sql_database_instance.mysql.name
  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED" # expect: secure google-sql-tls-required
    }
  }
}

resource "google_sql_database_instance" "mysql" {
  name             = "mysql"
  database_version = "MYSQL_8_0"
  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
    }
    backup_configuration {
      enabled = true
    }
    database_flags {
      name  = "local_infile"
      value = "on" # expect: insecure google-sql-engine-flag-local-infile
    }
  }
}

variable "public" {
  type = bool
}

resource "google_sql_database_instance" "mssql" {
  name             = "mssql"
  database_version = "SQLSERVER_2022_STANDARD"
  root_password    = "set-elsewhere"
  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = var.public # expect: unknown google-sql-public-ip because var.public
      ssl_mode     = "ENCRYPTED_ONLY"
    }
    backup_configuration {
      enabled = true
    }
    database_flags {
      name  = "cross db ownership chaining"
      value = "on" # expect: insecure google-sql-engine-flag-cross-db-ownership-chaining
    }
    database_flags {
      name  = "contained database authentication"
      value = "off" # expect: secure google-sql-engine-flag-contained-database-authentication
    }
  }
}

resource "google_sql_database_instance" "mysql_closed" {
  name             = "mysql-closed"
  database_version = "MYSQL_8_4"
  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
    }
    backup_configuration {
      enabled = true
    }
    database_flags {
      name  = "local_infile"
      value = "off" # expect: secure google-sql-engine-flag-local-infile
    }
  }
}
