variable "autopilot" {
  type    = bool
  default = true
}

resource "google_container_cluster" "shop" {
  name                = "shop"
  location            = "europe-west3"
  enable_autopilot    = var.autopilot
  initial_node_count  = var.autopilot ? null : 3
  deletion_protection = true

  private_cluster_config {
    enable_private_nodes = true
  }

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "203.0.113.0/24"
    }
  }
}
