resource "kubernetes_cluster_role_v1" "everything" {
  metadata {
    name = "everything"
  }
  rule {
    api_groups = ["*"]
    resources  = ["*"]
    verbs      = ["*"] # expect: insecure kubernetes-rbac-all-rights
  }
}

# All verbs on one kind of thing, or one verb on all, is not everything.
locals {
  rules = {
    jobs = { resources = ["jobs"], verbs = ["*"] }
    read = { resources = ["*"], verbs = ["get", "list"] }
  }
}

resource "kubernetes_role_v1" "narrow" {
  metadata {
    name = "narrow"
  }
  dynamic "rule" {
    for_each = local.rules
    content {
      api_groups = ["batch"]
      resources  = rule.value.resources
      verbs      = rule.value.verbs
    }
  }
}

resource "kubernetes_role" "pods" {
  metadata {
    name = "pods"
  }
  rule {
    api_groups = [""]
    resources  = ["pods"]
    verbs      = ["get", "list", "watch"] # expect: secure kubernetes-rbac-all-rights
  }
}

resource "kubernetes_cluster_role_binding_v1" "admin" {
  metadata {
    name = "admin"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin" # expect: insecure kubernetes-rbac-cluster-admin
  }
  subject {
    kind      = "ServiceAccount"
    name      = "default" # expect: insecure kubernetes-rbac-default-service-account
    namespace = "shop"
  }
}

resource "kubernetes_cluster_role_binding_v1" "masters" { # expect: not_applicable kubernetes-rbac-cluster-admin
  metadata {
    name = "masters"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin"
  }
  subject {
    kind = "Group"
    name = "system:masters" # expect: secure kubernetes-rbac-everyone
  }
}

resource "kubernetes_cluster_role_binding" "anonymous" {
  metadata {
    name = "anonymous"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "view" # expect: secure kubernetes-rbac-cluster-admin
  }
  subject {
    kind = "User"
    name = "system:anonymous" # expect: insecure kubernetes-rbac-everyone
  }
  subject {
    kind      = "ServiceAccount"
    name      = "web" # expect: secure kubernetes-rbac-default-service-account
    namespace = "shop"
  }
}

variable "role" {
  type = string
}

resource "kubernetes_cluster_role_binding_v1" "open" {
  metadata {
    name = "open"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = var.role # expect: unknown kubernetes-rbac-cluster-admin because var.role
  }
  subject {
    kind = "Group"
    name = "shop"
  }
}
