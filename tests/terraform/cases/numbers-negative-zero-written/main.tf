output "json" { value = jsonencode([-0, 1.5, 1e30]) }
output "yaml" { value = yamlencode([-0, 1.5, 1e30]) }
output "text" { value = "${-0}x${join(",", [-0, 1])}" }
output "number" { value = [-0] }
