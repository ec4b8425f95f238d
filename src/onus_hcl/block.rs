//! The words of one block: unknown ones are errors that name the nearest, values are literals of the kind that is needed.

use jiff::civil::Date;

use crate::config::Problem;
use crate::discover::nearest_word;
use crate::responsibility::{LayerId, ModelId, Overrides, Owner, layers, models};
use crate::source::{SourceFile, Span};
use crate::syntax::{Attribute, Block, BlockId, Node, NodeId, Tree};

/// Beyond so many errors a file is not looked at further.
const MAX_PROBLEMS: usize = 20;

/// The longest text, in bytes: an error of a file is not shown whole when it is longer.
const MAX_TEXT: usize = 1_000;

/// The longest list.
const MAX_LIST: usize = 200;

const OWNERS: [(&str, Owner); 3] =
    [("customer", Owner::Customer), ("shared", Owner::Shared), ("provider", Owner::Provider)];

/// A file that is being read, and what is wrong with it.
pub(super) struct Reader<'f> {
    pub(super) file: &'f SourceFile,
    pub(super) tree: Tree<'f>,
    pub(super) problems: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
    /// The settings of the run that a name means.
    pub(super) settings: &'f dyn super::Settings,
}

/// Arguments and blocks of a block.
pub(super) struct Args<'f> {
    pub(super) block: &'f Block,
    id: BlockId,
    what: &'static str,
    attributes: Vec<(&'f str, &'f Attribute)>,
    pub(super) blocks: Vec<BlockId>,
}

/// What a kind of block consists of.
pub(super) struct Form {
    /// Its name: `attest`.
    pub(super) name: &'static str,
    /// What its labels are, in order: `duty`.
    pub(super) labels: &'static [&'static str],
    /// Arguments that it may have.
    pub(super) arguments: &'static [&'static str],
    /// Those of them that it must have.
    pub(super) needed: &'static [&'static str],
    /// Blocks that may stand in it.
    pub(super) blocks: &'static [&'static str],
}

/// Text with its place.
pub(super) struct Said<'f> {
    pub(super) text: &'f str,
    pub(super) span: Span,
}

impl<'f> Args<'f> {
    fn get(&self, name: &str) -> Option<&'f Attribute> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, attribute)| *attribute)
    }

    /// Whether an argument is written.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

impl<'f> Reader<'f> {
    /// Adds an error.
    pub(super) fn error(&mut self, span: Span, message: impl Into<String>, help: Option<String>) {
        let at = self.file.locate(span);
        self.problems.push(Problem { help, ..Problem::new(message).at(at) });
    }

    /// Adds a warning.
    pub(super) fn warn(&mut self, span: Span, message: impl Into<String>, help: Option<String>) {
        let at = self.file.locate(span);
        self.warnings.push(Problem { help, ..Problem::new(message).at(at) });
    }

    /// Whether there are so many errors that the rest is not worth reading.
    pub(super) fn is_hopeless(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// Adds an error of a word that is not among the known ones, with the nearest.
    pub(super) fn unknown<'w>(
        &mut self,
        span: Span,
        what: &str,
        word: &str,
        known: impl Iterator<Item = &'w str> + Clone,
    ) {
        self.error(span, format!("unknown {what} `{}`", short(word)), Some(nearest(word, known)));
    }

