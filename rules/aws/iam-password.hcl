# IAM: the passwords of the account.

setting "aws-iam-password-length" {
  title    = "Passwords have 14 characters or more"
  problem  = "Passwords of ${value} characters are accepted"
  layer    = "directory"
  severity = "medium"
  input "min_length" {
    type        = number
    default     = 14
    description = "Shortest password that may be accepted."
  }

  resource     = "aws_iam_account_password_policy"
  attribute    = "minimum_password_length"
  default      = 6
  default_note = "AWS takes 6 when a policy names no length"
  condition    = value >= input.min_length

  why        = "Short passwords are guessed by trying."
  fix        = { minimum_password_length = input.min_length }
  aliases    = ["CKV_AWS_10", "AVD-AWS-0063", "AC_AWS_0141", "AC_AWS_0142"]
  frameworks = { "nist-800-53-r5" = ["IA-5(1)"], "pci-dss-4" = ["8.3.6"] }
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"]
  since      = "0.1.0"
}

setting "aws-iam-password-reuse" {
  title    = "Old passwords are refused"
  problem  = "A password may come back after ${value} changes"
  layer    = "directory"
  severity = "low"
  input "min_remembered" {
    type        = number
    default     = 24
    description = "How many old passwords must be refused."
  }

  resource     = "aws_iam_account_password_policy"
  attribute    = "password_reuse_prevention"
  default      = 0
  default_note = "AWS remembers none when a policy names no number"
  condition    = value >= input.min_remembered

  why        = "A password that leaked once comes back into use."
  fix        = { password_reuse_prevention = input.min_remembered }
  aliases    = ["CKV_AWS_13", "AVD-AWS-0056"]
  frameworks = { "nist-800-53-r5" = ["IA-5(1)"], "pci-dss-4" = ["8.3.7"] }
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"]
  since      = "0.1.0"
}

setting "aws-iam-password-characters" {
  family = {
    lowercase = { attribute = "require_lowercase_characters", name = "lower-case letters", aliases = ["CKV_AWS_11", "AVD-AWS-0058", "AC_AWS_0134"] }
    uppercase = { attribute = "require_uppercase_characters", name = "upper-case letters", aliases = ["CKV_AWS_15", "AVD-AWS-0061", "AC_AWS_0135"] }
    numbers   = { attribute = "require_numbers", name = "digits", aliases = ["CKV_AWS_12", "AVD-AWS-0059", "AC_AWS_0136"] }
    symbols   = { attribute = "require_symbols", name = "symbols", aliases = ["CKV_AWS_14", "AVD-AWS-0060", "AC_AWS_0137"] }
  }
  title    = "Passwords hold ${family.value.name}"
  problem  = "Passwords without ${family.value.name} are accepted"
  layer    = "directory"
  severity = "low"

  resource     = "aws_iam_account_password_policy"
  attribute    = family.value.attribute
  default      = false
  default_note = "a policy asks only for what it names"
  condition    = value == true

  why        = "Passwords from few kinds of characters are the first that guessing programs try."
  fix        = { (family.value.attribute) = true }
  aliases    = family.value.aliases
  frameworks = { "nist-800-53-r5" = ["IA-5(1)"], "pci-dss-4" = ["8.3.6"] }
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"]
  since      = "0.1.0"
}

setting "aws-iam-password-age" {
  title    = "Passwords are changed every 90 days"
  problem  = "Passwords may be kept for ever, or for longer than 90 days"
  layer    = "directory"
  severity = "info" # NIST SP 800-63B advises against it; CIS and PCI DSS still ask for it
  input "max_days" {
    type        = number
    default     = 90
    description = "Days after which a password must be changed."
  }

  resource     = "aws_iam_account_password_policy"
  attribute    = "max_password_age"
  default      = 0
  default_note = "passwords do not expire when a policy names no age"
  condition    = value > 0 && value <= input.max_days

  why        = "A password that leaked unnoticed works until it is changed."
  fix        = { max_password_age = input.max_days }
  careful    = "people who must change passwords often choose weaker ones"
  aliases    = ["CKV_AWS_9", "AVD-AWS-0062", "AC_AWS_0138"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"]
  since      = "0.1.0"
}
