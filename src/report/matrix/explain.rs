//! `--explain LAYER`: the settings behind the cells of a layer, each with what is the case and where it stands; and
//! `--explain outside`: what is owed outside the code.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};
use std::sync::Arc;

use super::table::BY_CONFIGURATION;
use super::{name, subject};
use crate::report::configured::Answer;
use crate::report::human::{Style, right, sign, wrap};
use crate::report::{Entry, Outcome, words};
use crate::responsibility::{Duty, LayerId, ModelId, Owner, cell};
use crate::settings::finding::{Finding, Severity, Status};
use crate::source::Location;

/// A setting of one resource.
#[derive(Debug)]
pub struct Explained {
    /// The item that weighs most.
    pub entry: Entry,
    /// The layer.
    pub layer: LayerId,
    /// Who answers for it here.
    pub owner: Owner,
    /// Whether it is accepted with a reason.
    pub has_reason: bool,
    /// The model of the resource.
    pub model: ModelId,
    /// What is the case.
    pub status: Status,
    /// How bad it is, or would be.
    pub severity: Severity,
    /// Whether it is in no share: it is never more than worth knowing.
    pub is_preference: bool,
    /// The id of the setting.
    pub rule: String,
    /// The problem where it is open, else the duty.
    pub message: String,
    /// The resource.
    pub address: String,
    /// The directory of the root module.
    pub root: Arc<str>,
    /// Where it is mended if it is open, else where it stands.
    pub location: Option<Arc<Location>>,
}

/// The settings of a layer: by model, what weighs most first. They are there only if the outcome was asked to explain the
/// layer; else only those that are open, undecided or accepted are.
pub(in crate::report) fn settings(outcome: &Outcome, layer: LayerId) -> Vec<Explained> {
    // What of a family is a preference, and in no share, stands apart from the rest of it.
    let mut found: HashMap<((u32, u32), &str, bool), Known> = HashMap::new();
    let all = outcome.findings().map(|entry| (entry, false)).chain(outcome.suppressed().map(|entry| (entry, true)));
    for (entry, is_accepted) in all.filter(|(entry, _)| entry.layer == layer) {
        let Some(status) = entry.verdict.status(is_accepted) else { continue };
        let new = || Known { status, entry, elements: BTreeSet::new() };
        let rule = outcome.rule(&entry);
        let key = (entry.resource(), rule.label.as_str(), rule.severity == Severity::Info);
        let known = found.entry(key).or_insert_with(new);
        known.elements.insert(entry.element);
        if known.status < status {
            (known.status, known.entry) = (status, entry);
        }
    }
    let mut explained: Vec<Explained> = found.into_values().map(|known| explained(outcome, &known)).collect();
    explained.sort_by(|a, b| {
        let weight = |one: &Explained| (one.status, one.severity);
        let place = |one: &Explained| one.location.as_ref().map(|at| (Arc::clone(&at.file), at.line, at.column));
        (a.model.cmp(&b.model))
            .then_with(|| weight(b).cmp(&weight(a)))
            .then_with(|| a.rule.cmp(&b.rule))
            .then_with(|| place(a).cmp(&place(b)))
            .then_with(|| (&a.root, &a.address).cmp(&(&b.root, &b.address)))
    });
    explained
}

/// The item that weighs most of a setting of one resource.
struct Known {
    status: Status,
    entry: Entry,
    /// The elements of its family that were judged.
    elements: BTreeSet<u32>,
}

