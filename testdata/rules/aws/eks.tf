# now: 2026-11-23T00:00:00Z
# Clusters and their nodes.

variable "flag" {
  type = bool
}

variable "text" {
  type = string
}

variable "texts" {
  type = list(string)
}

resource "aws_eks_cluster" "silent" { # expect: unset aws-eks-logs-api, unset aws-eks-logs-audit, unset aws-eks-logs-authenticator, unset aws-eks-logs-scheduler, unset aws-eks-customer-key, not_applicable aws-eks-version
  name     = "silent"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config { # expect: unset aws-eks-endpoint-cidrs, unset aws-eks-endpoint-private
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_eks_cluster" "open" { # expect: unset aws-eks-customer-key
  name                      = "open"
  role_arn                  = "arn:aws:iam::123456789012:role/eks"
  version                   = "1.29"  # expect: insecure aws-eks-version
  enabled_cluster_log_types = ["api"] # expect: secure aws-eks-logs-api, insecure aws-eks-logs-audit, insecure aws-eks-logs-authenticator, insecure aws-eks-logs-scheduler

  vpc_config {
    subnet_ids             = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    endpoint_public_access = true          # expect: insecure aws-eks-endpoint-private
    public_access_cidrs    = ["0.0.0.0/0"] # expect: insecure aws-eks-endpoint-cidrs
  }
}

resource "aws_kms_key" "secrets" {
  description = "secrets"
}

resource "aws_eks_cluster" "closed" { # expect: not_applicable aws-eks-endpoint-cidrs
  name                      = "closed"
  role_arn                  = "arn:aws:iam::123456789012:role/eks"
  version                   = "1.35"                                         # expect: secure aws-eks-version
  enabled_cluster_log_types = ["api", "audit", "authenticator", "scheduler"] # expect: secure aws-eks-logs-scheduler, secure aws-eks-logs-api, secure aws-eks-logs-audit, secure aws-eks-logs-authenticator

  vpc_config {
    subnet_ids              = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    endpoint_private_access = true
    endpoint_public_access  = false # expect: secure aws-eks-endpoint-private
  }

  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = aws_kms_key.secrets.arn # expect: secure aws-eks-customer-key
    }
  }
}

resource "aws_eks_cluster" "office" { # expect: unset aws-eks-customer-key
  name                      = "office"
  role_arn                  = "arn:aws:iam::123456789012:role/eks"
  version                   = "1.36" # expect: secure aws-eks-version
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  vpc_config { # expect: unset aws-eks-endpoint-private
    subnet_ids          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    public_access_cidrs = ["203.0.113.0/24"] # expect: secure aws-eks-endpoint-cidrs
  }
}

resource "aws_eks_cluster" "unknown" {
  name                      = "unknown"
  role_arn                  = "arn:aws:iam::123456789012:role/eks"
  version                   = var.text  # expect: unknown aws-eks-version because var.text
  enabled_cluster_log_types = var.texts # expect: unknown aws-eks-logs-api because var.texts, unknown aws-eks-logs-audit because var.texts, unknown aws-eks-logs-authenticator because var.texts, unknown aws-eks-logs-scheduler because var.texts

  vpc_config {
    subnet_ids             = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    endpoint_public_access = var.flag   # expect: unknown aws-eks-endpoint-private because var.flag
    public_access_cidrs    = [var.text] # expect: unknown aws-eks-endpoint-cidrs because var.flag
  }

  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = var.text # expect: unknown aws-eks-customer-key because var.text
    }
  }
}

# Nodes.

resource "aws_eks_node_group" "open" {
  cluster_name  = "open"
  node_role_arn = "arn:aws:iam::123456789012:role/node"
  subnet_ids    = ["subnet-0123456789abcdef0"]

  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 1
  }

  remote_access { # expect: unset aws-eks-node-ssh
    ec2_ssh_key = "operators"
  }
}

resource "aws_eks_node_group" "bastion" {
  cluster_name  = "open"
  node_role_arn = "arn:aws:iam::123456789012:role/node"
  subnet_ids    = ["subnet-0123456789abcdef0"]

  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 1
  }

  remote_access {
    ec2_ssh_key               = "operators"
    source_security_group_ids = ["sg-0123456789abcdef0"] # expect: secure aws-eks-node-ssh
  }
}

resource "aws_eks_node_group" "unknown" {
  cluster_name  = "open"
  node_role_arn = "arn:aws:iam::123456789012:role/node"
  subnet_ids    = ["subnet-0123456789abcdef0"]

  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 1
  }

  remote_access {
    ec2_ssh_key               = "operators"
    source_security_group_ids = var.texts # expect: unknown aws-eks-node-ssh because var.texts
  }
}

resource "aws_eks_node_group" "no_ssh" { # expect: not_applicable aws-eks-node-ssh
  cluster_name  = "open"
  node_role_arn = "arn:aws:iam::123456789012:role/node"
  subnet_ids    = ["subnet-0123456789abcdef0"]

  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 1
  }
}
