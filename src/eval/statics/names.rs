//! Which names mean something where they stand.

use super::View;
use super::references::{Key, Reference, Step};
use crate::config::{Mode, ModuleCall, Resource, ResourceRef};
use crate::discover::nearest_word;
use crate::eval::evaluator::Evaluator;
use crate::value::Origin;

/// What a block may do with itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Refer to itself.
    Allowed,
    /// Not refer to itself.
    Refused,
    /// Not refer to itself, which counts if it has an instance.
    PerInstance,
    /// Not refer to all of itself, which counts if it has two instances: each waits for the other.
    PerTwo,
}

/// Where a reference stands: what has a meaning there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// Whether names are held against what is declared at all.
    pub(super) named: bool,
    /// Whether no more is asked of a reference than that its name is declared.
    pub(super) only_names: bool,
    /// `each` means something.
    pub(super) each: bool,
    /// `count` means something.
    pub(super) count: bool,
    /// What `self` is.
    pub(super) this: Option<&'a Resource>,
    /// What the block may do with itself.
    pub(super) itself: Use,
    /// The check that it stands in.
    pub(super) check: Option<&'a str>,
    /// Only whole objects are meant: `depends_on`.
    pub(super) whole: bool,
    /// In a provisioner that runs when the resource goes away.
    pub(super) at_destroy: bool,
}

impl<'a> Place<'a> {
    /// Where nothing repeats and nothing is `self`.
    pub(super) const PLAIN: Self = Self {
        named: true,
        only_names: false,
        each: false,
        count: false,
        this: None,
        itself: Use::Allowed,
        check: None,
        whole: false,
        at_destroy: false,
    };

    /// Where evaluation tells of names, if it gets there.
    pub(super) const UNNAMED: Self = Self { named: false, ..Self::PLAIN };

    /// In the body of a resource.
    pub(super) fn of_body(resource: &'a Resource) -> Self {
        Self {
            each: resource.for_each.is_some(),
            count: resource.count.is_some(),
            itself: if repeats(resource) { Use::PerInstance } else { Use::Refused },
            check: resource.check.as_deref(),
            ..Self::PLAIN
        }
    }

    /// In the inputs of a module call. Without instances Terraform does not ask which repetition it is.
    pub(super) fn of_inputs(call: &ModuleCall) -> Self {
        let repeats = call.count.is_some() || call.for_each.is_some();
        Self { each: repeats, count: repeats, ..Self::PLAIN }
    }
}

/// Whether a block can have any number of instances.
pub(super) fn repeats(resource: &Resource) -> bool {
    resource.count.is_some() || resource.for_each.is_some()
}

/// The literal key of a reference to an instance of a resource, with quotes if it is text.
pub(super) fn key_after(reference: &Reference<'_, '_>, resource: &Resource) -> Option<String> {
    match reference.steps.get(steps_to_name(reference, resource))? {
        Step::Key(Key::Number(text)) => Some((*text).to_owned()),
        Step::Key(Key::Text(text)) => Some(format!("{text:?}")),
        _ => None,
    }
}

/// How many steps lead to the name of a resource: `data.type.name`, `resource.type.name`, `type.name`.
fn steps_to_name(reference: &Reference<'_, '_>, resource: &Resource) -> usize {
    if reference.root == resource.type_name && resource.mode == Mode::Managed { 1 } else { 2 }
}

/// The resource that a reference means: mode, type, name, and the number of steps to there.
pub(super) fn resource_of<'t>(reference: &Reference<'_, 't>) -> Option<(ResourceRef<'t>, usize)> {
    let (mode, skipped) = match reference.root {
        "data" => (Mode::Data, 1),
        "ephemeral" => (Mode::Ephemeral, 1),
        "resource" => (Mode::Managed, 1),
        _ => (Mode::Managed, 0),
    };
    let type_name = match skipped {
        0 => reference.root,
        _ => attr(reference, 0)?,
    };
    Some((ResourceRef(mode, type_name, attr(reference, skipped)?), skipped + 1))
}

/// The name that a step takes.
pub(super) fn attr<'t>(reference: &Reference<'_, 't>, index: usize) -> Option<&'t str> {
    match reference.steps.get(index)? {
        Step::Attr(name) => Some(name),
        Step::Key(_) => None,
    }
}

/// Attributes of `terraform_data`, which is built into Terraform.
const OF_TERRAFORM_DATA: [&str; 4] = ["id", "input", "output", "triggers_replace"];

/// What is wrong, and the way out.
type Refusal = (String, Option<String>);

