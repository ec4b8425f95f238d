# Reviews.

variable "option" {
  type = string
}

resource "aws_codegurureviewer_repository_association" "silent" { # expect: unset aws-codeguru-customer-key
  repository {
    codecommit {
      name = "shop"
    }
  }
}

resource "aws_codegurureviewer_repository_association" "of_aws" {
  repository {
    codecommit {
      name = "shop"
    }
  }

  kms_key_details {
    encryption_option = "AWS_OWNED_CMK" # expect: insecure aws-codeguru-customer-key
    kms_key_id        = "1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

resource "aws_codegurureviewer_repository_association" "own" {
  repository {
    codecommit {
      name = "shop"
    }
  }

  kms_key_details {
    encryption_option = "CUSTOMER_MANAGED_CMK" # expect: secure aws-codeguru-customer-key
    kms_key_id        = "1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

resource "aws_codegurureviewer_repository_association" "unknown" {
  repository {
    codecommit {
      name = "shop"
    }
  }

  kms_key_details {
    encryption_option = var.option # expect: unknown aws-codeguru-customer-key because var.option
    kms_key_id        = "1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}
