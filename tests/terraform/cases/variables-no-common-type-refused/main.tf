variable "m" {
  type = list(any)
}
