//! `onus matrix` for people: layers by service models.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Style;
use super::layers::{LAYERS, MODELS, weakest};
use crate::report::{Outcome, words};
use crate::settings::finding::Tally;

/// Writes who answers for what.
pub fn write(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    let mut cells = BTreeMap::<(&str, &str), Tally>::new();
    for (layer, model, tally) in &outcome.tallies {
        cells.entry((layer, model)).or_default().add(*tally);
    }
    let models: Vec<&str> = MODELS.into_iter().filter(|model| cells.keys().any(|(_, used)| used == model)).collect();
    if let Some(layer) = weakest(outcome) {
        writeln!(out, "Weakest link: {layer}.\n")?;
    }
    write!(out, "{:<13}", "")?;
    for model in &models {
        write!(out, "{:<9}", words::short_model(model))?;
    }
    writeln!(out, "{:>7}", "yours")?;
    for layer in LAYERS {
        let mut sum = Tally::default();
        let mut line = format!(" {layer:<12}");
        for model in &models {
            let tally = cells.get(&(layer, *model)).copied().unwrap_or_default();
            sum.add(tally);
            line.push_str(&format!("{:<9}", cell(tally, style)));
        }
        writeln!(out, "{line}{:>7}", if sum.all() == 0 { "-".to_owned() } else { share(sum) })?;
    }
    writeln!(out, "\n n/m secure of all your settings   ! open   ? undecided   ~ accepted by you")
}

fn cell(tally: Tally, style: Style) -> String {
    if tally.all() == 0 {
        return style.dot().to_owned();
    }
    let open = if tally.insecure + tally.unset > 0 { "!" } else { "" };
    let undecided = if tally.unknown > 0 { "?" } else { "" };
    let accepted = if tally.accepted > 0 { "~" } else { "" };
    format!("{}{open}{undecided}{accepted}", share(tally))
}

fn share(tally: Tally) -> String {
    format!("{}/{}", tally.secure + tally.secure_by_default, tally.all())
}
