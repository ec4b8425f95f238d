//! The end of the page: how the number is made, where the cells come from, what wrote it; and the script.

use std::collections::BTreeMap;
use std::io;

use maud::{Markup, PreEscaped, html};

use super::policy::SCRIPT;
use super::{Page, Paper};
use crate::responsibility::{LayerId, Source, cell};

/// Closes the document.
pub(super) fn write(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    paper.put(how())?;
    paper.put(sources(page))?;
    paper.raw("</main>\n")?;
    paper.put(html! {
        footer {
            p {
                "Written by onus " (env!("CARGO_PKG_VERSION")) ", with the settings and the responsibility model of that version. "
                "This page is one file: it loads nothing and sends nothing."
            }
        }
        script { (PreEscaped(SCRIPT)) }
    })?;
    paper.raw("</body>\n</html>\n")
}

fn how() -> Markup {
    html! {
        section aria-labelledby="how" {
            h2 #how { "How the number is made" }
            p {
                "A setting of one resource counts once. Your part of a layer is what is secure, written or by default, of all "
                "settings that are yours: what is open, undecided or accepted is among all and never among what is secure, so "
                "100 % means that all are. What the provider does is in no share, nor is what is owed outside the code or what "
                "onus has no setting for. Percent are rounded down."
            }
            p {
                "The weakest link is the layer with the worst open severity; of several, the one with most open findings of "
                "that severity, then the one with the lowest share."
            }
        }
    }
}

/// The sources of all cells that are shown.
fn sources(page: &Page<'_>) -> Markup {
    let mut used: BTreeMap<&'static str, &'static Source> = BTreeMap::new();
    if page.of_models {
        for model in page.outcome.matrix.models() {
            let cells = LayerId::all().filter_map(|layer| cell(layer, model));
            used.extend(cells.flat_map(|cell| cell.sources.listed()).map(|source| (source.id, source)));
        }
    }
    html! {
        @if !used.is_empty() {
            section aria-labelledby="sources" {
                h2 #sources { "Sources of the cells" }
                dl .sources {
                    @for source in used.values() {
                        dt #{ "src-" (source.id) } { (source.id) }
                        dd {
                            (source.name)
                            @if !source.section.is_empty() { ", " (source.section) }
                        }
                    }
                }
            }
        }
    }
}
