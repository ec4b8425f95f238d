# Secrets in attributes that providers call sensitive.

variable "from_outside" {
  type      = string
  sensitive = true
}

variable "in_code" {
  type    = string
  default = "Winter-2024-Sale"
}

locals {
  cache_token = "b7d1f0c2e4a94d3b8a6c5e7f9d0b1a2c"
}

resource "aws_db_instance" "literal" {
  identifier     = "literal"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  username       = "app"
  password       = "Sommer-2023-Rabatt" # expect: insecure secret-in-code
}

resource "aws_db_instance" "by_default" {
  identifier     = "by-default"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  username       = "app"
  password       = var.in_code # expect: insecure secret-in-code
}

resource "aws_elasticache_replication_group" "by_local" {
  replication_group_id       = "by-local"
  description                = "sessions"
  transit_encryption_enabled = true
  auth_token                 = local.cache_token # expect: insecure secret-in-code
}

resource "aws_db_instance" "outside" {
  identifier     = "outside"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  username       = "app"
  password       = var.from_outside # expect: secure secret-in-code
}

resource "aws_db_instance" "managed" {
  identifier                  = "managed"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  username                    = "app"
  manage_master_user_password = true
}

resource "random_password" "generated" {
  length = 32
}

resource "aws_db_instance" "generated" {
  identifier     = "generated"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  username       = "app"
  password       = random_password.generated.result # expect: secure secret-in-code
}

resource "kubernetes_secret_v1" "generated" {
  metadata {
    name = "generated"
  }
  data = { password = random_password.generated.result } # expect: secure secret-in-code
}

resource "kubernetes_secret_v1" "literal" {
  metadata {
    name = "literal"
  }
  data = { # expect: insecure secret-in-code
    user     = random_password.generated.result
    password = "Sommer-2023-Rabatt"
  }
}

resource "aws_secretsmanager_secret_version" "placeholder" {
  secret_id     = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app-1a2b3c"
  secret_string = "" # expect: secure secret-in-code
}
