# Desktops.

variable "flag" {
  type = bool
}

resource "aws_workspaces_workspace" "silent" { # expect: unset aws-workspaces-encrypted-root, unset aws-workspaces-encrypted-user
  directory_id = "d-0123456789"
  bundle_id    = "wsb-0123456789"
  user_name    = "ada"
}

resource "aws_workspaces_workspace" "plain" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-0123456789"
  user_name                      = "grace"
  root_volume_encryption_enabled = false # expect: insecure aws-workspaces-encrypted-root
  user_volume_encryption_enabled = false # expect: insecure aws-workspaces-encrypted-user
}

resource "aws_workspaces_workspace" "encrypted" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-0123456789"
  user_name                      = "joan"
  root_volume_encryption_enabled = true # expect: secure aws-workspaces-encrypted-root
  user_volume_encryption_enabled = true # expect: secure aws-workspaces-encrypted-user
}

resource "aws_workspaces_workspace" "unknown" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-0123456789"
  user_name                      = "mary"
  root_volume_encryption_enabled = var.flag # expect: unknown aws-workspaces-encrypted-root because var.flag
  user_volume_encryption_enabled = var.flag # expect: unknown aws-workspaces-encrypted-user because var.flag
}
