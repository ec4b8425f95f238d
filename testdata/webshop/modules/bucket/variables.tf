variable "name" {
  type = string
}

variable "expire_days" {
  type = number
}

variable "kms_key_arn" {
  description = "Key for the objects; without one, S3's own."
  type        = string
  default     = null
}

variable "log_bucket" {
  description = "Where accesses are written down."
  type        = string
  default     = null
}

variable "ownership" {
  description = "BucketOwnerEnforced switches ACLs off."
  type        = string
  default     = "BucketOwnerEnforced"
}

variable "policy" {
  description = "Statements that this bucket has beside those of every bucket, as JSON."
  type        = string
  default     = null
}
