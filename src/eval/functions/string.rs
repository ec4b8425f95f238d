//! Functions on text. Lengths and positions count graphemes of the composed form (NFC), as Terraform's do.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::args::{Args, first_reason};
use super::{Function, MANY, Outcome, Stop, format};
use crate::value::{Kind, Ty, Value};

pub(super) fn find(name: &str) -> Option<Function> {
    let text = |count, run| Function::new(count, Ty::String, run);
    let truth = |count, run| Function::new(count, Ty::Bool, run);
    Some(match name {
        "format" => text(1..=MANY, format::format),
        "formatlist" => Function::new(1..=MANY, Ty::List(&Ty::String), format::formatlist),
        "lower" => text(1..=1, |args| mapped(args, |c| one_char(c.to_lowercase(), c))),
        "upper" => text(1..=1, |args| mapped(args, |c| one_char(c.to_uppercase(), c))),
        "title" => text(1..=1, title),
        "trim" => text(2..=2, trim),
        "trimspace" => text(1..=1, |args| args.text(0).map(|text| Value::str(text.trim()))),
        "trimprefix" => text(2..=2, |args| {
            let (text, prefix) = (args.text(0)?, args.text(1)?);
            Ok(Value::str(text.strip_prefix(prefix).unwrap_or(text)))
        }),
        "trimsuffix" => text(2..=2, |args| {
            let (text, suffix) = (args.text(0)?, args.text(1)?);
            Ok(Value::str(text.strip_suffix(suffix).unwrap_or(text)))
        }),
        "chomp" => text(1..=1, |args| args.text(0).map(|text| Value::str(text.trim_end_matches(['\r', '\n'])))),
        "indent" => text(2..=2, indent),
        "strrev" => text(1..=1, |args| {
            let composed: String = args.text(0)?.nfc().collect();
            Ok(args.str(&composed.graphemes(true).rev().collect::<String>()))
        }),
        "substr" => text(3..=3, substr),
        "split" => Function::new(2..=2, Ty::List(&Ty::String), split),
        "join" => text(2..=MANY, join),
        "startswith" => truth(2..=2, startswith),
        "endswith" => truth(2..=2, endswith),
        "strcontains" => truth(2..=2, |args| Ok(Value::bool(args.text(0)?.contains(args.text(1)?)))),
        "basename" => text(1..=1, |args| args.text(0).map(|path| args.str(&basename(path)))),
        "dirname" => text(1..=1, |args| args.text(0).map(|path| args.str(&dirname(path)))),
        "abspath" => text(1..=1, |args| local_path(args, '/')),
        "pathexpand" => text(1..=1, |args| local_path(args, '~')),
        _ => return None,
    })
}

/// Case is changed letter by letter, as Go does: `ß` stays.
fn one_char(mut mapped: impl Iterator<Item = char>, c: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        _ if c == 'İ' => 'i',
        _ => c,
    }
}

fn mapped<'a>(args: &Args<'a, '_>, map: impl Fn(char) -> char) -> Outcome<'a> {
    let text = args.text(0)?;
    Ok(args.str(&text.chars().map(map).collect::<String>()))
}

/// A letter after anything that is neither letter, digit nor `_` becomes a capital; beyond ASCII only white space parts
/// words.
fn title<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let text = args.text(0)?;
    let mut starts = true;
    let titled: String = text
        .chars()
        .map(|c| {
            let letter = if starts { title_case(c) } else { c };
            starts = match c {
                '_' => false,
                c if c.is_ascii() => !c.is_ascii_alphanumeric(),
                c => !c.is_alphanumeric() && c.is_whitespace(),
            };
            letter
        })
        .collect();
    Ok(args.str(&titled))
}

/// The capital that begins a word: of letters that are two in one only the first half.
fn title_case(c: char) -> char {
    match c {
        'Ǆ'..='ǆ' => 'ǅ',
        'Ǉ'..='ǉ' => 'ǈ',
        'Ǌ'..='ǌ' => 'ǋ',
        'Ǳ'..='ǳ' => 'ǲ',
        // Georgian has capitals, but does not begin words with them.
        'ა'..='ჿ' => c,
        _ => one_char(c.to_uppercase(), c),
    }
}

fn trim<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let (text, cut) = (args.text(0)?, args.text(1)?);
    Ok(Value::str(text.trim_matches(|c| cut.contains(c))))
}

fn indent<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let (spaces, text) = (args.whole(0)?, args.text(1)?);
    let spaces = usize::try_from(spaces).map_err(|_| args.refuse(0, "must not be negative"))?;
    if spaces.saturating_mul(text.lines().count()) > super::format::MAX_TEXT {
        return Err(Stop::Limit);
    }
    Ok(args.str(&text.replace('\n', &format!("\n{}", " ".repeat(spaces)))))
}

