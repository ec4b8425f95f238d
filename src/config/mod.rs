//! Trees to modules: one module's blocks with overrides merged, given values, comments that silence settings.
//!
//! In: a root directory and what discover knows of it. Out: a [`Program`], which holds the root module, every module it
//! calls (local, or downloaded by `terraform init`), their sources and trees, and all errors of reading.

pub mod module;

pub use module::*;
