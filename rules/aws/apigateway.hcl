# API Gateway: who may call, over what, and what is recorded.

setting "aws-apigateway-access-logs" {
  title    = "APIs log requests"
  problem  = "Nobody can say who called this API"
  layer    = "logging"
  severity = "low"

  resource  = ["aws_api_gateway_stage", "aws_apigatewayv2_stage"]
  attribute = "access_log_settings.destination_arn"
  condition = value != null

  why        = "An attack on the API leaves no trace of where it came from."
  aliases    = ["CKV_AWS_76", "AVD-AWS-0001", "AC_AWS_0442"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-authorization" {
  title    = "Methods of public APIs ask who calls"
  problem  = "Anyone may call ${attrs.http_method} here"
  layer    = "accounts"
  severity = "low"

  resource = "aws_api_gateway_method"
  # browsers ask with OPTIONS before they sign in; a private API stands inside a network
  filter = (
    attrs.http_method != "OPTIONS"
    && attrs.api_key_required != true
    && !anytrue(flatten([for a in referred(attrs, "aws_api_gateway_rest_api", "rest_api_id") : [for e in a.endpoint_configuration : contains(e.types, "PRIVATE")]]))
  )
  attribute = "authorization"
  condition = value != "NONE"

  why        = "What the method does, it does for everyone on the internet."
  aliases    = ["CKV_AWS_59", "CKV2_AWS_70", "AVD-AWS-0004", "AC_AWS_0439"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-min-tls" {
  title    = "Custom domains of APIs refuse old TLS"
  problem  = "This API's domain still speaks TLS 1.0"
  layer    = "transit"
  severity = "medium"

  on "aws_api_gateway_domain_name" {
    attribute = "security_policy"
  }
  on "aws_apigatewayv2_domain_name" {
    attribute = "domain_name_configuration.security_policy"
  }
  default      = "TLS_1_2"
  default_note = "AWS takes TLS 1.2 where no policy is named"
  condition    = value != "TLS_1_0"

  why        = "TLS 1.0 and 1.1 have known weaknesses."
  aliases    = ["CKV_AWS_206", "AVD-AWS-0005"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html"]
  since      = "0.1.0"
}
