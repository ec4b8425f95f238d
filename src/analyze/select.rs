//! Which settings count in a run: `--select` and `--ignore`, by any of the names a setting has.

use std::collections::BTreeSet;

use super::{Rules, UsageError};

/// The settings that count in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// By index of the family element.
    counts: Vec<bool>,
}

impl Selection {
    /// Finds the settings that the names mean: ids, labels of families, other tools' ids.
    ///
    /// # Errors
    /// When a name means none; the error tells the nearest.
    pub fn resolve(rules: &Rules, select: &[String], ignore: &[String]) -> Result<Self, UsageError> {
        let mut counts = vec![select.is_empty(); rules.count()];
        for (names, option, counts_then) in [(select, "--select", true), (ignore, "--ignore", false)] {
            for name in names {
                let mut found = rules.find(name).peekable();
                if found.peek().is_none() {
                    return Err(unknown(rules, option, name));
                }
                found.for_each(|element| counts[element as usize] = counts_then);
            }
        }
        Ok(Self { counts })
    }

    /// Whether the setting with that index in the rule set counts.
    pub fn holds(&self, element: u32) -> bool {
        self.counts.get(element as usize).copied().unwrap_or(true)
    }
}

/// The name most like one that no setting has, with the id of its setting.
pub(super) fn nearest_setting(rules: &Rules, name: &str) -> Option<String> {
    let names = rules.names();
    let (near, element) = nearest(names.iter().map(|(text, element)| (text.as_str(), *element)), name)?;
    let id = rules.id(element);
    Some(if near == id { id } else { format!("{near} ({id})") })
}

/// No setting has that name.
pub(super) fn unknown(rules: &Rules, option: &str, name: &str) -> UsageError {
    let error = UsageError::new(if option.is_empty() {
        format!("\"{name}\" is no setting, layer, service model or type of resource that onus knows")
    } else {
        format!("unknown setting \"{name}\" in {option}")
    });
    match nearest_setting(rules, name) {
        Some(near) => error.with_help(format!("nearest: {near}. All: onus rules")),
        None => error.with_help("all settings: onus rules"),
    }
}

/// No setting speaks of a provider of that name.
pub(super) fn no_provider(known: &BTreeSet<String>, name: &str) -> UsageError {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    UsageError::new(format!("no setting for the provider \"{name}\"")).with_help(format!("known: {}", known.join(", ")))
}

/// The entry with the name most like the given one, if any is alike.
fn nearest<'r, T>(names: impl Iterator<Item = (&'r str, T)>, name: &str) -> Option<(&'r str, T)> {
    let lower = name.to_lowercase();
    let scored = names.map(|entry| (strsim::jaro_winkler(&entry.0.to_lowercase(), &lower), entry));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(score, _)| *score > 0.8).map(|(_, entry)| entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_told_only_when_it_is_near() {
        let names = || ["aws-s3-bucket-versioning", "aws-s3-bucket-logging", "CKV_AWS_21"].into_iter().map(|n| (n, ()));
        assert_eq!(nearest(names(), "aws-s3-bucket-versionning").unwrap().0, "aws-s3-bucket-versioning");
        assert_eq!(nearest(names(), "ckv_aws_12").unwrap().0, "CKV_AWS_21");
        assert!(nearest(names(), "xyz").is_none());
    }
}
