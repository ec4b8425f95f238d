# Which ports the internet can reach, whatever the cloud calls the rule that opens them.

locals {
  # Ports with the programs that are known to stand behind them. `open`, `public`, `private`: other tools' ids where
  # everyone, a public range, or a wide private one may come in.
  known_ports = {
    ssh                  = { port = 22, protocol = "tcp", name = "SSH", always = true, severity = "high", open = ["CKV_AWS_24", "CKV_AZURE_10", "CKV_GCP_2", "AVD-AWS-0107", "AC_AWS_0227"], public = ["AC_AWS_0319"], private = ["AC_AWS_0320"] }
    rdp                  = { port = 3389, protocol = "tcp", name = "RDP", always = true, severity = "high", open = ["CKV_AWS_25", "CKV_AZURE_9", "CKV_GCP_3", "AVD-AWS-0107", "AC_AWS_0230"], public = [], private = ["AC_AWS_0323"] }
    ftp                  = { port = 21, protocol = "tcp", name = "FTP", always = false, severity = "medium", open = ["AC_AWS_0276"], public = [], private = [] }
    telnet               = { port = 23, protocol = "tcp", name = "Telnet", always = false, severity = "high", open = ["AC_AWS_0271"], public = ["AC_AWS_0313"], private = ["AC_AWS_0359"] }
    smtp                 = { port = 25, protocol = "tcp", name = "SMTP", always = false, severity = "low", open = ["AC_AWS_0272"], public = ["AC_AWS_0314"], private = ["AC_AWS_0360"] }
    http                 = { port = 80, protocol = "tcp", name = "HTTP", always = true, severity = "info", open = ["CKV_AWS_260", "AC_AWS_0228"], public = [], private = ["AC_AWS_0321"] }
    ms-rpc               = { port = 135, protocol = "tcp", name = "MS RPC", always = false, severity = "high", open = ["AC_AWS_0246"], public = ["AC_AWS_0288"], private = ["AC_AWS_0330"] }
    netbios-name         = { port = 137, protocol = "tcp", name = "NetBIOS names over TCP", always = false, severity = "low", open = ["AC_AWS_0254"], public = ["AC_AWS_0296"], private = ["AC_AWS_0343"] }
    netbios-name-udp     = { port = 137, protocol = "udp", name = "NetBIOS names", always = false, severity = "medium", open = ["AC_AWS_0255"], public = ["AC_AWS_0297"], private = ["AC_AWS_0344"] }
    netbios-datagram     = { port = 138, protocol = "tcp", name = "NetBIOS datagrams over TCP", always = false, severity = "low", open = ["AC_AWS_0256"], public = ["AC_AWS_0298"], private = ["AC_AWS_0345"] }
    netbios-datagram-udp = { port = 138, protocol = "udp", name = "NetBIOS datagrams", always = false, severity = "medium", open = ["AC_AWS_0257"], public = ["AC_AWS_0299"], private = ["AC_AWS_0346"] }
    netbios-session      = { port = 139, protocol = "tcp", name = "NetBIOS sessions: SMB", always = false, severity = "high", open = ["AC_AWS_0258"], public = ["AC_AWS_0300"], private = ["AC_AWS_0347"] }
    netbios-session-udp  = { port = 139, protocol = "udp", name = "NetBIOS sessions over UDP", always = false, severity = "info", open = ["AC_AWS_0259"], public = ["AC_AWS_0301"], private = ["AC_AWS_0348"] }
    snmp                 = { port = 161, protocol = "udp", name = "SNMP", always = false, severity = "medium", open = ["AC_AWS_0266"], public = ["AC_AWS_0308"], private = ["AC_AWS_0355"] }
    ldap                 = { port = 389, protocol = "tcp", name = "LDAP", always = false, severity = "medium", open = ["AC_AWS_0276"], public = [], private = [] }
    https                = { port = 443, protocol = "tcp", name = "HTTPS", always = false, severity = "info", open = ["AC_AWS_0229"], public = [], private = ["AC_AWS_0322"] }
    smb                  = { port = 445, protocol = "tcp", name = "SMB", always = false, severity = "high", open = ["AC_AWS_0273"], public = ["AC_AWS_0315"], private = ["AC_AWS_0361"] }
    ldaps                = { port = 636, protocol = "tcp", name = "LDAP with TLS", always = false, severity = "medium", open = ["AC_AWS_0243"], public = ["AC_AWS_0285"], private = ["AC_AWS_0341"] }
    ms-sql               = { port = 1433, protocol = "tcp", name = "SQL Server", always = false, severity = "high", open = ["AC_AWS_0247"], public = ["AC_AWS_0289"], private = ["AC_AWS_0331"] }
    ms-sql-admin         = { port = 1434, protocol = "tcp", name = "SQL Server administration", always = false, severity = "high", open = ["AC_AWS_0244"], public = ["AC_AWS_0286"], private = ["AC_AWS_0328"] }
    ms-sql-browser       = { port = 1434, protocol = "udp", name = "SQL Server Browser", always = false, severity = "medium", open = ["AC_AWS_0245"], public = ["AC_AWS_0287"], private = ["AC_AWS_0329"] }
    oracle               = { port = 1521, protocol = "tcp", name = "Oracle", always = false, severity = "high", open = ["AC_AWS_0270", "AC_AWS_0276"], public = ["AC_AWS_0312"], private = ["AC_AWS_0358"] }
    nfs                  = { port = 2049, protocol = "tcp", name = "NFS", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    docker               = { port = 2375, protocol = "tcp", name = "Docker without TLS", always = false, severity = "critical", open = ["AC_AWS_0276"], public = [], private = [] }
    etcd                 = { port = 2379, protocol = "tcp", name = "etcd", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    ms-olap-browser      = { port = 2382, protocol = "tcp", name = "Analysis Services, names", always = false, severity = "medium", open = ["AC_AWS_0267"], public = ["AC_AWS_0309"], private = ["AC_AWS_0356"] }
    ms-olap              = { port = 2383, protocol = "tcp", name = "Analysis Services", always = false, severity = "high", open = ["AC_AWS_0268"], public = ["AC_AWS_0310"], private = ["AC_AWS_0357"] }
    oracle-tls           = { port = 2484, protocol = "tcp", name = "Oracle with TLS", always = false, severity = "high", open = ["AC_AWS_0260"], public = ["AC_AWS_0302"], private = ["AC_AWS_0349"] }
    oracle-tls-udp       = { port = 2484, protocol = "udp", name = "Oracle with TLS over UDP", always = false, severity = "info", open = ["AC_AWS_0261"], public = ["AC_AWS_0303"], private = ["AC_AWS_0350"] }
    web-3000             = { port = 3000, protocol = "tcp", name = "web programs under development, Grafana", always = false, severity = "low", open = ["AC_AWS_0264"], public = ["AC_AWS_0306"], private = ["AC_AWS_0353"] }
    cifs                 = { port = 3020, protocol = "tcp", name = "CIFS", always = false, severity = "high", open = ["AC_AWS_0237"], public = ["AC_AWS_0279"], private = ["AC_AWS_0337"] }
    mysql                = { port = 3306, protocol = "tcp", name = "MySQL", always = false, severity = "high", open = ["AC_AWS_0253"], public = ["AC_AWS_0295"], private = ["AC_AWS_0336"] }
    salt-publish         = { port = 4505, protocol = "tcp", name = "Salt, orders", always = false, severity = "high", open = ["AC_AWS_0233", "AC_AWS_0269"], public = ["AC_AWS_0277", "AC_AWS_0311"], private = [] }
    salt-return          = { port = 4506, protocol = "tcp", name = "Salt, requests", always = false, severity = "high", open = ["AC_AWS_0236"], public = ["AC_AWS_0278"], private = ["AC_AWS_0325"] }
    postgresql           = { port = 5432, protocol = "tcp", name = "PostgreSQL", always = false, severity = "high", open = ["AC_AWS_0262"], public = ["AC_AWS_0304"], private = ["AC_AWS_0351"] }
    postgresql-udp       = { port = 5432, protocol = "udp", name = "PostgreSQL over UDP", always = false, severity = "info", open = ["AC_AWS_0263"], public = ["AC_AWS_0305"], private = ["AC_AWS_0352"] }
    vnc                  = { port = 5900, protocol = "tcp", name = "VNC", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    winrm                = { port = 5985, protocol = "tcp", name = "WinRM", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    redis                = { port = 6379, protocol = "tcp", name = "Redis", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    cassandra-nodes      = { port = 7001, protocol = "tcp", name = "Cassandra, between nodes", always = false, severity = "high", open = ["AC_AWS_0239"], public = ["AC_AWS_0281"], private = ["AC_AWS_0338"] }
    web-8000             = { port = 8000, protocol = "tcp", name = "web programs under development", always = false, severity = "low", open = ["AC_AWS_0241"], public = ["AC_AWS_0283"], private = ["AC_AWS_0340"] }
    web-8080             = { port = 8080, protocol = "tcp", name = "web programs behind a proxy, consoles", always = false, severity = "low", open = ["AC_AWS_0242"], public = ["AC_AWS_0284"], private = ["AC_AWS_0327"] }
    puppet               = { port = 8140, protocol = "tcp", name = "Puppet", always = false, severity = "medium", open = ["AC_AWS_0265"], public = ["AC_AWS_0307"], private = ["AC_AWS_0354"] }
    hadoop               = { port = 9000, protocol = "tcp", name = "Hadoop name node", always = false, severity = "medium", open = ["AC_AWS_0240"], public = ["AC_AWS_0282"], private = ["AC_AWS_0339"] }
    cassandra            = { port = 9042, protocol = "tcp", name = "Cassandra", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    kafka                = { port = 9092, protocol = "tcp", name = "Kafka", always = false, severity = "medium", open = ["AC_AWS_0276"], public = [], private = [] }
    elasticsearch        = { port = 9200, protocol = "tcp", name = "Elasticsearch", always = false, severity = "high", open = ["AC_AWS_0234"], public = ["AC_AWS_0317"], private = ["AC_AWS_0324"] }
    elasticsearch-nodes  = { port = 9300, protocol = "tcp", name = "Elasticsearch, between nodes", always = false, severity = "high", open = ["AC_AWS_0235"], public = ["AC_AWS_0318"], private = ["AC_AWS_0363"] }
    kubelet              = { port = 10250, protocol = "tcp", name = "kubelet", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    memcached            = { port = 11211, protocol = "tcp", name = "Memcached", always = false, severity = "high", open = ["AC_AWS_0276"], public = [], private = [] }
    memcached-tls        = { port = 11214, protocol = "tcp", name = "Memcached with TLS", always = false, severity = "high", open = ["AC_AWS_0248"], public = ["AC_AWS_0290"], private = ["AC_AWS_0332"] }
    memcached-tls-udp    = { port = 11214, protocol = "udp", name = "Memcached over UDP", always = false, severity = "high", open = ["AC_AWS_0250"], public = ["AC_AWS_0292"], private = ["AC_AWS_0334"] }
    memcached-tls-2      = { port = 11215, protocol = "tcp", name = "Memcached with TLS", always = false, severity = "high", open = ["AC_AWS_0249"], public = ["AC_AWS_0291"], private = ["AC_AWS_0333"] }
    memcached-tls-2-udp  = { port = 11215, protocol = "udp", name = "Memcached over UDP", always = false, severity = "high", open = ["AC_AWS_0251"], public = ["AC_AWS_0293"], private = ["AC_AWS_0335"] }
    mongodb              = { port = 27017, protocol = "tcp", name = "MongoDB", always = false, severity = "high", open = ["AC_AWS_0274"], public = ["AC_AWS_0316"], private = ["AC_AWS_0362"] }
    mongodb-shard        = { port = 27018, protocol = "tcp", name = "MongoDB, shards", always = false, severity = "high", open = ["AC_AWS_0252"], public = ["AC_AWS_0294"], private = ["AC_AWS_0342"] }
    opscenter            = { port = 61621, protocol = "tcp", name = "Cassandra OpsCenter", always = false, severity = "high", open = ["AC_AWS_0238"], public = ["AC_AWS_0280"], private = ["AC_AWS_0326"] }
  }
  # What opens more ports than this is told once, not port by port.
  many_ports = 256
}

# A rule that lets traffic in: its protocol, its ports as `covers_port` reads them, and the addresses it lets in.
kind "ingress" {
  fields = {
    open    = [for s in ingress.sources : s if is_open_cidr(s)][0]
    public  = [for s in ingress.sources : s if is_public_cidr(s) && !is_open_cidr(s)][0]
    private = [for s in ingress.sources : s if is_private_cidr(s) && cidr_size(s) > (strcontains(s, ":") ? 18446744073709551616 : 32)][0]
    every   = covers_port(ingress.ports, 1) && covers_port(ingress.ports, 65535)
    count   = port_count(ingress.ports)
    named   = named_ports(ingress.ports, ingress.protocol, local.known_ports)
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
  # A rule that opens very many ports has a setting of its own below; only the doors to the machine itself repeat it.
  family   = local.known_ports
  title    = "Port ${family.value.port} (${family.value.name}) is closed to the internet"
  problem  = "Anyone on the internet can reach port ${family.value.port} (${family.value.name})"
  layer    = "network"
  severity = family.value.severity

  kind     = "ingress"
  concerns = ingress.named
  empty    = "secure"
  filter = (
    covers_protocol(ingress.protocol, family.value.protocol)
    && (family.value.always || ingress.count <= local.many_ports)
  )
  subject   = ingress.open
  condition = value == null || !covers_port(ingress.ports, family.value.port)

  why     = "Scanners find an open port within minutes; then one weak password or one missing patch is enough."
  remedy  = "narrow the sources to the networks that need this port, or reach it through a VPN or a bastion"
  aliases = family.value.open
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  ]
  since = "0.1.0"
}

setting "network-ingress-public" {
  family   = local.known_ports
  title    = "Port ${family.value.port} (${family.value.name}) is closed to ranges of public addresses"
  problem  = "Everyone in the public range ${value} can reach port ${family.value.port} (${family.value.name})"
  layer    = "network"
  severity = "info"

  kind     = "ingress"
  concerns = ingress.named
  empty    = "secure"
  filter = (
    ingress.open == null # that is told of by network-ingress-open
    && covers_protocol(ingress.protocol, family.value.protocol)
    && ingress.count <= local.many_ports
  )
  subject   = ingress.public
  condition = value == null || !covers_port(ingress.ports, family.value.port)

  why     = "Who has these addresses changes without notice; a private connection does not."
  aliases = family.value.public
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
  ]
  since = "0.1.0"
}

setting "network-ingress-private" {
  family   = local.known_ports
  title    = "Port ${family.value.port} (${family.value.name}) is open to a few private addresses only"
  problem  = "Everything in ${value} can reach port ${family.value.port} (${family.value.name})"
  layer    = "network"
  severity = "info"

  kind     = "ingress"
  concerns = ingress.named
  empty    = "secure"
  filter = (
    ingress.open == null
    && covers_protocol(ingress.protocol, family.value.protocol)
    && ingress.count <= local.many_ports
  )
  subject   = ingress.private # more than 32 addresses: a /26; of IPv6 more than one subnet, a /64
  condition = value == null || !covers_port(ingress.ports, family.value.port)

  why     = "Whoever holds one machine in the range can go on to the next."
  aliases = family.value.private
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
  ]
  since = "0.1.0"
}

setting "network-ingress-wide-range" {
  title    = "No rule opens hundreds of ports to the internet"
  problem  = "Anyone on the internet can reach ${ingress.count} ports"
  layer    = "network"
  severity = "high"

  kind  = "ingress"
  empty = "secure"
  filter = (
    ingress.count > local.many_ports
    && !ingress.every
    && (covers_protocol(ingress.protocol, "tcp") || covers_protocol(ingress.protocol, "udp"))
  )
  subject   = ingress.open
  condition = value == null

  why     = "Databases, consoles and whatever is started later in the range face the internet, named or not."
  remedy  = "name the ports that are needed, and the networks that need them"
  aliases = ["AC_AWS_0275", "AC_AWS_0276"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  ]
  since = "0.1.0"
}

setting "network-ingress-range" {
  title    = "Rules for the internet name single ports"
  problem  = "Anyone on the internet can reach a range of ${ingress.count} ports"
  layer    = "network"
  severity = "info"

  kind  = "ingress"
  empty = "secure"
  filter = (
    ingress.count > length(flatten([ingress.ports])) # more ports than texts that name them
    && ingress.count <= local.many_ports
    && (covers_protocol(ingress.protocol, "tcp") || covers_protocol(ingress.protocol, "udp"))
  )
  subject   = ingress.open
  condition = value == null

  why     = "Ports that nobody uses today are open already when something else starts to listen."
  aliases = ["AC_AWS_0275"]
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
  ]
  since = "0.1.0"
}

setting "network-ingress-unnamed" {
  title    = "Ports that are open to the internet are those of a known service"
  problem  = "Anyone on the internet can reach a port of which only you know what it is for"
  layer    = "network"
  severity = "info"

  kind  = "ingress"
  empty = "secure"
  filter = (
    ingress.count <= local.many_ports
    && !anytrue([for key in ingress.named : key != ""])
    && (covers_protocol(ingress.protocol, "tcp") || covers_protocol(ingress.protocol, "udp"))
  )
  subject   = ingress.open
  condition = value == null

  why     = "Nobody watches what listens there, and an unusual number keeps no scanner away."
  aliases = ["AC_AWS_0276"]
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
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
  remedy  = "name the ports that are needed, and the networks that need them"
  aliases = ["CKV_AWS_277", "AC_AWS_0231", "AC_AWS_0275"]
  frameworks = { "nist-800-53-r5" = ["AC-4", "SC-7"] }
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  ]
  since = "0.1.0"
}

# A rule that lets traffic out.
kind "egress" {
  fields = {
    open  = [for d in egress.destinations : d if is_open_cidr(d)][0]
    every = (covers_protocol(egress.protocol, "tcp") || covers_protocol(egress.protocol, "udp")) && covers_port(egress.ports, 1) && covers_port(egress.ports, 65535)
  }

  on "aws_security_group" "aws_default_security_group" {
    for_each = attrs.egress
    fields = {
      protocol     = each.value.protocol
      ports        = contains(["-1", "all"], lower(each.value.protocol)) ? "*" : "${each.value.from_port}-${each.value.to_port}"
      destinations = concat(each.value.cidr_blocks, each.value.ipv6_cidr_blocks)
    }
  }
  on "aws_security_group_rule" {
    filter = attrs.type == "egress"
    fields = {
      protocol     = attrs.protocol
      ports        = contains(["-1", "all"], lower(attrs.protocol)) ? "*" : "${attrs.from_port}-${attrs.to_port}"
      destinations = concat(attrs.cidr_blocks, attrs.ipv6_cidr_blocks)
    }
  }
  on "aws_vpc_security_group_egress_rule" {
    fields = {
      protocol     = attrs.ip_protocol
      ports        = contains(["-1", "all"], lower(attrs.ip_protocol)) ? "*" : "${attrs.from_port}-${attrs.to_port}"
      destinations = compact([attrs.cidr_ipv4, attrs.cidr_ipv6])
    }
  }
  on "azurerm_network_security_group" {
    for_each = attrs.security_rule
    filter   = lower(each.value.access) == "allow" && lower(each.value.direction) == "outbound"
    fields = {
      protocol     = each.value.protocol
      ports        = compact(concat([each.value.destination_port_range], tolist(each.value.destination_port_ranges)))
      destinations = compact(concat([each.value.destination_address_prefix], tolist(each.value.destination_address_prefixes)))
    }
  }
  on "azurerm_network_security_rule" {
    filter = lower(attrs.access) == "allow" && lower(attrs.direction) == "outbound"
    fields = {
      protocol     = attrs.protocol
      ports        = compact(concat([attrs.destination_port_range], tolist(attrs.destination_port_ranges)))
      destinations = compact(concat([attrs.destination_address_prefix], tolist(attrs.destination_address_prefixes)))
    }
  }
  on "google_compute_firewall" {
    for_each = attrs.allow
    filter   = attrs.direction == "EGRESS" && attrs.disabled != true
    fields = {
      protocol = each.value.protocol
      ports    = length(each.value.ports) == 0 ? ["*"] : each.value.ports
      # no ranges written: the provider takes everyone
      destinations = length(attrs.destination_ranges) == 0 ? ["0.0.0.0/0"] : tolist(attrs.destination_ranges)
    }
  }
}

setting "network-egress-all-ports" {
  title    = "What leaves for the internet leaves by named ports"
  problem  = "Everything behind this rule may talk to everyone, on every port"
  layer    = "network"
  severity = "info"

  kind      = "egress"
  filter    = egress.every
  subject   = egress.open
  condition = value == null

  why     = "Whoever gets in can take everything out, and fetch tools by any protocol."
  careful = "updates, names, clocks and the clouds' own services need ways of their own"
  aliases = ["CKV_AWS_382", "AWS-0104", "AVD-AWS-0104"]
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
  ]
  since = "0.1.0"
}

setting "network-egress-open" {
  title    = "What leaves goes to addresses that are named"
  problem  = "Everything behind this rule may talk to everyone on the internet"
  layer    = "network"
  severity = "info"

  kind      = "egress"
  filter    = !egress.every # that has a setting of its own
  subject   = egress.open
  condition = value == null

  why     = "Whoever gets in can send what is found to a machine of one's own."
  careful = "clouds' own services have many addresses: endpoints and lists of prefixes name them"
  aliases = ["AWS-0104", "AVD-AWS-0104"]
  references = [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview",
    "https://cloud.google.com/firewall/docs/firewalls",
  ]
  since = "0.1.0"
}
