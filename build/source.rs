//! What `src/syntax` needs of the room `source`.

#[path = "../src/source/span.rs"]
pub(crate) mod span;
