variable "m" {
  type    = object({ "a" = string })
  default = null
}

