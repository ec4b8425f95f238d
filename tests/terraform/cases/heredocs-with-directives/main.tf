locals { names = ["ann", "bob"] }
output "for" {
  value = <<-EOT
    start
    %{for n in local.names~}
    - ${n}
    %{endfor~}
    end
  EOT
}
output "no_strip" {
  value = <<-EOT
    %{for n in local.names}
    - ${n}
    %{endfor}
  EOT
}
output "column_zero" {
  value = <<-EOT
      a
%{if true~}
      b
%{endif~}
      c
  EOT
}
output "if_else" {
  value = <<-EOT
    %{if length(local.names) > 1}many%{else}one%{endif}
  EOT
}
output "strip_left" {
  value = <<-EOT
    a
    ${~"b"~}
    c
  EOT
}
