//! Paths through a schema, and the nearest name for one that is not there.
//!
//! This file uses only `std` and the facts, for build.rs compiles it too.

use super::facts::{Attr, BlockSchema, TypeForm};

/// Where a path leads.
#[derive(Clone, Debug)]
pub struct ResolvedPath {
    /// The attribute at each step, as far as the schema describes them.
    pub attrs: Vec<Attr>,
    /// Number of steps below the last attribute that no schema describes: keys of a map, the inside of a wildcard.
    pub open: usize,
}

impl ResolvedPath {
    /// The attribute at the end, or the last one that the schema describes.
    pub fn last(&self) -> Option<Attr> {
        self.attrs.last().copied()
    }
}

/// A path that the schema lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathError {
    /// The step that is not there, from 0.
    pub at: usize,
    /// The name that was probably meant.
    pub nearest: Option<&'static str>,
}

/// Follows names from the top of a block: `["vpc_config", "endpoint_public_access"]`. Indices are no names and are left
/// out; a key of a map is one.
pub fn resolve_path(root: BlockSchema, names: &[&str]) -> Result<ResolvedPath, PathError> {
    let mut attrs = Vec::with_capacity(names.len());
    let mut block = root;
    for (at, name) in names.iter().enumerate() {
        let Some(attr) = block.attr(name) else {
            return Err(PathError { at, nearest: nearest(name, block.attrs().map(Attr::name)) });
        };
        attrs.push(attr);
        let below = names.len() - at - 1;
        match attr.children() {
            Some(children) => block = children,
            None if below == 0 => {}
            None if attr.wildcard() || holds_open(attr.ty().form()) => return Ok(ResolvedPath { attrs, open: below }),
            None => return Err(PathError { at: at + 1, nearest: None }),
        }
    }
    Ok(ResolvedPath { attrs, open: 0 })
}

/// Whether names may follow: keys of a map, or of something that is not described.
fn holds_open(form: TypeForm) -> bool {
    match form {
        TypeForm::Any | TypeForm::Map(_) => true,
        TypeForm::List(element) | TypeForm::Set(element) => holds_open(element.form()),
        _ => false,
    }
}

/// The candidate that was probably meant by a misspelt word: at most a third of its characters away.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let bound = (word.len() / 3).clamp(1, 4);
    let close = candidates.filter(|name| name.len().abs_diff(word.len()) <= bound);
    let measured = close.map(|name| (distance(word.as_bytes(), name.as_bytes()), name));
    measured.filter(|(distance, _)| *distance <= bound).min().map(|(_, name)| name)
}

/// Number of insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, to) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(from != to);
            row[j + 1] = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}
