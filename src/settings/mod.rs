//! Judges an estate by the settings: which apply to which instance, and what is the case with each.

pub(crate) use crate::syntax;

pub mod compile;
pub mod describe;
pub mod finding;
pub mod model;
pub mod path;
