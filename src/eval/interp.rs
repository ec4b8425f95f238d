//! The interpreter of expressions, for the configuration and for rules: one evaluator, one switch (null flow).

use bumpalo::Bump;

use crate::syntax::{NodeId, Tree};
use crate::value::{InstanceId, Value};

/// Why an expression has no value: Terraform would refuse it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvalError {
    /// A sentence: what is wrong.
    pub message: String,
    /// The expression, in the tree that was evaluated.
    pub node: Option<NodeId>,
}

/// One step of a traversal after its first name.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// `.name`
    Attr(&'a str),
    /// `[key]`, evaluated.
    Index(Value<'a>),
}

/// What names mean where an expression stands.
pub trait Scope<'a> {
    /// The value of a traversal's beginning: `name` and as many of `steps` as belong to it (`var.x` takes one step,
    /// `module.m["k"].out` three). Gives the value and the number of steps taken.
    fn resolve(&self, name: &'a str, steps: &[Step<'a>]) -> Result<(Value<'a>, usize), EvalError>;

    /// An attribute of an instance; null (with null flow) or an error where there is none.
    fn attribute(&self, instance: InstanceId, name: &str) -> Result<Value<'a>, EvalError>;

    /// A function that Terraform's pure ones do not cover (files, functions of rules). `None`: no such function.
    fn call(&self, name: &str, args: &[Value<'a>]) -> Option<Result<Value<'a>, EvalError>>;
}

/// An interpreter of one tree.
pub struct Interp<'a, 's> {
    /// Where new values are made.
    pub arena: &'a Bump,
    /// The tree.
    pub tree: Tree<'a>,
    /// The number of the tree's first node in its program; 0 for rules, whose values have no place.
    pub base: u32,
    /// Rules: what is not there is null, null collections are empty, operators on null give null.
    pub null_flow: bool,
    /// What names mean.
    pub scope: &'s dyn Scope<'a>,
}
