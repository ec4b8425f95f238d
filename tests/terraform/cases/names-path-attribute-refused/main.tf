locals {
  x = try(path.nope, 1)
}
