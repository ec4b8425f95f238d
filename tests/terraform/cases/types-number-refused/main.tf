variable "m" {
  type    = 1
  default = null
}

