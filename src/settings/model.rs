//! The compiled form of settings: flat tables that refer to each other by index, like the trees they come from.
//!
//! The built-in settings are `static` tables written by build.rs; `--rules DIR` fills a [`RuleSetBuf`] at run time. Both
//! are read through a [`RuleSet`]. Expressions stay expressions of the rule file's tree; a path is the expression that
//! gives its text. Only `std`, `syntax` and each other are used here, for build.rs compiles this file too.

use super::syntax::{NodeId, Seq, Tree, TreeBuf};

/// A piece of [`RuleSet::strings`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Str {
    /// Offset of the first byte.
    pub start: u32,
    /// Length in bytes; a `Str` of length 0 is "not given" where that can be.
    pub len: u32,
}

/// An expression in a rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RuleExpr {
    /// Index in [`RuleSet::files`].
    pub file: u16,
    /// The expression in that file's tree.
    pub node: NodeId,
}

/// `family.key`, `title = …` of a `locals` or `fields`: a name and its expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// The name.
    pub name: Str,
    /// The expression.
    pub expr: RuleExpr,
}

/// One rule file.
#[derive(Clone, Copy, Debug)]
pub struct RuleFile<'r> {
    /// `rules/aws/rds.hcl`, as shown.
    pub path: &'r str,
    /// `aws`, `common`: the directory under `rules/`, whose files share kinds, locals and inputs.
    pub folder: &'r str,
    /// Its tree.
    pub tree: Tree<'r>,
}

/// What kind of block a type of an anchor or companion names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypeKind {
    /// `aws_db_instance`
    Managed,
    /// `data.http`
    Data,
    /// `provider.aws`
    Provider,
    /// `module`, `variable`, `output`, `terraform`
    Special,
}

/// A type as a rule names it; `name` has no prefix, and may be `*` or end in `*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeRef {
    /// The kind of block.
    pub kind: TypeKind,
    /// `aws_db_instance`, `http`, `aws`, `module`, `*`.
    pub name: Str,
}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.len).cmp(&(other.start, other.len))
    }
}

/// How several written carriers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carriers {
    /// One secure carrier is enough.
    Any,
    /// All must be secure.
    All,
    /// The first written one decides.
    First,
}

/// The verdict when `for_each`, `[*]` or `kind` yields no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Empty {
    /// The setting does not apply.
    NotApplicable,
    /// Nothing there is nothing wrong.
    Secure,
    /// Something should be there.
    Unset,
}

/// How a companion is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// `via`: attributes of the companion that point at the anchor.
    Via,
    /// `from`: attributes of what is judged that point at the companion.
    From,
    /// `scope = "provider"`
    Provider,
    /// `scope = "account"`
    Account,
    /// `scope = "estate"`
    Estate,
}

/// One setting as written: what its family elements and shapes share.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// `aws-rds-storage-encrypted`
    pub label: Str,
    /// Index in [`RuleSet::files`].
    pub file: u16,
    /// Where the label stands in that file.
    pub at: u32,
    /// The duty: true when secure.
    pub title: RuleExpr,
    /// The headline of a finding.
    pub problem: Option<RuleExpr>,
    /// `encryption`
    pub layer: Str,
    /// What can happen.
    pub why: Str,
    /// What to do, in words, where no `fix` suits everyone. Empty: nothing is said.
    pub remedy: Str,
    /// Elements of its family, in [`RuleSet::elements`]; exactly one with an empty key where there is no family.
    pub elements: Seq,
    /// Its shapes, in [`RuleSet::shapes`]: one for each `on` block, or the only one.
    pub shapes: Seq,
    /// The kind that is its anchor, as index in [`RuleSet::kinds`].
    pub kind: Option<u16>,
    /// `locals { }`, in [`RuleSet::named`].
    pub locals: Seq,
    /// `input "NAME" { }`, in [`RuleSet::inputs`].
    pub inputs: Seq,
    /// `default_note`
    pub default_note: Str,
    /// `references`, in [`RuleSet::lists`].
    pub references: Seq,
    /// `frameworks = { NAME = [controls] }`: names and expressions, in [`RuleSet::named`].
    pub frameworks: Seq,
    /// `since`
    pub since: Str,
    /// `enabled`
    pub enabled: bool,
}

/// One element of a family, or the setting itself where there is none: what has an id of its own.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// Index in [`RuleSet::settings`].
    pub setting: u32,
    /// The key; empty without a family.
    pub key: Str,
    /// `aws-s3-public-access-block-public-acls`
    pub id: Str,
    /// The expression of `family.value`.
    pub value: Option<RuleExpr>,
    /// Peers' ids, in [`RuleSet::lists`].
    pub aliases: Seq,
}

