locals {
  policy = jsonencode(jsondecode(<<-JSON
    {
      "Statement": [{ "Effect": "Allow", "Action": "s3:*" }]
    }
  JSON
  ))
  lines = split("\n", trimspace(<<EOT
one
two
EOT
  ))
}
output "policy" { value = local.policy }
output "lines" { value = local.lines }
output "upper" { value = upper("${<<-EOT
  text
EOT
}!") }
