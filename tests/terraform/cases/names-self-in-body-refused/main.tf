resource "terraform_data" "a" {
  input = try(self.id, 1)
}
