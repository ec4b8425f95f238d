//! Your part of each layer, and the weakest.

use std::io::{self, Write};

use super::{Style, text};
use crate::report::{Outcome, words};
use crate::responsibility::{LayerId, Matrix, ModelId, Owner, Tally, provider_name};

/// Writes the table: layers with something open or undecided, the rest on one line, and what is the provider's.
pub(super) fn write(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    let matrix = &outcome.matrix;
    if matrix.tally().total() == 0 {
        return Ok(());
    }
    writeln!(
        out,
        "{:<37}{:>8}  {:>8}  {:>8}  {:>9}",
        "Your part of each layer", "secure", "insecure", "unset", "undecided"
    )?;
    let mut done = (Vec::new(), Tally::default());
    for layer in LayerId::all() {
        let tally = matrix.layer_tally(layer);
        if tally.total() == 0 {
            continue;
        }
        if tally.done() == tally.total() {
            done.0.push(layer.id());
            done.1 += tally;
            continue;
        }
        let share = format!("{}/{}", tally.done(), tally.total());
        let cell = |count: u32| if count == 0 { style.dot().to_owned() } else { words::grouped(count) };
        let (insecure, unset, unknown) = (cell(tally.insecure), cell(tally.unset), cell(tally.unknown));
        let models = text::cut(&models(matrix, layer), 21, style);
        writeln!(out, "  {layer:<12} {models:<21} {share:>8}  {insecure:>8}  {unset:>8}  {unknown:>9}")?;
    }
    if !done.0.is_empty() {
        let by_default = match done.1.secure_by_default {
            0 => String::new(),
            count => format!(" ({} by default)", words::grouped(count)),
        };
        let sentence = format!("{}: all {} secure{by_default}", done.0.join(", "), words::grouped(done.1.done()));
        write_wrapped(out, &sentence)?;
    }
    for sentence in the_providers(matrix) {
        write_wrapped(out, &sentence)?;
    }
    writeln!(out)
}

fn write_wrapped(out: &mut dyn Write, sentence: &str) -> io::Result<()> {
    for line in text::wrap("  ", "    ", sentence) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// `IaaS PaaS`, and whether the layer is shared under them.
fn models(matrix: &Matrix, layer: LayerId) -> String {
    let used: Vec<ModelId> = matrix.models().collect();
    let here: Vec<ModelId> = (used.iter().copied())
        .filter(|model| matrix.cell(layer, *model).is_some_and(|cell| cell.tally.total() > 0))
        .collect();
    let names = if here.len() > 2 && here.len() == used.len() {
        "all".to_owned()
    } else {
        here.iter().map(|model| words::short(*model)).collect::<Vec<_>>().join(" ")
    };
    let is_shared = |model: &ModelId| matrix.cell(layer, *model).is_some_and(|cell| cell.owner() == Owner::Shared);
    let shared = if !here.is_empty() && here.iter().all(is_shared) { " shared" } else { "" };
    names + shared
}

/// `AWS answers for hosts and facility, and for the os of PaaS and FaaS`, one sentence for each provider.
fn the_providers(matrix: &Matrix) -> Vec<String> {
    let used: Vec<ModelId> = matrix.models().collect();
    let is_provider = |layer: LayerId, model: ModelId| {
        matrix.cell(layer, model).is_some_and(|cell| cell.owner() == Owner::Provider && !cell.adjusted)
    };
    let everywhere = |layer: &LayerId| used.iter().all(|model| is_provider(*layer, *model));
    let whole: Vec<LayerId> = if used.is_empty() { Vec::new() } else { LayerId::all().filter(everywhere).collect() };
    let os = LayerId::find("os").filter(|os| !whole.contains(os));
    let os_of: Vec<&str> = os
        .into_iter()
        .flat_map(|os| used.iter().filter(move |m| is_provider(os, **m)))
        .map(|m| words::short(*m))
        .collect();
    let mut providers: Vec<&str> = used.iter().flat_map(|model| matrix.providers(*model)).map(provider_name).collect();
    providers.sort_unstable();
    providers.dedup();
    let any_declared = used.iter().any(|model| matrix.declared(*model).next().is_some());
    let who = match providers.as_slice() {
        [one] if !any_declared => (*one).to_owned(),
        _ => "Each provider".to_owned(),
    };
    if whole.is_empty() {
        return Vec::new();
    }
    let and_os = if os_of.is_empty() { String::new() } else { format!(", and for the os of {}", words::list(os_of)) };
    vec![format!("{who} answers for {}{and_os}", words::list(whole.iter().map(|layer| layer.id())))]
}
