//! `contract "platform" { layers, scope, addresses, contact }`: which of your own teams answers for which layers. Findings are
//! routed by it.

use super::Configuration;
use super::block::{Form, Reader, short};
use super::fulfilled::patterns;
use crate::responsibility::LayerId;
use crate::settings::accept::Pattern;
use crate::source::Location;
use crate::syntax::BlockId;

const FORM: Form = Form {
    name: "contract",
    labels: &["team"],
    arguments: &["layers", "scope", "addresses", "contact"],
    needed: &["layers"],
    blocks: &[],
};

/// More of them are not read: each finding is compared with all.
const MAX_BLOCKS: usize = 100;

/// More patterns are not read, in all blocks together.
const MAX_PATTERNS: usize = 500;

/// What stands for findings that no contract speaks of, where contracts are named.
pub const NOBODY: &str = "nobody";

/// The layers that one team answers for.
#[derive(Clone, Debug)]
pub struct Contract {
    /// The team: `platform`.
    pub team: String,
    /// The layers.
    pub layers: Vec<LayerId>,
    /// The root modules for which that holds, relative to the file: patterns. Empty: all.
    pub scope: Vec<Pattern>,
    /// The addresses for which it holds: patterns. Empty: all.
    pub addresses: Vec<Pattern>,
    /// Where the team is reached: a channel, an address.
    pub contact: Option<String>,
    /// The block.
    pub location: Location,
}

impl Contract {
    /// Whether it speaks of a root module, whose directory is given relative to the file's.
    pub(super) fn holds_in(&self, root: &str) -> bool {
        Pattern::any(&self.scope, root)
    }

    /// Whether it speaks of a finding in a layer of a resource, in a root module that it speaks of.
    pub fn covers(&self, layer: LayerId, address: &str) -> bool {
        self.layers.contains(&layer) && Pattern::any(&self.addresses, address)
    }

    fn is_for_all(&self) -> bool {
        self.scope.is_empty() && self.addresses.is_empty()
    }
}

/// Reads one block.
pub(super) fn read(reader: &mut Reader<'_>, block: BlockId, into: &mut Configuration) {
    let args = reader.block(block, &FORM);
    if into.contracts.len() >= MAX_BLOCKS {
        reader.error(args.block.header, format!("there are more than {MAX_BLOCKS} blocks `contract`"), None);
        return;
    }
    let team = reader.label(&args, 0);
    let mut layers = Vec::new();
    for said in reader.texts(&args, "layers") {
        let Some(layer) = reader.layer(&said) else { continue };
        let earlier = into.contracts.iter().find(|other| other.is_for_all() && other.layers.contains(&layer));
        if layers.contains(&layer) {
            reader.error(said.span, format!("`{layer}` is written twice"), None);
        } else if let Some(earlier) = earlier {
            let message = format!("`{layer}` is given to `{}` already", short(&earlier.team));
            let help =
                format!("the first contract that fits counts: put this one before line {}", earlier.location.line);
            reader.error(said.span, message, Some(help));
        }
        layers.push(layer);
    }
    let (scope, addresses) = (patterns(reader, &args, "scope"), patterns(reader, &args, "addresses"));
    let all = into.contracts.iter().map(|other| other.scope.len() + other.addresses.len()).sum::<usize>();
    if all + scope.len() + addresses.len() > MAX_PATTERNS {
        reader.error(args.block.header, format!("there are more than {MAX_PATTERNS} patterns"), None);
    }
    let contact = reader.text(&args, "contact").map(|said| said.text.to_owned());
    let Some(team) = team else { return };
    if team.text == NOBODY {
        reader.error(team.span, "`nobody` stands for findings without a contract: no team is called so", None);
        return;
    }
    let location = reader.file.locate(args.block.header);
    into.contracts.push(Contract { team: team.text.to_owned(), layers, scope, addresses, contact, location });
}
