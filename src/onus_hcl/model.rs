//! `responsibility { layer … cell … type … }`: where the users' contract differs from the published model.

use super::block::{Args, Form, Reader, short};
use crate::responsibility::{Adjusted, Adjustment, ModelSet, classify_type};
use crate::schema::{self, TypeKind};
use crate::syntax::BlockId;

const FORM: Form =
    Form { name: "responsibility", labels: &[], arguments: &[], needed: &[], blocks: &["layer", "cell", "type"] };

const LAYER: Form = Form {
    name: "layer",
    labels: &["layer"],
    arguments: &["owner", "provider", "reason"],
    needed: &["owner", "reason"],
    blocks: &[],
};

const CELL: Form = Form {
    name: "cell",
    labels: &["layer", "model"],
    arguments: &["owner", "provider", "reason"],
    needed: &["owner", "reason"],
    blocks: &[],
};

const TYPE: Form = Form {
    name: "type",
    labels: &["type"],
    arguments: &["model", "owners", "reason"],
    needed: &["reason"],
    blocks: &[],
};

/// More of them are not read: each resource is compared with all.
const MAX_BLOCKS: usize = 200;

/// Reads one block `responsibility`.
pub(super) fn read(reader: &mut Reader<'_>, block: BlockId, into: &mut Vec<Adjustment>) {
    let outer = reader.block(block, &FORM);
    for nested in &outer.blocks {
        let (args, what) = match reader.tree.kind(*nested) {
            "layer" => {
                let args = reader.block(*nested, &LAYER);
                let what = cell(reader, &args, true);
                (args, what)
            }
            "cell" => {
                let args = reader.block(*nested, &CELL);
                let what = cell(reader, &args, false);
                (args, what)
            }
            _ => {
                let args = reader.block(*nested, &TYPE);
                let what = of_type(reader, &args);
                (args, what)
            }
        };
        let reason = reader.text(&args, "reason");
        let (Some(what), Some(reason)) = (what, reason) else { continue };
        let header = args.block.header;
        if into.len() >= MAX_BLOCKS {
            reader.error(header, format!("there are more than {MAX_BLOCKS} deviations from the model"), None);
            return;
        }
        if let Some(other) = into.iter().find(|other| is_same(&other.what, &what)) {
            let help = Some(format!("first on line {}", other.location.line));
            reader.error(header, "this is said twice", help);
            continue;
        }
        let location = reader.file.locate(header);
        into.push(Adjustment { what, reason: reason.text.to_owned(), location });
    }
}

fn cell<'f>(reader: &mut Reader<'f>, args: &Args<'f>, is_row: bool) -> Option<Adjusted> {
    let layer = reader.label(args, 0).and_then(|label| reader.layer(&label));
    let models = match is_row {
        true => Some(ModelSet::columns()),
        false => {
            let model = reader.label(args, 1).and_then(|label| reader.model(&label));
            model.map(|model| std::iter::once(model).collect())
        }
    };
    let provider = reader.text(args, "provider").map(|said| said.text.to_owned());
    let owner = reader.owner(args, "owner");
    Some(Adjusted::Cell { layer: layer?, models: models?, provider, owner: owner?, is_row })
}

fn of_type<'f>(reader: &mut Reader<'f>, args: &Args<'f>) -> Option<Adjusted> {
    let label = reader.label(args, 0);
    let model = reader.text(args, "model").and_then(|model| reader.model(&model));
    let owners = reader.owners(args, "owners");
    reader.needs_one(args, ["model", "owners"]);
    let label = label?;
    let name = label.text.strip_suffix('*').unwrap_or(label.text);
    let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '-';
    if name.is_empty() || !name.chars().all(is_name) {
        let help = Some("write a type, or what types begin with and `*`: aws_db_*".to_owned());
        reader.error(label.span, format!("`{}` is no type of resources", short(label.text)), help);
        return None;
    }
    let is_known = schema::find(TypeKind::Managed, name).is_some() || schema::find(TypeKind::Data, name).is_some();
    // Providers that onus does not know have types, too, and the known ones get new ones.
    if name.len() == label.text.len() && !is_known && classify_type(name).is_some() {
        let near = schema::nearest(name, schema::types(TypeKind::Managed).map(|it| it.name()));
        let help = near.map(|near| format!("nearest: {near}"));
        reader.warn(label.span, format!("onus knows no type `{}`", short(name)), help);
    }
    Some(Adjusted::Type { pattern: label.text.to_owned(), model, owners })
}

/// Whether two speak of the same.
fn is_same(a: &Adjusted, b: &Adjusted) -> bool {
    match (a, b) {
        (Adjusted::Type { pattern: a, .. }, Adjusted::Type { pattern: b, .. }) => a == b,
        (
            Adjusted::Cell { layer: a, models: of_a, provider: from_a, .. },
            Adjusted::Cell { layer: b, models: of_b, provider: from_b, .. },
        ) => (a, of_a, from_a) == (b, of_b, from_b),
        _ => false,
    }
}
