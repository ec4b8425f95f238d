# one
// two
/* three
   lines */
locals {
  a = 1 # trailing
  b = /* inside */ 2
}
output "sum" { value = local.a + local.b } // end
