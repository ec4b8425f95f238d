# Network ACLs: single rules, whatever the others of their list say.

setting "aws-vpc-acl-rule-protocols" {
  title    = "Rules of network ACLs name what they let pass"
  problem  = "This rule lets every protocol and port pass"
  layer    = "network"
  severity = "info"

  on "aws_network_acl_rule" {
    filter    = attrs.rule_action == "allow"
    attribute = "protocol"
  }
  on "aws_network_acl" {
    for_each  = concat(tolist(attrs.ingress), tolist(attrs.egress))
    filter    = each.value.action == "allow"
    attribute = "protocol"
  }
  condition = !contains(["-1", "all"], lower(value))

  why        = "A network ACL is a second line behind security groups only where it is narrower than they are."
  careful    = "answers need their ports as well: network ACLs remember no connections"
  aliases    = ["AWS-0102", "AVD-AWS-0102"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"]
  since      = "0.1.0"
}
