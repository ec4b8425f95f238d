//! Other tools' ids are earned: where a check only asks for attributes, configurations are made from its logic, and the
//! setting with its id says of each what the check says. `testdata/peers/README.md` tells where the facts come from.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "peers/coverage.rs"]
mod coverage;
#[path = "peers/generate.rs"]
mod generate;
#[path = "peers/hcl.rs"]
mod hcl_text;
#[path = "peers/logic.rs"]
mod logic;
#[path = "peers/tables.rs"]
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use generate::Facts;
use logic::{Logic, Written};
use onus::settings::finding::{Severity, Verdict};
use onus::{CheckOptions, Inputs};
use tables::{Check, aliases, checks, table};

/// The day of the run: support of versions ends on dates.
const NOW: &str = "2026-11-23T00:00:00Z";

/// Most checks that onus may disagree with, in percent of those that configurations are made for.
const MOST_DISAGREEING: usize = 8;

/// One configuration of a check.
struct Case<'c> {
    check: &'c Check,
    of_type: String,
    /// Whether the check passes.
    passes: bool,
    /// What of the check's attributes is written, in a line.
    written: String,
    text: String,
}

impl Case<'_> {
    /// The check, the type, and what is written with which answer of the check: what a row of `disagree.tsv` names.
    fn key(&self) -> [String; 3] {
        let answer = if self.passes { "passes" } else { "fails" };
        [self.check.id.clone(), self.of_type.clone(), format!("{answer}: {}", self.written)]
    }
}

fn in_a_line(written: &Written) -> String {
    let parts: Vec<String> = written.iter().map(|(path, value)| format!("{path} = {value}")).collect();
    if parts.is_empty() { "nothing written".to_owned() } else { parts.join(", ") }
}

/// What stands in resources of a type anyway, by check and type; `*` for all checks.
type Beside = BTreeMap<(String, String), String>;

/// All configurations for a check on a type; none if the schema has no such attributes.
fn cases_on<'c>(check: &'c Check, logic: &Logic, of_type: &str, facts: &Facts, beside: &Beside) -> Vec<Case<'c>> {
    let of = |check: &str| beside.get(&(check.to_owned(), of_type.to_owned()));
    let beside = of(&check.id).or_else(|| of("*")).map_or("", String::as_str);
    let case = |written: &Written, passes: bool| {
        let text = hcl_text::resource_text(of_type, written, beside)?;
        Some(Case { check, of_type: of_type.to_owned(), passes, written: in_a_line(written), text })
    };
    let Some(first) = facts.satisfying(logic, of_type).and_then(|written| case(&written, true)) else {
        return Vec::new();
    };
    let wrong = facts.violating(logic, of_type);
    std::iter::once(first).chain(wrong.iter().filter_map(|written| case(written, false))).collect()
}

fn cases<'c>(checks: &'c [Check], aliases: &BTreeSet<String>) -> Vec<Case<'c>> {
    let facts = Facts::read();
    let rows = table("beside.tsv", ["check", "type", "beside", "because"]);
    let beside: Beside =
        rows.into_iter().map(|[check, of_type, hcl, _]| ((check, of_type), hcl.replace("\\n", "\n"))).collect();
    let mut cases = Vec::new();
    for check in checks.iter().filter(|check| !check.known_as(aliases).is_empty()) {
        let Some(logic) = &check.logic else { continue };
        for of_type in check.resources.iter().filter(|name| onus::schema::resource(name).is_some()) {
            cases.extend(cases_on(check, logic, of_type, &facts, &beside));
        }
    }
    cases
}

/// Writes each case into a directory of its own, and judges all: the other tools' ids of what is found, by directory.
fn found(cases: &[Case<'_>]) -> BTreeMap<String, BTreeSet<String>> {
    let directory = tempfile::tempdir().unwrap();
    for (index, case) in cases.iter().enumerate() {
        let root = directory.path().join(format!("c{index}"));
        std::fs::create_dir(&root).unwrap();
        std::fs::write(root.join("main.tf"), &case.text).unwrap();
    }
    let options = CheckOptions {
        inputs: Inputs { working_dir: directory.path().to_owned(), now: NOW.parse().unwrap(), ..Inputs::of(["."]) },
        min_severity: Severity::Info,
        ..CheckOptions::default()
    };
    let outcome = onus::check(&options, &()).unwrap();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in outcome.findings().filter(|entry| entry.verdict != Verdict::Unknown) {
        let ids = outcome.rule(&entry).aliases.iter().cloned();
        found.entry(outcome.root(&entry).path.to_string()).or_default().extend(ids);
    }
    found
}

#[test]
fn a_setting_with_a_checks_id_agrees_with_the_check() {
    let (checks, aliases) = (checks(), aliases());
    let cases = cases(&checks, &aliases);
    let found = found(&cases);
    let rows = table("disagree.tsv", ["check", "type", "case", "because"]);
    let disagree: BTreeSet<[String; 3]> =
        rows.into_iter().map(|[check, of_type, case, _]| [check, of_type, case]).collect();
    let (mut wrong, mut told) = (String::new(), BTreeSet::new());
    for (index, case) in cases.iter().enumerate() {
        let said = found.get(format!("c{index}").as_str());
        let is_found = case.check.known_as(&aliases).iter().any(|id| said.is_some_and(|said| said.contains(id)));
        if is_found != case.passes {
            continue;
        }
        let key = case.key();
        if disagree.contains(&key) {
            told.insert(key);
            continue;
        }
        let what = if is_found { "a finding" } else { "no finding" };
        writeln!(wrong, "{}, yet {what}\n{}", key.join("\t"), case.text).unwrap();
    }
    assert!(wrong.is_empty(), "{wrong}");
    let stale: Vec<_> = disagree.difference(&told).collect();
    assert!(stale.is_empty(), "they agree by now: {stale:?}");
    let with_cases: BTreeSet<&str> = cases.iter().map(|case| case.check.id.as_str()).collect();
    let that_differ: BTreeSet<&String> = disagree.iter().map(|[id, ..]| id).collect();
    let most = with_cases.len() * MOST_DISAGREEING / 100;
    assert!(that_differ.len() <= most, "{} of {} disagree", that_differ.len(), with_cases.len());
}
