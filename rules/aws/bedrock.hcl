# Bedrock: agents that act with language models.

setting "aws-bedrock-agent-guardrail" {
  title    = "Agents have a guardrail"
  problem  = "Nothing filters what this agent is told and what it says"
  layer    = "application"
  severity = "low"

  resource  = "aws_bedrockagent_agent"
  subject   = attrs.guardrail_configuration[0].guardrail_identifier
  condition = value != null

  why        = "Injected instructions, personal data and harmful text go through in both directions."
  aliases    = ["CKV_AWS_383"]
  references = ["https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html"]
  since      = "0.1.0"
}

setting "aws-bedrock-agent-customer-key" {
  title    = "Agents are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this agent and its sessions"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_bedrockagent_agent"
  attribute = "customer_encryption_key_arn"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads instructions and sessions of the agent."
  remedy     = "name a KMS key of yours in customer_encryption_key_arn"
  aliases    = ["CKV_AWS_373"]
  references = ["https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html"]
  since      = "0.1.0"
}
