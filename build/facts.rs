//! Reads the schema facts that this build has just written, by the crate's own reader.

#[path = "../src/schema/facts.rs"]
#[allow(dead_code, clippy::module_inception, reason = "the checks need a part of the reader")]
pub mod facts;
#[path = "../src/schema/layout.rs"]
#[allow(dead_code, reason = "the checks need a part of the reader")]
pub mod layout;
#[path = "../src/schema/path.rs"]
#[allow(dead_code, reason = "the checks need a part of the reader")]
pub mod path;
#[path = "../src/schema/version.rs"]
#[allow(dead_code, reason = "the checks need a part of the reader")]
pub mod version;

use std::sync::OnceLock;

static FACTS: OnceLock<Vec<u8>> = OnceLock::new();

/// Takes the facts in; they stay as long as the program runs.
pub fn load(bytes: Vec<u8>) {
    let _ = FACTS.set(bytes);
}

fn facts() -> facts::Facts {
    facts::Facts::new(FACTS.get().expect("facts are loaded before rules are checked"))
}
