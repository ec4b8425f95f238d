# WorkSpaces: desktops in the cloud.

setting "aws-workspaces-encrypted" {
  family = {
    root = { attribute = "root_volume_encryption_enabled", name = "system", aliases = ["CKV_AWS_156", "AVD-AWS-0109", "AC_AWS_0503"] }
    user = { attribute = "user_volume_encryption_enabled", name = "user", aliases = ["CKV_AWS_155", "AVD-AWS-0109", "AC_AWS_0504"] }
  }
  title    = "The ${family.value.name} volume of a desktop is encrypted"
  problem  = "The ${family.value.name} volume of this desktop is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = "aws_workspaces_workspace"
  attribute    = family.value.attribute
  default      = false
  default_note = "the provider sends false"
  condition    = value == true

  why        = "A copied volume is readable by whoever holds it."
  fix        = { (family.value.attribute) = true }
  careful    = "the desktop is replaced"
  aliases    = family.value.aliases
  references = ["https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html"]
  since      = "0.1.0"
}
