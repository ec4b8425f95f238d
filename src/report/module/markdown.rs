//! A page that a platform team publishes with its module.

use std::io::{self, Write};

use super::{Duty, Module, Standing};
use crate::report::escape::{cell, code, markdown as text};
use crate::report::human::{Style, value_text};
use crate::report::words;
use crate::responsibility::duties;

const STYLE: Style = Style::PLAIN;

/// Writes the page.
pub fn write(out: &mut dyn Write, module: &Module) -> io::Result<()> {
    let hide = |said: &str| text(&module.secrets.hide(said));
    writeln!(out, "## What {} does for its callers\n", code(&module.directory))?;
    for (what, problems) in [("Could not be read", &module.errors), ("Warning", &module.warnings)] {
        for problem in problems {
            let at =
                problem.location.as_ref().map(|at| format!(" ({}:{})", text(&at.file), at.line)).unwrap_or_default();
            let help = problem.help.as_ref().map(|help| format!("; {}", hide(help))).unwrap_or_default();
            writeln!(out, "**{what}:** {}{at}{help}\n", hide(&problem.message))?;
        }
    }
    for standing in Standing::ALL {
        let groups = module.by_input(standing);
        if groups.is_empty() {
            continue;
        }
        writeln!(out, "### {}\n", standing.words())?;
        if standing.is_the_callers() {
            writeln!(out, "| input | layer | what it decides | of |\n|---|---|---|---|")?;
        } else {
            writeln!(out, "| layer | what | of |\n|---|---|---|")?;
        }
        for (input, duties) in groups {
            for duty in duties {
                let input = input.map(|input| {
                    let given = module.given(input, &|value| value_text(value, STYLE));
                    format!("| {}, {} ", cell(&code(&format!("var.{input}"))), text(&given))
                });
                let input = match (input, standing.is_the_callers()) {
                    (Some(input), _) => input,
                    (None, true) => "| not one input ".to_owned(),
                    (None, false) => String::new(),
                };
                writeln!(
                    out,
                    "{input}| {} | {} | {} |",
                    text(duty.layer.id()),
                    said(module, duty),
                    cell(&code(&duty.address))
                )?;
            }
        }
        writeln!(out)?;
    }
    if !module.uncovered.is_empty() {
        let types: Vec<String> = module.uncovered.iter().map(|(name, _)| code(name)).collect();
        writeln!(out, "No setting is known yet for {}.\n", types.join(", "))?;
    }
    if !module.outside.is_empty() {
        let count = words::count(module.outside.len() as u32, "duty");
        writeln!(out, "<details><summary>Outside the code, whoever uses it owes {count}</summary>\n")?;
        for duty in duties().iter().filter(|duty| module.outside.contains(&duty.id)) {
            writeln!(out, "- `{}` ({}): {}", duty.id, duty.layer, text(duty.duty))?;
        }
        writeln!(out, "\n</details>")?;
    }
    Ok(())
}

fn said(module: &Module, duty: &Duty) -> String {
    format!("{} ({}, {})", text(&module.said(duty)), words::severity(duty.severity), code(&duty.rule))
}
