locals {
  n = 5
  l = ["u", "v"]
}
output "o0" {
  value = <<EOT
${~ upper("q") }

    %{ for x in local.l ~}%{ if false }%{~ endif ~}
  ${x}%{~ endfor }
    EOT
}
output "o1" {
  value = <<-EOT
%%{y}
  x\ty
 
 %{~ if true ~}%%{	%{ else ~}%%{%{ endif }
%{~ if false }${~ "a\nb" }%{ else }%{ if true ~}a
      %{~ else ~}%{~ endif ~}
%{~ endif }
%{~ for x in [] ~}%{~ for x in [] }é%{ for i, x in ["p","q"] ~}a
%{ endfor ~}${x}%{ endfor }%  
    ${x}%{ endfor }
    EOT
}
output "o2" {
  value = <<EOT
%{~ for x in ["p","q"] }%%
${x}%{~ endfor }
  %%{
    
   %%{y}
      
    EOT
}
output "o3" {
  value = <<EOT
%{ for i, x in [] ~}	%{ if false }%{ if true ~}${~ upper("q") } 
  é%{ else }\n
	%{~ endif ~}
%{ endif ~}${x}%{ endfor }
%{ for x in local.l ~}	%{~ if true }%{~ endif ~}${x}%{ endfor }
 %%
 
  
    EOT
}
output "o4" {
  value = <<-EOT


    b c
    EOT
}
output "o5" {
  value = <<-EOT
%%{y}  

    %%{
  EOT
}
output "o6" {
  value = <<-EOT
%{~ if false }%{~ if false } %{~ if false }zz
      z
      %{ else ~}%{ endif }%{ endif }
    %{ endif }
    %{ if false ~}$$${ "a\nb" ~}%%{%{~ endif ~}
    $${
	
    %{~ if false ~}%%
      %{~ for x in [] ~}%{~ if true } %{~ else }é
z
  \
      %{ endif }%{ endfor ~}%{ if false }%{~ for x in [] }z
    ${x}%{~ endfor ~}
%{ endif ~}%{ else }\n%{ endif }${ "${"in"}" ~}%{~ if false }$${x}%{~ for i, x in local.l ~}%{ if false ~}z
z%{ endif ~}%{~ for x in ["p","q"] }%%{y}
      é%{~ endfor }%{ for x in ["p","q"] ~}zz
      $
      ${x}%{~ endfor ~}${x}%{ endfor }%{~ for i, x in ["p","q"] ~}a${x}%{~ endfor ~}%{~ endif ~}
  EOT
}
output "o7" {
  value = <<-EOT
$${x}
 %{~ if true }    ${ "a\nb" ~}
	%{ endif }

\n
    EOT
}
output "o8" {
  value = <<-EOT


\n
  
    EOT
}
output "o9" {
  value = <<-EOT
%{ for x in ["p","q"] }%{ endfor ~}
      ${~ true ~}
    %{ for x in ["p","q"] ~}$%{~ endfor ~}%{ if true ~}%{ for x in ["p","q"] }"${x}%{ endfor ~}%{ endif }
  EOT
}
output "o10" {
  value = <<EOT
${~ "a\nb" }
    $
	b c
    ${""}%{ if true ~}\n
\n
    %{~ endif }%{~ for i, x in local.l ~} %{ for i, x in [] }%{ endfor }${""}
  %{ endfor }
    EOT
}
output "o11" {
  value = <<-EOT

 $$
    EOT
}
output "o12" {
  value = <<EOT

  EOT
}
output "o13" {
  value = <<EOT

    EOT
}
output "o14" {
  value = <<-EOT
%{~ for x in ["p","q"] ~}${x}%{ endfor ~}
      %{ for x in local.l }%{ endfor ~}$${x}
      
    %{ if true }${ "v" ~}%{ endif }
EOT
}
output "o15" {
  value = <<EOT
%{ for x in [] ~}%%{y}${x}%{ endfor ~}
    %{ for x in [] ~} 
  ${x}%{ endfor ~}${""}
%{~ if true }	
a%{ endif }
    EOT
}
output "o17" {
  value = <<-EOT
%{~ if true ~}%{ for i, x in [] ~}%%{y}${x}%{ endfor ~}%%{y}%{ endif ~}${ upper("q") }
 %{~ for x in ["p","q"] ~}%%${x}%{ endfor ~}%{~ if true ~}%%{y}%{ endif ~}
  EOT
}
output "o18" {
  value = <<EOT
${""}
  
  EOT
}
output "o19" {
  value = <<-EOT
$${%{ if false }é%{ endif }

%{~ for i, x in [] ~}${ "a\nb" ~}%{~ if false }%{~ endif }${ "a\nb" }
      ${x}%{~ endfor }
    
    EOT
}
output "o20" {
  value = <<-EOT
%{~ if false } %{~ endif ~}%%{y}
 %${~ "${"in"}" }
%{ for i, x in local.l }%{ if true }%%%{ else ~}%{ for x in [] ~}$${
    ${x}%{ endfor ~}%{~ endif }${x}%{ endfor }
  EOT
}
output "o21" {
  value = <<-EOT

    EOT
}
output "o22" {
  value = <<-EOT
${~ 1 }%%{${~ "a\nb" }
 "
  EOT
}
output "o24" {
  value = <<EOT
\
%{ if true ~} %{ for x in ["p","q"] ~}$${x}${x}%{~ endfor }%{~ endif ~}
  
%{~ if false }$${x}%{~ endif }${~ true ~}%{~ for x in [] ~}%{ if false }%{~ for i, x in local.l ~}${~ "${"in"}" ~}z
$${x}%{~ endfor ~}
    %{~ endif }${x}%{~ endfor }
  EOT
}
output "o25" {
  value = <<-EOT
b c

 $${ "v" }$
  EOT
}
output "o26" {
  value = <<-EOT
%%{%%{
      %{~ if true ~}%{ if true }%
${ true ~}
      %{~ else ~}%{ endif ~}$$
  %{ endif }
     
    
    EOT
}
output "o28" {
  value = <<-EOT
%%{

    
    %{~ for x in ["p","q"] }%%{y}b c
      	
	%{~ endfor ~}%{~ for x in ["p","q"] ~}${~ "a\nb" ~}
  %{~ for x in [] }$$
%{~ for x in [] } %%
      ${x}%{~ endfor ~}\n
%{ endfor ~}
%{~ endfor ~}

EOT
}
output "o29" {
  value = <<-EOT
%{~ if false }${ "${"in"}" ~}
    %{ endif ~}

  EOT
}
output "o30" {
  value = <<EOT
${~ 1 }
%{ for i, x in [] ~}%%{y}${x}%{~ endfor ~}
  EOT
}
output "o31" {
  value = <<-EOT
%{ for x in ["p","q"] ~}${ true ~}
  ${ "${"in"}" }  %{~ endfor }
	${~ 1 }b c
	
EOT
}
output "o32" {
  value = <<-EOT
%{ if false }${~ upper("q") }%{~ for i, x in local.l }%{~ for i, x in local.l ~}az
	z%{~ endfor }${x}%{~ endfor }
    %{~ if true }  %{~ endif }
    %{ endif }
 %{ if true ~}%{~ if false ~}${~ "a\nb" ~}%{ if true ~}${~ "v" ~}%{~ endif ~}%{~ for i, x in local.l }${x}%{ endfor }%{~ endif ~}
    %{~ endif ~}${~ 1 }%{ for i, x in local.l }${ local.n ~}
%{ endfor }
EOT
}
output "o34" {
  value = <<EOT
%{~ if false ~}x\ty%{~ endif ~}

    ${ upper("q") ~}${ true }

EOT
}
output "o35" {
  value = <<-EOT

    EOT
}
output "o36" {
  value = <<-EOT
$${
${ local.n }  ${ true }
    EOT
}
output "o37" {
  value = <<-EOT

    %{~ if true }${~ true ~}%{ endif }
${~ "v" ~}$${
     
EOT
}
output "o38" {
  value = <<-EOT
$%{~ for x in ["p","q"] }é%{ endfor }${~ "a\nb" }
 $${x}
  %{ for i, x in [] ~}${x}%{~ endfor ~}é
EOT
}
output "o39" {
  value = <<EOT
${ "a\nb" ~}
  EOT
}
output "o40" {
  value = <<-EOT
b c
%{~ for x in ["p","q"] ~}${~ "${"in"}" ~}%{~ for i, x in local.l ~}%{~ if true ~}%{~ else }%%{z
é%{ endif ~}${x}%{ endfor }x\ty
	%{ endfor ~}%{ for x in local.l }%{ for x in local.l }"	${x}%{ endfor }
  ${x}%{~ endfor ~}
%%%
	
    EOT
}
output "o41" {
  value = <<-EOT
x\ty${~ upper("q") ~}
	${ local.n ~}
    
    %{~ for i, x in local.l }%{ endfor ~}%{ for x in [] }a${ true ~}%{ if true }%%{
%{ endif }${x}%{~ endfor }b c
    EOT
}
output "o42" {
  value = <<-EOT
\n$${
${""}
  EOT
}
output "o43" {
  value = <<-EOT

%{ if true }a${~ 1 }	%{ else }${ true ~}
	\%{ endif ~}
    EOT
}
output "o44" {
  value = <<EOT

 
    %{ if false }$${%{ for i, x in [] ~}%{ if false }%%{y}
      a
é%{~ endif }
  ${x}%{~ endfor ~}%{ endif }
      $${x}
    EOT
}
output "o45" {
  value = <<-EOT
%{~ if false ~}%{~ for i, x in ["p","q"] }%{ if false }%{ endif }
${x}%{~ endfor ~}%%{y}é%{ endif }%{~ if true }"
    %{~ endif }
  %{ for x in local.l }${x}%{ endfor }
${ "${"in"}" ~}
    EOT
}
output "o46" {
  value = <<-EOT
%{ for i, x in [] }%{~ endfor }
 %{~ for x in [] }$${x}${x}%{~ endfor }

EOT
}
output "o47" {
  value = <<EOT
$${
 ${~ "a\nb" ~}é
 %{ if false ~}${~ true ~}
	%{~ else ~}%{ endif ~}b c
      
    EOT
}
output "o48" {
  value = <<-EOT

%{ for i, x in local.l }${ 1 ~}%{ endfor ~}
    EOT
}
output "o49" {
  value = <<-EOT

EOT
}
output "o50" {
  value = <<EOT

    EOT
}
output "o51" {
  value = <<EOT
%{~ if true ~}%{~ for x in [] ~}%{~ endfor ~}%{~ endif ~}
 %
 
  EOT
}
output "o52" {
  value = <<-EOT

  EOT
}
output "o53" {
  value = <<-EOT

 $
%{~ for x in local.l ~}%{ endfor }
é
    
  EOT
}
output "o54" {
  value = <<EOT
${~ local.n }${ "a\nb" ~}
    %{~ for i, x in [] ~}%%{y}
%{ endfor ~}${ "a\nb" }
    
EOT
}
output "o55" {
  value = <<-EOT

    $${x}
  
  EOT
}
output "o56" {
  value = <<-EOT
%{~ if true }${ local.n }
    %{~ for i, x in [] ~}%{~ for i, x in local.l ~}\z"%{~ endfor }
  $%{~ for i, x in local.l ~}${~ "${"in"}" }${x}%{~ endfor }%{~ endfor }%{ else ~}%{ endif }
 %{ for x in ["p","q"] }%%{
 ${x}%{~ endfor ~}
    %{ if false ~}%{~ for i, x in ["p","q"] }%{~ for i, x in ["p","q"] ~}z%{ endfor }
    %%{%{~ for i, x in local.l }%%{y}
      %{ endfor ~}%{ endfor ~}"
  %{~ endif }	
    %%{y}%{ for i, x in ["p","q"] ~}%{~ endfor ~}${~ "${"in"}" ~}
    EOT
}
output "o57" {
  value = <<EOT
%{~ if false ~}$$%{ endif ~}%{ if true }${ "v" ~}%%%{ else }%%{y}%{ endif }%{ if true }%{~ endif ~}
 \
  
    %{~ for x in [] ~}${ true }${x}%{~ endfor ~}
	%{ for i, x in local.l ~}é
    %{ endfor }
      \
    EOT
}
output "o59" {
  value = <<-EOT
%{ for i, x in [] ~}${x}%{~ endfor ~}\n%{ if true }%{ for i, x in ["p","q"] ~}${ "a\nb" }"
	${x}%{ endfor ~}%{~ endif ~}
    %%
    \n
    %{ for x in ["p","q"] ~}%{~ endfor ~}

 ${ local.n ~}${ 1 ~}$${x}

EOT
}
output "o60" {
  value = <<-EOT
%%
      \n$${x}
 $${x}%{~ if false ~}%{ if false ~}b c%{ endif }%{ endif ~}
%{~ for x in local.l }%{~ endfor }
    
    EOT
}
output "o61" {
  value = <<-EOT
%{ if true }%{ if false }%{~ for x in local.l }z%%{z%{ endfor }\n$%{ endif } ${ "a\nb" }%{ endif }%{~ if true }%{~ else ~}${ "v" ~}%{~ for i, x in [] }x\ty
  $${%{ endfor ~}%{ for i, x in [] ~}${ 1 ~}\n${ 1 }
%{~ endfor ~}%{ endif }
EOT
}
output "o62" {
  value = <<-EOT
%{ for i, x in local.l } %{~ if true ~}${ upper("q") }$${x}${~ "${"in"}" }%{~ endif ~}%{ endfor }	
 
%{~ if true ~}%{ endif }
EOT
}
output "o63" {
  value = <<-EOT
%{~ for x in local.l }${x}%{~ endfor }${ true }
    %{~ if false ~}%{~ for x in local.l }${ "${"in"}" }%{~ if false ~}z%{~ endif }
	${x}%{ endfor }
%{ else }"%{~ endif }
	
    
    EOT
}
output "o64" {
  value = <<-EOT

EOT
}
output "o65" {
  value = <<-EOT
%{~ for x in ["p","q"] }$${x}
${~ "${"in"}" ~}
    %{~ endfor }${ "${"in"}" }%%{
  EOT
}
output "o66" {
  value = <<-EOT
 

 
  EOT
}
output "o67" {
  value = <<-EOT
x\ty
b c${""}
 %%{ 
  EOT
}
output "o68" {
  value = <<EOT
${ upper("q") ~}
      
 ${ "a\nb" ~}%{~ if true ~}${""}
	%{~ endif }
  %
EOT
}
output "o70" {
  value = <<-EOT
\n  
  
 ${~ local.n ~}
    
    EOT
}
output "o71" {
  value = <<-EOT
$

  EOT
}
output "o72" {
  value = <<-EOT
%{~ for i, x in ["p","q"] ~}${""}$${
      %%{${x}%{ endfor }
"
  EOT
}
output "o73" {
  value = <<EOT

    %{~ if true ~}${~ local.n ~}
%{~ if true ~}$${x}
%{~ else }%{~ endif ~}%{ endif ~}
    EOT
}
output "o74" {
  value = <<-EOT
$$\
      ${ "v" }
${ "${"in"}" ~}
      %{ if false ~}$$%{ if false ~}%{ for i, x in local.l ~}$z
  z${x}%{ endfor ~}%{~ else ~}$
$${%{~ for i, x in local.l }%%{y}${x}%{ endfor ~}%{ endif }
   
  %{ endif }

EOT
}
output "o75" {
  value = <<EOT
 %{ for x in [] ~}%{~ endfor }
 \n
%%
      
  EOT
}
output "o76" {
  value = <<EOT

 
 %

EOT
}
output "o77" {
  value = <<-EOT
%{~ for i, x in [] }	${x}%{ endfor ~}
    EOT
}
output "o78" {
  value = <<-EOT
$$
  %{~ if false }%{~ endif }
    ${~ "a\nb" }
	
EOT
}
output "o79" {
  value = <<EOT
 
    %{ if false }%{~ for x in local.l }${x}%{~ endfor ~}
%{ if false }%{ else ~}$%{~ endif ~}%{~ for i, x in local.l }${x}%{ endfor ~}%{ else ~}%{~ for i, x in local.l }é${x}%{~ endfor }
    %{~ endif ~}%{ if false }%%{b c${""}%{ else }"x\ty%{ endif ~}
    
EOT
}
output "o80" {
  value = <<-EOT
%{~ for i, x in local.l }$${x}
      ${x}%{~ endfor ~}%%{
    
%{~ for x in local.l ~}%{~ for i, x in [] }a%{~ for x in ["p","q"] ~}z%{ endfor ~}%{~ endfor }%{~ for x in local.l }%{~ if false }z%{~ endif }%{ endfor ~}
	%{ endfor ~}
  
EOT
}
output "o81" {
  value = <<-EOT
$
EOT
}
output "o82" {
  value = <<EOT
\%{~ for x in local.l }%{ for i, x in local.l }${~ local.n }%{~ for i, x in local.l ~}b c${x}%{~ endfor ~}%{~ endfor ~}
	%{~ if true ~}%{ for i, x in [] }%{~ endfor ~}%{~ endif ~}%{~ if false ~}$$ %{ else }b c%{ endif ~}
%{ endfor }
    EOT
}
output "o83" {
  value = <<-EOT
%%{%{~ for i, x in local.l ~}${~ "${"in"}" ~}${x}%{ endfor }b c

    EOT
}
output "o84" {
  value = <<-EOT

${~ true ~}
  
EOT
}
output "o85" {
  value = <<EOT
%{ for x in local.l }%%{y}
      ${ "v" ~}%{~ endfor ~}%{~ if true }${~ true ~}${~ local.n ~}
      %{ endif ~}
 	x\ty
%{~ for i, x in [] ~}$$%{ if false }${~ "a\nb" ~}%{ endif }
    ${x}%{ endfor }
  
 %{~ for x in ["p","q"] ~}a
      ${x}%{ endfor ~}$${
  EOT
}
output "o86" {
  value = <<-EOT
%{ if false ~}%{~ if false ~}%{ for x in [] ~}%%%{y}${~ "a\nb" }${x}%{~ endfor ~}%{~ else ~}  
      %{~ endif ~}${ local.n ~}
${ true ~}%{~ endif ~}$a
EOT
}
output "o87" {
  value = <<-EOT

${~ 1 }
EOT
}
output "o88" {
  value = <<EOT
%{ for i, x in ["p","q"] }%{~ for i, x in ["p","q"] ~}%{ for i, x in [] ~}$${x}${~ "a\nb" ~}%{ endfor }%{ for x in ["p","q"] ~}${x}%{~ endfor ~}	%{ endfor ~}${~ "a\nb" }x\ty
  %{~ endfor ~}%{~ if true }%{~ for i, x in [] }$${${x}%{~ endfor }
	%{~ else }%{ for x in [] }b c	
%{~ if false }z%{~ else ~}${ true }z
      z%{ endif }${x}%{ endfor }
      "%{~ endif ~}
  
EOT
}
output "o89" {
  value = <<-EOT

EOT
}
output "o90" {
  value = <<-EOT
%	$
EOT
}
output "o91" {
  value = <<-EOT
%%
EOT
}
output "o92" {
  value = <<EOT
%{~ if true }b c%{~ else ~}%{ endif ~} 
%{~ if false ~}${ "v" }
    ${ "a\nb" }%{~ endif }
	
%{ if false }${~ "v" }%{ for x in [] ~}%{~ if true }z
  %{ else ~}zz
	%{ endif ~}${~ "a\nb" }%{~ if true }z%{~ else ~}${ "v" }
      %{~ endif }
	${x}%{ endfor }
    \%{~ endif }${~ local.n }
      
    EOT
}
output "o93" {
  value = <<-EOT

 %{~ if true ~}é$$%{~ endif }
  
    EOT
}
output "o94" {
  value = <<-EOT
\  
    
EOT
}
output "o95" {
  value = <<-EOT
%{ for i, x in ["p","q"] }%{ for i, x in [] ~}\%{ endfor }%{ endfor }
	
EOT
}
output "o96" {
  value = <<EOT
%{~ if false }%{ for i, x in local.l ~}${ 1 }b c%{~ endfor ~}%{ if true }$${x}
  ${ local.n }%%{
%{ endif ~}${~ local.n }%{ else ~}%{~ if false ~}$${%{~ else ~}${ "${"in"}" ~}\n%{ endif ~}%{~ endif ~}
	
EOT
}
output "o97" {
  value = <<-EOT
${ "v" ~}
    
  EOT
}
output "o98" {
  value = <<-EOT
%{~ if true }%{~ endif }
	%{ for x in local.l ~}${x}%{ endfor }
    	

EOT
}
output "o99" {
  value = <<-EOT
%{ if true ~}%{ for x in [] }${~ 1 ~}%{~ endfor ~}
    %{ else ~}	%{ endif ~}
    %{ for i, x in local.l ~}%{~ if true ~}b c${ true ~}
  é%{ endif ~}
%{ endfor ~}

    EOT
}
output "o101" {
  value = <<-EOT
%{~ if true ~}%{~ if false ~}%{~ endif }%{~ endif }
	
  EOT
}
output "o102" {
  value = <<-EOT
\%%{y}
%{ for x in [] }a
      %{~ endfor ~}$$


  EOT
}
output "o103" {
  value = <<EOT

 "${~ "v" }$${

\n
  EOT
}
output "o104" {
  value = <<EOT
%{ for x in local.l }%{~ for i, x in local.l ~}"%{ endfor ~}${x}%{ endfor ~}
	
EOT
}
output "o105" {
  value = <<-EOT

  EOT
}
output "o107" {
  value = <<-EOT
${ "${"in"}" ~}
    %{ if true ~}\${ "a\nb" }%{~ endif ~}
${~ upper("q") ~}
	
    EOT
}
output "o108" {
  value = <<-EOT
%{~ for i, x in [] ~}%{ if false ~}%{ if true ~}z
   z%{ endif ~}%{~ else }  %{~ for i, x in ["p","q"] }%{ endfor }%{~ for x in [] ~}${~ 1 ~}%{~ endfor ~}%{~ endif ~}%{~ endfor }

%
${""}
EOT
}
output "o109" {
  value = <<-EOT
%{~ for i, x in [] }%{ endfor ~}
 %{~ for x in ["p","q"] ~}${ "${"in"}" }${x}%{ endfor ~}
    
%{~ for i, x in [] }${~ "v" }
\${x}%{ endfor ~}
  EOT
}
output "o110" {
  value = <<-EOT

    EOT
}
output "o111" {
  value = <<EOT
%{ for i, x in [] ~}${ local.n ~}$$$%{~ endfor ~}
%{~ if false }%{~ endif }${~ 1 }
 ${ upper("q") ~}
      %{~ if true ~}%{~ if true ~}x\ty%{~ else ~}%{ endif ~}%{ endif }%{~ for x in local.l ~}%{ if false ~}%{~ for i, x in local.l }\
	"${~ "a\nb" ~}%{ endfor }%%{y}
    x\ty
%{~ endif }${~ local.n }${x}%{~ endfor }
      
    ${ "${"in"}" }
%{ for i, x in [] ~}%{~ for i, x in ["p","q"] ~}%%
$${
    %{ endfor ~}  
      ${x}%{~ endfor ~}
EOT
}
output "o112" {
  value = <<-EOT
${ "v" ~}${~ local.n ~}
EOT
}
output "o113" {
  value = <<EOT
%{~ if true ~}a%{ if false }$${%{ if true ~}%{ endif ~}
  %{ endif ~}%{~ endif ~}${ local.n ~}
       
 $${x}%{~ for i, x in [] }%{~ for i, x in local.l ~}b c"%{ endfor ~}${x}%{~ endfor ~}
  EOT
}
output "o114" {
  value = <<EOT
$${x}${~ true ~}
      
    %{~ for i, x in local.l ~}%{~ endfor ~}
  EOT
}
output "o115" {
  value = <<EOT
${""}
  
    EOT
}
output "o116" {
  value = <<-EOT
%{ for i, x in local.l ~}%{~ for i, x in ["p","q"] }$${x}%{ endfor }%{ endfor }%{ if false ~}%{~ else ~} %{~ endif ~}
  EOT
}
output "o117" {
  value = <<-EOT
é%{ if false ~}%{ endif ~}
%{ for i, x in local.l ~}%{~ if false ~}$${x}	%{ else ~}b c%{~ endif ~}%{ endfor }

    EOT
}
output "o118" {
  value = <<-EOT

 ${ "a\nb" ~}%%{y}%%{
    EOT
}
output "o119" {
  value = <<-EOT

  EOT
}
output "o120" {
  value = <<-EOT

    %{ for i, x in [] ~}%{ for x in local.l ~}$${x}%{ endfor ~}${x}%{~ endfor }
  EOT
}
output "o121" {
  value = <<EOT

 \n
  
EOT
}
output "o122" {
  value = <<-EOT
%

    %{ for x in ["p","q"] }%
	%{~ endfor ~}${~ true }

%{~ for i, x in local.l ~}%{~ endfor }
    	
  
    EOT
}
output "o123" {
  value = <<EOT
$${x}
    
${ upper("q") ~}
    EOT
}
output "o124" {
  value = <<EOT
%{ if false ~}%{ for x in ["p","q"] }%{ if false }$%{~ endif ~}${x}%{ endfor ~}%{~ else }%{ for i, x in [] ~}a
${~ true ~}%{ endfor ~}
	%%{
  %{~ endif }
%{ for i, x in [] ~}${ true }${~ local.n }
${x}%{ endfor }
%{~ if false }%{ endif }
 é
  EOT
}
output "o125" {
  value = <<EOT
${ local.n }${ upper("q") ~}b c
EOT
}
output "o126" {
  value = <<-EOT
$$
%%{y}$
	é
  EOT
}
output "o127" {
  value = <<-EOT
${ 1 }
    
  EOT
}
output "o128" {
  value = <<EOT
%{~ for i, x in ["p","q"] ~}%%{
%{ endfor ~}%{ for i, x in local.l }%{~ endfor ~}

    EOT
}
output "o129" {
  value = <<-EOT

    ${ "v" }${ true }"
    %{ if false ~}%{~ else }%{ if false }%{~ endif ~}
  ${ upper("q") }%{ if false ~}%%{%{ endif ~}%{~ endif ~}
EOT
}
output "o130" {
  value = <<-EOT
${""}a
      

    %{ if false }${ true ~}x\ty
	x\ty%{ endif ~}%%

  EOT
}
output "o131" {
  value = <<-EOT
%{~ for i, x in [] }%{ for x in local.l ~}${x}%{ endfor }%{~ for x in ["p","q"] }${~ 1 }
  ${x}%{~ endfor ~}${x}%{ endfor }
    %{ if false ~}%{~ endif ~}%%{${ "a\nb" }
  
%

  EOT
}
output "o132" {
  value = <<-EOT
%{~ if false }%{~ if true }%{~ endif ~}"
 %{~ endif }
    
 ${ true }

  EOT
}
output "o133" {
  value = <<-EOT
%%

    a$$
    ${~ "${"in"}" ~}
  EOT
}
output "o134" {
  value = <<-EOT
	%{~ if true }${~ "v" ~}
    %{~ if false }%{ else }%%{y}%{ endif ~}%{ endif }%{ for x in local.l }${x}%{ endfor }
      
    EOT
}
output "o135" {
  value = <<-EOT
${ "${"in"}" }%{ for i, x in [] } %{ if false }%{ for i, x in [] }z
  ${x}%{ endfor }%{~ else ~}%{~ for x in ["p","q"] ~}${~ upper("q") ~}$z%{ endfor ~}%{ endif ~}
    %{~ for x in local.l }%%${~ upper("q") }%{~ endfor }%{ endfor ~}

 %{ if false ~}%{~ endif }
    
EOT
}
output "o136" {
  value = <<-EOT

  EOT
}
output "o137" {
  value = <<EOT
x\ty
      
   
    %{ for x in ["p","q"] }%{~ if false ~}  
	%{~ else }${ "v" }%{~ endif ~}x\ty
    %{ for x in [] }${~ local.n ~}%{~ for i, x in [] }z%{~ endfor }${x}%{ endfor ~}${x}%{ endfor ~}
    EOT
}
output "o138" {
  value = <<EOT
 
      a%{ for i, x in local.l ~}%{ for i, x in [] ~}${x}%{~ endfor }%{~ if true }$${x}%{~ else ~}%{ for i, x in local.l }${x}%{~ endfor }
      %{ endif }%{ endfor ~}

    %{ if true }%{ endif ~}
    %{~ for i, x in ["p","q"] }%{ if true }%{ for i, x in [] }b c
  %%{$$
  ${x}%{~ endfor }%{ endif ~}${x}%{ endfor ~}
${ 1 ~}
%{~ for i, x in [] ~}%{ if false }%{~ for i, x in local.l }z%{ endfor }
      $${x}%{ else }$${%{~ endif }${x}%{~ endfor ~}
  EOT
}
output "o139" {
  value = <<-EOT
%{~ for x in [] }%{~ for x in ["p","q"] ~}${x}%{~ endfor ~}
	%{~ if false ~}$$%{~ endif ~}
	${x}%{ endfor ~}
 %{~ for i, x in ["p","q"] ~}b c  %{ for i, x in ["p","q"] }%{~ if true ~}${ "a\nb" ~}z
  %{ else ~}%{~ endif }
    %{ endfor }%{ endfor }
%{ for i, x in ["p","q"] ~}${~ "a\nb" }${x}%{ endfor }%{~ for x in ["p","q"] }x\ty${~ "a\nb" ~}%%
${x}%{ endfor ~}
EOT
}
output "o140" {
  value = <<-EOT
\n

 %%{${ "v" ~}
b c
    EOT
}
output "o141" {
  value = <<EOT
%{~ if true ~}${~ true ~}
%{~ for i, x in [] ~}${~ "a\nb" }%{ endfor }$%{~ endif }%{ if true }$$
	%{ endif ~}
    
 
${ "v" }${""}
  EOT
}
output "o142" {
  value = <<-EOT

 %{ for i, x in local.l }é%{ endfor }
"
    EOT
}
output "o143" {
  value = <<EOT
${~ "v" }
%{~ if true ~}%{ if true }%{~ else ~}%{~ if false ~}z
      "
	z
  %{~ endif }%{ endif ~}  
    %{~ for i, x in ["p","q"] }	
%{ endfor ~}%{~ endif }
	
    ${~ local.n ~}
  $${
    %{ if true }b c
      %{ for x in [] }%{~ for i, x in ["p","q"] ~}z"
	%{ endfor ~}%{ for i, x in ["p","q"] }z$${x}
${""}
	${x}%{~ endfor }
      %{ if false }$${${""}
%{~ else }z%%{%%{y}%{ endif ~}${x}%{ endfor }%{ else ~}%{~ endif ~}

EOT
}
output "o144" {
  value = <<-EOT
%%{y}%{ if false ~} %{~ endif }
EOT
}
output "o145" {
  value = <<EOT
${ "${"in"}" }

    	  ${~ local.n }

    EOT
}
output "o146" {
  value = <<-EOT
b c
	${ "${"in"}" }
  %{ if true ~}%{~ else ~}${~ "a\nb" }
      %{ endif }
    EOT
}
output "o147" {
  value = <<-EOT
"
    EOT
}
output "o148" {
  value = <<-EOT
${~ "v" ~}
EOT
}
output "o149" {
  value = <<-EOT

  $$
      
  EOT
}
