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
  aliases    = ["CKV_AWS_79", "AVD-AWS-0028", "AVD-AWS-0130"]
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
  aliases    = ["CKV_AWS_8", "AVD-AWS-0131"]
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
  aliases    = ["CKV_AWS_8", "AVD-AWS-0131"]
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
  aliases    = ["CKV_AWS_88", "AVD-AWS-0009"]
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
  aliases    = ["CKV_AWS_46", "AVD-AWS-0029"]
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
