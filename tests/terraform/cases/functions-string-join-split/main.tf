output "join" { value = join(", ", ["a", "b"]) }
output "join_lists" { value = join("-", ["a"], ["b", "c"]) }
output "join_empty" { value = join(",", []) }
output "join_numbers" { value = join(",", [1, 2]) }
output "join_set" { value = join(",", toset(["b", "a"])) }
output "split" { value = split(",", "a,b,,c") }
output "split_empty" { value = split(",", "") }
output "split_chars" { value = split("", "abc") }
