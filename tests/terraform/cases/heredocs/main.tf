output "plain" {
  value = <<EOT
  two
    four
EOT
}
output "flush" {
  value = <<-EOT
    two
      four
  
    end
    EOT
}
output "interpolated" {
  value = <<-EOT
    a ${1 + 1} b
      ${"x"}
  EOT
}
output "escapes" {
  value = <<EOT
no \n escapes, but $${dollar} and %%{percent}
EOT
}
output "empty" {
  value = <<EOT
EOT
}
output "in_list" {
  value = [<<A
one
A
  , <<B
two
B
  ]
}
