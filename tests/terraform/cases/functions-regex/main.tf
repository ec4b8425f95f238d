output "whole" { value = regex("[a-z]+", "53453453.345345aaabbbccc23454") }
output "groups" { value = regex("(\\d+)-(\\d+)", "2019-02") }
output "named" { value = regex("(?P<year>\\d+)-(?P<month>\\d+)", "2019-02") }
output "all" { value = regexall("[a-z]", "1a2b") }
output "all_groups" { value = regexall("(\\w)=(\\d)", "a=1 b=2") }
output "none" { value = regexall("x", "abc") }
output "optional_group" { value = regex("(a)(b)?", "ac") }
output "can" { value = can(regex("^[0-9]+$", "12a")) }
output "flags" { value = regex("(?i)HELLO", "say hello") }
