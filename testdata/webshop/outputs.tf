output "shop" {
  description = "Where customers find the shop."
  value       = "https://${var.domain}"
}

output "load_balancer" {
  description = "Name that the shop's domain points at."
  value       = module.web.dns_name
}

output "sites" {
  description = "Distributions of the markets."
  value       = { for market, site in module.site : market => site.domain_name }
}

output "database" {
  description = "Host of the database."
  value       = module.db.host
}

output "buckets" {
  description = "Buckets that the shop uses."
  value       = [for bucket in module.bucket : bucket.id]
}
