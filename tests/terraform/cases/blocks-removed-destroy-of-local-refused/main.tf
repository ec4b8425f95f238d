locals { x = true }
removed {
  from = terraform_data.a
  lifecycle { destroy = local.x }
}
