variable "m" {
  type    = map(any)
  default = { a = [], b = "a" }
}

