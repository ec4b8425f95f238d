variable "m" {
  type    = a.b
  default = null
}

