variable "kms_key_id" {
  type    = string
  default = null
}

resource "aws_sns_topic" "this" {
  name              = "example"
  kms_master_key_id = var.kms_key_id
}

output "arn" {
  value = aws_sns_topic.this.arn
}
