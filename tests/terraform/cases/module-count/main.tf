module "m" {
  source = "./m"
  count  = 2
  n      = count.index
}
module "none" {
  source = "./m"
  count  = 0
  n      = 1
}
output "splat" { value = module.m[*].n }
output "index" { value = module.m[1].n }
output "length" { value = [length(module.m), length(module.none)] }
output "none" { value = module.none[*].n }
output "one" { value = one(module.none[*].n) }
