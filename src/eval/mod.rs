//! Modules and variables to an estate: expressions, functions, module calls, count, for_each, dynamic blocks.

mod body;
mod call;
mod conditions;
mod evaluator;
mod extent;
mod files;
mod holes;
pub mod functions;
mod imports;
pub mod interp;
mod json_body;
pub mod operators;
mod perhaps;
mod refusal;
mod repetition;
mod run;
mod scope;
mod statics;
mod template;
mod tfvars;
mod traversal;
mod types;

pub use evaluator::{Options, RootInputs, computed_prefix, is_never_null};
pub use interp::{Encoded, Env, EvalError, Evaluated, Interp, Scope, Session, Step};
pub use operators::Truth;
pub use repetition::MAX_INSTANCES;
pub use run::{Evaluation, evaluate};
