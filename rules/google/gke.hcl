# Google Kubernetes Engine. In Autopilot Google runs the nodes and configures much of the cluster; what it configures there
# is inherited, never asked of the customer.

setting "google-gke-node-auto-upgrade" {
  title    = "GKE nodes are upgraded automatically"
  problem  = "Nobody upgrades these nodes"
  layer    = "os"
  severity = "medium"

  on "google_container_node_pool" {
    attribute = "management.auto_upgrade"
    fix       = { "management.auto_upgrade" = true }
  }
  on "google_container_cluster" {
    attribute = "node_pool[*].management.auto_upgrade"
    fix       = { "management.auto_upgrade" = true }
  }
  condition = value == true

  why        = "Holes in the kernel and in the kubelet stay open on nodes that keep their old image."
  careful    = "nodes are then replaced in maintenance windows; disruption budgets and several replicas keep programs up"
  aliases    = ["CKV_GCP_10", "AVD-GCP-0058", "AC_GCP_0017"]
  references = ["https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades"]
  since      = "0.1.0"
}

setting "google-gke-node-auto-repair" {
  title    = "GKE nodes are repaired automatically"
  problem  = "Nobody repairs these nodes"
  layer    = "resilience"
  severity = "low"

  on "google_container_node_pool" {
    attribute = "management.auto_repair"
    fix       = { "management.auto_repair" = true }
  }
  on "google_container_cluster" {
    attribute = "node_pool[*].management.auto_repair"
    fix       = { "management.auto_repair" = true }
  }
  condition = value == true

  why        = "Sick nodes stay in the cluster and take programs down with them."
  aliases    = ["CKV_GCP_9", "AVD-GCP-0063", "AC_GCP_0015"]
  references = ["https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-repair"]
  since      = "0.1.0"
}

setting "google-gke-legacy-abac" {
  title    = "The cluster decides by roles, not by legacy rules"
  problem  = "This cluster's legacy rules give every service account of it full rights"
  layer    = "accounts"
  severity = "high"

  resource  = "google_container_cluster"
  attribute = "enable_legacy_abac"
  condition = value != true

  why        = "A single pod that is taken over commands the whole cluster, whatever roles say."
  fix        = { enable_legacy_abac = false }
  careful    = "programs that lived on the legacy rules need roles of their own first"
  aliases    = ["CKV_GCP_7", "AVD-GCP-0062", "AC_GCP_0028"]
  references = ["https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control"]
  since      = "0.1.0"
}

setting "google-gke-private-nodes" {
  title    = "GKE nodes have no public addresses"
  problem  = "Nodes of this cluster have public addresses"
  layer    = "network"
  severity = "medium"

  resource  = "google_container_cluster"
  attribute = "private_cluster_config.enable_private_nodes"
  condition = value == true
  companion "google_container_node_pool" {
    via       = "cluster"
    attribute = "network_config.enable_private_nodes"
  }

  default_note = "optional in Standard and in Autopilot alike"
  why          = "One rule too wide in the firewall opens the nodes to the internet."
  fix          = { "private_cluster_config.enable_private_nodes" = true }
  careful      = "pods then reach the internet through Cloud NAT only"
  aliases      = ["AVD-GCP-0059", "CKV_GCP_64"]
  references   = ["https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation"]
  since        = "0.1.0"
}

setting "google-gke-authorized-networks" {
  title    = "The control plane answers chosen networks only"
  problem  = "Anyone on the internet can reach this cluster's control plane"
  layer    = "network"
  severity = "high"

  resource  = "google_container_cluster"
  filter    = attrs.private_cluster_config.enable_private_endpoint != true && attrs.control_plane_endpoints_config.ip_endpoints_config.enabled != false
  attribute = "master_authorized_networks_config"

  default_note = "optional in Standard and in Autopilot alike"
  why          = "Stolen credentials work from everywhere, and a hole in the API server is everyone's to use."
  remedy       = "name the networks that administer the cluster in master_authorized_networks_config.cidr_blocks"
  aliases      = ["CKV_GCP_20", "AVD-GCP-0061"]
  references   = ["https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks"]
  since        = "0.1.0"
}

setting "google-gke-authorized-networks-open" {
  title    = "The control plane's list of networks does not name everyone"
  problem  = "The control plane's list of networks holds ${value}, which is everyone"
  layer    = "network"
  severity = "high"

  resource  = "google_container_cluster"
  attribute = "master_authorized_networks_config.cidr_blocks[*].cidr_block"
  condition = !is_open_cidr(value)

  why        = "A list that names everyone keeps nobody out."
  remedy     = "narrow master_authorized_networks_config.cidr_blocks to the networks that administer the cluster"
  aliases    = ["CKV_GCP_18"]
  references = ["https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks"]
  since      = "0.1.0"
}

