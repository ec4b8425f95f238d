# Orders wait here until the worker takes them.
resource "aws_sqs_queue" "orders" {
  name                      = "${local.name}-orders"
  kms_master_key_id         = aws_kms_key.data.arn
  message_retention_seconds = 1209600

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "failed" {
  name                      = "${local.name}-orders-failed"
  kms_master_key_id         = aws_kms_key.data.arn
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.url
  policy    = data.aws_iam_policy_document.orders.json
}

data "aws_iam_policy_document" "orders" {
  statement {
    sid       = "Web"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.orders.arn]

    principals {
      type        = "AWS"
      identifiers = [module.web.task_role_arn]
    }
  }
}

resource "aws_sns_topic" "alarms" {
  name              = "${local.name}-alarms"
  kms_master_key_id = aws_kms_key.data.arn
}

# Pictures of new goods are scaled down.
resource "aws_lambda_function" "thumbnails" {
  function_name = "${local.name}-thumbnails"
  role          = aws_iam_role.thumbnails.arn
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.image["thumbnails"].repository_url}:${var.image_tag}"
  memory_size   = 512
  timeout       = 30
  kms_key_arn   = aws_kms_key.data.arn

  reserved_concurrent_executions = 20

  environment {
    variables = {
      UPLOADS = module.bucket["uploads"].id
      WIDTHS  = join(",", [for width in [160, 320, 640] : tostring(width)])
    }
  }

  tracing_config {
    mode = "Active"
  }

  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }

  vpc_config {
    subnet_ids         = module.network.private_subnet_ids
    security_group_ids = [module.web.task_security_group_id]
  }
}

resource "aws_iam_role" "thumbnails" {
  name               = "${local.name}-thumbnails"
  assume_role_policy = data.aws_iam_policy_document.assume["lambda"].json
}

resource "aws_iam_role_policy" "thumbnails" {
  name = "uploads"
  role = aws_iam_role.thumbnails.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "${module.bucket["uploads"].arn}/*"
    }]
  })
}

resource "aws_lambda_permission" "uploads" {
  statement_id   = "uploads"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.thumbnails.function_name
  principal      = "s3.amazonaws.com"
  source_arn     = module.bucket["uploads"].arn
  source_account = local.account
}
