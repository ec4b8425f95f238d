variable "m" {
  type    = set
  default = null
}

