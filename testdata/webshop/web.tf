module "web" {
  source = "./modules/web"

  name               = local.name
  vpc_id             = module.network.vpc_id
  public_subnet_ids  = module.network.public_subnet_ids
  private_subnet_ids = module.network.private_subnet_ids
  security_group_id  = aws_security_group.web.id
  certificate_arn    = var.certificate_arn
  image              = "${aws_ecr_repository.image["web"].repository_url}:${var.image_tag}"
  log_bucket         = module.access_logs.id
  kms_key_arn        = aws_kms_key.logs.arn
  assume_role_policy = data.aws_iam_policy_document.assume["ecs-tasks"].json

  environment = {
    DATABASE_HOST = module.db.host
    ORDERS_QUEUE  = aws_sqs_queue.orders.url
    UPLOADS       = module.bucket["uploads"].id
  }

  secrets = {
    DATABASE_PASSWORD = module.db.secret_arn
  }
}

resource "aws_ecr_repository" "image" {
  for_each = local.images

  name                 = "webshop/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.data.arn
  }
}
