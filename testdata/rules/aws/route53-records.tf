# Where names lead.

variable "text" {
  type = string
}

resource "aws_eip" "web" {
  domain = "vpc"
}

resource "aws_lb" "web" {
  name = "web"
}

data "aws_instance" "elsewhere" {
  instance_id = "i-0123456789abcdef0"
}

resource "aws_route53_record" "by_hand" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "by-hand"
  type    = "A"
  ttl     = 300
  records = ["203.0.113.7"] # expect: insecure aws-route53-record-target, secure aws-route53-record-values
}

resource "aws_route53_record" "address" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "address"
  type    = "A"
  ttl     = 300
  records = [aws_eip.web.public_ip] # expect: secure aws-route53-record-target, secure aws-route53-record-values
}

resource "aws_route53_record" "alias" { # expect: secure aws-route53-record-values
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "alias"
  type    = "A"

  alias {
    name                   = aws_lb.web.dns_name # expect: secure aws-route53-record-target
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "elsewhere" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "elsewhere"
  type    = "A"
  ttl     = 300
  records = [data.aws_instance.elsewhere.public_ip]
}

resource "aws_route53_record" "text" { # expect: not_applicable aws-route53-record-target
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "text"
  type    = "TXT"
  ttl     = 300
  records = [] # expect: insecure aws-route53-record-values
}

resource "aws_route53_record" "unknown" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "unknown"
  type    = "TXT"
  ttl     = 300
  records = split(",", var.text) # expect: unknown aws-route53-record-values because var.text
}
