# Agents.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_bedrockagent_agent" "silent" { # expect: unset aws-bedrock-agent-guardrail, unset aws-bedrock-agent-customer-key
  agent_name              = "silent"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/agent"
  foundation_model        = "anthropic.claude-3-5-sonnet-20240620-v1:0"
}

resource "aws_bedrockagent_agent" "own" {
  agent_name                  = "own"
  agent_resource_role_arn     = "arn:aws:iam::123456789012:role/agent"
  foundation_model            = "anthropic.claude-3-5-sonnet-20240620-v1:0"
  customer_encryption_key_arn = aws_kms_key.own.arn # expect: secure aws-bedrock-agent-customer-key

  guardrail_configuration = [{
    guardrail_identifier = aws_bedrock_guardrail.words.guardrail_id # expect: secure aws-bedrock-agent-guardrail
    guardrail_version    = "1"
  }]
}

resource "aws_bedrockagent_agent" "named" {
  agent_name                  = "named"
  agent_resource_role_arn     = "arn:aws:iam::123456789012:role/agent"
  foundation_model            = "anthropic.claude-3-5-sonnet-20240620-v1:0"
  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-bedrock-agent-customer-key

  guardrail_configuration = [{
    guardrail_identifier = "abcdefghij12" # expect: secure aws-bedrock-agent-guardrail
    guardrail_version    = "1"
  }]
}

resource "aws_bedrockagent_agent" "unknown" {
  agent_name                  = "unknown"
  agent_resource_role_arn     = "arn:aws:iam::123456789012:role/agent"
  foundation_model            = "anthropic.claude-3-5-sonnet-20240620-v1:0"
  customer_encryption_key_arn = var.text # expect: unknown aws-bedrock-agent-customer-key because var.text

  guardrail_configuration = [{
    guardrail_identifier = var.text # expect: unknown aws-bedrock-agent-guardrail because var.text
    guardrail_version    = "1"
  }]
}

resource "aws_bedrock_guardrail" "words" {
  name                      = "words"
  blocked_input_messaging   = "No."
  blocked_outputs_messaging = "No."

  word_policy_config {
    managed_word_lists_config {
      type = "PROFANITY"
    }
  }
}
