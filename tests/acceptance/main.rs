//! What onus promises its users, each promise held through the binary on input that looks like theirs.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod account;
mod architecture;
mod commands;
mod companions;
mod determinism;
mod editions;
mod memory;
mod refused;

mod secrets;
mod security_groups;
mod unknowns;

#[path = "../common/mod.rs"]
mod common;

use std::path::Path;

use common::{Onus, Ran, onus};
use serde_json::Value;

/// The repository, whose `testdata/` the tests read.
fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `onus check --format json` on a day that stays the same, with what is secure listed too.
fn check() -> Onus {
    onus().args(["check", "--format", "json", "--now", "2026-11-24", "--show-secure", "--min-severity", "info"])
}

/// Runs where nothing must be wrong with the input.
fn without_errors(run: &Onus, name: &str) -> Ran {
    let ran = run.run();
    assert_eq!(ran.json()["errors"], serde_json::json!([]), "{name}");
    ran
}

/// What a run says of one setting: address and verdict, sorted by address. `secure` is also what is right by default.
fn verdicts(ran: &Ran, rule: &str) -> Vec<(String, String)> {
    let document = ran.json();
    let verdict = |entry: &Value| match text(&entry["verdict"]) {
        "secure_by_default" => "secure".to_owned(),
        other => other.to_owned(),
    };
    let of_rule = entries(&document).filter(|entry| entry["rule"] == rule);
    let mut verdicts: Vec<_> =
        of_rule.map(|entry| (text(&entry["resource"]["address"]).to_owned(), verdict(entry))).collect();
    verdicts.sort();
    verdicts
}

/// All findings of a document, undecided and secure ones included.
fn entries(document: &Value) -> impl Iterator<Item = &Value> {
    document["findings"].as_array().unwrap().iter()
}

/// Those that can fail a run.
fn failing(document: &Value) -> Vec<&Value> {
    entries(document).filter(|entry| entry["verdict"] == "insecure" || entry["verdict"] == "unset").collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}
