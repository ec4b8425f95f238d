# Variables by their names.

variable "db_password" { # expect: unset variable-secret-sensitive, secure variable-secret-default
  type = string
}

variable "api_token" {
  type      = string
  sensitive = true # expect: secure variable-secret-sensitive
}

variable "client_secret" {
  type      = string
  sensitive = false           # expect: insecure variable-secret-sensitive
  default   = "kq8Zt2LmXv71p" # expect: insecure variable-secret-default
}

variable "admin_password" {
  type      = string
  sensitive = true
  default   = "Willkommen1" # expect: insecure variable-secret-default
}

variable "root_password" {
  type      = string
  sensitive = true
  default   = "change-me" # expect: secure variable-secret-default
}

variable "session_token" { # expect: not_applicable variable-secret-sensitive
  type      = string
  ephemeral = true
  default   = null
}

variable "rotate_secret" { # expect: not_applicable variable-secret-sensitive, secure variable-secret-default
  type    = bool
  default = true
}

variable "password_length" { # expect: not_applicable variable-secret-sensitive, not_applicable variable-secret-default
  type    = number
  default = 24
}
