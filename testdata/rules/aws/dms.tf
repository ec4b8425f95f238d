# Replication instances.

variable "flag" {
  type = bool
}

resource "aws_dms_replication_instance" "silent" { # expect: secure aws-dms-public
  replication_instance_id    = "silent"
  replication_instance_class = "dms.t3.micro"
}

resource "aws_dms_replication_instance" "public" {
  replication_instance_id    = "public"
  replication_instance_class = "dms.t3.micro"
  publicly_accessible        = true # expect: insecure aws-dms-public
}

resource "aws_dms_replication_instance" "private" {
  replication_instance_id    = "private"
  replication_instance_class = "dms.t3.micro"
  publicly_accessible        = false # expect: secure aws-dms-public
}

resource "aws_dms_replication_instance" "unknown" {
  replication_instance_id    = "unknown"
  replication_instance_class = "dms.t3.micro"
  publicly_accessible        = var.flag # expect: unknown aws-dms-public because var.flag
}
