# IAM: what identities may do, who may take a role, and how users sign in.

# Every place where an identity policy stands, in every notation.
kind "identity_statement" {
  on "aws_iam_policy" "aws_iam_role_policy" "aws_iam_user_policy" "aws_iam_group_policy" {
    for_each = statements(attrs.policy)
  }
  on "aws_iam_role" {
    for_each = flatten([for p in attrs.inline_policy : statements(p.policy)])
  }
  on "aws_ssoadmin_permission_set_inline_policy" {
    for_each = statements(attrs.inline_policy)
  }
  on "data.aws_iam_policy_document" {
    orphan   = true # judged alone only when no resource takes its json
    filter   = alltrue([for s in statements(attrs.json) : length(s.principals) == 0])
    for_each = statements(attrs.json)
  }
}

setting "aws-iam-no-full-admin" {
  title    = "No policy allows every action on everything"
  problem  = "This policy allows everything"
  layer    = "accounts"
  severity = "high"

  kind      = "identity_statement"
  empty     = "secure"
  filter    = identity_statement.effect == "Allow"
  attribute = "actions"
  condition = !(contains(value, "*") && contains(identity_statement.resources, "*") && !is_narrowed(identity_statement))

  why        = "Whoever gets hold of this identity owns the account."
  aliases    = ["CKV_AWS_1", "CKV_AWS_62", "AVD-AWS-0057", "AC_AWS_0143", "AC_AWS_0144", "AC_AWS_0147", "AC_AWS_0474"]
  frameworks = { "nist-800-53-r5" = ["AC-3", "AC-6"] }
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"]
  since      = "0.1.0"
}

