//! One root module from its directory to the records it leaves behind.

use super::{CheckOptions, Inputs, Selection, ShowOptions, UsageError};
use crate::report::RootReport;
use crate::report::show::Shown;
use crate::settings::describe::Description;
use crate::settings::finding::Severity;
use crate::settings::model::RuleSet;

/// The settings of a run: those that are built in, and those of `--rules`.
pub(super) struct Rules {
    set: RuleSet<'static>,
}

impl Rules {
    pub(super) fn set(&self) -> &RuleSet<'_> {
        &self.set
    }

    /// The words for a family element.
    pub(super) fn describe(&self, element: u32) -> Description {
        let _ = element;
        Description {
            id: String::new(),
            label: String::new(),
            title: String::new(),
            problem: None,
            why: String::new(),
            severity: Severity::Info,
            layer: String::new(),
            types: Vec::new(),
            aliases: Vec::new(),
            references: Vec::new(),
            fix: String::new(),
            careful: None,
            default: None,
            secure: None,
            frameworks: Vec::new(),
            since: None,
        }
    }
}

pub(super) fn load_rules(_inputs: &Inputs) -> Result<Rules, UsageError> {
    Ok(Rules { set: EMPTY })
}

/// A root module that was discovered.
pub(super) struct Root;

pub(super) fn discover(_inputs: &Inputs) -> Result<Vec<Root>, UsageError> {
    Ok(vec![Root])
}

pub(super) fn judge(_root: &Root, _options: &CheckOptions, _rules: &Rules, _selection: &Selection) -> RootReport {
    RootReport { path: ".".into(), ..RootReport::default() }
}

pub(super) fn show(_options: &ShowOptions) -> Result<Shown, UsageError> {
    Ok(Shown::default())
}

const EMPTY: RuleSet<'static> = RuleSet {
    strings: "",
    files: &[],
    settings: &[],
    elements: &[],
    shapes: &[],
    companions: &[],
    kinds: &[],
    kind_shapes: &[],
    types: &[],
    named: &[],
    locals: &[],
    inputs: &[],
    shared_inputs: crate::syntax::Seq { start: 0, len: 0 },
    lists: &[],
    numbers: &[],
    by_type: &[],
    by_id: &[],
};
