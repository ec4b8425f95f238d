# Cloud DNS.

setting "google-dns-dnssec" {
  title    = "Answers of public zones are signed"
  problem  = "Nobody can tell whether an answer of this zone is forged"
  layer    = "integrity"
  severity = "medium"

  resource  = "google_dns_managed_zone"
  filter    = coalesce(attrs.visibility, "public") == "public"
  attribute = "dnssec_config.state"
  condition = contains(["on", "transfer"], value)

  default_note = "left out, the zone is not signed"
  why          = "A forged answer sends users, and the mail and certificates of the domain, to an attacker."
  fix          = { "dnssec_config.state" = "on" }
  careful      = "the zone is only trusted once its DS record stands at the registrar"
  aliases      = ["CKV_GCP_16", "AVD-GCP-0013", "AC_GCP_0014"]
  references   = ["https://cloud.google.com/dns/docs/dnssec-config"]
  since        = "0.1.0"
}
