variable "in" {
  default = 1
}
