//! `onus check DIR` where a plan lies beside the configuration: each finding once, and what the plan knows counts.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::{Path, PathBuf};

use common::{Onus, Ran, onus};
use serde_json::{Value, json};

/// Rule, address and verdict of each finding, sorted.
fn findings(ran: &Ran) -> Vec<String> {
    let document = ran.json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = document["findings"].as_array().unwrap().iter();
    let mut found: Vec<String> =
        findings.map(|it| [&it["rule"], &it["resource"]["address"], &it["verdict"]].map(text).join(" ")).collect();
    found.sort();
    found
}

fn warnings(ran: &Ran) -> Vec<String> {
    let document = ran.json();
    document["warnings"].as_array().unwrap().iter().map(|it| it["message"].as_str().unwrap().to_owned()).collect()
}

fn check(run: Onus, args: &[&str]) -> Ran {
    run.args(["check"]).args(args.iter().copied()).args(["--format", "json", "--min-severity", "info"]).run()
}

/// A resource of a plan: what is written of it are constants.
fn created(address: &str, written: &Value, after: &Value, unknown: &Value) -> [Value; 2] {
    let (address, key) = address.split_once('[').map_or((address, None), |(address, key)| (address, Some(key)));
    let (type_name, name) = address.split_once('.').unwrap();
    let index: Option<Value> = key.map(|key| serde_json::from_str(key.trim_end_matches(']')).unwrap());
    let full = index.as_ref().map_or_else(|| address.to_owned(), |index| format!("{address}[{index}]"));
    let mut change = json!({
        "address": full, "mode": "managed", "type": type_name, "name": name,
        "provider_name": "registry.example/hashicorp/aws",
        "change": { "actions": ["create"], "before": null, "after": after, "after_unknown": unknown,
            "before_sensitive": false, "after_sensitive": {} },
    });
    if let Some(index) = index {
        change["index"] = index;
    }
    let configured = json!({ "address": address, "mode": "managed", "type": type_name, "name": name,
        "provider_config_key": "aws", "expressions": written });
    [change, configured]
}

fn plan(resources: &[[Value; 2]]) -> String {
    let changes: Vec<&Value> = resources.iter().map(|[change, _]| change).collect();
    let mut configured: Vec<&Value> = resources.iter().map(|[_, configured]| configured).collect();
    configured.dedup_by_key(|it| it["address"].clone());
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes,
        "configuration": {
            "provider_config": { "aws": { "name": "aws", "full_name": "registry.example/hashicorp/aws" } },
            "root_module": { "resources": configured },
        },
    })
    .to_string()
}

/// All files of a pair below `testdata/plans`, but its plan.
fn pair(name: &str, run: Onus) -> Onus {
    fn files(directory: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { files(&path, found) } else { found.push(path) }
        }
    }
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/plans").join(name);
    let mut found = Vec::new();
    files(&directory, &mut found);
    found.retain(|path| !path.ends_with("plan.json"));
    found.iter().fold(run, |run, path| {
        let relative = path.strip_prefix(&directory).unwrap().to_str().unwrap();
        run.file(relative, &std::fs::read_to_string(path).unwrap())
    })
}

fn plan_of(pair: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/plans").join(pair).join("plan.json");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn a_directory_with_its_plan_has_each_finding_once() {
    for name in ["gcp-landing", "gcp-platform", "gcp-update", "k8s-workloads", "github-org", "mixed-actions", "scale"] {
        let without = check(pair(name, onus()), &["."]);
        // Wherever it lies.
        for path in ["plan.json", "out/prod.json"] {
            let with = check(pair(name, onus()).file(path, &plan_of(name)), &["."]);
            assert_eq!(warnings(&with), warnings(&without), "{name} {path}");
            let [with, without] = [&with, &without].map(Ran::json);
            for part in ["findings", "summary", "matrix"] {
                assert_eq!(with[part], without[part], "{name} {path}");
            }
        }
    }
}

const DATABASE: &str = r#"
variable "public" { type = bool }
resource "aws_db_instance" "a" {
  identifier          = "a"
  publicly_accessible = var.public
}
"#;

fn database_plan() -> String {
    let written = json!({ "identifier": { "constant_value": "a" },
        "publicly_accessible": { "references": ["var.public"] } });
    plan(&[created(
        "aws_db_instance.a",
        &written,
        &json!({ "identifier": "a", "publicly_accessible": true, "storage_encrypted": null }),
        &json!({ "id": true }),
    )])
}

const PUBLIC: [&str; 2] = [".", "--select=aws-rds-public"];

