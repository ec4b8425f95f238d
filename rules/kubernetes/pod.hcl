# Pods and their containers, wherever a workload type keeps them.

kind "pod" {
  on "kubernetes_pod" "kubernetes_pod_v1" {
    at = "spec"
  }
  on "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" {
    at = "spec.template.spec"
  }
  on "kubernetes_cron_job" "kubernetes_cron_job_v1" {
    at = "spec.job_template.spec.template.spec"
  }
}

kind "container" {
  within   = "pod"
  for_each = concat(pod.container, pod.init_container)
}

kind "container_port" {
  within   = "container"
  for_each = container.port
}

kind "pod_volume" {
  within   = "pod"
  for_each = pod.volume
}

locals {
  # Where container runtimes listen, and the folders that hold their sockets; "" is the root of the node's file system.
  runtime_sockets = [
    "/var/run/docker.sock", "/run/docker.sock",
    "/var/run/containerd/containerd.sock", "/run/containerd/containerd.sock", "/var/run/containerd", "/run/containerd",
    "/var/run/crio/crio.sock", "/run/crio/crio.sock", "/var/run/crio", "/run/crio",
    "/var/run", "/run", "/var", "",
  ]
}

# --- the pod ----------------------------------------------------------------------------------------------------------

setting "kubernetes-pod-host-network" {
  title    = "Pods have a network of their own"
  problem  = "This pod shares the node's network"
  layer    = "network"
  severity = "high"

  kind      = "pod"
  attribute = "host_network"
  condition = value != true

  why        = "The pod sees the node's traffic, reaches services that listen on the node alone, and network policies do not hold it."
  fix        = { host_network = false }
  careful    = "ports that the pod listens on are then reached through a service or a host port"
  aliases    = ["CKV_K8S_19", "AC_K8S_0084"]
  references = ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"]
  since      = "0.1.0"
}

setting "kubernetes-pod-host-namespace" {
  family = {
    pid = { attribute = "host_pid", shares = "the node's processes", aliases = ["CKV_K8S_17", "AC_K8S_0082"] }
    ipc = { attribute = "host_ipc", shares = "the node's shared memory", aliases = ["CKV_K8S_18", "AC_K8S_0083"] }
  }
  title    = "Pods do not share ${family.value.shares}"
  problem  = "This pod shares ${family.value.shares}"
  layer    = "application"
  severity = "high"

  kind      = "pod"
  attribute = family.value.attribute
  condition = value != true

  why        = "The pod reads and changes what other programs on the node are doing."
  fix        = { (family.value.attribute) = false }
  aliases    = family.value.aliases
  references = ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"]
  since      = "0.1.0"
}

setting "kubernetes-pod-runtime-socket" {
  title    = "Pods do not reach the container runtime"
  problem  = "This pod can command the node's container runtime through ${value}"
  layer    = "application"
  severity = "high"

  kind      = "pod_volume"
  empty     = "secure"
  filter    = pod_volume.host_path.path != null
  attribute = "host_path.path"
  condition = !contains(local.runtime_sockets, trimsuffix(value, "/"))

  why        = "Whoever takes the pod over starts a container with all rights and owns the node."
  aliases    = ["CKV_K8S_27", "AC_K8S_0088"]
  references = ["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"]
  since      = "0.1.0"
}

# --- its containers ---------------------------------------------------------------------------------------------------

setting "kubernetes-pod-privileged" {
  title    = "Containers are not privileged"
  problem  = "This container has every right on its node"
  layer    = "application"
  severity = "high"

  kind      = "container"
  attribute = "security_context.privileged"
  condition = value != true

  why        = "Whoever takes the program over owns the node, and every pod on it."
  fix        = { "security_context.privileged" = false }
  careful    = "programs that load kernel modules or mount devices need single capabilities instead"
  aliases    = ["CKV_K8S_16"]
  references = ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"]
  since      = "0.1.0"
}

setting "kubernetes-pod-privilege-escalation" {
  title    = "Containers cannot gain rights they were not started with"
  problem  = "A program in this container can gain rights it was not started with"
  layer    = "application"
  severity = "medium"

  kind      = "container"
  filter    = pod.os.name != "windows"
  attribute = "security_context.allow_privilege_escalation"
  condition = value == false

  why        = "A setuid program in the image makes an intruder root inside the container."
  fix        = { "security_context.allow_privilege_escalation" = false }
  aliases    = ["CKV_K8S_20", "AC_K8S_0085"]
  references = ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"]
  since      = "0.1.0"
}

