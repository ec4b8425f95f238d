variable "n" { type = number }
variable "list" { type = set(string) }
