//! Holds the arguments of module calls against the variables of what they call.

use super::module::{CallTarget, Module, ModuleCall, Problem, Program};
use crate::discover::nearest_word;

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

fn undeclared<'p>(
    program: &'p Program,
    call: &'p ModuleCall,
    callee: &'p Module,
) -> impl Iterator<Item = Problem> + 'p {
    call.inputs.iter().filter_map(move |(file, attribute)| {
        let name = program.tree(*file).text(attribute.name);
        if callee.variables.contains_key(name) {
            return None;
        }
        let problem = Problem::new(format!("module \"{}\" has no variable `{name}`", call.name));
        let problem = problem.at(program.locate(*file, attribute.name_span));
        Some(match nearest_word(name, callee.variables.keys().map(String::as_str)) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        })
    })
}

fn missing<'p>(program: &'p Program, call: &'p ModuleCall, callee: &'p Module) -> impl Iterator<Item = Problem> + 'p {
    let is_set =
        |name: &str| call.inputs.iter().any(|(file, attribute)| program.tree(*file).text(attribute.name) == name);
    let required = callee.variables.values().filter(|variable| variable.default.is_none());
    required.filter(move |variable| !is_set(&variable.name)).map(|variable| {
        let declared = program.locate_block(variable.block);
        Problem::new(format!("module \"{}\" needs a value for `{}`", call.name, variable.name))
            .at(program.locate_block(call.block))
            .label(format!("declared without default at {}:{}", declared.file, declared.line))
    })
}
