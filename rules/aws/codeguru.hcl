# CodeGuru: reviews of code.

setting "aws-codeguru-customer-key" {
  title    = "What CodeGuru finds is encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens what is known of this repository"
  layer    = "encryption"
  severity = "info"

  resource     = "aws_codegurureviewer_repository_association"
  attribute    = "kms_key_details.encryption_option"
  default      = "AWS_OWNED_CMK"
  default_note = "AWS takes a key that it owns"
  condition    = value == "CUSTOMER_MANAGED_CMK"

  why        = "A list of a program's weak spots is worth as much to an attacker as to you."
  careful    = "the repository is associated anew"
  aliases    = ["CKV_AWS_381"]
  references = ["https://docs.aws.amazon.com/codeguru/latest/reviewer-ug/data-protection.html"]
  since      = "0.1.0"
}
