//! Ports and protocols, as the rules of different firewalls write them.

use bumpalo::Bump;

use crate::value::number::Num;
use crate::value::{Ty, Unknown, Value};

use super::{Answer, blank, get, list, many, scalar, unknown_like};

/// Numbers of protocols (IANA) that rules name.
const PROTOCOLS: [(&str, &str); 9] = [
    ("icmp", "1"),
    ("igmp", "2"),
    ("tcp", "6"),
    ("udp", "17"),
    ("gre", "47"),
    ("esp", "50"),
    ("ah", "51"),
    ("icmpv6", "58"),
    ("sctp", "132"),
];

/// Whether `ports` — a number, `"22"`, `"20-25"`, `"*"`, `{from, to}`, or a list of these — holds the port. Null is every
/// port.
pub(super) fn covers_port<'a>(arena: &'a Bump, ports: &Value<'a>, port: &Value<'a>) -> Value<'a> {
    if ports.is_null() {
        return Value::TRUE;
    }
    if let Some(blank) = blank(arena, &[port], Ty::Bool) {
        return blank;
    }
    let Some(port) = scalar(arena, port).and_then(|text| text.parse::<i64>().ok()) else { return Value::NULL };
    Answer::any(many(ports).iter().map(|ports| covers(arena, ports, port))).value(arena)
}

fn covers<'a>(arena: &'a Bump, ports: &Value<'a>, port: i64) -> Answer<'a> {
    if let Some(unknown) = ports.unknown() {
        return Answer::Open(unknown);
    }
    if ports.entries().is_some() {
        let (from, to) = (bound(ports, &["from", "from_port"]), bound(ports, &["to", "to_port"]));
        return at_least(arena, port, &from).and(at_most(arena, port, &to));
    }
    if let Some(number) = Num::of(ports) {
        let number = number.to_i64();
        return Answer::of(number == Some(port) || number == Some(-1));
    }
    Answer::of(ports.as_str().is_some_and(|text| covers_text(text, port)))
}

fn covers_text(text: &str, port: i64) -> bool {
    any_range(text, |from, to| from <= port && port <= to)
}

/// Whether a test holds for any of the ranges in a text. A protocol without ports is written 0 to 0.
fn any_range(text: &str, mut test: impl FnMut(i64, i64) -> bool) -> bool {
    let text = text.trim();
    if matches!(text, "*" | "-1" | "-1--1") || ["any", "all"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return test(i64::MIN, i64::MAX);
    }
    // Azure takes several in one text, separated by commas.
    text.split(',').any(|part| {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        match (from.trim().parse(), to.trim().parse()) {
            (Ok(from), Ok(to)) => test(from, to),
            _ => false,
        }
    })
}

/// The ranges that are known, and the unknown one.
fn ranges<'a>(arena: &'a Bump, ports: &Value<'a>) -> (Vec<(i64, i64)>, Option<&'a Unknown<'a>>) {
    const EVERY: (i64, i64) = (i64::MIN, i64::MAX);
    if ports.is_null() {
        return (vec![EVERY], None);
    }
    let (mut known, mut open) = (Vec::new(), None);
    for one in many(ports) {
        if let Some(unknown) = one.unknown() {
            open = open.or(Some(unknown));
        } else if one.entries().is_some() {
            let ends = [bound(&one, &["from", "from_port"]), bound(&one, &["to", "to_port"])];
            open = open.or(ends.iter().find_map(Value::unknown));
            let end = |value: &Value<'a>, none: i64| match value.is_null() {
                true => Some(none),
                false => scalar(arena, value).and_then(|text| text.parse::<i64>().ok()),
            };
            if let (Some(from), Some(to)) = (end(&ends[0], EVERY.0), end(&ends[1], EVERY.1)) {
                known.push((from, if to == -1 { EVERY.1 } else { to }));
            }
        } else if let Some(number) = Num::of(&one).and_then(|number| number.to_i64()) {
            known.push(if number == -1 { EVERY } else { (number, number) });
        } else if let Some(text) = one.as_str() {
            any_range(text, |from, to| {
                known.push((from, to));
                false
            });
        }
    }
    (known, open)
}

