//! Your part of each layer, and the weakest.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{Style, text};
use crate::report::{Outcome, words};
use crate::settings::finding::{Severity, Tally};

/// The layers in the order of the responsibility model.
pub(super) const LAYERS: [&str; 14] = [
    "data",
    "devices",
    "accounts",
    "directory",
    "application",
    "integrity",
    "encryption",
    "transit",
    "network",
    "logging",
    "resilience",
    "os",
    "hosts",
    "facility",
];

/// The service models in the order of the responsibility model.
pub(super) const MODELS: [&str; 8] = ["onprem", "private", "iaas", "caas", "paas", "faas", "saas", "mgmt"];

/// One layer over all models.
#[derive(Default)]
struct Row {
    models: Vec<&'static str>,
    tally: Tally,
}

fn rows(outcome: &Outcome) -> BTreeMap<usize, Row> {
    let mut rows = BTreeMap::<usize, Row>::new();
    for (layer, model, tally) in &outcome.tallies {
        let at = LAYERS.iter().position(|known| known == layer).unwrap_or(LAYERS.len());
        let row = rows.entry(at).or_default();
        row.tally.add(*tally);
        if *model != "none" {
            row.models.push(model);
        }
    }
    for row in rows.values_mut() {
        row.models.sort_by_key(|model| MODELS.iter().position(|known| known == model));
    }
    rows
}

/// Writes the table: layers with something open or undecided, then the rest on one line.
pub(super) fn write(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    let rows = rows(outcome);
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "Your part of each layer               secure  insecure     unset  undecided")?;
    let mut done = (Vec::new(), Tally::default());
    let name = |at: usize| LAYERS.get(at).copied().unwrap_or("other");
    for (at, row) in &rows {
        let tally = row.tally;
        let (secure, all) = (tally.secure + tally.secure_by_default, tally.all());
        if secure == all {
            done.0.push(name(*at));
            done.1.add(tally);
            continue;
        }
        let models: Vec<&str> = row.models.iter().map(|model| words::short_model(model)).collect();
        let models = text::cut(&models.join(" "), 20, style);
        let share = format!("{secure}/{all}");
        let cell = |count: u32| if count == 0 { style.dot().to_owned() } else { words::grouped(count) };
        writeln!(
            out,
            "  {:<12} {models:<20} {share:>8}  {:>8}  {:>8}  {:>9}",
            name(*at),
            cell(tally.insecure),
            cell(tally.unset),
            cell(tally.unknown)
        )?;
    }
    if !done.0.is_empty() {
        let (secure, by_default) = (done.1.all(), done.1.secure_by_default);
        let by_default =
            if by_default > 0 { format!(" ({} by default)", words::grouped(by_default)) } else { String::new() };
        let sentence = format!("{}: all {} secure{by_default}", done.0.join(", "), words::grouped(secure));
        for line in text::wrap("  ", "    ", &sentence) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)
}

/// The layer with the worst open severity, then the most open at it, then the lowest share secure.
pub(super) fn weakest(outcome: &Outcome) -> Option<&'static str> {
    let mut open = BTreeMap::<&'static str, BTreeMap<Severity, u32>>::new();
    for entry in outcome.failing() {
        *open.entry(entry.finding.layer).or_default().entry(entry.finding.severity).or_insert(0) += 1;
    }
    let mut share = BTreeMap::<&'static str, Tally>::new();
    for (layer, _, tally) in &outcome.tallies {
        share.entry(layer).or_default().add(*tally);
    }
    let per_mille_open = |layer: &str| {
        let tally = share.get(layer).copied().unwrap_or_default();
        let open = u64::from(tally.all() - tally.secure - tally.secure_by_default);
        open * 1000 / u64::from(tally.all().max(1))
    };
    let order = |layer: &str| LAYERS.iter().position(|known| *known == layer);
    open.into_iter()
        .filter_map(|(layer, severities)| Some((severities.last_key_value().map(|(s, n)| (*s, *n))?, layer)))
        .max_by_key(|(worst, layer)| (*worst, per_mille_open(layer), std::cmp::Reverse(order(layer))))
        .map(|(_, layer)| layer)
}
