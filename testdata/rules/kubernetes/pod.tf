# A pod that says nothing about itself.
resource "kubernetes_pod_v1" "silent" { # expect: secure kubernetes-pod-privileged, secure kubernetes-pod-capability-all
  metadata {
    name = "silent"
  }
  spec {
    # expect(+1): unset kubernetes-pod-privilege-escalation, unset kubernetes-pod-non-root, unset kubernetes-pod-read-only-root, unset kubernetes-pod-capabilities-dropped
    container {
      name  = "web"
      image = "shop/web" # expect: insecure kubernetes-pod-image-pinned
    }
  }
}

# The block is there, and says nothing of what matters.
resource "kubernetes_replication_controller_v1" "half" {
  metadata {
    name = "half"
  }
  spec {
    selector = { app = "half" }
    template {
      metadata {
        labels = { app = "half" }
      }
      spec {
        container {
          name  = "web"
          image = "shop/web:1.4.2" # expect: secure kubernetes-pod-image-pinned
          # expect(+1): unset kubernetes-pod-privilege-escalation, unset kubernetes-pod-non-root, unset kubernetes-pod-read-only-root
          security_context {
            capabilities {               # expect: unset kubernetes-pod-capabilities-dropped
              add = ["NET_BIND_SERVICE"] # expect: secure kubernetes-pod-capability-sys-admin, secure kubernetes-pod-capability-net-admin
            }
          }
        }
      }
    }
  }
}

# Everything that a node agent asks for and few should have.
resource "kubernetes_daemon_set_v1" "agent" {
  metadata {
    name = "agent"
  }
  spec {
    selector {
      match_labels = { app = "agent" }
    }
    template {
      metadata {
        labels = { app = "agent" }
      }
      spec {
        host_network = true # expect: insecure kubernetes-pod-host-network
        host_pid     = true # expect: insecure kubernetes-pod-host-namespace-pid
        host_ipc     = true # expect: insecure kubernetes-pod-host-namespace-ipc

        security_context {
          run_as_non_root = true
        }

        container {
          name  = "agent"
          image = "shop/agent:latest" # expect: insecure kubernetes-pod-image-pinned
          port {
            container_port = 9100
            host_port      = 9100 # expect: insecure kubernetes-pod-host-port
          }
          security_context {
            privileged                 = true  # expect: insecure kubernetes-pod-privileged
            allow_privilege_escalation = true  # expect: insecure kubernetes-pod-privilege-escalation
            read_only_root_filesystem  = false # expect: insecure kubernetes-pod-read-only-root
            run_as_non_root            = false # expect: insecure kubernetes-pod-non-root
            capabilities {
              # expect(+1): insecure kubernetes-pod-capability-sys-admin, insecure kubernetes-pod-capability-net-admin, insecure kubernetes-pod-capability-sys-ptrace
              add  = ["SYS_ADMIN", "net_admin", "CAP_SYS_PTRACE"]
              drop = ["NET_RAW"] # expect: insecure kubernetes-pod-capabilities-dropped
            }
          }
          volume_mount {
            name       = "docker"
            mount_path = "/docker.sock"
          }
        }

        # An init container counts like any other.
        init_container {
          name  = "prepare"
          image = "shop/prepare@sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
          security_context {
            privileged                 = "true" # expect: insecure kubernetes-pod-privileged
            allow_privilege_escalation = false
            read_only_root_filesystem  = true
            run_as_user                = "0"
            run_as_non_root            = false # expect: insecure kubernetes-pod-non-root
            capabilities {
              add  = ["ALL"] # expect: insecure kubernetes-pod-capability-all
              drop = ["ALL"]
            }
          }
        }

        volume {
          name = "docker"
          host_path {
            path = "/var/run/docker.sock" # expect: insecure kubernetes-pod-runtime-socket
          }
        }
        volume {
          name = "run"
          host_path {
            path = "/run/" # expect: insecure kubernetes-pod-runtime-socket
          }
        }
        volume {
          name = "logs"
          host_path {
            path = "/var/log" # expect: secure kubernetes-pod-runtime-socket
          }
        }
        volume {
          name = "scratch"
          empty_dir {} # no path on the node, nothing to ask
        }
      }
    }
  }
}

