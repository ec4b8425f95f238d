module "shared" { source = "../shared" }
output "path" { value = path.module }
output "shared" { value = module.shared.path }
output "root" { value = path.root }
