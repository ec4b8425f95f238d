locals {
  nothing = null
  never   = false
}

resource "terraform_data" "app" {
  count = 0
  lifecycle {
    precondition {
      condition     = local.nothing
      error_message = "never asked"
    }
    precondition {
      condition     = local.never
      error_message = "never asked"
    }
  }
}

output "apps" {
  value = length(terraform_data.app)
}
