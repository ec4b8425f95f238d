//! Regular expressions, and `replace`. Terraform's are RE2; the `regex` crate lacks `\Q…\E` and `\C` and bounds size.

use ::regex::{Captures, Regex, RegexBuilder};

use super::args::Args;
use super::{Function, Outcome, Stop};
use crate::value::{Entry, Kind, Ty, Value};

/// Memory that one compiled pattern may take.
const MAX_SIZE: usize = 4 << 20;

pub(super) fn find(name: &str) -> Option<Function> {
    Some(match name {
        "regex" => Function::new(2..=2, Ty::Any, regex),
        "regexall" => Function::new(2..=2, Ty::List(&Ty::Any), regexall),
        "replace" => Function::new(3..=3, Ty::String, replace),
        _ => return None,
    })
}

fn pattern<'a>(args: &Args<'a, '_>, written: &str) -> Outcome<'a, Regex> {
    RegexBuilder::new(&translated(written)).size_limit(MAX_SIZE).nest_limit(200).octal(false).build().map_err(|error| {
        match error {
            regex::Error::CompiledTooBig(_) => Stop::Limit,
            _ => args.error("this is no regular expression that RE2 knows"),
        }
    })
}

/// RE2's pattern as the crate reads it: `\d`, `\w`, `\s` and `\b` are of ASCII, `\Q…\E` stands for the text between,
/// `\<` is a sign as any other, and brackets inside brackets mean nothing.
fn translated(pattern: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    let mut in_class = false;
    while let Some(c) = rest.chars().next() {
        let (written, taken) = match c {
            '\\' => escape(rest, in_class),
            '[' if in_class && !rest.starts_with("[:") => ("\\[".to_owned(), 1),
            '[' if in_class => {
                let len = rest.find(":]").map_or(1, |at| at + 2);
                (rest[..len].to_owned(), len)
            }
            '[' => {
                in_class = true;
                // A bracket that closes right after the opening one is a sign of the class.
                let negated = usize::from(rest[1..].starts_with('^'));
                match rest[1 + negated..].starts_with(']') {
                    true => (format!("{}\\]", &rest[..1 + negated]), 2 + negated),
                    false => (rest[..1 + negated].to_owned(), 1 + negated),
                }
            }
            ']' => {
                in_class = false;
                ("]".to_owned(), 1)
            }
            '&' | '~' if in_class => (format!("\\{c}"), 1),
            c => (c.to_string(), c.len_utf8()),
        };
        out.push_str(&written);
        rest = &rest[taken..];
    }
    out
}

/// The escape at the start of `rest`, and how much of it was taken.
fn escape(rest: &str, in_class: bool) -> (String, usize) {
    let Some(letter) = rest[1..].chars().next() else {
        return (rest.to_owned(), 1);
    };
    let written = match letter {
        'd' => "[0-9]",
        'D' => "[^0-9]",
        'w' => "[0-9A-Za-z_]",
        'W' => "[^0-9A-Za-z_]",
        's' => "[\\t\\n\\f\\r ]",
        'S' => "[^\\t\\n\\f\\r ]",
        'b' if !in_class => "(?-u:\\b)",
        // Its opposite can split a character, so the crate takes only the one of Unicode.
        '<' => "<",
        '>' => ">",
        'Q' => {
            let quoted = &rest[2..];
            let (text, len) =
                quoted.split_once("\\E").map_or((quoted, quoted.len()), |(text, _)| (text, text.len() + 2));
            return (::regex::escape(text), 2 + len);
        }
        _ => &rest[..1 + letter.len_utf8()],
    };
    (written.to_owned(), 1 + letter.len_utf8())
}

/// What a match gives: text, or a tuple of the groups, or an object of them when they have names.
fn matched<'a>(args: &Args<'a, '_>, pattern: &Regex, found: &Captures<'a>) -> Outcome<'a> {
    let group = |index| found.get(index).map_or(Value::NULL, |group| Value::str(group.as_str()));
    let names: Vec<Option<&str>> = pattern.capture_names().skip(1).collect();
    if names.is_empty() {
        return Ok(group(0));
    }
    let named = names.iter().flatten().count();
    if named == 0 {
        let groups: Vec<Value<'a>> = (1..=names.len()).map(group).collect();
        return Ok(args.tuple_of(&groups));
    }
    if named < names.len() {
        return Err(args.refuse(0, "must name all of its groups, or none"));
    }
    let entry = |(index, name): (usize, &Option<&str>)| -> Entry<'a> {
        (args.arena.alloc_str(name.unwrap_or_default()), group(index + 1))
    };
    let entries = names.iter().enumerate().map(entry).collect();
    Ok(Value::of(Kind::Object(args.sorted(entries))))
}

fn regex<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let pattern = pattern(args, args.text(0)?)?;
    match pattern.captures(args.text(1)?) {
        Some(found) => matched(args, &pattern, &found),
        None => Err(args.error("the pattern does not match")),
    }
}

fn regexall<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let pattern = pattern(args, args.text(0)?)?;
    let mut all = Vec::new();
    for found in pattern.captures_iter(args.text(1)?) {
        all.push(matched(args, &pattern, &found)?);
    }
    Ok(args.list_of(&all))
}

/// Between slashes the text to look for is a pattern.
fn replace<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let (text, from, to) = (args.text(0)?, args.text(1)?, args.text(2)?);
    let slashed = from.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    let replaced = match slashed {
        Some(inner) => pattern(args, inner)?.replace_all(text, to).into_owned(),
        None => {
            let finds = if from.is_empty() { text.chars().count() + 1 } else { text.matches(from).count() };
            if finds.saturating_mul(to.len()) > super::format::MAX_TEXT {
                return Err(Stop::Limit);
            }
            text.replace(from, to)
        }
    };
    Ok(args.str(&replaced))
}
