# Provider configurations.

variable "secret_key" {
  type      = string
  sensitive = true
}

locals {
  old_key = "p8Vt2kQzR5mXw9cLh3YbNf7sJd1GaUe6TqBoKiZx"
}

provider "aws" { # expect: secure aws-provider-static-credentials-access-key, secure aws-provider-static-credentials-secret-key, secure aws-provider-static-credentials-token
  region  = "eu-central-1"
  profile = "acme"
}

provider "aws" {
  alias      = "literal"
  region     = "eu-west-1"
  access_key = "AKIA4QW7XN2RTPL5ZV3C"                                                 # expect: insecure aws-provider-static-credentials-access-key
  secret_key = "q9Wu3lRaS6nYx0dMi4ZcOg8tKe2HbVf7UrCpLjAy"                             # expect: insecure aws-provider-static-credentials-secret-key
  token      = "IQoJb3JpZ2luX2VjEJr0Qm1zX2V1LWNlbnRyYWwtMSJHMEUCIQDx7Kq2LmZ9vR4tY1wB" # expect: insecure aws-provider-static-credentials-token
}

provider "aws" {
  alias      = "by_local"
  region     = "eu-west-1"
  secret_key = local.old_key # expect: insecure aws-provider-static-credentials-secret-key
}

provider "aws" {
  alias      = "from_outside"
  region     = "eu-west-1"
  secret_key = var.secret_key # expect: secure aws-provider-static-credentials-secret-key
}

provider "aws" { # expect: not_applicable aws-provider-static-credentials-access-key
  alias                       = "emulator"
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
}
