# OpenSearch domains, and Elasticsearch domains as they were called before.

setting "aws-opensearch-at-rest" {
  title    = "Search domains are encrypted at rest"
  problem  = "This domain's storage is not encrypted"
  layer    = "encryption"
  severity = "medium"

  resource     = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  attribute    = "encrypt_at_rest.enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "Disks and snapshots hold all that was ever indexed."
  fix        = { "encrypt_at_rest.enabled" = true }
  careful    = "old engine versions are replaced"
  aliases    = ["CKV_AWS_5", "AVD-AWS-0048", "AC_AWS_0112"]
  frameworks = { "nist-800-53-r5" = ["SC-28", "SC-28(1)"] }
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-node-tls" {
  title    = "Nodes of a search domain speak TLS with each other"
  problem  = "Nodes of this domain talk to each other readable"
  layer    = "transit"
  severity = "medium"

  resource     = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  filter       = coalesce(attrs.cluster_config.instance_count, 1) > 1 # one node has nobody to talk to
  attribute    = "node_to_node_encryption.enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "Whoever listens in the network reads what is indexed and searched."
  fix        = { "node_to_node_encryption.enabled" = true }
  careful    = "old engine versions are replaced"
  aliases    = ["CKV_AWS_6", "AVD-AWS-0043", "AC_AWS_0468"]
  frameworks = { "nist-800-53-r5" = ["SC-8", "SC-8(1)"] }
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-https" {
  title    = "Search domains refuse plain HTTP"
  problem  = "This domain answers plain HTTP"
  layer    = "transit"
  severity = "medium"

  resource  = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  attribute = "domain_endpoint_options.enforce_https"
  # in a block that is written, the provider sends true
  default      = length(attrs.domain_endpoint_options) > 0
  default_note = "AWS answers HTTP where no options are written"
  condition    = value == true

  why        = "Searches, results and passwords can be read on the way."
  fix        = { "domain_endpoint_options.enforce_https" = true }
  aliases    = ["CKV_AWS_83", "AVD-AWS-0046"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-min-tls" {
  title    = "Search domains refuse old TLS"
  problem  = "This domain still speaks TLS 1.0"
  layer    = "transit"
  severity = "medium"

  resource     = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  attribute    = "domain_endpoint_options.tls_security_policy"
  default      = "Policy-Min-TLS-1-0-2019-07"
  default_note = "the API takes the oldest policy when none is named"
  condition    = startswith(value, "Policy-Min-TLS-1-2")

  why        = "TLS 1.0 and 1.1 have known weaknesses."
  fix        = { "domain_endpoint_options.tls_security_policy" = "Policy-Min-TLS-1-2-PFS-2023-10" }
  aliases    = ["CKV_AWS_228", "AVD-AWS-0126"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-vpc" {
  title    = "Search domains live inside a network"
  problem  = "This domain has an address on the internet"
  layer    = "network"
  severity = "medium"

  resource  = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  attribute = "vpc_options"
  condition = value != null

  why        = "Only the access policy stands between the data and everyone."
  remedy     = "put the domain into a network of yours with vpc_options"
  careful    = "the domain is replaced"
  aliases    = ["CKV_AWS_137"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-policy-public" {
  title    = "No access policy lets everyone in"
  problem  = "Everyone may search and change this domain"
  layer    = "accounts"
  severity = "critical"
  empty    = "secure"

  # inside a network, or with logins of its own, such a policy is how the manual has it
  on "aws_opensearch_domain" "aws_elasticsearch_domain" {
    filter   = length(attrs.vpc_options) == 0 && attrs.advanced_security_options.enabled != true
    for_each = statements(attrs.access_policies)
  }
  on "aws_opensearch_domain_policy" {
    filter   = !anytrue([for d in referred(attrs, "aws_opensearch_domain", "domain_name") : length(d.vpc_options) > 0 || d.advanced_security_options.enabled == true])
    for_each = statements(attrs.access_policies)
  }
  on "aws_elasticsearch_domain_policy" {
    filter   = !anytrue([for d in referred(attrs, "aws_elasticsearch_domain", "domain_name") : length(d.vpc_options) > 0 || d.advanced_security_options.enabled == true])
    for_each = statements(attrs.access_policies)
  }
  filter    = each.value.effect == "Allow"
  subject   = [for p in each.value.principals : p.id if p.id == "*"][0]
  condition = value == null || is_narrowed(each.value)

  why        = "Search programs look for such domains all day; data is copied, then deleted."
  aliases    = ["AC_AWS_0469"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-audit-logs" {
  title    = "Search domains log who did what"
  problem  = "Nobody can say who searched this domain"
  layer    = "logging"
  severity = "low"

  resource = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  # audit logs exist only with fine-grained access
  filter    = attrs.advanced_security_options.enabled == true
  subject   = [for l in attrs.log_publishing_options : l.log_type if l.log_type == "AUDIT_LOGS" && l.enabled != false][0]
  condition = value != null

  why        = "After a leak it stays unknown what was read, and by whom."
  aliases    = ["CKV_AWS_317", "AVD-AWS-0042"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-fine-grained" {
  title    = "Search domains ask each user who they are"
  problem  = "Whoever reaches this domain may do all that its policy allows, with every index"
  layer    = "accounts"
  severity = "medium"

  resource     = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  attribute    = "advanced_security_options.enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "Rights on single indexes, documents and fields, and logs of who searched, exist only with it."
  fix        = { "advanced_security_options.enabled" = true }
  careful    = "it needs encryption at rest, between nodes and HTTPS, and cannot be switched off again"
  aliases    = ["CKV2_AWS_52"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-logs" {
  title    = "Search domains hand their logs over"
  problem  = "The domain's logs are kept nowhere"
  layer    = "logging"
  severity = "low"

  resource  = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  subject   = [for l in attrs.log_publishing_options : l.log_type if l.enabled != false][0]
  condition = value != null

  why        = "Failures, and searches that bring the domain down, cannot be looked up afterwards."
  aliases    = ["CKV_AWS_84", "AC_AWS_0105"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-customer-key" {
  title    = "Search domains are encrypted with a key of your own"
  problem  = "A key that AWS holds opens this domain's storage"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  filter    = attrs.encrypt_at_rest.enabled == true
  attribute = "encrypt_at_rest.kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads what was indexed."
  remedy     = "name a KMS key of yours in encrypt_at_rest.kms_key_id"
  careful    = "the domain is replaced"
  aliases    = ["CKV_AWS_247", "AC_AWS_0111"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-security-group" {
  title    = "Search domains have a security group of their own"
  problem  = "The network's default security group guards this domain"
  layer    = "network"
  severity = "low"

  resource  = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  filter    = length(attrs.vpc_options) > 0
  attribute = "vpc_options.security_group_ids"
  condition = length(value) > 0

  why        = "Whatever names no group of its own lands in the default one, and reaches the domain."
  remedy     = "name a security group of its own in vpc_options.security_group_ids"
  aliases    = ["CKV_AWS_248"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-dedicated-masters" {
  title    = "Search domains have master nodes of their own"
  problem  = "The nodes that hold data run the cluster as well"
  layer    = "resilience"
  severity = "info"

  resource     = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  attribute    = "cluster_config.dedicated_master_enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "A heavy search can take the whole cluster down with the node it runs on."
  careful    = "three more nodes cost"
  aliases    = ["CKV2_AWS_59"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-zones" {
  title    = "Search domains stand in several zones"
  problem  = "All nodes of this domain stand in one zone"
  layer    = "resilience"
  severity = "info"

  resource     = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  attribute    = "cluster_config.zone_awareness_enabled"
  default      = false
  default_note = "AWS leaves it off"
  condition    = value == true

  why        = "A zone that fails takes the domain with it."
  careful    = "nodes come in twos or threes, and in a network as many subnets"
  aliases    = ["CKV_AWS_318"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"]
  since      = "0.1.0"
}

setting "aws-opensearch-master-count" {
  title    = "Search domains have three master nodes"
  problem  = "Fewer than three master nodes are asked for"
  layer    = "resilience"
  severity = "info"

  resource  = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  filter    = attrs.cluster_config.dedicated_master_enabled == true # without masters there is no number of them
  attribute = "cluster_config.dedicated_master_count"
  condition = value >= 3

  why        = "Of two masters none is left with a majority when the other fails, and the domain stops."
  fix        = { "cluster_config.dedicated_master_count" = 3 }
  careful    = "each node costs"
  aliases    = ["CKV_AWS_318"]
  references = ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"]
  since      = "0.1.0"
}