fn explained(outcome: &Outcome, known: &Known) -> Explained {
    let Known { status, ref entry, ref elements } = *known;
    let finding = outcome.finding(entry);
    let rule = outcome.rule(entry);
    let is_open = finding.verdict.is_finding();
    let message =
        if is_open { outcome.secrets.hide_sentence(&finding.message).into_owned() } else { rule.title.clone() };
    // What is so with all of a family is said of the family.
    let is_family =
        elements.len() > 1 && matches!(status, Status::Secure | Status::SecureByDefault | Status::Inherited);
    let message = if is_family {
        format!("{message}, and {} more of this kind", words::grouped(elements.len() as u32 - 1))
    } else {
        message
    };
    let Finding { model, layer, owner, severity, ref address, ref location, ref place, ref suppressed, .. } = finding;
    let reason = suppressed.as_ref().and_then(|says| says.reason.as_deref());
    let location = if is_open { place.as_ref().or(location.as_ref()) } else { location.as_ref() };
    Explained {
        entry: *entry,
        layer,
        owner,
        has_reason: reason.is_some_and(|reason| !reason.trim().is_empty()),
        model,
        status,
        severity,
        is_preference: rule.severity == Severity::Info,
        rule: if is_family { rule.label.clone() } else { rule.id.clone() },
        message,
        address: name(address),
        root: Arc::clone(&outcome.root(entry).path),
        location: location.cloned(),
    }
}

/// Writes the settings of a layer, by model, with both parts in words.
pub fn write(out: &mut dyn Write, outcome: &Outcome, layer: LayerId, style: Style) -> io::Result<()> {
    let what = layer.get();
    writeln!(out, "{}", right(&format!("{}: {}", what.id, what.name), &sign(&subject(outcome), style)))?;
    paragraph(out, "", "", what.definition)?;
    let settings = settings(outcome, layer);
    let mut models: Vec<ModelId> = outcome.matrix.models().collect();
    models.extend(settings.iter().any(|one| one.model == ModelId::NONE).then_some(ModelId::NONE));
    for model in models {
        writeln!(out)?;
        head(out, outcome, layer, model)?;
        let of_model: Vec<&Explained> = settings.iter().filter(|one| one.model == model).collect();
        for of_rule in of_model.chunk_by(|a, b| is_of_one_rule(a, b)) {
            rule(out, of_rule[0], style)?;
            for alike in of_rule.chunk_by(|a, b| is_alike(a, b)) {
                resources(out, alike, style)?;
            }
        }
    }
    let duties: Vec<&'static Duty> = outcome.matrix.duties().filter(|duty| duty.layer == layer).collect();
    if !duties.is_empty() {
        writeln!(out, "\nOutside the code")?;
        outside(out, outcome, &duties, style)?;
    }
    match settings.iter().filter(|one| one.status >= Status::Unset).max_by_key(|one| one.severity) {
        Some(worst) => writeln!(out, "\nNext: onus explain {}", worst.rule),
        None => writeln!(out, "\nNext: onus explain {layer}"),
    }
}

/// Whether the same is said of two settings.
fn is_of_one_rule(a: &Explained, b: &Explained) -> bool {
    (a.status, a.severity, &a.rule, &a.message) == (b.status, b.severity, &b.rule, &b.message)
}

/// Whether two settings are told as one: what one edit changes.
fn is_alike(a: &Explained, b: &Explained) -> bool {
    let place = |one: &Explained| one.location.as_ref().map(|at| (Arc::clone(&at.file), at.line));
    place(a) == place(b)
}

/// The cell, and both parts in words.
fn head(out: &mut dyn Write, outcome: &Outcome, layer: LayerId, model: ModelId) -> io::Result<()> {
    let Some(here) = outcome.matrix.cell(layer, model) else { return Ok(()) };
    let tally = here.tally;
    let whose = match here.owner() {
        _ if !model.has_column() => "yours, beside all models",
        Owner::Shared if here.is_split() => "differs by resource",
        Owner::Customer => "yours",
        Owner::Shared => "shared",
        Owner::Provider => "the provider's",
    };
    let mut said: Vec<String> = Vec::new();
    if tally.total() > 0 {
        said.push(format!("{} of {} secure", words::grouped(tally.done()), words::grouped(tally.total())));
    }
    for (count, word) in [
        (tally.open(), "open"),
        (tally.unknown, "undecided"),
        (tally.accepted, "accepted"),
        (tally.inherited, "done by the provider"),
        (here.uncovered, "not covered"),
    ] {
        if count > 0 {
            said.push(format!("{} {word}", words::grouped(count)));
        }
    }
    let said = if said.is_empty() { "no setting seen".to_owned() } else { said.join(", ") };
    let short = if model.has_column() { words::short(model) } else { "others" };
    writeln!(out, "{}", right(&format!("{short}: {whose}"), &said))?;
    if here.adjusted {
        paragraph(out, "  ", "    ", BY_CONFIGURATION)?;
    }
    // What the published cell says in words holds only where its owner does.
    let published = cell(layer, model).filter(|cell| here.is_split() || cell.owner == here.owner());
    let Some(cell) = published else {
        let why = here.note.as_ref().map_or("", |note| note.condition.why);
        return if why.is_empty() { Ok(()) } else { paragraph(out, "  ", "    ", why) };
    };
    for (who, part) in [("Provider", cell.provider_part), ("You", cell.customer_part)] {
        if !part.is_empty() {
            paragraph(out, &format!("  {who}: "), "    ", part)?;
        }
    }
    Ok(())
}

