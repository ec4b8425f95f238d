locals {
  x = try(nope, 1)
}
