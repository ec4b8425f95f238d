# IAM: what identities may do, and what is shared with everyone. Who may take a role stands in iam-trust.hcl, what is
# allowed on everything in iam-policy.hcl.

# Every place where an identity policy stands, in every notation.

locals {
  # with any of these on everything, an identity gives itself every right
  escalating = [
    "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:AttachUserPolicy", "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy", "iam:PutUserPolicy", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:AddUserToGroup",
    "iam:UpdateAssumeRolePolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile",
  ]
}

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
  filter    = identity_statement.effect == "Allow"
  attribute = "actions"
  condition = !(contains(value, "*") && covers_everything(identity_statement) && !is_narrowed(identity_statement))

  why        = "Whoever gets hold of this identity owns the account."
  remedy     = "name the actions and resources that are needed instead of *"
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
  filter    = identity_statement.effect == "Allow" && !covers_everything(identity_statement)
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
  filter    = identity_statement.effect == "Allow" && covers_everything(identity_statement)
  subject   = [for a in identity_statement.actions : a if regex_match(a, "^[A-Za-z0-9-]+:\\*$")][0]
  condition = value == null || is_narrowed(identity_statement)

  why        = "It reaches what nobody thought of, and actions that the service gets next year."
  aliases    = ["AVD-AWS-0345", "CKV2_AWS_40", "CKV_AWS_108", "CKV_AWS_109", "CKV_AWS_111", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"]
  since      = "0.1.0"
}

