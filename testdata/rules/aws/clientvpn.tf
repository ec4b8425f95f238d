# How people reach the network.

variable "logged" {
  type = bool
}

variable "everyone" {
  type = bool
}

resource "aws_ec2_client_vpn_endpoint" "silent" {
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/a"
  client_cidr_block      = "10.8.0.0/22"
  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/b"
  }
  connection_log_options {
    enabled = false # expect: insecure aws-clientvpn-logs
  }
}

resource "aws_ec2_client_vpn_endpoint" "logged" {
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/a"
  client_cidr_block      = "10.8.0.0/22"
  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/b"
  }
  connection_log_options {
    enabled              = true # expect: secure aws-clientvpn-logs
    cloudwatch_log_group = "vpn"
  }
}

resource "aws_ec2_client_vpn_endpoint" "unknown" {
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/a"
  client_cidr_block      = "10.8.0.0/22"
  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/b"
  }
  connection_log_options {
    enabled = var.logged # expect: unknown aws-clientvpn-logs because var.logged
  }
}

resource "aws_ec2_client_vpn_authorization_rule" "everyone" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.logged.id
  target_network_cidr    = "10.0.0.0/16"
  authorize_all_groups   = true # expect: insecure aws-clientvpn-authorize-everyone
}

resource "aws_ec2_client_vpn_authorization_rule" "group" { # expect: secure aws-clientvpn-authorize-everyone
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.logged.id
  target_network_cidr    = "10.0.0.0/16"
  access_group_id        = "S-1-5-21-1111111111-1111111111-1111111111-1111"
}

resource "aws_ec2_client_vpn_authorization_rule" "unknown" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.logged.id
  target_network_cidr    = "10.0.0.0/16"
  authorize_all_groups   = var.everyone # expect: unknown aws-clientvpn-authorize-everyone because var.everyone
}
