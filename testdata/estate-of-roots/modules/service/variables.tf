variable "name" {
  type = string
}

variable "cidrs" {
  type = list(string)
}
