# What notebooks may do.

variable "text" {
  type = string
}

resource "aws_iam_role" "all" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "all" {
  role = aws_iam_role.all.id
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["*"] # expect: insecure aws-sagemaker-notebook-role
        Resource = "arn:aws:s3:::*"
      },
    ]
  })
}

resource "aws_iam_role" "narrow" {
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "narrow" {
  policy = jsonencode({
    Statement = {
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }
  })
}

resource "aws_iam_role_policy_attachment" "narrow" {
  role       = aws_iam_role.narrow.name
  policy_arn = aws_iam_policy.narrow.arn
}

resource "aws_iam_role" "some" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "some" {
  role   = aws_iam_role.some.id
  policy = var.text
}

resource "aws_sagemaker_notebook_instance" "all" {
  name          = "all"
  instance_type = "ml.t3.medium"
  role_arn      = aws_iam_role.all.arn
}

resource "aws_sagemaker_notebook_instance" "narrow" { # expect: secure aws-sagemaker-notebook-role
  name          = "narrow"
  instance_type = "ml.t3.medium"
  role_arn      = aws_iam_role.narrow.arn
}

resource "aws_sagemaker_notebook_instance" "some" { # expect: unknown aws-sagemaker-notebook-role because var.text
  name          = "some"
  instance_type = "ml.t3.medium"
  role_arn      = aws_iam_role.some.arn
}

resource "aws_sagemaker_notebook_instance" "elsewhere" { # expect: not_applicable aws-sagemaker-notebook-role
  name          = "elsewhere"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::123456789012:role/notebook"
}
