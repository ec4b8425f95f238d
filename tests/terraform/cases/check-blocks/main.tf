variable "size" {
  default = 3
}

locals {
  off = false
}

resource "terraform_data" "app" {
  input = var.size
}

check "that_warns" {
  assert {
    condition     = local.off
    error_message = "it is off, size ${var.size}"
  }
  assert {
    condition     = terraform_data.app.id == "later"
    error_message = "only known later"
  }
}

check "that_holds" {
  assert {
    condition     = var.size == 3
    error_message = "not three"
  }
}

module "inner" {
  source = "./inner"
  count  = 2
  index  = count.index
}

output "size" {
  value = terraform_data.app.input
}
