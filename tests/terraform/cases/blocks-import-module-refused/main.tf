module "m" { source = "./m" }
import {
  to = module.m
  id = "x"
}
