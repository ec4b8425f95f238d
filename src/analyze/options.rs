//! What can be asked of each entry point.

use std::path::PathBuf;

use crate::responsibility::{By, LayerId};
use crate::settings::finding::Severity;

/// A value given to a variable on the command line. Their order counts: the last one of a name wins, as in Terraform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenValue {
    /// `--var name=value`
    Value {
        /// The variable.
        name: String,
        /// The text after `=`.
        value: String,
    },
    /// `--var-file FILE`
    File(PathBuf),
}

/// What is read, and with which values.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Directories, files, plan files, `-`.
    pub paths: Vec<PathBuf>,
    /// `--root`: replaces the read root found by `.git` or `.onus.hcl`.
    pub read_roots: Vec<PathBuf>,
    /// `--var` and `--var-file` in the order of the command line.
    pub values: Vec<GivenValue>,
    /// `TF_VAR_name` of the environment, sorted by name: names without the prefix, and values.
    pub environment: Vec<(String, String)>,
    /// `--workspace`, else TF_WORKSPACE. Without them each root's `.terraform/environment` names its workspace, else it is
    /// `default`.
    pub workspace: Option<String>,
    /// TF_DATA_DIR: the directory that stands for `.terraform`, relative to each root module.
    pub data_dir: Option<PathBuf>,
    /// `--rules`: directories with rules beside those that are built in.
    pub rules: Vec<PathBuf>,
    /// `--no-config`: `.onus.hcl` files do not count.
    pub no_config: bool,
    /// Whether comments of other tools (`checkov:skip=`, …) silence settings.
    pub foreign_ignores: bool,
    /// The start of the run, as `--now` or the clock says.
    pub now: jiff::Timestamp,
    /// The directory that relative paths start from, and that paths are shown relative to.
    pub working_dir: PathBuf,
}

impl Inputs {
    /// These paths, everything else as it is without options.
    pub fn of<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Self {
        Self { paths: paths.into_iter().map(Into::into).collect(), ..Self::default() }
    }
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            paths: vec![PathBuf::from(".")],
            read_roots: Vec::new(),
            values: Vec::new(),
            environment: Vec::new(),
            workspace: None,
            data_dir: None,
            rules: Vec::new(),
            no_config: false,
            foreign_ignores: true,
            now: jiff::Timestamp::now(),
            working_dir: PathBuf::from("."),
        }
    }
}

/// What [`super::check`] is asked.
#[derive(Clone, Debug)]
pub struct CheckOptions {
    /// What is read.
    pub inputs: Inputs,
    /// Only these settings count: ids, labels of families, other tools' ids. Empty: all.
    pub select: Vec<String>,
    /// These settings do not count.
    pub ignore: Vec<String>,
    /// Only the findings of these teams are listed, by the contracts of `.onus.hcl`; `nobody` stands for those without a
    /// contract. Empty: all.
    pub contracts: Vec<String>,
    /// Findings below it are counted, but not listed.
    pub min_severity: Severity,
    /// Whether settings that are secure are listed too.
    pub show_secure: bool,
    /// What stood before, so that only what the change since then makes worse counts: the name of a commit (what is
    /// compared with is where HEAD left it), an older copy of the one path (of the working directory if there are several),
    /// or a plan in JSON.
    pub base: Option<String>,
    /// Where the configuration of plans is looked for; else in the working directory, without a word if it is not there.
    pub source: Option<PathBuf>,
}

/// What [`super::review_plan`] is asked.
#[derive(Clone, Debug, Default)]
pub struct PlanOptions {
    /// As for [`super::check`]; the one path is the plan's, or `-`.
    pub check: CheckOptions,
    /// The program that reads a binary plan; else `terraform` or `tofu`, whichever is on PATH.
    pub program: Option<PathBuf>,
}

/// What [`super::matrix`] is asked.
#[derive(Clone, Debug, Default)]
pub struct MatrixOptions {
    /// As for [`super::check`]; `show_secure` does not count.
    pub check: CheckOptions,
    /// Count by this as well as by service model.
    pub by: Option<By>,
    /// List all settings of this layer, those that are secure, too.
    pub explain: Option<LayerId>,
}

/// What [`super::crm`] is asked.
#[derive(Clone, Debug)]
pub struct CrmOptions {
    /// As for [`super::check`]; `show_secure` and `min_severity` do not count.
    pub check: CheckOptions,
    /// The id of what it is audited by: `nist-800-53-r5`.
    pub framework: String,
    /// The time of the document where no commit tells it; the clock is not asked, so that bytes repeat.
    pub now: Option<jiff::Timestamp>,
    /// The command that makes the document again, as it stands in its head.
    pub command: String,
}

impl Default for CrmOptions {
    fn default() -> Self {
        Self {
            check: CheckOptions::default(),
            framework: "nist-800-53-r5".to_owned(),
            now: None,
            command: String::new(),
        }
    }
}

impl Default for CheckOptions {
    fn default() -> Self {
        Self {
            inputs: Inputs::default(),
            select: Vec::new(),
            ignore: Vec::new(),
            contracts: Vec::new(),
            min_severity: Severity::Low,
            show_secure: false,
            base: None,
            source: None,
        }
    }
}

/// What [`super::module`] is asked.
#[derive(Clone, Debug, Default)]
pub struct ModuleOptions {
    /// As for [`super::check`]; the one path is the module's directory. Values given to variables do not count.
    pub check: CheckOptions,
}

/// What [`super::show`] is asked.
#[derive(Clone, Debug, Default)]
pub struct ShowOptions {
    /// What is read; its only path is the root module.
    pub inputs: Inputs,
    /// Whether sensitive values are left out.
    pub redact: bool,
}

/// What [`super::explain`] is asked.
#[derive(Clone, Debug, Default)]
pub struct ExplainOptions {
    /// `rules` counts.
    pub inputs: Inputs,
    /// A setting's id, another tool's id, a layer, a service model, a resource type.
    pub name: String,
}

/// What [`super::rules`] is asked.
#[derive(Clone, Debug, Default)]
pub struct RulesOptions {
    /// `rules` counts.
    pub inputs: Inputs,
    /// Only these settings. Empty: all.
    pub select: Vec<String>,
    /// Only settings that speak of this provider: `aws`.
    pub provider: Option<String>,
}

/// What was asked cannot be done as it was asked: exit code 2.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct UsageError {
    /// A sentence: what is wrong.
    pub message: String,
    /// The way out, where one is known.
    pub help: Option<String>,
}

impl UsageError {
    /// An error without a way out.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    /// The same error with a way out.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}
