//! How large and how deep values are. A list may hold another one many times without taking memory for it, so that whoever
//! looks through it would not come to an end, or to that of the stack: what grows beyond the bounds here is not made.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::value::Value;

/// How many values one value may hold, those counted each time that are there several times.
const MAX_SIZE: u64 = 1 << 20;

/// How deep lists and objects may hold each other.
const MAX_DEPTH: u32 = 1_000;

/// What is no larger and no deeper is counted each time that it is met.
const SMALL: Extent = Extent { size: 256, depth: 16 };

#[derive(Clone, Copy, Debug)]
struct Extent {
    size: u64,
    depth: u32,
}

/// The extents of the values of one root, as far as they are not small, by address and number of parts: arena memory is
/// not used twice while the root lives.
#[derive(Debug, Default)]
pub(super) struct Extents {
    known: RefCell<FxHashMap<(usize, usize), Extent>>,
}

impl Extents {
    /// Whether a value is within bounds. All lists and objects in it were asked about before.
    pub(super) fn admit(&self, value: &Value<'_>) -> bool {
        let extent = self.of(value);
        extent.size <= MAX_SIZE && extent.depth <= MAX_DEPTH
    }

    /// How long it takes to look through a value, in steps of evaluation; 0 if it is small.
    pub(super) fn steps(&self, value: &Value<'_>) -> u64 {
        let known = self.known.borrow();
        if known.is_empty() {
            return 0;
        }
        address(value).and_then(|address| known.get(&address)).map_or(0, |extent| extent.size / 8)
    }

    fn of(&self, value: &Value<'_>) -> Extent {
        let Some(address) = address(value) else { return Extent { size: 1, depth: 0 } };
        if let Some(known) = self.known.borrow().get(&address) {
            return *known;
        }
        let mut extent = Extent { size: 1, depth: 0 };
        let mut add = |part: &Value<'_>| {
            let part = self.of(part);
            extent.size = extent.size.saturating_add(part.size);
            extent.depth = extent.depth.max(part.depth);
        };
        value.elements().unwrap_or_default().iter().for_each(&mut add);
        value.entries().unwrap_or_default().iter().for_each(|(_, part)| add(part));
        extent.depth += 1;
        if extent.size > SMALL.size || extent.depth > SMALL.depth {
            self.known.borrow_mut().insert(address, extent);
        }
        extent
    }
}

/// Where the parts of a value are, and how many; `None` if it has none.
fn address(value: &Value<'_>) -> Option<(usize, usize)> {
    match (value.elements(), value.entries()) {
        (Some(items @ [_, ..]), _) => Some((items.as_ptr() as usize, items.len())),
        (_, Some(entries @ [_, ..])) => Some((entries.as_ptr() as usize, entries.len())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use bumpalo::Bump;

    use super::*;
    use crate::value::Kind;

    /// How often a list can be put into a new one so many times.
    fn rounds(copies: usize) -> u32 {
        let (arena, extents) = (Bump::new(), Extents::default());
        let mut value = Value::of(Kind::Tuple(arena.alloc_slice_copy(&[Value::TRUE])));
        let mut rounds = 0;
        while extents.admit(&value) {
            rounds += 1;
            value = Value::of(Kind::Tuple(arena.alloc_slice_fill_copy(copies, value)));
        }
        rounds
    }

    #[test]
    fn what_holds_itself_twice_is_soon_too_large_and_what_is_nested_too_deep() {
        assert_eq!(rounds(2), 19);
        assert_eq!(rounds(1), MAX_DEPTH);
    }
}
