//! Ports and protocols, as the rules of different firewalls write them.

use bumpalo::Bump;

use crate::value::number::Num;
use crate::value::{Ty, Value};

use super::{Answer, blank, get, many, scalar};

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
    let text = text.trim();
    if matches!(text, "*" | "-1" | "-1--1") || ["any", "all"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return true;
    }
    // Azure takes several in one text, separated by commas.
    text.split(',').any(|part| {
        let part = part.trim();
        match part.split_once('-') {
            Some((from, to)) => match (from.trim().parse::<i64>(), to.trim().parse::<i64>()) {
                // A protocol without ports is written 0 to 0.
                (Ok(from), Ok(to)) => from <= port && port <= to,
                _ => false,
            },
            None => part.parse() == Ok(port),
        }
    })
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
        None => Answer::of(scalar(arena, protocol).is_some_and(|text| {
            let text = text.trim();
            let all = ["-1", "all", "*", "any"].iter().any(|word| text.eq_ignore_ascii_case(word));
            all || number_of(text).eq_ignore_ascii_case(number_of(name))
        })),
    };
    Answer::any(many(protocol).iter().map(one)).value(arena)
}

/// The number of a protocol as text; its name if it is none of those known.
fn number_of(name: &str) -> &str {
    let name = name.trim();
    let known = PROTOCOLS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    known.map_or(name, |(_, number)| *number)
}