fn substr<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let (text, offset, length) = (args.text(0)?, args.whole(1)?, args.whole(2)?);
    let composed: String = text.nfc().collect();
    let graphemes: Vec<&str> = composed.graphemes(true).collect();
    let count = graphemes.len() as i64;
    let start = if offset < 0 { (offset + count).max(0) } else { offset.min(count) };
    // From an offset before the end, Terraform takes no length for all of it.
    let all = length < 0 || (length == 0 && offset < 0);
    let end = if all { count } else { start.saturating_add(length).min(count) };
    Ok(args.str(&graphemes[start as usize..end as usize].concat()))
}

fn split<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let (separator, text) = (args.text(0)?, args.text(1)?);
    let parts: Vec<Value<'a>> = if separator.is_empty() {
        text.char_indices().map(|(at, c)| Value::str(&text[at..at + c.len_utf8()])).collect()
    } else {
        text.split(separator).map(Value::str).collect()
    };
    Ok(args.list_of(&parts))
}

fn join<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let separator = args.text(0)?;
    let mut joined = String::new();
    let mut first = true;
    for index in 1..args.len() {
        for item in args.items(index)? {
            if !std::mem::take(&mut first) {
                joined.push_str(separator);
            }
            match args.element_text(index, *item) {
                Ok(text) => joined.push_str(text),
                Err(Stop::Unknown(reason)) => {
                    let prefix = args.arena.alloc_str(&joined);
                    return Ok(args.refined(Ty::String, reason, prefix, 0));
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok(args.str(&joined))
}

/// Known also where the beginning of an unknown text is known.
fn startswith<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let prefix = args.text(1)?;
    if let Kind::Unknown(unknown) = args.value(0).kind {
        let known = args.prefix(unknown);
        if known.starts_with(prefix) {
            return Ok(Value::TRUE);
        }
        // Of more than it knows Terraform says nothing.
        if !prefix.starts_with(known) && (args.null_flow || prefix.len() <= known.len()) {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::bool(args.text(0)?.starts_with(prefix)))
}

/// For rules known also where the end of an unknown text is; Terraform knows of no ends.
fn endswith<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let suffix = args.text(1)?;
    if let Kind::Unknown(unknown) = args.value(0).kind
        && args.null_flow
    {
        let known = unknown.suffix;
        if known.ends_with(suffix) {
            return Ok(Value::TRUE);
        }
        if !suffix.ends_with(known) {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::bool(args.text(0)?.ends_with(suffix)))
}

/// The last part of a path, as Go's `filepath.Base`.
fn basename(path: &str) -> String {
    if path.is_empty() {
        return ".".to_owned();
    }
    let trimmed = path.trim_end_matches('/');
    if trimmed.is_empty() {
        return "/".to_owned();
    }
    trimmed.rsplit('/').next().unwrap_or(trimmed).to_owned()
}

/// All but the last part of a path, cleaned, as Go's `filepath.Dir`.
fn dirname(path: &str) -> String {
    clean(path.rfind('/').map_or("", |at| &path[..=at]))
}

/// The shortest path that means the same, as Go's `filepath.Clean`.
fn clean(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if rooted => {}
            part => parts.push(part),
        }
    }
    match (rooted, parts.is_empty()) {
        (true, _) => format!("/{}", parts.join("/")),
        (false, true) => ".".to_owned(),
        (false, false) => parts.join("/"),
    }
}

/// `abspath` and `pathexpand` depend on where Terraform runs, unless the path is absolute or has no `~`.
fn local_path<'a>(args: &Args<'a, '_>, special: char) -> Outcome<'a> {
    let path = args.text(0)?;
    if path.starts_with('/') {
        return Ok(args.str(&clean(path)));
    }
    if special == '~' && !path.starts_with('~') {
        return Ok(Value::str(path));
    }
    let reason = first_reason(args.args).unwrap_or(args.own_reason());
    Err(Stop::Unknown(reason))
}

/// How many bytes of a text stand fast whatever follows it: a combining mark could become one with the last letter. So
/// Terraform's library for values decides (go-cty, `ctystrings.SafeKnownPrefix`).
pub(in crate::eval) fn safe_prefix(text: &str) -> usize {
    const DELIMITERS: &str = "-_:;/\\,.(){}[]|?!~ \t@#$%^&*+\"'";
    let composed: String = text.nfc().collect();
    match composed.graphemes(true).next_back() {
        Some(last) if !DELIMITERS.contains(last) => composed.len() - last.len(),
        _ => composed.len(),
    }
}

/// The number of characters as people count them.
pub(super) fn graphemes(text: &str) -> usize {
    if text.is_ascii() && !text.contains("\r\n") {
        return text.len();
    }
    text.nfc().collect::<String>().graphemes(true).count()
}
