//! Terraform as it is written: of all ages and of OpenTofu, in workspaces, with the files that lie beside configuration.

use serde_json::{Value, json};

use crate::check;
use crate::common::{Onus, Ran, onus};

fn show() -> Onus {
    onus().args(["show", "--format", "json"])
}

fn output(ran: &Ran, name: &str) -> Value {
    ran.json()["planned_values"]["outputs"][name]["value"].clone()
}

fn warnings(ran: &Ran) -> Vec<String> {
    let document = ran.json();
    let warnings = document["warnings"].as_array().unwrap().iter();
    warnings.map(|warning| warning["message"].as_str().unwrap().to_owned()).collect()
}

const WORKSPACE: &str = "output \"it\" {\n  value = terraform.workspace\n}\nresource \"a_b\" \"c\" {}\n";

#[test]
fn the_workspace_is_named_by_argument_environment_or_what_was_selected() {
    let run = || show().file("main.tf", WORKSPACE);
    let selected = || run().file(".terraform/environment", "stage\n");
    assert_eq!(output(&run().run(), "it"), "default");
    assert_eq!(output(&selected().run(), "it"), "stage");
    assert_eq!(output(&selected().env("TF_WORKSPACE", "prod").run(), "it"), "prod");
    assert_eq!(output(&selected().env("TF_WORKSPACE", "prod").args(["--workspace", "dev"]).run(), "it"), "dev");
    let elsewhere = selected().env("TF_DATA_DIR", "data").file("data/environment", "test");
    assert_eq!(output(&elsewhere.run(), "it"), "test");
}

const SIZES: &str = r#"locals {
  env = "${terraform.workspace}"
  encrypted = { prod = true, dev = false }
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = local.encrypted[local.env]
}

output "fallback" {
  value = try(local.encrypted[terraform.workspace], "none")
}

output "looked_up" {
  value = lookup(local.encrypted, terraform.workspace)
}

output "file" {
  value = file("${terraform.workspace}.txt")
}
"#;

#[test]
fn what_needs_a_workspace_that_nobody_names_is_undecided_and_the_way_out_is_said() {
    let ran = check().args(["--select", "aws-ebs-volume-encrypted"]).file("main.tf", SIZES).run();
    let document = ran.json();
    let finding = &document["findings"][0];
    assert_eq!(finding["verdict"], "unknown", "{document:#}");
    assert_eq!(finding["reason"]["kind"], "workspace");
    assert_eq!(finding["reason"]["name"], "terraform.workspace");
    assert_eq!((document["errors"].clone(), warnings(&ran)), (json!([]), Vec::<String>::new()));

    let ran = onus().args(["check", "--now", "2026-11-24"]).file("main.tf", SIZES).run();
    assert!(ran.stdout.contains("pass --workspace"), "{}", ran.stdout);
    assert!(ran.stdout.contains("terraform.workspace"), "{}", ran.stdout);

    let ran = show().file("main.tf", SIZES).run();
    assert_eq!(output(&ran, "fallback"), "none");
    assert_eq!((output(&ran, "looked_up"), output(&ran, "file")), (Value::Null, Value::Null));
    assert_eq!(ran.stderr, "");

    let ran = show().args(["--workspace", "prod"]).file("main.tf", SIZES).file("prod.txt", "x").run();
    assert_eq!(output(&ran, "looked_up"), true);
    assert_eq!(output(&ran, "file"), "x");
}

#[test]
fn help_says_where_the_workspace_comes_from() {
    let help = onus().args(["check", "--help"]).run().stdout;
    assert!(help.contains("--workspace") && help.contains("TF_WORKSPACE"), "{help}");
}

const CALLS: &str = r#"module "vpc" {
  source  = "acme/vpc/aws"
  version = "1.0.0"
}

module "role" {
  source = "acme/iam/aws//modules/role"
}

module "net" {
  source = "git::https://example.com/net.git//sub?ref=v2"
}

output "all" {
  value = [module.vpc.name, module.role.name, module.net.name]
}
"#;

fn manifest(dirs: [(&str, &str, &str); 3]) -> String {
    let modules = dirs.map(|(key, source, dir)| json!({ "Key": key, "Source": source, "Dir": dir }));
    json!({ "Modules": modules }).to_string()
}

fn named(name: &str) -> String {
    format!("output \"name\" {{\n  value = \"{name}\"\n}}\n")
}

#[test]
fn fetched_modules_are_found_where_init_put_them_on_any_system() {
    let manifest = manifest([
        ("vpc", "registry.example.com/acme/vpc/aws", r"data\modules\vpc"),
        ("role", "registry.example.com/acme/iam/aws//modules/role", r"data\modules\role\modules\role"),
        ("net", "git::https://example.com/net.git//sub?ref=v2", "data/modules/net/sub"),
    ]);
    let run = |run: Onus| {
        run.env("TF_DATA_DIR", "./data")
            .file("main.tf", CALLS)
            .file("data/modules/modules.json", &manifest)
            .file("data/modules/vpc/main.tf", &named("vpc"))
            .file("data/modules/vpc/examples/x/main.tf", "resource \"aws_sqs_queue\" \"q\" {}\n")
            .file("data/modules/role/modules/role/main.tf", &named("role"))
            .file("data/modules/net/sub/main.tf", &named("net"))
            .run()
    };
    let shown = run(show());
    assert_eq!(output(&shown, "all"), json!(["vpc", "role", "net"]), "{}", shown.stderr);
    // What was fetched is no root module of its own.
    let checked = run(check());
    assert_eq!((checked.json()["summary"]["roots"].clone(), warnings(&checked)), (json!(1), Vec::<String>::new()));
}

#[test]
fn a_module_fetched_for_another_source_or_gone_counts_as_not_downloaded() {
    let manifest = manifest([
        ("vpc", "registry.example.com/acme/network/aws", ".terraform/modules/vpc"),
        ("role", "registry.example.com/acme/iam/aws//modules/role", ".terraform/modules/role/modules/role"),
        ("net", "git::https://example.com/net.git//sub?ref=v1", ".terraform/modules/net/sub"),
    ]);
    let ran = check()
        .file("main.tf", CALLS)
        .file(".terraform/modules/modules.json", &manifest)
        .file(".terraform/modules/vpc/main.tf", &named("vpc"))
        .file(".terraform/modules/net/sub/main.tf", &named("net"))
        .run();
    let told = warnings(&ran);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("module \"vpc\" (acme/vpc/aws 1.0.0) is not downloaded; another one was"), "{told:?}");
    assert!(told[1].starts_with("module \"role\"") && told[1].ends_with("its directory is gone"), "{told:?}");
    assert!(told[2].starts_with("module \"net\"") && told[2].contains("another one was"), "{told:?}");
    assert_eq!(ran.code, 0, "{}", ran.stdout);
}
