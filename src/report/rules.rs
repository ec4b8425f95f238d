//! `onus rules`: the settings as a table, or as JSON.

use std::io::{self, Write};

use super::words;
use crate::settings::describe::Description;

/// Writes one line a setting: severity, layer, id, title.
pub fn write(out: &mut dyn Write, settings: &[Description]) -> io::Result<()> {
    let width = settings.iter().map(|setting| setting.id.len()).max().unwrap_or(0);
    for setting in settings {
        let severity = words::severity(setting.severity);
        writeln!(out, "{severity:<8}  {:<11}  {:<width$}  {}", setting.layer, setting.id, setting.title)?;
    }
    writeln!(out, "\n{}. More of one: onus explain ID", words::count(settings.len() as u32, "setting"))
}
