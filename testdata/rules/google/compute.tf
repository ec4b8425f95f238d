resource "google_compute_instance" "silent" { # expect: unset google-compute-shielded-vm-secure-boot
  name         = "silent"
  machine_type = "e2-small"
  zone         = "europe-west1-b"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
  network_interface { # expect: secure google-compute-public-ip
    subnetwork = "main"
  }
}

resource "google_compute_instance" "careless" {
  name         = "careless"
  machine_type = "e2-small"
  zone         = "europe-west1-b"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
  network_interface {
    subnetwork = "main"
    access_config {} # expect: insecure google-compute-public-ip
  }
  metadata = {
    enable-oslogin     = "FALSE" # expect: insecure google-compute-os-login
    serial-port-enable = true    # expect: insecure google-compute-serial-port
  }
  service_account { # expect: unset google-compute-default-service-account
    scopes = ["https://www.googleapis.com/auth/cloud-platform"]
  }
  shielded_instance_config {
    enable_secure_boot          = false # expect: insecure google-compute-shielded-vm-secure-boot
    enable_vtpm                 = false # expect: insecure google-compute-shielded-vm-vtpm
    enable_integrity_monitoring = false # expect: insecure google-compute-shielded-vm-integrity-monitoring
  }
}

resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_compute_instance" "careful" {
  name         = "careful"
  machine_type = "e2-small"
  zone         = "europe-west1-b"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
  network_interface { # expect: secure google-compute-public-ip
    subnetwork = "main"
  }
  metadata = {
    enable-oslogin     = "TRUE"  # expect: secure google-compute-os-login
    serial-port-enable = "FALSE" # expect: secure google-compute-serial-port
  }
  service_account {
    email  = google_service_account.web.email # expect: secure google-compute-default-service-account
    scopes = ["cloud-platform"]
  }
  shielded_instance_config {
    enable_secure_boot          = true # expect: secure google-compute-shielded-vm-secure-boot
    enable_vtpm                 = true # expect: secure google-compute-shielded-vm-vtpm
    enable_integrity_monitoring = true # expect: secure google-compute-shielded-vm-integrity-monitoring
  }
}

# Addresses for some interfaces only, generated.
locals {
  interfaces = {
    inside  = false
    outside = true
  }
}

resource "google_compute_instance_template" "generated" {
  machine_type = "e2-small"
  disk {
    source_image = "debian-cloud/debian-12"
  }
  dynamic "network_interface" {
    for_each = { for name, public in local.interfaces : name => public if !public }
    content { # expect: secure google-compute-public-ip
      subnetwork = network_interface.key
      dynamic "access_config" {
        for_each = network_interface.value ? ["public"] : []
        content {}
      }
    }
  }
  service_account {
    email  = "1234567-compute@developer.gserviceaccount.com" # expect: insecure google-compute-default-service-account
    scopes = ["logging-write"]
  }
  shielded_instance_config {
    enable_secure_boot = true
  }
}

variable "metadata" {
  type = map(string)
}

resource "google_compute_instance_template" "open" {
  machine_type = "e2-small"
  metadata     = var.metadata # expect: unknown google-compute-serial-port because var.metadata, unknown google-compute-os-login because var.metadata
  disk {
    source_image = "debian-cloud/debian-12"
  }
  network_interface {
    subnetwork = "main"
  }
  shielded_instance_config {
    enable_secure_boot = true
  }
}

# The project's own metadata.
resource "google_compute_project_metadata" "silent" { # expect: unset google-compute-project-os-login
  metadata = {
    google-compute-default-region = "europe-west1"
  }
}

resource "google_compute_project_metadata" "careful" {
  project = "shop-prod"
  metadata = {
    enable-oslogin = "TRUE" # expect: secure google-compute-project-os-login
  }
}

resource "google_compute_project_metadata" "careless" {
  project = "shop-dev"
  metadata = {
    enable-oslogin     = "false" # expect: insecure google-compute-project-os-login
    serial-port-enable = "1"     # expect: insecure google-compute-serial-port
  }
}

# Subnets.
resource "google_compute_subnetwork" "silent" { # expect: unset google-compute-subnetwork-flow-logs, unset google-compute-subnetwork-private-access
  name          = "silent"
  network       = "main"
  ip_cidr_range = "10.0.0.0/22"
}

resource "google_compute_subnetwork" "careless" {
  name                     = "careless"
  network                  = "main"
  ip_cidr_range            = "10.0.4.0/22"
  private_ip_google_access = false # expect: insecure google-compute-subnetwork-private-access
  log_config {                     # expect: secure google-compute-subnetwork-flow-logs
    flow_sampling = 0.1
  }
}

resource "google_compute_subnetwork" "careful" {
  name                     = "careful"
  network                  = "main"
  ip_cidr_range            = "10.0.8.0/22"
  purpose                  = "PRIVATE"
  private_ip_google_access = true # expect: secure google-compute-subnetwork-private-access
  dynamic "log_config" {
    for_each = [0.5]
    content { # expect: secure google-compute-subnetwork-flow-logs
      flow_sampling = log_config.value
    }
  }
}

# Load balancers alone use it.
resource "google_compute_subnetwork" "proxies" {
  name          = "proxies"
  network       = "main"
  ip_cidr_range = "10.0.12.0/24"
  purpose       = "REGIONAL_MANAGED_PROXY"
  role          = "ACTIVE"
}

variable "private" {
  type = bool
}

variable "log_rates" {
  type = list(number)
}

resource "google_compute_subnetwork" "open" {
  name                     = "open"
  network                  = "main"
  ip_cidr_range            = "10.0.16.0/22"
  private_ip_google_access = var.private # expect: unknown google-compute-subnetwork-private-access because var.private
  dynamic "log_config" { # expect: unknown google-compute-subnetwork-flow-logs because var.log_rates
    for_each = var.log_rates
    content {
      flow_sampling = log_config.value
    }
  }
}

# A dynamic block that makes none.
resource "google_compute_subnetwork" "none_made" { # expect: unset google-compute-subnetwork-flow-logs
  name                     = "none-made"
  network                  = "main"
  ip_cidr_range            = "10.0.20.0/22"
  private_ip_google_access = true
  dynamic "log_config" {
    for_each = []
    content {
      flow_sampling = log_config.value
    }
  }
}
