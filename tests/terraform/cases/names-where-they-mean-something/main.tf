resource "terraform_data" "each" {
  for_each = { a = 1 }
  input    = [each.key, each.value, [for each in [{ other = 2 }] : each.other]]
  lifecycle {
    precondition {
      condition     = each.value == 1
      error_message = "not one"
    }
    postcondition {
      condition     = self.input != null
      error_message = "nothing"
    }
  }
}

resource "terraform_data" "count" {
  count = 1
  input = count.index
  connection {
    host = try(local.nobody_asks, self.id)
  }
}

module "m" {
  source = "./m"
  count  = 0
  in     = try(each.key, count.index)
}

output "none" {
  value = try(module.m[0].nope, "none")
}
