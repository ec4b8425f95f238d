//! `onus matrix`

use std::path::PathBuf;

use super::Failure;
use super::args::{InputArgs, MatrixFormat, Target, one_on_stdout};
use super::check::{BaseArgs, JudgementArgs};
use super::terminal::{self, Bar};
use crate::report::matrix::{Lens, Table};
use crate::report::{Exit, FailOn, html, human, matrix};
use crate::responsibility::{By, LayerId, View, view, views};
use crate::{MatrixOptions, UsageError};

/// Show who answers for what: layers by service models, with your part of each
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Directories, files or plan files in JSON; - reads a plan from stdin
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    /// What the columns are, instead of service models:
    /// resource, service, provider, module
    #[arg(long, value_name = "WHAT", hide_possible_values = true, verbatim_doc_comment)]
    by: Option<By>,

    /// A vendor's own rows, columns and owners, with your counts in them:
    /// azure-classic, azure-2026, microsoft-2017, aws, gcp
    #[arg(long, value_name = "NAME", conflicts_with = "by", value_parser = find_view, verbatim_doc_comment)]
    view: Option<&'static View>,

    /// List the settings behind the cells of a layer, each with its place; `outside`: what you owe outside the code
    #[arg(long, value_name = "LAYER", conflicts_with_all = ["by", "view"], value_parser = find_explained)]
    explain: Option<Explained>,

    #[command(flatten)]
    base: BaseArgs,

    /// With --base, fail (exit code 1) for layers that become yours:
    /// shift:customer; for findings that got worse, from a severity on:
    /// critical, high, medium, low, info. Several with commas
    #[arg(long, value_name = "WHAT", default_value = "never", requires = "base", verbatim_doc_comment)]
    fail_on: FailOn,

    #[command(flatten)]
    judgement: JudgementArgs,

    /// human, json, csv, markdown, svg or html; FORMAT=PATH writes to a file. Repeatable
    #[arg(long = "format", value_name = "FORMAT[=PATH]", default_value = "human")]
    formats: Vec<Target<MatrixFormat>>,

    #[command(flatten)]
    inputs: InputArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus matrix live/prod
  onus matrix --by module --format csv=matrix.csv
  onus matrix --explain network      each setting behind the row, and where it is
  onus matrix --view azure-classic   the picture that everybody knows
  onus matrix --base origin/main --fail-on shift:customer
      what this branch moves to you and from you
  onus matrix --format svg=matrix.svg --format html=matrix.html

A share is n secure of m settings of yours; what is open, undecided or accepted
is in m and never in n, so 100 % means all. What onus has no setting for stands
beside it. The weakest link is the layer with the worst open severity, then with
the most open, then with the lowest share. More: docs/matrix.md";

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Explained {
    Layer(LayerId),
    Outside,
}

fn find_explained(name: &str) -> Result<Explained, String> {
    let known = || LayerId::all().map(LayerId::id).collect::<Vec<_>>().join(", ");
    match LayerId::find(name) {
        Some(layer) => Ok(Explained::Layer(layer)),
        None if name == "outside" => Ok(Explained::Outside),
        None => Err(format!("the layers are {}; or outside", known())),
    }
}

fn find_view(name: &str) -> Result<&'static View, String> {
    view(name).ok_or_else(|| {
        let known: Vec<&str> = views().iter().map(|view| view.id).collect();
        format!("the views are {}", known.join(", "))
    })
}

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    one_on_stdout(&args.formats)?;
    let base = args.base.name(args.fail_on)?;
    let check = args.judgement.options(args.inputs, args.paths, false, base)?;
    let explain = match args.explain {
        Some(Explained::Layer(layer)) => Some(layer),
        _ => None,
    };
    let lists = |target: &Target<MatrixFormat>| matches!(target.format, MatrixFormat::Human | MatrixFormat::Json);
    if args.explain.is_some() && !args.formats.iter().all(lists) {
        return Err(UsageError::new("--explain is written as human or json").with_help("leave --explain out").into());
    }
    let options = MatrixOptions { check, by: args.by, explain };
    let outcome = crate::matrix(&options, &Bar::default())?;
    let exit = Exit::of_review(&outcome, args.fail_on, false);
    let lens = match (args.view, args.by) {
        (Some(view), _) => Lens::View(view),
        (None, Some(_)) => Lens::Breakdown,
        (None, None) => Lens::Models,
    };
    for target in &args.formats {
        let style = terminal::style(target.path.is_some());
        let table = || Table::new(&outcome, lens);
        terminal::write_to(target.path.as_deref(), |out| match target.format {
            MatrixFormat::Human => match args.explain {
                None => human::write_matrix(out, &outcome, lens, style),
                Some(Explained::Layer(layer)) => matrix::write_layer(out, &outcome, layer, style),
                Some(Explained::Outside) => matrix::write_outside(out, &outcome, style),
            },
            MatrixFormat::Json => matrix::write_json(out, &outcome, lens, explain),
            MatrixFormat::Csv => matrix::write_csv(out, &table()),
            MatrixFormat::Markdown => matrix::write_markdown(out, &outcome, &table()),
            MatrixFormat::Svg => matrix::write_svg(out, &outcome, &table()),
            MatrixFormat::Html => html::write(out, &outcome, lens),
        })?;
    }
    Ok(exit)
}
