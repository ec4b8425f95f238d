//! Who owns a layer follows from the attributes of a resource and of its provider: every condition where it is true,
//! where it is false, where nothing is written, and where nobody can know.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use bumpalo::Bump;
use onus::config::{Inputs, Scan, load};
use onus::discover::{Options, discover};
use onus::estate::InstanceKind;
use onus::eval::evaluate;
use onus::responsibility::{Condition, DecidedBy, LayerId, Owner, Placement, classify, conditions, conditions_of};

/// The placement of the only resource in a root module.
fn place(text: &str) -> Placement {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("main.tf"), format!("variable \"given_later\" {{}}\n{text}")).unwrap();
    let options = Options { working_dir: directory.path().to_owned(), ..Options::default() };
    let scan = Scan::of(&discover(&[".".into()], &options).unwrap());
    let program = load(&scan.roots[0], &Inputs::default(), &scan.cache);
    assert!(program.errors.is_empty(), "{text}: {:?}", program.errors);
    let arena = Bump::new();
    let evaluation = evaluate(&arena, &program, &onus::eval::Options::default());
    let (id, _) =
        evaluation.estate.iter().find(|(_, instance)| instance.kind == InstanceKind::Managed).expect("a resource");
    classify(&evaluation.estate, id)
}

/// Texts in which a condition is true, false, left to nothing written, and unknown.
struct Case {
    /// The type.
    type_name: &'static str,
    /// Which condition of the type, counted from 0.
    nth: usize,
    /// Whether the texts are the body of the provider's configuration, not of the resource.
    of_provider: bool,
    yes: &'static str,
    no: &'static str,
    unknown: &'static str,
    /// Whether it holds where nothing is written.
    unset: bool,
}

impl Case {
    fn resource(&self, body: &str) -> String {
        let type_name = self.type_name;
        if self.of_provider {
            let provider = type_name.split('_').next().unwrap();
            format!("provider \"{provider}\" {{\n{body}\n}}\nresource \"{type_name}\" \"x\" {{}}")
        } else {
            format!("resource \"{type_name}\" \"x\" {{\n{body}\n}}")
        }
    }

    fn condition(&self) -> &'static Condition {
        conditions_of(self.type_name).nth(self.nth).unwrap()
    }

    fn holds(&self, body: &str) -> bool {
        place(&self.resource(body)).condition.is_some_and(|it| std::ptr::eq(it, self.condition()))
    }
}

const fn case(type_name: &'static str, nth: usize, yes: &'static str, no: &'static str, unknown: &'static str) -> Case {
    Case { type_name, nth, of_provider: false, yes, no, unknown, unset: false }
}

const fn provider(type_name: &'static str, yes: &'static str, no: &'static str, unknown: &'static str) -> Case {
    Case { type_name, nth: 0, of_provider: true, yes, no, unknown, unset: false }
}

