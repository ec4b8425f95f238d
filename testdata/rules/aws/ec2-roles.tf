# What machines may do.

variable "text" {
  type = string
}

resource "aws_iam_role" "wide" {
  name               = "wide"
  assume_role_policy = "{}"
}

resource "aws_iam_role" "narrow" {
  name               = "narrow"
  assume_role_policy = "{}"
}

resource "aws_iam_role" "all" {
  name               = "all"
  assume_role_policy = "{}"
}

resource "aws_iam_role" "some" {
  name               = "some"
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "wide" {
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ec2:Describe*", "s3:*"] # expect: insecure aws-ec2-role-wide
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "wide" {
  role       = aws_iam_role.wide.name
  policy_arn = aws_iam_policy.wide.arn
}

resource "aws_iam_role_policy" "narrow" {
  role = aws_iam_role.narrow.id
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:*"
        Resource = "arn:aws:s3:::shop/*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "all" {
  role = aws_iam_role.all.id
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = "*" # expect: insecure aws-ec2-role-wide
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "some" {
  role   = aws_iam_role.some.id
  policy = var.text
}

resource "aws_iam_instance_profile" "wide" {
  role = aws_iam_role.wide.name
}

resource "aws_iam_instance_profile" "narrow" {
  role = aws_iam_role.narrow.name
}

resource "aws_iam_instance_profile" "all" {
  role = aws_iam_role.all.name
}

resource "aws_iam_instance_profile" "some" {
  role = aws_iam_role.some.name
}

resource "aws_instance" "wide" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "m7g.large"
  iam_instance_profile = aws_iam_instance_profile.wide.name # expect: secure aws-ec2-role
}

resource "aws_instance" "narrow" { # expect: secure aws-ec2-role-wide
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "m7g.large"
  iam_instance_profile = aws_iam_instance_profile.narrow.name # expect: secure aws-ec2-role
}

resource "aws_instance" "some" { # expect: unknown aws-ec2-role-wide because var.text
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "m7g.large"
  iam_instance_profile = aws_iam_instance_profile.some.name # expect: secure aws-ec2-role
}

resource "aws_launch_configuration" "all" {
  image_id             = "ami-0123456789abcdef0"
  instance_type        = "m5.large"
  iam_instance_profile = aws_iam_instance_profile.all.name
}

resource "aws_instance" "silent" { # expect: unset aws-ec2-role, not_applicable aws-ec2-role-wide
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}

resource "aws_launch_template" "with_role" { # expect: secure aws-ec2-role-wide
  image_id = "ami-0123456789abcdef0"

  iam_instance_profile {
    name = aws_iam_instance_profile.narrow.name # expect: secure aws-ec2-role
  }
}

resource "aws_launch_template" "without" { # expect: unset aws-ec2-role
  image_id = "ami-0123456789abcdef0"
}

resource "aws_instance" "template" {
  launch_template {
    id = aws_launch_template.with_role.id
  }
}

resource "aws_instance" "empty_template" {
  launch_template {
    id = aws_launch_template.without.id
  }
}

resource "aws_instance" "unknown" { # expect: unknown aws-ec2-role-wide because var.text
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "m7g.large"
  iam_instance_profile = var.text # expect: unknown aws-ec2-role because var.text
}
