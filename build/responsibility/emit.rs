//! How pieces of the tables are written in Rust.

use std::collections::HashMap;

/// Variants of `Owner`, in the order of the words in the tables.
pub(crate) const OWNERS: [&str; 3] = ["Owner::Customer", "Owner::Shared", "Owner::Provider"];

/// One text and one list of layers that rows refer to by offset: a table of them needs no relocation.
#[derive(Default)]
pub(crate) struct Pool {
    pub(crate) text: String,
    pub(crate) lists: Vec<usize>,
    texts: HashMap<String, (usize, usize)>,
    runs: HashMap<Vec<usize>, usize>,
}

impl Pool {
    /// A `Str` of the text.
    pub(crate) fn text(&mut self, text: &str) -> String {
        let (start, len) = *self.texts.entry(text.to_owned()).or_insert_with(|| {
            self.text.push_str(text);
            (self.text.len() - text.len(), text.len())
        });
        format!("Str {{ start: {start}, len: {len} }}")
    }

    /// A `Run` of the layers.
    pub(crate) fn list(&mut self, layers: &[usize]) -> String {
        let start = *self.runs.entry(layers.to_vec()).or_insert_with(|| {
            self.lists.extend_from_slice(layers);
            self.lists.len() - layers.len()
        });
        format!("Run {{ start: {start}, len: {} }}", layers.len())
    }
}

/// `[LayerId(0), LayerId(5)]`
pub(crate) fn list(ty: &str, ids: &[usize]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("{ty}({id})")).collect();
    format!("[{}]", ids.join(", "))
}

/// `Some(x)`, `None`
pub(crate) fn optional(value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

/// `Overrides(0x40)`
pub(crate) fn overrides_literal(bits: u32) -> String {
    format!("Overrides({bits:#x})")
}
