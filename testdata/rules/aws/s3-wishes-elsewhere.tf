# Notifications of which nobody can say whose they are.

variable "text" {
  type = string
}

resource "aws_s3_bucket" "shop" { # expect: unknown aws-s3-bucket-notifications because var.text
  bucket = "shop"
}

resource "aws_s3_bucket_notification" "some" {
  bucket      = var.text
  eventbridge = true
}
