//! Encodings of East Asia with two or three bytes a character. What is written is the inverse of what is read: where
//! several sequences are the same character, one of them is written.

use std::sync::LazyLock;

use encoding_rs as whatwg;
use rustc_hash::FxHashMap;

use super::{Failed, is_private, is_reassigned, read};

/// One encoding, and which bytes write a character of it that is not ASCII.
pub(in super::super) struct Double {
    encoding: &'static whatwg::Encoding,
    bytes: LazyLock<FxHashMap<char, Sequence>>,
}

/// Up to three bytes; those that are not needed are zero.
type Sequence = [u8; 3];

/// Of sequences that are one character, the first one is written.
pub(super) static EUC_JP: Double = Double {
    encoding: whatwg::EUC_JP,
    bytes: LazyLock::new(|| {
        let kana = (0xa1..=0xdf).map(|byte| [0x8e, byte, 0]);
        let rare = pairs(0xa1..=0xfe, 0xa1).map(|[lead, trail]| [0x8f, lead, trail]);
        first(whatwg::EUC_JP, kana.chain(of_two(0xa1)).chain(rare))
    }),
};

/// The same; single bytes are half-width kana.
pub(super) static SHIFT_JIS: Double = Double {
    encoding: whatwg::SHIFT_JIS,
    bytes: LazyLock::new(|| first(whatwg::SHIFT_JIS, (0xa1..=0xdf).map(|byte| [byte, 0, 0]).chain(of_two(0x40)))),
};

/// The same; the euro sign has a byte of its own.
pub(super) static GBK: Double = Double {
    encoding: whatwg::GBK,
    bytes: LazyLock::new(|| first(whatwg::GBK, [[0x80, 0, 0]].into_iter().chain(of_two(0x40)))),
};

/// Of sequences that are one character, the last one is written: the first ones are additions of Hong Kong.
pub(super) static BIG5: Double =
    Double { encoding: whatwg::BIG5, bytes: LazyLock::new(|| characters(whatwg::BIG5, of_two(0x40)).collect()) };

/// All pairs of a first byte and one from `least` on, in order.
fn pairs(leads: std::ops::RangeInclusive<u8>, least: u8) -> impl Iterator<Item = [u8; 2]> {
    leads.flat_map(move |lead| (least..=0xfe).map(move |trail| [lead, trail]))
}

fn of_two(least: u8) -> impl Iterator<Item = Sequence> {
    pairs(0x81..=0xfe, least).map(|[lead, trail]| [lead, trail, 0])
}

/// The sequences that are one character.
fn characters(
    encoding: &'static whatwg::Encoding,
    sequences: impl Iterator<Item = Sequence>,
) -> impl Iterator<Item = (char, Sequence)> {
    sequences.filter_map(move |sequence| {
        let text = read(encoding, used(&sequence)).ok()?;
        let mut chars = text.chars();
        let c = chars.next().filter(|c| chars.next().is_none() && has(encoding, *c))?;
        Some((c, sequence))
    })
}

fn first(encoding: &'static whatwg::Encoding, sequences: impl Iterator<Item = Sequence>) -> FxHashMap<char, Sequence> {
    let mut bytes = FxHashMap::default();
    for (c, sequence) in characters(encoding, sequences) {
        bytes.entry(c).or_insert(sequence);
    }
    bytes
}

/// Whether Terraform's encoding has the character, which that of encoding_rs reads.
fn has(encoding: &'static whatwg::Encoding, c: char) -> bool {
    !(if encoding == whatwg::GBK { is_reassigned(c) } else { is_private(c) })
}

fn used(sequence: &Sequence) -> &[u8] {
    let unused = sequence.iter().rev().take_while(|byte| **byte == 0).count();
    &sequence[..sequence.len() - unused]
}

impl Double {
    pub(super) fn encode(&self, text: &str) -> Result<Vec<u8>, Failed> {
        let mut bytes = Vec::with_capacity(2 * text.len());
        for c in text.chars() {
            match u8::try_from(c) {
                Ok(byte) if byte.is_ascii() => bytes.push(byte),
                _ => bytes.extend_from_slice(used(self.bytes.get(&c).ok_or(Failed::Refused)?)),
            }
        }
        Ok(bytes)
    }

    pub(super) fn decode(&self, bytes: &[u8]) -> Result<String, Failed> {
        if self.encoding == whatwg::GBK && has_four_bytes(bytes) {
            return Err(Failed::Refused);
        }
        let text = read(self.encoding, bytes)?;
        if text.chars().all(|c| has(self.encoding, c)) { Ok(text) } else { Err(Failed::Refused) }
    }
}

/// Whether there are characters of four bytes, as GB 18030 has them, and GBK has not.
pub(super) fn has_four_bytes(bytes: &[u8]) -> bool {
    let mut bytes = bytes.iter();
    while let Some(lead) = bytes.next() {
        if *lead > 0x80 && bytes.next().is_some_and(u8::is_ascii_digit) {
            return true;
        }
    }
    false
}
