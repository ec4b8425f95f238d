//! One module as its files declare it, and the program of one root: all modules it calls, with their trees.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;

use crate::source::{FileId, Location, SourceFile, Sources, Span};
use crate::syntax::{Attribute, BlockId, BodyId, NodeId, Tree, TreeBuf};

/// Which module, within one [`Program`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(pub u32);

/// An expression of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExprRef {
    /// The file.
    pub file: FileId,
    /// The expression in its tree.
    pub node: NodeId,
}

/// A block of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BlockRef {
    /// The file.
    pub file: FileId,
    /// The block in its tree.
    pub block: BlockId,
}

/// The body of a block after overrides are merged in: later attributes of a name replace earlier ones, and override
/// blocks replace all blocks of their kind.
///
/// In JSON syntax there are no blocks here: a nested block is an attribute that holds an object or a list of objects.
#[derive(Clone, Debug, Default)]
pub struct MergedBody {
    /// Attributes in written order, each name once.
    pub attributes: Vec<(FileId, Attribute)>,
    /// Nested blocks in written order.
    pub blocks: Vec<BlockRef>,
    /// In JSON syntax what stands below `dynamic`: by the kind of block that it makes, an object or a list of them.
    pub dynamic: Vec<(FileId, Attribute)>,
}

/// What a configuration says must hold: a `validation`, `precondition`, `postcondition` or `assert` block.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// `condition = …`
    pub condition: ExprRef,
    /// `error_message = …`
    pub error_message: Option<ExprRef>,
}

/// `check "name" { … }`
#[derive(Clone, Debug)]
pub struct Check {
    /// Its name.
    pub name: String,
    /// The block that declares it.
    pub block: BlockRef,
    /// Its `assert` blocks.
    pub asserts: Vec<Condition>,
}

/// `import { … }`
#[derive(Clone, Copy, Debug)]
pub struct Import {
    /// The block.
    pub block: BlockRef,
    /// `to = …`, the address of a resource.
    pub to: Option<ExprRef>,
    /// `id = …`
    pub id: Option<ExprRef>,
    /// `for_each = …`
    pub for_each: Option<ExprRef>,
}

/// `variable "name" { … }`
#[derive(Clone, Debug)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// The block that declares it.
    pub block: BlockRef,
    /// `type = …`, as an expression: `list(string)`.
    pub ty: Option<ExprRef>,
    /// `default = …`
    pub default: Option<ExprRef>,
    /// `sensitive = true`
    pub sensitive: bool,
    /// `ephemeral = true`
    pub ephemeral: bool,
    /// `nullable = false` was not written.
    pub nullable: bool,
    /// `description = "…"`
    pub description: Option<ExprRef>,
    /// `validation { … }` blocks.
    pub validations: Vec<Condition>,
    /// Everything that is written in it.
    pub body: MergedBody,
}

/// A named value of a `locals` block.
#[derive(Clone, Debug)]
pub struct Local {
    /// Its name.
    pub name: String,
    /// Its value.
    pub expr: ExprRef,
    /// Where the name stands.
    pub name_span: Span,
}

/// `output "name" { … }`
#[derive(Clone, Debug)]
pub struct Output {
    /// Its name.
    pub name: String,
    /// The block that declares it.
    pub block: BlockRef,
    /// `value = …`
    pub value: Option<ExprRef>,
    /// `sensitive = true`
    pub sensitive: bool,
    /// `precondition { … }` blocks.
    pub preconditions: Vec<Condition>,
    /// Everything that is written in it.
    pub body: MergedBody,
}

/// Whether a block manages a resource or reads one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// `resource`
    Managed,
    /// `data`
    Data,
    /// `ephemeral`
    Ephemeral,
}

