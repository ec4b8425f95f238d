output "o0" {
  value = <<EOT
a
${~ 1 }
EOT
}
output "o1" {
  value = <<-EOT
a
${~ 1 }
EOT
}
output "o2" {
  value = <<EOT
$
${~ 1 }
EOT
}
output "o3" {
  value = <<EOT
%
${~ 1 }
EOT
}
output "o4" {
  value = <<EOT
$${
${~ 1 }
EOT
}
output "o5" {
  value = <<EOT
\
${~ 1 }
EOT
}
output "o6" {
  value = <<EOT
a
  
${~ 1 }
EOT
}
output "o7" {
  value = <<EOT
${2}
${~ 1 }
EOT
}
output "o8" {
  value = <<EOT
${2}
  
${~ 1 }
EOT
}
output "o9" {
  value = <<EOT
a
  ${~ 1 }
EOT
}
output "o10" {
  value = <<EOT
  ${~ 1 }
EOT
}
output "o11" {
  value = <<EOT

${~ 1 }
EOT
}
output "o12" {
  value = <<EOT
a $
${~ 1 }
EOT
}
output "o13" {
  value = <<EOT
$$
${~ 1 }
EOT
}
output "o14" {
  value = <<EOT
a%%{
${~ 1 }
EOT
}
output "o15" {
  value = <<EOT
${2 ~}
  $

EOT
}
output "o16" {
  value = <<EOT
${2 ~} $

EOT
}
output "o17" {
  value = <<EOT
${2 ~} 
 $

EOT
}
output "o18" {
  value = <<EOT
${2 ~}

 $

EOT
}
output "o19" {
  value = <<EOT
a

${~ 1 }
EOT
}
output "o20" {
  value = <<EOT
%{ if true }
${~ 1 }%{ endif }
EOT
}
output "o21" {
  value = <<EOT
a\n
${~ 1 }
EOT
}
output "o22" {
  value = <<EOT
  %{~ if true }x%{ endif }
EOT
}
output "o23" {
  value = <<EOT
 	
 %{~ if true }x%{ endif }
EOT
}
output "o24" {
  value = <<-EOT
    a
    ${~ 1 }
    EOT
}
output "o25" {
  value = <<-EOT
    a
      
    ${~ 1 }
    EOT
}
output "o26" {
  value = <<-EOT
    $
    ${~ 1 }
    EOT
}
output "o27" {
  value = <<-EOT
    ${2}
    ${~ 1 }
    EOT
}
output "o28" {
  value = <<-EOT
    ${2}$
    ${~ 1 }
    EOT
}
