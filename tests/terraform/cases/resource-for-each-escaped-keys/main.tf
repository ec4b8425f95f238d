resource "terraform_data" "e" {
  for_each = toset(["$${dollar}", "%%{percent}", "a\"quote", "new\nline", "back\\slash", "é"])
  input    = each.key
}
