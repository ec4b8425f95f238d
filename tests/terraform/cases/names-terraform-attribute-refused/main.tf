locals {
  x = try(terraform.env, 1)
}
