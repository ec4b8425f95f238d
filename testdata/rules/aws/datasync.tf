# Storages that are not of AWS.

variable "key" {
  type      = string
  sensitive = true
}

resource "aws_datasync_location_object_storage" "public" { # expect: secure aws-datasync-secret-key
  agent_arns      = ["arn:aws:datasync:eu-west-1:123456789012:agent/agent-0123456789abcdef0"]
  bucket_name     = "public"
  server_hostname = "storage.acme.example"
}

resource "aws_datasync_location_object_storage" "written" {
  agent_arns      = ["arn:aws:datasync:eu-west-1:123456789012:agent/agent-0123456789abcdef0"]
  bucket_name     = "private"
  server_hostname = "storage.acme.example"
  access_key      = "shop"
  secret_key      = "not-a-real-key" # expect: insecure aws-datasync-secret-key
}

resource "aws_datasync_location_object_storage" "given" {
  agent_arns      = ["arn:aws:datasync:eu-west-1:123456789012:agent/agent-0123456789abcdef0"]
  bucket_name     = "private"
  server_hostname = "storage.acme.example"
  access_key      = "shop"
  secret_key      = var.key # expect: unknown aws-datasync-secret-key because var.key
}
