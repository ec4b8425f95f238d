# Lambda: who may call a function, what it runs on, and what it carries.

locals {
  # the date from which AWS gives a runtime no fixes
  lambda_deprecated = {
    "nodejs"         = "2016-10-31T00:00:00Z"
    "nodejs4.3"      = "2018-12-15T00:00:00Z"
    "nodejs4.3-edge" = "2018-12-15T00:00:00Z"
    "nodejs6.10"     = "2019-04-30T00:00:00Z"
    "nodejs8.10"     = "2020-01-06T00:00:00Z"
    "nodejs10.x"     = "2021-07-30T00:00:00Z"
    "nodejs12.x"     = "2023-03-31T00:00:00Z"
    "nodejs14.x"     = "2023-12-04T00:00:00Z"
    "nodejs16.x"     = "2024-06-12T00:00:00Z"
    "nodejs18.x"     = "2025-09-01T00:00:00Z"
    "nodejs20.x"     = "2026-04-30T00:00:00Z"
    "python2.7"      = "2021-07-15T00:00:00Z"
    "python3.6"      = "2022-07-18T00:00:00Z"
    "python3.7"      = "2023-12-04T00:00:00Z"
    "python3.8"      = "2024-10-14T00:00:00Z"
    "python3.9"      = "2025-12-15T00:00:00Z"
    "ruby2.5"        = "2021-07-30T00:00:00Z"
    "ruby2.7"        = "2023-12-07T00:00:00Z"
    "ruby3.2"        = "2026-03-31T00:00:00Z"
    "dotnetcore1.0"  = "2019-06-27T00:00:00Z"
    "dotnetcore2.0"  = "2019-04-30T00:00:00Z"
    "dotnet5.0"      = "2022-05-10T00:00:00Z"
    "dotnetcore2.1"  = "2022-01-05T00:00:00Z"
    "dotnetcore3.1"  = "2023-04-03T00:00:00Z"
    "dotnet6"        = "2024-12-20T00:00:00Z"
    "dotnet7"        = "2024-05-14T00:00:00Z"
    "go1.x"          = "2024-01-08T00:00:00Z"
    "java8"          = "2024-01-08T00:00:00Z"
    "provided"       = "2024-01-08T00:00:00Z"
  }
}

