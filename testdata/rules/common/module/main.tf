# Where modules come from.

module "registry" {
  source  = "terraform-aws-modules/vpc/aws" # expect: secure module-pinned, secure module-transport
  version = "5.13.0"
}

module "registry_latest" {
  source = "terraform-aws-modules/eks/aws" # expect: insecure module-pinned
}

module "private_registry" {
  source  = "app.terraform.io/acme/network/aws//modules/subnet" # expect: secure module-pinned
  version = "~> 2.1"
}

module "branch" {
  source = "git::https://github.com/acme/terraform-network.git?ref=main" # expect: insecure module-pinned
}

module "no_ref" {
  source = "git@github.com:acme/terraform-network.git" # expect: insecure module-pinned
}

module "tag" {
  source = "git::https://github.com/acme/terraform-network.git//vpc?ref=v1.4.2" # expect: secure module-pinned
}

module "commit" {
  source = "git::ssh://git@github.com/acme/terraform-network.git?ref=51d462976d84fdea54b47d80dcabbf680badcdb8" # expect: secure module-pinned
}

module "archive" {
  source = "https://artifacts.acme.example/terraform/network-2.3.1.zip" # expect: secure module-pinned, secure module-transport
}

module "plain" {
  source = "git::http://git.acme.example/terraform-network.git?ref=v1.0.0" # expect: secure module-pinned, insecure module-transport
}

module "local" { # expect: not_applicable module-pinned
  source = "./network"
}
