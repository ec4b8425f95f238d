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
    ssh      = { port = 22, aliases = ["CKV_AWS_232", "AVD-AWS-0105"] }
    rdp      = { port = 3389, aliases = ["CKV_AWS_231", "AVD-AWS-0105"] }
    ftp      = { port = 21, aliases = ["CKV_AWS_229"] }
    ftp-data = { port = 20, aliases = ["CKV_AWS_230"] }
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
  remedy     = "add an aws_flow_log that names this VPC in vpc_id"
  aliases    = ["CKV2_AWS_11", "AVD-AWS-0178", "AC_AWS_0369"]
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

setting "aws-vpc-network-acl-all-ports" {
  title    = "The network ACL opens no port that nobody named"
  problem  = "This network ACL lets the internet reach every port"
  layer    = "network"
  severity = "low"

  resource = "aws_network_acl"
  locals {
    inline = [for r in attrs.ingress : { order = r.rule_no, action = r.action, protocol = r.protocol, ports = contains(["-1", "all"], r.protocol) ? "*" : "${r.from_port}-${r.to_port}", from = coalesce(r.cidr_block, r.ipv6_cidr_block, "none") }]
    rules  = [for r in referring(attrs, "aws_network_acl_rule", "network_acl_id") : { order = r.rule_number, action = r.rule_action, protocol = r.protocol, ports = contains(["-1", "all"], r.protocol) ? "*" : "${r.from_port}-${r.to_port}", from = coalesce(r.cidr_block, r.ipv6_cidr_block, "none") } if r.egress != true]
    open   = [for r in concat(local.inline, local.rules) : r if is_open_cidr(r.from) && covers_protocol(r.protocol, "tcp") && covers_port(r.ports, 1) && covers_port(r.ports, 65535)]
  }
  # the rule with the lowest number decides; if one may or may not open all ports, nobody knows which that is
  subject   = sort_by(local.open, "order")[0]
  condition = value == null || lower(value.action) == "deny"

  why        = "The subnet's last line of defence lets everyone in; one careless security group is then enough."
  aliases    = ["CKV_AWS_352", "AVD-AWS-0102"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"]
  since      = "0.1.0"
}

setting "aws-vpc-network-acl-used" {
  title    = "Network ACLs stand around a subnet"
  problem  = "This network ACL guards no subnet"
  layer    = "network"
  severity = "info"

  resource  = "aws_network_acl"
  attribute = "subnet_ids"
  condition = length(value) > 0
  companion "aws_network_acl_association" {
    via       = "network_acl_id"
    attribute = "subnet_id"
    condition = value != null
  }

  why        = "Whoever reads its rules takes them for a protection that is not there."
  aliases    = ["CKV2_AWS_1"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-vpc-default-vpc" {
  title    = "The default network is not used"
  problem  = "The default network is kept, and things are built into it"
  layer    = "network"
  severity = "low"

  resource  = "aws_default_vpc"
  filter    = attrs.force_destroy != true # that is how it is taken over to be deleted
  condition = false

  why        = "Each of its subnets gives out public addresses, and what names no network of its own lands in it."
  aliases    = ["CKV_AWS_148", "AVD-AWS-0101", "AC_AWS_0370"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"]
  since      = "0.1.0"
}

setting "aws-vpc-endpoint-acceptance" {
  title    = "Who connects to a service in this network is asked first"
  problem  = "Whoever is allowed to ask is connected without a question"
  layer    = "network"
  severity = "low"

  resource  = "aws_vpc_endpoint_service"
  attribute = "acceptance_required"
  condition = value == true

  why        = "A principal too many in the list, or `*`, is then a way into the network that nobody looked at."
  fix        = { acceptance_required = true }
  careful    = "somebody, or a program, must accept each connection"
  aliases    = ["CKV_AWS_123"]
  references = ["https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html"]
  since      = "0.1.0"
}

setting "aws-vpc-peering-route" {
  title    = "Routes to other networks name their addresses"
  problem  = "Everything that has no other route goes to the other network"
  layer    = "network"
  severity = "low"

  on "aws_route" {
    filter  = attrs.vpc_peering_connection_id != null
    subject = [for c in [attrs.destination_cidr_block, attrs.destination_ipv6_cidr_block] : c if is_open_cidr(c)][0]
  }
  on "aws_route_table" "aws_default_route_table" {
    for_each = attrs.route
    filter   = each.value.vpc_peering_connection_id != null && each.value.vpc_peering_connection_id != ""
    subject  = [for c in [each.value.cidr_block, each.value.ipv6_cidr_block] : c if is_open_cidr(c)][0]
  }
  condition = value == null

  why        = "Whoever runs the other network sees traffic that was never meant for it."
  aliases    = ["CKV2_AWS_44"]
  references = ["https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html"]
  since      = "0.1.0"
}

setting "aws-vpc-security-group-description" {
  title    = "Security groups say what they are for"
  problem  = "This security group does not say what it is for"
  layer    = "network"
  severity = "info"

  resource     = "aws_security_group"
  attribute    = "description"
  default      = "Managed by Terraform"
  default_note = "the provider's own text"
  condition    = value != "" && value != "Managed by Terraform"

  why        = "Nobody dares to close what nobody can explain."
  careful    = "the group is replaced"
  aliases    = ["CKV_AWS_23", "AWS-0099", "AVD-AWS-0099"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"]
  since      = "0.1.0"
}

setting "aws-vpc-security-group-rule-description" {
  title    = "Rules of security groups say what they are for"
  problem  = "This rule does not say what it is for"
  layer    = "network"
  severity = "info"

  on "aws_security_group" {
    for_each = concat(attrs.ingress, attrs.egress)
  }
  on "aws_security_group_rule" "aws_vpc_security_group_ingress_rule" "aws_vpc_security_group_egress_rule" {}
  attribute = "description"
  condition = value != null && value != ""

  why        = "Nobody dares to close what nobody can explain."
  aliases    = ["CKV_AWS_23", "AWS-0124", "AVD-AWS-0124"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"]
  since      = "0.1.0"
}

setting "aws-vpc-security-group-used" {
  title    = "Security groups guard something"
  problem  = "Nothing here names this security group"
  layer    = "network"
  severity = "info"

  resource  = "aws_security_group"
  condition = value != null
  companion "*" {
    via    = "*"
    except = ["aws_security_group", "aws_default_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]
  }

  why        = "A group that is left over is taken again one day, with rules that nobody looked at."
  aliases    = ["CKV2_AWS_5"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}
