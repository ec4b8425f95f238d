# Image Builder: what images are made of.

setting "aws-imagebuilder-component-customer-key" {
  title    = "Build components are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this component"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_imagebuilder_component"
  attribute = "kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads how images are built."
  remedy     = "name a KMS key of yours in kms_key_id"
  careful    = "the component is replaced"
  aliases    = ["CKV_AWS_180"]
  references = ["https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html"]
  since      = "0.1.0"
}

setting "aws-imagebuilder-images-customer-key" {
  title    = "Distributed images are encrypted with a key of your own"
  problem  = "Images that are distributed here are not encrypted with a key of yours"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_imagebuilder_distribution_configuration"
  attribute = "distribution[*].ami_distribution_configuration.kms_key_id"
  filter    = length(each.value.ami_distribution_configuration) > 0
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who starts machines from the images and copies them."
  careful    = "accounts that images are shared with need the key, too"
  aliases    = ["CKV_AWS_199"]
  references = ["https://docs.aws.amazon.com/imagebuilder/latest/userguide/cr-upd-ami-distribution-settings.html"]
  since      = "0.1.0"
}
