variable "m" {
  type    = list(string, number)
  default = null
}

