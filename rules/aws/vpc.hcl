# VPC: the network around the machines.

setting "aws-vpc-default-security-group" {
  title    = "The default security group lets nothing in"
  problem  = "The default security group lets traffic in"
  layer    = "network"
  severity = "low"

  resource  = "aws_default_security_group"
  for_each  = attrs.ingress # the provider removes every rule that is not written
  empty     = "secure"
  condition = false

  why        = "Whatever names no group of its own lands in this one."
  aliases    = ["CKV2_AWS_12", "AVD-AWS-0173"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-vpc-network-acl-open" {
  family = {
    ssh = { port = 22, aliases = ["CKV_AWS_232"] }
    rdp = { port = 3389, aliases = ["CKV_AWS_231"] }
  }
  title    = "The network ACL keeps port ${family.value.port} from the internet"
  problem  = "This network ACL lets the internet reach port ${family.value.port}"
  layer    = "network"
  severity = "low"

  resource = "aws_network_acl"
  locals {
    # aws_network_acl_rule spells the fields of the inline block a little differently
    inline = [for r in attrs.ingress : { order = r.rule_no, action = r.action, protocol = r.protocol, ports = contains(["-1", "all"], r.protocol) ? "*" : "${r.from_port}-${r.to_port}", from = coalesce(r.cidr_block, r.ipv6_cidr_block, "none") }]
    rules  = [for r in referring(attrs, "aws_network_acl_rule", "network_acl_id") : { order = r.rule_number, action = r.rule_action, protocol = r.protocol, ports = contains(["-1", "all"], r.protocol) ? "*" : "${r.from_port}-${r.to_port}", from = coalesce(r.cidr_block, r.ipv6_cidr_block, "none") } if r.egress != true]
    open   = [for r in concat(local.inline, local.rules) : r if is_open_cidr(r.from) && covers_protocol(r.protocol, "tcp") && covers_port(r.ports, family.value.port)]
  }
  # the rule with the lowest number decides; if one may or may not open the port, nobody knows which that is
  subject   = sort_by(local.open, "order")[0]
  condition = value == null || lower(value.action) == "deny"

  why        = "The subnet's last line of defence lets everyone in; one careless security group is then enough."
  aliases    = family.value.aliases
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"]
  since      = "0.1.0"
}

setting "aws-vpc-flow-logs" {
  title    = "Traffic of the VPC is logged"
  problem  = "Nobody can say who talked to whom in this network"
  layer    = "logging"
  severity = "low"

  resource  = "aws_vpc"
  condition = value != null
  companion "aws_flow_log" {
    via = "vpc_id"
  }

  why        = "After a break-in it stays unknown which machines were reached and what left the network."
  aliases    = ["CKV2_AWS_11", "AVD-AWS-0178"]
  frameworks = { "nist-800-53-r5" = ["AU-2", "AU-12"] }
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-vpc-subnet-public-ip" {
  title    = "Subnets give out no public addresses"
  problem  = "Every machine in this subnet gets a public address"
  layer    = "network"
  severity = "low"

  resource  = "aws_subnet"
  attribute = "map_public_ip_on_launch"
  default   = false
  condition = value != true

  why        = "A machine that was meant to be internal faces the internet without anybody asking for it."
  fix        = { map_public_ip_on_launch = false }
  aliases    = ["CKV_AWS_130", "AVD-AWS-0164"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html"]
  since      = "0.1.0"
}
