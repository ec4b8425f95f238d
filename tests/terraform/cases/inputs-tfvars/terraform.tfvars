from_tfvars = "tfvars"
list        = [1, "b"]
object      = { a = "5" }
heredoc     = <<-EOT
  text
EOT
