//! Where a finding stands in what is checked out, for hosts of code: they show a finding only at a file that they know.

use super::place::location;
use super::{Entry, Outcome};
use crate::settings::finding::Finding;
use crate::source::Location;

/// A file of the checkout, with the lines in it where they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The file, relative to the working directory, with `/`.
    pub(super) file: String,
    /// The lines and columns.
    pub(super) at: Option<Location>,
}

/// Where the fix of a finding goes, if that is a file of the checkout; else the first of the places by which its value came
/// that is one (of a downloaded module: its call); else what was judged: the plan, or the directory of the root module.
pub(super) fn spot(outcome: &Outcome, entry: &Entry, finding: &Finding) -> Spot {
    let related = finding.related.iter().map(|related| &related.location);
    let places = location(finding).into_iter().chain(finding.location.as_deref()).chain(related);
    match places.into_iter().find(|at| is_checked_out(&at.file)) {
        Some(at) => Spot { file: at.file.to_string(), at: Some(at.clone()) },
        None => Spot { file: outcome.root(entry).path.to_string(), at: None },
    }
}

/// Whether a file lies in the working directory, and was not downloaded into it.
pub(super) fn is_checked_out(file: &str) -> bool {
    !file.starts_with('/') && file.split('/').all(|name| name != ".." && name != ".terraform")
}

impl Spot {
    /// The line; 1 where it is not known.
    pub(super) fn line(&self) -> u32 {
        self.at.as_ref().map_or(1, |at| at.line)
    }
}
