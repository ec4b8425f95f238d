locals { data = "${path.module}/data" }

output "alternatives" { value = fileset(local.data, "*.{txt,json}") }
output "any_depth" { value = fileset(local.data, "**/b.txt") }
output "any_depth_of_all" { value = fileset(local.data, "**/*.txt") }
output "below" { value = fileset(local.data, "sub/**") }
output "class" { value = fileset(local.data, "[a-b].*") }
output "not_class" { value = fileset(local.data, "[^a].*") }
output "question" { value = fileset(local.data, "other/a?.txt") }
output "one_level" { value = fileset(local.data, "*/*.txt") }
output "no_directories" { value = fileset(local.data, "*") }
output "escaped" { value = fileset(local.data, "x\\[1\\].txt") }
output "exact" { value = fileset(local.data, "sub/b.txt") }
output "none" { value = fileset(local.data, "none/*") }
output "no_directory" { value = fileset("${path.module}/nowhere", "*") }
output "middle" { value = fileset(local.data, "sub/**/c.txt") }
output "hashes" {
  value = {
    for file in fileset(local.data, "**") : file => [
      filesha512("${local.data}/${file}"),
      filebase64sha256("${local.data}/${file}"),
      filebase64sha512("${local.data}/${file}"),
    ]
  }
}
