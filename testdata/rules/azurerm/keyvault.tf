# provider: azurerm 4.51.0

data "azurerm_client_config" "current" {}

resource "azurerm_key_vault" "silent" { # expect: unset azurerm-keyvault-purge-protection, unset azurerm-keyvault-network
  name                = "silent"
  resource_group_name = "shop"
  location            = "westeurope"
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}

resource "azurerm_key_vault" "careless" {
  name                     = "careless"
  resource_group_name      = "shop"
  location                 = "westeurope"
  tenant_id                = data.azurerm_client_config.current.tenant_id
  sku_name                 = "standard"
  purge_protection_enabled = false # expect: insecure azurerm-keyvault-purge-protection
  network_acls {
    bypass         = "AzureServices"
    default_action = "Allow" # expect: insecure azurerm-keyvault-network
  }
}

resource "azurerm_key_vault" "careful" {
  name                     = "careful"
  resource_group_name      = "shop"
  location                 = "westeurope"
  tenant_id                = data.azurerm_client_config.current.tenant_id
  sku_name                 = "standard"
  purge_protection_enabled = true # expect: secure azurerm-keyvault-purge-protection
  network_acls {
    bypass         = "AzureServices"
    default_action = "Deny" # expect: secure azurerm-keyvault-network
    ip_rules       = ["198.51.100.0/24"]
  }
}

locals {
  acls = [{ bypass = "None", default_action = "Deny" }]
}

resource "azurerm_key_vault" "generated" {
  name                     = "generated"
  resource_group_name      = "shop"
  location                 = "westeurope"
  tenant_id                = data.azurerm_client_config.current.tenant_id
  sku_name                 = "standard"
  purge_protection_enabled = "true" # expect: secure azurerm-keyvault-purge-protection
  dynamic "network_acls" {
    for_each = local.acls
    content {
      bypass         = network_acls.value.bypass
      default_action = network_acls.value.default_action # expect: secure azurerm-keyvault-network
    }
  }
}

# No public address, no list of networks to keep.
variable "purge" {
  type = bool
}

resource "azurerm_key_vault" "inside" { # expect: not_applicable azurerm-keyvault-network
  name                          = "inside"
  resource_group_name           = "shop"
  location                      = "westeurope"
  tenant_id                     = data.azurerm_client_config.current.tenant_id
  sku_name                      = "standard"
  public_network_access_enabled = false
  purge_protection_enabled      = var.purge # expect: unknown azurerm-keyvault-purge-protection because var.purge
}
