# How what has no public address reaches the internet.

setting "aws-vpc-nat-gateway" {
  title    = "Subnets reach the internet through NAT gateways"
  problem  = "The way to the internet leads through a machine of your own"
  layer    = "network"
  severity = "info"

  on "aws_route_table" {
    for_each  = attrs.route
    filter    = is_open_cidr(each.value.cidr_block)
    condition = each.value.instance_id == null || each.value.instance_id == ""
  }
  on "aws_route" {
    filter    = is_open_cidr(attrs.destination_cidr_block)
    condition = length(referred(attrs, "aws_instance", "instance_id")) == 0 && length(referred(attrs, "aws_instance", "network_interface_id")) == 0
  }

  why        = "One machine that nobody patches, and that fails alone, stands between all others and the internet."
  careful    = "a gateway costs by the hour and by what goes through"
  aliases    = ["CKV2_AWS_35"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html"]
  since      = "0.1.0"
}
