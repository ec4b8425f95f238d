# provider: azurerm 4.51.0

resource "azurerm_storage_account" "silent" { # expect: unset azurerm-storage-nested-public, secure azurerm-storage-https-only, secure azurerm-storage-min-tls
  name                     = "silent"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account" "careless" {
  name                            = "careless"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  https_traffic_only_enabled      = false    # expect: insecure azurerm-storage-https-only
  min_tls_version                 = "TLS1_0" # expect: insecure azurerm-storage-min-tls
  allow_nested_items_to_be_public = true     # expect: insecure azurerm-storage-nested-public
}

resource "azurerm_storage_account" "careful" {
  name                            = "careful"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  https_traffic_only_enabled      = true     # expect: secure azurerm-storage-https-only
  min_tls_version                 = "TLS1_3" # expect: secure azurerm-storage-min-tls
  allow_nested_items_to_be_public = false    # expect: secure azurerm-storage-nested-public
}

variable "https_only" {
  type = bool
}

variable "tls" {
  type = string
}

resource "azurerm_storage_account" "open" {
  name                            = "open"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  https_traffic_only_enabled      = var.https_only # expect: unknown azurerm-storage-https-only because var.https_only
  min_tls_version                 = var.tls        # expect: unknown azurerm-storage-min-tls because var.tls
  allow_nested_items_to_be_public = "false"        # expect: secure azurerm-storage-nested-public
}

resource "azurerm_storage_container" "silent" { # expect: secure azurerm-storage-container-private
  name               = "silent"
  storage_account_id = azurerm_storage_account.careful.id
}

locals {
  containers = {
    assets  = "blob"
    reports = "container"
  }
}

resource "azurerm_storage_container" "public" {
  for_each              = local.containers
  name                  = each.key
  storage_account_id    = azurerm_storage_account.careless.id
  container_access_type = "blob" # expect: insecure azurerm-storage-container-private
}

resource "azurerm_storage_container" "private" {
  name                  = "private"
  storage_account_id    = azurerm_storage_account.careful.id
  container_access_type = "private" # expect: secure azurerm-storage-container-private
}