setting "kubernetes-pod-non-root" {
  title    = "Containers run as an ordinary user"
  problem  = "This container may run as root"
  layer    = "application"
  severity = "medium"

  kind = "container"
  locals {
    # The container's own user wins over the pod's; a number other than 0 is an ordinary user by itself.
    user = coalesce(container.security_context.run_as_user, pod.security_context.run_as_user, "0")
  }
  filter    = pod.os.name != "windows"
  attribute = "security_context.run_as_non_root"
  default   = pod.security_context.run_as_non_root
  condition = value == true || local.user != "0"

  default_note = "what the pod says holds where the container says nothing; where both are silent, the image decides"
  why          = "Root in a container is one hole in the kernel away from root on the node."
  fix          = { "security_context.run_as_non_root" = true }
  careful      = "an image that only runs as root then does not start"
  aliases      = ["AC_K8S_0087"]
  references   = ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"]
  since        = "0.1.0"
}

setting "kubernetes-pod-read-only-root" {
  title    = "Containers cannot change their own programs"
  problem  = "This container can write over its own programs"
  layer    = "application"
  severity = "low"

  kind      = "container"
  filter    = pod.os.name != "windows"
  attribute = "security_context.read_only_root_filesystem"
  condition = value == true

  why        = "An intruder stores tools beside the program, or changes the program itself."
  fix        = { "security_context.read_only_root_filesystem" = true }
  careful    = "folders that the program writes to need a volume, such as an empty_dir"
  aliases    = ["CKV_K8S_22"]
  references = ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"]
  since      = "0.1.0"
}

setting "kubernetes-pod-capability" {
  family = {
    all             = { name = "ALL", gives = "every right of root", aliases = [] }
    sys-admin       = { name = "SYS_ADMIN", gives = "nearly every right of root", aliases = ["CKV_K8S_39"] }
    sys-module      = { name = "SYS_MODULE", gives = "the right to load code into the node's kernel", aliases = [] }
    sys-ptrace      = { name = "SYS_PTRACE", gives = "the right to read and steer other processes", aliases = [] }
    sys-rawio       = { name = "SYS_RAWIO", gives = "the right to write to the node's memory and devices", aliases = [] }
    dac-read-search = { name = "DAC_READ_SEARCH", gives = "the right to read any file", aliases = [] }
    net-admin       = { name = "NET_ADMIN", gives = "the right to redirect network traffic", aliases = [] }
  }
  title    = "Containers do without the capability ${family.value.name}"
  problem  = "${family.value.name} gives this container ${family.value.gives}"
  layer    = "application"
  severity = "high"

  kind      = "container"
  attribute = "security_context.capabilities.add"
  condition = !anytrue([for name in value : trimprefix(upper(name), "CAP_") == family.value.name])

  why        = "Whoever takes the program over uses the capability to leave the container."
  fix        = { "security_context.capabilities.add" = [for name in value : name if trimprefix(upper(name), "CAP_") != family.value.name] }
  aliases    = family.value.aliases
  references = ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"]
  since      = "0.1.0"
}

setting "kubernetes-pod-capabilities-dropped" {
  title    = "Containers give up the capabilities they do not need"
  problem  = "This container keeps capabilities that it does not ask for"
  layer    = "application"
  severity = "low"

  kind      = "container"
  filter    = pod.os.name != "windows"
  attribute = "security_context.capabilities.drop"
  condition = anytrue([for name in value : upper(name) == "ALL"])

  default_note = "left out, the container runtime's own list holds, about fourteen capabilities"
  why          = "Rights nobody needs are of use only to an intruder."
  fix          = { "security_context.capabilities.drop" = ["ALL"] }
  careful      = "a program that listens below port 1024 or changes owners of files needs that capability added again"
  aliases      = ["CKV_K8S_37"]
  references   = ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"]
  since        = "0.1.0"
}

setting "kubernetes-pod-image-pinned" {
  title    = "Images are pinned to a version or digest"
  problem  = "${value} may be another program tomorrow"
  layer    = "application"
  severity = "low"

  kind      = "container"
  attribute = "image"
  condition = strcontains(value, "@sha256:") || (regex_match(value, ":[^/:]+$") && !endswith(value, ":latest"))

  why        = "The next restart may start another program than the one that was tested, without any change in the code."
  remedy     = "name the image by its digest"
  aliases    = ["CKV_K8S_14", "AC_K8S_0068"]
  references = ["https://kubernetes.io/docs/concepts/containers/images/#image-names"]
  since      = "0.1.0"
}

setting "kubernetes-pod-host-port" {
  title    = "Containers are reached through services, not through node ports of their own"
  problem  = "Port ${value} of the node leads straight into this container"
  layer    = "network"
  severity = "low"

  kind      = "container_port"
  empty     = "secure"
  attribute = "host_port"
  condition = value == null || value == 0

  why        = "Whoever reaches the node reaches the program, past every service, and network policies rarely hold such traffic."
  fix        = { host_port = null }
  aliases    = ["CKV_K8S_26"]
  references = ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"]
  since      = "0.1.0"
}
