//! Writes schema facts in the layout of `src/schema/layout.rs`: equal attributes, blocks and strings once.

use std::collections::HashMap;
use std::hash::Hash;

use crate::facts::layout::{MAGIC, SECTIONS, Section};

/// Gives equal things equal numbers, in the order in which they first appear.
pub struct Pool<T> {
    numbers: HashMap<T, u32>,
    pub items: Vec<T>,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), items: Vec::new() }
    }
}

impl<T: Hash + Eq + Clone> Pool<T> {
    pub fn add(&mut self, item: T) -> u32 {
        let next = self.items.len() as u32;
        *self.numbers.entry(item).or_insert_with_key(|item| {
            self.items.push(item.clone());
            next
        })
    }
}

/// Strings by the order of their arrival; once all are in, by rank.
#[derive(Default)]
pub struct Strings<'a> {
    pool: Pool<std::borrow::Cow<'a, str>>,
}

impl<'a> Strings<'a> {
    pub fn add(&mut self, text: impl Into<std::borrow::Cow<'a, str>>) -> u32 {
        self.pool.add(text.into())
    }

    /// The rank of each string among all, by number of arrival; and the sections.
    pub fn ranks(&self, file: &mut File) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.pool.items.len() as u32).collect();
        order.sort_by_key(|number| &self.pool.items[*number as usize]);
        let mut ranks = vec![0; order.len()];
        let mut end = 0;
        for (rank, number) in order.iter().enumerate() {
            ranks[*number as usize] = rank as u32;
            let text = self.pool.items[*number as usize].as_bytes();
            file.section(Section::StringStarts).u32(end);
            file.section(Section::Strings).0.extend_from_slice(text);
            end += text.len() as u32;
        }
        file.section(Section::StringStarts).u32(end);
        ranks
    }
}

/// Bytes of one section.
#[derive(Default)]
pub struct Bytes(pub Vec<u8>);

impl Bytes {
    pub fn u8(&mut self, number: u8) -> &mut Self {
        self.0.push(number);
        self
    }

    pub fn u16(&mut self, number: u16) -> &mut Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    pub fn u24(&mut self, number: u32) -> &mut Self {
        assert!(number < 1 << 24, "{number} needs more than 24 bits");
        self.0.extend_from_slice(&number.to_le_bytes()[..3]);
        self
    }

    pub fn u32(&mut self, number: u32) -> &mut Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }
}

/// All sections.
#[derive(Default)]
pub struct File {
    sections: [Bytes; SECTIONS],
}

impl File {
    pub fn section(&mut self, section: Section) -> &mut Bytes {
        &mut self.sections[section as usize]
    }

    /// The file: magic, for each section where it starts, the end of the last one, the sections.
    pub fn finish(self) -> Vec<u8> {
        let mut head = Bytes(MAGIC.to_vec());
        let mut at = MAGIC.len() + 4 * (SECTIONS + 1);
        for section in &self.sections {
            head.u32(at as u32);
            at += section.0.len();
        }
        head.u32(at as u32);
        self.sections.iter().fold(head.0, |mut file, section| {
            file.extend_from_slice(&section.0);
            file
        })
    }
}