/// `resource "type" "name" { … }`, `data …`, `ephemeral …`
#[derive(Clone, Debug)]
pub struct Resource {
    /// Managed or data.
    pub mode: Mode,
    /// `aws_instance`
    pub type_name: String,
    /// `web`
    pub name: String,
    /// The block that declares it.
    pub block: BlockRef,
    /// `count = …`
    pub count: Option<ExprRef>,
    /// `for_each = …`
    pub for_each: Option<ExprRef>,
    /// `provider = aws.west` as written: `("aws", Some("west"))`.
    pub provider: Option<(String, Option<String>)>,
    /// `each.key` in `provider = aws.by_region[each.key]`, which OpenTofu takes.
    pub provider_key: Option<ExprRef>,
    /// Its arguments and nested blocks, without the meta-arguments `count`, `for_each`, `provider`, `depends_on` and the
    /// blocks `lifecycle`, `connection`, `provisioner`.
    pub body: MergedBody,
    /// `lifecycle { … }`
    pub lifecycle: Option<MergedBody>,
    /// `precondition { … }` blocks in it.
    pub preconditions: Vec<Condition>,
    /// `postcondition { … }` blocks in it.
    pub postconditions: Vec<Condition>,
    /// `connection { … }`
    pub connections: Vec<MergedBody>,
    /// `provisioner "type" { … }`
    pub provisioners: Vec<Provisioner>,
    /// `depends_on = […]`
    pub depends_on: Option<ExprRef>,
    /// The `check` block that it stands in: only there it can be referred to.
    pub check: Option<String>,
}

/// `provisioner "type" { … }`
#[derive(Clone, Debug)]
pub struct Provisioner {
    /// `when = destroy`
    pub at_destroy: bool,
    /// Its arguments and nested blocks, without `when` and `on_failure`; in JSON syntax one object, by type.
    pub body: MergedBody,
}

impl Resource {
    /// The resource as references name it: `aws_instance.web`, `data.aws_ami.base`.
    pub fn reference(&self) -> String {
        let Self { type_name, name, .. } = self;
        match self.mode {
            Mode::Managed => format!("{type_name}.{name}"),
            Mode::Data => format!("data.{type_name}.{name}"),
            Mode::Ephemeral => format!("ephemeral.{type_name}.{name}"),
        }
    }
}

/// Where a module call leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallTarget {
    /// A module that was found and read.
    Module(ModuleId),
    /// Not downloaded: neither local nor in `.terraform/modules/modules.json`.
    Missing,
    /// Outside of the read roots, or not readable; the text says why.
    Refused(String),
    /// `source` is not a literal, and cannot be known before modules are read.
    Dynamic,
}

/// `module "name" { … }`
#[derive(Clone, Debug)]
pub struct ModuleCall {
    /// Its name.
    pub name: String,
    /// The block that declares it.
    pub block: BlockRef,
    /// `source = …`, its text if it is a literal, or can be known before modules are read.
    pub source: Option<String>,
    /// Where `source` stands.
    pub source_expr: Option<ExprRef>,
    /// `version = …`, its text if it is a literal.
    pub version: Option<String>,
    /// Which version `terraform init` downloaded, if it noted one.
    pub downloaded: Option<String>,
    /// `count = …`
    pub count: Option<ExprRef>,
    /// `for_each = …`
    pub for_each: Option<ExprRef>,
    /// `providers = { aws.a = aws.b }` as written: child name and alias, parent name and alias.
    pub providers: Vec<ProviderPass>,
    /// `lifecycle { … }`, which OpenTofu takes here.
    pub lifecycle: Option<MergedBody>,
    /// `depends_on = […]`
    pub depends_on: Option<ExprRef>,
    /// Its inputs, without the meta-arguments.
    pub inputs: Vec<(FileId, Attribute)>,
    /// Many inputs by name, once one is asked for.
    pub(super) by_name: OnceLock<HashMap<String, ExprRef>>,
    /// Where it leads.
    pub target: CallTarget,
}

/// Inputs are compared one by one up to this number.
const FEW_INPUTS: usize = 16;

impl ModuleCall {
    /// The input of that name.
    pub fn input(&self, program: &Program, name: &str) -> Option<ExprRef> {
        let all = || {
            let named = |(file, input): &(FileId, Attribute)| {
                (program.tree(*file).text(input.name), ExprRef { file: *file, node: input.expr })
            };
            self.inputs.iter().map(named)
        };
        if self.inputs.len() <= FEW_INPUTS {
            return all().find(|(known, _)| *known == name).map(|(_, expr)| expr);
        }
        // Of two with one name, which is an error, the first one.
        let by_name = || all().rev().map(|(name, expr)| (name.to_owned(), expr)).collect();
        self.by_name.get_or_init(by_name).get(name).copied()
    }
}

/// One entry of `providers` in a module call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderPass {
    /// The name in the called module: `aws`, and its alias.
    pub child: (String, Option<String>),
    /// The name in the calling module, and its alias.
    pub parent: (String, Option<String>),
    /// `each.key` in `aws.by_region[each.key]`, which OpenTofu takes.
    pub parent_key: Option<ExprRef>,
}

