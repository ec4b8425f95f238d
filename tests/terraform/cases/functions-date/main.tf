output "format" { value = formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z") }
output "words" { value = formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01Z") }
output "literal" { value = formatdate("EEE 'o''clock' H:m:s AA aa", "2018-01-02T03:04:05+02:00") }
output "zone" { value = formatdate("Z ZZZZ ZZZZZ", "2018-01-02T03:04:05-08:00") }
output "add" { value = timeadd("2017-11-22T00:00:00Z", "10m") }
output "subtract" { value = timeadd("2017-11-22T00:00:00Z", "-1h30m") }
output "compare" { value = [timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00Z"), timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:00+00:00")] }
