//! Reads one file of HCL, native or JSON syntax, into an arena tree with spans.
//!
//! In: text. Out: a [`TreeBuf`] that always exists; what could not be read is in its errors, and reading goes on at the
//! next item. Depth is bounded, and so is the height of the tree. This room uses only `std` and the span type, for build.rs compiles it too.

pub(crate) use crate::source::span;

#[cfg(test)]
mod dump;
mod height;
pub mod json;
mod lexer;
mod names;
mod parser;
pub mod tree;

pub use names::is_name;
pub use parser::{parse, parse_expression, parse_template};

pub use tree::{
    Attribute, Binary, Block, BlockId, Body, BodyId, Call, Comment, For, Item, Label, Node, NodeId, NodeIdNonMax, Seq,
    SyntaxError, Text, Tree, TreeBuf, Unary,
};

/// How deep expressions, templates and blocks may nest.
pub const MAX_DEPTH: usize = 256;