/// One shape of a setting: its own arguments with those of an `on` block laid over them.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Index in [`RuleSet::settings`].
    pub setting: u32,
    /// The types, in [`RuleSet::types`]; empty when the anchor is a kind.
    pub types: Seq,
    /// `versions = "< 5.0"`
    pub versions: Str,
    /// Judge item by item.
    pub for_each: Option<RuleExpr>,
    /// Gives the keys of the family that matter to a member of the kind.
    pub concerns: Option<RuleExpr>,
    /// The setting's `filter`, and the `on` block's: both must hold.
    pub filters: [Option<RuleExpr>; 2],
    /// Gives the path, or a list of paths.
    pub attribute: Option<RuleExpr>,
    /// Gives the value.
    pub subject: Option<RuleExpr>,
    /// What holds when nothing is written.
    pub default: Option<RuleExpr>,
    /// The same by provider version: an object of constraints.
    pub defaults: Option<RuleExpr>,
    /// True is secure; `None`: `value != null`.
    pub condition: Option<RuleExpr>,
    /// How several carriers count; `None`: not written, see rule-language 3.1.
    pub carriers: Option<Carriers>,
    /// What no item means.
    pub empty: Empty,
    /// `inherited`
    pub inherited: Option<RuleExpr>,
    /// Gives one of the five words.
    pub severity: RuleExpr,
    /// An object from paths to values.
    pub fix: Option<RuleExpr>,
    /// What the fix costs.
    pub careful: Option<RuleExpr>,
    /// `locals { }` of the `on` block, in [`RuleSet::named`].
    pub locals: Seq,
    /// Companions, in [`RuleSet::companions`].
    pub companions: Seq,
}

/// A carrier outside of the anchor.
#[derive(Clone, Copy, Debug)]
pub struct Companion {
    /// The types, in [`RuleSet::types`].
    pub types: Seq,
    /// How it is found.
    pub link: LinkKind,
    /// The argument of `via` or `from`: a path or a list of paths.
    pub link_paths: Option<RuleExpr>,
    /// `to`
    pub to: Option<RuleExpr>,
    /// `except`, in [`RuleSet::types`].
    pub except: Seq,
    /// Companions for which this is false do not count.
    pub filter: Option<RuleExpr>,
    /// Gives the path, or a list of paths.
    pub attribute: Option<RuleExpr>,
    /// Gives the value.
    pub subject: Option<RuleExpr>,
    /// What holds when the companion leaves the attribute out.
    pub default: Option<RuleExpr>,
    /// The same by provider version.
    pub defaults: Option<RuleExpr>,
    /// `None`: the shape's own.
    pub condition: Option<RuleExpr>,
    /// What to write.
    pub fix: Option<RuleExpr>,
    /// What the fix costs.
    pub careful: Option<RuleExpr>,
    /// Companions of this companion, in [`RuleSet::companions`].
    pub companions: Seq,
}

/// A shape that several types have.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// `pod`
    pub name: Str,
    /// Index in [`RuleSet::files`].
    pub file: u16,
    /// `within`: the kind whose members hold the items, as index in [`RuleSet::kinds`].
    pub within: Option<u16>,
    /// `for_each` beside `within`.
    pub for_each: Option<RuleExpr>,
    /// Its `on` blocks, in [`RuleSet::kind_shapes`].
    pub shapes: Seq,
    /// What is made of the fields that the `on` blocks give, in [`RuleSet::named`].
    pub fields: Seq,
}

/// How some types have the shape of a kind.
#[derive(Clone, Copy, Debug)]
pub struct KindShape {
    /// The types, in [`RuleSet::types`].
    pub types: Seq,
    /// The path of the member.
    pub at: Option<RuleExpr>,
    /// One member an item.
    pub for_each: Option<RuleExpr>,
    /// Members only where true.
    pub filter: Option<RuleExpr>,
    /// What a member looks like, in [`RuleSet::named`].
    pub fields: Seq,
    /// Whether members exist only if no resource takes their value.
    pub orphan: bool,
}

/// A value that users may set.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// Its name.
    pub name: Str,
    /// Index of the file whose folder sees it.
    pub file: u16,
    /// Its type.
    pub ty: RuleExpr,
    /// Its default.
    pub default: RuleExpr,
    /// What it is for.
    pub description: Str,
}

/// The settings and kinds that speak of a type.
#[derive(Clone, Copy, Debug)]
pub struct TypeEntry {
    /// The type.
    pub ty: TypeRef,
    /// Indices in [`RuleSet::shapes`], in [`RuleSet::numbers`]; shapes whose anchor is a kind are listed under each
    /// type of the kind.
    pub shapes: Seq,
}