setting "aws-lambda-runtime" {
  title    = "Functions run on a supported runtime"
  problem  = "The runtime ${value} gets no fixes since ${local.lambda_deprecated[value]}"
  layer    = "application"
  severity = "medium"

  resource  = "aws_lambda_function"
  filter    = attrs.runtime != null # container images bring their own
  attribute = "runtime"
  condition = local.lambda_deprecated[value] == null || days_until(local.lambda_deprecated[value]) > 0

  why        = "Holes found from now on stay open in every call."
  remedy     = "move the function to a runtime that AWS still supports and name it in runtime"
  aliases    = ["CKV_AWS_363"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"]
  since      = "0.1.0"
}

setting "aws-lambda-url-auth" {
  title    = "Function URLs ask who calls"
  problem  = "Anyone on the internet can call this function"
  layer    = "accounts"
  severity = "medium"

  resource  = "aws_lambda_function_url"
  attribute = "authorization_type"
  condition = value == "AWS_IAM"

  why        = "The function runs, with its role and at your cost, for whoever finds the address."
  fix        = { authorization_type = "AWS_IAM" }
  careful    = "callers must sign their requests"
  aliases    = ["CKV_AWS_258"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"]
  since      = "0.1.0"
}

setting "aws-lambda-permission-source" {
  title    = "Permissions for services name their source"
  problem  = "Anyone's ${value} may call this function"
  layer    = "accounts"
  severity = "medium"

  resource = "aws_lambda_permission"
  # services that stand between many customers; others sign with the account itself
  filter    = regex_match(attrs.principal, "^(s3|sns|events|apigateway|logs|iot|config|ses|cognito-idp|elasticloadbalancing|codecommit)\\.amazonaws\\.com$")
  attribute = "principal"
  condition = attrs.source_arn != null || attrs.source_account != null || attrs.principal_org_id != null

  why        = "Somebody else's bucket or topic can then send events to the function."
  aliases    = ["CKV_AWS_364", "AVD-AWS-0067"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"]
  since      = "0.1.0"
}

setting "aws-lambda-environment-secret" {
  title    = "Environments of functions hold no credentials"
  problem  = "An environment variable of this function holds ${join(", ", secrets(value)[*].kind)}"
  layer    = "accounts"
  severity = "high"

  resource  = "aws_lambda_function"
  for_each  = attrs.environment.variables
  subject   = each.value
  condition = !in_code(value) || length(secrets(value)) == 0

  why        = "Everyone who may read the function's configuration has them."
  aliases    = ["CKV_AWS_45"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"]
  since      = "0.1.0"
}

setting "aws-lambda-environment-key" {
  title    = "Environments of functions are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this function's environment"
  layer    = "encryption"
  severity = "low"

  resource  = "aws_lambda_function"
  filter    = length(attrs.environment.variables) > 0
  attribute = "kms_key_arn"
  condition = is_own_key(value)

  why        = "With your own key, reading the configuration is not enough to read the variables."
  remedy     = "name a KMS key of yours in kms_key_arn"
  careful    = "the function's role needs the right to decrypt"
  aliases    = ["CKV_AWS_173", "AC_AWS_0483"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html"]
  since      = "0.1.0"
}

setting "aws-lambda-tracing" {
  title    = "Calls of functions can be traced"
  problem  = "Calls of this function leave no trace through other services"
  layer    = "logging"
  severity = "low"

  resource     = "aws_lambda_function"
  attribute    = "tracing_config.mode"
  default      = "PassThrough"
  default_note = "AWS traces only what the caller already traces"
  condition    = value == "Active"

  why        = "It stays unknown what a strange request set in motion."
  fix        = { "tracing_config.mode" = "Active" }
  aliases    = ["CKV_AWS_50", "AVD-AWS-0066", "AC_AWS_0163", "AC_AWS_0485"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"]
  since      = "0.1.0"
}

setting "aws-lambda-url-cors" {
  title    = "Function URLs name the pages that may call them"
  problem  = "Scripts of any web page may call this function and read its answers"
  layer    = "application"
  severity = "low"

  resource  = "aws_lambda_function_url"
  filter    = length(attrs.cors) > 0
  attribute = "cors.allow_origins"
  condition = !contains(value, "*")

  why        = "A page that a user opens can use the function with what the browser of that user can reach."
  aliases    = ["CKV2_AWS_75"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html"]
  since      = "0.1.0"
}

setting "aws-lambda-code-signing" {
  title    = "Functions accept only code that is signed"
  problem  = "Whoever may update this function can run any code in it"
  layer    = "integrity"
  severity = "info"

  resource  = "aws_lambda_function"
  filter    = coalesce(attrs.package_type, "Zip") != "Image" # images are signed in their registry
  attribute = "code_signing_config_arn"
  condition = value != null

  why        = "Code that nobody reviewed can run with the function's role."
  remedy     = "name an aws_lambda_code_signing_config in code_signing_config_arn"
  careful    = "every package must then be signed by a profile of yours"
  aliases    = ["CKV_AWS_272"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html"]
  since      = "0.1.0"
}

setting "aws-lambda-concurrency" {
  title    = "Functions have a limit of their own"
  problem  = "This function can use up the calls of the whole account"
  layer    = "resilience"
  severity = "info"

  resource     = "aws_lambda_function"
  attribute    = "reserved_concurrent_executions"
  default      = -1
  default_note = "the function shares what the account has left"
  condition    = value != -1

  why        = "A flood of events for one function stops all others, and the bill has no upper end."
  careful    = "what is reserved here is taken from the other functions; calls above it are refused"
  aliases    = ["CKV_AWS_115"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"]
  since      = "0.1.0"
}

setting "aws-lambda-failed-events" {
  title    = "Events that a function failed on are kept"
  problem  = "Events that this function fails on are lost"
  layer    = "resilience"
  severity = "info"

  resource  = "aws_lambda_function"
  attribute = "dead_letter_config.target_arn"
  condition = value != null
  companion "aws_lambda_function_event_invoke_config" {
    via       = "function_name"
    attribute = "destination_config.on_failure.destination"
  }

  why        = "Of asynchronous events that fail twice nothing is left to look at or to repeat."
  remedy     = "name a queue or topic in dead_letter_config.target_arn"
  aliases    = ["CKV_AWS_116"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html"]
  since      = "0.1.0"
}

setting "aws-lambda-network" {
  title    = "Functions stand in a network of yours"
  problem  = "This function calls out past your network"
  layer    = "network"
  severity = "info"

  resource  = "aws_lambda_function"
  subject   = attrs.vpc_config[0].subnet_ids
  condition = length(value) > 0

  why        = "No rule of yours limits what it reaches, and no flow log shows it; it matters most where it works on private data."
  careful    = "the function then needs a way out: a NAT gateway or endpoints"
  aliases    = ["CKV_AWS_117", "AC_AWS_0486"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html"]
  since      = "0.1.0"
}

setting "aws-lambda-role-policy" {
  title    = "Roles of functions have a policy"
  problem  = "The role of this function may do nothing, not even write its log"
  layer    = "accounts"
  severity = "info"
  locals {
    roles = referred(attrs, "aws_iam_role", "role")
  }

  resource = "aws_lambda_function"
  filter   = length(local.roles) > 0
  subject = flatten([for r in local.roles : concat(
    [for p in r.inline_policy : p.policy],
    tolist(r.managed_policy_arns),
    [for p in referring(r, "aws_iam_role_policy", "role") : p.policy],
    [for a in referring(r, "aws_iam_role_policy_attachment", "role") : a.policy_arn],
    [for a in referring(r, "aws_iam_policy_attachment", "roles") : a.policy_arn],
    [for e in referring(r, "aws_iam_role_policy_attachments_exclusive", "role_name") : e.policy_arns],
  )])[0]
  condition = value != null

  why        = "What the function did cannot be looked up; and what it needs is then given in a hurry, and in full."
  aliases    = ["AC_AWS_0484"]
  references = ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"]
  since      = "0.1.0"
}
