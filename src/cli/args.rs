//! Arguments that several commands share.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{ArgMatches, FromArgMatches};

use crate::{GivenValue, Inputs, UsageError};

/// Which settings there are.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub(super) struct RuleArgs {
    /// Settings of your own, in files *.hcl under DIR
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

impl RuleArgs {
    /// What a command reads that needs no configuration.
    pub(super) fn inputs(self) -> Inputs {
        Inputs { rules: self.rules, ..Inputs::default() }
    }
}

/// What is read, and with which values.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub(super) struct InputArgs {
    /// Read no file outside of DIR (instead of the nearest directory with .git or .onus.hcl)
    #[arg(long = "root", value_name = "DIR")]
    roots: Vec<PathBuf>,

    #[command(flatten)]
    values: Values,

    /// The workspace that terraform.workspace stands for (default: TF_WORKSPACE, else .terraform/environment, else
    /// `default`)
    #[arg(long, value_name = "NAME")]
    workspace: Option<String>,

    #[command(flatten)]
    rules: RuleArgs,

    /// Leave all .onus.hcl files out of account
    #[arg(long)]
    no_config: bool,

    /// Whether comments of other tools silence findings: on, off
    #[arg(long, value_name = "SWITCH", default_value = "on")]
    foreign_ignores: Switch,

    /// The day of the run (default: SOURCE_DATE_EPOCH, else today)
    #[arg(long, value_name = "DATE")]
    now: Option<Now>,
}

impl InputArgs {
    /// Everything that a run reads. `TF_VAR_…` and the clock are read here and nowhere else.
    pub(super) fn inputs(self, paths: Vec<PathBuf>) -> Result<Inputs, UsageError> {
        let working_dir = std::env::current_dir()
            .map_err(|error| UsageError::new(format!("the working directory cannot be read: {error}")))?;
        let environment = std::env::vars_os().filter_map(|(name, value)| {
            let name = name.to_str()?.strip_prefix("TF_VAR_")?.to_owned();
            Some((name, value.to_string_lossy().into_owned()))
        });
        let mut environment: Vec<_> = environment.collect();
        environment.sort();
        let given = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        Ok(Inputs {
            paths,
            read_roots: self.roots,
            values: self.values.0,
            environment,
            workspace: self.workspace.or_else(|| given("TF_WORKSPACE")?.into_string().ok()),
            data_dir: given("TF_DATA_DIR").map(PathBuf::from),
            rules: self.rules.rules,
            no_config: self.no_config,
            foreign_ignores: self.foreign_ignores == Switch::On,
            now: now(self.now)?,
            working_dir,
        })
    }
}

/// `--now`, else SOURCE_DATE_EPOCH, else the clock.
fn now(given: Option<Now>) -> Result<jiff::Timestamp, UsageError> {
    Ok(given_now(given)?.unwrap_or_else(jiff::Timestamp::now))
}

/// `--now`, else SOURCE_DATE_EPOCH.
fn given_now(given: Option<Now>) -> Result<Option<jiff::Timestamp>, UsageError> {
    if let Some(Now(now)) = given {
        return Ok(Some(now));
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            let seconds = text.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
            seconds.map(Some).ok_or_else(|| UsageError::new("SOURCE_DATE_EPOCH is not a number of seconds"))
        }
        Err(_) => Ok(None),
    }
}

impl InputArgs {
    /// The day of the run, where one is given.
    pub(super) fn given_now(&self) -> Result<Option<jiff::Timestamp>, UsageError> {
        given_now(self.now)
    }

    /// The arguments, as they are written again; values of variables are left out, for they may be secret.
    pub(super) fn written(&self) -> Vec<String> {
        let mut all = Vec::new();
        let mut add = |flag: &str, value: String| all.extend([flag.to_owned(), quoted(&value)]);
        let slashed = |path: &PathBuf| path.to_string_lossy().into_owned();
        self.roots.iter().for_each(|root| add("--root", slashed(root)));
        for value in &self.values.0 {
            match value {
                GivenValue::Value { name, .. } => add("--var", format!("{name}=…")),
                GivenValue::File(path) => add("--var-file", slashed(path)),
            }
        }
        self.workspace.iter().for_each(|name| add("--workspace", name.clone()));
        self.rules.rules.iter().for_each(|rules| add("--rules", slashed(rules)));
        if self.foreign_ignores == Switch::Off {
            add("--foreign-ignores", "off".to_owned());
        }
        if let Some(Now(now)) = self.now {
            add("--now", now.to_string());
        }
        all.extend(self.no_config.then(|| "--no-config".to_owned()));
        all
    }
}

