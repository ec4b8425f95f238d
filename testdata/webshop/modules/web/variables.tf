variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "public_subnet_ids" {
  type = list(string)
}

variable "private_subnet_ids" {
  type = list(string)
}

variable "security_group_id" {
  description = "Group of the load balancer."
  type        = string
}

variable "certificate_arn" {
  type = string
}

variable "image" {
  type = string
}

variable "log_bucket" {
  type = string
}

variable "kms_key_arn" {
  description = "Key for the logs."
  type        = string
}

variable "assume_role_policy" {
  description = "Who may take the roles of the tasks, as JSON."
  type        = string
}

variable "environment" {
  type    = map(string)
  default = {}
}

variable "secrets" {
  description = "Names of environment variables, and the secrets that fill them."
  type        = map(string)
  default     = {}
}
