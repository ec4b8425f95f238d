//! Modules and variables to an estate: expressions, functions, module calls, count, for_each, dynamic blocks.

pub mod functions;
pub mod interp;

pub use interp::{EvalError, Interp, Scope, Step};
