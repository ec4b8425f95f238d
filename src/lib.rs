//! onus reads Terraform and answers: which part of this deployment's security is ours, and have we done our part?

pub mod source;
pub mod discover;
pub mod git;
pub mod syntax;
pub mod config;
pub mod value;
pub mod schema;
pub mod estate;
pub mod eval;
pub mod plan;
pub mod responsibility;
pub mod settings;
pub mod onus_hcl;
pub mod report;
pub mod analyze;
pub mod cli;

pub use analyze::{
    Audited, CheckOptions, CrmOptions, ExplainOptions, GivenValue, Inputs, MatrixOptions, ModuleOptions, PlanOptions,
    Progress, RulesOptions, ShowOptions, UsageError, check, crm, explain, matrix, module, review_plan, rules, show,
};
pub use report::Outcome;
