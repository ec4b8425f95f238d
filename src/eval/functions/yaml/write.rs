//! Writes YAML: text always in double quotes, or as a block where it has several lines.

use std::fmt::Write as _;

use crate::value::number;
use crate::value::{Kind, Value};

/// Text in quotes is folded at the first space after this column.
const WIDTH: usize = 80;

/// Writes a value of which no part is unknown.
pub(in crate::eval::functions) fn encode(value: &Value<'_>) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    let plain = matches!(value.kind, Kind::Null | Kind::Bool(_) | Kind::Int(_) | Kind::Big(_));
    if !out.ends_with('\n') {
        out.push('\n');
    }
    if plain {
        out.push_str("...\n");
    }
    out
}

/// Writes a value whose lines stand at `indent`. Collections begin at the place at hand and end with a line break.
fn write(value: &Value<'_>, indent: usize, out: &mut String) {
    match (value.elements(), value.entries(), value.kind) {
        (Some([]), ..) => out.push_str("[]\n"),
        (Some(items), ..) => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push_str(&" ".repeat(indent));
                }
                out.push_str("- ");
                write(item, indent + 2, out);
            }
        }
        (_, Some([]), _) => out.push_str("{}\n"),
        (_, Some(entries), _) => {
            for (index, (key, item)) in entries.iter().enumerate() {
                if index > 0 {
                    out.push_str(&" ".repeat(indent));
                }
                quoted(key, None, out);
                out.push(':');
                write_entry(item, indent, out);
            }
        }
        (_, _, kind) => {
            scalar(value, kind, indent, out);
            if !out.ends_with('\n') {
                out.push('\n');
            }
        }
    }
}

/// Writes what stands after the `:` of a key at `indent`. Lists stand below their key, not further in.
fn write_entry(item: &Value<'_>, indent: usize, out: &mut String) {
    let empty = item.elements().is_some_and(<[_]>::is_empty) || item.entries().is_some_and(<[_]>::is_empty);
    let inner = if item.elements().is_some() { indent } else { indent + 2 };
    if !empty && (item.elements().is_some() || item.entries().is_some()) {
        let _ = write!(out, "\n{}", " ".repeat(inner));
    } else {
        out.push(' ');
    }
    write(item, if empty { indent } else { inner }, out);
}

fn scalar(value: &Value<'_>, kind: Kind<'_>, indent: usize, out: &mut String) {
    match kind {
        Kind::Bool(truth) => out.push_str(if truth { "true" } else { "false" }),
        Kind::Str(text) if text.contains('\n') && may_be_block(text) => block(text, indent.max(2), out),
        Kind::Str(text) => quoted(text, Some(indent.max(2)), out),
        Kind::Int(_) | Kind::Big(_) => out.push_str(&number::written(value)),
        _ => out.push_str("null"),
    }
}

fn is_printable(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
        && !matches!(c, '\u{2028}' | '\u{2029}')
}

fn may_be_block(text: &str) -> bool {
    !text.contains(" \n") && !text.ends_with(' ') && text.chars().all(|c| c == '\n' || is_printable(c))
}

/// Writes text as `|`.
fn block(text: &str, indent: usize, out: &mut String) {
    out.push('|');
    if text.starts_with([' ', '\n']) {
        out.push('2');
    }
    if !text.ends_with('\n') {
        out.push('-');
    } else if text == "\n" || text.ends_with("\n\n") {
        out.push('+');
    }
    out.push('\n');
    for line in text.split_inclusive('\n') {
        if line != "\n" {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str(line);
    }
    if !text.ends_with('\n') {
        out.push('\n');
    }
}

/// Writes text in double quotes; folded lines stand at `fold`.
fn quoted(text: &str, fold: Option<usize>, out: &mut String) {
    let line_start = out.rfind('\n').map_or(0, |at| at + 1);
    let mut column = out[line_start..].chars().count();
    let mut push = |out: &mut String, text: &str| {
        out.push_str(text);
        column += text.chars().count();
        column
    };
    let mut at_column = push(out, "\"");
    let mut after_space = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = at > 0 && chars.peek().is_some();
        if c == ' '
            && let Some(indent) = fold
            && !after_space
            && inside
            && at_column > WIDTH
        {
            let line = format!("\n{}", " ".repeat(indent));
            out.push_str(&line);
            column = indent;
            at_column = indent;
            if chars.peek().is_some_and(|(_, next)| *next == ' ') {
                out.push('\\');
                column += 1;
                at_column += 1;
            }
            after_space = true;
            continue;
        }
        after_space = c == ' ';
        let written = match c {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            '\0' => "\\0".to_owned(),
            '\u{7}' => "\\a".to_owned(),
            '\u{8}' => "\\b".to_owned(),
            '\t' => "\\t".to_owned(),
            '\n' => "\\n".to_owned(),
            '\u{b}' => "\\v".to_owned(),
            '\u{c}' => "\\f".to_owned(),
            '\r' => "\\r".to_owned(),
            '\u{1b}' => "\\e".to_owned(),
            '\u{85}' => "\\N".to_owned(),
            '\u{2028}' => "\\L".to_owned(),
            '\u{2029}' => "\\P".to_owned(),
            c if is_printable(c) => c.to_string(),
            c if u32::from(c) <= 0xff => format!("\\x{:02X}", u32::from(c)),
            c if u32::from(c) <= 0xffff => format!("\\u{:04X}", u32::from(c)),
            c => format!("\\U{:08X}", u32::from(c)),
        };
        out.push_str(&written);
        column += written.chars().count();
        at_column = column;
    }
    out.push('"');
}
