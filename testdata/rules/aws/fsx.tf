# FSx file systems.

variable "key" {
  type = string
}

resource "aws_kms_key" "files" {
  description = "files"
}

resource "aws_fsx_windows_file_system" "silent" { # expect: unset aws-fsx-customer-key
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 32
  storage_capacity    = 300
}

resource "aws_fsx_windows_file_system" "keyed" {
  subnet_ids          = ["subnet-0123456789abcdef0"]
  throughput_capacity = 32
  storage_capacity    = 300
  kms_key_id          = aws_kms_key.files.arn # expect: secure aws-fsx-customer-key
}

resource "aws_fsx_ontap_file_system" "silent" { # expect: unset aws-fsx-customer-key
  storage_capacity    = 1024
  subnet_ids          = ["subnet-0123456789abcdef0"]
  preferred_subnet_id = "subnet-0123456789abcdef0"
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 128
}

resource "aws_fsx_ontap_file_system" "keyed" {
  storage_capacity    = 1024
  subnet_ids          = ["subnet-0123456789abcdef0"]
  preferred_subnet_id = "subnet-0123456789abcdef0"
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 128
  kms_key_id          = "arn:aws:kms:eu-central-1:123456789012:key/files" # expect: secure aws-fsx-customer-key
}

resource "aws_fsx_openzfs_file_system" "silent" { # expect: unset aws-fsx-customer-key
  storage_capacity    = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
}

resource "aws_fsx_openzfs_file_system" "unknown" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0123456789abcdef0"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
  kms_key_id          = var.key # expect: unknown aws-fsx-customer-key because var.key
}

# what is thrown away after the computation takes no key
resource "aws_fsx_lustre_file_system" "scratch" { # expect: not_applicable aws-fsx-customer-key
  storage_capacity = 1200
  subnet_ids       = ["subnet-0123456789abcdef0"]
  deployment_type  = "SCRATCH_2"
}

resource "aws_fsx_lustre_file_system" "by_default" { # expect: not_applicable aws-fsx-customer-key
  storage_capacity = 1200
  subnet_ids       = ["subnet-0123456789abcdef0"]
}

resource "aws_fsx_lustre_file_system" "silent" { # expect: unset aws-fsx-customer-key
  storage_capacity            = 1200
  subnet_ids                  = ["subnet-0123456789abcdef0"]
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125
}

resource "aws_fsx_lustre_file_system" "keyed" {
  storage_capacity            = 1200
  subnet_ids                  = ["subnet-0123456789abcdef0"]
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125
  kms_key_id                  = aws_kms_key.files.arn # expect: secure aws-fsx-customer-key
}
