output "list" { value = [for v in [null, "a", null] : v] }
output "kept" { value = [for v in [null, "a"] : v if v != null] }
output "map" { value = { for k, v in { a = null, b = 1 } : k => v } }
output "coalesced" { value = [for v in [null, "a"] : coalesce(v, "none")] }
