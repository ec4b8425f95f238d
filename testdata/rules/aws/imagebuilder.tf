# Components and distributions.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_imagebuilder_component" "silent" { # expect: unset aws-imagebuilder-component-customer-key
  name     = "silent"
  platform = "Linux"
  version  = "1.0.0"
  uri      = "s3://acme-images/component.yml"

}

resource "aws_imagebuilder_component" "own" {
  name       = "own"
  platform   = "Linux"
  version    = "1.0.0"
  uri        = "s3://acme-images/component.yml"
  kms_key_id = aws_kms_key.own.arn # expect: secure aws-imagebuilder-component-customer-key
}

resource "aws_imagebuilder_component" "named" {
  name       = "named"
  platform   = "Linux"
  version    = "1.0.0"
  uri        = "s3://acme-images/component.yml"
  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-imagebuilder-component-customer-key
}

resource "aws_imagebuilder_component" "unknown" {
  name       = "unknown"
  platform   = "Linux"
  version    = "1.0.0"
  uri        = "s3://acme-images/component.yml"
  kms_key_id = var.text # expect: unknown aws-imagebuilder-component-customer-key because var.text
}

resource "aws_imagebuilder_distribution_configuration" "silent" {
  name = "silent"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration { # expect: unset aws-imagebuilder-images-customer-key
      name = "web-{{ imagebuilder:buildDate }}"

    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "own" {
  name = "own"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name       = "web-{{ imagebuilder:buildDate }}"
      kms_key_id = aws_kms_key.own.arn # expect: secure aws-imagebuilder-images-customer-key
    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "named" {
  name = "named"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name       = "web-{{ imagebuilder:buildDate }}"
      kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-imagebuilder-images-customer-key
    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "unknown" {
  name = "unknown"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name       = "web-{{ imagebuilder:buildDate }}"
      kms_key_id = var.text # expect: unknown aws-imagebuilder-images-customer-key because var.text
    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "containers" { # expect: not_applicable aws-imagebuilder-images-customer-key
  name = "containers"

  distribution {
    region = "eu-west-1"

    container_distribution_configuration {
      target_repository {
        repository_name = "web"
        service         = "ECR"
      }
    }
  }
}
