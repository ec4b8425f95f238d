//! The published models say of our tables what their vendors say: who answers for what at AWS, Microsoft and Google, with a
//! SaaS, an ETL platform, a communications platform, in a private cloud and in a hybrid of both; and the model is complete.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use onus::responsibility::{
    LayerId, Matrix, ModelId, Owner, Placement, Sources, cell, classify_type, conditions, duties, duties_under,
    explain_layer, view, views,
};
use onus::schema::{TypeKind, types};

fn layer(id: &str) -> LayerId {
    LayerId::find(id).unwrap_or_else(|| panic!("no layer {id}"))
}

fn model(id: &str) -> ModelId {
    ModelId::find(id).unwrap_or_else(|| panic!("no model {id}"))
}

/// The letter by which the tables below name an owner.
fn letter(owner: Owner) -> char {
    match owner {
        Owner::Customer => 'C',
        Owner::Shared => 'S',
        Owner::Provider => 'P',
    }
}

/// Our own owner of a layer under each of these models: `C S P`.
fn ours(id: &str, models: &[&str]) -> String {
    let owners = models.iter().map(|id_of_model| letter(cell(layer(id), model(id_of_model)).unwrap().owner));
    owners.map(|owner| owner.to_string()).collect::<Vec<_>>().join(" ")
}

/// The owners of a type's layers, before any attribute is looked at.
#[track_caller]
fn assert_owned(type_name: &str, owned: &[(Owner, &str)]) {
    let placement = Placement::of_type(type_name);
    for (owner, layers) in owned {
        for id in layers.split(' ') {
            assert_eq!(placement.owner(layer(id)), *owner, "{id} of {type_name}");
        }
    }
}

/// The rows of a vendor's picture with their owners, as `Name: C C S P`.
fn rows(id: &str, models: &[&str]) -> Vec<String> {
    let owners = |row: &onus::responsibility::ViewRow| {
        let owners = models.iter().map(|column| row.owner(model(column)).map_or('-', letter).to_string());
        owners.collect::<Vec<_>>().join(" ")
    };
    view(id).unwrap().rows.iter().map(|row| format!("{}: {}", row.name, owners(row))).collect()
}

/// Where our table says something else than a vendor's: `Row: layer x model, they C, we S`.
fn differences(id: &str, models: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for row in view(id).unwrap().rows.iter().filter(|row| row.layers.len() < LayerId::all().len()) {
        for column in models {
            let Some(theirs) = row.owner(model(column)) else { continue };
            let of_layer = row.differing(model(column)).map(|(layer, ours)| {
                format!("{}: {layer} x {column}, they {}, we {}", row.name, letter(theirs), letter(ours))
            });
            found.extend(of_layer);
        }
    }
    found
}

const MICROSOFT: [&str; 4] = ["onprem", "iaas", "paas", "saas"];

#[test]
fn aws_answers_for_software_hardware_and_its_global_infrastructure_and_the_customer_for_the_rest() {
    // "Software" is the hypervisor and what AWS runs on its hosts.
    assert_owned(
        "aws_instance",
        &[
            (Owner::Provider, "hosts facility"),
            (Owner::Customer, "data accounts directory application os network encryption integrity transit"),
        ],
    );
    assert_owned("aws_security_group", &[(Owner::Customer, "network"), (Owner::Provider, "hosts facility")]);
    assert_owned("aws_ebs_volume", &[(Owner::Customer, "encryption data"), (Owner::Provider, "hosts facility")]);
    assert_owned("aws_iam_policy", &[(Owner::Customer, "accounts"), (Owner::Provider, "os hosts facility")]);
    // A managed service takes the operating system over, and never the data or who may reach it.
    for managed in ["aws_db_instance", "aws_lambda_function", "aws_s3_bucket"] {
        assert_owned(managed, &[(Owner::Provider, "os hosts facility"), (Owner::Customer, "data accounts integrity")]);
        assert_owned(managed, &[(Owner::Shared, "encryption network")]);
    }
    assert_eq!(
        rows("aws", &["iaas", "paas", "saas"]),
        [
            "Customer data: C C C",
            "Platform, applications, identity and access management: C S S",
            "Operating system, network and firewall configuration: C S P",
            "Client-side data encryption and data integrity authentication: C C C",
            "Server-side encryption (file system and/or data): C C P",
            "Networking traffic protection (encryption, integrity, identity): C C P",
            "Software: compute, storage, database, networking: P P P",
            "Hardware and AWS global infrastructure: P P P",
        ]
    );
    assert_eq!(differences("aws", &["iaas", "paas", "saas"]), AWS_DIFFERS);
}

