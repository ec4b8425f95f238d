variable "m" {
  type    = list(list)
  default = null
}