/// `provider "name" { … }`
#[derive(Clone, Debug)]
pub struct ProviderConfig {
    /// `aws`
    pub name: String,
    /// `alias = "west"`
    pub alias: Option<String>,
    /// The block that declares it.
    pub block: BlockRef,
    /// `for_each = …`, which OpenTofu takes here.
    pub for_each: Option<ExprRef>,
    /// Its arguments, without `alias`, `version` and `for_each`.
    pub body: MergedBody,
}

/// An entry of `required_providers`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequiredProvider {
    /// The local name: `aws`.
    pub name: String,
    /// `hashicorp/aws`
    pub source: Option<String>,
    /// `~> 5.0`
    pub version: Option<String>,
}

/// All `terraform` blocks of a module, merged.
#[derive(Clone, Debug, Default)]
pub struct TerraformSettings {
    /// The first `terraform` block.
    pub block: Option<BlockRef>,
    /// `required_version`
    pub required_version: Option<String>,
    /// `required_providers`
    pub required_providers: Vec<RequiredProvider>,
    /// `backend "type" { … }`
    pub backend: Option<(String, BlockRef)>,
    /// `cloud { … }`
    pub cloud: Option<BlockRef>,
}

/// A comment that silences settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// Ids as written: onus's own or a peer's; `*` for all.
    pub rules: Vec<String>,
    /// The file.
    pub file: FileId,
    /// The comment.
    pub comment: Span,
    /// What it covers, in the same file: an attribute, a block, the whole file.
    pub covers: Span,
    /// The module call that it stands on, if so: everything inside is covered, for that call.
    pub module_call: Option<String>,
    /// `until=2027-01-31`
    pub until: Option<String>,
    /// What follows `--` (or the peer's `:`).
    pub reason: Option<String>,
    /// Whether it is a peer's comment (`checkov:skip`, `trivy:ignore`, `tfsec:ignore`).
    pub foreign: bool,
}

/// Something that was seen and is worth saying, as an error or as a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A sentence: what is the case.
    pub message: String,
    /// Where, if anywhere.
    pub location: Option<Location>,
    /// What to write at the mark. May be empty.
    pub label: String,
    /// The way out, where one is known.
    pub help: Option<String>,
}

impl Problem {
    /// A sentence without a place.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), location: None, label: String::new(), help: None }
    }

    /// The same, with the place it speaks of.
    #[must_use]
    pub fn at(self, location: Location) -> Self {
        Self { location: Some(location), ..self }
    }

    /// The same, with words for the mark.
    #[must_use]
    pub fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// The same, with the way out.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// The files of one directory, as a module.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// The directory, relative to the working directory where possible, with `/`; `.` for the working directory.
    pub directory: Arc<str>,
    /// Its configuration files, in the order in which Terraform merges them.
    pub files: Vec<FileId>,
    /// Variables by name.
    pub variables: IndexMap<String, Variable>,
    /// Locals by name.
    pub locals: IndexMap<String, Local>,
    /// Outputs by name.
    pub outputs: IndexMap<String, Output>,
    /// Resources and data sources in written order; mode, type and name are unique.
    pub resources: IndexMap<(Mode, String, String), Resource>,
    /// Module calls by name.
    pub calls: IndexMap<String, ModuleCall>,
    /// Provider configurations in written order.
    pub providers: Vec<ProviderConfig>,
    /// Checks by name; what they read is among the resources.
    pub checks: IndexMap<String, Check>,
    /// `import` blocks.
    pub imports: Vec<Import>,
    /// `moved` blocks: from where to where, each as the parts of an address, such as `module`, `site["eu"]`, `aws_vpc`, `main`.
    pub moved: Vec<(Vec<String>, Vec<String>)>,
    /// `terraform { … }`
    pub terraform: TerraformSettings,
    /// Comments that silence settings.
    pub ignores: Vec<Ignore>,
    /// Whether a file of the module could not be read in full: names that are missing may then exist.
    pub incomplete: bool,
}

/// Where the value of a root variable was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssignmentSource {
    /// `TF_VAR_name`
    Environment,
    /// `terraform.tfvars`, `*.auto.tfvars`: found by itself.
    AutomaticFile,
    /// `--var-file`
    VarFile,
    /// `--var`
    CommandLine,
}

