terraform {
  required_version = ">= 1.5"

  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 2.30"
    }
  }
}

provider "kubernetes" {
  config_path = "~/.kube/config"
}

variable "environment" {
  description = "Name of the stage."
  type        = string
  default     = "dev"
}

variable "team" {
  description = "Team that pays."
  type        = string
  default     = "shipping"
}

locals {
  prefix = "${var.team}-${var.environment}"
  tags = {
    Team        = var.team
    Environment = var.environment
    ManagedBy   = "terraform"
  }
}

resource "kubernetes_namespace" "main" {
  metadata {
    name = local.prefix
  }
}

resource "kubernetes_deployment" "api" {
  metadata {
    name      = "api"
    namespace = kubernetes_namespace.main.metadata[0].name
    labels = {
      app = "api"
    }
  }

  spec {
    replicas = 2

    selector {
      match_labels = {
        app = "api"
      }
    }

    template {
      metadata {
        labels = {
          app = "api"
        }
      }

      spec {
        automount_service_account_token = false

        container {
          name              = "app"
          image             = "registry.example.com/api:1.4.2"
          image_pull_policy = "IfNotPresent"

          port {
            container_port = 8080
          }

          env {
            name  = "STAGE"
            value = var.environment
          }

          resources {
            limits = {
              cpu    = "500m"
              memory = "512Mi"
            }
            requests = {
              cpu    = "250m"
              memory = "256Mi"
            }
          }

          security_context {
            run_as_non_root            = true
            privileged                 = false
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

resource "kubernetes_service" "api" {
  metadata {
    name      = "api"
    namespace = kubernetes_namespace.main.metadata[0].name
  }

  spec {
    selector = {
      app = "api"
    }

    port {
      port        = 80
      target_port = 8080
    }
  }
}