setting "aws-iam-not-action" {
  title    = "No policy allows all but a few actions"
  problem  = "This policy allows every action but the ones it names"
  layer    = "accounts"
  severity = "medium"

  kind      = "identity_statement"
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
  filter = (
    identity_statement.effect == "Allow"
    && allows(identity_statement, "iam:PassRole")
    && !contains(identity_statement.actions, "*")
  )
  subject   = [for r in identity_statement.resources : r if r == "*" || endswith(r, ":role/*")][0]
  condition = value == null || anytrue([for c in identity_statement.conditions : contains(["iam:passedtoservice", "iam:associatedresourcearn"], lower(c.variable))])

  why        = "A service that runs with an administrator's role runs your code with it."
  aliases    = ["AVD-AWS-0342", "AC_AWS_0473"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"]
  since      = "0.1.0"
}

setting "aws-iam-escalation" {
  title    = "No policy lets an identity widen its own rights"
  problem  = "With ${value} on every resource this identity can make itself administrator"
  layer    = "accounts"
  severity = "high"

  kind    = "identity_statement"
  filter  = identity_statement.effect == "Allow" && covers_everything(identity_statement)
  subject = [for a in identity_statement.actions : a if anytrue([for one in local.escalating : allows({ effect = "Allow", actions = [a] }, one)]) && a != "*"][0]
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
  filter    = identity_statement.effect == "Allow" && anytrue([for a in identity_statement.actions : allows({ effect = "Allow", actions = [a] }, "sts:AssumeRole") && !regex_match(a, local.whole_service)])
  subject   = [for r in identity_statement.resources : r if r == "*" || regex_match(r, "^arn:aws[a-z-]*:iam::(\\*|[0-9]*):role/\\*$")][0]
  condition = value == null || length(identity_statement.conditions) > 0

  why        = "One role with a loose trust policy anywhere is then within reach."
  aliases    = ["CKV_AWS_107", "CKV_AWS_287"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html"]
  since      = "0.1.0"
}

setting "aws-iam-managed-admin" {
  title    = "AdministratorAccess is attached to nobody"
  problem  = "AdministratorAccess is attached here"
  layer    = "accounts"
  severity = "medium"

  on "aws_iam_role_policy_attachment" "aws_iam_user_policy_attachment" "aws_iam_group_policy_attachment" "aws_iam_policy_attachment" {
    # a policy of one's own is judged by what it says, one that is looked up where it is looked up
    filter    = length(referred(attrs, "aws_iam_policy", "policy_arn")) == 0 && (in_code(attrs.policy_arn) || length(referred(attrs, "data.aws_iam_policy", "policy_arn")) == 0)
    attribute = "policy_arn"
  }
  on "aws_iam_role" {
    filter    = length(referred(attrs, "aws_iam_policy", "managed_policy_arns")) == 0 && (in_code(attrs.managed_policy_arns) || length(referred(attrs, "data.aws_iam_policy", "managed_policy_arns")) == 0)
    attribute = "managed_policy_arns[*]"
  }
  on "aws_ssoadmin_managed_policy_attachment" {
    attribute = "managed_policy_arn"
  }
  on "data.aws_iam_policy" {
    attribute = ["name", "arn"]
    condition = value != "AdministratorAccess" && !endswith(value, ":policy/AdministratorAccess")
  }
  condition = !endswith(value, ":policy/AdministratorAccess")

  why        = "Programs and people then hold every right for the few that they use."
  remedy     = "attach a policy that allows only what is needed instead of AdministratorAccess"
  aliases    = ["CKV_AWS_274", "CKV_AWS_275"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html"]
  since      = "0.1.0"
}

setting "aws-iam-managed-iam" {
  title    = "IAMFullAccess is attached to nobody"
  problem  = "IAMFullAccess is attached here"
  layer    = "accounts"
  severity = "medium"

  on "aws_iam_role_policy_attachment" "aws_iam_user_policy_attachment" "aws_iam_group_policy_attachment" "aws_iam_policy_attachment" {
    filter    = length(referred(attrs, "aws_iam_policy", "policy_arn")) == 0 && (in_code(attrs.policy_arn) || length(referred(attrs, "data.aws_iam_policy", "policy_arn")) == 0)
    attribute = "policy_arn"
  }
  on "aws_iam_role" {
    filter    = length(referred(attrs, "aws_iam_policy", "managed_policy_arns")) == 0 && (in_code(attrs.managed_policy_arns) || length(referred(attrs, "data.aws_iam_policy", "managed_policy_arns")) == 0)
    attribute = "managed_policy_arns[*]"
  }
  on "aws_ssoadmin_managed_policy_attachment" {
    attribute = "managed_policy_arn"
  }
  on "data.aws_iam_policy" {
    attribute = ["name", "arn"]
    condition = value != "IAMFullAccess" && !endswith(value, ":policy/IAMFullAccess")
  }
  condition = !endswith(value, ":policy/IAMFullAccess")

  why        = "Whoever may change every policy and every role has every right as soon as he wants it."
  remedy     = "attach a policy with the few actions that are needed"
  aliases    = ["CKV2_AWS_56"]
  references = ["https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html"]
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
      anytrue([for c in each.value.conditions : startswith(lower(coalesce(oidc_issuer(c.variable), "-")), "token.actions.githubusercontent.com")])
      || anytrue([for p in each.value.principals : startswith(coalesce(oidc_issuer(p.id), "-"), "token.actions.githubusercontent.com") if p.type == "Federated"])
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
  remedy     = "name the accounts, roles or services that need it in the principal, or add a condition on them"
  aliases    = ["CKV_AWS_32", "CKV_AWS_33", "CKV_AWS_168", "CKV_AWS_169", "CKV_AWS_301", "CKV_AWS_387", "AVD-AWS-0032", "AC_AWS_0084", "AC_AWS_0162", "AC_AWS_0365", "AC_AWS_0385", "AC_AWS_0482", "AC_AWS_0501"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
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
  aliases    = ["CKV_AWS_273"]
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

setting "aws-iam-root-access-key" {
  title    = "No access key is made for a user named root"
  problem  = "This access key is made for a user named root"
  layer    = "accounts"
  severity = "info" # the account's root user gets no key through the API: this makes one for an IAM user of that name

  resource  = "aws_iam_access_key"
  filter    = coalesce(attrs.status, "Active") == "Active"
  attribute = "user"
  condition = value != "root"

  why        = "Root is the one user whom no policy holds back; a key in this name is meant for it, or taken for it."
  aliases    = ["CKV_AWS_348", "AVD-AWS-0141", "AC_AWS_0132"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"]
  since      = "0.1.0"
}

setting "aws-iam-role-session" {
  title    = "Sessions of a role last an hour at most"
  problem  = "A session of this role may last ${value} seconds"
  layer    = "accounts"
  severity = "info"
  input "max_seconds" {
    type        = number
    default     = 3600
    description = "Longest session of a role, in seconds."
  }

  resource  = "aws_iam_role"
  attribute = "max_session_duration"
  default   = 3600
  condition = value <= input.max_seconds

  why        = "Credentials that leak from a session are good until it ends."
  fix        = { max_session_duration = input.max_seconds }
  careful    = "jobs and people that need longer must take the role again"
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html"]
  since      = "0.1.0"
}

kind "orphan_statement" {
  on "data.aws_iam_policy_document" {
    orphan   = true
    filter   = anytrue([for s in statements(attrs.json) : length(s.principals) > 0])
    for_each = statements(attrs.json)
  }
}

setting "aws-iam-document-public" {
  title    = "No policy document lets everyone in"
  problem  = "This document lets in anyone, on whatever it will hang"
  layer    = "accounts"
  severity = "low" # where it is used in view, the settings of the resource speak of it; elsewhere nobody can say what it opens

  kind      = "orphan_statement"
  filter    = orphan_statement.effect == "Allow"
  subject   = [for p in orphan_statement.principals : p.id if p.id == "*" && (p.type == "*" || p.type == "AWS")][0]
  condition = value == null || length(orphan_statement.conditions) > 0

  why        = "A policy that names no caller, and no condition, is open to every account of AWS."
  aliases    = ["CKV_AWS_283"]
  references = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  since      = "0.1.0"
}
