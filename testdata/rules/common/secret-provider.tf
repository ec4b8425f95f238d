# Provider configurations of many clouds and services.

variable "token" {
  type      = string
  sensitive = true
}

locals {
  atlas_key = "1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b"
}

provider "azurerm" {
  features {}
  client_id     = "01234567-89ab-cdef-0123-456789abcdef"
  client_secret = "Qx8~7Rk2LmZ9vR4tY1wB6nC3dF8hJ5sP0aGe" # expect: insecure secret-provider-credentials
}

provider "azurerm" { # expect: secure secret-provider-credentials
  alias = "by_login"
  features {}
}

provider "google" {
  project     = "acme"
  credentials = jsonencode({ type = "service_account", private_key = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" }) # expect: insecure secret-provider-credentials
}

provider "google" {
  alias       = "from_outside"
  project     = "acme"
  credentials = var.token # expect: secure secret-provider-credentials
}

provider "datadog" {
  api_key = var.token # expect: secure secret-provider-credentials
  app_key = var.token
}

provider "cloudflare" {
  api_token = "v1.0-7Kq2LmZ9vR4tY1wB6nC3dF8hJ5sP0aGeUiO" # expect: insecure secret-provider-credentials
}

provider "snowflake" {
  user     = "terraform"
  password = "Fr0stbite-2024" # expect: insecure secret-provider-credentials
}

provider "okta" {
  org_name  = "acme"
  api_token = "00x7Kq2LmZ9vR4tY1wB6nC3dF8hJ5sP0aGeUiO" # expect: insecure secret-provider-credentials
}

provider "mongodbatlas" {
  public_key  = "abcdefgh"
  private_key = local.atlas_key # expect: insecure secret-provider-credentials
}

provider "vsphere" {
  user     = "terraform@vsphere.local"
  password = "Keller-2023" # expect: insecure secret-provider-credentials
}

provider "kubernetes" {
  host  = "https://k8s.acme.example"
  token = "eyJhbGciOiJSUzI1NiIsImtpZCI6IkZ2Q0J5" # expect: insecure secret-provider-credentials
}

provider "github" {
  owner = "acme"
  token = "ghp_x7Kq2LmZ9vR4tY1wB6nC3dF8hJ5sP0aGeUiO" # expect: insecure secret-provider-credentials
}