setting "aws-iam-any-action" {
  title    = "Policies name the actions they allow"
  problem  = "This policy allows every action on the resources that it names"
  layer    = "accounts"
  severity = "medium"

  kind      = "identity_statement"
  empty     = "secure"
  filter    = identity_statement.effect == "Allow" && !contains(identity_statement.resources, "*")
  attribute = "actions"
  condition = !contains(value, "*")

  why        = "Deleting, sharing and changing the policy of a resource are part of every action."
  aliases    = ["CKV_AWS_49", "CKV_AWS_63"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"]
  since      = "0.1.0"
}

setting "aws-iam-service-wildcard" {
  title    = "No policy allows all of a service on everything"
  problem  = "This policy allows all of ${value} on every resource"
  layer    = "accounts"
  severity = "medium"

  kind      = "identity_statement"
  empty     = "secure"
  filter    = identity_statement.effect == "Allow" && contains(identity_statement.resources, "*")
  subject   = [for a in identity_statement.actions : a if regex_match(a, "^[A-Za-z0-9-]+:\\*$")][0]
  condition = value == null || is_narrowed(identity_statement)

  why        = "It reaches what nobody thought of, and actions that the service gets next year."
  aliases    = ["AVD-AWS-0345", "CKV2_AWS_40"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"]
  since      = "0.1.0"
}

setting "aws-iam-not-action" {
  title    = "No policy allows all but a few actions"
  problem  = "This policy allows every action but the ones it names"
  layer    = "accounts"
  severity = "medium"

  kind      = "identity_statement"
  empty     = "secure"
  filter    = identity_statement.effect == "Allow"
  attribute = "not_actions"
  condition = length(value) == 0 || is_narrowed(identity_statement)

  why        = "Each new action and service of AWS is allowed from its first day."
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"]
  since      = "0.1.0"
}

setting "aws-iam-pass-role" {
  title    = "Policies say which roles may be passed on"
  problem  = "This policy may hand any role to a service"
  layer    = "accounts"
  severity = "high"

  kind  = "identity_statement"
  empty = "secure"
  filter = (
    identity_statement.effect == "Allow"
    && allows(identity_statement, "iam:PassRole")
    && !contains(identity_statement.actions, "*")
  )
  subject   = [for r in identity_statement.resources : r if r == "*" || endswith(r, ":role/*")][0]
  condition = value == null || anytrue([for c in identity_statement.conditions : contains(["iam:passedtoservice", "iam:associatedresourcearn"], lower(c.variable))])

  why        = "A service that runs with an administrator's role runs your code with it."
  aliases    = ["AVD-AWS-0342"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"]
  since      = "0.1.0"
}

setting "aws-iam-escalation" {
  title    = "No policy lets an identity widen its own rights"
  problem  = "With ${value} on every resource this identity can make itself administrator"
  layer    = "accounts"
  severity = "high"

  kind    = "identity_statement"
  empty   = "secure"
  filter  = identity_statement.effect == "Allow" && contains(identity_statement.resources, "*")
  subject = [for a in identity_statement.actions : a if regex_match(lower(a), "^iam:(\\*|put\\*|attach\\*|createpolicyversion|setdefaultpolicyversion|attach(user|group|role)policy|put(user|group|role)policy|addusertogroup|updateassumerolepolicy|createaccesskey|createloginprofile|updateloginprofile)$")][0]
  # a boundary that must be set, or a named principal, keeps it in its place
  condition = value == null || is_narrowed(identity_statement) || anytrue([for c in identity_statement.conditions : lower(c.variable) == "iam:permissionsboundary"])

  why        = "A right to grant rights is every right."
  aliases    = ["CKV_AWS_110", "CKV_AWS_286"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"]
  since      = "0.1.0"
}

setting "aws-iam-assume-any-role" {
  title    = "Policies say which roles may be taken"
  problem  = "This policy may take any role that lets it"
  layer    = "accounts"
  severity = "low"

  kind      = "identity_statement"
  empty     = "secure"
  filter    = identity_statement.effect == "Allow" && contains([for a in identity_statement.actions : lower(a)], "sts:assumerole")
  subject   = [for r in identity_statement.resources : r if r == "*" || regex_match(r, "^arn:aws[a-z-]*:iam::(\\*|[0-9]*):role/\\*$")][0]
  condition = value == null || length(identity_statement.conditions) > 0

  why        = "One role with a loose trust policy anywhere is then within reach."
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html"]
  since      = "0.1.0"
}

setting "aws-iam-managed-admin" {
  title    = "AdministratorAccess is attached to nobody"
  problem  = "AdministratorAccess is attached here"
  layer    = "accounts"
  severity = "medium"

  on "aws_iam_role_policy_attachment" "aws_iam_user_policy_attachment" "aws_iam_group_policy_attachment" "aws_iam_policy_attachment" {
    filter    = length(referred(attrs, "aws_iam_policy", "policy_arn")) == 0 # a policy of one's own is judged by what it says
    attribute = "policy_arn"
  }
  on "aws_iam_role" {
    filter    = length(referred(attrs, "aws_iam_policy", "managed_policy_arns")) == 0
    attribute = "managed_policy_arns[*]"
  }
  condition = !endswith(value, ":policy/AdministratorAccess")

  why        = "Programs and people then hold every right for the few that they use."
  aliases    = ["CKV_AWS_274"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html"]
  since      = "0.1.0"
}

setting "aws-iam-trust-everyone" {
  title    = "Roles name who may take them"
  problem  = "Anyone with an AWS account may take this role"
  layer    = "accounts"
  severity = "critical"

  resource  = "aws_iam_role"
  for_each  = statements(attrs.assume_role_policy)
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = value == null || is_narrowed(each.value)

  why        = "Role names are guessable; whoever guesses this one has its rights."
  aliases    = ["CKV_AWS_60"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  since      = "0.1.0"
}

setting "aws-iam-github-oidc-subject" {
  title    = "Roles for GitHub Actions name the repository's owner"
  problem  = "Workflows of other people's repositories can take this role"
  layer    = "accounts"
  severity = "critical"

  resource = "aws_iam_role"
  for_each = statements(attrs.assume_role_policy)
  filter = (
    each.value.effect == "Allow"
    && (
      anytrue([for c in each.value.conditions : startswith(lower(c.variable), "token.actions.githubusercontent.com:")])
      || anytrue([for p in each.value.principals : strcontains(p.id, "oidc-provider/token.actions.githubusercontent.com")])
    )
    # other claims name the owner as well
    && !anytrue([for c in each.value.conditions : regex_match(lower(c.variable), "^token\\.actions\\.githubusercontent\\.com:(repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref|enterprise|enterprise_id)$")])
  )
  subject   = flatten([for c in each.value.conditions : c.values if lower(c.variable) == "token.actions.githubusercontent.com:sub" && !strcontains(lower(c.test), "not")])
  condition = length(value) > 0 && alltrue([for v in value : regex_match(v, "^(repo|repository|job_workflow_ref):[^*?/]+/") || regex_match(v, "^repository_owner(_id)?:[^*?]+")])

  why        = "GitHub signs tokens for every repository in the world; only the subject tells yours from theirs."
  aliases    = ["CKV_AWS_358", "CKV_AWS_393"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"]
  since      = "0.1.0"
}

setting "aws-iam-resource-policy-public" {
  title    = "No resource policy lets everyone in"
  problem  = "Anyone with an AWS account may use this resource"
  layer    = "accounts"
  severity = "high"
  empty    = "secure"

  on "aws_sqs_queue" "aws_sqs_queue_policy" "aws_sns_topic" "aws_sns_topic_policy" "aws_kms_key" "aws_kms_key_policy" "aws_ecr_repository_policy" "aws_secretsmanager_secret" "aws_secretsmanager_secret_policy" "aws_cloudwatch_event_bus_policy" "aws_backup_vault_policy" {
    for_each = statements(attrs.policy)
  }
  on "aws_lambda_permission" {
    # a function URL without IAM needs this grant; that the URL is open is a finding of its own
    filter   = attrs.function_url_auth_type == null
    for_each = statements(attrs)
  }
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = value == null || is_narrowed(each.value)

  why        = "Whoever learns its name can use it, from any account."
  aliases    = ["CKV_AWS_32", "CKV_AWS_33", "CKV_AWS_168", "CKV_AWS_169", "CKV_AWS_301", "CKV_AWS_387", "AVD-AWS-0032", "AC_AWS_0084", "AC_AWS_0162", "AC_AWS_0365", "AC_AWS_0385", "AC_AWS_0482", "AC_AWS_0501"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  since      = "0.1.0"
}

setting "aws-iam-user-policy" {
  title    = "Users get their rights from groups and roles"
  problem  = "This user has rights of its own"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_user"
  carriers  = "all"
  condition = value == null
  companion "aws_iam_user_policy" "aws_iam_user_policy_attachment" {
    via       = "user"
    attribute = "user"
  }
  companion "aws_iam_policy_attachment" {
    via       = "users[*]"
    attribute = "users"
  }

  why        = "Rights granted one by one are forgotten when somebody changes places."
  aliases    = ["CKV_AWS_40", "AVD-AWS-0143", "AC_AWS_0475", "AC_AWS_0476"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  since      = "0.1.0"
}

setting "aws-iam-user-no-console" {
  title    = "IAM users have no console password"
  problem  = "This user signs in with a password"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_user"
  condition = value == null
  companion "aws_iam_user_login_profile" {
    via = "user"
  }

  why        = "People who come through single sign-on leave with it; a password stays."
  aliases    = ["CKV2_AWS_22"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"]
  since      = "0.1.0"
}

setting "aws-iam-static-access-key" {
  title    = "No long-lived access keys are made"
  problem  = "This access key works until somebody remembers it"
  layer    = "accounts"
  severity = "low"

  resource     = "aws_iam_access_key"
  attribute    = "status"
  default      = "Active"
  default_note = "the provider creates keys active"
  condition    = value == "Inactive"

  why        = "Keys end up in files, chats and images; those of a role expire within hours. This one also stands in the state."
  careful    = "whatever uses the key stops working"
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"]
  since      = "0.1.0"
}

setting "aws-iam-one-access-key" {
  title    = "A user has one active access key at most"
  problem  = "This user has ${length(value)} active access keys"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_iam_user"
  subject   = [for k in referring(attrs, "aws_iam_access_key", "user") : k if coalesce(k.status, "Active") == "Active"]
  condition = value[1] == null # `length` would count those that only may be active as well

  why        = "Keys that nobody counts are keys that nobody rotates."
  aliases    = ["AVD-AWS-0167"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"]
  since      = "0.1.0"
}

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
  aliases    = ["CKV_AWS_10", "AVD-AWS-0063", "AC_AWS_0142"]
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
