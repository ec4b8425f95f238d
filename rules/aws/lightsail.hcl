# Lightsail: small servers and their databases at a fixed price.

setting "aws-lightsail-database-public" {
  title    = "Lightsail databases have no address on the internet"
  problem  = "This database has an address on the internet"
  layer    = "network"
  severity = "high"

  resource     = "aws_lightsail_database"
  attribute    = "publicly_accessible"
  default      = false
  default_note = "reachable from Lightsail's resources in the region only"
  condition    = value != true

  why        = "Anyone can try passwords against it; one weak or leaked one opens all data."
  fix        = { publicly_accessible = false }
  careful    = "clients outside of Lightsail no longer reach it"
  references = ["https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-database-public-mode.html"]
  since      = "0.1.0"
}

setting "aws-lightsail-database-backup" {
  title    = "Lightsail databases are backed up every day"
  problem  = "No automatic backups are made of this database"
  layer    = "resilience"
  severity = "medium"

  resource     = "aws_lightsail_database"
  attribute    = "backup_retention_enabled"
  default      = true
  default_note = "Lightsail backs up every day and keeps a week, unless it is turned off"
  condition    = value != false

  why        = "After a mistake or an intruder, the state of a week ago cannot be had back; turning backups off also deletes those there are."
  fix        = { backup_retention_enabled = true }
  references = ["https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-databases.html"]
  since      = "0.1.0"
}

setting "aws-lightsail-ports-open" {
  title    = "Lightsail servers open the doors to themselves to known networks only"
  problem  = "Anyone on the internet can reach ports ${each.value.from_port} to ${each.value.to_port}"
  layer    = "network"
  severity = "high"

  resource  = "aws_lightsail_instance_public_ports"
  for_each  = attrs.port_info
  filter    = contains(["tcp", "all"], lower(each.value.protocol)) && (covers_port("${each.value.from_port}-${each.value.to_port}", 22) || covers_port("${each.value.from_port}-${each.value.to_port}", 3389))
  subject   = length(each.value.cidrs) + length(each.value.ipv6_cidrs) == 0 ? ["0.0.0.0/0"] : concat(tolist(each.value.cidrs), tolist(each.value.ipv6_cidrs))
  condition = !anytrue([for cidr in value : is_open_cidr(cidr)])

  why        = "SSH and RDP are tried by scanners within minutes; left out, the list of networks is everyone."
  remedy     = "name the networks that need SSH or RDP in cidrs"
  references = ["https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-firewall-and-port-mappings-in-amazon-lightsail.html"]
  since      = "0.1.0"
}
