//! Reads a user's own rules from a directory, as `--rules DIR` names it, with the checks that the built-in ones pass.

use std::path::{Path, PathBuf};

use super::check::check;
use super::compile::{RuleError, RuleText, compile};
use super::model::{RuleSet, RuleSetBuf};
use super::regexes;

/// The largest rule file that is read.
const MAX_BYTES: u64 = 4 << 20;

/// Why rules could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file or directory could not be read.
    #[error("{path}: {source}")]
    Read {
        /// The file or directory.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// There is no rule file in the directory.
    #[error("{0}: no rule files (*.hcl) in this directory or the directories in it")]
    Empty(String),
    /// Rules are wrong; every error says where.
    #[error("{}", lines(.0))]
    Rules(Vec<RuleError>),
}

fn lines(errors: &[RuleError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Compiles the rules of a directory: `DIR/<folder>/*.hcl`, and `DIR/*.hcl` as a folder by the directory's own name.
pub fn load_dir(directory: &Path) -> Result<RuleSetBuf, LoadError> {
    let mut files = Vec::new();
    for path in entries(directory)? {
        if path.is_dir() {
            for inner in entries(&path)? {
                read(&inner, &path, &mut files)?;
            }
        } else {
            read(&path, directory, &mut files)?;
        }
    }
    if files.is_empty() {
        return Err(LoadError::Empty(shown(directory)));
    }
    load_files(files)
}

/// Compiles rules that are read already.
pub fn load_files(files: Vec<RuleText>) -> Result<RuleSetBuf, LoadError> {
    let set = compile(files).map_err(LoadError::Rules)?;
    let errors = contradictions(&set.view(&set.file_views()));
    if errors.is_empty() { Ok(set) } else { Err(LoadError::Rules(errors)) }
}

fn contradictions(set: &RuleSet<'_>) -> Vec<RuleError> {
    let mut errors = check(set);
    errors.extend(regexes::check(set));
    errors.sort();
    errors
}

fn read(path: &Path, folder: &Path, files: &mut Vec<RuleText>) -> Result<(), LoadError> {
    if path.extension().is_none_or(|end| end != "hcl") || path.is_dir() {
        return Ok(());
    }
    let failed = |source| LoadError::Read { path: shown(path), source };
    if path.metadata().map_err(failed)?.len() > MAX_BYTES {
        return Err(failed(std::io::Error::other("a rule file may hold 4 MiB at most")));
    }
    let text = std::fs::read_to_string(path).map_err(failed)?;
    let folder = folder.canonicalize().map_err(failed)?;
    let folder = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files.push((shown(path), folder, text));
    Ok(())
}

fn entries(directory: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let failed = |source| LoadError::Read { path: shown(directory), source };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(failed)?;
    paths.sort();
    Ok(paths)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "setting \"acme-rds-multi-az\" {\n  title = \"t\"\n  layer = \"resilience\"\n  severity = \"low\"\n  \
                        why = \"w\"\n  resource = \"aws_db_instance\"\n  attribute = \"multi_az\"\n  \
                        filter = regex_match(attrs.engine, \"^my\")\n  condition = value == true\n}\n";

    fn load(text: &str) -> Result<RuleSetBuf, String> {
        let directory = tempfile::tempdir().unwrap();
        std::fs::create_dir(directory.path().join("acme")).unwrap();
        std::fs::write(directory.path().join("acme/rds.hcl"), text).unwrap();
        load_dir(directory.path()).map_err(|error| error.to_string())
    }

    #[test]
    fn own_rules_pass_the_checks_of_the_built_in_ones() {
        assert_eq!(load(RULE).unwrap().settings.len(), 1);
        let told = load(&RULE.replace("multi_az\"\n", "multi_ax\"\n")).unwrap_err();
        assert!(told.ends_with("rds.hcl:7:15: no schema knows `multi_ax` here; did you mean `multi_az`?"), "{told}");
        let told = load(&RULE.replace("\"^my\"", "\"^(my\"")).unwrap_err();
        assert!(
            told.contains(
                "rds.hcl:8:38: this regular expression does not compile: found open group without closing ')'"
            ),
            "{told}"
        );
        assert!(load_dir(tempfile::tempdir().unwrap().path()).unwrap_err().to_string().contains("no rule files"));
    }
}
