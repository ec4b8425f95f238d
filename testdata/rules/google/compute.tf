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
