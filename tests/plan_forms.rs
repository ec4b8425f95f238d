//! Plans of OpenTofu, and what stands in a plan beside resources.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::Path;

use common::{Onus, Ran, onus};
use serde_json::{Value, json};

fn sample(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/plans").join(path)).unwrap()
}

/// The same plan as OpenTofu 1.11 writes it: format 1.2 without `applyable` and `complete`, providers of its own registry,
/// variables with their type, and more keys that nobody has heard of.
fn by_opentofu(plan: &str) -> String {
    let registry = |of: &str| format!("\"registry.{of}/");
    let text = plan.replace(&registry("terraform.io"), &registry("opentofu.org"));
    assert_ne!(text, plan);
    let mut plan: Value = serde_json::from_str(&text).unwrap();
    plan["terraform_version"] = "1.11.1".into();
    let object = plan.as_object_mut().unwrap();
    assert!(object.remove("applyable").is_some() && object.remove("complete").is_some());
    assert!(object.contains_key("timestamp") && object.contains_key("relevant_attributes"));
    object.insert("resource_deferrals".into(), json!([{ "reason": "count_unknown" }]));
    for variable in plan["configuration"]["root_module"]["variables"].as_object_mut().unwrap().values_mut() {
        variable["type"] = "string".into();
        variable["nullable"] = false.into();
        variable["required"] = variable.get("default").is_none().into();
    }
    plan.to_string()
}

/// The findings of a run, without the name of the root and the places in files.
fn findings(ran: &Ran) -> Vec<Value> {
    let mut document = ran.json();
    assert_eq!((&document["errors"], &document["warnings"]), (&json!([]), &json!([])));
    let findings = document["findings"].as_array_mut().unwrap();
    for finding in &mut *findings {
        for field in ["location", "fix_location", "related", "place"] {
            // The same place in a file of another name.
            let text = finding[field].to_string().replace("main.tofu", "main.tf");
            finding[field] = text.into();
        }
    }
    std::mem::take(findings)
}

fn run(command: &str, run: Onus) -> Ran {
    run.args([command, "plan.json", "--format", "json", "--min-severity", "info"]).run()
}

#[test]
fn a_plan_of_opentofu_reads_as_one_of_terraform() {
    let terraform = sample("github-org/plan.json");
    let opentofu = by_opentofu(&terraform);
    for command in ["check", "plan"] {
        let alone = |plan: &str| findings(&run(command, onus().file("plan.json", plan)));
        assert_eq!(alone(&opentofu), alone(&terraform), "{command}");
        assert!(alone(&opentofu).len() >= 10);
        // With its configuration, of which the files are named as OpenTofu allows.
        let beside = |plan: &str, name: &str| {
            let files = onus().file("plan.json", plan).file(name, &sample("github-org/main.tf"));
            let files =
                files.file(&name.replace("main", "modules/repo/main"), &sample("github-org/modules/repo/main.tf"));
            findings(&run(command, files.file("terraform.tfvars", &sample("github-org/terraform.tfvars"))))
        };
        let told = beside(&opentofu, "main.tofu");
        assert_eq!(told, beside(&terraform, "main.tf"), "{command}");
        assert!(told.iter().all(|finding| finding["location"] != "null"));
    }
}

/// A database that was replaced with the new one made first, and whose old one could not be destroyed then.
fn with_deposed(protected: bool) -> String {
    let database = |engine: &str| {
        json!({ "engine": engine, "publicly_accessible": true, "deletion_protection": protected,
            "skip_final_snapshot": true })
    };
    let change = |deposed: Option<&str>, actions: &[&str], before: &Value, after: &Value| {
        let mut change = json!({
            "address": "aws_db_instance.users", "mode": "managed", "type": "aws_db_instance", "name": "users",
            "provider_name": "registry.example/hashicorp/aws",
            "change": { "actions": actions, "before": before, "after": after, "after_unknown": {},
                "before_sensitive": {}, "after_sensitive": {} },
        });
        if let Some(key) = deposed {
            change["deposed"] = key.into();
        }
        change
    };
    let now = database("postgres");
    json!({
        "format_version": "1.2", "terraform_version": "1.11.1",
        "resource_changes": [
            change(Some("3d1c8e07"), &["delete"], &database("mysql"), &Value::Null),
            change(None, &["no-op"], &now, &now),
        ],
    })
    .to_string()
}

#[test]
fn an_object_left_over_from_a_replacement_is_not_judged_but_its_data_is_told() {
    let ran = onus().args(["plan", "-", "--select", "aws-rds-public"]).stdin(&with_deposed(false)).run();
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    insta::assert_snapshot!(ran.stdout);

    let document = onus().args(["plan", "-", "--format", "json"]).stdin(&with_deposed(false)).run().json();
    let public = document["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == "aws-rds-public");
    assert_eq!(public.map(|it| it["change"].as_str().unwrap()).collect::<Vec<_>>(), ["same"]);
    assert_eq!(document["review"]["actions"]["delete"], 1);
    let loss = &document["review"]["losses"][0];
    assert_eq!((&loss["address"], &loss["deposed"]), (&json!("aws_db_instance.users"), &json!("3d1c8e07")));

    let kept = onus().args(["plan", "-"]).stdin(&with_deposed(true)).run();
    assert!(!kept.stdout.contains("destroys"), "{}", kept.stdout);
}

/// The same plan with so much in the sections that nobody reads that they are taken out before it is read.
fn made_large(plan: &str) -> String {
    let mut plan: Value = serde_json::from_str(plan).unwrap();
    let filler = json!({ "text": "\"resource_changes\": [{\\", "list": [1, { "a": [] }, null] });
    plan["planned_values"]["root_module"]["filler"] = vec![filler.clone(); 12_000].into();
    plan["something_new"] = vec![filler; 8_000].into();
    let text = serde_json::to_string_pretty(&plan).unwrap();
    assert!(text.len() > 2 << 20);
    text
}

#[test]
fn a_large_plan_says_what_the_same_one_says_when_it_is_small() {
    let small = sample("gcp-update/plan.json");
    let large = made_large(&small);
    for command in ["check", "plan"] {
        let said = |plan: &str| run(command, onus().file("plan.json", plan)).json();
        assert_eq!(said(&large), said(&small), "{command}");
    }
}

#[test]
fn a_broken_large_plan_is_refused_at_the_right_place() {
    let large = made_large(&sample("gcp-update/plan.json"));
    let at = large.rfind("\"root_module\"").unwrap();
    let broken = format!("{}!{}", &large[..at], &large[at..]);
    let line = broken[..at].matches('\n').count() + 1;
    let column = at - broken[..at].rfind('\n').unwrap();
    let ran = run("check", onus().file("plan.json", &broken));
    assert_eq!(ran.code, 3);
    let message = ran.json()["errors"][0]["message"].as_str().unwrap().to_owned();
    assert_eq!(
        message,
        format!("plan.json: the plan cannot be read: line {line}, column {column}: this is not valid JSON")
    );
}
