//! `onus plan` from end to end: what a plan makes worse, what better, and what becomes whose.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::Path;

use common::{Ran, onus};
use serde_json::{Value, json};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One resource of a plan: address, action, values before and after.
#[expect(clippy::needless_pass_by_value, reason = "callers write the values in place")]
fn change(address: &str, actions: &[&str], before: Value, after: Value) -> Value {
    let (type_name, name) = address.split_once('.').unwrap();
    json!({
        "address": address, "mode": "managed", "type": type_name, "name": name,
        "provider_name": "registry.example/hashicorp/aws",
        "change": { "actions": actions, "before": before, "after": after, "after_unknown": {},
            "before_sensitive": {}, "after_sensitive": {} },
    })
}

/// The plan of these changes; what is not null after it is written in the configuration.
fn plan(changes: &[Value]) -> String {
    let written = |values: &Value| -> Value {
        let entries = values.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
        entries.map(|(name, value)| (name.clone(), json!({ "constant_value": value }))).collect()
    };
    let resources = changes.iter().filter(|change| !change["change"]["after"].is_null()).map(|change| {
        json!({
            "address": change["address"], "mode": "managed", "type": change["type"], "name": change["name"],
            "provider_config_key": "aws", "expressions": written(&change["change"]["after"]),
        })
    });
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes,
        "configuration": {
            "provider_config": { "aws": { "name": "aws", "full_name": "registry.example/hashicorp/aws" } },
            "root_module": { "resources": resources.collect::<Vec<_>>() },
        },
    })
    .to_string()
}

fn review(plan: &str, args: &[&str]) -> Ran {
    onus().stdin(plan).args(["plan", "-"]).args(args.iter().copied()).run()
}

fn findings(plan: &str) -> Vec<Value> {
    let ran = review(plan, &["--format", "json"]);
    let mut document: Value = serde_json::from_str(&ran.stdout).unwrap();
    serde_json::from_value(document["findings"].take()).unwrap()
}

#[test]
fn a_real_plan_is_reviewed_from_a_pipe_as_from_a_file() {
    let text = std::fs::read_to_string(repository().join("testdata/plans/gcp-update/plan.json")).unwrap();
    let piped = review(&text, &[]);
    assert_eq!(piped.code, 1, "{}", piped.stderr);
    insta::assert_snapshot!(piped.stdout);
    let read = onus().args(["plan", "testdata/plans/gcp-update/plan.json"]).run_in(repository());
    assert_eq!((read.stdout, read.code), (piped.stdout, 1));
}

#[test]
fn each_finding_says_what_the_plan_does_to_it() {
    let database = |public: bool, encrypted: Value| json!({ "identifier": "users", "publicly_accessible": public, "storage_encrypted": encrypted });
    let plan = plan(&[
        change("aws_db_instance.users", &["update"], database(false, json!(false)), database(true, json!(false))),
        change("aws_db_instance.old", &["delete"], database(true, json!(true)), Value::Null),
        change("aws_db_instance.new", &["create"], Value::Null, database(false, json!(false))),
        change("aws_db_instance.mended", &["update"], database(false, json!(false)), database(false, json!(true))),
    ]);
    let findings = findings(&plan);
    let of = |rule: &str, name: &str| {
        let address = format!("aws_db_instance.{name}");
        let found =
            findings.iter().find(|finding| finding["rule"] == rule && finding["resource"]["address"] == *address);
        let found = found.unwrap_or_else(|| panic!("{rule} of {name} is missing"));
        json!([found["change"], found["action"], found["before"], found["after"]])
    };
    let (public, encrypted) = ("aws-rds-public", "aws-rds-storage-encrypted");
    assert_eq!(of(public, "users"), json!(["worse", "update", false, true]));
    assert_eq!(of(encrypted, "users"), json!(["same", "update", false, false]));
    assert_eq!(of(public, "old"), json!(["gone", "delete", true, null]));
    assert_eq!(of(encrypted, "new"), json!(["new", "create", null, false]));
    assert_eq!(of(encrypted, "mended"), json!(["gone", "update", false, true]));
}

#[test]
fn only_what_the_plan_makes_worse_fails_it() {
    let (closed, open) = (json!({ "publicly_accessible": false }), json!({ "publicly_accessible": true }));
    let untouched = plan(&[change("aws_db_instance.users", &["no-op"], open.clone(), open.clone())]);
    let ran = review(&untouched, &["--select", "aws-rds-public"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("Stays as it is: 1 finding"), "{}", ran.stdout);
    assert_eq!(review(&untouched, &["--select", "aws-rds-public", "--fail-on-all"]).code, 1);
    assert_eq!(review(&untouched, &["--quiet"]).stdout, "");
    let opened = plan(&[change("aws_db_instance.users", &["update"], closed, open)]);
    assert_eq!(review(&opened, &["--select", "aws-rds-public"]).code, 1);
    assert_eq!(review(&opened, &["--select", "aws-rds-public", "--fail-on", "never"]).code, 0);
}

#[test]
fn a_layer_that_moves_to_the_customer_is_said_first() {
    let service = |launch: &str| json!({ "name": "shop", "launch_type": launch });
    let plan = plan(&[change("aws_ecs_service.shop", &["update"], service("FARGATE"), service("EC2"))]);
    let ran = review(&plan, &[]);
    assert!(ran.stdout.contains("This plan moves work to you\n  os            AWS → you"), "{}", ran.stdout);
    assert!(ran.stdout.contains("aws_ecs_service.shop"), "{}", ran.stdout);
}

#[test]
fn sensitive_values_are_never_printed() {
    let with_password = |password: &str| json!({ "publicly_accessible": true, "password": password });
    let mut changed =
        change("aws_db_instance.users", &["update"], with_password("hunter2old"), with_password("hunter2new"));
    changed["change"]["before_sensitive"] = json!({ "password": true });
    changed["change"]["after_sensitive"] = json!({ "password": true });
    let plan = plan(&[changed])
        .replace(r#""password":{"constant_value":"hunter2new"}"#, r#""password":{"references":["var.password"]}"#);
    for args in [&[][..], &["--full"], &["--format", "json"]] {
        let ran = review(&plan, args);
        assert!(!ran.stdout.contains("hunter2") && !ran.stderr.contains("hunter2"), "{}", ran.stdout);
    }
}

#[test]
fn what_is_no_plan_is_refused_with_the_way_to_make_one() {
    let ran = onus().file("main.tf", "resource \"null_resource\" \"x\" {}\n").args(["plan", "."]).run();
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(
        ran.stderr.contains("is no plan\n  terraform plan -out tfplan && terraform show -json tfplan"),
        "{}",
        ran.stderr
    );
}
