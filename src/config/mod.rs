//! Trees to modules: one module's blocks with overrides merged, given values, comments that silence settings.
//!
//! In: directories that hold Terraform. Out: for each root module a [`Program`], which holds the root module, every
//! module it calls (local, or downloaded by `terraform init`), their sources and trees, and all errors of reading.
//! [`Scan::of`] finds the roots, [`load`] loads one; [`Candidates`] finds the one that a plan was made from.

mod assemble;
mod blocks;
mod calls;
mod candidates;
mod checks;
mod directory;
mod early;
mod files;
mod headers;
mod ignores;
mod inputs;
mod load;
mod manifest;
mod merge;
pub mod module;
mod moves;
mod read;
mod scan;
#[cfg(test)]
mod tests;

pub use candidates::{Candidate, Candidates};
pub use directory::Access;
pub use inputs::{Argument, Inputs};
pub use load::load;
pub use module::*;
pub(crate) use read::{entry, json_blocks, json_dynamic};
pub use scan::{Cache, RootDir, Scan};
