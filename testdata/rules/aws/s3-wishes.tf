# Notifications, and locks that are configured.

variable "text" {
  type = string
}

resource "aws_s3_bucket" "silent" { # expect: unset aws-s3-bucket-notifications, not_applicable aws-s3-bucket-object-lock
  bucket = "silent"
}

resource "aws_s3_bucket" "telling" { # expect: secure aws-s3-bucket-notifications
  bucket = "telling"

  object_lock_configuration {
    object_lock_enabled = "Enabled" # expect: secure aws-s3-bucket-object-lock
  }
}

resource "aws_s3_bucket_notification" "telling" {
  bucket      = aws_s3_bucket.telling.id
  eventbridge = true
}

resource "aws_s3_bucket" "unlocked" { # expect: unset aws-s3-bucket-notifications
  bucket = "unlocked"

  object_lock_configuration { # expect: unset aws-s3-bucket-object-lock
    rule {
      default_retention {
        mode = "GOVERNANCE"
        days = 7
      }
    }
  }
}

resource "aws_s3_bucket" "locked" { # expect: unset aws-s3-bucket-notifications, secure aws-s3-bucket-object-lock
  bucket              = "locked"
  object_lock_enabled = true

  object_lock_configuration {
    rule {
      default_retention {
        mode = "GOVERNANCE"
        days = 7
      }
    }
  }
}

resource "aws_s3_bucket" "unknown" { # expect: unset aws-s3-bucket-notifications
  bucket = "unknown"

  object_lock_configuration {
    object_lock_enabled = var.text # expect: unknown aws-s3-bucket-object-lock because var.text
  }
}
