//! The tables hold together, and say of well-known types what people know of them.

use super::*;

fn layer(id: &str) -> LayerId {
    LayerId::find(id).unwrap()
}

fn model(id: &str) -> ModelId {
    ModelId::find(id).unwrap()
}

fn model_of(type_name: &str) -> &'static str {
    classify_type(type_name).unwrap().model.id()
}

fn owner(type_name: &str, id: &str) -> Owner {
    Placement::of_type(type_name).owner(layer(id))
}

#[test]
fn well_known_types_have_the_model_that_their_vendors_give_them() {
    let expected = [
        ("iaas", "aws_instance azurerm_linux_virtual_machine google_compute_instance"),
        ("iaas", "aws_vpc aws_subnet aws_security_group aws_flow_log aws_ebs_volume azurerm_managed_disk"),
        ("paas", "aws_lb aws_cloudfront_distribution aws_api_gateway_rest_api aws_wafv2_web_acl"),
        ("paas", "aws_s3_bucket azurerm_storage_account aws_efs_file_system aws_db_instance"),
        ("faas", "aws_lambda_function azurerm_linux_function_app google_cloudfunctions2_function"),
        ("caas", "aws_eks_cluster aws_eks_node_group aws_eks_fargate_profile aws_ecs_service"),
        ("caas", "google_cloud_run_v2_service azurerm_container_app aws_apprunner_service kubernetes_deployment"),
        ("mgmt", "aws_iam_policy azurerm_role_assignment azuread_user google_project_iam_member aws_cloudtrail"),
        ("mgmt", "aws_organizations_account"),
        ("saas", "okta_user github_repository datadog_monitor snowflake_table googleworkspace_user"),
        ("paas", "databricks_cluster mongodbatlas_cluster confluent_kafka_topic"),
        ("private", "vsphere_virtual_machine openstack_compute_instance_v2 nutanix_virtual_machine"),
        ("private", "azurerm_stack_hci_cluster azurerm_arc_machine google_gkeonprem_bare_metal_cluster"),
        ("iaas", "aws_outposts_outpost"),
        ("none", "random_password tls_private_key null_resource local_file time_sleep archive_file http"),
    ];
    for (model, types) in expected {
        for type_name in types.split(' ') {
            assert_eq!(model_of(type_name), model, "{type_name}");
        }
    }
}

#[test]
fn owners_of_well_known_types() {
    assert_eq!(owner("aws_instance", "os"), Owner::Customer);
    assert_eq!(owner("aws_instance", "hosts"), Owner::Provider);
    assert_eq!(owner("aws_db_instance", "os"), Owner::Provider);
    assert_eq!(owner("aws_db_instance", "encryption"), Owner::Shared);
    assert_eq!(owner("aws_eks_node_group", "os"), Owner::Shared);
    assert_eq!(owner("aws_eks_fargate_profile", "os"), Owner::Provider);
    assert_eq!(owner("google_cloud_run_v2_service", "os"), Owner::Provider);
    assert_eq!(owner("aws_outposts_outpost", "facility"), Owner::Customer);
    assert_eq!(owner("github_repository_webhook", "transit"), Owner::Shared);
    assert_eq!(owner("vsphere_host", "facility"), Owner::Customer);
    for model in ModelId::columns() {
        for id in ["data", "devices", "accounts", "integrity"] {
            assert_eq!(cell(layer(id), model).unwrap().owner, Owner::Customer, "{id} x {model}");
        }
    }
}

#[test]
fn a_provider_can_differ_from_the_matrix() {
    assert_eq!(owner("aws_ebs_volume", "encryption"), Owner::Customer);
    let google = Placement::of_type("google_compute_instance").ownership(layer("encryption"));
    assert_eq!(google.owner, Owner::Shared);
    assert!(matches!(google.decided_by, DecidedBy::Provider(differs) if differs.provider == "google"));
    assert!(google.why.contains("by default"));
    assert!(google.sources.names().any(|name| name.contains("Google")));
    assert!(!google.customer_part.is_empty() && !google.provider_part.is_empty());
}

