//! Values given to the root's variables: environment, files that Terraform finds by itself, arguments.

use std::path::{Path, PathBuf};

use super::directory::{Listing, OUTSIDE_HELP};
use super::load::Loader;
use super::module::{Assignment, AssignmentSource, ExprRef, Problem, Program};
use crate::source::{FileKind, ReadError, SourceFile, access};
use crate::syntax::{self, Item, Node};

/// Undeclared names of one file that are told of.
const MAX_UNDECLARED: usize = 50;

/// One `--var` or `--var-file`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// `--var name=value`
    Value {
        /// The name.
        name: String,
        /// The text behind `=`.
        value: String,
    },
    /// `--var-file path`
    File(PathBuf),
}

/// What a run gives to the variables of its roots.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// `TF_VAR_name` as name and value, sorted by name.
    pub environment: Vec<(String, String)>,
    /// `--var` and `--var-file` in the order in which they were given: later ones win.
    pub arguments: Vec<Argument>,
    /// What the paths of the arguments are relative to.
    pub working_dir: PathBuf,
    /// `--workspace`, else `TF_WORKSPACE`.
    pub workspace: Option<String>,
    /// `TF_DATA_DIR`: stands for `.terraform`; relative to the root module's directory.
    pub data_dir: Option<PathBuf>,
}

impl Inputs {
    /// The `TF_VAR_…` of this process, and these arguments.
    pub fn from_env(arguments: Vec<Argument>, working_dir: PathBuf) -> Self {
        let variable = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            let name = name.to_str()?.strip_prefix("TF_VAR_")?.to_owned();
            Some((name, value.to_string_lossy().into_owned()))
        };
        let mut environment: Vec<_> = std::env::vars_os().filter_map(variable).collect();
        environment.sort_unstable();
        let given = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        Self {
            environment,
            arguments,
            working_dir,
            workspace: given("TF_WORKSPACE").map(|name| name.to_string_lossy().into_owned()),
            data_dir: given("TF_DATA_DIR").map(PathBuf::from),
        }
    }
}

impl Loader<'_> {
    /// Takes in all values, those of the lowest precedence first.
    pub(super) fn take_inputs(&mut self, inputs: &Inputs, listing: &Listing) {
        for (name, value) in &inputs.environment {
            // Variables that no module declares may well be meant for another program.
            if self.declares(name) {
                self.take_text(name, value, AssignmentSource::Environment);
            }
        }
        for path in &listing.automatic {
            self.take_values(
                path,
                self.access.files.read_within(&self.access.read_roots, path),
                AssignmentSource::AutomaticFile,
            );
        }
        for argument in &inputs.arguments {
            match argument {
                // With several roots each takes what it declares; `Scan::refused_arguments` tells of names that none does.
                Argument::Value { name, value } if self.declares(name) => {
                    self.take_text(name, value, AssignmentSource::CommandLine);
                }
                Argument::Value { .. } => {}
                Argument::File(path) => {
                    let path = inputs.working_dir.join(path);
                    // Values that are given count whatever is judged: also where the file is not there yet.
                    let content = match self.access.files.read(&path) {
                        Err(ReadError::Missing) => access::read(&path),
                        content => content,
                    };
                    self.take_values(&path, content, AssignmentSource::VarFile);
                }
            }
        }
    }

    fn declares(&self, name: &str) -> bool {
        self.program.module(Program::ROOT).variables.contains_key(name)
    }

    /// The text of a `--var` or `TF_VAR_…`: an expression, unless the variable is a string.
    fn take_text(&mut self, name: &str, value: &str, source: AssignmentSource) {
        let (path, kind) = match source {
            AssignmentSource::Environment => (format!("TF_VAR_{name}"), FileKind::Environment),
            _ => (format!("--var {name}"), FileKind::CommandLine),
        };
        let (tree, node) = syntax::parse_expression(value);
        if !tree.errors.is_empty() && !self.takes_text(name) {
            let problem =
                Problem::new(format!("{path}: this value is not an expression, as the variable's type asks for"));
            self.program
                .errors
                .push(problem.help("write lists and objects as in a .tfvars file, in quotes of the shell"));
        }
        let file = self.program.add_file(SourceFile::new(path, value.to_owned(), kind), tree);
        self.assign(name, ExprRef { file, node }, source);
    }

    /// Whether a text for this variable counts literally: it is declared as a string, or without type.
    fn takes_text(&self, name: &str) -> bool {
        let variable = self.program.module(Program::ROOT).variables.get(name);
        variable.and_then(|variable| variable.ty).is_none_or(|ty| {
            let tree = self.program.tree(ty.file);
            matches!(tree.node(ty.node), Node::Variable(text) | Node::Str(text) if matches!(tree.text(text), "string" | "any"))
        })
    }

    fn take_values(&mut self, path: &Path, content: Result<Vec<u8>, ReadError>, source: AssignmentSource) {
        let shown = self.access.shown(path);
        let bytes = match content {
            Ok(bytes) => bytes,
            Err(error) => {
                let problem = Problem::new(format!("{shown} was not read: {error}"));
                match error {
                    ReadError::Refused => self.program.warnings.push(problem.help(OUTSIDE_HELP)),
                    _ => self.program.errors.push(problem),
                }
                return;
            }
        };
        let file = SourceFile::from_bytes(shown, bytes, FileKind::Variables);
        let json = path.extension().is_some_and(|extension| extension == "json");
        let tree = if json { syntax::json::parse_values(&file.text) } else { syntax::parse(&file.text) };
        let file = self.add_file(file, tree);
        let tree = self.program.tree(file);
        if tree.bodies.is_empty() {
            return;
        }
        let items = tree.items(tree.root()).to_vec();
        let mut undeclared = 0;
        for item in items {
            let tree = self.program.tree(file);
            match item {
                Item::Attribute(attribute) => {
                    let name = tree.text(attribute.name).to_owned();
                    if self.declares(&name) {
                        self.assign(&name, ExprRef { file, node: attribute.expr }, source);
                    } else if undeclared < MAX_UNDECLARED {
                        undeclared += 1;
                        let problem = Problem::new(format!("`{name}` is given a value, but no variable has that name"));
                        let problem = problem.at(self.program.locate(file, attribute.name_span));
                        self.program.warnings.push(self.near_variable(problem, &name));
                    }
                }
                Item::Block(block) => {
                    let header = tree.block(block).header;
                    let problem = Problem::new("a file of values holds `name = value` and no blocks");
                    self.program.errors.push(problem.at(self.program.locate(file, header)));
                }
            }
        }
        self.take_ignores(Program::ROOT, file);
    }

    fn near_variable(&self, problem: Problem, name: &str) -> Problem {
        let variables = &self.program.module(Program::ROOT).variables;
        match crate::discover::nearest_word(name, variables.keys().map(String::as_str)) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        }
    }

    fn assign(&mut self, name: &str, expr: ExprRef, source: AssignmentSource) {
        self.program.assignments.entry(name.to_owned()).or_default().push(Assignment { expr, source });
    }
}
