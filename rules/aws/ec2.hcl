# EC2: machines, what they are started from, and what they hold.

setting "aws-ec2-imdsv2" {
  title    = "Instance metadata asks for a session token"
  problem  = "Programs on this machine can be tricked into giving its credentials away"
  layer    = "os"
  severity = "medium"

  on "aws_instance" {
    carriers = "first" # what the instance says wins over its template
    default  = "optional"
    companion "aws_launch_template" {
      from      = ["launch_template.id", "launch_template.name"]
      attribute = "metadata_options.http_tokens"
    }
  }
  on "aws_launch_template" "aws_launch_configuration" {
    default = "optional"
  }
  filter       = attrs.metadata_options.http_endpoint != "disabled"
  attribute    = "metadata_options.http_tokens"
  default_note = "unless the image or the account's metadata defaults say otherwise"
  condition    = value == "required"
  companion "aws_ec2_instance_metadata_defaults" {
    scope     = "provider"
    attribute = "http_tokens"
  }

  why        = "A request that a web program makes on an attacker's behalf is enough to read them, where no token is asked for."
  fix        = { "metadata_options.http_tokens" = "required" }
  careful    = "programs with SDKs from before 2020 no longer find their credentials"
  aliases    = ["CKV_AWS_79", "AVD-AWS-0028", "AVD-AWS-0130", "AC_AWS_0479", "AC_AWS_0487"]
  frameworks = { "nist-800-53-r5" = ["AC-3", "AC-6"], "pci-dss-4" = ["2.2.6"] }
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ec2-root-volume-encrypted" {
  title    = "The root volume of a machine is encrypted"
  problem  = "This machine's root volume is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = ["aws_instance", "aws_launch_configuration"]
  attribute    = "root_block_device.encrypted"
  default      = false
  default_note = "unless the image is encrypted, or the account encrypts by default in the region"
  condition    = value == true
  companion "aws_ebs_encryption_by_default" {
    scope     = "provider"
    attribute = "enabled"
    default   = true
  }

  why        = "A copied volume is readable by whoever holds it."
  fix        = { "root_block_device.encrypted" = true }
  careful    = "the machine is replaced"
  aliases    = ["CKV_AWS_8", "AVD-AWS-0131", "AWS-0008", "AVD-AWS-0008"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ec2-volumes-encrypted" {
  title    = "Further volumes of a machine are encrypted"
  problem  = "This volume is not encrypted"
  layer    = "encryption"
  severity = "medium"

  on "aws_instance" "aws_launch_configuration" {
    attribute = "ebs_block_device[*].encrypted"
    filter    = each.value.snapshot_id == null || each.value.encrypted != null
    default   = false
    condition = value == true
    fix       = { encrypted = true }
  }
  on "aws_launch_template" {
    attribute = "block_device_mappings[*].ebs.encrypted"
    filter    = length(each.value.ebs) > 0 && each.value.ebs.snapshot_id == null
    default   = "false"
    condition = value == "true"
    fix       = { "ebs.encrypted" = "true" }
  }
  default_note = "unless the account encrypts by default in the region"
  companion "aws_ebs_encryption_by_default" {
    scope     = "provider"
    attribute = "enabled"
    default   = true
    condition = value == true
  }

  why        = "A copied volume is readable by whoever holds it."
  careful    = "the machine or its volume is replaced"
  aliases    = ["CKV_AWS_8", "AVD-AWS-0131", "AWS-0008", "AVD-AWS-0008", "AC_AWS_0167"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ec2-public-ip" {
  title    = "Machines have no public address"
  problem  = "This machine gets a public address"
  layer    = "network"
  severity = "medium"

  on "aws_instance" "aws_launch_configuration" {
    attribute = "associate_public_ip_address"
    default   = false
    condition = value != true
    fix       = { associate_public_ip_address = false }
  }
  on "aws_launch_template" {
    attribute = "network_interfaces[*].associate_public_ip_address"
    default   = "false"
    condition = value != "true"
    fix       = { associate_public_ip_address = "false" }
  }
  default_note = "its subnet decides, and has a setting of its own"

  why        = "Only the security group stands between the machine and the internet."
  careful    = "the machine is replaced, and needs another way out: a NAT gateway or endpoints"
  aliases    = ["CKV_AWS_88", "AVD-AWS-0009", "CKV_AWS_389"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ec2-user-data-secret" {
  title    = "User data holds no credentials"
  problem  = "User data holds ${join(", ", secrets(value)[*].kind)}"
  layer    = "accounts"
  severity = "high"

  on "aws_instance" "aws_launch_configuration" {
    subject = attrs.user_data != null ? attrs.user_data : base64decode(attrs.user_data_base64)
  }
  on "aws_launch_template" {
    subject = try(base64decode(attrs.user_data), attrs.user_data)
  }
  condition = length(secrets(value)) == 0

  why        = "Every program on the machine can read it, and so can everyone who may describe instances."
  aliases    = ["CKV_AWS_46", "AVD-AWS-0029", "AWS-0122", "AVD-AWS-0122", "AWS-0129", "AVD-AWS-0129", "AC_AWS_0168"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html"]
  since      = "0.1.0"
}

setting "aws-ec2-image-shared" {
  title    = "Images are not shared with everyone"
  problem  = "Anyone with an AWS account can start this image and read its disk"
  layer    = "data"
  severity = "high"

  resource  = "aws_ami_launch_permission"
  attribute = "group"
  condition = value != "all"

  why        = "Whatever was left on the disk, keys and history included, is public."
  aliases    = ["CKV_AWS_205"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html"]
  since      = "0.1.0"
}

setting "aws-ec2-image-sharing" {
  title    = "The account lets no image be public"
  problem  = "Images of this account can be shared with everyone"
  layer    = "data"
  severity = "medium"

  resource  = "aws_ec2_image_block_public_access"
  attribute = "state"
  condition = value == "block-new-sharing"

  why        = "One wrong permission on an image shows its whole disk to the world."
  fix        = { state = "block-new-sharing" }
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html"]
  since      = "0.1.0"
}

setting "aws-ec2-image-encrypted" {
  title    = "Images are encrypted"
  problem  = "Disks made from this image start from data that is not encrypted"
  layer    = "encryption"
  severity = "medium"

  on "aws_ami" {
    attribute = "ebs_block_device[*].encrypted"
    filter    = each.value.snapshot_id == null # a volume takes after its snapshot
    default   = false
    condition = value == true
  }
  on "aws_ami_copy" {
    severity  = "low" # what is copied is mostly encrypted already
    attribute = "encrypted"
    default   = false
    condition = value == true
    fix       = { encrypted = true }
  }
  on "aws_imagebuilder_image_recipe" {
    attribute = "block_device_mapping[*].ebs.encrypted"
    filter    = length(each.value.ebs) > 0
    default   = "false"
    condition = value == "true"
  }
  default_note = "unless the account encrypts by default in the region; copies of encrypted images stay encrypted"
  companion "aws_ebs_encryption_by_default" {
    scope     = "provider"
    attribute = "enabled"
    default   = true
    condition = value == true
  }

  why        = "Whoever gets a copy of the snapshot behind it reads every file of the image."
  careful    = "the image is made anew, and accounts that it is shared with need the key"
  aliases    = ["CKV_AWS_200", "CKV_AWS_204", "CKV_AWS_235", "AC_AWS_0005"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html"]
  since      = "0.1.0"
}

setting "aws-ec2-image-customer-key" {
  title    = "Copied images are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this image"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_ami_copy"
  filter    = attrs.encrypted == true
  attribute = "kms_key_id"
  default_note = "unless the account's default key in the region is your own"
  condition = is_own_key(value)
  companion "aws_ebs_default_kms_key" {
    scope = "provider"
  }

  why        = "With your own key you decide, and can see, who starts machines from it and copies it."
  careful    = "the image is made anew"
  aliases    = ["CKV_AWS_236"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html"]
  since      = "0.1.0"
}

setting "aws-ec2-image-owner" {
  title    = "Images are looked up by who made them"
  problem  = "Anyone can publish the image that this search finds"
  layer    = "integrity"
  severity = "high"

  resource  = "data.aws_ami"
  filter    = !anytrue([for f in attrs.filter : contains(["image-id", "owner-id", "owner-alias"], f.name)])
  attribute = "owners"
  condition = length(value) > 0

  why        = "An image of a stranger with a fitting name and a newer date becomes the system that your machines run."
  aliases    = ["CKV_AWS_386", "AWS-0344", "AVD-AWS-0344"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html"]
  since      = "0.1.0"
}

setting "aws-ec2-metadata-hop-limit" {
  title    = "Instance metadata stays on the machine"
  problem  = "Containers on this machine get its credentials"
  layer    = "os"
  severity = "low"

  on "aws_instance" {
    carriers = "first"
    default  = 1
    companion "aws_launch_template" {
      from      = ["launch_template.id", "launch_template.name"]
      attribute = "metadata_options.http_put_response_hop_limit"
    }
  }
  on "aws_launch_template" "aws_launch_configuration" {
    default = 1
  }
  filter       = attrs.metadata_options.http_endpoint != "disabled"
  attribute    = "metadata_options.http_put_response_hop_limit"
  default_note = "unless the image or the account's metadata defaults say otherwise"
  condition    = value <= 1

  why        = "Whoever breaks into a container, or through a proxy on the machine, acts with the role of the machine."
  fix        = { "metadata_options.http_put_response_hop_limit" = 1 }
  careful    = "containers that use the role of the machine no longer find it: give them roles of their own"
  aliases    = ["CKV_AWS_341"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"]
  since      = "0.1.0"
}

setting "aws-ec2-detailed-monitoring" {
  title    = "Machines report every minute"
  problem  = "This machine reports only every five minutes"
  layer    = "logging"
  severity = "info"

  on "aws_instance" {
    carriers  = "first"
    attribute = "monitoring"
    default   = false
    condition = value == true
    fix       = { monitoring = true }
    companion "aws_launch_template" {
      from      = ["launch_template.id", "launch_template.name"]
      attribute = "monitoring.enabled"
    }
  }
  on "aws_launch_configuration" {
    attribute = "enable_monitoring"
    default   = true
    condition = value == true
    fix       = { enable_monitoring = true }
  }
  on "aws_launch_template" {
    attribute = "monitoring.enabled"
    default   = false
    condition = value == true
    fix       = { "monitoring.enabled" = true }
  }

  why        = "Alarms and scaling see a flood or a miner minutes later."
  careful    = "it costs per metric"
  aliases    = ["CKV_AWS_126", "AC_AWS_0480", "AC_AWS_0490"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html"]
  since      = "0.1.0"
}

setting "aws-ec2-transit-gateway-attachments" {
  title    = "Transit gateways ask before a network joins"
  problem  = "Networks of other accounts join this gateway without being asked"
  layer    = "network"
  severity = "medium"

  resource  = "aws_ec2_transit_gateway"
  attribute = "auto_accept_shared_attachments"
  default   = "disable"
  condition = value != "enable"

  why        = "Whoever the gateway is shared with gets a way into every network behind it."
  fix        = { auto_accept_shared_attachments = "disable" }
  aliases    = ["CKV_AWS_331"]
  references = ["https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  since      = "0.1.0"
}

setting "aws-ec2-reachable-range" {
  title    = "Machines in public subnets show the internet single ports"
  problem  = "The internet can reach whole ranges of ports of this machine"
  layer    = "network"
  severity = "info" # the group's rule is told of as well

  resource = "aws_instance"
  locals {
    groups = concat(referred(attrs, "aws_security_group", "vpc_security_group_ids"), referred(attrs, "aws_security_group", "security_groups"))
    tables = flatten([for s in referred(attrs, "aws_subnet", "subnet_id") : [for a in referring(s, "aws_route_table_association", "subnet_id") : referred(a, "aws_route_table", "route_table_id")]])
    out    = flatten([for t in local.tables : [for r in concat(t.route, referring(t, "aws_route", "route_table_id")) : r.gateway_id if r.gateway_id != null && r.gateway_id != "" && r.gateway_id != "local"]])
  }
  filter  = length(local.out) > 0
  subject = [for g in local.groups : g if anytrue([for r in g.ingress : is_open_cidr(concat(r.cidr_blocks, r.ipv6_cidr_blocks)) && (r.to_port > r.from_port || contains(["-1", "all"], lower(r.protocol)))])][0]
  condition = value == null

  why        = "Ports that nobody uses today are open already when something else starts to listen."
  aliases    = ["AC_AWS_0478"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"]
  since      = "0.1.0"
}

setting "aws-ec2-launch-range" {
  title    = "Machines of a launch configuration show the internet single ports"
  problem  = "These machines start with a group that opens whole ranges of ports to the internet"
  layer    = "network"
  severity = "info" # the group's rule is told of as well

  resource  = "aws_launch_configuration"
  subject   = [for g in referred(attrs, "aws_security_group", "security_groups") : g if anytrue([for r in g.ingress : is_open_cidr(concat(r.cidr_blocks, r.ipv6_cidr_blocks)) && (r.to_port > r.from_port || contains(["-1", "all"], lower(r.protocol)))])][0]
  condition = value == null

  why        = "Each machine that is started anew is open in the same way."
  aliases    = ["AC_AWS_0489"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"]
  since      = "0.1.0"
}
