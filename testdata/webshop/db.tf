module "db" {
  source = "./modules/db"

  name           = local.name
  vpc_id         = module.network.vpc_id
  subnet_ids     = module.network.private_subnet_ids
  clients        = [module.web.task_security_group_id, aws_security_group.admin.id]
  backup_days    = var.backup_days
  secret_key_arn = aws_kms_key.data.arn
}
