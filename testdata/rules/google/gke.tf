# A Standard cluster that says nothing: what Google leaves open is unset, what it closes is secure.
# expect(+2): unset google-gke-private-nodes, unset google-gke-authorized-networks, unset google-gke-workload-identity, unset google-gke-network-policy
# expect(+1): secure google-gke-legacy-abac, secure google-gke-shielded-nodes, secure google-gke-client-certificate, secure google-gke-node-metadata
resource "google_container_cluster" "silent" {
  name               = "silent"
  location           = "europe-west1"
  initial_node_count = 1
}

# An Autopilot cluster that says nothing: Google runs the nodes and configures the rest.
# expect(+3): inherited google-gke-node-auto-upgrade, inherited google-gke-shielded-nodes, inherited google-gke-workload-identity, inherited google-gke-network-policy
# expect(+2): secure google-gke-legacy-abac, secure google-gke-client-certificate
# expect(+1): unset google-gke-private-nodes, unset google-gke-authorized-networks
resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  location         = "europe-west1"
  enable_autopilot = true
}

# Everything wrong that can be written.
resource "google_container_cluster" "careless" { # expect: unset google-gke-workload-identity
  name                  = "careless"
  location              = "europe-west1"
  enable_legacy_abac    = true  # expect: insecure google-gke-legacy-abac
  enable_shielded_nodes = false # expect: insecure google-gke-shielded-nodes

  master_auth {
    client_certificate_config {
      issue_client_certificate = true # expect: insecure google-gke-client-certificate
    }
  }

  network_policy {
    enabled = false # expect: insecure google-gke-network-policy
  }

  private_cluster_config {
    enable_private_nodes = false # expect: insecure google-gke-private-nodes
  }

  master_authorized_networks_config { # expect: secure google-gke-authorized-networks
    cidr_blocks {
      cidr_block   = "0.0.0.0/0" # expect: insecure google-gke-authorized-networks-open
      display_name = "everyone"
    }
    cidr_blocks {
      cidr_block   = "198.51.100.0/24" # expect: secure google-gke-authorized-networks-open
      display_name = "office"
    }
  }

  node_config {
    workload_metadata_config {
      mode = "GCE_METADATA" # expect: insecure google-gke-node-metadata
    }
  }

  node_pool {
    name       = "old"
    node_count = 1
    management {
      auto_upgrade = false # expect: insecure google-gke-node-auto-upgrade
      auto_repair  = false # expect: insecure google-gke-node-auto-repair
    }
  }

  # Left out, both are on since provider 5.0.
  node_pool { # expect: secure google-gke-node-auto-upgrade, secure google-gke-node-auto-repair
    name       = "new"
    node_count = 1
  }
}

# Every duty done.
resource "google_service_account" "nodes" {
  account_id = "gke-nodes"
}

resource "google_container_cluster" "careful" {
  name                     = "careful"
  location                 = "europe-west1"
  project                  = "shop-prod"
  remove_default_node_pool = true
  initial_node_count       = 1
  enable_legacy_abac       = false # expect: secure google-gke-legacy-abac
  enable_shielded_nodes    = true  # expect: secure google-gke-shielded-nodes

  network_policy {
    enabled = true # expect: secure google-gke-network-policy
  }

  private_cluster_config {
    enable_private_nodes    = true # expect: secure google-gke-private-nodes
    enable_private_endpoint = false
    master_ipv4_cidr_block  = "172.16.0.0/28"
  }

  # Without networks, only Google's own reach the control plane.
  master_authorized_networks_config {} # expect: secure google-gke-authorized-networks

  workload_identity_config {
    workload_pool = "shop-prod.svc.id.goog" # expect: secure google-gke-workload-identity
  }
}

resource "google_container_node_pool" "careful" {
  name    = "careful"
  cluster = google_container_cluster.careful.id

  management {
    auto_upgrade = true # expect: secure google-gke-node-auto-upgrade
    auto_repair  = true # expect: secure google-gke-node-auto-repair
  }

  node_config {
    service_account = google_service_account.nodes.email # expect: secure google-gke-node-service-account
    workload_metadata_config {
      mode = "GKE_METADATA" # expect: secure google-gke-node-metadata
    }
  }
}

resource "google_container_node_pool" "careless" {
  name    = "careless"
  cluster = google_container_cluster.careful.id

  management {
    auto_upgrade = "false" # expect: insecure google-gke-node-auto-upgrade
    auto_repair  = false   # expect: insecure google-gke-node-auto-repair
  }

  node_config {
    service_account = "1234567-compute@developer.gserviceaccount.com" # expect: insecure google-gke-node-service-account
    workload_metadata_config {
      mode = "GCE_METADATA" # expect: insecure google-gke-node-metadata
    }
  }
}

resource "google_container_node_pool" "silent" { # expect: unset google-gke-node-service-account, secure google-gke-node-auto-upgrade, secure google-gke-node-metadata
  name    = "silent"
  cluster = google_container_cluster.careful.id
}

# The same duties in their other forms.
locals {
  offices = {
    berlin = "198.51.100.0/24"
    lisbon = "203.0.113.0/24"
  }
}

resource "google_container_cluster" "other" { # expect: secure google-gke-network-policy
  name              = "other"
  location          = "europe-west1"
  datapath_provider = "ADVANCED_DATAPATH"

  master_authorized_networks_config { # expect: secure google-gke-authorized-networks
    dynamic "cidr_blocks" {
      for_each = local.offices
      content {
        cidr_block   = cidr_blocks.value # expect: secure google-gke-authorized-networks-open
        display_name = cidr_blocks.key
      }
    }
  }

  dynamic "workload_identity_config" {
    for_each = ["shop-prod.svc.id.goog"]
    content {
      workload_pool = workload_identity_config.value # expect: secure google-gke-workload-identity
    }
  }
}

# The cluster says nothing of private nodes, its pool does.
resource "google_container_node_pool" "other" {
  name    = "other"
  cluster = google_container_cluster.other.name
  node_config {
    service_account = "nodes@shop-prod.iam.gserviceaccount.com" # expect: secure google-gke-node-service-account
  }
  network_config {
    enable_private_nodes = true # expect: secure google-gke-private-nodes
  }
}

# A private endpoint is on no network that needs a list.
resource "google_container_cluster" "inside" { # expect: not_applicable google-gke-authorized-networks
  name              = "inside"
  location          = "europe-west1"
  datapath_provider = "ADVANCED_DATAPATH"

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
  workload_identity_config {
    workload_pool = "shop-prod.svc.id.goog"
  }
}

# What variables without a value leave open.
variable "auto_upgrade" {
  type = bool
}

variable "admin_network" {
  type = string
}

resource "google_container_cluster" "open" {
  name              = "open"
  location          = "europe-west1"
  datapath_provider = "ADVANCED_DATAPATH"

  private_cluster_config {
    enable_private_nodes = true
  }
  workload_identity_config {
    workload_pool = "shop-prod.svc.id.goog"
  }
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = var.admin_network # expect: unknown google-gke-authorized-networks-open because var.admin_network
    }
  }
}

resource "google_container_node_pool" "open" {
  name    = "open"
  cluster = google_container_cluster.open.id
  management {
    auto_upgrade = var.auto_upgrade # expect: unknown google-gke-node-auto-upgrade because var.auto_upgrade
  }
  node_config {
    service_account = google_service_account.nodes.email
  }
}
