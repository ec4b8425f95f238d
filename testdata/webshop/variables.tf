variable "region" {
  description = "Where the shop runs."
  type        = string
}

variable "admin_cidrs" {
  description = "Networks that may log in to the bastion."
  default     = ["0.0.0.0/0"]
  type        = list(string)
}

variable "environment" {
  description = "prod or stage."
  type        = string
  default     = "prod"

  validation {
    condition     = contains(["prod", "stage"], var.environment)
    error_message = "The environment is prod or stage."
  }
}

variable "vpc_cidr" {
  description = "Addresses of the shop's network."
  type        = string
  default     = "10.20.0.0/16"
}

variable "zones" {
  description = "How many availability zones to use."
  type        = number
  default     = 3
}

variable "domain" {
  description = "Name under which customers reach the shop."
  type        = string
}

variable "certificate_arn" {
  description = "Certificate for that name."
  type        = string
}

variable "sites" {
  description = "The shop's pages, one site for each market, and how many buckets it keeps them in."
  type = map(object({
    languages = list(string)
    buckets   = number
  }))
}

variable "backup_days" {
  description = "How long backups of the database are kept."
  type        = number
}

variable "image_tag" {
  description = "The release to run."
  type        = string
  default     = "2026.11.3"
}
