# Azure Storage.

setting "azurerm-storage-https-only" {
  title    = "Storage accounts answer HTTPS only"
  problem  = "This storage account answers plain HTTP"
  layer    = "transit"
  severity = "high"

  resource  = "azurerm_storage_account"
  attribute = "https_traffic_only_enabled"
  default   = true
  condition = value == true

  default_note = "under its older name, enable_https_traffic_only, on since provider 2.0"
  why          = "Keys and data sent over plain HTTP can be read on the way."
  fix          = { https_traffic_only_enabled = true }
  aliases      = ["CKV_AZURE_3", "AVD-AZU-0008", "AC_AZURE_0373"]
  references   = ["https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer"]
  since        = "0.1.0"
}

setting "azurerm-storage-min-tls" {
  title    = "Storage accounts refuse old TLS"
  problem  = "This storage account still speaks ${coalesce(value, "an old TLS")}"
  layer    = "transit"
  severity = "medium"

  input "accepted" {
    type        = set(string)
    default     = ["TLS1_2", "TLS1_3"]
    description = "Versions that may be the oldest."
  }
  resource  = "azurerm_storage_account"
  attribute = "min_tls_version"
  defaults  = { "< 3.0" = "TLS1_0", ">= 3.0" = "TLS1_2" }
  condition = contains(input.accepted, value)

  default_note = "provider 2 left it to Azure, which took TLS 1.0"
  why          = "TLS 1.0 and 1.1 have known weaknesses."
  fix          = { min_tls_version = "TLS1_2" }
  aliases      = ["CKV_AZURE_44", "AVD-AZU-0011"]
  references   = ["https://learn.microsoft.com/en-us/azure/storage/common/transport-layer-security-configure-minimum-version"]
  since        = "0.1.0"
}

setting "azurerm-storage-nested-public" {
  title    = "Containers and blobs cannot be made public"
  problem  = "A container in this storage account can be opened to everyone"
  layer    = "data"
  severity = "medium"

  resource  = "azurerm_storage_account"
  attribute = "allow_nested_items_to_be_public"
  condition = value == false

  why        = "One container created with the wrong access type is on the internet."
  fix        = { allow_nested_items_to_be_public = false }
  careful    = "links that work without signing in stop working"
  aliases    = ["CKV_AZURE_190", "CKV2_AZURE_47"]
  references = ["https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent"]
  since      = "0.1.0"
}

setting "azurerm-storage-container-private" {
  title    = "Containers are private"
  problem  = "Everyone can read this container"
  layer    = "data"
  severity = "high"

  resource  = "azurerm_storage_container"
  attribute = "container_access_type"
  condition = coalesce(value, "private") == "private"

  why        = "What is in it now, and whatever is put there later, is on the internet."
  fix        = { container_access_type = "private" }
  references = ["https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-configure"]
  since      = "0.1.0"
}
