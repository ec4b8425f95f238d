variable "m" {
  type    = strin
  default = null
}

