//! For people.

use std::io::{self, Write};

use super::{Duty, Module, Standing};
use crate::report::human::{self, Style, right, sign, value_text, wrap};
use crate::report::words;

/// So many duties of one kind are listed without `--full`.
const LISTED: usize = 30;

/// Writes what the module does for its callers.
pub fn write(out: &mut dyn Write, module: &Module, style: Style, full: bool) -> io::Result<()> {
    let hide = |text: &str| sign(&module.secrets.hide(text), style);
    for error in &module.errors {
        let at = error.location.as_ref().map(|at| format!("{}:{}:{}: ", at.file, at.line, at.column));
        let message = format!("error: {}{}", at.unwrap_or_default(), error.message);
        for line in wrap("", "  ", &hide(&message)) {
            writeln!(out, "{line}")?;
        }
        if let Some(help) = &error.help {
            writeln!(out, "  {}", hide(help))?;
        }
    }
    let settings = words::count(module.duties.len() as u32, "setting");
    let inputs = words::count(module.inputs.len() as u32, "input");
    let what = format!("{settings}, {inputs}");
    writeln!(out, "{}\n", right(&format!("Module {}", sign(&module.directory, style)), &what))?;
    for standing in Standing::ALL {
        let count = module.standing(standing).count();
        if count == 0 {
            continue;
        }
        writeln!(out, "{}", right(standing.words(), &words::grouped(count as u32)))?;
        let mut left = if full { usize::MAX } else { LISTED };
        for (input, duties) in module.by_input(standing) {
            if left == 0 {
                break;
            }
            if let Some(input) = input {
                input_line(out, module, input, style)?;
            }
            for duty in duties.iter().take(left) {
                duty_lines(out, module, duty, input.is_some(), style)?;
            }
            left = left.saturating_sub(duties.len());
        }
        if !full && count > LISTED {
            writeln!(out, "  {} {} more: --full", style.ellipsis(), words::grouped((count - LISTED) as u32))?;
        }
        writeln!(out)?;
    }
    if module.duties.is_empty() {
        writeln!(out, "No setting that onus knows applies to anything in it.\n")?;
    }
    if !module.uncovered.is_empty() {
        let resources = module.uncovered.iter().map(|(_, count)| count).sum();
        let types = words::list(module.uncovered.iter().map(|(name, _)| name.as_str()));
        let line = format!("No setting yet for {}: {types}", words::count(resources, "resource"));
        for line in wrap("", "  ", &sign(&line, style)) {
            writeln!(out, "{line}")?;
        }
    }
    if !module.outside.is_empty() {
        let duties = words::count(module.outside.len() as u32, "duty");
        writeln!(out, "Outside the code, whoever uses it owes {duties}: --format json lists them")?;
    }
    for warning in &module.warnings {
        human::warning(out, warning, &module.secrets, style)?;
    }
    Ok(())
}

/// `  var.versioning   default true          variables.tf:9`
fn input_line(out: &mut dyn Write, module: &Module, input: &str, style: Style) -> io::Result<()> {
    let given = module.given(input, &|value| value_text(value, style));
    let declared = module.input(input).and_then(|known| known.location.as_ref());
    let at = declared.map(|at| sign(&format!("{}:{}", at.file, at.line), style)).unwrap_or_default();
    writeln!(out, "{}", right(&format!("  var.{}  {}", sign(input, style), sign(&given, style)), &at))
}

/// The title, or what is wrong; the resource and where.
fn duty_lines(out: &mut dyn Write, module: &Module, duty: &Duty, has_input: bool, style: Style) -> io::Result<()> {
    let (first, more) = if has_input { ("    ", "      ") } else { ("  ", "    ") };
    let said = format!("{} {}: {}", words::severity(duty.severity), duty.layer, module.said(duty));
    for line in wrap(first, more, &sign(&said, style)) {
        writeln!(out, "{line}")?;
    }
    let at = duty.location.as_ref().filter(|_| !has_input).map(|at| format!("{}:{}", at.file, at.line));
    let address = format!("{more}{}  {}", sign(&duty.address, style), duty.rule);
    match at {
        Some(at) => writeln!(out, "{}", right(&address, &sign(&at, style))),
        None => writeln!(out, "{address}"),
    }
}
