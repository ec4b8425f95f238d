locals { lists = [["a"], ["b"]] }
output "concat" { value = concat(local.lists...) }
output "format" { value = format("%s-%s", ["a", "b"]...) }
output "min" { value = min(5, [3, 4]...) }
output "set" { value = setunion(local.lists...) }
output "of_set" { value = max(toset([1, 2])...) }
output "empty" { value = merge([]...) }
