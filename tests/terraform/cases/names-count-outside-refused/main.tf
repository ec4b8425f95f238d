locals {
  x = try(count.index, 1)
}
