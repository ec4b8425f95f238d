# Compute Engine machines and what the project says for all of them.

locals {
  proxy_purposes = ["REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER"]
}

setting "google-compute-os-login" {
  title    = "Logins to machines go through IAM"
  problem  = "Whoever has a key in the metadata logs in to this machine, past IAM"
  layer    = "os"
  severity = "medium"

  # Left out on a machine, the project's metadata decides.
  resource  = ["google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template", "google_compute_instance_from_template"]
  attribute = "metadata.enable-oslogin"
  condition = lower(value) != "false"

  why        = "Keys in metadata are never revoked when someone leaves, and nobody sees who holds them."
  fix        = { "metadata.enable-oslogin" = "TRUE" }
  aliases    = ["CKV_GCP_34", "AVD-GCP-0036"]
  references = ["https://cloud.google.com/compute/docs/oslogin"]
  since      = "0.1.0"
}

setting "google-compute-project-os-login" {
  title    = "The project's machines take logins through IAM"
  problem  = "Machines of this project take logins from whoever has a key in the metadata"
  layer    = "os"
  severity = "medium"

  resource  = "google_compute_project_metadata"
  attribute = "metadata.enable-oslogin"
  condition = lower(value) == "true"

  default_note = "off, unless the organisation's policy compute.requireOsLogin sets it"
  why          = "Keys in metadata are never revoked when someone leaves, and nobody sees who holds them."
  fix          = { "metadata.enable-oslogin" = "TRUE" }
  careful      = "keys in metadata stop working: give people the role compute.osLogin first"
  aliases      = ["CKV_GCP_33", "AVD-GCP-0042", "AC_GCP_0291"]
  references   = ["https://cloud.google.com/compute/docs/oslogin/set-up-oslogin"]
  since        = "0.1.0"
}

setting "google-compute-serial-port" {
  title    = "Machines have no interactive serial console"
  problem  = "This machine takes logins on its serial console, past the firewall"
  layer    = "os"
  severity = "medium"

  resource  = ["google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template", "google_compute_instance_from_template", "google_compute_project_metadata"]
  attribute = "metadata.serial-port-enable"
  condition = !contains(["true", "1", "yes", "y"], lower(value))

  why        = "The console answers any address, and no firewall rule stands before it."
  fix        = { "metadata.serial-port-enable" = "FALSE" }
  aliases    = ["CKV_GCP_35", "AVD-GCP-0032"]
  references = ["https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console"]
  since      = "0.1.0"
}

setting "google-compute-default-service-account" {
  title    = "Machines run with a service account of their own"
  problem  = "This machine runs as the project's default service account"
  layer    = "accounts"
  severity = anytrue([for scope in attrs.service_account.scopes : endswith(scope, "cloud-platform")]) ? "high" : "medium"

  resource  = ["google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template"]
  filter    = length(attrs.service_account) > 0
  attribute = "service_account.email"
  condition = length(referred(attrs, "google_service_account", "service_account.email")) > 0 || (value != null && !endswith(value, "-compute@developer.gserviceaccount.com"))

  default_note = "with the block and without an address, Compute Engine's default service account; without the block, none at all"
  why          = "Unless the organisation forbids it that account is an editor of the whole project, and so is whoever takes the machine over."
  remedy       = "name a service account of its own in service_account.email"
  careful      = "the machine must be stopped for the change"
  aliases      = ["CKV_GCP_30", "AVD-GCP-0044", "AC_GCP_0040"]
  references   = ["https://cloud.google.com/compute/docs/access/service-accounts#default_service_account"]
  since        = "0.1.0"
}

setting "google-compute-shielded-vm" {
  family = {
    secure-boot          = { attribute = "enable_secure_boot", default = false, problem = "This machine starts whatever boot code it finds", severity = "low", aliases = ["AVD-GCP-0067"] }
    vtpm                 = { attribute = "enable_vtpm", default = true, problem = "This machine cannot prove how it started", severity = "medium", aliases = ["AVD-GCP-0041"] }
    integrity-monitoring = { attribute = "enable_integrity_monitoring", default = true, problem = "Nobody notices when this machine starts with other code", severity = "medium", aliases = ["AVD-GCP-0045"] }
  }
  title    = "Shielded VM: ${family.key} is on"
  problem  = family.value.problem
  layer    = "integrity"
  severity = family.value.severity

  resource  = ["google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template"]
  attribute = "shielded_instance_config.${family.value.attribute}"
  default   = family.value.default
  condition = value == true

  why        = "A changed boot loader or kernel survives every cleaning and hides what it does."
  fix        = { "shielded_instance_config.${family.value.attribute}" = true }
  careful    = "a running machine must be stopped for the change; unsigned drivers do not load under secure boot"
  aliases    = family.value.aliases
  references = ["https://cloud.google.com/compute/shielded-vm/docs/shielded-vm"]
  since      = "0.1.0"
}

setting "google-compute-public-ip" {
  title    = "Machines have no public addresses"
  problem  = "This machine has a public address"
  layer    = "network"
  severity = "medium"

  resource  = ["google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template"]
  for_each  = attrs.network_interface
  attribute = "access_config"
  condition = value == null

  why        = "One rule too wide in the firewall opens it to the internet."
  fix        = { access_config = null }
  careful    = "without Cloud NAT the machine no longer reaches the internet; log in through Identity-Aware Proxy"
  aliases    = ["CKV_GCP_40", "AVD-GCP-0031"]
  references = ["https://cloud.google.com/compute/docs/ip-addresses/configure-static-external-ip-address"]
  since      = "0.1.0"
}

setting "google-compute-subnetwork-flow-logs" {
  title    = "Subnets write down what flows through them"
  problem  = "Nobody can tell later who talked to whom in this subnet"
  layer    = "logging"
  severity = "low"

  resource = "google_compute_subnetwork"
  # subnets that only proxies use have no flow logs
  filter    = !contains(local.proxy_purposes, coalesce(attrs.purpose, "PRIVATE"))
  attribute = "log_config"
  condition = value != null

  default_note = "left out, nothing is logged"
  why          = "After an intrusion it stays open which machines were reached, and where data went."
  fix          = { "log_config.flow_sampling" = 0.5, "log_config.metadata" = "INCLUDE_ALL_METADATA" }
  careful      = "the logs cost by volume; the sampling decides how much"
  aliases      = ["CKV_GCP_26", "AVD-GCP-0029", "AC_GCP_0033"]
  references   = ["https://cloud.google.com/vpc/docs/flow-logs"]
  since        = "0.1.0"
}

setting "google-compute-subnetwork-private-access" {
  title    = "Machines reach Google's services without public addresses"
  problem  = "Machines in this subnet need a public address to reach Google's services"
  layer    = "network"
  severity = "low"

  resource  = "google_compute_subnetwork"
  filter    = !contains(local.proxy_purposes, coalesce(attrs.purpose, "PRIVATE"))
  attribute = "private_ip_google_access"
  default   = false
  condition = value == true

  why        = "Sooner or later somebody gives them public addresses, which then lie open to the internet."
  fix        = { private_ip_google_access = true }
  aliases    = ["CKV_GCP_74", "AVD-GCP-0075"]
  references = ["https://cloud.google.com/vpc/docs/private-google-access"]
  since      = "0.1.0"
}
