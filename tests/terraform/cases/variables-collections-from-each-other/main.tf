module "m" {
  source = "./m"
  list   = toset(["b", "a"])
  set    = ["b", "a", "b"]
  map    = { x = true, y = "no" }
  tuple  = ["a", 1]
}
output "all" { value = [module.m.list, module.m.set, module.m.map, module.m.tuple] }
