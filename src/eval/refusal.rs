//! What Terraform would refuse: told once for each place, and only where nothing leaves it open.

use super::evaluator::{Evaluator, ModuleState};
use super::interp::{EvalError, Evaluated};
use crate::config::{BlockRef, Output, Problem, Program};
use crate::discover::nearest_word;
use crate::value::{Kind, Marks, Origin, Reason, ReasonKind, Unknown, Value};

/// For so many names that are not declared it is looked for which one may be meant, among so many.
const MAX_NEAREST: u32 = 200;
const MAX_NAMES: usize = 5_000;

impl<'a> Evaluator<'a> {
    /// Tells an error once, and gives the unknown that stands for the value.
    ///
    /// It is one that Terraform would refuse, unless a bound of onus was reached or `doubts` say that Terraform may see
    /// other values: what a provider fills in, or the workspace.
    pub(super) fn failed(&self, error: EvalError, at: Origin, doubts: Marks) -> Value<'a> {
        let place = if error.at.is_some() { error.at } else { at };
        let (kind, name) = if error.limit {
            self.note(place, error.message);
            (ReasonKind::Limit, "a bound of onus")
        } else if doubts.has(Marks::PROVIDED) {
            (ReasonKind::Computed, "what the provider fills in")
        } else if error.workspace || doubts.has(Marks::WORKSPACE) {
            (ReasonKind::Workspace, "terraform.workspace")
        } else {
            if error.told {
                // There is no more to say.
            } else if self.incomplete {
                self.warn(place, error.message, error.help);
            } else {
                self.refuse(place, error.message, error.help);
            }
            (ReasonKind::Error, "an expression that Terraform would refuse")
        };
        Value::of(Kind::Unknown(self.arena.alloc(Unknown::new(Reason { kind, name, at: place })))).at(at)
    }

    /// Notes something that is worth a warning, once for each place and sentence.
    pub(super) fn note(&self, at: Origin, message: String) {
        if !self.session.is_quiet() {
            self.warn(at, message, None);
        }
    }

    fn warn(&self, at: Origin, message: String, help: Option<String>) {
        let mut problems = self.problems.borrow_mut();
        problems
            .entry((at, message))
            .or_insert_with_key(|(at, message)| Problem { help, ..self.problem(*at, message.clone()) });
    }

    /// Tells that Terraform would refuse the configuration. Of several reasons at one place the first counts.
    pub(super) fn refuse(&self, at: Origin, message: String, help: Option<String>) {
        let mut refusals = self.refusals.borrow_mut();
        refusals.entry(at).or_insert_with(|| Problem { help, ..self.problem(at, message) });
    }

    fn problem(&self, at: Origin, message: String) -> Problem {
        let location = self.program.place(at.0).map(|(file, span)| self.program.sources.get(file).locate(span));
        Problem { message, location, label: String::new(), help: None }
    }

    /// Refuses to make keys of something sensitive, which addresses would show.
    pub(super) fn refuse_sensitive_keys(&self, value: &Value<'a>, at: Origin) {
        if self.is_certainly_sensitive(value.marks) {
            let message = "for_each is made of something sensitive, which its keys would show".to_owned();
            let help = "keep the secret out of the keys, or take nonsensitive(…) of what is none";
            self.refuse(at, message, Some(help.to_owned()));
        }
    }

    /// Refuses an output of the root that is sensitive and not declared so.
    pub(super) fn refuse_sensitive_output(&self, output: &Output, value: &Value<'a>) {
        let Some(expr) = output.value else { return };
        if !output.sensitive && !self.may_be_called() && self.holds_certainly_sensitive(value) {
            let message = format!("output \"{}\" holds something sensitive, but is not declared so", output.name);
            let help = "write `sensitive = true`, or take nonsensitive(…) of what is none";
            self.refuse(self.at(expr), message, Some(help.to_owned()));
        }
    }

    fn holds_certainly_sensitive(&self, value: &Value<'a>) -> bool {
        self.is_certainly_sensitive(value.marks)
            || value.elements().is_some_and(|items| items.iter().any(|item| self.holds_certainly_sensitive(item)))
            || value.entries().is_some_and(|all| all.iter().any(|(_, part)| self.holds_certainly_sensitive(part)))
    }

    /// Whether every version of Terraform takes it for sensitive, whatever providers say.
    fn is_certainly_sensitive(&self, marks: Marks) -> bool {
        let open = Marks::DOUBTS.with(Marks::DECLARED).with(Marks::EPHEMERAL);
        marks.has(Marks::SENSITIVE) && marks.among(open) == Marks::NONE && !self.incomplete
    }

    /// Whether the root is likely to be a module that others call: a variable of it has no value.
    fn may_be_called(&self) -> bool {
        *self.may_be_called.get_or_init(|| {
            let variables = &self.program.module(Program::ROOT).variables;
            let has_value = |name: &String| self.program.assignments.get(name).is_some_and(|values| !values.is_empty());
            variables.iter().any(|(name, variable)| variable.default.is_none() && !has_value(name))
        })
    }

    /// A reference to something that its module does not declare.
    pub(super) fn undeclared<'n>(
        &self,
        module: &ModuleState<'a>,
        what: &str,
        name: &str,
        declared: impl Iterator<Item = &'n String>,
        at: Origin,
    ) -> Evaluated<'a> {
        if module.module.is_none_or(|module| module.incomplete) {
            return Ok(self.unknown(ReasonKind::Error, what, at));
        }
        let near = self.nearest(name, declared.map(String::as_str));
        let help = near.map(|near| format!("did you mean `{}{near}`?", what.strip_suffix(name).unwrap_or_default()));
        Err(EvalError::new(format!("{what} is not declared"), at).help(help))
    }

    /// The declared name that is likely to be meant, for the first so many that are not declared.
    pub(super) fn nearest<'n>(&self, name: &str, declared: impl Iterator<Item = &'n str>) -> Option<&'n str> {
        let asked = self.asked_for_nearest.get();
        self.asked_for_nearest.set(asked.saturating_add(1));
        if asked < MAX_NEAREST { nearest_word(name, declared.take(MAX_NAMES)) } else { None }
    }

    /// A reference that leads back to where it is asked from, with the path.
    pub(super) fn circle(&self, module: &ModuleState<'a>, what: &str, at: Origin) -> EvalError {
        if self.circles.get() {
            return EvalError { told: true, ..EvalError::new(format!("{what} refers to itself"), at) };
        }
        let asking = self.asking.borrow();
        let start = asking.iter().position(|(id, name)| *id == module.id && name == what).unwrap_or_default();
        let path = asking[start..].iter().map(|(id, name)| self.in_module(*id, name));
        let path: Vec<String> = path.chain([self.in_module(module.id, what)]).collect();
        EvalError::new(format!("{what} refers to itself: {}", path.join(" → ")), at)
    }

    fn in_module(&self, id: crate::estate::ModuleInstanceId, name: &str) -> String {
        let modules = self.modules.borrow();
        let mut text = name.to_owned();
        let mut state = modules.get(id.0 as usize);
        while let Some(module) = state {
            if let Some(call) = module.call {
                text = format!("module.{}.{text}", call.name);
            }
            state = module.parent.as_ref();
        }
        text
    }

    /// Remembers what leaves open how many instances a block has.
    pub(super) fn note_doubts(&self, module: &ModuleState<'a>, block: BlockRef, doubts: Marks) {
        if doubts != Marks::NONE {
            module.key_doubts.borrow_mut().insert(block, doubts);
        }
        self.session.doubt(doubts);
    }

    /// Whoever asks for an instance shares the doubts on how many there are.
    pub(super) fn doubt_keys(&self, module: &ModuleState<'a>, block: BlockRef) {
        if let Some(doubts) = module.key_doubts.borrow().get(&block) {
            self.session.doubt(*doubts);
        }
    }
}