/// An argument as a shell reads it.
pub(super) fn quoted(text: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || "-_./=:,@%+…".contains(char);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

/// `on` or `off`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Switch {
    On,
    Off,
}

/// A date, or a date and time.
#[derive(Clone, Copy, Debug)]
struct Now(jiff::Timestamp);

impl FromStr for Now {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let whole = if text.contains('T') { text.to_owned() } else { format!("{text}T00:00:00Z") };
        whole.parse().map(Self).map_err(|_| "expected a date such as 2027-01-31".to_owned())
    }
}

/// `--var` and `--var-file` in the order in which they are written: the last one of a name wins.
#[derive(Clone, Debug, Default)]
struct Values(Vec<GivenValue>);

/// The same arguments as clap knows them, without order between the two.
#[derive(Debug, clap::Args)]
struct UnorderedValues {
    /// Give a variable of the root module a value
    #[arg(long = "var", value_name = "NAME=VALUE", value_parser = parse_var)]
    var: Vec<(String, String)>,

    /// Give variables the values in a tfvars file
    #[arg(long = "var-file", value_name = "FILE")]
    var_file: Vec<PathBuf>,
}

fn parse_var(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => Ok((name.trim().to_owned(), value.to_owned())),
        _ => Err("expected NAME=VALUE".to_owned()),
    }
}

impl FromArgMatches for Values {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = UnorderedValues::from_arg_matches(matches)?;
        let at = |name| matches.indices_of(name).into_iter().flatten();
        let vars = at("var").zip(given.var.into_iter().map(|(name, value)| GivenValue::Value { name, value }));
        let files = at("var_file").zip(given.var_file.into_iter().map(GivenValue::File));
        let mut ordered: Vec<_> = vars.chain(files).collect();
        ordered.sort_by_key(|(index, _)| *index);
        Ok(Self(ordered.into_iter().map(|(_, value)| value).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl clap::Args for Values {
    fn augment_args(command: clap::Command) -> clap::Command {
        UnorderedValues::augment_args(command)
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        UnorderedValues::augment_args_for_update(command)
    }
}

/// The formats of what is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people.
    Human,
    /// One JSON document.
    Json,
}

/// The formats of a check or a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ReportFormat {
    /// For people.
    Human,
    /// One JSON document.
    Json,
    /// One line a finding.
    Compact,
    /// One JSON record a line.
    Jsonl,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of a GitHub Actions step.
    Github,
    /// A Code Quality report of GitLab.
    Gitlab,
    /// A summary for a pull request.
    Markdown,
    /// A page to send round.
    Html,
}

/// The formats of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ModuleFormat {
    /// For people.
    Human,
    /// One JSON document.
    Json,
    /// A page to publish with the module.
    Markdown,
}

/// The formats of a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum MatrixFormat {
    /// For people.
    Human,
    /// One JSON document.
    Json,
    /// One line a cell.
    Csv,
    /// For a summary or a wiki.
    Markdown,
    /// A picture.
    Svg,
    /// A page to send round.
    Html,
}

/// The formats of a customer responsibility matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum CrmFormat {
    /// For people.
    Markdown,
    /// One line a row.
    Csv,
    /// One JSON document.
    Json,
    /// Both documents of OSCAL into a directory; the component definition where none is given.
    Oscal,
    /// A component definition.
    OscalComponent,
    /// A part of a system security plan.
    OscalSsp,
}

/// `FORMAT` or `FORMAT=PATH`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target<F = Format> {
    /// The format.
    pub(super) format: F,
    /// The file; stdout if none is given.
    pub(super) path: Option<PathBuf>,
}

impl<F: clap::ValueEnum> FromStr for Target<F> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (format, path) = match text.split_once('=') {
            Some((_, "")) => return Err("a file name is missing after =".to_owned()),
            Some((format, path)) => (format, Some(PathBuf::from(path))),
            None => (text, None),
        };
        let format = F::from_str(format, false).map_err(|_| {
            let known = F::value_variants();
            let names = known.iter().filter_map(clap::ValueEnum::to_possible_value);
            let names: Vec<_> = names.map(|value| value.get_name().to_owned()).collect();
            format!("the formats are {}", names.join(", "))
        })?;
        Ok(Self { format, path })
    }
}

/// Only one format may go to stdout.
pub(super) fn one_on_stdout<F>(targets: &[Target<F>]) -> Result<(), UsageError> {
    if targets.iter().filter(|target| target.path.is_none()).count() > 1 {
        return Err(UsageError::new("only one --format can go to stdout").with_help("write the others as FORMAT=PATH"));
    }
    Ok(())
}
