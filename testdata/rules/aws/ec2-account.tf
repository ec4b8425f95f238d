# The account asks for tokens where a machine says nothing.

resource "aws_ec2_instance_metadata_defaults" "account" {
  http_tokens = "required"
}

resource "aws_instance" "silent" { # expect: secure aws-ec2-imdsv2
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}
