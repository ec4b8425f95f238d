//! Reads the words of a comment that silences settings.

use jiff::civil::Date;

/// How far a comment reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The item that it stands at.
    Item,
    /// The block at the top of the file that it stands in.
    Block,
    /// The whole file.
    File,
}

/// What a comment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) scope: Scope,
    pub(super) rules: Vec<String>,
    pub(super) until: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) foreign: bool,
}

/// Marks by which peers begin a comment that stands inside the block it covers.
const SKIP: [&str; 2] = ["checkov:skip=", "bridgecrew:skip="];

/// Marks by which peers begin a comment that stands above or behind what it covers.
const IGNORE: [&str; 2] = ["trivy:ignore:", "tfsec:ignore:"];

/// Reads a comment with its marker. A comment of ours that is not understood is an error that says why.
pub(super) fn read(comment: &str) -> Vec<Result<Words, &'static str>> {
    if !["onus", "checkov:", "bridgecrew:", "trivy:", "tfsec:"].iter().any(|mark| comment.contains(mark)) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for line in inner(comment).lines() {
        let line = line.trim().trim_start_matches('*').trim_start();
        if let Some(rest) = ours(line) {
            all.push(read_ours(rest));
        } else {
            all.extend(read_skip(line).map(Ok));
            all.extend(read_ignores(line).into_iter().map(Ok));
        }
    }
    all
}

/// The comment without `#`, `//` or `/* */`.
fn inner(comment: &str) -> &str {
    match comment.strip_prefix("/*") {
        Some(rest) => rest.strip_suffix("*/").unwrap_or(rest),
        None => comment.trim_start_matches(['#', '/']),
    }
}

/// What follows `onus:`; also `onus ignore` is meant for us, and wrong.
fn ours(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("onus")?;
    match rest.strip_prefix(':') {
        Some(rest) => Some(rest.trim_start()),
        None => rest.trim_start().starts_with("ignore").then_some(""),
    }
}

fn read_ours(text: &str) -> Result<Words, &'static str> {
    let (scope, rest) = match (text.strip_prefix("ignore-file"), text.strip_prefix("ignore")) {
        (Some(rest), _) => (Scope::File, rest),
        (None, Some(rest)) => (Scope::Item, rest),
        (None, None) => return Err("`onus: ignore[…]` is the only form"),
    };
    let rest = rest.trim_start().strip_prefix('[').ok_or("the rules stand in brackets")?;
    let (rules, rest) = rest.split_once(']').ok_or("the bracket is never closed")?;
    let rules: Vec<_> = rules.split(',').map(|rule| rule.trim().to_owned()).collect();
    if !rules.iter().all(|rule| is_id(rule)) {
        return Err("between the brackets stand ids of rules, with commas between them");
    }
    let (options, reason) = match rest.trim().split_once("--") {
        Some((options, reason)) => (options, Some(reason.trim()).filter(|reason| !reason.is_empty())),
        None => (rest, None),
    };
    let mut until = None;
    for option in options.split_whitespace() {
        let date = option.strip_prefix("until=").ok_or("between `]` and `--` only `until=` may stand")?;
        until = Some(checked_date(date).ok_or("`until` needs a date such as 2027-01-31")?);
    }
    Ok(Words { scope, rules, until, reason: reason.map(str::to_owned), foreign: false })
}

/// `checkov:skip=ID,ID:reason`
fn read_skip(line: &str) -> Option<Words> {
    let rest = SKIP.iter().find_map(|mark| line.split_once(mark))?.1.trim_start();
    let (ids, reason) = match rest.split_once(':') {
        Some((ids, reason)) => (ids, Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty())),
        None => (rest.split_whitespace().next().unwrap_or_default(), None),
    };
    let rules: Vec<_> = ids.split(',').map(|id| id.trim().to_owned()).filter(|id| is_id(id)).collect();
    (!rules.is_empty()).then_some(Words { scope: Scope::Block, rules, until: None, reason, foreign: true })
}

