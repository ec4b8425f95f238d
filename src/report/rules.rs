//! `onus rules`: the settings as a table, or as JSON.

use std::io::{self, Write};

use super::{human, words};
use crate::settings::describe::Description;

/// Writes the settings of each service below its name, two lines each: the id with severity and layer, then the duty.
pub fn write(out: &mut dyn Write, settings: &[Description]) -> io::Result<()> {
    for of_service in settings.chunk_by(|a, b| (&a.provider, &a.service) == (&b.provider, &b.service)) {
        let Description { provider, service, .. } = &of_service[0];
        writeln!(out, "{provider}/{service}: {}", words::count(of_service.len() as u32, "setting"))?;
        for setting in of_service {
            let severity = words::severity(setting.severity);
            let facts = format!("{severity:<8}  {:<11}", setting.layer);
            writeln!(out, "{}", human::right(&format!("  {}", setting.id), &facts).trim_end())?;
            for line in human::wrap("    ", "    ", &setting.title) {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "{}. More of one: onus explain ID", words::count(settings.len() as u32, "setting"))
}
