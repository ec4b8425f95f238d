variable "m" {
  default = upper("a")
}

