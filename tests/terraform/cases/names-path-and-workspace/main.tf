output "module" { value = path.module }
output "root" { value = path.root }
output "workspace" { value = terraform.workspace }
output "by_workspace" { value = { default = 1, prod = 3 }[terraform.workspace] }
output "conditional" { value = terraform.workspace == "default" ? "d" : "other" }
