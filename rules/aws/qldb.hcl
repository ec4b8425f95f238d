# QLDB, which AWS ended in July 2025; code still speaks of it.

setting "aws-qldb-permissions" {
  title    = "Ledgers ask who may do what"
  problem  = "Everyone who may reach this ledger may do everything with it"
  layer    = "accounts"
  severity = "medium"

  resource  = "aws_qldb_ledger"
  attribute = "permissions_mode"
  condition = value == "STANDARD"

  why        = "With ALLOW_ALL one right to send commands is the right to read and change every table."
  fix        = { permissions_mode = "STANDARD" }
  careful    = "callers need rights for the tables that they use"
  aliases    = ["CKV_AWS_170"]
  references = ["https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html"]
  since      = "0.1.0"
}

setting "aws-qldb-deletion-protection" {
  title    = "Ledgers are protected from deletion"
  problem  = "One call deletes this ledger"
  layer    = "resilience"
  severity = "low"

  resource     = "aws_qldb_ledger"
  attribute    = "deletion_protection"
  default      = true
  default_note = "AWS protects where nothing is written"
  condition    = value == true

  why        = "A wrong destroy, or a stolen key, takes the history away that cannot be changed."
  fix        = { deletion_protection = true }
  careful    = "a wanted destroy must switch it off first"
  aliases    = ["CKV_AWS_172"]
  references = ["https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html"]
  since      = "0.1.0"
}
