variable "m" {
  type    = object({ a = string, a = number })
  default = null
}

