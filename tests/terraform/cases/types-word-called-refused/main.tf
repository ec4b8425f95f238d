variable "m" {
  type    = string(1)
  default = null
}

