//! Holds the arguments of module calls against the variables of what they call.

use std::collections::HashSet;

use super::module::{CallTarget, Module, ModuleCall, Problem, Program, Variable};
use crate::discover::nearest_word;
use crate::source::FileId;
use crate::syntax::Attribute;

/// What Terraform would refuse: arguments without a variable, variables without default that no argument sets.
pub(super) fn refused(program: &Program) -> Vec<Problem> {
    let mut problems = Vec::new();
    for module in &program.modules {
        for call in module.calls.values() {
            let CallTarget::Module(callee) = call.target else { continue };
            let callee = program.module(callee);
            if !callee.incomplete {
                problems.extend(undeclared(program, call, callee));
            }
            // What a broken file does not set, it may have meant to.
            if !callee.incomplete && !module.incomplete {
                problems.extend(missing(program, call, callee));
            }
        }
    }
    problems
}

/// With what is written once in a thousand files, a few of a kind say all.
const MAX_OF_A_KIND: usize = 20;

fn undeclared(program: &Program, call: &ModuleCall, callee: &Module) -> Vec<Problem> {
    let name = |(file, attribute): &(FileId, Attribute)| program.tree(*file).text(attribute.name);
    let undeclared = call.inputs.iter().filter(|input| !callee.variables.contains_key(name(input)));
    let problem = |input: &(FileId, Attribute)| {
        let problem = Problem::new(format!("module \"{}\" has no variable `{}`", call.name, name(input)));
        let problem = problem.at(program.locate(input.0, input.1.name_span));
        match nearest_word(name(input), callee.variables.keys().map(String::as_str)) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        }
    };
    undeclared.take(MAX_OF_A_KIND).map(problem).collect()
}

fn missing(program: &Program, call: &ModuleCall, callee: &Module) -> Vec<Problem> {
    let set: HashSet<&str> =
        call.inputs.iter().map(|(file, attribute)| program.tree(*file).text(attribute.name)).collect();
    let is_missing = |variable: &&Variable| variable.default.is_none() && !set.contains(variable.name.as_str());
    let problem = |variable: &Variable| {
        let declared = program.locate_block(variable.block);
        Problem::new(format!("module \"{}\" needs a value for `{}`", call.name, variable.name))
            .at(program.locate_block(call.block))
            .label(format!("declared without default at {}:{}", declared.file, declared.line))
    };
    callee.variables.values().filter(is_missing).take(MAX_OF_A_KIND).map(problem).collect()
}
