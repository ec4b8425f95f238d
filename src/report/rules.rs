//! `onus rules`: the settings as a table, or as JSON.

use std::io::{self, Write};

use super::{human, words};
use crate::settings::describe::Description;

/// Writes two lines a setting: its id with severity and layer, then the duty.
pub fn write(out: &mut dyn Write, settings: &[Description]) -> io::Result<()> {
    for setting in settings {
        let severity = words::severity(setting.severity);
        writeln!(out, "{}", human::right(&setting.id, &format!("{severity:<8}  {:<11}", setting.layer)))?;
        for line in human::wrap("  ", "  ", &setting.title) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out, "\n{}. More of one: onus explain ID", words::count(settings.len() as u32, "setting"))
}
