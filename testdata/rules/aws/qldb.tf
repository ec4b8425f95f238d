# Ledgers.

variable "text" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_qldb_ledger" "open" { # expect: secure aws-qldb-deletion-protection
  name             = "open"
  permissions_mode = "ALLOW_ALL" # expect: insecure aws-qldb-permissions
}

resource "aws_qldb_ledger" "strict" {
  name                = "strict"
  permissions_mode    = "STANDARD" # expect: secure aws-qldb-permissions
  deletion_protection = true       # expect: secure aws-qldb-deletion-protection
}

resource "aws_qldb_ledger" "fragile" {
  name                = "fragile"
  permissions_mode    = "STANDARD" # expect: secure aws-qldb-permissions
  deletion_protection = false      # expect: insecure aws-qldb-deletion-protection
}

resource "aws_qldb_ledger" "unknown" {
  name                = "unknown"
  permissions_mode    = var.text # expect: unknown aws-qldb-permissions because var.text
  deletion_protection = var.flag # expect: unknown aws-qldb-deletion-protection because var.flag
}
