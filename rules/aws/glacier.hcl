# Vaults of S3 Glacier, in the form that has its own API.

setting "aws-glacier-policy-public" {
  title    = "No vault policy lets everyone in"
  problem  = "This policy lets everyone use the vault"
  layer    = "accounts"
  severity = "high"
  empty    = "secure"

  on "aws_glacier_vault" {
    for_each = statements(attrs.access_policy)
  }
  on "aws_glacier_vault_lock" {
    for_each = statements(attrs.policy)
  }
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = value == null || is_narrowed(each.value)

  why        = "Anyone with an AWS account can do with the archives what the statement allows."
  aliases    = ["CKV_AWS_167"]
  references = ["https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html"]
  since      = "0.1.0"
}
