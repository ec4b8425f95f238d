variable "m" {
  type    = object({ a = optional() })
  default = null
}

