//! Verdicts to one document in one format: [`Outcome`] is the whole result, each format a file of this room.
//!
//! In: what judging each root left behind ([`RootReport`]). Out: text for people, JSON, each with secrets masked and
//! control characters escaped. Nothing here knows the estate any more, only records.

mod accepted;
mod assemble;
mod collect;
pub mod compact;
pub mod configured;
pub mod crm;
pub mod escape;
mod excerpt;
pub mod exit;
pub mod explain;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod human;
mod interned;
pub mod json;
pub mod json_configured;
mod json_review;
mod links;
pub mod markdown;
pub mod mask;
pub mod matrix;
pub mod module;
pub mod outcome;
mod pack;
pub mod place;
mod planned;
pub mod review;
pub mod rules;
mod said;
pub mod sarif;
mod sentence;
mod sheet;
mod shelf;
pub mod show;
mod spot;
pub mod summary;
mod teams;
mod undecided;
mod words;

pub use assemble::{Assembly, in_order};
pub use collect::shown_files;
pub use exit::{Exit, FailOn};
pub use links::Links;
pub use outcome::{Basis, Outcome, RootInfo, RootReport};
pub use review::Review;
pub use shelf::Entry;
pub use summary::Summary;
pub use teams::Routed;
