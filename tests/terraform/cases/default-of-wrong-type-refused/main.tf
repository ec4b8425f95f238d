variable "m" {
  type    = number
  default = "x"
}
