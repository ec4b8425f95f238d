//! `csvdecode`: a list of objects, all of text.

use super::Outcome;
use super::args::Args;
use crate::value::{Entry, Kind, Value};

pub(super) fn decode<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let text = args.text(0)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| args.error("this is no CSV"))?;
    let names: Vec<&'a str> = headers.iter().map(|name| -> &'a str { args.arena.alloc_str(name) }).collect();
    if names.is_empty() {
        return Err(args.error("the first line must hold the names of the columns"));
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
