# EKS: the control plane of a cluster, and the way to its nodes.

locals {
  # end of standard support
  eks_end_of_support = {
    "1.28" = "2024-11-26T00:00:00Z"
    "1.29" = "2025-03-23T00:00:00Z"
    "1.30" = "2025-07-23T00:00:00Z"
    "1.31" = "2025-11-26T00:00:00Z"
    "1.32" = "2026-03-23T00:00:00Z"
    "1.33" = "2026-07-29T00:00:00Z"
    "1.34" = "2026-12-02T00:00:00Z"
    "1.35" = "2027-03-27T00:00:00Z"
  }
}

setting "aws-eks-endpoint-cidrs" {
  title    = "The cluster's API answers known networks only"
  problem  = "The API of this cluster answers everyone on the internet"
  layer    = "network"
  severity = "medium"

  resource     = "aws_eks_cluster"
  filter       = attrs.vpc_config.endpoint_public_access != false
  attribute    = "vpc_config.public_access_cidrs"
  default      = ["0.0.0.0/0"]
  default_note = "AWS lets every address in"
  condition    = !is_open_cidr(value)

  why        = "A leaked token, or a hole in the API server, can be used from anywhere."
  remedy     = "narrow vpc_config.public_access_cidrs to the networks that administer the cluster"
  aliases    = ["CKV_AWS_38", "AVD-AWS-0041"]
  references = ["https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"]
  since      = "0.1.0"
}

setting "aws-eks-endpoint-private" {
  title    = "The cluster's API is reached from its network only"
  problem  = "The API of this cluster has an address on the internet"
  layer    = "network"
  severity = "low"

  resource  = "aws_eks_cluster"
  attribute = "vpc_config.endpoint_public_access"
  default   = true
  condition = value == false

  why        = "What has no public address cannot be attacked from the internet."
  fix        = { "vpc_config.endpoint_public_access" = false, "vpc_config.endpoint_private_access" = true }
  careful    = "people and pipelines then need a way into the network"
  aliases    = ["CKV_AWS_39", "AVD-AWS-0040"]
  references = ["https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"]
  since      = "0.1.0"
}

setting "aws-eks-logs" {
  family = {
    api                = { severity = "low", log = "api", name = "requests to the API server" }
    audit              = { severity = "medium", log = "audit", name = "who did what" }
    authenticator      = { severity = "low", log = "authenticator", name = "who signed in" }
    controller-manager = { severity = "info", log = "controllerManager", name = "what its controllers did" }
    scheduler          = { severity = "info", log = "scheduler", name = "where it placed pods" }
  }
  title    = "The control plane logs ${family.value.name}"
  problem  = "This cluster does not log ${family.value.name}"
  layer    = "logging"
  severity = family.value.severity

  resource  = "aws_eks_cluster"
  attribute = "enabled_cluster_log_types"
  condition = contains(value, family.value.log)

  why        = "After a break-in nothing tells which account was used, and for what."
  aliases    = ["CKV_AWS_37", "AVD-AWS-0038", "AC_AWS_0465"]
  references = ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"]
  since      = "0.1.0"
}

setting "aws-eks-customer-key" {
  title    = "Secrets in the cluster are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens the cluster's secrets"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_eks_cluster"
  attribute = "encryption_config.provider.key_arn"
  condition = is_own_key(value)

  why        = "With your own key you can see each use of it, and lock everything by withdrawing it."
  careful    = "it cannot be taken back: without the key the cluster is lost"
  aliases    = ["CKV_AWS_58", "AVD-AWS-0039"]
  references = ["https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html"]
  since      = "0.1.0"
}

setting "aws-eks-version" {
  title    = "The Kubernetes version is in standard support"
  problem  = "Kubernetes ${value} left standard support on ${by_version(local.eks_end_of_support, value)}"
  layer    = "application"
  severity = "medium"

  resource  = "aws_eks_cluster"
  filter    = attrs.version != null # EKS starts new clusters with the newest
  attribute = "version"
  condition = coalesce(days_until(by_version(local.eks_end_of_support, value)), 1) > 0 # not in the table: newer than it

  why        = "Fixes come late or not at all, and after a year AWS moves the cluster by itself."
  careful    = "the control plane moves one minor version at a time; nodes follow"
  aliases    = ["CKV_AWS_339"]
  references = ["https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"]
  since      = "0.1.0"
}

setting "aws-eks-node-ssh" {
  title    = "Nodes answer SSH from named groups only"
  problem  = "Everyone on the internet can reach SSH on these nodes"
  layer    = "network"
  severity = "high"

  resource  = "aws_eks_node_group"
  filter    = attrs.remote_access.ec2_ssh_key != null
  attribute = "remote_access.source_security_group_ids"
  condition = length(value) > 0

  why        = "With a key and without a group EKS opens port 22 to every address."
  careful    = "the node group is replaced"
  aliases    = ["CKV_AWS_100"]
  references = ["https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html"]
  since      = "0.1.0"
}
