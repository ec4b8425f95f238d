variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "clients" {
  description = "Security groups that may connect."
  type        = list(string)
}

variable "backup_days" {
  type = number
}

variable "secret_key_arn" {
  description = "Key for the password."
  type        = string
}