/// A value given to a variable of the root module.
#[derive(Clone, Copy, Debug)]
pub struct Assignment {
    /// The expression. For `--var` and `TF_VAR_…` it is the text parsed as an expression; if the variable is a string or
    /// has no type, the whole text of the file counts literally instead (and the expression may be invalid).
    pub expr: ExprRef,
    /// Where it was given.
    pub source: AssignmentSource,
}

/// Everything that belongs to one root module: its files, trees, modules and given values. Immutable once loaded.
#[derive(Debug, Default)]
pub struct Program {
    /// The files.
    pub sources: Sources,
    /// The tree of each file, by file id.
    pub trees: Vec<TreeBuf>,
    /// The number of the first node of each file among all nodes of the program, by file id; starts at 1.
    pub node_bases: Vec<u32>,
    /// The modules; the first is the root module.
    pub modules: Vec<Module>,
    /// Values given to the root's variables; the last one of a name counts.
    pub assignments: IndexMap<String, Vec<Assignment>>,
    /// Versions of `.terraform.lock.hcl`, by provider source address.
    pub locked: IndexMap<String, String>,
    /// The selected workspace; `None` if nothing names one: it is `default` then.
    pub workspace: Option<String>,
    /// The root module's directory relative to the read root, with `/`; part of the key of findings.
    pub root_key: Arc<str>,
    /// What makes the input unreadable or is refused by Terraform.
    pub errors: Vec<Problem>,
    /// What changes no exit code: missing modules, refused reads.
    pub warnings: Vec<Problem>,
    /// Directories within which files may be read by functions (`file`, `templatefile`), absolute and canonical.
    pub read_roots: Vec<std::path::PathBuf>,
    /// Where files are read from.
    pub files: crate::source::Files,
    /// Absolute directory of each module, by module id.
    pub module_dirs: Vec<std::path::PathBuf>,
    /// The working directory that paths are shown relative to, absolute and canonical.
    pub working_dir: std::path::PathBuf,
}

/// Finds a resource without making a key of owned text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ResourceRef<'n>(pub Mode, pub &'n str, pub &'n str);

impl indexmap::Equivalent<(Mode, String, String)> for ResourceRef<'_> {
    fn equivalent(&self, key: &(Mode, String, String)) -> bool {
        self.0 == key.0 && self.1 == key.1 && self.2 == key.2
    }
}

impl Program {
    /// The id of the root module.
    pub const ROOT: ModuleId = ModuleId(0);

    /// Takes in a file with its tree.
    pub fn add_file(&mut self, file: SourceFile, tree: TreeBuf) -> FileId {
        let base = match (self.node_bases.last(), self.trees.last()) {
            (Some(base), Some(last)) => base + last.nodes.len() as u32,
            _ => 1,
        };
        self.node_bases.push(base);
        self.trees.push(tree);
        self.sources.add(file)
    }

    /// The module of that id.
    pub fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id.0 as usize]
    }

    /// The tree of a file.
    pub fn tree(&self, file: FileId) -> Tree<'_> {
        self.trees[file.0 as usize].view(&self.sources.get(file).text)
    }

    /// The number of a node among all nodes of the program; never 0.
    pub fn number(&self, file: FileId, node: NodeId) -> u32 {
        self.node_bases[file.0 as usize] + node.0
    }

    /// The file and node behind such a number.
    pub fn node(&self, number: u32) -> Option<(FileId, NodeId)> {
        let file = self.node_bases.partition_point(|base| *base <= number).checked_sub(1)?;
        let node = number - self.node_bases[file];
        (number != 0 && (node as usize) < self.trees[file].nodes.len()).then_some((FileId(file as u32), NodeId(node)))
    }

    /// The place behind such a number.
    pub fn place(&self, number: u32) -> Option<(FileId, Span)> {
        let (file, node) = self.node(number)?;
        Some((file, self.trees[file.0 as usize].spans[node.0 as usize]))
    }

    /// The place of a span of a file, as it is shown.
    pub fn locate(&self, file: FileId, span: Span) -> Location {
        self.sources.get(file).locate(span)
    }

    /// The place of an expression, as it is shown.
    pub fn locate_expr(&self, expr: ExprRef) -> Location {
        self.locate(expr.file, self.tree(expr.file).span(expr.node))
    }

    /// The place of a block's header, as it is shown.
    pub fn locate_block(&self, block: BlockRef) -> Location {
        self.locate(block.file, self.tree(block.file).block(block.block).header)
    }

    /// The body of a block.
    pub fn body(&self, block: BlockRef) -> BodyId {
        self.tree(block.file).block(block.block).body
    }
}
