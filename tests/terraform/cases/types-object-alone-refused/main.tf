variable "m" {
  type    = object
  default = null
}

