resource "google_dns_managed_zone" "silent" { # expect: unset google-dns-dnssec
  name     = "silent"
  dns_name = "silent.example.com."
}

resource "google_dns_managed_zone" "careless" {
  name       = "careless"
  dns_name   = "careless.example.com."
  visibility = "public"
  dnssec_config {
    state = "off" # expect: insecure google-dns-dnssec
  }
}

resource "google_dns_managed_zone" "signed" {
  name     = "signed"
  dns_name = "signed.example.com."
  dnssec_config {
    state = "on" # expect: secure google-dns-dnssec
  }
}

# A signed zone that moves here from elsewhere.
resource "google_dns_managed_zone" "moving" {
  name     = "moving"
  dns_name = "moving.example.com."
  dynamic "dnssec_config" {
    for_each = ["transfer"]
    content {
      state = dnssec_config.value # expect: secure google-dns-dnssec
    }
  }
}

# Answers of a private zone never leave the network.
resource "google_dns_managed_zone" "inside" {
  name       = "inside"
  dns_name   = "inside.example.com."
  visibility = "private"
}

variable "state" {
  type = string
}

resource "google_dns_managed_zone" "open" {
  name     = "open"
  dns_name = "open.example.com."
  dnssec_config {
    state = var.state # expect: unknown google-dns-dnssec because var.state
  }
}
