//! Other tools' ids are earned: where a check only asks for attributes, configurations are made from its logic, and the
//! setting with its id says of each what the check says. `testdata/peers/README.md` tells where the facts come from.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "peers/generate.rs"]
mod generate;
#[path = "peers/hcl.rs"]
mod hcl_text;
#[path = "peers/logic.rs"]
mod logic;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use logic::{Logic, Written, texts};
use onus::settings::finding::{Severity, Verdict};
use onus::{CheckOptions, Inputs};
use serde_json::Value;

/// A check of another tool.
struct Check {
    id: String,
    aliases: Vec<String>,
    resources: Vec<String>,
    logic: Option<Logic>,
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/peers").join(name)
}

fn checks() -> Vec<Check> {
    let text = std::fs::read_to_string(data("aws.jsonl")).unwrap();
    let check = |line: &str| {
        let json: Value = serde_json::from_str(line).unwrap();
        Check {
            id: json["id"].as_str().unwrap().to_owned(),
            aliases: texts(json["aliases"].as_array().unwrap()),
            resources: texts(json["resources"].as_array().unwrap()),
            logic: json.get("logic").and_then(Logic::read),
        }
    };
    text.lines().map(check).collect()
}

/// The rows of a table, without its heading.
fn table(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(data(name)).unwrap();
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The settings' names for other tools' checks.
fn aliases() -> BTreeSet<String> {
    let rules = onus::rules(&onus::RulesOptions::default()).unwrap();
    rules.into_iter().flat_map(|rule| rule.aliases).collect()
}

impl Check {
    /// The names that settings have for it.
    fn known_as(&self, aliases: &BTreeSet<String>) -> Vec<String> {
        let names = std::iter::once(&self.id).chain(&self.aliases);
        names.filter(|name| aliases.contains(*name)).cloned().collect()
    }
}

/// One configuration of a check.
struct Case<'c> {
    check: &'c Check,
    of_type: String,
    /// Whether the check passes.
    passes: bool,
    text: String,
}

impl Case<'_> {
    fn name(&self) -> String {
        format!("{} {} {}", self.check.id, self.of_type, if self.passes { "passes" } else { "fails" })
    }
}

fn cases<'c>(checks: &'c [Check], aliases: &BTreeSet<String>) -> Vec<Case<'c>> {
    let beside: BTreeMap<String, String> =
        table("beside.tsv").into_iter().map(|row| (row[0].clone(), row[1].replace("\\n", "\n"))).collect();
    let mut cases = Vec::new();
    for check in checks.iter().filter(|check| !check.known_as(aliases).is_empty()) {
        let Some(logic) = &check.logic else { continue };
        for of_type in check.resources.iter().filter(|name| onus::schema::resource(name).is_some()) {
            let beside = beside.get(of_type).map_or("", String::as_str);
            let mut add = |written: &Written, passes: bool| {
                if let Some(text) = hcl_text::resource_text(of_type, written, beside) {
                    cases.push(Case { check, of_type: of_type.clone(), passes, text });
                }
            };
            if let Some(written) = generate::satisfying(logic, of_type) {
                add(&written, true);
                generate::violating(logic, of_type).iter().for_each(|written| add(written, false));
            }
        }
    }
    cases
}

#[test]
fn a_setting_with_a_checks_id_agrees_with_the_check() {
    let (checks, aliases) = (checks(), aliases());
    let cases = cases(&checks, &aliases);
    let directory = tempfile::tempdir().unwrap();
    for (index, case) in cases.iter().enumerate() {
        let root = directory.path().join(format!("c{index}"));
        std::fs::create_dir(&root).unwrap();
        std::fs::write(root.join("main.tf"), &case.text).unwrap();
    }
    let options = CheckOptions {
        inputs: Inputs { working_dir: directory.path().to_owned(), ..Inputs::of(["."]) },
        min_severity: Severity::Info,
        ..CheckOptions::default()
    };
    let outcome = onus::check(&options, &()).unwrap();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entry in outcome.findings().filter(|entry| entry.verdict != Verdict::Unknown) {
        let ids = outcome.rule(&entry).aliases.iter().map(String::as_str);
        found.entry(&outcome.root(&entry).path).or_default().extend(ids);
    }
    let disagree: BTreeSet<(String, String)> =
        table("disagree.tsv").into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let (mut wrong, mut told) = (String::new(), BTreeSet::new());
    for (index, case) in cases.iter().enumerate() {
        let said = found.get(format!("c{index}").as_str());
        let is_found =
            case.check.known_as(&aliases).iter().any(|id| said.is_some_and(|said| said.contains(id.as_str())));
        if is_found == !case.passes {
            continue;
        }
        let key = (case.check.id.clone(), case.of_type.clone());
        if disagree.contains(&key) {
            told.insert(key);
            continue;
        }
        let what = if is_found { "a finding" } else { "no finding" };
        writeln!(wrong, "{}: {what}\n{}", case.name(), case.text).unwrap();
    }
    assert!(wrong.is_empty(), "{wrong}");
    let stale: Vec<_> = disagree.difference(&told).collect();
    assert!(stale.is_empty(), "they agree by now: {stale:?}");
    let with_cases: BTreeSet<&str> = cases.iter().map(|case| case.check.id.as_str()).collect();
    // At most 8 % of what can be generated.
    let checks_that_differ: BTreeSet<&String> = disagree.iter().map(|(id, _)| id).collect();
    assert!(
        checks_that_differ.len() * 100 <= with_cases.len() * 8,
        "{} of {}",
        checks_that_differ.len(),
        with_cases.len()
    );
}
