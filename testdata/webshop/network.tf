module "network" {
  source = "./modules/network"

  name            = local.name
  cidr            = var.vpc_cidr
  zones           = local.zones
  public_subnets  = local.public_subnets
  private_subnets = local.private_subnets
  kms_key_arn     = aws_kms_key.logs.arn
}

# Who may administer the shop.
resource "aws_security_group" "admin" {
  name        = "${local.name}-admin"
  description = "Logins to the bastion"
  vpc_id      = module.network.vpc_id

  ingress {
    description = "SSH"
    cidr_blocks = var.admin_cidrs
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }

  egress {
    description = "SSH into the private subnets"
    cidr_blocks = local.private_subnets
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}

# Who may shop.
resource "aws_security_group" "web" {
  name        = "${local.name}-web"
  description = "Customers"
  vpc_id      = module.network.vpc_id

  dynamic "ingress" {
    for_each = local.web_ports
    content {
      description = "Customers, ${ingress.key}"
      cidr_blocks = ["0.0.0.0/0"]
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
    }
  }

  egress {
    description     = "The shop's tasks"
    security_groups = [module.web.task_security_group_id]
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
  }
}
