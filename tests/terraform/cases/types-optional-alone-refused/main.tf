variable "m" {
  type    = optional(string)
  default = null
}

