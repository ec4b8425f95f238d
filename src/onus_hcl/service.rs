//! `service "Google Workspace" { model = "saas" … }` declares what is used and in no code: its column has owners and duties.

use super::Configuration;
use super::block::{Form, Reader, short};
use crate::responsibility::{ModelId, Overrides};
use crate::source::Location;
use crate::syntax::BlockId;

const FORM: Form = Form {
    name: "service",
    labels: &["name"],
    arguments: &["model", "provider", "owners", "owner"],
    needed: &["model"],
    blocks: &[],
};

/// More of them are not read.
const MAX_BLOCKS: usize = 200;

/// A service that is used and that no code declares.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclaredService {
    /// `Google Workspace`
    pub name: String,
    /// How it is offered.
    pub model: ModelId,
    /// The local name of its provider, or any other: `googleworkspace`.
    pub provider: Option<String>,
    /// Who answers for layers, where that differs from the model.
    pub owners: Overrides,
    /// Who answers for it among the users: a team, a role.
    pub owner: Option<String>,
    /// The block.
    pub location: Location,
}

/// Reads one block.
pub(super) fn read(reader: &mut Reader<'_>, block: BlockId, into: &mut Configuration) {
    let args = reader.block(block, &FORM);
    if into.services.len() >= MAX_BLOCKS {
        reader.error(args.block.header, format!("there are more than {MAX_BLOCKS} blocks `service`"), None);
        return;
    }
    let name = reader.label(&args, 0);
    let model = reader.text(&args, "model").and_then(|model| reader.model(&model));
    let provider = reader.text(&args, "provider").map(|said| said.text.to_owned());
    let owners = reader.owners(&args, "owners");
    let owner = reader.text(&args, "owner").map(|said| said.text.to_owned());
    let (Some(name), Some(model)) = (name, model) else { return };
    if into.services.iter().any(|other| other.name == name.text && other.model == model) {
        reader.error(name.span, format!("`{}` is declared twice as {model}", short(name.text)), None);
        return;
    }
    let location = reader.file.locate(args.block.header);
    into.services.push(DeclaredService { name: name.text.to_owned(), model, provider, owners, owner, location });
}
