# Client VPN: how people reach the network.

setting "aws-clientvpn-logs" {
  title    = "Connections to the VPN are logged"
  problem  = "Nobody can say who was connected to this VPN, and when"
  layer    = "logging"
  severity = "low"

  resource  = "aws_ec2_client_vpn_endpoint"
  attribute = "connection_log_options.enabled"
  condition = value == true

  why        = "When an account was stolen, what its thief reached stays unknown."
  remedy     = "set connection_log_options.enabled to true and name a log group in connection_log_options.cloudwatch_log_group"
  references = ["https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html"]
  since      = "0.1.0"
}

setting "aws-clientvpn-authorize-everyone" {
  title    = "The VPN opens networks to groups, not to everyone"
  problem  = "Whoever can connect to this VPN reaches ${attrs.target_network_cidr}"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_ec2_client_vpn_authorization_rule"
  attribute = "authorize_all_groups"
  condition = value != true

  why        = "One stolen login reaches as far as that of an administrator."
  remedy     = "name the group that needs the network in access_group_id, and leave authorize_all_groups out"
  references = ["https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html"]
  since      = "0.1.0"
}
