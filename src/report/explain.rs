//! `onus explain`: what there is to know of a setting.

use std::io::{self, Write};

use super::{human, words};
use crate::settings::describe::Description;

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
pub enum Explained {
    /// Settings: one, or all of a family or of another tool's id.
    Settings(Vec<Description>),
}

/// Writes an explanation for people.
pub fn write(out: &mut dyn Write, explained: &Explained, style: human::Style) -> io::Result<()> {
    let Explained::Settings(settings) = explained;
    for (index, setting) in settings.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        self::setting(out, setting, style)?;
    }
    Ok(())
}

fn setting(out: &mut dyn Write, setting: &Description, style: human::Style) -> io::Result<()> {
    if setting.aliases.is_empty() {
        writeln!(out, "{}", setting.id)?;
    } else {
        wrapped(out, "", &format!("{}        also: {}", setting.id, setting.aliases.join(", ")))?;
    }
    writeln!(out, "{}\n", human::right(&setting.title, words::severity(setting.severity)))?;
    row(out, "Layer", &setting.layer)?;
    row(out, "Speaks of", &setting.types.join(", "))?;
    if let Some(default) = &setting.default {
        let since = default.since.as_deref().map(|since| format!(" (since {since})")).unwrap_or_default();
        row(out, "Left out", &format!("{}{since}", human::value_text(&default.value, style)))?;
    }
    row(out, "Why", &setting.why)?;
    row(out, "Fix", &setting.fix)?;
    row(out, "Careful", setting.careful.as_deref().unwrap_or_default())?;
    row(out, "Secure", setting.secure.as_deref().unwrap_or_default())?;
    row(out, "Silence", &format!("# onus: ignore[{}] -- why", setting.id))?;
    let controls = setting.frameworks.iter().map(|entry| format!("{}: {}", entry.framework, entry.controls.join(", ")));
    row(out, "Controls", &controls.collect::<Vec<_>>().join("   "))?;
    for (index, reference) in setting.references.iter().enumerate() {
        row(out, if index == 0 { "Read" } else { "" }, reference)?;
    }
    row(out, "Since", setting.since.as_deref().unwrap_or_default())
}

/// One row of two columns; nothing if there is nothing to say.
fn row(out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    // What is code keeps its lines.
    for (index, line) in text.lines().enumerate() {
        wrapped(out, &format!("{:<11}", if index == 0 { name } else { "" }), line)?;
    }
    Ok(())
}

fn wrapped(out: &mut dyn Write, first: &str, text: &str) -> io::Result<()> {
    for line in human::wrap(first, &" ".repeat(11.min(first.len().max(4))), text) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
