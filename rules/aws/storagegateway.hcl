# Storage Gateway: buckets as file shares in an office or a data centre.

setting "aws-storagegateway-guest-access" {
  title    = "File shares ask who you are"
  problem  = "Everyone with the guest password uses this share, and no log tells who it was"
  layer    = "accounts"
  severity = "medium"

  resource  = "aws_storagegateway_smb_file_share"
  attribute = "authentication"
  default   = "ActiveDirectory"
  condition = value != "GuestAccess"

  why        = "One password for all is known by all who ever left."
  fix        = { authentication = "ActiveDirectory" }
  careful    = "the gateway must have joined a domain; changing it makes a new share"
  references = ["https://docs.aws.amazon.com/filegateway/latest/files3/enable-ad-settings.html"]
  since      = "0.1.0"
}

setting "aws-storagegateway-nfs-clients" {
  title    = "NFS shares are mounted by known hosts only"
  problem  = "Any host that reaches the gateway may mount this share"
  layer    = "network"
  severity = "medium"

  resource  = "aws_storagegateway_nfs_file_share"
  attribute = "client_list"
  condition = !anytrue([for client in value : is_open_cidr(client)])

  why        = "NFS asks for no login: the list of clients is all that protects the bucket behind it."
  remedy     = "name the hosts or networks that mount the share in client_list"
  references = ["https://docs.aws.amazon.com/filegateway/latest/files3/CreatingAnNFSFileShare.html"]
  since      = "0.1.0"
}

setting "aws-storagegateway-root-squash" {
  title    = "Root of a client is not root of the share"
  problem  = "Root of any client owns every file of this share"
  layer    = "accounts"
  severity = "low"

  resource  = "aws_storagegateway_nfs_file_share"
  attribute = "squash"
  default   = "RootSquash"
  condition = value != "NoSquash"

  why        = "Whoever is root on one laptop reads and changes everybody's files."
  fix        = { squash = "RootSquash" }
  references = ["https://docs.aws.amazon.com/filegateway/latest/files3/edit-nfs-client.html"]
  since      = "0.1.0"
}
