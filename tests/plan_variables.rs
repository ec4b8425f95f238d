//! A plan without its configuration: its variables tell where values come from, and what is secret.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use common::{Ran, onus};
use serde_json::{Value, json};

/// A resource of a plan that is created: address, module, values, what of them is unknown and sensitive.
fn created(address: &str, after: &Value, unknown: &Value, sensitive: &Value) -> Value {
    let pieces: Vec<&str> = address.split('.').collect();
    let [type_name, name] = pieces[pieces.len() - 2..] else { panic!("{address}") };
    let module = pieces[..pieces.len() - 2].join(".");
    let mut change = json!({
        "address": address, "mode": "managed", "type": type_name, "name": name,
        "provider_name": "registry.example/hashicorp/aws",
        "change": { "actions": ["create"], "before": null, "after": after, "after_unknown": unknown,
            "before_sensitive": false, "after_sensitive": sensitive },
    });
    if !module.is_empty() {
        change["module_address"] = module.into();
    }
    change
}

fn configured(address: &str, expressions: &Value) -> Value {
    let (type_name, name) = address.split_once('.').unwrap();
    json!({ "address": address, "mode": "managed", "type": type_name, "name": name,
        "provider_config_key": "aws", "expressions": expressions })
}

fn references(names: &[&str]) -> Value {
    json!({ "references": names })
}

/// Two databases and a firewall: the root module hands its variables to a module.
fn plan() -> String {
    let database = |image: &str| {
        json!({ "identifier": "orders", "storage_encrypted": false, "publicly_accessible": true,
            "engine": "postgres", "engine_version": image, "instance_class": "db.t4g.micro" })
    };
    let rule = json!({ "type": "ingress", "from_port": 22, "to_port": 22, "protocol": "tcp",
        "cidr_blocks": ["0.0.0.0/0"], "security_group_id": null });
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4",
        "variables": {
            "admin_cidrs": { "value": ["0.0.0.0/0"] },
            "encrypt": { "value": false },
            "version": { "value": "16.3-orchid-falcon" },
        },
        "resource_changes": [
            created("module.net.aws_security_group_rule.ssh", &rule, &json!({ "id": true, "security_group_id": true }),
                &json!({ "cidr_blocks": [false] })),
            created("aws_db_instance.orders", &database("16.3-orchid-falcon"), &json!({ "id": true }),
                &json!({ "engine_version": true })),
            created("aws_db_instance.copy", &database("16.3-orchid-falcon"), &json!({ "id": true }), &json!({})),
        ],
        "configuration": {
            "provider_config": { "aws": { "name": "aws", "full_name": "registry.example/hashicorp/aws" } },
            "root_module": {
                "variables": { "admin_cidrs": {}, "encrypt": { "default": true }, "version": { "sensitive": true } },
                "resources": [
                    configured("aws_db_instance.orders", &json!({
                        "identifier": { "constant_value": "orders" },
                        "storage_encrypted": references(&["var.encrypt"]),
                        "publicly_accessible": references(&["var.encrypt", "var.admin_cidrs"]),
                        "engine_version": references(&["var.version"]),
                    })),
                    configured("aws_db_instance.copy", &json!({
                        "storage_encrypted": { "constant_value": false },
                        "publicly_accessible": references(&["local.public"]),
                        "engine_version": { "constant_value": "16.3-orchid-falcon" },
                    })),
                ],
                "module_calls": { "net": {
                    "source": "./net",
                    "expressions": { "cidrs": references(&["var.admin_cidrs"]) },
                    "module": {
                        "variables": { "cidrs": {} },
                        "resources": [configured("aws_security_group_rule.ssh", &json!({
                            "type": { "constant_value": "ingress" },
                            "from_port": { "constant_value": 22 },
                            "to_port": { "constant_value": 22 },
                            "protocol": { "constant_value": "tcp" },
                            "cidr_blocks": references(&["var.cidrs"]),
                        }))],
                    },
                } },
            },
        },
    })
    .to_string()
}

fn run(args: &[&str]) -> Ran {
    onus().args(args.iter().copied()).file("plan.json", &plan()).run()
}

/// Rule, address and variable of the findings that name one.
fn variables(ran: &Ran) -> Vec<[String; 3]> {
    let document = ran.json();
    let named = document["findings"].as_array().unwrap().iter().filter(|finding| !finding["variable"].is_null());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    named.map(|it| [text(&it["rule"]), text(&it["resource"]["address"]), text(&it["variable"])]).collect()
}

#[test]
fn a_finding_names_the_one_variable_that_its_value_comes_from() {
    for command in ["check", "plan"] {
        let found = variables(&run(&[command, "plan.json", "--format", "json"]));
        // Neither what has two parts nor what comes from a local, of which a plan says nothing.
        let expected = [
            ["network-ingress-open-ssh", "module.net.aws_security_group_rule.ssh", "var.admin_cidrs"],
            ["aws-rds-storage-encrypted", "aws_db_instance.orders", "var.encrypt"],
        ];
        assert_eq!(found, expected, "{command}");
    }
    let two = ["plan.json", "--select", "network-ingress-open-ssh", "--select", "aws-rds-storage-encrypted"];
    insta::assert_snapshot!("check", run(&[&["check"], &two[..]].concat()).stdout);
    insta::assert_snapshot!("plan", run(&[&["plan"], &two[..]].concat()).stdout);
}

#[test]
fn the_value_of_a_sensitive_variable_is_shown_nowhere_also_where_it_stands_as_a_literal() {
    // A setting that shows the value it is about.
    let rules = r#"
        setting "own-db-version" {
          title     = "Databases run version 17"
          problem   = "Version ${value} is old"
          layer     = "application"
          severity  = "high"
          resource  = "aws_db_instance"
          attribute = "engine_version"
          condition = value == "17"
          why       = "It is."
        }
    "#;
    for command in ["check", "plan"] {
        for format in ["human", "json"] {
            let args = [command, "plan.json", "--rules", "rules", "--format", format];
            let ran = onus().args(args).file("plan.json", &plan()).file("rules/own/db.hcl", rules).run();
            assert!(ran.stdout.contains("aws_db_instance.copy"), "{}{}", ran.stdout, ran.stderr);
            assert!(!ran.stdout.contains("orchid"), "{command} {format}: {}", ran.stdout);
        }
    }
}

#[test]
fn a_variable_is_known_in_a_plan_and_never_what_an_undecided_setting_waits_for() {
    let mut plan: Value = serde_json::from_str(&plan()).unwrap();
    let change = &mut plan["resource_changes"][1]["change"];
    change["after"].as_object_mut().unwrap().remove("storage_encrypted");
    change["after_unknown"]["storage_encrypted"] = true.into();
    let expressions = &mut plan["configuration"]["root_module"]["resources"][0]["expressions"];
    expressions["storage_encrypted"] = references(&["var.encrypt", "aws_db_instance.copy.id", "aws_db_instance.copy"]);
    let args = ["check", "-", "--select", "aws-rds-storage-encrypted", "--format", "json"];
    let document = onus().args(args).stdin(&plan.to_string()).run().json();
    let findings = document["findings"].as_array().unwrap();
    let open = findings.iter().find(|it| it["verdict"] == "unknown").unwrap_or_else(|| panic!("{document}"));
    assert_eq!(open["resource"]["address"], "aws_db_instance.orders");
    assert_eq!(
        (&open["reason"]["kind"], &open["reason"]["name"]),
        (&json!("computed"), &json!("aws_db_instance.copy.id"))
    );
}
