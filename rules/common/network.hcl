# Which ports the internet can reach, whatever the cloud calls the rule that opens them.

# A rule that lets traffic in: its protocol, its ports as `covers_port` reads them, and the addresses it lets in.
kind "ingress" {
  fields = {
    open  = [for s in ingress.sources : s if is_open_cidr(s)][0]
    every = covers_port(ingress.ports, 1) && covers_port(ingress.ports, 65535)
  }

  on "aws_security_group" "aws_default_security_group" {
    for_each = attrs.ingress
    fields = {
      protocol = each.value.protocol
      ports    = contains(["-1", "all"], lower(each.value.protocol)) ? "*" : "${each.value.from_port}-${each.value.to_port}"
      sources  = concat(each.value.cidr_blocks, each.value.ipv6_cidr_blocks)
    }
  }
  on "aws_security_group_rule" {
    filter = attrs.type == "ingress"
    fields = {
      protocol = attrs.protocol
      ports    = contains(["-1", "all"], lower(attrs.protocol)) ? "*" : "${attrs.from_port}-${attrs.to_port}"
      sources  = concat(attrs.cidr_blocks, attrs.ipv6_cidr_blocks)
    }
  }
  on "aws_vpc_security_group_ingress_rule" {
    fields = {
      protocol = attrs.ip_protocol
      ports    = contains(["-1", "all"], lower(attrs.ip_protocol)) ? "*" : "${attrs.from_port}-${attrs.to_port}"
      sources  = compact([attrs.cidr_ipv4, attrs.cidr_ipv6])
    }
  }
  on "azurerm_network_security_group" {
    for_each = attrs.security_rule
    filter   = lower(each.value.access) == "allow" && lower(each.value.direction) == "inbound"
    fields = {
      protocol = each.value.protocol
      ports    = compact(concat([each.value.destination_port_range], tolist(each.value.destination_port_ranges)))
      sources  = compact(concat([each.value.source_address_prefix], tolist(each.value.source_address_prefixes)))
    }
  }
  on "azurerm_network_security_rule" {
    filter = lower(attrs.access) == "allow" && lower(attrs.direction) == "inbound"
    fields = {
      protocol = attrs.protocol
      ports    = compact(concat([attrs.destination_port_range], tolist(attrs.destination_port_ranges)))
      sources  = compact(concat([attrs.source_address_prefix], tolist(attrs.source_address_prefixes)))
    }
  }
  on "google_compute_firewall" {
    for_each = attrs.allow
    filter   = attrs.direction != "EGRESS" && attrs.disabled != true
    fields = {
      protocol = each.value.protocol
      ports    = length(each.value.ports) == 0 ? ["*"] : each.value.ports
      # neither ranges nor tags written: the provider takes everyone
      sources = length(attrs.source_ranges) + length(attrs.source_tags) + length(attrs.source_service_accounts) == 0 ? ["0.0.0.0/0"] : tolist(attrs.source_ranges)
    }
  }
}

setting "network-ingress-open" {
  # A rule that opens every port has a setting of its own below; only the two doors to the machine itself repeat it.
  family = {
    ssh           = { port = 22, protocol = "tcp", name = "SSH", always = true, severity = "high", aliases = ["CKV_AWS_24", "CKV_AZURE_10", "CKV_GCP_2", "AVD-AWS-0107"] }
    rdp           = { port = 3389, protocol = "tcp", name = "RDP", always = true, severity = "high", aliases = ["CKV_AWS_25", "CKV_AZURE_9", "CKV_GCP_3", "AVD-AWS-0107"] }
    ftp           = { port = 21, protocol = "tcp", name = "FTP", always = false, severity = "medium", aliases = [] }
    telnet        = { port = 23, protocol = "tcp", name = "Telnet", always = false, severity = "high", aliases = [] }
    smb           = { port = 445, protocol = "tcp", name = "SMB", always = false, severity = "high", aliases = [] }
    winrm         = { port = 5985, protocol = "tcp", name = "WinRM", always = false, severity = "high", aliases = [] }
    vnc           = { port = 5900, protocol = "tcp", name = "VNC", always = false, severity = "high", aliases = [] }
    ldap          = { port = 389, protocol = "tcp", name = "LDAP", always = false, severity = "medium", aliases = [] }
    nfs           = { port = 2049, protocol = "tcp", name = "NFS", always = false, severity = "high", aliases = [] }
    docker        = { port = 2375, protocol = "tcp", name = "Docker without TLS", always = false, severity = "critical", aliases = [] }
    kubelet       = { port = 10250, protocol = "tcp", name = "kubelet", always = false, severity = "high", aliases = [] }
    etcd          = { port = 2379, protocol = "tcp", name = "etcd", always = false, severity = "high", aliases = [] }
    mysql         = { port = 3306, protocol = "tcp", name = "MySQL", always = false, severity = "high", aliases = [] }
    postgresql    = { port = 5432, protocol = "tcp", name = "PostgreSQL", always = false, severity = "high", aliases = [] }
    ms-sql        = { port = 1433, protocol = "tcp", name = "SQL Server", always = false, severity = "high", aliases = [] }
    oracle        = { port = 1521, protocol = "tcp", name = "Oracle", always = false, severity = "high", aliases = [] }
    mongodb       = { port = 27017, protocol = "tcp", name = "MongoDB", always = false, severity = "high", aliases = [] }
    redis         = { port = 6379, protocol = "tcp", name = "Redis", always = false, severity = "high", aliases = [] }
    memcached     = { port = 11211, protocol = "tcp", name = "Memcached", always = false, severity = "high", aliases = [] }
    elasticsearch = { port = 9200, protocol = "tcp", name = "Elasticsearch", always = false, severity = "high", aliases = [] }
    cassandra     = { port = 9042, protocol = "tcp", name = "Cassandra", always = false, severity = "high", aliases = [] }
    kafka         = { port = 9092, protocol = "tcp", name = "Kafka", always = false, severity = "medium", aliases = [] }
    snmp          = { port = 161, protocol = "udp", name = "SNMP", always = false, severity = "medium", aliases = [] }
  }
  title    = "Port ${family.value.port} (${family.value.name}) is closed to the internet"
  problem  = "Anyone on the internet can reach port ${family.value.port} (${family.value.name})"
  layer    = "network"
  severity = family.value.severity

  kind  = "ingress"
  empty = "secure"
  filter = (
    covers_protocol(ingress.protocol, family.value.protocol)
    && (family.value.always || !ingress.every)
  )
  subject   = ingress.open
  condition = value == null || !covers_port(ingress.ports, family.value.port)

  why     = "Scanners find an open port within minutes; then one weak password or one missing patch is enough."
  aliases = family.value.aliases
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  ]
  since = "0.1.0"
}

setting "network-ingress-all-ports" {
  title    = "No rule opens every port to the internet"
  problem  = "Anyone on the internet can reach every port"
  layer    = "network"
  severity = "high"

  kind      = "ingress"
  empty     = "secure"
  filter    = covers_protocol(ingress.protocol, "tcp") || covers_protocol(ingress.protocol, "udp")
  subject   = ingress.open
  condition = value == null || !ingress.every

  why     = "Whatever is started behind this rule, now or later, faces the internet at once."
  aliases = ["CKV_AWS_277"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  ]
  since = "0.1.0"
}
