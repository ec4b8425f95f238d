# A plan that takes everything.

resource "aws_rds_cluster" "orders" { # expect: secure aws-rds-backup-plan
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
}

resource "aws_backup_selection" "all" {
  name         = "all"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  plan_id      = "01234567-89ab-cdef-0123-456789abcdef"
  resources    = ["*"]
}
