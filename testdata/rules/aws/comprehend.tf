# Recognizers and classifiers.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_comprehend_entity_recognizer" "silent" { # expect: unset aws-comprehend-customer-key, unset aws-comprehend-volume-customer-key
  name                 = "silent"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"

  input_data_config {
    entity_types {
      type = "PRODUCT"
    }

    documents {
      s3_uri = "s3://acme-training/documents"
    }

    entity_list {
      s3_uri = "s3://acme-training/entities"
    }
  }
}

resource "aws_comprehend_entity_recognizer" "own" {
  name                 = "own"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"
  model_kms_key_id     = aws_kms_key.own.arn                                                           # expect: secure aws-comprehend-customer-key
  volume_kms_key_id    = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-comprehend-volume-customer-key

  input_data_config {
    entity_types {
      type = "PRODUCT"
    }

    documents {
      s3_uri = "s3://acme-training/documents"
    }

    entity_list {
      s3_uri = "s3://acme-training/entities"
    }
  }
}

resource "aws_comprehend_document_classifier" "named" {
  name                 = "named"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"
  model_kms_key_id     = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-comprehend-customer-key
  volume_kms_key_id    = aws_kms_key.own.arn                                                           # expect: secure aws-comprehend-volume-customer-key

  input_data_config {
    s3_uri = "s3://acme-training/documents"
  }
}

resource "aws_comprehend_entity_recognizer" "unknown" {
  name                 = "unknown"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"
  model_kms_key_id     = var.text # expect: unknown aws-comprehend-customer-key because var.text
  volume_kms_key_id    = var.text # expect: unknown aws-comprehend-volume-customer-key because var.text

  input_data_config {
    entity_types {
      type = "PRODUCT"
    }

    documents {
      s3_uri = "s3://acme-training/documents"
    }

    entity_list {
      s3_uri = "s3://acme-training/entities"
    }
  }
}

resource "aws_comprehend_document_classifier" "silent" { # expect: unset aws-comprehend-customer-key, unset aws-comprehend-volume-customer-key
  name                 = "silent"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"

  input_data_config {
    s3_uri = "s3://acme-training/documents"
  }
}
