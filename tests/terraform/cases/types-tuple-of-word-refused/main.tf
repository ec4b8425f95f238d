variable "m" {
  type    = tuple(string)
  default = null
}

