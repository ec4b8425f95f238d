module "m" { source = "./m" }
output "input" { value = module.m.all["a"].input }
output "inputs" { value = [for k, r in module.m.all : r.input] }
output "single" { value = module.m.single.input }
