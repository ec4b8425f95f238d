# Elastic IP addresses.

setting "aws-eip-used" {
  title    = "Addresses are used"
  problem  = "No machine, gateway, balancer or name here uses this address"
  layer    = "network"
  severity = "info"

  resource  = "aws_eip"
  attribute = ["instance", "network_interface"]
  condition = value != null
  companion "aws_eip_association" {
    via = ["allocation_id", "public_ip"]
  }
  companion "aws_nat_gateway" {
    via = ["allocation_id", "secondary_allocation_ids"]
  }
  companion "aws_lb" {
    via = "subnet_mapping[*].allocation_id"
  }
  companion "aws_transfer_server" {
    via = "endpoint_details.address_allocation_ids"
  }
  companion "aws_route53_record" { # a name that leads to it says that somebody wants it
    via = "records"
  }

  why        = "It is paid for; and what once pointed at it, a name or a rule elsewhere, trusts whoever has it next."
  careful    = "an address that partners let in may be kept on purpose"
  aliases    = ["CKV2_AWS_19"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}
