module "service" {
  source = "../../modules/service"

  name  = "prod"
  cidrs = var.cidrs
}

variable "cidrs" {
  description = "Who reaches the service."
  type        = list(string)
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "eu-central-1a"
  size              = 20
}

# Speaks for the disks of this root only.
resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}