/// What is wrong with an attribute of `terraform_data`, if there is no such attribute.
pub(in crate::eval) fn no_attribute_of_terraform_data(name: &str) -> Option<Refusal> {
    if OF_TERRAFORM_DATA.contains(&name) {
        return None;
    }
    let near = nearest_word(name, OF_TERRAFORM_DATA);
    let help = near.map(|near| format!("did you mean `{near}`?"));
    Some((format!("terraform_data has no attribute \"{name}\""), help))
}

impl<'a> View<'_, 'a, 'a> {
    /// Whether a reference names something that has a meaning there; refuses it otherwise.
    pub(super) fn is_named(&self, reference: &Reference<'_, 'a>, place: Place<'a>, at: Origin) -> bool {
        match self.wrong(reference, place) {
            None => true,
            Some((message, help)) => {
                self.evaluator.refuse(at, message, help);
                false
            }
        }
    }

    fn wrong(&self, reference: &Reference<'_, 'a>, place: Place<'a>) -> Option<Refusal> {
        let Reference { root, .. } = *reference;
        let first = attr(reference, 0);
        if place.at_destroy && !matches!(root, "self" | "each" | "count" | "path" | "terraform") {
            let message = format!("A provisioner that runs at destruction knows only `self`, not `{root}`");
            let help = "what it needs must be in the resource itself: `self.triggers_replace`".to_owned();
            return Some((message, Some(help)));
        }
        match (root, first) {
            ("var", Some(name)) => self.undeclared("var", name, &self.module.variables),
            ("local", Some(name)) => self.undeclared("local", name, &self.module.locals),
            ("module", Some(name)) => match reference.steps {
                [_, Step::Key(_), Step::Key(_), ..] => {
                    plain(format!("An output of module.{name} is reached by its name: module.{name}[KEY].OUTPUT"))
                }
                _ => self.undeclared("module", name, &self.module.calls),
            },
            ("var" | "local" | "module", None) => plain(format!("`{root}` alone is no value: {root}.NAME")),
            ("each", _) => repeated(root, first, &["key", "value"], place.each, "for_each"),
            ("count", _) => repeated(root, first, &["index"], place.count, "count"),
            ("path", _) => of_object(root, first, &["module", "root", "cwd"]),
            ("terraform", _) => of_object(root, first, &["workspace", "applying"]),
            // OpenTofu's, and of a newer Terraform.
            ("tofu" | "action", _) => None,
            ("self", _) => match place.this {
                Some(resource) => self.of_builtin(resource, reference.steps),
                None => Some((
                    "self has no meaning here".to_owned(),
                    Some("only provisioners, connections and postconditions have a `self`".to_owned()),
                )),
            },
            _ => self.wrong_resource(reference, place),
        }
    }

    fn wrong_resource(&self, reference: &Reference<'_, 'a>, place: Place<'a>) -> Option<Refusal> {
        let Some((ResourceRef(mode, type_name, name), taken)) = resource_of(reference) else {
            let message = match reference.root {
                root @ ("data" | "ephemeral" | "resource") => format!("A reference to {root} needs a type and a name"),
                root => format!("\"{root}\" is no name that can stand alone"),
            };
            return plain(message);
        };
        let Some(resource) = self.module.resources.get(&ResourceRef(mode, type_name, name)) else {
            let prefix = match mode {
                Mode::Managed => "",
                Mode::Data => "data.",
                Mode::Ephemeral => "ephemeral.",
            };
            let all = self.module.resources.keys();
            let names = all.filter(|(of, ty, _)| *of == mode && ty == type_name).map(|(.., name)| &**name);
            return Some(self.not_declared(&format!("{prefix}{type_name}."), name, names));
        };
        let what = resource.reference();
        if resource.check.is_some() && resource.check.as_deref() != place.check {
            let check = resource.check.as_deref().unwrap_or_default();
            return plain(format!("{what} can be referred to only within check \"{check}\""));
        }
        if place.only_names {
            return None;
        }
        let repeats = match (resource.count, resource.for_each) {
            (Some(_), _) => Some(("count", "count.index")),
            (_, Some(_)) => Some(("for_each", "each.key")),
            _ => None,
        };
        let mut rest = &reference.steps[taken..];
        match (rest.first()?, repeats) {
            (Step::Key(Key::Bool), _) => return plain(format!("The key of {what} must be a string or a number")),
            (Step::Key(_), None) => {
                let help = format!("write {what} without key");
                return Some((format!("{what} has neither count nor for_each, so it takes no key"), Some(help)));
            }
            (Step::Key(_), Some(_)) => rest = &rest[1..],
            (Step::Attr(_), Some((argument, key))) if !place.whole => {
                let message = format!("{what} has {argument}, so an attribute is one of an instance");
                return Some((message, Some(format!("write {what}[{key}], or {what}[*] for all"))));
            }
            _ => {}
        }
        match rest.first() {
            Some(Step::Attr(_)) if place.whole => {
                let help = format!("write {what}");
                Some(("depends_on takes whole objects, no attributes".to_owned(), Some(help)))
            }
            _ => self.of_builtin(resource, rest),
        }
    }

