//! `onus crm`

use std::path::{Path, PathBuf};

use super::Failure;
use super::args::{CrmFormat, InputArgs, Target, one_on_stdout, quoted};
use super::terminal::{self, Bar};
use crate::report::{Exit, crm};
use crate::responsibility::frameworks;
use crate::{CheckOptions, CrmOptions};

/// Write the customer responsibility matrix that auditors ask for: each control with its owner, state and evidence
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Directories, files or plan files in JSON; - reads a plan from stdin
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    /// Whose controls, and whose words for owners:
    /// nist-800-53-r5, fedramp, csa-ccm-4, pci-dss-4, iso-27017
    #[arg(long, value_name = "NAME", default_value = "nist-800-53-r5", value_parser = find, verbatim_doc_comment)]
    framework: &'static str,

    /// markdown, csv, json, oscal-component, oscal-ssp, or oscal=DIR for both
    /// of OSCAL; FORMAT=PATH writes to a file. Repeatable
    #[arg(long = "format", value_name = "FORMAT[=PATH]", default_value = "markdown", verbatim_doc_comment)]
    formats: Vec<Target<CrmFormat>>,

    /// The configuration that plans were made from, or a directory above it (default: the working directory): evidence of
    /// a plan then points into it
    #[arg(long, value_name = "DIR", help_heading = "Input")]
    source: Option<PathBuf>,

    #[command(flatten)]
    inputs: InputArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus crm live/prod --format csv=crm.csv
  onus crm --framework csa-ccm-4 --format csv=ccm.csv --format markdown=ccm.md
  onus crm --framework fedramp --format oscal=oscal
      oscal/component-definition.json and oscal/system-security-plan.json
  terraform show -json tfplan | onus crm - --format json

A control is `implemented` only if every setting and duty that names it is done,
nothing is counted to it for its layer alone, and no duty is open in the layers
of its settings. What is done outside the code is attested in .onus.hcl
(onus matrix --explain outside lists it). Commit and time are those of git; the
clock is never asked. More: docs/crm.md";

fn find(name: &str) -> Result<&'static str, String> {
    let known = || frameworks().iter().map(|framework| framework.id);
    let found = known().find(|id| *id == name);
    found.ok_or_else(|| format!("the frameworks are {}", known().collect::<Vec<_>>().join(", ")))
}

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    one_on_stdout(&args.formats)?;
    let (command, now) = (command(&args), args.inputs.given_now()?);
    let check =
        CheckOptions { inputs: args.inputs.inputs(args.paths)?, source: args.source, ..CheckOptions::default() };
    let options = CrmOptions { check, framework: args.framework.to_owned(), now, command };
    let audited = crate::crm(&options, &Bar::default())?;
    let matrix = audited.matrix();
    for Target { format, path } in &args.formats {
        let path = path.as_deref();
        match format {
            CrmFormat::Markdown => terminal::write_to(path, |out| crm::write_markdown(out, &matrix))?,
            CrmFormat::Csv => terminal::write_to(path, |out| crm::write_csv(out, &matrix))?,
            CrmFormat::Json => terminal::write_to(path, |out| crm::write_json(out, &matrix))?,
            CrmFormat::OscalComponent => terminal::write_to(path, |out| crm::write_component(out, &matrix))?,
            CrmFormat::OscalSsp => terminal::write_to(path, |out| crm::write_ssp(out, &matrix))?,
            CrmFormat::Oscal => match path {
                None => terminal::write_to(None, |out| crm::write_component(out, &matrix))?,
                Some(directory) => both(directory, &matrix)?,
            },
        }
    }
    Ok(if audited.outcome.errors.is_empty() { Exit::Clean } else { Exit::Input })
}

/// Both documents of OSCAL, under the names that they usually have.
fn both(directory: &Path, matrix: &crm::Crm<'_>) -> Result<(), Failure> {
    std::fs::create_dir_all(directory).map_err(|error| Failure::Output(directory.display().to_string(), error))?;
    let (component, plan) = (directory.join("component-definition.json"), directory.join("system-security-plan.json"));
    terminal::write_to(Some(&component), |out| crm::write_component(out, matrix))?;
    terminal::write_to(Some(&plan), |out| crm::write_ssp(out, matrix))
}

/// The command that makes the documents again, whatever files they go to.
fn command(args: &Args) -> String {
    let mut words = vec!["onus".to_owned(), "crm".to_owned()];
    words.extend(args.paths.iter().map(|path| quoted(&path.to_string_lossy())));
    words.extend(["--framework".to_owned(), args.framework.to_owned()]);
    words.extend(args.source.iter().flat_map(|source| ["--source".to_owned(), quoted(&source.to_string_lossy())]));
    words.extend(args.inputs.written());
    words.join(" ")
}
