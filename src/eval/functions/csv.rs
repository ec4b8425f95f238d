//! `csvdecode`: a list of objects, all of text.

use super::Outcome;
use super::args::Args;
use crate::value::{Entry, Kind, Value};

pub(super) fn decode<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let text = args.text(0)?;
    if !quotes_stand_right(text) {
        return Err(args.error("a quotation mark stands within a field, or is never closed"));
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| args.error("this is no CSV"))?;
    let mut names: Vec<&'a str> = headers.iter().map(|name| -> &'a str { args.arena.alloc_str(name) }).collect();
    if names.is_empty() {
        return Err(args.error("the first line must hold the names of the columns"));
    }
    // The reader takes a byte order mark away, which to Terraform is a part of the first name.
    if let (true, Some(first)) = (text.starts_with('\u{feff}'), names.first_mut()) {
        *first = args.arena.alloc_str(&format!("\u{feff}{first}"));
    }
    let mut sorted = names.clone();
    sorted.sort_unstable();
    if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(args.error(format!("the column \"{}\" stands twice in the first line", pair[0].escape_debug())));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| args.error("a line has more or fewer columns than the first one"))?;
        let entry = |(name, field): (&&'a str, &str)| -> Entry<'a> { (name, args.str(field)) };
        let entries = names.iter().zip(record.iter()).map(entry).collect();
        rows.push(Value::of(Kind::Object(args.sorted(entries))));
    }
    Ok(args.list_of(&rows))
}

/// Whether quotation marks stand only around fields, and doubled within them: the reader is more patient than Terraform.
fn quotes_stand_right(text: &str) -> bool {
    let mut chars = text.chars().peekable();
    let (mut quoted, mut at_start) = (false, true);
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.next_if_eq(&'"').is_some() => {}
            ('"', true) => {
                quoted = false;
                if !matches!(chars.peek(), None | Some(',' | '\r' | '\n')) {
                    return false;
                }
            }
            ('"', false) if !at_start => return false,
            ('"', false) => quoted = true,
            _ => {}
        }
        at_start = !quoted && matches!(c, ',' | '\n');
    }
    !quoted
}