const AWS_DIFFERS: [&str; 5] = [
    "Platform, applications, identity and access management: accounts x paas, they S, we C",
    "Platform, applications, identity and access management: accounts x saas, they S, we C",
    "Operating system, network and firewall configuration: os x paas, they S, we P",
    "Server-side encryption (file system and/or data): encryption x paas, they C, we S",
    "Networking traffic protection (encryption, integrity, identity): transit x paas, they C, we S",
];

#[test]
fn microsofts_table_of_2026_cell_by_cell() {
    let published = [
        "Customer data: C C C C",
        "Configurations and settings: C C C C",
        "Identities and users: C C C C",
        "Client devices: C C C S",
        "Applications: C C S S",
        "Network controls: C C S P",
        "Operating system: C C P P",
        "Physical hosts: C P P P",
        "Physical network: C P P P",
        "Physical datacenter: C P P P",
    ];
    assert_eq!(rows("azure-2026", &MICROSOFT), published);
    // The table says shared, the list below it that devices stay with the customer always; the directory is the provider's
    // work, too, in every older picture.
    assert_eq!(
        differences("azure-2026", &MICROSOFT),
        [
            "Identities and users: directory x paas, they C, we S",
            "Identities and users: directory x saas, they C, we S",
            "Client devices: devices x saas, they S, we C",
        ]
    );
}

#[test]
fn microsofts_classic_picture_cell_by_cell() {
    let published = [
        "Information and data: C C C C",
        "Devices (mobile and PCs): C C C C",
        "Accounts and identities: C C C C",
        "Identity and directory infrastructure: C C S S",
        "Applications: C C S P",
        "Network controls: C C S P",
        "Operating system: C C P P",
        "Physical hosts: C P P P",
        "Physical network: C P P P",
        "Physical datacenter: C P P P",
    ];
    assert_eq!(rows("azure-classic", &MICROSOFT), published);
    // Its row on data knows no encryption at rest, which the service does; of SaaS the newer table says that the
    // configuration of the application is the customer's.
    assert_eq!(
        differences("azure-classic", &MICROSOFT),
        [
            "Information and data: encryption x paas, they C, we S",
            "Information and data: encryption x saas, they C, we P",
            "Applications: application x saas, they P, we S",
        ]
    );
    // The same holds for the services by which Microsoft explains its columns.
    for (type_name, column) in [
        ("azurerm_linux_virtual_machine", "iaas"),
        ("azurerm_linux_web_app", "paas"),
        ("azurerm_mssql_database", "paas"),
    ] {
        assert_eq!(Placement::of_type(type_name).model, model(column), "{type_name}");
    }
    assert_owned("azurerm_linux_virtual_machine", &[(Owner::Customer, "os network application directory")]);
    assert_owned("azurerm_linux_web_app", &[(Owner::Provider, "os"), (Owner::Shared, "network application directory")]);
}

