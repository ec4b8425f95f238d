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

setting "aws-sagemaker-model-isolated" {
  title    = "Models run without a network"
  problem  = "Containers of this model can call out to the internet"
  layer    = "network"
  severity = "low"

  resource  = "aws_sagemaker_model"
  attribute = "enable_network_isolation"
  default   = false
  condition = value == true

  why        = "A model or a package from somebody else can send away what it is asked about."
  fix        = { enable_network_isolation = true }
  careful    = "the model is replaced; containers that fetch something when they start no longer can"
  aliases    = ["CKV_AWS_370"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html"]
  since      = "0.1.0"
}

setting "aws-sagemaker-notebook-imdsv2" {
  title    = "Instance metadata of notebooks asks for a session token"
  problem  = "Programs in this notebook can be tricked into giving its credentials away"
  layer    = "application"
  severity = "medium"

  resource  = "aws_sagemaker_notebook_instance"
  attribute = "instance_metadata_service_configuration.minimum_instance_metadata_service_version"
  default   = "1"
  condition = value == "2"

  why        = "A request that a page or a package makes is enough to read them, where no token is asked for."
  fix        = { "instance_metadata_service_configuration.minimum_instance_metadata_service_version" = "2" }
  aliases    = ["CKV_AWS_371"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html"]
  since      = "0.1.0"
}

setting "aws-sagemaker-notebook-network" {
  title    = "Notebooks stand in a network of yours"
  problem  = "This notebook is in a network that AWS runs"
  layer    = "network"
  severity = "low"

  resource  = "aws_sagemaker_notebook_instance"
  attribute = "subnet_id"
  condition = value != null

  why        = "No rule of yours stands between it and the internet, and no flow log shows what it sends."
  careful    = "the notebook is replaced"
  aliases    = ["CKV_AWS_306"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"]
  since      = "0.1.0"
}

setting "aws-sagemaker-customer-key" {
  title    = "Machine learning storage is encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens what is stored here"
  layer    = "encryption"
  severity = "info"

  on "aws_sagemaker_notebook_instance" "aws_sagemaker_domain" {
    attribute = "kms_key_id"
  }
  on "aws_sagemaker_endpoint_configuration" {
    attribute = "kms_key_arn"
    # a serverless endpoint has no volume
    filter = !alltrue([for v in attrs.production_variants : v.serverless_config[0] != null])
  }
  on "aws_sagemaker_flow_definition" {
    attribute = "output_config.kms_key_id"
  }
  on "aws_sagemaker_data_quality_job_definition" {
    attribute = "data_quality_job_output_config.kms_key_id"
  }
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads data sets, models and results."
  careful    = "the resource is replaced, and roles need the right to use the key"
  aliases    = ["CKV_AWS_22", "CKV_AWS_98", "CKV_AWS_187", "CKV_AWS_367", "CKV_AWS_372", "AC_AWS_0499"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-sagemaker-job-volume-customer-key" {
  title    = "Volumes of monitoring jobs are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens the volumes of these jobs"
  layer    = "encryption"
  severity = "info"

  resource  = "aws_sagemaker_data_quality_job_definition"
  attribute = "job_resources.cluster_config.volume_kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads what jobs work on."
  careful    = "the definition is replaced; instances with disks of their own take no key"
  aliases    = ["CKV_AWS_368"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html"]
  since      = "0.1.0"
}

setting "aws-sagemaker-job-transit" {
  title    = "Machines of monitoring jobs speak encrypted with each other"
  problem  = "Data moves between the machines of these jobs in clear"
  layer    = "transit"
  severity = "low"

  resource = "aws_sagemaker_data_quality_job_definition"
  # one machine has nobody to speak with
  filter    = attrs.job_resources.cluster_config.instance_count > 1
  attribute = "network_config.enable_inter_container_traffic_encryption"
  default   = false
  condition = value == true

  why        = "Whoever can listen in the network reads the data set."
  fix        = { "network_config.enable_inter_container_traffic_encryption" = true }
  careful    = "the definition is replaced, and jobs take longer"
  aliases    = ["CKV_AWS_369"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html"]
  since      = "0.1.0"
}

setting "aws-sagemaker-notebook-role" {
  title    = "Notebooks may not do everything"
  problem  = "Whoever opens this notebook may call every action"
  layer    = "accounts"
  severity = "high"
  locals {
    policies = flatten([for r in referred(attrs, "aws_iam_role", "role_arn") : concat(
      [for p in r.inline_policy : p.policy],
      [for p in referring(r, "aws_iam_role_policy", "role") : p.policy],
      flatten([for a in referring(r, "aws_iam_role_policy_attachment", "role") : [for p in referred(a, "aws_iam_policy", "policy_arn") : p.policy]]),
    )])
  }

  resource  = "aws_sagemaker_notebook_instance"
  filter    = length(local.policies) > 0
  subject   = flatten([for p in local.policies : flatten([for s in statements(p) : [for a in s.actions : a if a == "*"] if s.effect == "Allow" && !is_narrowed(s)])])[0]
  condition = value == null

  why        = "A notebook runs what anybody pastes into it, with all that its role may do."
  careful    = "list the actions that the work needs"
  aliases    = ["CKV2_AWS_68"]
  references = ["https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html"]
  since      = "0.1.0"
}