#[test]
fn the_plan_decides_what_the_configuration_leaves_open() {
    let without = check(onus().file("main.tf", DATABASE), &PUBLIC);
    assert_eq!(findings(&without), ["aws-rds-public aws_db_instance.a unknown"]);
    let with = check(onus().file("main.tf", DATABASE).file("plan.json", &database_plan()), &PUBLIC);
    assert_eq!(findings(&with), ["aws-rds-public aws_db_instance.a insecure"]);
    let finding = &with.json()["findings"][0];
    // It stands in the configuration, and under its name.
    assert_eq!((&finding["location"]["line"], &finding["root"]), (&json!(5), &json!(".")));
    assert_eq!(warnings(&with), [""; 0]);
}

#[test]
fn a_plan_that_got_old_hides_nothing_and_is_told() {
    // Encryption was turned off since, one resource came, one went.
    let since = r#"
resource "aws_db_instance" "a" {
  identifier          = "a"
  storage_encrypted   = false
  publicly_accessible = var.public
}
variable "public" { type = bool }
resource "aws_db_instance" "b" {
  storage_encrypted = false
}
"#;
    let old = |encrypted: bool, name: &str| {
        created(
            &format!("aws_db_instance.{name}"),
            &json!({ "identifier": { "constant_value": name }, "storage_encrypted": { "constant_value": encrypted } }),
            &json!({ "identifier": name, "storage_encrypted": encrypted, "publicly_accessible": false }),
            &json!({ "id": true }),
        )
    };
    let plan = plan(&[old(true, "a"), old(false, "gone")]);
    // Not half of what it declares is still there.
    let other =
        check(onus().file("main.tf", since).file("plan.json", &plan), &[".", "--select=aws-rds-storage-encrypted"]);
    assert_eq!(other.json()["summary"]["roots"], 2);

    let more = format!("{since}\nresource \"aws_kms_key\" \"k\" {{}}\n");
    let mut plan: Value = serde_json::from_str(&plan).unwrap();
    let key = created("aws_kms_key.k", &json!({}), &json!({}), &json!({ "id": true }));
    plan["resource_changes"].as_array_mut().unwrap().push(key[0].clone());
    plan["configuration"]["root_module"]["resources"].as_array_mut().unwrap().push(key[1].clone());
    let ran = check(
        onus().file("main.tf", &more).file("plan.json", &plan.to_string()),
        &[".", "--select=aws-rds-storage-encrypted,aws-rds-public"],
    );
    assert_eq!(
        findings(&ran),
        [
            // The plan says otherwise of this one, so nothing of it is taken.
            "aws-rds-public aws_db_instance.a unknown",
            "aws-rds-storage-encrypted aws_db_instance.a insecure",
            "aws-rds-storage-encrypted aws_db_instance.b insecure",
        ]
    );
    assert_eq!(
        warnings(&ran),
        ["plan.json differs from the configuration, which counts there: aws_db_instance.a (storage_encrypted), \
          aws_db_instance.gone is only in the plan, aws_db_instance.b is not in the plan"]
    );
}

#[test]
fn what_the_provider_makes_of_a_constant_is_no_difference() {
    let configuration =
        "resource \"aws_db_instance\" \"a\" {\n  identifier = \"Orders\"\n  publicly_accessible = true\n}\n";
    let of = |constant: &str| {
        let written = json!({ "identifier": { "constant_value": constant },
            "publicly_accessible": { "constant_value": true } });
        let after = json!({ "identifier": "orders", "publicly_accessible": true });
        plan(&[created("aws_db_instance.a", &written, &after, &json!({}))])
    };
    let ran = |constant: &str| check(onus().file("main.tf", configuration).file("plan.json", &of(constant)), &PUBLIC);
    assert_eq!(warnings(&ran("Orders")), [""; 0]);
    assert_eq!(warnings(&ran("users")).len(), 1);
    assert_eq!(findings(&ran("users")), findings(&ran("Orders")));
}