#[test]
fn an_exact_pattern_wins_and_then_the_longest_prefix() {
    assert_eq!(classify_type("aws_backup_vault").unwrap().model.id(), "paas");
    assert_eq!(classify_type("aws_backup_global_settings").unwrap().model.id(), "mgmt");
    let all: Vec<(String, Service)> = services().collect();
    for (pattern, service) in &all {
        let (name, exact) = match pattern.strip_suffix('*') {
            Some(prefix) => (format!("{prefix}~"), false),
            None => (pattern.clone(), true),
        };
        let fits = |other: &str| match other.strip_suffix('*') {
            Some(prefix) => !exact && name.starts_with(prefix),
            None => other == name,
        };
        let longest = all.iter().filter(|(other, _)| fits(other)).max_by_key(|(other, _)| other.len());
        assert_eq!(longest.map(|(other, _)| other), Some(pattern), "{name}");
        assert_eq!(classify_type(&name), Some(*service), "{name}");
    }
}

#[test]
fn a_new_type_of_a_known_provider_is_a_guess_and_one_of_a_strange_provider_is_nothing() {
    assert!(classify_type("aws_zzz_not_yet").unwrap().fallback);
    assert!(!classify_type("aws_instance").unwrap().fallback);
    for strange in ["", "_", "a", "nosuchprovider_thing", "\u{10ffff}"] {
        assert_eq!(classify_type(strange), None, "{strange}");
        let placement = Placement::of_type(strange);
        assert_eq!(placement.model, ModelId::NONE);
        assert_eq!(placement.owner(layer("network")), Owner::Customer);
    }
}

/// If Terraform gives the customer something to set, part of that layer is the customer's.
#[test]
fn a_service_lists_no_layer_that_is_the_providers_alone() {
    for (pattern, service) in services() {
        let placement = Placement { service, model: service.model, ..Placement::of_type(&pattern) };
        for layer in service.layers {
            assert_ne!(placement.owner(*layer), Owner::Provider, "{pattern} lists {layer}");
        }
    }
}

#[test]
fn both_parts_are_said_in_words() {
    for (pattern, service) in services() {
        let placement = Placement { service, model: service.model, ..Placement::of_type(&pattern) };
        for layer in LayerId::all() {
            let ownership = placement.ownership(layer);
            let (customer, provider) = (ownership.customer_part, ownership.provider_part);
            match ownership.owner {
                Owner::Customer => assert!(!customer.is_empty(), "{pattern} {layer}"),
                Owner::Shared => assert!(!customer.is_empty() && !provider.is_empty(), "{pattern} {layer}"),
                Owner::Provider => assert!(customer.is_empty() && !provider.is_empty(), "{pattern} {layer}"),
            }
        }
    }
}

#[test]
fn owner_lines_say_whose_it_is() {
    let line = |owner, id, column, provider| owner_line(owner, layer(id), model(column), provider);
    assert_eq!(line(Owner::Customer, "network", "iaas", "aws"), "yours: network (IaaS)");
    assert_eq!(line(Owner::Shared, "encryption", "paas", "aws"), "shared with AWS: encryption (PaaS)");
    assert_eq!(line(Owner::Provider, "os", "paas", "aws"), "AWS's: os (PaaS)");
    assert_eq!(line(Owner::Customer, "accounts", "mgmt", "azuread"), "yours: accounts (management plane)");
    assert_eq!(line(Owner::Shared, "logging", "saas", "someone"), "shared with someone: logging (SaaS)");
    assert_eq!(line(Owner::Customer, "accounts", "none", "tls"), "yours: accounts");
}

#[test]
fn an_ending_tells_the_layer() {
    assert_eq!(layers_of_type("google_storage_bucket_iam_member"), [layer("accounts")]);
    assert_eq!(layers_of_type("aws_flow_log"), [layer("logging")]);
    assert_eq!(layers_of_type("aws_db_instance"), classify_type("aws_db_instance").unwrap().layers);
    assert_eq!(suffix_of("aws_instance"), None);
}

