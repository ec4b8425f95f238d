variable "m" {
  type    = "foo"
  default = null
}

