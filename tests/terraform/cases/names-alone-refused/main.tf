locals {
  x = try(path, 1)
}
