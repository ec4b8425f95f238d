locals {
  key = "a"
}

# Each uses what the other does not need to make it.
module "a" {
  source   = "./m"
  for_each = toset(["a"])
  in       = module.b.fixed
}

module "b" {
  source = "./m"
  in     = module.a["a"].fixed
}

module "c" {
  source = "./m"
  in     = module.c.fixed
}

# An output that is needed as a whole needs no input of the module that asks.
module "d" {
  source = "./m"
  count  = length(module.a)
  in     = module.a[local.key].out
}

resource "terraform_data" "names" {
  input = [for terraform_data in [{ other = { id = 1 } }] : terraform_data.other.id]
}

resource "terraform_data" "other" {
  input      = terraform_data.names.id
  provisioner "local-exec" {
    command = "echo ${self.id} ${terraform_data.other.id}"
  }
}

output "c" {
  value = module.c.out
}

output "d" {
  value = module.d[*].out
}
