//! Whole directories, loaded as a run would load them.

mod candidates;
mod inputs;
mod json;
mod merging;
mod modules;
mod reading;
mod silence;

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::discover::{Options, discover};

/// A directory tree that goes away with the test.
struct Tree {
    _directory: tempfile::TempDir,
    base: PathBuf,
}

impl Tree {
    fn new(files: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let base = fs::canonicalize(directory.path()).unwrap();
        let tree = Self { _directory: directory, base };
        for (path, text) in files {
            tree.write(path, text);
        }
        tree
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.base.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn scan(&self, path: &str) -> Scan {
        let options = Options { working_dir: self.base.clone(), home: Some(self.base.clone()), ..Options::default() };
        Scan::of(&discover(&[path.into()], &options).unwrap())
    }

    /// Loads the first root under a path.
    fn load_at(&self, path: &str, inputs: &Inputs) -> Program {
        let scan = self.scan(path);
        load(&scan.roots[0], &Inputs { working_dir: self.base.clone(), ..inputs.clone() }, &scan.cache)
    }

    fn load(&self) -> Program {
        self.load_at(".", &Inputs::default())
    }
}

/// Loads a root module of these files.
fn program(files: &[(&str, &str)]) -> Program {
    Tree::new(files).load()
}

/// Problems as `file:line:column message (label)`.
fn told(problems: &[Problem]) -> Vec<String> {
    let told = problems.iter().map(|problem| {
        let place = problem.location.as_ref().map(|at| format!("{}:{}:{} ", at.file, at.line, at.column));
        let label = if problem.label.is_empty() { String::new() } else { format!(" ({})", problem.label) };
        format!("{}{}{label}", place.unwrap_or_default(), problem.message)
    });
    told.collect()
}

/// The text of an expression as it is written.
fn text(program: &Program, expr: ExprRef) -> &str {
    let tree = program.tree(expr.file);
    &tree.source[tree.span(expr.node).range()]
}

/// A body as `name = text` and `kind {}`, in order.
fn written(program: &Program, body: &MergedBody) -> Vec<String> {
    let attributes = body.attributes.iter().map(|(file, attribute)| {
        let expr = ExprRef { file: *file, node: attribute.expr };
        format!("{} = {}", program.tree(*file).text(attribute.name), text(program, expr))
    });
    let blocks = body.blocks.iter().map(|block| {
        let tree = program.tree(block.file);
        let body = &tree.source[tree.bodies[tree.block(block.block).body.0 as usize].span.range()];
        format!("{} {{{}}}", tree.kind(block.block), body.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    attributes.chain(blocks).collect()
}

fn resource<'p>(program: &'p Program, name: &str) -> &'p Resource {
    program.module(Program::ROOT).resources.values().find(|resource| resource.name == name).unwrap()
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
