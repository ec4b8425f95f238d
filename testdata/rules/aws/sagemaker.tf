# Notebooks.

variable "text" {
  type = string
}

resource "aws_sagemaker_notebook_instance" "silent" { # expect: unset aws-sagemaker-notebook-internet, unset aws-sagemaker-notebook-root
  name          = "silent"
  role_arn      = "arn:aws:iam::123456789012:role/notebook"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "open" {
  name                   = "open"
  role_arn               = "arn:aws:iam::123456789012:role/notebook"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Enabled" # expect: insecure aws-sagemaker-notebook-internet
  root_access            = "Enabled" # expect: insecure aws-sagemaker-notebook-root
}

resource "aws_sagemaker_notebook_instance" "closed" {
  count                  = 2
  name                   = "closed-${count.index}"
  role_arn               = "arn:aws:iam::123456789012:role/notebook"
  instance_type          = "ml.t3.medium"
  subnet_id              = "subnet-0123456789abcdef0"
  security_groups        = ["sg-0123456789abcdef0"]
  direct_internet_access = "Disabled" # expect: secure aws-sagemaker-notebook-internet
  root_access            = "Disabled" # expect: secure aws-sagemaker-notebook-root
}

resource "aws_sagemaker_notebook_instance" "unknown" {
  name                   = "unknown"
  role_arn               = "arn:aws:iam::123456789012:role/notebook"
  instance_type          = "ml.t3.medium"
  direct_internet_access = var.text # expect: unknown aws-sagemaker-notebook-internet because var.text
  root_access            = var.text # expect: unknown aws-sagemaker-notebook-root because var.text
}