#[test]
fn googles_picture_has_our_rows_and_encrypts_by_itself() {
    let models = ["iaas", "paas", "saas"];
    let published = [
        "Content: C C C",
        "Access policies: C C C",
        "Usage: C C C",
        "Deployment: C C P",
        "Web application security: C C P",
        "Identity: C P P",
        "Operations: C P P",
        "Access and authentication: C P P",
        "Network security: C P P",
        "Guest OS, data and content: C P P",
        "Audit logging: P P P",
        "Network: P P P",
        "Storage and encryption: P P P",
        "Hardened kernel and IPC: P P P",
        "Boot: P P P",
        "Hardware: P P P",
    ];
    assert_eq!(rows("gcp", &models), published);
    // Google leaves less to the customer than the other two: we never say that a row which Google leaves to the customer is
    // Google's, and of what Google takes we take back only what the customer can still set.
    for difference in differences("gcp", &models) {
        assert!(!difference.ends_with("they C, we P"), "{difference}");
    }
    assert_owned(
        "google_compute_instance",
        &[(Owner::Customer, "os network accounts data"), (Owner::Shared, "encryption logging")],
    );
    assert_owned(
        "google_storage_bucket",
        &[(Owner::Provider, "os hosts facility"), (Owner::Customer, "data accounts")],
    );
    assert_owned("google_sql_database_instance", &[(Owner::Provider, "os"), (Owner::Shared, "application encryption")]);
}

#[test]
fn a_saas_vendor_leaves_the_customer_data_devices_accounts_and_how_it_is_configured() {
    let saas = ["saas"];
    for (id, owner) in [
        ("data", "C"),
        ("devices", "C"),
        ("accounts", "C"),
        ("directory", "S"),
        ("application", "S"),
        ("logging", "S"),
        ("encryption", "P"),
        ("network", "P"),
        ("os", "P"),
        ("hosts", "P"),
        ("facility", "P"),
    ] {
        assert_eq!(ours(id, &saas), owner, "{id}");
    }
    for type_name in ["googleworkspace_user", "github_repository", "okta_user", "snowflake_database", "datadog_user"] {
        assert_eq!(Placement::of_type(type_name).model, model("saas"), "{type_name}");
        assert_owned(type_name, &[(Owner::Customer, "data devices accounts"), (Owner::Provider, "os hosts facility")]);
    }
}

/// What an ETL platform leaves to its customers: passwords, second factors, identities, package versions, encryption and
/// integrity of their own data, their own network.
#[test]
fn an_etl_platform_leaves_its_customers_passwords_versions_and_their_own_data() {
    assert_owned(
        "fivetran_connector",
        &[
            (Owner::Customer, "accounts data integrity devices"),
            (Owner::Shared, "directory application encryption transit network"),
            (Owner::Provider, "os hosts facility"),
        ],
    );
    assert_owned(
        "airbyte_connection",
        &[(Owner::Customer, "accounts data integrity"), (Owner::Provider, "os facility")],
    );
    // Where the platform runs in the customer's account, the version of the runtime is the customer's, too.
    assert_owned("databricks_cluster", &[(Owner::Shared, "os application"), (Owner::Customer, "accounts data")]);
    let owed: BTreeSet<&str> =
        duties_under([model("saas"), model("paas")].into_iter().collect()).map(|it| it.id).collect();
    for duty in [
        "acc-password",
        "acc-mfa-enrol",
        "acc-joiner-leaver",
        "app-deps",
        "app-etl",
        "int-client-crypto",
        "int-validate",
        "enc-keycustody",
        "data-classify",
        "dev-office-net",
    ] {
        assert!(owed.contains(duty), "{duty}");
    }
    let of_seed = |sources: Sources| sources.listed().any(|source| source.id == "INTEGRATE");
    assert!(duties().iter().filter(|duty| of_seed(duty.sources)).count() >= 5, "the duties name the seed");
}

/// Infrastructure leaves everything above the hardware; a platform one's own apps, tests, deployments and patches; software
/// what is shared with whom; a private cloud everything.
#[test]
fn a_communications_platform_leaves_your_apps_and_their_patches() {
    for type_name in ["twilio_serverless_services", "azurerm_communication_service"] {
        let service = classify_type(type_name).unwrap();
        assert!(["paas", "saas"].contains(&service.model.id()) && !service.fallback, "{type_name}: {service:?}");
        assert_owned(type_name, &[(Owner::Shared, "application"), (Owner::Provider, "os hosts facility")]);
    }
    assert_eq!(Placement::of_type("azurerm_communication_service").model, model("paas"));
    let owed: BTreeSet<&str> = duties_under([model("paas")].into_iter().collect()).map(|duty| duty.id).collect();
    for duty in ["app-secure-dev", "app-deps", "app-vuln", "app-change"] {
        assert!(owed.contains(duty), "{duty}");
    }
    // A telephone system as software: who may sign in and what is shared stays with the customer.
    assert_owned(
        "genesyscloud_user",
        &[(Owner::Customer, "data accounts devices"), (Owner::Provider, "os hosts facility")],
    );
    let saas: BTreeSet<&str> = duties_under([model("saas")].into_iter().collect()).map(|duty| duty.id).collect();
    assert!(saas.contains("data-share-review") && !saas.contains("os-patch") && !saas.contains("app-deps"));
}