    /// Steps into a resource whose attributes are known for certain.
    fn of_builtin(&self, resource: &Resource, steps: &[Step<'_>]) -> Option<Refusal> {
        if resource.type_name != "terraform_data" || resource.mode != Mode::Managed {
            return None;
        }
        let [Step::Attr(name), rest @ ..] = steps else { return None };
        if let Some(refusal) = no_attribute_of_terraform_data(name) {
            return Some(refusal);
        }
        match (name, rest.first()) {
            (&"id", Some(Step::Attr(part))) => {
                plain(format!("The id of terraform_data is a string: it has no \"{part}\""))
            }
            (&"id", Some(Step::Key(_))) => plain("The id of terraform_data is a string: it has no elements".to_owned()),
            _ => None,
        }
    }

    /// Refuses arguments and blocks that `terraform_data` does not take.
    pub(super) fn builtin(&self, resource: &Resource) {
        if resource.type_name != "terraform_data" || resource.mode != Mode::Managed {
            return;
        }
        for (file, attribute) in &resource.body.attributes {
            let name = self.program.tree(*file).text(attribute.name);
            let at = self.evaluator.at(crate::config::ExprRef { file: *file, node: attribute.expr });
            match name {
                "input" | "triggers_replace" => {}
                "id" | "output" => {
                    self.evaluator.refuse(at, format!("`{name}` of terraform_data cannot be set"), None);
                }
                _ => {
                    let near = nearest_word(name, ["input", "triggers_replace"]);
                    let help = near.map(|near| format!("did you mean `{near}`?"));
                    self.evaluator.refuse(at, format!("terraform_data has no argument `{name}`"), help);
                }
            }
        }
        for block in &resource.body.blocks {
            let kind = self.program.tree(block.file).kind(block.block);
            self.evaluator.refuse(self.evaluator.header(*block), format!("terraform_data has no block `{kind}`"), None);
        }
    }

    fn undeclared<T>(&self, root: &str, name: &str, declared: &indexmap::IndexMap<String, T>) -> Option<Refusal> {
        let missing = !declared.contains_key(name);
        missing.then(|| self.not_declared(&format!("{root}."), name, declared.keys().map(String::as_str)))
    }

    fn not_declared<'n>(&self, prefix: &str, name: &str, declared: impl Iterator<Item = &'n str>) -> Refusal {
        let near = self.evaluator.nearest(name, declared);
        (format!("{prefix}{name} is not declared"), near.map(|near| format!("did you mean `{prefix}{near}`?")))
    }
}

impl Evaluator<'_> {
    /// A block that needs itself to be there before it is.
    pub(in crate::eval) fn refuse_self_reference(&self, resource: &Resource, at: Origin) {
        let message = format!("{} refers to itself", resource.reference());
        let help = "a provisioner or postcondition reaches its own resource by `self`";
        self.refuse(at, message, Some(help.to_owned()));
    }
}

fn plain(message: String) -> Option<Refusal> {
    Some((message, None))
}

/// `each.key`, `count.index`
fn repeated(root: &str, attr: Option<&str>, known: &[&str], meant: bool, argument: &str) -> Option<Refusal> {
    let name = attr.unwrap_or_default();
    if !known.contains(&name) {
        return of_object(root, attr, known);
    }
    let help = || Some(format!("`{root}` belongs to blocks with {argument}"));
    (!meant).then(|| (format!("{root}.{name} has no meaning here"), help()))
}

fn of_object(root: &str, attr: Option<&str>, known: &[&str]) -> Option<Refusal> {
    let listed = known.iter().map(|name| format!("{root}.{name}")).collect::<Vec<_>>().join(", ");
    match attr {
        Some(name) if known.contains(&name) => None,
        Some(name) => Some((format!("{root} has no attribute \"{name}\""), Some(format!("there is {listed}")))),
        None => Some((format!("`{root}` alone is no value"), Some(format!("there is {listed}")))),
    }
}