# Every duty done in the container itself.
resource "kubernetes_deployment" "hardened" {
  metadata {
    name = "hardened"
  }
  spec {
    selector {
      match_labels = { app = "hardened" }
    }
    template {
      metadata {
        labels = { app = "hardened" }
      }
      spec {
        host_network = false # expect: secure kubernetes-pod-host-network
        host_pid     = false # expect: secure kubernetes-pod-host-namespace-pid
        host_ipc     = false # expect: secure kubernetes-pod-host-namespace-ipc

        container {
          name  = "web"
          image = "images.example:5000/shop/web:1.4.2" # expect: secure kubernetes-pod-image-pinned
          port {                                       # expect: secure kubernetes-pod-host-port
            container_port = 8080
          }
          security_context {
            privileged                 = false # expect: secure kubernetes-pod-privileged
            allow_privilege_escalation = false # expect: secure kubernetes-pod-privilege-escalation
            read_only_root_filesystem  = true  # expect: secure kubernetes-pod-read-only-root
            run_as_non_root            = true  # expect: secure kubernetes-pod-non-root
            capabilities {
              drop = ["ALL"] # expect: secure kubernetes-pod-capabilities-dropped
            }
          }
        }

        # A port in the host name is no tag.
        container {
          name  = "sidecar"
          image = "images.example:5000/shop/sidecar" # expect: insecure kubernetes-pod-image-pinned
          security_context {
            allow_privilege_escalation = false
            read_only_root_filesystem  = true
            run_as_non_root            = true
            capabilities {
              drop = ["all"] # expect: secure kubernetes-pod-capabilities-dropped
            }
          }
        }
      }
    }
  }
}

# The same done for the whole pod, and the containers generated.
locals {
  steps = {
    fetch  = "shop/fetch@sha256:5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b"
    report = "shop/report:2.0"
  }
}

resource "kubernetes_cron_job_v1" "generated" {
  metadata {
    name = "generated"
  }
  spec {
    schedule = "0 3 * * *"
    job_template {
      metadata {}
      spec {
        template {
          metadata {}
          spec {
            restart_policy = "Never"
            security_context {
              run_as_non_root = true # expect: secure kubernetes-pod-non-root
            }
            dynamic "container" {
              for_each = local.steps
              content {
                name  = container.key
                image = container.value
                security_context {
                  allow_privilege_escalation = false
                  read_only_root_filesystem  = true
                  capabilities {
                    drop = ["ALL"]
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

# A number other than 0 is an ordinary user too.
resource "kubernetes_stateful_set_v1" "numbered" {
  metadata {
    name = "numbered"
  }
  spec {
    service_name = "numbered"
    selector {
      match_labels = { app = "numbered" }
    }
    template {
      metadata {
        labels = { app = "numbered" }
      }
      spec {
        security_context {
          run_as_user = "0"
        }
        container {
          name  = "db"
          image = "shop/db:16.4"
          security_context { # expect: secure kubernetes-pod-non-root
            run_as_user                = "999"
            allow_privilege_escalation = false
            read_only_root_filesystem  = true
            capabilities {
              drop = ["ALL"]
            }
          }
        }
      }
    }
  }
}

# What a variable without a value leaves open.
variable "open" {
  type = object({
    host_network = bool
    image        = string
    privileged   = bool
    path         = string
  })
}

resource "kubernetes_job_v1" "open" {
  metadata {
    name = "open"
  }
  spec {
    template {
      metadata {}
      spec {
        host_network = var.open.host_network # expect: unknown kubernetes-pod-host-network because var.open
        container {
          name  = "web"
          image = var.open.image # expect: unknown kubernetes-pod-image-pinned because var.open
          security_context {
            privileged                 = var.open.privileged # expect: unknown kubernetes-pod-privileged because var.open
            allow_privilege_escalation = false
            read_only_root_filesystem  = true
            run_as_non_root            = true
            capabilities {
              drop = ["ALL"]
            }
          }
        }
        volume {
          name = "node"
          host_path {
            path = var.open.path # expect: unknown kubernetes-pod-runtime-socket because var.open
          }
        }
      }
    }
  }
}

# Windows has neither setuid programs nor Linux capabilities.
resource "kubernetes_pod" "windows" {
  metadata {
    name = "windows"
  }
  spec {
    os {
      name = "windows"
    }
    container { # expect: not_applicable kubernetes-pod-privilege-escalation, not_applicable kubernetes-pod-non-root, not_applicable kubernetes-pod-read-only-root, not_applicable kubernetes-pod-capabilities-dropped
      name  = "web"
      image = "shop/web-windows:1.4.2"
    }
  }
}
