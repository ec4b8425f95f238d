output "base" { value = basename("foo/bar/baz.txt") }
output "dir" { value = dirname("foo/bar/baz.txt") }
output "dir_none" { value = dirname("baz.txt") }
output "module" { value = path.module }
output "root" { value = path.root }
