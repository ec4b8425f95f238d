//! The functions of the provider that is built into Terraform: values in Terraform's own syntax, laid out as its formatter
//! lays them out.

use std::sync::LazyLock;

use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;

use super::args::Args;
use super::{Function, Outcome, Stop, format};
use crate::syntax::is_name;
use crate::value::{Entry, Kind, Ty, Unknown, Value, number};

pub(super) fn find(name: &str) -> Option<Function> {
    let text = |run| Function::new(1..=1, Ty::String, run);
    Some(match name {
        "encode_expr" => text(|args| encoded(args, |writer, value| writer.value(value))),
        "encode_tfvars" => text(encode_tfvars),
        // Of what is known, the evaluator sees to it.
        "decode_tfvars" => Function::new(1..=1, Ty::Any, |args| {
            args.text(0)?;
            Err(Stop::Unknown(args.own_reason()))
        }),
        _ => return None,
    })
}

fn encode_tfvars<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let entries = args.known(0)?.entries().ok_or_else(|| args.wrong(0, "a map"))?;
    if let Some((name, _)) = entries.iter().find(|(name, _)| !is_name(name)) {
        return Err(args.error(format!("a variable cannot be named \"{}\"", name.escape_debug())));
    }
    encoded(args, |writer, _| writer.attributes(entries))
}

/// What is written of the argument. Of what is partly unknown the first character is known.
fn encoded<'a>(args: &Args<'a, '_>, write: impl FnOnce(&mut Writer, &Value<'a>)) -> Outcome<'a> {
    let value = args.value(0);
    if value.is_null() {
        args.known(0)?;
    }
    match args.wholly_known(0) {
        Ok(value) if value.first_infinity().is_some() => Err(args.refuse(0, "must not be infinite")),
        Ok(value) => {
            let mut writer = Writer::default();
            write(&mut writer, &value);
            if writer.is_open {
                return Err(Stop::Unknown(args.own_reason()));
            }
            let text = writer.laid_out().ok_or(Stop::Limit)?;
            Ok(args.str(&text))
        }
        Err(Stop::Unknown(reason)) if args.name.ends_with("::encode_expr") => {
            let prefix = match value.kind {
                Kind::List(_) | Kind::Tuple(_) => "[",
                Kind::Map(_) | Kind::Object(_) => "{",
                Kind::Unknown(Unknown { ty: Ty::String, .. }) => "\"",
                Kind::Unknown(Unknown { ty: Ty::List(_) | Ty::Set(_) | Ty::Tuple(_), .. }) => "[",
                Kind::Unknown(Unknown { ty: Ty::Map(_) | Ty::Object(_), .. }) => "{",
                _ => "",
            };
            Ok(args.refined(Ty::String, reason, prefix, prefix.len()))
        }
        Err(stop) => Err(stop),
    }
}

/// One line before it is laid out.
#[derive(Default)]
struct Line {
    text: String,
    /// Brackets that it opens, less those that it closes.
    brackets: i64,
    /// Of an attribute: how many bytes and characters its name takes.
    name: Option<(usize, usize)>,
}

impl Line {
    /// Whether its `=` stands below that of the line before: the value ends where it begins.
    fn aligned(&self) -> Option<(usize, usize)> {
        // What stands before the `=` has no brackets.
        self.name.filter(|_| self.brackets == 0)
    }
}

#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
    /// How many bytes that are, without indentation.
    size: usize,
    /// Whether there is something of which only its evaluator knows what it is.
    is_open: bool,
}