setting "google-gke-shielded-nodes" {
  title    = "GKE nodes prove what they are"
  problem  = "Nodes join this cluster without proof of what they are"
  layer    = "integrity"
  severity = "medium"

  resource  = "google_container_cluster"
  attribute = "enable_shielded_nodes"
  inherited = attrs.enable_autopilot == true
  condition = value != false

  why     = "Whoever steals a node's bootstrap credentials joins a machine of their own and is handed the pods' secrets."
  fix     = { enable_shielded_nodes = true }
  careful = "nodes are recreated in their maintenance window"
  aliases = ["CKV_GCP_71", "AVD-GCP-0055"]
  references = [
    "https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes",
    "https://cloud.google.com/kubernetes-engine/docs/resources/autopilot-standard-feature-comparison",
  ]
  since = "0.1.0"
}

setting "google-gke-workload-identity" {
  title    = "Pods have identities of their own"
  problem  = "Pods of this cluster act with the rights of their node"
  layer    = "accounts"
  severity = "medium"

  resource  = "google_container_cluster"
  attribute = "workload_identity_config.workload_pool"
  inherited = attrs.enable_autopilot == true

  default_note = "off in Standard; Autopilot has it always on"
  why          = "Every pod can use whatever the node's service account may do, or needs a key file that leaks."
  fix          = { "workload_identity_config.workload_pool" = "${coalesce(attrs.project, "PROJECT_ID")}.svc.id.goog" }
  careful      = "node pools that exist need workload_metadata_config as well; give programs their own service accounts first"
  references = [
    "https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity",
    "https://cloud.google.com/kubernetes-engine/docs/resources/autopilot-standard-feature-comparison",
  ]
  since = "0.1.0"
}

setting "google-gke-node-metadata" {
  title    = "Pods do not see their node's credentials"
  problem  = "Pods on these nodes can take the node's credentials"
  layer    = "accounts"
  severity = "medium"

  # Left out, nodes follow the cluster's workload identity, which google-gke-workload-identity speaks of.
  on "google_container_node_pool" {
    attribute = "node_config.workload_metadata_config.mode"
    fix       = { "node_config.workload_metadata_config.mode" = "GKE_METADATA" }
  }
  on "google_container_cluster" {
    attribute = "node_config.workload_metadata_config.mode"
    fix       = { "node_config.workload_metadata_config.mode" = "GKE_METADATA" }
  }
  condition = !contains(["GCE_METADATA", "EXPOSE"], value)

  why        = "A request forged through any web program reads the token of the node's service account."
  aliases    = ["CKV_GCP_69", "AVD-GCP-0057"]
  references = ["https://cloud.google.com/kubernetes-engine/docs/how-to/protecting-cluster-metadata"]
  since      = "0.1.0"
}

setting "google-gke-node-service-account" {
  title    = "GKE nodes run with a service account of their own"
  problem  = "These nodes run as the project's default service account"
  layer    = "accounts"
  severity = "medium"

  resource  = "google_container_node_pool"
  attribute = "node_config.service_account"
  condition = length(referred(attrs, "google_service_account", "node_config.service_account")) > 0 || (value != null && value != "default" && !endswith(value, "-compute@developer.gserviceaccount.com"))

  default_note = "Compute Engine's default service account, an editor of the whole project unless the organisation forbids that"
  why          = "Whoever takes a node over may change most of the project."
  remedy       = "name a service account of its own in node_config.service_account"
  careful      = "changing it replaces the nodes; the account needs the role container.defaultNodeServiceAccount"
  aliases      = ["AVD-GCP-0050"]
  references   = ["https://cloud.google.com/kubernetes-engine/docs/how-to/service-accounts"]
  since        = "0.1.0"
}

setting "google-gke-network-policy" {
  title    = "The cluster enforces network policies"
  problem  = "This cluster ignores network policies"
  layer    = "network"
  severity = "medium"

  resource  = "google_container_cluster"
  attribute = "network_policy.enabled"
  inherited = attrs.enable_autopilot == true
  condition = value == true || attrs.datapath_provider == "ADVANCED_DATAPATH"

  default_note = "off in Standard; Autopilot's data plane always enforces them"
  why          = "Every pod reaches every other, so that one that is taken over reaches them all."
  fix          = { datapath_provider = "ADVANCED_DATAPATH" }
  careful      = "the data plane cannot change on an existing cluster; there, network_policy { enabled = true } recreates the nodes instead"
  aliases      = ["CKV_GCP_12", "AVD-GCP-0056", "AC_GCP_0293"]
  references = [
    "https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy",
    "https://cloud.google.com/kubernetes-engine/docs/resources/autopilot-standard-feature-comparison",
  ]
  since = "0.1.0"
}

setting "google-gke-client-certificate" {
  title    = "The cluster issues no client certificate"
  problem  = "This cluster issues a certificate that signs in for years and cannot be revoked"
  layer    = "accounts"
  severity = "medium"

  resource  = "google_container_cluster"
  attribute = "master_auth.client_certificate_config.issue_client_certificate"
  condition = value != true

  why        = "It stands in the Terraform state, and only a rotation of the whole cluster's authority ends it."
  fix        = { "master_auth.client_certificate_config.issue_client_certificate" = false }
  careful    = "on an existing cluster this replaces it"
  aliases    = ["CKV_GCP_13", "AC_GCP_0024"]
  references = ["https://cloud.google.com/kubernetes-engine/docs/how-to/api-server-authentication"]
  since      = "0.1.0"
}
