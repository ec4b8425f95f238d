resource "terraform_data" "a" {
  for_each   = toset(["a", "b"])
  depends_on = [terraform_data.a]
}
