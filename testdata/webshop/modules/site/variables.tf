variable "name" {
  type = string
}

variable "domain" {
  type = string
}

variable "languages" {
  type = list(string)
}

variable "buckets" {
  description = "How many releases to keep."
  type        = number
  default     = 1
}

variable "log_bucket" {
  type = string
}
