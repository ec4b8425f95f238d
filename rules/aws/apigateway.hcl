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
  remedy     = "name a log group in access_log_settings.destination_arn"
  aliases    = ["CKV_AWS_76", "AVD-AWS-0001", "AC_AWS_0012", "AC_AWS_0442"]
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

setting "aws-apigateway-route-authorization" {
  title    = "Routes of public APIs ask who calls"
  problem  = "Anyone may call ${attrs.route_key} here"
  layer    = "accounts"
  severity = "low"

  resource = "aws_apigatewayv2_route"
  # browsers ask with OPTIONS before they sign in; a WebSocket API asks once, when the connection is made
  filter = (
    !startswith(attrs.route_key, "OPTIONS ")
    && attrs.api_key_required != true
    && (!anytrue([for a in referred(attrs, "aws_apigatewayv2_api", "api_id") : a.protocol_type == "WEBSOCKET"]) || attrs.route_key == "$connect")
  )
  attribute = "authorization_type"
  default   = "NONE"
  condition = value != "NONE"

  why        = "What the route does, it does for everyone on the internet."
  aliases    = ["CKV_AWS_309"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-cache-encryption" {
  title    = "API caches are encrypted"
  problem  = "Answers of this API are cached unencrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = "aws_api_gateway_method_settings"
  filter       = attrs.settings.caching_enabled == true
  attribute    = "settings.cache_data_encrypted"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "The cache holds what was answered to signed-in users."
  fix        = { "settings.cache_data_encrypted" = true }
  aliases    = ["CKV_AWS_308", "AVD-AWS-0002"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-data-trace" {
  title    = "API logs hold no whole requests"
  problem  = "Requests and answers of this API are written to its logs in full"
  layer    = "data"
  severity = "medium"

  on "aws_api_gateway_method_settings" {
    attribute = "settings.data_trace_enabled"
    default   = false
    fix       = { "settings.data_trace_enabled" = false }
  }
  on "aws_apigatewayv2_stage" {
    for_each  = concat(attrs.default_route_settings, tolist(attrs.route_settings))
    attribute = "data_trace_enabled"
    default   = false
  }
  default_note = "AWS leaves it off"
  condition    = value != true

  why        = "Passwords, tokens and personal data land in logs that more people may read than the API has users."
  aliases    = ["CKV_AWS_276"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-execution-logs" {
  title    = "Stages of APIs log failures"
  problem  = "What goes wrong in this stage is logged nowhere"
  layer    = "logging"
  severity = "low"

  resource     = "aws_api_gateway_stage"
  default      = "OFF"
  default_note = "AWS leaves it off"
  condition    = contains(["ERROR", "INFO"], value)
  companion "aws_api_gateway_method_settings" {
    via       = "stage_name"
    filter    = carrier.rest_api_id == attrs.rest_api_id # several APIs may have a stage of this name
    attribute = "settings.logging_level"
    default   = "OFF"
  }

  why        = "Refused logins and failing back ends cannot be looked up afterwards."
  aliases    = ["CKV2_AWS_4"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-metrics" {
  title    = "Methods of APIs are counted"
  problem  = "Nobody sees how often these methods are called, and how often they fail"
  layer    = "logging"
  severity = "info"

  resource     = "aws_api_gateway_method_settings"
  attribute    = "settings.metrics_enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "An alarm on a sudden flood of calls or refusals has nothing to look at."
  fix        = { "settings.metrics_enabled" = true }
  careful    = "each metric costs"
  aliases    = ["AC_AWS_0007"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-tracing" {
  title    = "Requests to APIs are traced"
  problem  = "Nobody can follow a request through what stands behind this API"
  layer    = "logging"
  severity = "info"

  resource  = "aws_api_gateway_stage"
  attribute = "xray_tracing_enabled"
  default   = false
  condition = value == true

  why        = "Which services a strange request reached has to be pieced together from many logs."
  fix        = { xray_tracing_enabled = true }
  careful    = "traces cost"
  aliases    = ["CKV_AWS_73", "AVD-AWS-0003", "AC_AWS_0015"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-waf" {
  title    = "Public APIs stand behind a web application firewall"
  problem  = "This API faces the internet without a firewall"
  layer    = "network"
  severity = "low"

  resource  = "aws_api_gateway_stage"
  filter    = !anytrue(flatten([for a in referred(attrs, "aws_api_gateway_rest_api", "rest_api_id") : [for e in a.endpoint_configuration : contains(e.types, "PRIVATE")]]))
  condition = value != null
  companion "aws_wafv2_web_acl_association" "aws_wafregional_web_acl_association" {
    via = "resource_arn"
  }

  why        = "Known attacks, and floods of requests, reach what stands behind the API unfiltered."
  remedy     = "add an aws_wafv2_web_acl_association that names this stage in resource_arn"
  aliases    = ["CKV2_AWS_29"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-client-certificate" {
  title    = "APIs prove to their back ends who they are"
  problem  = "The back end cannot tell calls of this API from anybody else's"
  layer    = "accounts"
  severity = "info"

  on "aws_api_gateway_stage" {
  }
  on "aws_apigatewayv2_stage" {
    # HTTP APIs have no client certificates
    filter = anytrue([for a in referred(attrs, "aws_apigatewayv2_api", "api_id") : a.protocol_type == "WEBSOCKET"])
  }
  attribute = "client_certificate_id"
  condition = value != null

  why        = "A back end with an address on the internet that does not know its caller can be called around the API."
  careful    = "only back ends that speak HTTP ask for it"
  aliases    = ["CKV2_AWS_51", "AC_AWS_0013"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-private" {
  title    = "APIs are reached from inside the network only"
  problem  = "This API has an address on the internet"
  layer    = "network"
  severity = "info"

  resource     = "aws_api_gateway_rest_api"
  attribute    = "endpoint_configuration.types"
  default      = ["EDGE"]
  default_note = "AWS makes an API at the edge where no type is named"
  condition    = contains(value, "PRIVATE")

  why        = "What only your own systems call need not be tried by everyone."
  careful    = "callers then need a VPC endpoint, and the API a policy; leave it where the public is meant"
  aliases    = ["AC_AWS_0011"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-request-validation" {
  title    = "APIs refuse malformed requests"
  problem  = "${attrs.http_method} passes requests on as they come"
  layer    = "application"
  severity = "info"

  resource  = "aws_api_gateway_method"
  filter    = attrs.http_method != "OPTIONS"
  attribute = "request_validator_id"
  condition = value != null

  why        = "What the model of the API would have ruled out reaches the program behind it."
  aliases    = ["CKV2_AWS_53"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-cors" {
  title    = "APIs name the sites that may use them"
  problem  = "Scripts of any web site may read what this API answers"
  layer    = "application"
  severity = "low"

  resource  = "aws_apigatewayv2_api"
  filter    = length(attrs.cors_configuration) > 0
  attribute = "cors_configuration.allow_origins"
  condition = !contains(value, "*") && !contains(value, "https://*") && !contains(value, "http://*")

  why        = "A page that a user happens to open calls the API from inside that user's browser and network."
  aliases    = ["AC_AWS_0441"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html"]
  since      = "0.1.0"
}

setting "aws-apigateway-policy-public" {
  title    = "No policy of an API lets everyone call everything"
  problem  = "The policy lets everyone call every method"
  layer    = "accounts"
  severity = "medium"
  empty    = "secure"

  on "aws_api_gateway_rest_api" {
    filter = !anytrue([for e in attrs.endpoint_configuration : contains(e.types, "PRIVATE")])
  }
  on "aws_api_gateway_rest_api_policy" {
    filter = !anytrue(flatten([for a in referred(attrs, "aws_api_gateway_rest_api", "rest_api_id") : [for e in a.endpoint_configuration : contains(e.types, "PRIVATE")]]))
  }
  for_each  = statements(attrs.policy)
  filter    = each.value.effect == "Allow" && allows(each.value, "execute-api:Invoke") && contains([for a in each.value.actions : lower(a)], "execute-api:*")
  subject   = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = value == null || is_narrowed(each.value)

  why        = "The policy is the one gate that stands before all methods, also those that will be added."
  aliases    = ["AC_AWS_0440"]
  references = ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html"]
  since      = "0.1.0"
}
