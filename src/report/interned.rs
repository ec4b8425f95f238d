//! Byte strings of a run, each once, one behind the other in one buffer.
//!
//! A run keeps hundreds of thousands of small texts while roots come and go. Each in a block of its own, they would stand
//! scattered among what is freed after each root, and keep that memory from being used again in one piece.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Byte strings by number.
#[derive(Debug)]
pub(super) struct Interned {
    bytes: Vec<u8>,
    /// How many bytes all strings may take.
    room: u32,
    /// Whether a string found no room.
    is_full: bool,
    /// Where each string ends in `bytes`.
    ends: Vec<u32>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Default for Interned {
    /// Room for 4 GiB: beyond them, offsets have no number.
    fn default() -> Self {
        Self::with_room(u32::MAX - 1)
    }
}

impl Interned {
    /// One that takes in strings up to so many bytes in all.
    pub(super) fn with_room(room: u32) -> Self {
        Self {
            bytes: Vec::new(),
            room,
            is_full: false,
            ends: Vec::new(),
            table: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// The string with that number.
    pub(super) fn get(&self, number: u32) -> &[u8] {
        slice(&self.bytes, &self.ends, number)
    }

    /// How many there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of a string that is known.
    pub(super) fn find(&self, string: &[u8]) -> Option<u32> {
        let is_it = |number: &u32| self.get(*number) == string;
        self.table.find(self.hasher.hash_one(string), is_it).copied()
    }

    /// Whether a string found no room since this was asked last: the number that was given for it is none.
    pub(super) fn was_full(&mut self) -> bool {
        std::mem::take(&mut self.is_full)
    }

    /// The number of a string, which is taken in if it is new. Where it finds no room, that is told by [`Self::was_full`].
    pub(super) fn number(&mut self, string: &[u8]) -> u32 {
        if let Some(known) = self.find(string) {
            return known;
        }
        let end = u32::try_from(self.bytes.len() + string.len()).ok();
        let Some(end) = end.filter(|end| *end <= self.room) else {
            self.is_full = true;
            return u32::MAX;
        };
        let number = self.ends.len() as u32;
        self.bytes.extend_from_slice(string);
        self.ends.push(end);
        let Self { bytes, ends, table, hasher, .. } = self;
        table.insert_unique(hasher.hash_one(string), number, |known| hasher.hash_one(slice(bytes, ends, *known)));
        number
    }
}

fn slice<'s>(bytes: &'s [u8], ends: &[u32], number: u32) -> &'s [u8] {
    let number = number as usize;
    let start = if number == 0 { 0 } else { ends[number - 1] };
    &bytes[start as usize..ends[number] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_string_has_one_number() {
        let mut interned = Interned::default();
        let strings: Vec<String> = (0..1_000).map(|number| format!("live/{}/main.tf", number % 700)).collect();
        let numbers: Vec<u32> = strings.iter().map(|string| interned.number(string.as_bytes())).collect();
        assert_eq!(interned.len(), 700);
        for (string, number) in strings.iter().zip(numbers) {
            assert_eq!(interned.get(number), string.as_bytes());
            assert_eq!(interned.find(string.as_bytes()), Some(number));
        }
        assert_eq!(interned.find(b"live"), None);
        assert_eq!(interned.number(b""), 700);
        assert_eq!(interned.get(700), b"");
    }

    #[test]
    fn what_finds_no_room_is_told_and_changes_nothing() {
        let mut interned = Interned::with_room(5);
        assert_eq!((interned.number(b"abc"), interned.was_full()), (0, false));
        interned.number(b"defg");
        assert_eq!((interned.was_full(), interned.was_full()), (true, false));
        assert_eq!((interned.find(b"defg"), interned.number(b"abc"), interned.number(b"de")), (None, 0, 1));
        assert_eq!(interned.get(1), b"de");
        assert!(!interned.was_full());
    }
}