#[test]
fn views_hold_each_layer_and_differ_from_us_where_we_say_so() {
    assert_eq!(views().len(), 5);
    let classic = view("azure-classic").unwrap();
    assert_eq!(classic.rows.len(), 10);
    let os = classic.rows.iter().find(|row| row.name == "Operating system").unwrap();
    assert_eq!((os.onprem, os.iaas, os.saas), (Some(Owner::Customer), Some(Owner::Customer), Some(Owner::Provider)));
    assert_eq!(os.owner(model("private")), Some(Owner::Customer));
    assert_eq!((os.owner(model("faas")), os.owner(model("mgmt"))), (Some(Owner::Provider), None));
    assert_eq!(os.differing(model("iaas")).count(), 0);
    let applications = classic.rows.iter().find(|row| row.name == "Applications").unwrap();
    let differing: Vec<_> = applications.differing(model("saas")).collect();
    assert_eq!(differing, [(layer("application"), Owner::Shared)]);
    let aws = view("aws").unwrap();
    assert!(aws.rows.iter().all(|row| row.onprem.is_none() && !row.note.is_empty()));
    for view in views() {
        for row in view.rows {
            assert!(!row.layers.is_empty() && row.sources.names().next().is_some(), "{} {}", view.id, row.name);
        }
    }
}

#[test]
fn duties_outside_the_code_follow_the_models_in_use() {
    let saas: Vec<_> = duties_under([model("saas")].into_iter().collect()).map(|duty| duty.id).collect();
    assert!(saas.contains(&"res-saas-backup") && !saas.contains(&"os-patch"));
    let machines: Vec<_> = duties_under([model("iaas")].into_iter().collect()).map(|duty| duty.id).collect();
    assert!(machines.contains(&"os-patch") && !machines.contains(&"fac-access"));
    assert!(duties_of(layer("os")).all(|duty| duty.id.starts_with("os-")));
    assert_eq!(duties_under(ModelSet::default()).count(), 0);
}

#[test]
fn explaining_a_type_tells_all_layers_and_what_would_change_them() {
    let ecs = explain_type("aws_ecs_service").unwrap();
    assert_eq!(ecs.layers.len(), LAYERS);
    let fargate = ecs.changes.iter().find(|change| change.condition.when.contains("\"FARGATE\"")).unwrap();
    assert_eq!(fargate.model, None);
    assert!(fargate.layers.iter().all(|(layer, _, after)| layer.id() == "os" && *after == Owner::Provider));
    let github = explain_type("github_repository").unwrap();
    assert_eq!(github.changes.len(), 1);
    assert_eq!(github.changes[0].model, Some(model("private")));
    // Whoever runs the server owns all of it; what the service says of github.com no longer counts.
    let enterprise = Placement::of_type("github_repository_webhook").under(github.changes[0].condition);
    assert!(LayerId::all().all(|layer| enterprise.owner(layer) == Owner::Customer));
    assert!(matches!(enterprise.ownership(layer("hosts")).decided_by, DecidedBy::Condition(_)));
    assert!(explain_type("nosuchprovider_thing").is_none());
}

#[test]
fn explaining_a_layer_or_model_gives_its_cells() {
    let os = explain_layer(layer("os"));
    assert_eq!(os.cells.len(), MODELS - 1);
    assert!(os.duties.iter().any(|duty| duty.id == "os-patch"));
    let paas = explain_model(model("paas"));
    assert_eq!(paas.cells.len(), LAYERS);
    assert!(explain_model(ModelId::NONE).cells.is_empty());
}

#[test]
fn ids_are_found_and_shown() {
    for id in LayerId::all() {
        assert_eq!(LayerId::find(id.id()), Some(id));
        assert_eq!(id.to_string(), id.get().id);
    }
    assert_eq!(LayerId::find("osx"), None);
    assert_eq!(ModelId::NONE.id(), "none");
    assert!(!ModelId::NONE.has_column());
    assert_eq!(serde_json::to_string(&model("paas")).unwrap(), "\"paas\"");
    assert_eq!(provider_name("google-beta"), "Google");
}
