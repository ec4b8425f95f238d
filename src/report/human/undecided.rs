//! What could not be decided, for people.

use std::io::{self, Write};

use super::{Style, text};
use crate::report::undecided::Group;
use crate::report::words;

/// So many groups are listed without `--full`.
const LISTED: usize = 8;

/// Writes the groups: how many, what they wait for, what would settle it.
pub(super) fn write(out: &mut dyn Write, groups: &[Group<'_>], style: Style, full: bool) -> io::Result<()> {
    let listed = if full { groups.len() } else { groups.len().min(LISTED) };
    for group in &groups[..listed] {
        let what = group.what();
        let at = group.location().map(|at| text::sign(&format!("{}:{}", at.file, at.line), style)).unwrap_or_default();
        let first =
            text::cut(&format!("{:>4}  {}", words::grouped(group.count()), text::sign(&what, style)), 76, style);
        writeln!(out, "{}", if at.is_empty() { first } else { text::right(&first, &at) })?;
        let layers: Vec<String> = group.layers().map(|(layer, count)| format!("{layer} {count}")).collect();
        writeln!(out, "{}", text::right(&format!("      {}", layers.join(", ")), group.way_out()).trim_end())?;
    }
    if listed < groups.len() {
        writeln!(out, "      {} {}", style.ellipsis(), words::count((groups.len() - listed) as u32, "more reason"))?;
    }
    writeln!(out)
}
