//! `--format markdown`: what a pull request shows.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use common::onus;

/// What hosts of code take, in UTF-16 code units, less the frame that they may get.
const LIMIT: usize = 60_000;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_webshop_as_a_summary() {
    let ran = onus().args(["check", "testdata/webshop", "--format", "markdown"]).run_in(repository());
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    insta::assert_snapshot!(ran.stdout);
}

#[test]
fn a_review_says_first_what_moves_and_links_to_the_files() {
    let url = "https://git.example/acme/infra/blob/4f1c2ab/{file}#L{line}";
    let plan = "testdata/plans/gcp-update/plan.json";
    let args = ["plan", plan, "--source", "testdata/plans/gcp-update", "--format", "markdown", "--source-url", url];
    let ran = onus().args(args).run_in(repository());
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    insta::assert_snapshot!(ran.stdout);
}

#[test]
fn fargate_to_ec2_is_the_headline() {
    let service = |launch: &str| serde_json::json!({ "name": "shop", "launch_type": launch, "cluster": "main", "task_definition": "shop:1" });
    let plan = serde_json::json!({
        "format_version": "1.2", "terraform_version": "1.11.4",
        "resource_changes": [{
            "address": "aws_ecs_service.shop", "mode": "managed", "type": "aws_ecs_service", "name": "shop",
            "provider_name": "registry.example/hashicorp/aws",
            "change": { "actions": ["update"], "before": service("FARGATE"), "after": service("EC2"),
                "after_unknown": {}, "before_sensitive": {}, "after_sensitive": {} },
        }],
        "configuration": {
            "provider_config": { "aws": { "name": "aws", "full_name": "registry.example/hashicorp/aws" } },
            "root_module": { "resources": [{ "address": "aws_ecs_service.shop", "mode": "managed",
                "type": "aws_ecs_service", "name": "shop", "provider_config_key": "aws",
                "expressions": { "launch_type": { "constant_value": "EC2" } } }] },
        },
    });
    let ran = onus().stdin(&plan.to_string()).args(["plan", "-", "--format", "markdown"]).run();
    let heading = ran.stdout.lines().next().unwrap();
    assert!(heading.contains("os") && heading.ends_with("now yours"), "{heading}");
    assert!(ran.stdout.contains("| **os** | AWS → you | `aws_ecs_service.shop`"), "{}", ran.stdout);
}

#[test]
fn a_clean_run_is_short() {
    let ran = onus().file("main.tf", "resource \"aws_sns_topic\" \"a\" {\n  kms_master_key_id = \"alias/x\"\n}\n");
    let ran = ran.args(["check", "--format", "markdown", "--min-severity", "critical"]).run();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("### onus: nothing to mend\n"), "{}", ran.stdout);
    assert!(ran.stdout.lines().count() < 12, "{}", ran.stdout);
}

#[test]
fn thousands_of_findings_fit_and_the_rest_is_counted() {
    let mut text = String::new();
    for index in 0..2_000 {
        writeln!(text, "resource \"aws_db_instance\" \"d{index}\" {{\n  publicly_accessible = true\n}}").unwrap();
    }
    let ran = onus().file("main.tf", &text).args(["check", "--format", "markdown"]).run();
    assert!(ran.stdout.encode_utf16().count() <= LIMIT, "{}", ran.stdout.len());
    assert!(ran.stdout.encode_utf16().count() > LIMIT / 2);
    let written = ran.stdout.lines().filter(|line| line.starts_with("**") && line.contains(". ")).count();
    let more = ran.stdout.lines().find(|line| line.starts_with("… and ")).expect("says how many more");
    assert!(written > 20 && more.ends_with("more places to mend: run `onus check --full`"), "{more}");
    assert_eq!(ran.stdout.matches("<details>").count(), ran.stdout.matches("</details>").count());
    // How much was looked at is there all the same.
    assert!(ran.stdout.trim_end().lines().last().unwrap().contains("2,000 resources"), "{}", ran.stdout);
}

#[test]
fn names_of_strangers_are_neither_markup_nor_calls() {
    let hostile = "x|y <img src=x> @acme/team #1 `c` [a](b) </details> https://evil.example";
    let main = format!(
        "resource \"aws_db_instance\" \"a\" {{\n  for_each = {{ {key} = 1 }}\n  publicly_accessible = true\n}}\n",
        key = serde_json::to_string(hostile).unwrap()
    );
    let ran = onus().file("main.tf", &main).args(["check", "--format", "markdown"]).run();
    let shown: Vec<&str> = ran.stdout.lines().filter(|line| line.contains("acme/team")).collect();
    assert!(!shown.is_empty(), "{}", ran.stdout);
    for line in shown {
        // In code, with a fence that its own signs do not end; elsewhere every sign is written out.
        let is_code = line.contains("``aws_db_instance.a[");
        assert!(is_code || !line.contains("<img") && !line.contains("@acme"), "{line}");
    }
    let secrets = "variable \"p\" {\n  sensitive = true\n  default = \"hunter2hunter2\"\n}\nresource \"aws_db_instance\" \"b\" {\n  password = var.p\n  identifier = \"hunter2hunter2\"\n}\n";
    let ran = onus().file("main.tf", secrets).args(["check", "--format", "markdown"]).run();
    assert!(!ran.stdout.contains("hunter2"), "{}", ran.stdout);
}

#[test]
fn what_a_list_has_no_room_for_is_counted() {
    // More deviations than are listed: none goes without a word.
    let layers = ["os", "hosts", "data", "devices", "accounts", "integrity", "encryption", "transit", "network"];
    let mut config = String::from("responsibility {\n");
    for (layer, provider) in layers.iter().flat_map(|layer| [(layer, "aws"), (layer, "google")]) {
        let owner = if matches!(*layer, "os" | "hosts" | "facility") { "customer" } else { "provider" };
        let _ = write!(
            config,
            "  cell \"{layer}\" \"paas\" {{\n    owner = \"{owner}\"\n    provider = \"{provider}\"\n    reason = \"r\"\n  }}\n"
        );
    }
    config.push_str("}\n");
    let main = "resource \"aws_db_instance\" \"a\" {}\nresource \"google_sql_database_instance\" \"b\" {\n  database_version = \"POSTGRES_15\"\n}\n";
    let ran = onus().file("main.tf", main).file(".onus.hcl", &config).args(["check", "--format", "markdown"]).run();
    let (_, told) = ran.stdout.split_once("By your configuration: ").unwrap_or_else(|| panic!("{}", ran.stdout));
    let count: usize = told.split('<').next().unwrap().parse().unwrap();
    let list = told.split("</details>").next().unwrap();
    let listed = list.lines().filter(|line| line.contains(".onus.hcl:")).count();
    assert!(count > 10, "{told}");
    assert!(list.contains(&format!("- and {} more\n", count - listed)), "{list}");
}
