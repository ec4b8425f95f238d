resource "terraform_data" "x" {}
locals { 
  id = terraform_data.x.id
  un = tonumber(terraform_data.x.id)
  ub = terraform_data.x.id == "a"
  ul = split(",", terraform_data.x.id)
  us = toset(split(",", terraform_data.x.id))
  um = zipmap(split(",", terraform_data.x.id), split(",", terraform_data.x.id))
  dyn = jsondecode(terraform_data.x.id)
  s = sensitive("sec")
  sl = sensitive(["a", "b"])
  sm = sensitive({ a = 1 })
  ls = ["a", sensitive("b")]
  big = 123456789012345678901234567890
}

resource "terraform_data" "calls" {
  input = {
    c0 = setproduct(toset(["d","c"]), ["b","a"])
    c1 = setproduct(["b","a"], toset(["d","c"]))
    c2 = setproduct(["b","a"], ["z"], toset(["d","c"]))
    c3 = setproduct(["b","a"], toset(["d","c"]), ["z"])
    c4 = setproduct(tolist(["b","a"]), toset(["d","c"]))
    c5 = setproduct(toset(["d","c"]), tolist(["b","a"]))
  }
}
