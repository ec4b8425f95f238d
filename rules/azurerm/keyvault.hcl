# Azure Key Vault.

setting "azurerm-keyvault-purge-protection" {
  title    = "Deleted keys can be brought back"
  problem  = "Whoever may delete this vault's keys can destroy them at once"
  layer    = "resilience"
  severity = "medium"

  resource  = "azurerm_key_vault"
  attribute = "purge_protection_enabled"
  condition = value == true

  default_note = "off; soft delete alone lets a deleted key be purged within its retention"
  why          = "What the keys encrypted is lost with them."
  fix          = { purge_protection_enabled = true }
  careful      = "once on it cannot be switched off, and the vault's name stays taken until the retention ends"
  aliases      = ["CKV_AZURE_110", "AVD-AZU-0016"]
  references   = ["https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview"]
  since        = "0.1.0"
}

setting "azurerm-keyvault-network" {
  title    = "Vaults answer chosen networks only"
  problem  = "This vault answers every network on the internet"
  layer    = "network"
  severity = "medium"

  resource  = "azurerm_key_vault"
  filter    = attrs.public_network_access_enabled != false
  attribute = "network_acls.default_action"
  condition = lower(value) == "deny"

  default_note = "without network_acls every network may ask"
  why          = "A stolen credential reads every secret, from anywhere."
  fix          = { "network_acls.default_action" = "Deny", "network_acls.bypass" = "AzureServices" }
  careful      = "name the networks and addresses that use the vault first; others are cut off"
  aliases      = ["CKV_AZURE_109", "AVD-AZU-0013"]
  references   = ["https://learn.microsoft.com/en-us/azure/key-vault/general/network-security"]
  since        = "0.1.0"
}
