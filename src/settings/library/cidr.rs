//! Address ranges, IPv4 and IPv6: who is everyone, what is private, what lies in what.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::LazyLock;

use bumpalo::Bump;

use crate::value::number::Num;
use crate::value::{Ty, Value};

use super::{Answer, blank, many};

/// A range: its first address, and how many bits are fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    v6: bool,
    /// The address, in the lowest bits.
    start: u128,
    bits: u32,
}

/// Words that mean everyone in rules of some cloud.
const EVERYONE: [&str; 3] = ["*", "any", "internet"];

/// Ranges that the internet does not route: RFC 1918, 6598, 1122, 3927, 4193, 4291.
const PRIVATE: [&str; 10] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "fc00::/7",
    "fe80::/10",
    "::1/128",
    "::ffff:10.0.0.0/104",
];

static PRIVATE_RANGES: LazyLock<Vec<Range>> =
    LazyLock::new(|| PRIVATE.iter().filter_map(|private| Range::parse(private)).collect());

impl Range {
    /// `10.0.0.0/8`, or one address.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let width = if address.is_ipv6() { 128 } else { 32 };
        let bits: u32 = match prefix {
            Some(prefix) if prefix.bytes().all(|byte| byte.is_ascii_digit()) => prefix.parse().ok()?,
            Some(_) => return None,
            None => width,
        };
        if bits > width {
            return None;
        }
        let number = match address {
            IpAddr::V4(address) => u128::from(u32::from(address)),
            IpAddr::V6(address) => u128::from(address),
        };
        let free = width - bits;
        let start = if free == 128 { 0 } else { number >> free << free };
        Some(Self { v6: width == 128, start, bits })
    }

    fn width(self) -> u32 {
        if self.v6 { 128 } else { 32 }
    }

    /// Whether every address of `other` is in it.
    fn contains(self, other: Self) -> bool {
        let free = self.width() - self.bits;
        let cut = |start: u128| if free == 128 { 0 } else { start >> free };
        self.v6 == other.v6 && self.bits <= other.bits && cut(self.start) == cut(other.start)
    }

    /// An IPv6 range that stands for an IPv4 one.
    fn unmapped(self) -> Self {
        let prefix = u128::from(Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0));
        if self.v6 && self.bits >= 96 && self.start >> 32 == prefix >> 32 {
            return Self { v6: false, start: self.start & u128::from(u32::MAX), bits: self.bits - 96 };
        }
        self
    }
}

fn is_everyone(text: &str) -> bool {
    EVERYONE.iter().any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// Everyone: all addresses, or half of them.
pub(super) fn is_open(text: &str) -> bool {
    is_everyone(text) || Range::parse(text).is_some_and(|range| range.unmapped().bits <= 1)
}

/// Some address of it is on the internet.
pub(super) fn is_public(text: &str) -> bool {
    is_everyone(text) || Range::parse(text).is_some_and(|_| !is_private(text))
}

/// No address of it is on the internet.
pub(super) fn is_private(text: &str) -> bool {
    let Some(range) = Range::parse(text).map(Range::unmapped) else { return false };
    PRIVATE_RANGES.iter().any(|private| private.contains(range))
}

/// Whether a test holds for a text, or for any of a list. Nothing is no address.
pub(super) fn any<'a>(arena: &'a Bump, x: &Value<'a>, test: fn(&str) -> bool) -> Value<'a> {
    let one = |value: Value<'a>| match (value.unknown(), value.as_str()) {
        (Some(unknown), _) => open_prefix(unknown.prefix).map_or(Answer::Open(unknown), |()| Answer::No),
        (None, Some(text)) => Answer::of(test(text)),
        _ => Answer::No,
    };
    Answer::any(many(x).into_iter().map(one)).value(arena)
}

/// A beginning that no word for everyone and no range has: a reference to a group, `sg-…`.
fn open_prefix(prefix: &str) -> Option<()> {
    ["sg-", "pl-", "arn:"].iter().any(|known| prefix.starts_with(known)).then_some(())
}

/// The number of addresses; null for what is no range.
pub(super) fn size<'a>(arena: &'a Bump, x: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[x], Ty::Number) {
        return blank;
    }
    let Some(range) = x.as_str().and_then(Range::parse) else { return Value::NULL };
    let free = range.width() - range.bits;
    let count =
        if free == 128 { "340282366920938463463374607431768211456".to_owned() } else { (1u128 << free).to_string() };
    Num::parse(&count).map_or(Value::NULL, |number| number.value(arena))
}

/// Whether all of `inner` lies in `outer`; either may be a list: every inner one in some outer one.
pub(super) fn contains<'a>(arena: &'a Bump, outer: &Value<'a>, inner: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[outer, inner], Ty::Bool) {
        return blank;
    }
    let outers = many(outer);
    let mut all = Answer::Yes;
    for inner in many(inner) {
        let found = outers.iter().map(|outer| match (outer.unknown(), inner.unknown()) {
            (Some(unknown), _) | (None, Some(unknown)) => Answer::Open(unknown),
            (None, None) => {
                let range = |value: &Value<'a>| value.as_str().and_then(Range::parse);
                Answer::of(matches!((range(outer), range(&inner)), (Some(outer), Some(inner)) if outer.contains(inner)))
            }
        });
        all = all.and(Answer::any(found));
    }
    all.value(arena)
}
