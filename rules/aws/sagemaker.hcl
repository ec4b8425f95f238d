# SageMaker notebooks.

setting "aws-sagemaker-notebook-internet" {
  title    = "Notebooks reach the internet through your network"
  problem  = "This notebook reaches the internet past your network"
  layer    = "network"
  severity = "medium"

  resource  = "aws_sagemaker_notebook_instance"
  attribute = "direct_internet_access"
  default   = "Enabled"
  condition = value == "Disabled"

  why        = "Data can leave through a way that no rule and no log of yours sees."
  fix        = { direct_internet_access = "Disabled" }
  careful    = "the notebook is replaced, and needs a subnet with a way out"
  aliases    = ["CKV_AWS_122"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html"]
  since      = "0.1.0"
}

setting "aws-sagemaker-notebook-root" {
  title    = "Notebooks give no root"
  problem  = "Everyone who opens this notebook is root on its machine"
  layer    = "os"
  severity = "low"

  resource  = "aws_sagemaker_notebook_instance"
  attribute = "root_access"
  default   = "Enabled"
  condition = value == "Disabled"

  why        = "A package from the internet can take the machine and its role over."
  fix        = { root_access = "Disabled" }
  aliases    = ["CKV_AWS_307"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html"]
  since      = "0.1.0"
}
