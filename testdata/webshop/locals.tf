data "aws_availability_zones" "available" {
  state = "available"
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  name = "webshop-${var.environment}"

  tags = {
    Application = "webshop"
    Environment = var.environment
    ManagedBy   = "terraform"
  }

  zones = slice(data.aws_availability_zones.available.names, 0, var.zones)

  public_subnets  = [for n in range(var.zones) : cidrsubnet(var.vpc_cidr, 8, n)]
  private_subnets = [for n in range(var.zones) : cidrsubnet(var.vpc_cidr, 8, n + 100)]

  # What the load balancer listens on; plain HTTP only sends people on to HTTPS.
  web_ports = {
    http  = 80
    https = 443
  }

  buckets = {
    uploads = { expire_days = 365 }
    exports = { expire_days = 30 }
    trail   = { expire_days = 3650 }
  }

  images = toset(["web", "worker", "thumbnails"])

  account = data.aws_caller_identity.current.account_id
}