/// What is the case with a setting.
fn rule(out: &mut dyn Write, one: &Explained, style: Style) -> io::Result<()> {
    let (unicode, ascii, word) = match one.status {
        Status::Insecure => ("×", "x", "insecure"),
        Status::Unset => ("×", "x", "unset"),
        Status::Unknown => ("?", "?", "undecided"),
        Status::Accepted => ("~", "~", "accepted"),
        Status::Secure => ("✓", "+", "secure"),
        Status::SecureByDefault => ("✓", "+", "secure by default"),
        Status::Inherited => ("·", "-", "the provider's"),
    };
    let preference = if one.is_preference { ", in no share" } else { "" };
    let what = format!("{word}, {}{preference}", words::severity(one.severity));
    writeln!(out, "{}", right(&format!("  {} {}", if style.unicode { unicode } else { ascii }, one.rule), &what))?;
    paragraph(out, "    ", "    ", &sign(&one.message, style))
}

/// The resources that one edit changes, and where it goes.
fn resources(out: &mut dyn Write, alike: &[&Explained], style: Style) -> io::Result<()> {
    let one = alike[0];
    let more =
        if alike.len() > 1 { format!(" and {} more", words::grouped(alike.len() as u32 - 1)) } else { String::new() };
    let at = one.location.as_ref().map(|at| format!("{}:{}", at.file, at.line)).unwrap_or_default();
    let (address, at) = (sign(&format!("{}{more}", one.address), style), sign(&at, style));
    writeln!(out, "{}", right(&format!("      {address}"), &at).trim_end())
}

/// Writes all that is owed outside the code: by layer, with what would prove it.
pub fn write_outside(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    let duties: Vec<&'static Duty> = outcome.matrix.duties().collect();
    writeln!(out, "{}", right("What you owe outside the code", &sign(&subject(outcome), style)))?;
    paragraph(out, "", "", "No Terraform can show these; they come with the service models that you use.")?;
    for of_layer in duties.chunk_by(|a, b| a.layer == b.layer) {
        writeln!(out, "\n{}", of_layer[0].layer)?;
        outside(out, outcome, of_layer, style)?;
    }
    writeln!(out, "\n{}. Next: onus matrix", words::count(duties.len() as u32, "duty"))
}

/// What is owed, what would prove it, and who says that it is done.
fn outside(out: &mut dyn Write, outcome: &Outcome, duties: &[&'static Duty], style: Style) -> io::Result<()> {
    for duty in duties {
        paragraph(out, &format!("  {:<20} ", duty.id), &" ".repeat(23), duty.duty)?;
        let said = match outcome.configured.answer(duty) {
            Answer::Open if duty.evidence.is_empty() => continue,
            Answer::Open => format!("proved by: {}", duty.evidence),
            Answer::Attested(says) => format!("attested by {} until {}", says.owner, says.until),
            Answer::RanOut(says) => format!("its attestation by {} ran out on {}", says.owner, says.until),
        };
        paragraph(out, &" ".repeat(23), &" ".repeat(23), &sign(&outcome.secrets.hide(&said), style))?;
    }
    Ok(())
}

fn paragraph(out: &mut dyn Write, first: &str, rest: &str, text: &str) -> io::Result<()> {
    for line in wrap(first, rest, text) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
