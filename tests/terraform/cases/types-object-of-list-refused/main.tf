variable "m" {
  type    = object([string])
  default = null
}

