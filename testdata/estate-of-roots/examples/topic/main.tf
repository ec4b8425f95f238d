# Shows how the module is used; the module itself is judged as well, for nobody else calls it.
module "topic" {
  source = "../../modules/topic"

  kms_key_id = "alias/aws/sns"
}
