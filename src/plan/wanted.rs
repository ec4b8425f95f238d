//! What of a plan is wanted: the values before, and which attributes.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::written::Layers;
use crate::schema::{Attr, BlockSchema};
use crate::value::Value;

/// Whether the values before are wanted, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// They stay unread.
    Skipped,
    /// Each instance that changes has them.
    Read,
}

/// What of a plan is wanted.
#[derive(Clone, Copy)]
pub struct Wanted<'w> {
    /// Whether the values before are.
    pub before: Before,
    /// Which attributes are; `None`: all of them.
    pub attributes: Option<Attributes<'w>>,
}

/// The attributes of managed resources that somebody asks for. Others are kept only where they are not known, as that may
/// tie one resource to another, or where they are or hold a secret, which may stand in other places too.
#[derive(Clone, Copy)]
pub struct Attributes<'w> {
    /// Whether anybody asks a resource of a type for the attribute of a name.
    pub asked_for: &'w (dyn Fn(&str, &str) -> bool + Sync),
    /// Whether the name of an attribute or key tells that it holds a secret.
    pub tells_of_a_secret: fn(&str) -> bool,
}

/// What is wanted of the resources of one type, as it is found out.
pub(super) struct WantedOf<'w, 'k> {
    pub(super) attributes: Attributes<'w>,
    pub(super) type_name: &'k str,
    pub(super) known: &'k Known,
}

impl WantedOf<'_, '_> {
    /// Whether an attribute is kept.
    pub(super) fn keep(&self, name: &str, attr: Option<Attr>, layers: Layers<'_>) -> bool {
        let known = self.known;
        known.by_name(&known.asked_for, name, self.type_name, || (self.attributes.asked_for)(self.type_name, name))
            || self.is_secret(name)
            || attr.is_some_and(|attr| known.has(attr))
            || [layers.unknown, layers.sensitive].iter().flatten().any(is_marked)
            || layers.value.is_some_and(|value| self.holds_secret(&value))
    }

    fn is_secret(&self, name: &str) -> bool {
        self.known.by_name(&self.known.secret, name, "", || (self.attributes.tells_of_a_secret)(name))
    }

    /// Whether a value has a key, in it or in its parts, that tells of a secret.
    fn holds_secret(&self, value: &Value<'_>) -> bool {
        value.elements().is_some_and(|items| items.iter().any(|item| self.holds_secret(item)))
            || value
                .entries()
                .is_some_and(|entries| entries.iter().any(|(key, part)| self.is_secret(key) || self.holds_secret(part)))
    }
}

/// Answers by type and name: a plan asks the same again and again.
type Answers = RefCell<FxHashMap<String, FxHashMap<String, bool>>>;

/// What was found out of types, names and schemas.
#[derive(Debug, Default)]
pub(super) struct Known {
    asked_for: Answers,
    secret: Answers,
    /// Whether blocks hold a secret anywhere in them.
    secret_blocks: RefCell<FxHashMap<BlockSchema, bool>>,
}

impl Known {
    /// So many names of one type are kept: keys of maps have no end.
    const MAX_NAMES: usize = 4096;

    fn by_name(&self, answers: &Answers, name: &str, type_name: &str, ask: impl FnOnce() -> bool) -> bool {
        if let Some(known) = answers.borrow().get(type_name).and_then(|names| names.get(name)) {
            return *known;
        }
        let answer = ask();
        let mut answers = answers.borrow_mut();
        let names = match answers.get_mut(type_name) {
            Some(names) => names,
            None => answers.entry(type_name.to_owned()).or_default(),
        };
        if names.len() < Self::MAX_NAMES {
            names.insert(name.to_owned(), answer);
        }
        answer
    }

    fn has(&self, attr: Attr) -> bool {
        attr.sensitive() || attr.children().is_some_and(|block| self.holds(block))
    }

    fn holds(&self, block: BlockSchema) -> bool {
        if let Some(known) = self.secret_blocks.borrow().get(&block) {
            return *known;
        }
        // A block that stood within itself would hold nothing more.
        self.secret_blocks.borrow_mut().insert(block, false);
        let holds = block.attrs().any(|attr| self.has(attr));
        self.secret_blocks.borrow_mut().insert(block, holds);
        holds
    }
}

/// Whether a tree of marks marks anything.
fn is_marked(marks: &Value<'_>) -> bool {
    marks.as_bool() == Some(true)
        || marks.elements().is_some_and(|items| items.iter().any(is_marked))
        || marks.entries().is_some_and(|entries| entries.iter().any(|(_, part)| is_marked(part)))
}