#[test]
fn a_private_cloud_is_the_customers_from_top_to_bottom() {
    for type_name in ["vsphere_virtual_machine", "openstack_compute_instance_v2", "nutanix_virtual_machine"] {
        let placement = Placement::of_type(type_name);
        assert_eq!(placement.model, model("private"), "{type_name}");
        assert!(LayerId::all().all(|layer| placement.owner(layer) == Owner::Customer), "{type_name}");
    }
    let owed: BTreeSet<&str> = duties_under([model("private")].into_iter().collect()).map(|duty| duty.id).collect();
    for duty in ["fac-access", "fac-environment", "host-firmware", "os-patch"] {
        assert!(owed.contains(duty), "{duty}");
    }
    // Nobody else is there who could prove anything.
    assert!(!owed.contains("host-provider-proof"));
}

#[test]
fn a_hybrid_is_a_private_column_beside_public_ones() {
    let mut matrix = Matrix::default();
    for type_name in ["vsphere_virtual_machine", "azurerm_linux_virtual_machine", "azurerm_linux_web_app"] {
        let provider = type_name.split('_').next().unwrap();
        matrix.place(type_name, provider, &Placement::of_type(type_name), |_| true, || format!("{type_name}.x"));
    }
    let columns: Vec<&str> = matrix.models().map(ModelId::id).collect();
    assert_eq!(columns, ["private", "iaas", "paas"]);
    let row = |id: &str| -> String {
        matrix.models().map(|model| letter(matrix.cell(layer(id), model).unwrap().owner())).collect()
    };
    assert_eq!((row("data"), row("accounts"), row("devices")), ("CCC".into(), "CCC".into(), "CCC".into()));
    assert_eq!((row("network"), row("os"), row("facility")), ("CCS".into(), "CCP".into(), "CPP".into()));
    let owed: BTreeSet<&str> = matrix.duties().map(|duty| duty.id).collect();
    assert!(owed.contains("fac-access") && owed.contains("host-provider-proof") && owed.contains("app-eol"));
}

#[test]
fn every_type_of_every_known_provider_has_a_service_of_its_own() {
    let known: BTreeSet<&str> =
        [TypeKind::Managed, TypeKind::Data].into_iter().flat_map(types).map(|it| it.name()).collect();
    assert!(known.len() > 20_000, "{} types", known.len());
    let guessed: Vec<&str> =
        known.into_iter().filter(|name| classify_type(name).is_none_or(|service| service.fallback)).collect();
    assert!(guessed.is_empty(), "{} types have no row in services.tsv: {guessed:?}", guessed.len());
}

#[test]
fn every_cell_condition_duty_and_row_names_its_source() {
    let named = |sources: Sources, what: &str| assert!(sources.names().next().is_some(), "{what} has no source");
    for layer in LayerId::all() {
        for column in ModelId::columns() {
            let cell = cell(layer, column).unwrap();
            named(cell.sources, &format!("{layer} x {column}"));
            if cell.owner != Owner::Provider {
                assert!(!cell.customer_part.is_empty(), "{layer} x {column} does not say what the customer's part is");
            }
        }
        for differs in explain_layer(layer).differs {
            named(differs.sources, &format!("{layer} x {} of {}", differs.model, differs.provider));
        }
    }
    for condition in conditions() {
        named(condition.sources, condition.when);
    }
    for duty in duties() {
        named(duty.sources, duty.id);
    }
    for view in views() {
        for row in view.rows {
            named(row.sources, row.name);
        }
    }
}