#[test]
fn the_plan_knows_how_many_instances_there_are() {
    let configuration = r#"
variable "names" { type = set(string) }
resource "aws_s3_bucket" "b" {
  for_each = var.names
  bucket   = each.key
}
resource "aws_s3_bucket_versioning" "v" {
  for_each = var.names
  bucket   = aws_s3_bucket.b[each.key].id
  versioning_configuration {
    status = each.key == "logs" ? "Suspended" : "Enabled"
  }
}
"#;
    let bucket = |name: &str| {
        created(
            &format!("aws_s3_bucket.b[\"{name}\"]"),
            &json!({ "bucket": { "references": ["each.key"] } }),
            &json!({ "bucket": name }),
            &json!({ "id": true }),
        )
    };
    let versioning = |name: &str, status: &str| {
        created(
            &format!("aws_s3_bucket_versioning.v[\"{name}\"]"),
            &json!({ "bucket": { "references": ["aws_s3_bucket.b", "each.key"] },
                "versioning_configuration": [{ "status": { "references": ["each.key"] } }] }),
            &json!({ "versioning_configuration": [{ "status": status }] }),
            &json!({ "id": true, "bucket": true }),
        )
    };
    let plan = plan(&[bucket("data"), bucket("logs"), versioning("data", "Enabled"), versioning("logs", "Suspended")]);
    let select = [".", "--select=aws-s3-bucket-versioning"];
    let without = check(onus().file("main.tf", configuration), &select);
    assert_eq!(without.json()["summary"]["resources"], 2);
    let with = check(onus().file("main.tf", configuration).file("plan.json", &plan), &select);
    assert_eq!(warnings(&with), [""; 0]);
    assert_eq!(findings(&with), ["aws-s3-bucket-versioning aws_s3_bucket.b[\"logs\"] insecure"]);
    assert_eq!(with.json()["summary"]["resources"], 4);

    // Of another resource the plan says otherwise: the rest is still told apart, and finds what belongs to it.
    let more = configuration.replace(
        "resource \"aws_s3_bucket\" \"b\"",
        "resource \"aws_kms_key\" \"k\" {\n  for_each = var.names\n  enable_key_rotation = true\n}\n\
         resource \"aws_s3_bucket\" \"b\"",
    );
    let mut plan: Value = serde_json::from_str(&plan).unwrap();
    let rotated = json!({ "enable_key_rotation": { "constant_value": false } });
    for name in ["data", "logs"] {
        let address = format!("aws_kms_key.k[\"{name}\"]");
        let [change, _] = created(&address, &rotated, &json!({ "enable_key_rotation": false }), &json!({ "id": true }));
        plan["resource_changes"].as_array_mut().unwrap().insert(0, change);
    }
    let [_, configured] = created("aws_kms_key.k", &rotated, &json!({}), &json!({}));
    plan["configuration"]["root_module"]["resources"].as_array_mut().unwrap().push(configured);
    let ran = check(onus().file("main.tf", &more).file("plan.json", &plan.to_string()), &select);
    assert_eq!(findings(&ran), findings(&with));
    assert_eq!(ran.json()["summary"]["resources"], 5);
    assert_eq!(
        warnings(&ran),
        ["plan.json differs from the configuration, which counts there: aws_kms_key.k[\"logs\"] (enable_key_rotation)"]
    );
}

#[test]
fn in_a_tree_each_plan_belongs_to_the_root_beside_it() {
    let tree = |run: Onus| run.file("live/dev/main.tf", DATABASE).file("live/prod/main.tf", DATABASE);
    let prod = check(tree(onus()).file("live/prod/plan.json", &database_plan()), &PUBLIC).json();
    let roots = prod["findings"].as_array().unwrap().iter().map(|it| (it["root"].clone(), it["verdict"].clone()));
    assert_eq!(
        roots.collect::<Vec<_>>(),
        [(json!("live/dev"), json!("unknown")), (json!("live/prod"), json!("insecure"))]
    );
    // Of one that fits both, nobody knows.
    let elsewhere = check(tree(onus()).file("out/plan.json", &database_plan()), &PUBLIC);
    assert_eq!(elsewhere.json()["summary"]["roots"], 3);
}

#[test]
fn a_plan_that_is_named_is_judged_and_of_several_that_are_not_none_is_taken() {
    let files = || onus().file("main.tf", DATABASE).file("plan.json", &database_plan());
    let named = check(files(), &[".", "plan.json", "--select=aws-rds-public"]);
    assert_eq!(
        findings(&named),
        ["aws-rds-public aws_db_instance.a insecure", "aws-rds-public aws_db_instance.a unknown"]
    );
    let several = check(files().file("prod.json", &database_plan()), &PUBLIC);
    assert_eq!(findings(&several), ["aws-rds-public aws_db_instance.a unknown"]);
    assert_eq!(
        warnings(&several),
        ["several plans of one root module: plan.json, prod.json; it was judged without them"]
    );
}

