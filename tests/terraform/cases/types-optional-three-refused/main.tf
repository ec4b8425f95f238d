variable "m" {
  type    = object({ a = optional(string, "a", "b") })
  default = null
}

