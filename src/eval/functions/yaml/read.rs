//! Reads YAML from the events of `saphyr-parser`. What plain words mean is decided here, as Terraform decides it.

use rustc_hash::FxHashMap;
use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

use super::super::args::Args;
use super::super::{Outcome, Stop, date};
use crate::value::number::Num;
use crate::value::{Entry, Kind, Value};

/// How deep documents may nest.
const MAX_DEPTH: usize = 128;

/// How many values aliases may make in all: a few lines can ask for billions.
const MAX_NODES: usize = 1 << 20;

/// The value of a document. The parser refuses tabs in places where Terraform's reads them: then it is not known.
pub(in crate::eval::functions) fn decode<'a>(args: &Args<'a, '_>, text: &str) -> Outcome<'a> {
    match document(args, text) {
        Err(Stop::Error(_)) if text.contains('\t') => Err(Stop::Unknown(args.own_reason())),
        outcome => outcome,
    }
}

fn document<'a>(args: &Args<'a, '_>, text: &str) -> Outcome<'a> {
    let mut reader = Reader { args, parser: Parser::new_from_str(text), anchors: FxHashMap::default(), nodes: 0 };
    match reader.next()? {
        Event::StreamStart => {}
        _ => return Err(reader.broken()),
    }
    match reader.next()? {
        Event::DocumentStart(_) => {}
        _ => return Err(args.error("there is no document in this text")),
    }
    let first = reader.next()?;
    let value = reader.value(first, 0)?;
    if matches!(value, Read::Merge(_)) {
        return Err(reader.broken());
    }
    if !matches!((reader.next()?, reader.next()?), (Event::DocumentEnd, Event::StreamEnd)) {
        return Err(args.error("only one document may stand in this text"));
    }
    Ok(value.plain())
}

/// A value, or the key that merges another map in.
enum Read<'a> {
    Value(Value<'a>),
    Merge(Value<'a>),
}

impl<'a> Read<'a> {
    fn plain(self) -> Value<'a> {
        match self {
            Self::Value(value) | Self::Merge(value) => value,
        }
    }
}

struct Reader<'a, 'c, 't> {
    args: &'c Args<'a, 'c>,
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    anchors: FxHashMap<usize, (Value<'a>, usize)>,
    nodes: usize,
}

impl<'a, 't> Reader<'a, '_, 't> {
    fn broken(&self) -> Stop<'a> {
        self.args.error("this is no YAML")
    }

    fn next(&mut self) -> Outcome<'a, Event<'t>> {
        match self.parser.next_event() {
            Some(Ok((event, _))) => Ok(event),
            _ => Err(self.broken()),
        }
    }

    fn value(&mut self, event: Event<'t>, depth: usize) -> Outcome<'a, Read<'a>> {
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            return Err(Stop::Limit);
        }
        let before = self.nodes;
        let (value, anchor) = match event {
            Event::Alias(anchor) => {
                let found = self.anchors.get(&anchor).copied();
                let (value, size) = found.ok_or_else(|| self.args.error("an alias stands before its anchor"))?;
                self.nodes += size;
                return Ok(Read::Value(value));
            }
            Event::Scalar(text, style, anchor, tag) => {
                if style == ScalarStyle::Plain && tag.is_none() && text == "<<" {
                    return Ok(Read::Merge(Value::str("<<")));
                }
                (self.scalar(&text, style, tag.as_deref())?, anchor)
            }
            Event::SequenceStart(anchor, _) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        Event::SequenceEnd => break,
                        event => items.push(self.value(event, depth + 1)?.plain()),
                    }
                }
                (self.args.tuple_of(&items), anchor)
            }
            Event::MappingStart(_, Some(tag)) if tag.suffix == "set" => {
                return Err(self.args.error("a set is no map"));
            }
            Event::MappingStart(anchor, _) => (self.mapping(depth)?, anchor),
            _ => return Err(self.broken()),
        };
        if anchor > 0 {
            self.anchors.insert(anchor, (value, self.nodes - before));
        }
        Ok(Read::Value(value))
    }

    fn mapping(&mut self, depth: usize) -> Outcome<'a> {
        let mut merged: Vec<Entry<'a>> = Vec::new();
        let mut own: Vec<Entry<'a>> = Vec::new();
        loop {
            let key = match self.next()? {
                Event::MappingEnd => break,
                event => self.value(event, depth + 1)?,
            };
            let event = self.next()?;
            let value = self.value(event, depth + 1)?.plain();
            match key {
                Read::Merge(_) => {
                    let entries = value.entries();
                    merged.extend(entries.ok_or_else(|| self.args.error("`<<` takes a map"))?);
                }
                Read::Value(key) => {
                    let name = match key.kind {
                        Kind::Null => None,
                        _ => self.args.as_text(key),
                    };
                    let name = name.ok_or_else(|| self.args.error("a key is no text"))?;
                    own.push((name, value));
                }
            }
        }
        merged.extend(own);
        Ok(Value::of(Kind::Object(self.args.sorted(merged))))
    }

    fn scalar(&self, text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Outcome<'a> {
        let kept = self.args.str(text);
        let Some(tag) = tag else {
            return if style == ScalarStyle::Plain { self.plain(text) } else { Ok(kept) };
        };
        let word = if tag.handle == "!" && tag.suffix.is_empty() { "str" } else { tag.suffix.as_str() };
        match word {
            "str" | "binary" => Ok(kept),
            "int" | "float" | "bool" | "null" | "timestamp" if style == ScalarStyle::Plain => self.plain(text),
            "int" | "float" | "bool" | "null" | "timestamp" => Ok(kept),
            _ => Err(self.args.error(format!("the tag {}{} is not supported", tag.handle, tag.suffix))),
        }
    }

    /// What a word without quotes means.
    fn plain(&self, text: &str) -> Outcome<'a> {
        let infinity = |negative| Ok(Num::Infinite { negative }.value(self.args.arena));
        match text {
            "" | "~" | "null" | "Null" | "NULL" => return Ok(Value::NULL),
            ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => return infinity(false),
            "-.inf" | "-.Inf" | "-.INF" => return infinity(true),
            ".nan" | ".NaN" | ".NAN" => return Err(self.args.error("there is no number for .nan")),
            "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "true" | "True" | "TRUE" => {
                return Ok(Value::TRUE);
            }
            "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "false" | "False" | "FALSE" => {
                return Ok(Value::FALSE);
            }
            _ => {}
        }
        Ok(number(text).map(|number| number.value(self.args.arena)).unwrap_or_else(|| {
            let date = text.starts_with(|c: char| c.is_ascii_digit()).then(|| date::of_yaml(text)).flatten();
            self.args.str(date.as_deref().unwrap_or(text))
        }))
    }
}

/// Decimal, `0x…` and `0o…` numbers; zeros in front mean nothing.
fn number(text: &str) -> Option<Num> {
    let radix = |digits: &str, radix: u32| {
        let fits = digits.bytes().all(|byte| char::from(byte).is_digit(radix));
        fits.then(|| i64::from_str_radix(digits, radix).ok().map(Num::Int))?
    };
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let begins = unsigned.starts_with(|c: char| c.is_ascii_digit()) || unsigned.starts_with('.');
    let digits_only = unsigned.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'));
    if !begins || !digits_only {
        return None;
    }
    Num::parse(text.strip_prefix('+').unwrap_or(text))
}
