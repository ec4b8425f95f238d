# Queries and where their results go.

variable "option" {
  type = string
}

variable "flag" {
  type = bool
}

resource "aws_kms_key" "results" {
  enable_key_rotation = true
}

resource "aws_athena_workgroup" "silent" { # expect: not_applicable aws-athena-enforced, unset aws-athena-results-key
  name = "silent"
}

resource "aws_athena_workgroup" "loose" {
  name = "loose"

  configuration {
    enforce_workgroup_configuration = false # expect: insecure aws-athena-enforced

    result_configuration {
      output_location = "s3://acme-results/loose/"

      encryption_configuration {
        encryption_option = "SSE_S3" # expect: insecure aws-athena-results-key
      }
    }
  }
}

resource "aws_athena_workgroup" "strict" {
  name = "strict"

  configuration {
    enforce_workgroup_configuration = true # expect: secure aws-athena-enforced

    result_configuration {
      output_location = "s3://acme-results/strict/"

      encryption_configuration {
        encryption_option = "SSE_KMS" # expect: secure aws-athena-results-key
        kms_key_arn       = aws_kms_key.results.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "default" { # expect: secure aws-athena-enforced
  name = "default"

  configuration {
    result_configuration {
      output_location = "s3://acme-results/default/"

      encryption_configuration {
        encryption_option = "CSE_KMS" # expect: secure aws-athena-results-key
        kms_key_arn       = aws_kms_key.results.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "managed" { # expect: not_applicable aws-athena-results-key
  name = "managed"

  configuration {
    enforce_workgroup_configuration = true # expect: secure aws-athena-enforced

    managed_query_results_configuration {
      enabled = true
    }
  }
}

resource "aws_athena_workgroup" "unknown" {
  name = "unknown"

  configuration {
    enforce_workgroup_configuration = var.flag # expect: unknown aws-athena-enforced because var.flag

    result_configuration {
      encryption_configuration {
        encryption_option = var.option # expect: unknown aws-athena-results-key because var.option
      }
    }
  }
}

resource "aws_athena_database" "silent" { # expect: unset aws-athena-results-key
  name   = "silent"
  bucket = "acme-lake"
}

resource "aws_athena_database" "bucket_key" {
  name   = "bucket_key"
  bucket = "acme-lake"

  encryption_configuration {
    encryption_option = "SSE_S3" # expect: insecure aws-athena-results-key
  }
}

resource "aws_athena_database" "own" {
  name   = "own"
  bucket = "acme-lake"

  encryption_configuration {
    encryption_option = "SSE_KMS" # expect: secure aws-athena-results-key
    kms_key           = aws_kms_key.results.arn
  }
}