impl Writer {
    fn line(&mut self) -> &mut Line {
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn push(&mut self, text: &str) {
        self.size += text.len();
        self.line().text.push_str(text);
    }

    fn bracket(&mut self, text: &str, change: i64) {
        self.push(text);
        self.line().brackets += change;
    }

    fn value(&mut self, value: &Value<'_>) {
        match value.kind {
            // A value may hold one and the same list many times.
            _ if self.size > format::MAX_TEXT => {}
            Kind::Null => self.push("null"),
            Kind::Bool(truth) => self.push(if truth { "true" } else { "false" }),
            Kind::Int(_) | Kind::Big(_) => self.push(&number::written(value)),
            Kind::Str(text) => self.push(&quoted(text)),
            Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => {
                self.bracket("[", 1);
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.push(", ");
                    }
                    self.value(item);
                }
                self.bracket("]", -1);
            }
            Kind::Map([]) | Kind::Object([]) => self.push("{}"),
            Kind::Map(entries) | Kind::Object(entries) => {
                self.bracket("{", 1);
                self.lines.push(Line::default());
                self.attributes(entries);
                self.bracket("}", -1);
            }
            Kind::Block(_) | Kind::Instance(_) | Kind::Unknown(_) => self.is_open = true,
        }
    }

    /// One line each.
    fn attributes(&mut self, entries: &[Entry<'_>]) {
        for (key, value) in entries {
            let (name, columns) = if is_name(key) {
                ((*key).to_owned(), key.graphemes(true).count())
            } else {
                let name = quoted(key);
                // The quotes stand alone, whatever combines with them.
                let columns = name[1..name.len() - 1].graphemes(true).count() + 2;
                (name, columns)
            };
            self.push(&name);
            self.line().name = Some((name.len(), columns));
            self.push(" = ");
            self.value(value);
            self.lines.push(Line::default());
        }
    }

    /// The lines, indented by the brackets around them, and the `=` of lines that follow each other in one column.
    /// `None`: that is more than onus builds.
    fn laid_out(&self) -> Option<String> {
        if self.size > format::MAX_TEXT {
            return None;
        }
        let mut out = String::new();
        // How many brackets each line opened that others are indented by.
        let mut open: Vec<i64> = Vec::new();
        let mut width = 0;
        for (index, line) in self.lines.iter().enumerate() {
            if index > 0 {
                out.push('\n');
            }
            if line.text.is_empty() {
                continue;
            }
            close(&mut open, -line.brackets);
            out.extend(std::iter::repeat_n("  ", open.len()));
            if line.brackets > 0 {
                open.push(line.brackets);
            }
            let Some((bytes, columns)) = line.aligned() else {
                width = 0;
                out.push_str(&line.text);
                continue;
            };
            if width == 0 {
                let together = self.lines[index..].iter().map_while(Line::aligned);
                width = together.map(|(_, columns)| columns).max().unwrap_or(columns);
            }
            out.push_str(&line.text[..bytes]);
            out.extend(std::iter::repeat_n(' ', width - columns));
            out.push_str(&line.text[bytes..]);
            if out.len() > format::MAX_TEXT {
                return None;
            }
        }
        (out.len() <= format::MAX_TEXT).then_some(out)
    }
}

/// Takes away brackets that are closed, from the inside.
fn close(open: &mut Vec<i64>, mut closed: i64) {
    while closed > 0
        && let Some(last) = open.last_mut()
    {
        if closed < *last {
            *last -= closed;
            return;
        }
        closed -= *last;
        open.pop();
    }
}

/// Text in quotes; what cannot be printed is written out.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '"' | '\\' => out.extend(['\\', c]),
            '$' | '%' if chars.peek() == Some(&'{') => out.extend([c, c]),
            _ if is_printed(c) => out.push(c),
            _ if u32::from(c) < 0x10000 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

/// Whether Go prints a character: letters, marks, numbers, punctuation, symbols and the space, as of Unicode 15.
fn is_printed(c: char) -> bool {
    static PRINTED: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^[\p{L}\p{M}\p{N}\p{P}\p{S}&&\p{Age:15.0}]$").ok());
    match c.is_ascii() {
        true => !c.is_ascii_control(),
        false => PRINTED.as_ref().is_some_and(|printed| printed.is_match(c.encode_utf8(&mut [0; 4]))),
    }
}