#[test]
fn what_the_plan_knows_to_be_secret_is_hidden_in_the_configuration_too() {
    // A setting that shows the value it is about: of a sensitive variable, and of the same text as a literal.
    let rules = r#"
        setting "own-db-name" {
          title     = "Databases are named"
          problem   = "The name ${value} is bad"
          layer     = "application"
          severity  = "high"
          resource  = "aws_db_instance"
          attribute = "identifier"
          condition = value == "good"
          why       = "It is."
        }
    "#;
    let configuration = r#"
variable "label" { sensitive = true }
resource "aws_db_instance" "a" { identifier = var.label }
resource "aws_db_instance" "b" { identifier = "violet-otter-9" }
"#;
    let of = |name: &str, written: Value| {
        let values = json!({ "identifier": "violet-otter-9" });
        created(&format!("aws_db_instance.{name}"), &json!({ "identifier": written }), &values, &json!({}))
    };
    let mut plan: Value = serde_json::from_str(&plan(&[
        of("a", json!({ "references": ["var.label"] })),
        of("b", json!({ "constant_value": "violet-otter-9" })),
    ]))
    .unwrap();
    plan["variables"] = json!({ "label": { "value": "violet-otter-9" } });
    plan["resource_changes"][0]["change"]["after_sensitive"] = json!({ "identifier": true });
    plan["configuration"]["root_module"]["variables"] = json!({ "label": { "sensitive": true } });
    let run = || onus().file("main.tf", configuration).file("rules/own/db.hcl", rules);
    let args = ["check", ".", "--rules", "rules", "--select", "own-db-name", "--format", "json"];
    let without = run().args(args).run();
    assert!(without.stdout.contains("violet-otter-9"), "a literal that nobody called secret");
    let with = run().file("plan.json", &plan.to_string()).args(args).run();
    assert_eq!(findings(&with).len(), 2, "{}", with.stdout);
    assert!(!with.stdout.contains("violet"), "{}", with.stdout);
}

/// Each instance of a module is joined with its own part of the plan, where only the number of resources in it is unknown.
#[test]
fn what_is_known_of_a_module_call_tells_its_instances_apart() {
    let main = r#"
variable "n" { type = number }
module "a" {
  source   = "./inner"
  for_each = { x = true, y = false }
  public   = each.value
  n        = var.n
}
"#;
    let inner = r#"
variable "n" { type = number }
variable "public" { type = bool }
resource "aws_db_instance" "d" {
  count               = var.n
  publicly_accessible = var.public
}
"#;
    let expressions = json!({ "publicly_accessible": { "references": ["var.public"] } });
    let of_module = |key: &str, public: bool| {
        let written = json!({ "publicly_accessible": public });
        let [mut change, configured] = created("aws_db_instance.d[0]", &expressions, &written, &json!({ "id": true }));
        let module = format!("module.a[\"{key}\"]");
        change["address"] = json!(format!("{module}.aws_db_instance.d[0]"));
        change["module_address"] = json!(module);
        [change, configured]
    };
    let mut plan: Value = serde_json::from_str(&plan(&[of_module("x", true), of_module("y", false)])).unwrap();
    let mut resources = plan["configuration"]["root_module"]["resources"].take();
    resources[0]["address"] = json!("aws_db_instance.d");
    plan["configuration"]["root_module"] = json!({ "module_calls": { "a": {
        "source": "./inner", "for_each_expression": {},
        "expressions": { "public": { "references": ["each.value"] }, "n": { "references": ["var.n"] } },
        "module": { "resources": resources, "variables": { "n": {}, "public": {} } },
    } } });
    let run = onus().file("main.tf", main).file("inner/main.tf", inner).file("plan.json", &plan.to_string());
    let ran = check(run, &[".", "--select=aws-rds-public"]);
    assert_eq!(warnings(&ran), [""; 0]);
    assert_eq!(findings(&ran), ["aws-rds-public module.a[\"x\"].aws_db_instance.d[0] insecure"]);
    assert_eq!(ran.json()["summary"]["resources"], 2);
}

/// What is written of a resource is read once, however many of its values the provider made something else of.
#[test]
fn a_list_that_the_provider_changed_throughout_takes_little_time() {
    let written: Vec<String> = (0..20_000).map(|index| format!("policy-{index:06}")).collect();
    let made: Vec<String> = written.iter().map(|text| text.to_uppercase()).collect();
    let main = format!(
        "resource \"aws_autoscaling_group\" \"g\" {{\n  max_size = 1\n  min_size = 1\n  termination_policies = {}\n}}\n",
        json!(written)
    );
    let expressions = json!({ "max_size": { "constant_value": 1 }, "min_size": { "constant_value": 1 },
        "termination_policies": { "constant_value": written } });
    let after = json!({ "max_size": 1, "min_size": 1, "termination_policies": made });
    let plan = plan(&[created("aws_autoscaling_group.g", &expressions, &after, &json!({ "id": true }))]);
    let start = std::time::Instant::now();
    let ran = check(onus().file("main.tf", &main).file("plan.json", &plan), &["."]);
    assert_eq!(warnings(&ran), [""; 0]);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
