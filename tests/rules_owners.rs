//! The settings that come with onus stand in layers of which the customer has a part.

use onus::responsibility::{LayerId, Owner, Placement, conditions_of};
use onus::settings::builtin::builtin;
use onus::settings::model::TypeKind;

/// If Terraform gives the customer something to set, part of that layer is the customer's; a setting in a cell of the
/// provider's alone would never be judged.
#[test]
fn no_setting_stands_where_the_provider_answers_alone() {
    let rules = builtin();
    let (mut wrong, mut judged) = (Vec::new(), 0);
    for shape in rules.shapes {
        let setting = &rules.settings[shape.setting as usize];
        let label = rules.str(setting.label);
        let Some(layer) = LayerId::find(rules.str(setting.layer)) else {
            wrong.push(format!("{label}: no layer {:?}", rules.str(setting.layer)));
            continue;
        };
        // A setting of a kind has the types of the kind, and of the kinds around it.
        let around = std::iter::successors(setting.kind, |kind| rules.kinds[usize::from(*kind)].within);
        let shapes = around.flat_map(|kind| &rules.kind_shapes[rules.kinds[usize::from(kind)].shapes.range()]);
        let types = shapes.map(|shape| shape.types).chain([shape.types]);
        for ty in types.flat_map(|types| &rules.types[types.range()]) {
            judged += 1;
            let name = rules.str(ty.name);
            let placement = Placement::of_type(name);
            let may_change = conditions_of(name).any(|it| placement.under(it).owner(layer) != Owner::Provider);
            if ty.kind == TypeKind::Managed && placement.owner(layer) == Owner::Provider && !may_change {
                wrong.push(format!("{label}: {layer} of {name} is the provider's ({})", placement.model));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(judged >= rules.settings.len(), "{judged} types of {} settings", rules.settings.len());
}
