variable "m" {
  type    = foo(string)
  default = null
}

