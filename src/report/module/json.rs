//! `onus module --format json`, described by docs/schema/onus-module-1.json. Within version 1, fields are only added.

use std::io;

use serde::Serialize;

use super::{Duty, Input, Module, Standing};
use crate::report::json::{ProblemRecord, Tool, problems, write_value};
use crate::report::matrix::name;
use crate::responsibility::Owner;
use crate::settings::finding::{Severity, Verdict};
use crate::source::Location;

/// The document.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ModuleDocument<'m> {
    /// The version of the format.
    pub version: u32,
    /// What wrote it.
    pub tool: Tool,
    /// The directory of the module.
    pub module: &'m str,
    /// Its inputs, sorted by name.
    pub inputs: Vec<InputRecord>,
    /// Settings of its resources, by how they stand.
    pub duties: Vec<DutyRecord>,
    /// Duties that whoever uses it has outside the code.
    pub outside: &'m [&'static str],
    /// Types of resources that onus has no setting for.
    pub uncovered: Vec<UncoveredRecord>,
    /// What is worth saying.
    pub warnings: Vec<ProblemRecord>,
    /// What could not be read.
    pub errors: Vec<ProblemRecord>,
}

/// An input.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct InputRecord {
    /// Its name.
    pub name: String,
    /// Whether the caller must give it.
    pub required: bool,
    /// Whether it is sensitive; its default is not written then.
    pub sensitive: bool,
    /// Its default.
    pub default: Option<serde_json::Value>,
    /// What its author says of it.
    pub description: Option<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// A setting of a resource, all of its instances taken together.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct DutyRecord {
    /// How it stands for whoever calls the module.
    pub standing: Standing,
    /// The setting.
    pub rule: String,
    /// What is so when it is secure.
    pub title: String,
    /// What is wrong, where something is wrong with the defaults of all inputs.
    pub message: Option<String>,
    /// The layer.
    pub layer: &'static str,
    /// Who answers for the layer.
    pub owner: Owner,
    /// How bad it is when it is not secure.
    pub severity: Severity,
    /// The resource, without instance keys.
    pub address: String,
    /// The attribute.
    pub attribute: Option<String>,
    /// The input that decides it; one of them, where there are several.
    pub input: Option<String>,
    /// The verdict with the defaults of all inputs; `null`: the resource is not there then, or the setting does not apply.
    pub by_default: Option<Verdict>,
    /// Where it is mended, else where it stands.
    pub location: Option<Location>,
}

/// A type of resources without a setting.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct UncoveredRecord {
    /// The type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Number of resources.
    pub resources: u32,
}

impl<'m> ModuleDocument<'m> {
    /// The document of a module.
    pub fn new(module: &'m Module) -> Self {
        let uncovered = module.uncovered.iter();
        Self {
            version: 1,
            tool: Tool::default(),
            module: &module.directory,
            inputs: module.inputs.iter().map(|input| input_record(module, input)).collect(),
            duties: module.duties.iter().map(|duty| duty_record(module, duty)).collect(),
            outside: &module.outside,
            uncovered: uncovered
                .map(|(name, count)| UncoveredRecord { type_name: name.clone(), resources: *count })
                .collect(),
            warnings: problems(&module.warnings, &module.secrets),
            errors: problems(&module.errors, &module.secrets),
        }
    }
}

fn input_record(module: &Module, input: &Input) -> InputRecord {
    InputRecord {
        name: input.name.clone(),
        required: input.is_required,
        sensitive: input.is_sensitive,
        default: input.default.as_ref().map(|default| module.secrets.hide_in(default)),
        description: input.description.as_ref().map(|text| module.secrets.hide(text).into_owned()),
        location: input.location.clone(),
    }
}

fn duty_record(module: &Module, duty: &Duty) -> DutyRecord {
    let is_wrong = duty.by_default.is_some_and(Verdict::is_finding) || duty.standing == Standing::Open;
    DutyRecord {
        standing: duty.standing,
        rule: duty.rule.clone(),
        title: duty.title.clone(),
        message: is_wrong.then(|| module.secrets.hide_sentence(&duty.problem).into_owned()),
        layer: duty.layer.id(),
        owner: duty.owner,
        severity: duty.severity,
        address: name(&duty.address),
        attribute: duty.attribute.as_deref().map(name),
        input: duty.input.clone(),
        by_default: duty.by_default,
        location: duty.location.clone(),
    }
}

/// Writes the document.
pub fn write(out: &mut dyn io::Write, module: &Module) -> io::Result<()> {
    write_value(out, &ModuleDocument::new(module))
}