/// `trivy:ignore:ID`, any number of them; behind an id may stand `:exp:2027-01-31`, `:ws:name` and `[parameters]`.
fn read_ignores(line: &str) -> Vec<Words> {
    let mut all: Vec<Words> = Vec::new();
    let mut reason = Vec::new();
    for word in line.split_whitespace() {
        let Some((_, rest)) = IGNORE.iter().find_map(|mark| word.split_once(mark)) else {
            if !all.is_empty() {
                reason.push(word);
            }
            continue;
        };
        // Ids may also follow each other without white space.
        for rest in
            IGNORE.iter().fold(vec![rest], |parts, mark| parts.iter().flat_map(|part| part.split(mark)).collect())
        {
            let rest = rest.trim_end_matches('#');
            let (ids, tail) = rest.split_at(rest.find([':', '[']).unwrap_or(rest.len()));
            let rules: Vec<_> = ids.split(',').map(str::to_owned).filter(|id| is_id(id)).collect();
            let until = tail.split_once(":exp:").map(|(_, date)| date.split(':').next().unwrap_or_default());
            let until = until.and_then(checked_date);
            if !rules.is_empty() {
                all.push(Words { scope: Scope::Item, rules, until, reason: None, foreign: true });
            }
        }
    }
    let reason = reason.join(" ");
    let reason = reason.trim_start_matches(['-', '#', ':', ' ']);
    for words in &mut all {
        words.reason = (!reason.is_empty()).then(|| reason.to_owned());
    }
    all
}

fn is_id(text: &str) -> bool {
    text == "*" || (!text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.*".contains(c)))
}

fn checked_date(text: &str) -> Option<String> {
    text.parse::<Date>().ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(comment: &str) -> Words {
        read(comment).remove(0).unwrap()
    }

    #[test]
    fn our_form_has_rules_an_end_and_a_reason() {
        let words =
            one("# onus: ignore[aws-s3-bucket-tls, CKV_AWS_18] until=2027-01-31 -- moved, see SEC-112 -- really");
        assert_eq!(words.rules, ["aws-s3-bucket-tls", "CKV_AWS_18"]);
        assert_eq!(words.until.as_deref(), Some("2027-01-31"));
        assert_eq!(words.reason.as_deref(), Some("moved, see SEC-112 -- really"));
        assert!(!words.foreign);
        for same in
            ["//onus:ignore[a]", "/* onus: ignore[a] */", "/*\n * onus: ignore[ a ]\n */", "## onus:  ignore [a]"]
        {
            assert_eq!((one(same).rules, one(same).scope), (vec!["a".to_owned()], Scope::Item), "{same}");
        }
        assert_eq!(one("# onus: ignore-file[*]").scope, Scope::File);
    }

    #[test]
    fn a_comment_of_ours_that_is_wrong_says_why() {
        let reason = |comment: &str| read(comment).remove(0).unwrap_err();
        assert!(reason("# onus: ignore aws-x").contains("brackets"));
        assert!(reason("# onus: ignore[aws-x").contains("never closed"));
        assert!(reason("# onus: ignore[]").contains("ids"));
        assert!(reason("# onus: ignore[aws-x] because").contains("only `until=`"));
        assert!(reason("# onus: ignore[aws-x] until=tomorrow").contains("date"));
        assert!(reason("# onus: ignore[aws-x] until=2027-02-30").contains("date"));
        assert!(reason("# onus: skip[aws-x]").contains("only form"));
        assert!(reason("# onus ignore[aws-x]").contains("only form"));
        assert!(read("# the onus is on us: ignore it").is_empty());
    }

    #[test]
    fn comments_of_peers_are_read_in_their_forms() {
        let skip = one("#checkov:skip=CKV_AWS_20,CKV_AWS_57: a public site: by design");
        assert_eq!((skip.rules.len(), skip.scope, skip.foreign), (2, Scope::Block, true));
        assert_eq!(skip.reason.as_deref(), Some("a public site: by design"));

        let two = read("#trivy:ignore:AVD-AWS-0080 tfsec:ignore:aws-s3-enable-versioning:exp:2027-01-31 archived");
        let two: Vec<_> = two.into_iter().map(Result::unwrap).collect();
        assert_eq!(two[0].rules, ["AVD-AWS-0080"]);
        assert_eq!(two[1].rules, ["aws-s3-enable-versioning"]);
        assert_eq!((two[0].until.as_deref(), two[1].until.as_deref()), (None, Some("2027-01-31")));
        assert_eq!(two[0].reason.as_deref(), Some("archived"));
        assert_eq!(one("// tfsec:ignore:*").rules, ["*"]);
        assert_eq!(one("# trivy:ignore:aws-ec2-no-public[from_port=22]").rules, ["aws-ec2-no-public"]);
    }
}
