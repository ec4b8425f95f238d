variable "a" {
  description = "never used"
  type        = map(any)
  default     = {}
}
output "a" {
  description = "an empty map"
  value       = var.a
}
