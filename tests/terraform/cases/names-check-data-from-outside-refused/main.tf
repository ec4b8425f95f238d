check "state" {
  data "terraform_remote_state" "other" {
    backend = "local"
    config = {
      path = "other.tfstate"
    }
  }
  assert {
    condition     = data.terraform_remote_state.other.outputs.size == 3
    error_message = "not three"
  }
}

output "size" {
  value = try(data.terraform_remote_state.other.outputs.size, 1)
}
