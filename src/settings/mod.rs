//! Judges an estate by the settings: which apply to which instance, and what is the case with each.

pub(crate) use crate::{schema, syntax};

pub mod accept;
pub mod builtin;
pub mod change;
pub mod check;
pub mod compile;
pub mod describe;
pub mod finding;
pub mod judge;
pub mod library;
pub mod load;
pub mod model;
pub mod path;
pub mod reads;
pub mod regexes;
