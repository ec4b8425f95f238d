//! Verdicts to one document in one format: [`Outcome`] is the whole result, each format a file of this room.
//!
//! In: what judging each root left behind ([`RootReport`]). Out: text for people, JSON, each with secrets masked and
//! control characters escaped. Nothing here knows the estate any more, only records.

mod collect;
pub mod escape;
pub mod exit;
pub mod explain;
pub mod human;
pub mod json;
pub mod mask;
pub mod outcome;
pub mod place;
pub mod rules;
pub mod show;
pub mod summary;
mod words;

pub use collect::shown_files;
pub use exit::{Exit, FailOn};
pub use outcome::{Assembly, Entry, Outcome, RootInfo, RootReport};
pub use summary::Summary;