const LAUNCH: [&str; 3] = [r#"launch_type = "FARGATE""#, r#"launch_type = "EXTERNAL""#, r#"launch_type = "EC2""#];
const LAUNCH_LATER: &str = "launch_type = var.given_later";
const IMAGE: [&str; 3] = [r#"package_type = "Image""#, r#"package_type = "Zip""#, "package_type = var.given_later"];
const WEB_APP: [&str; 3] = [
    "site_config {\n application_stack {\n docker_image_name = \"shop:1\"\n }\n }",
    "site_config {\n application_stack {\n python_version = \"3.12\"\n }\n }",
    "dynamic \"site_config\" {\n for_each = var.given_later\n content {}\n }",
];

const CASES: [Case; 43] = [
    case("aws_ecs_service", 0, LAUNCH[0], LAUNCH[1], LAUNCH_LATER),
    case("aws_ecs_service", 1, LAUNCH[1], LAUNCH[2], LAUNCH_LATER),
    case(
        "aws_ecs_service",
        2,
        "capacity_provider_strategy {\n capacity_provider = \"FARGATE_SPOT\"\n }",
        "capacity_provider_strategy {\n capacity_provider = \"machines\"\n }",
        "capacity_provider_strategy {\n capacity_provider = var.given_later\n }",
    ),
    Case { unset: true, ..case("aws_ecs_service", 3, LAUNCH[2], LAUNCH[0], LAUNCH_LATER) },
    case("aws_ecs_task_set", 0, LAUNCH[0], LAUNCH[1], LAUNCH_LATER),
    case("aws_ecs_task_set", 1, LAUNCH[1], LAUNCH[2], LAUNCH_LATER),
    case("aws_ecs_task_set", 2, LAUNCH[2], LAUNCH[0], LAUNCH_LATER),
    case(
        "aws_ecs_task_definition",
        0,
        "requires_compatibilities = [\"FARGATE\"]",
        "requires_compatibilities = [\"FARGATE\", \"EC2\"]",
        "requires_compatibilities = [var.given_later]",
    ),
    case(
        "aws_ecs_task_definition",
        1,
        "requires_compatibilities = [\"EC2\", \"EXTERNAL\"]",
        "requires_compatibilities = [\"EC2\"]",
        "requires_compatibilities = var.given_later",
    ),
    case(
        "aws_ecs_capacity_provider",
        0,
        "managed_instances_provider {}",
        "auto_scaling_group_provider {}",
        "dynamic \"managed_instances_provider\" {\n for_each = var.given_later\n content {}\n }",
    ),
    case(
        "aws_ecs_capacity_provider",
        1,
        "auto_scaling_group_provider {}",
        "managed_instances_provider {}",
        "dynamic \"auto_scaling_group_provider\" {\n for_each = var.given_later\n content {}\n }",
    ),
    case(
        "aws_eks_cluster",
        0,
        "compute_config {\n enabled = true\n }",
        "compute_config {\n enabled = false\n }",
        "compute_config {\n enabled = var.given_later\n }",
    ),
    case("aws_eks_node_group", 0, "ami_type = \"CUSTOM\"", "ami_type = \"AL2023\"", "ami_type = var.given_later"),
    case(
        "aws_batch_compute_environment",
        0,
        "compute_resources {\n type = \"FARGATE_SPOT\"\n }",
        "compute_resources {\n type = \"EC2\"\n }",
        "compute_resources {\n type = var.given_later\n }",
    ),
    case("aws_batch_compute_environment", 1, "type = \"UNMANAGED\"", "type = \"MANAGED\"", "type = var.given_later"),
    case("aws_lambda_function", 0, IMAGE[0], IMAGE[1], IMAGE[2]),
    case(
        "aws_lambda_runtime_management_config",
        0,
        "update_runtime_on = \"Manual\"",
        "update_runtime_on = \"Auto\"",
        "update_runtime_on = var.given_later",
    ),
    case("awscc_lambda_function", 0, IMAGE[0], IMAGE[1], IMAGE[2]),
    case("aws_db_instance", 0, "engine = \"custom-oracle-ee\"", "engine = \"postgres\"", "engine = var.given_later"),
    case(
        "azurerm_linux_function_app",
        0,
        "site_config {\n application_stack {\n docker {\n image_name = \"shop\"\n }\n }\n }",
        "site_config {\n application_stack {\n python_version = \"3.12\"\n }\n }",
        "site_config {\n application_stack {\n dynamic \"docker\" {\n for_each = var.given_later\n content {}\n }\n }\n }",
    ),
    case("azurerm_linux_web_app", 0, WEB_APP[0], WEB_APP[1], WEB_APP[2]),
    case("azurerm_windows_web_app", 0, WEB_APP[0], WEB_APP[1], WEB_APP[2]),
    case(
        "google_container_cluster",
        0,
        "enable_autopilot = true",
        "enable_autopilot = false",
        "enable_autopilot = var.given_later",
    ),
    case(
        "databricks_sql_endpoint",
        0,
        "enable_serverless_compute = true",
        "enable_serverless_compute = false",
        "enable_serverless_compute = var.given_later",
    ),
    azapi(0, "type = \"Microsoft.Compute/virtualMachines@2024-07-01\""),
    azapi(1, "type = \"Microsoft.App/containerApps@2024-03-01\""),
    azapi(2, "type = \"Microsoft.Authorization/locks@2020-05-01\""),
    azapi(3, "type = \"Microsoft.AzureStackHCI/clusters@2024-04-01\""),
    provider(
        "github_repository",
        "base_url = \"https://git.example.com/\"",
        "base_url = \"https://api.github.com/\"",
        "base_url = var.given_later",
    ),
    provider(
        "gitlab_project",
        "base_url = \"https://gitlab.com.example.net/\"",
        "base_url = \"https://gitlab.com/api/v4/\"",
        "base_url = var.given_later",
    ),
    provider(
        "vault_mount",
        "address = \"https://shop.vault.11eb.aws.hashicorp.cloud:8200\"",
        "address = \"https://vault.example.com\"",
        "address = var.given_later",
    ),
    provider(
        "consul_keys",
        "address = \"shop.consul.11eb.aws.hashicorp.cloud\"",
        "address = \"localhost:8500\"",
        "address = var.given_later",
    ),
    provider(
        "boundary_host",
        "addr = \"https://11eb.boundary.hashicorp.cloud\"",
        "addr = \"http://127.0.0.1:9200\"",
        "addr = var.given_later",
    ),
    provider(
        "tfe_workspace",
        "hostname = \"tfe.example.com\"",
        "hostname = \"app.terraform.io\"",
        "hostname = var.given_later",
    ),
    provider(
        "azuredevops_project",
        "org_service_url = \"https://tfs.example.com/DefaultCollection\"",
        "org_service_url = \"https://dev.azure.com/shop\"",
        "org_service_url = var.given_later",
    ),
    provider(
        "grafana_folder",
        "url = \"https://grafana.example.com\"",
        "url = \"https://shop.grafana.net\"",
        "url = var.given_later",
    ),
    provider(
        "elasticstack_elasticsearch_index",
        "elasticsearch {\n endpoints = [\"https://shop.es.eu.elastic.cloud\"]\n }",
        "elasticsearch {\n endpoints = [\"http://localhost:9200\"]\n }",
        "elasticsearch {\n endpoints = [var.given_later]\n }",
    ),
    provider(
        "opensearch_index",
        "url = \"https://search-shop.eu-west-1.es.amazonaws.com\"",
        "url = \"http://localhost:9200\"",
        "url = var.given_later",
    ),
    provider(
        "vsphere_virtual_machine",
        "vsphere_server = \"vcenter.sddc-1.vmwarevmc.com\"",
        "vsphere_server = \"vcenter.example.com\"",
        "vsphere_server = var.given_later",
    ),
    provider(
        "openstack_compute_instance_v2",
        "auth_url = \"https://auth.cloud.ovh.net/v3\"",
        "auth_url = \"https://keystone.example.com/v3\"",
        "auth_url = var.given_later",
    ),
    provider(
        "postgresql_role",
        "host = \"shop.c1.eu-west-1.rds.amazonaws.com\"",
        "host = \"db.example.com\"",
        "host = var.given_later",
    ),
    provider(
        "mysql_user",
        "endpoint = \"shop.mysql.database.azure.com:3306\"",
        "endpoint = \"db.example.com\"",
        "endpoint = var.given_later",
    ),
    provider(
        "airbyte_connection",
        "server_url = \"https://airbyte.example.org/api\"",
        "server_url = \"https://api.airbyte.com/v1\"",
        "server_url = var.given_later",
    ),
];

const fn azapi(nth: usize, yes: &'static str) -> Case {
    case("azapi_resource", nth, yes, "type = \"Microsoft.Sql/servers@2023-08-01\"", "type = var.given_later")
}

#[test]
fn every_condition_is_tried() {
    let tried: Vec<_> = CASES.iter().map(|case| std::ptr::from_ref(case.condition())).collect();
    for condition in conditions() {
        assert!(tried.contains(&std::ptr::from_ref(condition)), "{condition:?}");
    }
}

#[test]
fn a_condition_counts_only_where_it_is_true() {
    for case in &CASES {
        let name = format!("{} {}", case.type_name, case.condition().when);
        assert!(case.holds(case.yes), "true: {name}: {:?}", place(&case.resource(case.yes)));
        assert!(!case.holds(case.no), "false: {name}");
        assert_eq!(case.holds(""), case.unset, "nothing written: {name}");
        assert!(!case.holds(case.unknown), "unknown: {name}");
        let undecided = place(&case.resource(case.unknown)).undecided;
        assert!(undecided.is_some(), "unknown: {name}");
        assert_eq!(place(&case.resource("")).undecided, None, "nothing written: {name}");
        assert_eq!(place(&case.resource(case.no)).undecided, None, "false: {name}");
    }
}

#[test]
fn a_resource_without_a_provider_block_has_the_model_of_its_service() {
    for case in CASES.iter().filter(|case| case.of_provider) {
        let placement = place(&format!("resource \"{}\" \"x\" {{}}", case.type_name));
        assert_eq!((placement.condition, placement.model), (None, placement.service.model), "{}", case.type_name);
    }
}

#[test]
fn fargate_takes_the_operating_system_away_and_ec2_gives_it_back() {
    let os = LayerId::find("os").unwrap();
    let ownership = |launch: &str| place(&format!("resource \"aws_ecs_service\" \"x\" {{\n{launch}\n}}")).ownership(os);
    let fargate = ownership(LAUNCH[0]);
    assert_eq!((fargate.owner, fargate.customer_part), (Owner::Provider, ""));
    assert_eq!(fargate.why, "launch_type is FARGATE: AWS runs and patches the machines");
    assert!(matches!(fargate.decided_by, DecidedBy::Condition(_)));
    let machines = ownership(LAUNCH[2]);
    assert_eq!((machines.owner, machines.provider_part), (Owner::Customer, ""));
    assert!(machines.customer_part.contains("patches"));
    let nobody_knows = ownership(LAUNCH_LATER);
    assert_eq!(nobody_knows.owner, Owner::Shared);
    assert_eq!(nobody_knows.decided_by, DecidedBy::Matrix);
}

#[test]
fn the_provider_that_counts_is_the_one_the_resource_uses() {
    let text = |alias: &str| {
        format!(
            "provider \"github\" {{}}\nprovider \"github\" {{\n alias = \"own\"\n base_url = \"https://git.example.com/\"\n}}\n\
             resource \"github_repository\" \"x\" {{\n{alias}\n}}"
        )
    };
    assert_eq!(place(&text("")).model.id(), "saas");
    let own = place(&text("provider = github.own"));
    assert_eq!(own.model.id(), "private");
    assert!(LayerId::all().all(|layer| own.owner(layer) == Owner::Customer));
}
