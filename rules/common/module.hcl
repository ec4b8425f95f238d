# Module calls: where the code comes from, and whether it is the same tomorrow.

setting "module-pinned" {
  title    = "Modules are pinned to a version"
  problem  = "This module follows a moving target"
  layer    = "application"
  severity = "low"

  resource  = "module"
  filter    = !regex_match(attrs.source, "^\\.\\.?(/|$)")
  attribute = "source"
  condition = (
    regex_match(value, "[?&]ref=[0-9a-f]{7,40}($|&)")
    || regex_match(value, "[?&]ref=[A-Za-z._/-]*v?\\d+\\.\\d+")
    || regex_match(value, "[?&](checksum|versionId)=")
    || regex_match(value, "\\d+\\.\\d+\\.\\d+[^/]*\\.(zip|tgz|tar\\.gz|tar\\.xz|tar\\.bz2)")
    || (regex_match(value, "^[A-Za-z0-9._-]+(/[A-Za-z0-9_-]+){2,3}(//.*)?$") && attrs.version != null)
  )

  why        = "Whoever can push there runs code in your deployment, with its rights."
  aliases    = ["CKV_TF_1", "CKV_TF_2"]
  references = ["https://developer.hashicorp.com/terraform/language/modules/sources"]
  since      = "0.1.0"
}

setting "module-transport" {
  title    = "Modules are fetched over an authenticated way"
  problem  = "This module comes over a way where anyone in between can change it"
  layer    = "application"
  severity = "medium"

  resource  = "module"
  attribute = "source"
  condition = !regex_match(value, "^(git::|hg::)?(http|git)://")

  why        = "Somebody on the way can put other code in its place, which then runs with the deployment's rights."
  references = ["https://developer.hashicorp.com/terraform/language/modules/sources"]
  since      = "0.1.0"
}
