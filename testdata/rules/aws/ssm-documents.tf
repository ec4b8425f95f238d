# Documents: who may read them, and how sessions are kept.

variable "text" {
  type = string
}

resource "aws_ssm_document" "silent" { # expect: secure aws-ssm-document-private, not_applicable aws-ssm-session-key, not_applicable aws-ssm-session-log
  name          = "silent"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })
}

resource "aws_ssm_document" "shared" {
  name          = "shared"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = "123456789012,210987654321" # expect: secure aws-ssm-document-private
  }
}

resource "aws_ssm_document" "public" {
  name          = "public"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = "All" # expect: insecure aws-ssm-document-private
  }
}

resource "aws_ssm_document" "unknown" { # expect: unknown aws-ssm-session-key because var.text, unknown aws-ssm-session-log because var.text
  name          = "unknown"
  document_type = "Session"
  content       = var.text

  permissions = {
    type        = "Share"
    account_ids = var.text # expect: unknown aws-ssm-document-private because var.text
  }
}

resource "aws_ssm_document" "nothing" { # expect: unset aws-ssm-session-key
  name            = "nothing"
  document_type   = "Session"
  document_format = "JSON"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = { # expect: insecure aws-ssm-session-log
      s3BucketName                = ""
      s3EncryptionEnabled         = true
      cloudWatchLogGroupName      = ""
      cloudWatchEncryptionEnabled = true
    }
  })
}

resource "aws_kms_key" "sessions" {
  description = "sessions"
}

resource "aws_ssm_document" "kept" {
  name          = "kept"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = { # expect: secure aws-ssm-session-log
      s3BucketName        = "acme-sessions"
      s3EncryptionEnabled = true
      kmsKeyId            = aws_kms_key.sessions.arn # expect: secure aws-ssm-session-key
    }
  })
}

resource "aws_ssm_document" "yaml" { # expect: secure aws-ssm-session-log, secure aws-ssm-session-key
  name            = "yaml"
  document_type   = "Session"
  document_format = "YAML"

  content = <<-EOT
    schemaVersion: "1.0"
    sessionType: Standard_Stream
    inputs:
      cloudWatchLogGroupName: sessions
      cloudWatchEncryptionEnabled: true
      kmsKeyId: alias/sessions
  EOT
}

resource "aws_ssm_document" "readable" {
  name          = "readable"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = { # expect: insecure aws-ssm-session-log
      s3BucketName        = "acme-sessions"
      s3EncryptionEnabled = false
      kmsKeyId            = "" # expect: insecure aws-ssm-session-key
    }
  })
}

resource "aws_ssm_document" "port" { # expect: not_applicable aws-ssm-session-key, not_applicable aws-ssm-session-log
  name          = "port"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Port"
    properties    = { portNumber = "5432" }
  })
}

resource "aws_ssm_parameter" "plain" { # expect: not_applicable aws-ssm-parameter-customer-key
  name  = "/shop/size"
  type  = "String"
  value = "3"
}

resource "aws_ssm_parameter" "common" { # expect: unset aws-ssm-parameter-customer-key
  name  = "/shop/common"
  type  = "SecureString"
  value = "set elsewhere"
}

resource "aws_ssm_parameter" "named" {
  name   = "/shop/named"
  type   = "SecureString"
  key_id = "alias/aws/ssm" # expect: insecure aws-ssm-parameter-customer-key
  value  = "set elsewhere"
}

resource "aws_ssm_parameter" "own" {
  name   = "/shop/own"
  type   = "SecureString"
  key_id = aws_kms_key.sessions.key_id # expect: secure aws-ssm-parameter-customer-key
  value  = "set elsewhere"
}

resource "aws_ssm_parameter" "unknown" {
  name   = "/shop/unknown"
  type   = "SecureString"
  key_id = var.text # expect: unknown aws-ssm-parameter-customer-key because var.text
  value  = "set elsewhere"
}
