# Who may do what in a cluster.

setting "kubernetes-rbac-all-rights" {
  title    = "Roles name what they allow"
  problem  = "This role allows every action on every resource"
  layer    = "accounts"
  severity = "high"

  resource  = ["kubernetes_role", "kubernetes_role_v1", "kubernetes_cluster_role", "kubernetes_cluster_role_v1"]
  for_each  = attrs.rule
  attribute = "verbs"
  condition = !(contains(value, "*") && contains(each.value.resources, "*"))

  why        = "Whoever holds the role owns the namespace or the cluster, and whatever is added to it later."
  aliases    = ["CKV_K8S_49"]
  references = ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"]
  since      = "0.1.0"
}

setting "kubernetes-rbac-cluster-admin" {
  title    = "Nobody is made administrator of the whole cluster"
  problem  = "This binding hands the whole cluster over"
  layer    = "accounts"
  severity = "medium"

  resource = ["kubernetes_cluster_role_binding", "kubernetes_cluster_role_binding_v1"]
  # The group that cluster-admin is made for stays out of it.
  filter    = anytrue([for subject in attrs.subject : subject.name != "system:masters"])
  attribute = "role_ref.name"
  condition = value != "cluster-admin"

  why        = "A stolen token of any of them reads every secret and deletes every workload."
  careful    = "bind a role with the rights that are needed, in the namespaces that need it"
  references = ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles"]
  since      = "0.1.0"
}

setting "kubernetes-rbac-everyone" {
  title    = "Rights are given to nobody in general"
  problem  = "This binding gives rights to ${value}, which is everyone"
  layer    = "accounts"
  severity = "high"

  resource  = ["kubernetes_role_binding", "kubernetes_role_binding_v1", "kubernetes_cluster_role_binding", "kubernetes_cluster_role_binding_v1"]
  for_each  = attrs.subject
  attribute = "name"
  condition = !contains(["system:anonymous", "system:unauthenticated"], value)

  why        = "Whoever reaches the API server has these rights, without signing in."
  references = ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles"]
  since      = "0.1.0"
}

setting "kubernetes-rbac-default-service-account" {
  title    = "Rights go to service accounts of their own"
  problem  = "Every pod without a service account of its own gets these rights"
  layer    = "accounts"
  severity = "medium"

  resource  = ["kubernetes_role_binding", "kubernetes_role_binding_v1", "kubernetes_cluster_role_binding", "kubernetes_cluster_role_binding_v1"]
  for_each  = attrs.subject
  filter    = each.value.kind == "ServiceAccount"
  attribute = "name"
  condition = value != "default"

  why        = "Rights that one program needs are then in the hands of all the others beside it."
  aliases    = ["CKV_K8S_42"]
  references = ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"]
  since      = "0.1.0"
}
