//! `onus show`: an estate in the shape of `terraform show -json` of a plan.
//!
//! (filled below)

use crate::config::Problem;

/// What `onus show` has to say.
#[derive(Debug, Default)]
pub struct Shown {
    /// The document.
    pub document: serde_json::Value,
    /// What makes the input unreadable.
    pub errors: Vec<Problem>,
    /// What is worth saying.
    pub warnings: Vec<Problem>,
}

/// Writes the instances for people.
pub fn write(out: &mut dyn std::io::Write, shown: &Shown, _style: super::human::Style) -> std::io::Result<()> {
    writeln!(out, "{}", shown.document)
}
