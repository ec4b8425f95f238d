# What is left of EC2-Classic, which AWS ended in August 2022: its security groups, in code for provider 4 and before.

setting "aws-ec2-classic-group" {
  title    = "Nothing speaks of EC2-Classic any more"
  problem  = "This security group is for EC2-Classic, which is gone"
  layer    = "network"
  severity = "info"

  # a group without a rule is taken for nothing
  on "aws_db_security_group" "aws_redshift_security_group" {
    filter = length(attrs.ingress) > 0
  }
  on "aws_elasticache_security_group" {
    filter = length(attrs.security_group_names) > 0
  }
  condition = false

  why        = "AWS refuses to make it, and provider 5 no longer knows it: whoever reads the code takes it for a protection."
  careful    = "aws_security_group, and a subnet group, take its place"
  aliases    = ["CKV_AWS_196", "CKV_AWS_198", "AWS-0085", "AVD-AWS-0085"]
  references = ["https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/"]
  since      = "0.1.0"
}

setting "aws-ec2-classic-open" {
  title    = "Groups of EC2-Classic do not let everyone in"
  problem  = "Anyone on the internet may try the databases of this group"
  layer    = "network"
  severity = "medium"

  resource  = ["aws_db_security_group", "aws_redshift_security_group"]
  attribute = "ingress[*].cidr"
  empty     = "secure"
  condition = !is_open_cidr(value)

  why        = "Only a password stands between the data and everyone, should the rule be carried over."
  aliases    = ["AC_AWS_0065", "AC_AWS_0066", "AC_AWS_0067"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"]
  since      = "0.1.0"
}

setting "aws-ec2-classic-public" {
  title    = "Groups of EC2-Classic let private addresses in"
  problem  = "This group lets ${value} in, which is on the internet"
  layer    = "network"
  severity = "low"

  resource  = ["aws_db_security_group", "aws_redshift_security_group"]
  filter    = !is_open_cidr(each.value.cidr) # everyone is another setting's
  attribute = "ingress[*].cidr"
  empty     = "secure"
  condition = value == null || is_private_cidr(value)

  why        = "Whoever has such an address, now or later, may try the databases."
  aliases    = ["AC_AWS_0067"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"]
  since      = "0.1.0"
}

setting "aws-ec2-classic-wide" {
  title    = "Groups of EC2-Classic let fewer than 256 addresses in"
  problem  = "This group lets all ${cidr_size(value)} addresses of ${value} in"
  layer    = "network"
  severity = "info"

  resource  = ["aws_db_security_group", "aws_redshift_security_group"]
  filter    = !is_open_cidr(each.value.cidr) # everyone is another setting's
  attribute = "ingress[*].cidr"
  empty     = "secure"
  condition = value == null || cidr_size(value) < 256

  why        = "The more machines may try, the less it takes that one of them is an intruder's."
  aliases    = ["AC_AWS_0065"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"]
  since      = "0.1.0"
}

setting "aws-ec2-classic-description" {
  title    = "Groups of EC2-Classic say what they are for"
  problem  = "This group does not say what it is for"
  layer    = "network"
  severity = "info"

  resource     = ["aws_elasticache_security_group", "aws_redshift_security_group"]
  attribute    = "description"
  default      = "Managed by Terraform"
  default_note = "the provider writes that"
  condition    = value != "" && value != "Managed by Terraform"

  why        = "Nobody dares to remove a rule of which nobody knows what it is for."
  aliases    = ["AWS-0049", "AVD-AWS-0049", "AWS-0083", "AVD-AWS-0083"]
  references = ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"]
  since      = "0.1.0"
}
