output "union" { value = setunion(["a", "b"], ["b", "c"]) }
output "intersection" { value = setintersection(["a", "b"], ["b", "c"]) }
output "subtract" { value = setsubtract(["a", "b"], ["b"]) }
output "numbers" { value = setunion([3], [1, 2]) }
output "mixed" { value = setunion([1], ["a"]) }
