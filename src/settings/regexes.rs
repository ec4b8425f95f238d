//! Regular expressions that rules write as literals: they must compile, within the bounds that hold when they run.

use super::compile::RuleError;
use super::model::{RuleFile, RuleSet};
use super::syntax::{Node, NodeId};

/// The largest compiled form of a regular expression, in bytes.
pub const MAX_COMPILED: usize = 1 << 20;

/// Compiles the pattern of a `regex_match`: classes such as `\w` and `(?i)` are of ASCII, as in RE2. Names and addresses
/// are short: most of the cost is to compile, which this crate does with a tenth of the work and memory of `regex`. `Err`
/// says what is wrong, in one line.
pub fn compile(pattern: &str) -> Result<regex_lite::Regex, String> {
    regex_lite::RegexBuilder::new(pattern).size_limit(MAX_COMPILED).build().map_err(|error| error.to_string())
}

/// Whether a pattern compiles, for Terraform's functions or for `regex_match`. `Err` says what is wrong, in one line.
fn check_pattern(pattern: &str, is_terraforms: bool) -> Result<(), String> {
    if !is_terraforms {
        return compile(pattern).map(drop);
    }
    regex::RegexBuilder::new(pattern).size_limit(MAX_COMPILED).build().map(drop).map_err(|error| {
        let text = error.to_string();
        text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
    })
}

/// Every literal pattern that does not compile.
pub fn check(set: &RuleSet<'_>) -> Vec<RuleError> {
    set.files.iter().flat_map(check_file).collect()
}

fn check_file(file: &RuleFile<'_>) -> Vec<RuleError> {
    let mut errors = Vec::new();
    for call in file.tree.calls {
        let name = file.tree.text(call.name);
        let (at, is_terraforms) = match name.strip_prefix("core::").unwrap_or(name) {
            "regex" | "regexall" => (0, true),
            "regex_match" => (1, false),
            _ => continue,
        };
        let Some(pattern): Option<&NodeId> = file.tree.list(call.args).get(at) else { continue };
        if let Node::Str(text) = file.tree.node(*pattern)
            && let Err(message) = check_pattern(file.tree.text(text), is_terraforms)
        {
            let start = file.tree.span(*pattern).start;
            errors.push(RuleError::new(file, start, format!("this regular expression does not compile: {message}")));
        }
    }
    errors
}
