//! docs/rules.md says how rules are written; its examples must be rules.
//!
//! A block that starts with three backticks, `hcl` and a path (`rules/aws/rds.hcl`) is a rule, or a part of one: blocks of
//! one path are one file.

use std::collections::BTreeMap;

use onus::settings::load::{LoadError, load_files};

const PAGE: &str = include_str!("../docs/rules.md");

/// The rule files of the page, by path. Lines stand where they stand in the page, so that errors name the page's lines.
fn rule_files() -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<String> = None;
    for (index, line) in PAGE.lines().enumerate() {
        match (&open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some(info.strip_prefix("hcl ").unwrap_or_default().to_owned()),
            (Some(_), Some("")) => open = None,
            (Some(path), _) if !path.is_empty() => {
                let file = files.entry(path.clone()).or_default();
                let written = file.matches('\n').count();
                file.push_str(&"\n".repeat(index - written));
                file.push_str(line);
                file.push('\n');
            }
            _ => {}
        }
    }
    assert!(open.is_none(), "a block of the page is not closed");
    files
}

#[test]
fn the_rules_of_the_page_compile() {
    let files = rule_files();
    assert!(files.len() >= 5, "the page shows rules: {:?}", files.keys());
    let texts = files.into_iter().map(|(path, text)| {
        let folder = path.rsplit('/').nth(1).unwrap().to_owned();
        (path, folder, text)
    });
    match load_files(texts.collect()) {
        Ok(set) => assert!(set.settings.len() >= 10, "only {} settings were read", set.settings.len()),
        Err(LoadError::Rules(errors)) => {
            let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("docs/rules.md shows what is no rule (lines are the page's):\n{}", told.join("\n"));
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn every_hcl_block_says_which_file_it_is_of() {
    let bare: Vec<usize> =
        PAGE.lines().enumerate().filter(|(_, line)| *line == "```hcl").map(|(index, _)| index + 1).collect();
    assert!(bare.is_empty(), "these blocks would not be tested: lines {bare:?}");
}

#[test]
fn links_within_the_page_lead_somewhere() {
    let anchors: Vec<String> = PAGE
        .lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')))
        .map(|title| {
            let kept = title.to_lowercase().replace(' ', "-");
            kept.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_')).collect()
        })
        .collect();
    for link in PAGE.split("](#").skip(1) {
        let target = link.split(')').next().unwrap();
        assert!(anchors.iter().any(|anchor| anchor == target), "no heading `{target}`");
    }
}
