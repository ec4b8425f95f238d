module "app" { source = "./modules/app" }
output "path" { value = module.app.path }
output "shared" { value = module.app.shared }
