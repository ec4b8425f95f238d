module "service" {
  source = "../../modules/service"

  name  = "dev"
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
