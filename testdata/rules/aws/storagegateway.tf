# Buckets as file shares.

variable "login" {
  type = string
}

variable "clients" {
  type = set(string)
}

variable "squash" {
  type = string
}

resource "aws_storagegateway_smb_file_share" "silent" { # expect: secure aws-storagegateway-guest-access
  gateway_arn  = "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1"
  location_arn = "arn:aws:s3:::files"
  role_arn     = "arn:aws:iam::111122223333:role/files"
}

resource "aws_storagegateway_smb_file_share" "guest" {
  authentication = "GuestAccess" # expect: insecure aws-storagegateway-guest-access
  gateway_arn    = "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1"
  location_arn   = "arn:aws:s3:::files"
  role_arn       = "arn:aws:iam::111122223333:role/files"
}

resource "aws_storagegateway_smb_file_share" "unknown" {
  authentication = var.login # expect: unknown aws-storagegateway-guest-access because var.login
  gateway_arn    = "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1"
  location_arn   = "arn:aws:s3:::files"
  role_arn       = "arn:aws:iam::111122223333:role/files"
}

resource "aws_storagegateway_nfs_file_share" "silent" { # expect: secure aws-storagegateway-root-squash
  client_list  = ["0.0.0.0/0"] # expect: insecure aws-storagegateway-nfs-clients
  gateway_arn  = "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1"
  location_arn = "arn:aws:s3:::files"
  role_arn     = "arn:aws:iam::111122223333:role/files"
}

resource "aws_storagegateway_nfs_file_share" "root" {
  client_list  = ["10.1.2.0/24"] # expect: secure aws-storagegateway-nfs-clients
  squash       = "NoSquash"      # expect: insecure aws-storagegateway-root-squash
  gateway_arn  = "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1"
  location_arn = "arn:aws:s3:::files"
  role_arn     = "arn:aws:iam::111122223333:role/files"
}

resource "aws_storagegateway_nfs_file_share" "all" {
  client_list  = ["10.1.2.3"] # expect: secure aws-storagegateway-nfs-clients
  squash       = "AllSquash"  # expect: secure aws-storagegateway-root-squash
  gateway_arn  = "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1"
  location_arn = "arn:aws:s3:::files"
  role_arn     = "arn:aws:iam::111122223333:role/files"
}

resource "aws_storagegateway_nfs_file_share" "unknown" {
  client_list  = var.clients # expect: unknown aws-storagegateway-nfs-clients because var.clients
  squash       = var.squash  # expect: unknown aws-storagegateway-root-squash because var.squash
  gateway_arn  = "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1"
  location_arn = "arn:aws:s3:::files"
  role_arn     = "arn:aws:iam::111122223333:role/files"
}
