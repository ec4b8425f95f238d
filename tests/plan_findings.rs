//! The same deployment judged from configuration and from the plan that Terraform made of it: the findings are the same,
//! but for what only one of the two knows, and so are their stable names.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::onus;

/// Rule, address and verdict of each finding, with the stable names of those that have these.
type Findings = BTreeMap<String, BTreeSet<String>>;

/// A pair below `testdata/plans`: how many findings fail or are open on each side.
struct Pair {
    name: &'static str,
    by_source: usize,
    /// From the plan with its configuration at hand.
    by_both: usize,
    /// From the plan alone.
    by_plan: usize,
}

const PAIRS: [Pair; 7] = [
    Pair { name: "gcp-landing", by_source: 17, by_both: 17, by_plan: 17 },
    Pair { name: "gcp-platform", by_source: 26, by_both: 26, by_plan: 23 },
    Pair { name: "gcp-update", by_source: 11, by_both: 11, by_plan: 11 },
    Pair { name: "k8s-workloads", by_source: 15, by_both: 15, by_plan: 15 },
    // Of providers without settings.
    Pair { name: "mixed-actions", by_source: 0, by_both: 0, by_plan: 0 },
    Pair { name: "scale", by_source: 0, by_both: 0, by_plan: 0 },
    Pair { name: "github-org", by_source: 16, by_both: 16, by_plan: 13 },
];

/// What a plan alone tells otherwise.
const PLAN_ALONE: [(&str, &str); 7] = [
    // Whether a text stands in a file, only the files tell.
    ("secret-in-code google_secret_manager_secret_version.db[\"legacy\"] insecure", ""),
    ("secret-in-code google_sql_user.app[\"legacy\"] insecure", ""),
    ("secret-in-code github_organization_webhook.audit[0] insecure", ""),
    ("secret-in-code github_organization_webhook.audit[1] insecure", ""),
    // A plan lists what an expression refers to, not what it makes of that: null, perhaps.
    (
        "github-actions-secret-encrypted module.repo[\"infra\"].github_actions_secret.this[\"AWS_KEY\"] insecure",
        "github-actions-secret-encrypted module.repo[\"infra\"].github_actions_secret.this[\"AWS_KEY\"] unknown",
    ),
    (
        "github-actions-secret-encrypted module.repo[\"infra\"].github_actions_secret.this[\"TOKEN\"] insecure",
        "github-actions-secret-encrypted module.repo[\"infra\"].github_actions_secret.this[\"TOKEN\"] unknown",
    ),
    // A plan has the variable's value, not its default.
    ("variable-secret-default var.db_password insecure", ""),
];

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

/// The findings of `check` on the configuration of a pair, on its plan, or on the plan beside the configuration.
fn findings(pair: &str, source: bool, plan: bool) -> Findings {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/plans").join(pair);
    let run =
        onus().args(["check", if plan { "plan.json" } else { "." }, "--format", "json", "--min-severity", "info"]);
    if source {
        copy(&from, &run.path(""));
    } else {
        std::fs::copy(from.join("plan.json"), run.path("plan.json")).unwrap();
    }
    if !plan {
        std::fs::remove_file(run.path("plan.json")).unwrap();
    }
    let document = run.run().json();
    let mut found = Findings::new();
    for finding in document["findings"].as_array().unwrap() {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let [rule, address, verdict] =
            [&finding["rule"], &finding["resource"]["address"], &finding["verdict"]].map(text);
        assert_eq!(finding["location"].is_null(), !source, "{rule} {address}");
        let is_new = found.entry(format!("{rule} {address} {verdict}")).or_default().insert(text(&finding["key"]));
        assert!(is_new, "{rule} {address}: two findings have one name");
    }
    found
}

/// The findings of the configuration, as the other side is expected to have them.
fn expected(by_source: &Findings, otherwise: &[(&str, &str)]) -> Findings {
    let mut expected = Findings::new();
    for (finding, keys) in by_source {
        let told = otherwise.iter().find(|(here, _)| here == finding).map_or(finding.as_str(), |(_, there)| there);
        if !told.is_empty() {
            expected.entry(told.to_owned()).or_default().extend(keys.iter().cloned());
        }
    }
    expected
}

#[test]
fn configuration_and_plan_give_the_same_findings_under_the_same_names() {
    let mut used = Vec::new();
    for pair in PAIRS {
        let by_source = findings(pair.name, true, false);
        let by_both = findings(pair.name, true, true);
        let by_plan = findings(pair.name, false, true);
        assert_eq!(by_both, by_source, "{} with its source", pair.name);
        assert_eq!(by_plan, expected(&by_source, &PLAN_ALONE), "{} alone", pair.name);
        let counts = [&by_source, &by_both, &by_plan].map(|found| found.values().map(BTreeSet::len).sum::<usize>());
        assert_eq!(counts, [pair.by_source, pair.by_both, pair.by_plan], "{}", pair.name);
        used.extend(by_source.into_keys());
    }
    // No exception outlives what it excuses.
    let excused = PLAN_ALONE.iter();
    let idle: Vec<_> =
        excused.map(|(finding, _)| *finding).filter(|finding| !used.iter().any(|it| it == finding)).collect();
    assert_eq!(idle, [""; 0]);
}

/// Keys of instances may hold anything: no format repeats what has the format of a token.
#[test]
fn a_token_in_a_key_is_shown_by_no_format() {
    let token = format!("ghp_{}0123456789", "abcdefghijklmnopqrstuvwxyz");
    let main = format!(
        "resource \"aws_db_instance\" \"d\" {{\n  for_each            = {{ \"{token}\" = true }}\n  \
         publicly_accessible = each.value\n}}\n"
    );
    let database = |action: &str| {
        let values = serde_json::json!({ "publicly_accessible": true, "storage_encrypted": false });
        let (before, after) = if action == "create" { (None, Some(&values)) } else { (Some(&values), None) };
        serde_json::json!({
            "address": format!("aws_db_instance.{action}[\"{token}\"]"), "mode": "managed", "type": "aws_db_instance",
            "name": action, "index": token, "provider_name": "registry.example/hashicorp/aws",
            "change": { "actions": [action], "before": before, "after": after,
                "after_unknown": {}, "before_sensitive": {}, "after_sensitive": {} },
        })
    };
    let plan = serde_json::json!({ "format_version": "1.2", "terraform_version": "1.11.4",
        "resource_changes": [database("create"), database("delete")],
        "configuration": { "root_module": {} } });
    for format in ["human", "json", "markdown", "html"] {
        let checked = onus().file("main.tf", &main).args(["check", "--format", format, "--show-secure"]).run();
        let reviewed = onus().stdin(&plan.to_string()).args(["plan", "-", "--format", format]).run();
        for ran in [checked, reviewed] {
            assert!(ran.code < 2 && ran.stdout.contains("•••"), "{format}: {}{}", ran.stdout, ran.stderr);
            assert!(!ran.stdout.contains(&token), "{format}: {}", ran.stdout);
        }
    }
}
