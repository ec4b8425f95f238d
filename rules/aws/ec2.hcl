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
    scope     = "provider"
    attribute = "key_arn"
  }

  why        = "With your own key you decide, and can see, who starts machines from it and copies it."
  remedy     = "name a KMS key of yours in kms_key_id"
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

setting "aws-ec2-role" {
  title    = "Machines have a role"
  problem  = "This machine has no role: programs on it need keys of their own to call AWS"
  layer    = "accounts"
  severity = "info"

  resource  = "aws_instance"
  carriers  = "first"
  attribute = "iam_instance_profile"
  condition = value != null
  companion "aws_launch_template" {
    from      = ["launch_template.id", "launch_template.name"]
    attribute = ["iam_instance_profile.name", "iam_instance_profile.arn"]
  }

  why        = "Keys that lie on a machine stay valid until somebody changes them; those of a role end within hours."
  careful    = "a machine that calls nothing needs none"
  aliases    = ["CKV2_AWS_41"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html"]
  since      = "0.1.0"
}

setting "aws-ec2-role-wide" {
  title    = "Machines may not do everything with a service"
  problem  = "This machine may do ${value == "*" ? "everything" : value} with everything"
  layer    = "accounts"
  severity = value == "*" ? "high" : "low"
  locals {
    roles = flatten([for p in local.profiles : referred(p, "aws_iam_role", "role")])
    policies = flatten([for r in local.roles : concat(
      [for p in r.inline_policy : p.policy],
      [for p in referring(r, "aws_iam_role_policy", "role") : p.policy],
      flatten([for a in referring(r, "aws_iam_role_policy_attachment", "role") : [for p in referred(a, "aws_iam_policy", "policy_arn") : p.policy]]),
    )])
  }

  on "aws_instance" "aws_launch_configuration" {
    locals {
      profiles = referred(attrs, "aws_iam_instance_profile", "iam_instance_profile")
    }
  }
  on "aws_launch_template" {
    locals {
      profiles = concat(
        referred(attrs, "aws_iam_instance_profile", "iam_instance_profile.name"),
        referred(attrs, "aws_iam_instance_profile", "iam_instance_profile.arn"),
      )
    }
  }
  filter = length(local.policies) > 0
  subject = flatten([for p in local.policies : flatten([
    for s in statements(p) : [for a in s.actions : a if regex_match(a, "^([A-Za-z0-9-]+:)?[*]$")]
    if s.effect == "Allow" && contains(s.resources, "*") && !is_narrowed(s)
  ])])[0]
  condition = value == null

  why        = "Whoever breaks into one program on it, or makes it ask for its credentials, may do the same."
  careful    = "list the actions that its programs call"
  aliases    = ["AC_AWS_0477", "AC_AWS_0488"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"]
  since      = "0.1.0"
}

setting "aws-ec2-security-groups" {
  title    = "Machines have security groups that you chose"
  problem  = "This machine is in the default security group of its network"
  layer    = "network"
  severity = "low"

  resource = "aws_instance"
  carriers = "first"
  # interfaces have groups of their own
  filter    = length(attrs.network_interface) == 0 && length(attrs.primary_network_interface) == 0
  attribute = ["vpc_security_group_ids", "security_groups"]
  condition = length(value) > 0
  companion "aws_launch_template" {
    from      = ["launch_template.id", "launch_template.name"]
    subject   = concat(tolist(carrier.vpc_security_group_ids), tolist(carrier.security_group_names), flatten([for i in carrier.network_interfaces : concat(tolist(i.security_groups), compact([i.network_interface_id]))]))
    condition = length(value) > 0
  }
  companion "aws_network_interface_sg_attachment" {
    via       = "network_interface_id"
    attribute = "security_group_id"
    condition = value != null
  }

  why        = "Whatever names no group of its own is in it, and may speak with this machine on every port."
  aliases    = ["AC_AWS_0153"]
  references = ["https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html"]
  since      = "0.1.0"
}

setting "aws-ec2-ebs-optimized" {
  title    = "Machines have a line of their own to their volumes"
  problem  = "Volumes of this machine share its network with everything else"
  layer    = "resilience"
  severity = "info"

  resource = "aws_instance"
  # types that cannot, and machines of whose type a template decides
  filter       = length(attrs.launch_template) == 0 && !regex_match(coalesce(attrs.instance_type, "none"), "^t[12][.]")
  attribute    = "ebs_optimized"
  default      = attrs.instance_type != null && !regex_match(attrs.instance_type, "^(c1|c3|g2|i2|m1|m2|m3|r3)[.]")
  default_note = "current types have one without being asked"
  condition    = value == true

  why        = "A flood of requests, meant or not, also slows what is written to disk."
  fix        = { ebs_optimized = true }
  careful    = "with types of old, it costs; the machine is stopped"
  aliases    = ["CKV_AWS_135", "AC_AWS_0449"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html"]
  since      = "0.1.0"
}

setting "aws-ec2-encoded-script" {
  title    = "Scripts for machines can be read where they stand"
  problem  = "A shell script is handed to this machine in Base64"
  layer    = "application"
  severity = "info"

  resource  = ["aws_instance", "aws_launch_configuration"]
  attribute = "user_data_base64"
  condition = value == null || !startswith(base64decode(value), "#!/")

  why        = "What runs as root at the first start is overlooked in a review; user_data takes the text as it is."
  careful    = "the machine may be replaced"
  aliases    = ["AC_AWS_0170"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html"]
  since      = "0.1.0"
}

setting "aws-ec2-image-accounts" {
  title    = "Images are shared with one account at most"
  problem  = "This image is shared with several accounts"
  layer    = "data"
  severity = "info"
  locals {
    permissions = referring(attrs, "aws_ami_launch_permission", "image_id")
  }

  resource  = ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"]
  condition = length(distinct([for p in local.permissions : p.account_id if p.account_id != null])) <= 1

  why        = "Each account can start the image and read its disk; who of them still needs it is soon forgotten."
  careful    = "within an organisation, share with the organisation instead"
  aliases    = ["AC_AWS_0006"]
  references = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html"]
  since      = "0.1.0"
}
