//! Whoever edits the tables of `rules/responsibility/` is told of a mistake when onus is built: file, line, nearest name.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "../build/responsibility/mod.rs"]
#[allow(dead_code, reason = "the build writes files, these tests don't")]
mod responsibility;
#[path = "../build/tree.rs"]
mod tree;
/// The parts of the crate that the build includes by path.
mod schema {
    pub(crate) use onus::schema::facts;
    pub(crate) mod path {
        pub(crate) use onus::schema::{nearest, resolve_path};
    }
}
mod syntax {
    pub(crate) use onus::syntax::{Node, NodeId, Tree, TreeBuf, parse};
}

use responsibility::{Files, compile};

fn tables() -> Files {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/responsibility");
    let paths = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The problems after the first `from` in a table has become `to`.
fn problems(table: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = tables();
    let text = files.get_mut(table).unwrap();
    assert!(text.contains(from), "{table} has no {from:?}");
    *text = text.replacen(from, to, 1);
    compile("rules/responsibility", &files).err().expect("the mistake is found")
}

#[track_caller]
fn assert_told(table: &str, from: &str, to: &str, expected: &str) {
    let line = 1 + tables()[table].split(from).next().unwrap().matches('\n').count();
    let problems = problems(table, from, to);
    let place = format!("rules/responsibility/{table}:{line}: ");
    let told = problems.iter().any(|problem| problem.strip_prefix(&place).is_some_and(|what| what.contains(expected)));
    assert!(told, "{place}{expected} is not among {problems:#?}");
}

#[test]
fn the_tables_hold_together() {
    let output = compile("rules/responsibility", &tables());
    assert!(output.is_ok(), "{:#?}", output.err());
}

#[test]
fn words_that_nobody_knows_are_told_with_the_nearest_one() {
    let service = "Elastic Load Balancing\tpaas\tedge\ttransit,network";
    assert_told("services.tsv", service, &service.replace("paas", "pass"), "no model \"pass\"; nearest: paas");
    let layers = service.replace("network", "netwrok");
    assert_told("services.tsv", service, &layers, "no layer \"netwrok\"; nearest: network");
    assert_told("services.tsv", "\tos=shared\t", "\tos=shard\t", "no owner \"shard\"; nearest: shared");
    assert_told("services.tsv", "\tos=shared\t", "\tos\t", "not of the form layer=owner");
    assert_told("matrix.tsv", "os\tiaas\tcustomer", "os\tiaas\tcustmer", "no owner \"custmer\"; nearest: customer");
    assert_told("matrix.tsv", "\tAZ26 AZ19", "\tAZ27 AZ19", "no source \"AZ27\"");
    assert_told("duties.tsv", "res-saas-backup\tresilience", "res-saas-backup\tresilence", "nearest: resilience");
    assert_told("suffixes.tsv", "_flow_log\tlogging", "_flow_log\tlog", "no layer \"log\"");
    assert_told("views.tsv", "Client devices\tdevices", "Client devices\tdevice", "nearest: devices");
    assert_told("models.tsv", "\tutility\t", "\tutilty\t", "nearest: utility");
}

#[test]
fn controls_have_the_form_of_their_set_and_are_of_the_families_of_their_layer() {
    assert_told("controls.tsv", "nist\ttransit", "nits\ttransit", "no set of controls \"nits\"; nearest: nist");
    assert_told("controls.tsv", "\tSC-8 SC-23\t", "\tSC-08 SC-23\t", "\"SC-08\" is no control of nist");
    assert_told(
        "controls.tsv",
        "\tSC-8 SC-23\t",
        "\tSC-8 PE-3\t",
        "PE-3 is of no family that layers.tsv gives transit",
    );
    assert_told("duties.tsv", "\tDSP-03 DSP-04\t", "\tDSP-3\t", "\"DSP-3\" is no control of ccm");
    assert_told("duties.tsv", "\tCLD.6.3.1", "\tCLD-6", "\"CLD-6\" is no control of iso");
    assert_told("frameworks.tsv", "\tnist\thttps://www.fed", "\tnits\thttps://www.fed", "no set of controls \"nits\"");
    let problems = problems("controls.tsv", "pci\tfacility", "pci\thosts");
    assert!(problems.iter().any(|problem| problem.contains("this set and layer stand here twice")), "{problems:#?}");
    assert!(problems.iter().any(|problem| problem.contains("no controls of pci for facility")), "{problems:#?}");
}

#[test]
fn a_store_names_types_and_attributes_that_exist() {
    assert_told("stores.tsv", "aws_efs_file_system\t", "aws_efs_filesystem\t", "no schema has the type");
    let table = "aws_dsql_cluster\ta database\tdeletion_protection_enabled=true";
    let misspelt = table.replace("protection_enabled", "protecton_enabled");
    assert_told("stores.tsv", table, &misspelt, "nearest: deletion_protection_enabled");
    let bare = table.replace("=true", "");
    assert_told("stores.tsv", table, &bare, "not of the form attribute=value");
}

#[test]
fn a_missing_cell_or_one_too_many_is_told() {
    let cell = tables()["matrix.tsv"].lines().find(|line| line.starts_with("os\tpaas\t")).unwrap().to_owned();
    assert!(problems("matrix.tsv", &format!("{cell}\n"), "")[0].ends_with("no cell for os x paas"));
    let twice = problems("matrix.tsv", &cell, &format!("{cell}\n{cell}"));
    assert!(twice.iter().any(|problem| problem.ends_with("this cell stands here twice")), "{twice:?}");
}

#[test]
fn a_pattern_stands_once_and_rows_are_whole() {
    let twice = problems("services.tsv", "\taws_alb*\t", "\taws_ami*\t");
    assert!(twice[0].contains("pattern \"aws_ami*\" stands here twice"), "{twice:?}");
    assert_told("suffixes.tsv", "_flow_log\tlogging\t", "_flow_log\tlogging", "2 cells, 3 are needed");
    let header = problems("suffixes.tsv", "suffix\tlayers", "suffix\tlayer");
    assert_eq!(header, ["rules/responsibility/suffixes.tsv:1: the columns must be suffix, layers, why"]);
    let mut files = tables();
    files.remove("duties.tsv");
    let missing = compile("rules/responsibility", &files).err().unwrap();
    assert_eq!(missing, ["rules/responsibility/duties.tsv:1: the table is missing"]);
}

#[test]
fn a_condition_must_be_an_expression_about_attributes_that_exist() {
    let told = |from: &str, to: &str, expected: &str| assert_told("conditions.tsv", from, to, expected);
    told("attrs.ami_type == \"CUSTOM\"", "attrs.ami_type == ", "the condition cannot be read");
    told(
        "attrs.ami_type",
        "attrs.amitype",
        "aws_eks_node_group has no \"amitype\" in any major version; nearest: ami_type",
    );
    told("attrs.ami_type", "value.ami_type", "no name \"value\" here: a condition knows attrs, provider");
    told("s.capacity_provider,", "s.capacityprovider,", "nearest: capacity_provider");
    told("compute_config.enabled", "compute_config.enable", "aws_eks_cluster has no \"enable\"");
    told("provider.vsphere_server", "provider.vsphere_servers", "vsphere has no \"vsphere_servers\"");
    told("aws_eks_node_group\t1", "aws_eks_node_grp\t1", "no schema has the type \"aws_eks_node_grp\"");
    told("aws_ecs_task_set\t2", "aws_ecs_task_set\t1", "a pattern has each order once");
    told("\tos=customer\tami_type is CUSTOM", "\t\tami_type is CUSTOM", "sets a model, or the owner of a layer");
}