/// How many ports there are in `ports`.
pub(super) fn port_count<'a>(arena: &'a Bump, ports: &Value<'a>) -> Value<'a> {
    let (mut known, open) = ranges(arena, ports);
    if let Some(unknown) = open {
        return unknown_like(arena, unknown, Ty::Number);
    }
    known.sort_unstable();
    let (mut count, mut next) = (0, 0);
    for (from, to) in known {
        let (from, to) = (from.max(next), to.min(65535));
        if from <= to {
            count += to - from + 1;
            next = to + 1;
        }
    }
    Value::int(count)
}

/// The keys of the entries of a table, each `{ port, protocol }`, that a rule with these ports and this protocol opens. If
/// some of it is not known, the last element is unknown.
pub(super) fn named_ports<'a>(
    arena: &'a Bump,
    ports: &Value<'a>,
    protocol: &Value<'a>,
    table: &Value<'a>,
) -> Value<'a> {
    let (known, mut open) = ranges(arena, ports);
    if known.is_empty() && open.is_none() {
        return list(arena, &[]);
    }
    let protocols: Vec<Value<'a>> = many(protocol);
    open = open.or(protocols.iter().find_map(Value::unknown));
    let protocols: Vec<&str> = protocols.iter().filter_map(|protocol| scalar(arena, protocol)).collect();
    let opens = |entry: &Value<'a>| {
        let port = Num::of(&get(entry, "port")).and_then(|port| port.to_i64())?;
        let in_ports = known.iter().any(|(from, to)| *from <= port && port <= *to);
        let wanted = get(entry, "protocol");
        let wanted = wanted.as_str()?;
        Some(in_ports && protocols.iter().any(|protocol| is_or_covers(protocol, wanted)))
    };
    let mut keys: Vec<Value<'a>> = table
        .entries()
        .unwrap_or_default()
        .iter()
        .filter(|(_, entry)| opens(entry) == Some(true))
        .map(|(key, _)| Value::str(key))
        .collect();
    keys.extend(open.map(|unknown| unknown_like(arena, unknown, Ty::String)));
    list(arena, &keys)
}

fn bound<'a>(range: &Value<'a>, names: &[&str]) -> Value<'a> {
    names.iter().map(|name| get(range, name)).find(|value| !value.is_null()).unwrap_or(Value::NULL)
}

fn at_least<'a>(arena: &'a Bump, port: i64, from: &Value<'a>) -> Answer<'a> {
    limit(arena, from, |from| from <= port)
}

fn at_most<'a>(arena: &'a Bump, port: i64, to: &Value<'a>) -> Answer<'a> {
    limit(arena, to, |to| port <= to || to == -1)
}

/// An end of a range; none is no limit.
fn limit<'a>(arena: &'a Bump, value: &Value<'a>, test: impl Fn(i64) -> bool) -> Answer<'a> {
    match value.unknown() {
        Some(unknown) => Answer::Open(unknown),
        None if value.is_null() => Answer::Yes,
        None => Answer::of(scalar(arena, value).and_then(|text| text.parse().ok()).is_some_and(test)),
    }
}

/// Whether a protocol, by name or number, is the named one or all of them.
pub(super) fn covers_protocol<'a>(arena: &'a Bump, protocol: &Value<'a>, name: &Value<'a>) -> Value<'a> {
    if protocol.is_null() {
        return Value::NULL;
    }
    if let Some(blank) = blank(arena, &[name], Ty::Bool) {
        return blank;
    }
    let Some(name) = scalar(arena, name) else { return Value::NULL };
    let one = |protocol: &Value<'a>| match protocol.unknown() {
        Some(unknown) => Answer::Open(unknown),
        None => Answer::of(scalar(arena, protocol).is_some_and(|text| is_or_covers(text, name))),
    };
    Answer::any(many(protocol).iter().map(one)).value(arena)
}

fn is_or_covers(protocol: &str, name: &str) -> bool {
    let protocol = protocol.trim();
    let all = ["-1", "all", "*", "any"].iter().any(|word| protocol.eq_ignore_ascii_case(word));
    all || number_of(protocol).eq_ignore_ascii_case(number_of(name))
}

/// The number of a protocol as text; its name if it is none of those known.
fn number_of(name: &str) -> &str {
    let name = name.trim();
    let known = PROTOCOLS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    known.map_or(name, |(_, number)| *number)
}
