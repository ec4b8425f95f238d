//! The checks of other tools, and the tables beside them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::logic::{Logic, texts};

/// A check of another tool.
pub(crate) struct Check {
    pub(crate) id: String,
    /// The tool.
    pub(crate) source: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) resources: Vec<String>,
    pub(crate) logic: Option<Logic>,
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/peers").join(name)
}

/// All checks of AWS.
pub(crate) fn checks() -> Vec<Check> {
    let text = std::fs::read_to_string(data("aws.jsonl")).unwrap();
    let check = |line: &str| {
        let json: Value = serde_json::from_str(line).unwrap();
        Check {
            id: json["id"].as_str().unwrap().to_owned(),
            source: json["source"].as_str().unwrap().to_owned(),
            aliases: texts(json["aliases"].as_array().unwrap()),
            resources: texts(json["resources"].as_array().unwrap()),
            logic: json.get("logic").and_then(Logic::read),
        }
    };
    text.lines().map(check).collect()
}

/// The rows of a table; its heading must be the given one.
pub(crate) fn table<const N: usize>(name: &str, heading: [&str; N]) -> Vec<[String; N]> {
    let text = std::fs::read_to_string(data(name)).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(heading.join("\t").as_str()), "{name}");
    let row = |(index, line): (usize, &str)| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        cells.try_into().unwrap_or_else(|_| panic!("{name}:{}: {N} cells, separated by tabs", index + 2))
    };
    lines.enumerate().map(row).collect()
}

/// The settings' names for other tools' checks.
pub(crate) fn aliases() -> BTreeSet<String> {
    let rules = onus::rules(&onus::RulesOptions::default()).unwrap();
    rules.into_iter().flat_map(|rule| rule.aliases).collect()
}

impl Check {
    /// The names that settings have for it.
    pub(crate) fn known_as(&self, aliases: &BTreeSet<String>) -> Vec<String> {
        let names = std::iter::once(&self.id).chain(&self.aliases);
        names.filter(|name| aliases.contains(*name)).cloned().collect()
    }
}
