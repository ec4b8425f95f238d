variable "m" {
  default  = null
  nullable = false
}

