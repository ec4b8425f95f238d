output "upper" { value = upper("ñandú ǆ ﬁ") }
output "lower" { value = lower("ÀÉÎ İ") }
output "title" { value = title("été à la plage") }
output "split" { value = split("", "añb") }
output "sorted" { value = sort(["z", "é", "a", "Z"]) }
output "format" { value = format("%5s|%-4s|", "é", "日本") }
output "replaced" { value = replace("日本語", "本", "x") }
output "encoded" { value = [base64encode("日本"), urlencode("日 本")] }