    /// Reads a block of that form.
    pub(super) fn block(&mut self, id: BlockId, form: &Form) -> Args<'f> {
        let tree = self.tree;
        let block = tree.block(id);
        let mut args = Args { block, id, what: form.name, attributes: Vec::new(), blocks: Vec::new() };
        let labels = tree.labels(id);
        if labels.len() != form.labels.len() {
            let wanted: String = form.labels.iter().map(|label| format!(" \"{label}\"")).collect();
            let help = Some(format!("write  {}{wanted} {{ … }}", form.name));
            self.error(block.header, format!("`{}` has {}", form.name, count_of(form.labels)), help);
        }
        let known = || form.arguments.iter().chain(form.blocks).copied();
        for attribute in tree.attributes(block.body) {
            let name = tree.text(attribute.name);
            if !form.arguments.contains(&name) {
                let message = format!("unknown argument `{}` in `{}`", short(name), form.name);
                self.error(attribute.name_span, message, Some(nearest(name, known())));
            } else {
                args.attributes.push((name, attribute));
            }
        }
        for nested in tree.blocks_in(block.body) {
            let name = tree.kind(nested);
            if form.blocks.contains(&name) {
                args.blocks.push(nested);
            } else {
                let message = format!("unknown block `{}` in `{}`", short(name), form.name);
                self.error(tree.block(nested).kind_span, message, Some(nearest(name, known())));
            }
        }
        for needed in form.needed {
            if !args.has(needed) {
                self.error(block.header, format!("`{}` needs `{needed}`", form.name), None);
            }
        }
        args
    }

    /// A label of a block, counted from 0.
    pub(super) fn label(&mut self, args: &Args<'f>, index: usize) -> Option<Said<'f>> {
        let label = self.tree.labels(args.id).get(index)?;
        self.checked(self.tree.text(label.text), label.span)
    }

    fn checked(&mut self, text: &'f str, span: Span) -> Option<Said<'f>> {
        if text.trim().is_empty() {
            self.error(span, "this text is empty", None);
            return None;
        }
        if text.len() > MAX_TEXT {
            self.error(span, format!("this text has more than {MAX_TEXT} bytes"), None);
            return None;
        }
        Some(Said { text, span })
    }

    /// The text of an argument.
    pub(super) fn text(&mut self, args: &Args<'f>, name: &str) -> Option<Said<'f>> {
        let attribute = args.get(name)?;
        self.text_of(attribute.expr, name)
    }

    fn text_of(&mut self, expr: NodeId, name: &str) -> Option<Said<'f>> {
        let (node, span) = self.written(expr);
        match node {
            Node::Str(text) => self.checked(self.tree.text(text), span),
            _ => {
                self.error(span, format!("`{name}` needs text in quotes"), literals_only(node));
                None
            }
        }
    }

    /// An expression without parentheses.
    fn written(&self, mut expr: NodeId) -> (Node, Span) {
        while let Node::Paren(inner) = self.tree.node(expr) {
            expr = inner;
        }
        (self.tree.node(expr), self.tree.span(expr))
    }

    /// The texts of a list; one text stands for a list of it.
    pub(super) fn texts(&mut self, args: &Args<'f>, name: &str) -> Vec<Said<'f>> {
        let Some(attribute) = args.get(name) else { return Vec::new() };
        let (node, span) = self.written(attribute.expr);
        let Node::Tuple(items) = node else {
            return self.text_of(attribute.expr, name).into_iter().collect();
        };
        let items = self.tree.list(items);
        if items.is_empty() || items.len() > MAX_LIST {
            self.error(span, format!("`{name}` holds one entry or more, up to {MAX_LIST}"), None);
            return Vec::new();
        }
        items.iter().filter_map(|item| self.text_of(*item, name)).collect()
    }

    /// A day.
    pub(super) fn date(&mut self, args: &Args<'f>, name: &str) -> Option<Date> {
        let said = self.text(args, name)?;
        let date = said.text.parse().ok();
        if date.is_none() {
            self.error(said.span, format!("`{name}` needs a date such as 2027-01-31"), None);
        }
        date
    }

    /// An owner of a layer.
    pub(super) fn owner(&mut self, args: &Args<'f>, name: &str) -> Option<Owner> {
        let said = self.text(args, name)?;
        self.owner_of(&said)
    }

    fn owner_of(&mut self, said: &Said<'f>) -> Option<Owner> {
        let known = OWNERS.iter().find(|(word, _)| *word == said.text);
        if known.is_none() {
            self.unknown(said.span, "owner", said.text, OWNERS.iter().map(|(word, _)| *word));
        }
        known.map(|(_, owner)| *owner)
    }

    /// A layer.
    pub(super) fn layer(&mut self, said: &Said<'f>) -> Option<LayerId> {
        let layer = LayerId::find(said.text);
        if layer.is_none() {
            self.unknown(said.span, "layer", said.text, layers().iter().map(|layer| layer.id));
        }
        layer
    }

    /// A service model with a column.
    pub(super) fn model(&mut self, said: &Said<'f>) -> Option<ModelId> {
        let model = ModelId::find(said.text).filter(|model| model.has_column());
        if model.is_none() {
            let known = models().iter().map(|model| model.id).filter(|id| *id != ModelId::NONE.id());
            self.unknown(said.span, "service model", said.text, known);
        }
        model
    }

    /// Owners of layers: `{ os = "provider" }`.
    pub(super) fn owners(&mut self, args: &Args<'f>, name: &str) -> Overrides {
        let mut owners = Overrides::NONE;
        let Some(attribute) = args.get(name) else { return owners };
        let (node, span) = self.written(attribute.expr);
        let Node::Object(entries) = node else {
            let help = Some(format!("write  {name} = {{ os = \"provider\" }}"));
            self.error(span, format!("`{name}` needs layers with their owners"), help);
            return owners;
        };
        for entry in self.tree.list(entries).chunks_exact(2) {
            let Some(key) = self.text_of(entry[0], name) else { continue };
            let Some(value) = self.text_of(entry[1], name) else { continue };
            let (layer, owner) = (self.layer(&key), self.owner_of(&value));
            let (Some(layer), Some(owner)) = (layer, owner) else { continue };
            if owners.get(layer).is_some() {
                self.error(key.span, format!("`{layer}` is written twice"), None);
            }
            owners = owners.with(layer, owner);
        }
        if owners.is_empty() && !self.is_hopeless() && self.tree.list(entries).is_empty() {
            self.error(span, format!("`{name}` names no layer"), None);
        }
        owners
    }

    /// Adds an error about two arguments that both are missing.
    pub(super) fn needs_one(&mut self, args: &Args<'f>, names: [&str; 2]) {
        if !names.iter().any(|name| args.has(name)) {
            let message = format!("`{}` needs `{}` or `{}`", args.what, names[0], names[1]);
            self.error(args.block.header, message, None);
        }
    }
}

/// The known word nearest to another, or all of them.
fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str> + Clone) -> String {
    match nearest_word(word, known.clone()) {
        Some(near) => format!("nearest: {near}"),
        None => format!("known: {}", known.collect::<Vec<_>>().join(", ")),
    }
}

/// Why something that could be computed is not.
fn literals_only(node: Node) -> Option<String> {
    let is_computed = !matches!(node, Node::Null | Node::Bool(_) | Node::Number(_) | Node::Tuple(_) | Node::Object(_));
    is_computed.then(|| "nothing is computed here: neither references nor functions nor ${ }".to_owned())
}

fn count_of(labels: &[&str]) -> String {
    match labels {
        [] => "no label".to_owned(),
        [one] => format!("one label: its {one}"),
        many => format!("{} labels: {}", many.len(), many.join(", ")),
    }
}

/// A word as it is quoted in an error: its beginning, if it is long.
pub fn short(word: &str) -> String {
    const SHOWN: usize = 60;
    if word.chars().count() <= SHOWN { word.to_owned() } else { word.chars().take(SHOWN).chain(['…']).collect() }
}