/// A compiled set of settings.
#[derive(Clone, Copy, Debug)]
pub struct RuleSet<'r> {
    /// All strings, run together.
    pub strings: &'r str,
    /// Rule files.
    pub files: &'r [RuleFile<'r>],
    /// Settings, sorted by label.
    pub settings: &'r [Setting],
    /// Family elements, by setting.
    pub elements: &'r [Element],
    /// Shapes, by setting.
    pub shapes: &'r [Shape],
    /// Companions.
    pub companions: &'r [Companion],
    /// Kinds.
    pub kinds: &'r [Kind],
    /// Shapes of kinds.
    pub kind_shapes: &'r [KindShape],
    /// Types named by shapes, companions and kinds.
    pub types: &'r [TypeRef],
    /// Names with expressions.
    pub named: &'r [Named],
    /// Top-level `locals`, with the file whose folder sees them.
    pub locals: &'r [(u16, Named)],
    /// Inputs; those of settings and, at [`RuleSet::shared_inputs`], those of folders.
    pub inputs: &'r [Input],
    /// Inputs at top level, in `inputs`.
    pub shared_inputs: Seq,
    /// Strings of lists.
    pub lists: &'r [Str],
    /// Indices.
    pub numbers: &'r [u32],
    /// What speaks of which type, sorted by kind and name; entries for `*` and `x_*` come too.
    pub by_type: &'r [TypeEntry],
    /// Ids and aliases to elements, sorted by text: `(text, index in elements)`; a label of a family, or an alias of
    /// several, has several entries.
    pub by_id: &'r [(Str, u32)],
}

/// The owned form of a [`RuleSet`].
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the tables are documented at `RuleSet`")]
pub struct RuleSetBuf {
    pub strings: String,
    /// Path, folder, text and tree of each file.
    pub files: Vec<(String, String, String, TreeBuf)>,
    pub settings: Vec<Setting>,
    pub elements: Vec<Element>,
    pub shapes: Vec<Shape>,
    pub companions: Vec<Companion>,
    pub kinds: Vec<Kind>,
    pub kind_shapes: Vec<KindShape>,
    pub types: Vec<TypeRef>,
    pub named: Vec<Named>,
    pub locals: Vec<(u16, Named)>,
    pub inputs: Vec<Input>,
    pub shared_inputs: Seq,
    pub lists: Vec<Str>,
    pub numbers: Vec<u32>,
    pub by_type: Vec<TypeEntry>,
    pub by_id: Vec<(Str, u32)>,
}

impl RuleSetBuf {
    /// The files as a [`RuleSet`] wants them.
    pub fn file_views(&self) -> Vec<RuleFile<'_>> {
        self.files.iter().map(|(path, folder, text, tree)| RuleFile { path, folder, tree: tree.view(text) }).collect()
    }

    /// A view of this set.
    pub fn view<'r>(&'r self, files: &'r [RuleFile<'r>]) -> RuleSet<'r> {
        RuleSet {
            strings: &self.strings,
            files,
            settings: &self.settings,
            elements: &self.elements,
            shapes: &self.shapes,
            companions: &self.companions,
            kinds: &self.kinds,
            kind_shapes: &self.kind_shapes,
            types: &self.types,
            named: &self.named,
            locals: &self.locals,
            inputs: &self.inputs,
            shared_inputs: self.shared_inputs,
            lists: &self.lists,
            numbers: &self.numbers,
            by_type: &self.by_type,
            by_id: &self.by_id,
        }
    }
}

impl<'r> RuleSet<'r> {
    /// The characters of a string.
    pub fn str(&self, text: Str) -> &'r str {
        &self.strings[text.start as usize..(text.start + text.len) as usize]
    }

    /// The tree an expression stands in.
    pub fn tree(&self, expr: RuleExpr) -> Tree<'r> {
        self.files[expr.file as usize].tree
    }

    /// The setting an element belongs to.
    pub fn setting_of(&self, element: u32) -> &'r Setting {
        &self.settings[self.elements[element as usize].setting as usize]
    }

    /// The elements that an id names: an element's own id, a family's label, or a peer's id.
    pub fn find(&self, id: &str) -> impl Iterator<Item = u32> + use<'r> {
        let set = *self;
        let start = set.by_id.partition_point(|(text, _)| set.str(*text) < id);
        let end = start + set.by_id[start..].partition_point(|(text, _)| set.str(*text) <= id);
        set.by_id[start..end].iter().map(|(_, element)| *element)
    }
}
