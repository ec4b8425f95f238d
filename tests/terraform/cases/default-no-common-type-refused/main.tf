variable "m" {
  type    = list(any)
  default = [1, {}]
}

