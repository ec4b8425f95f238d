//! The normal form: what is written in an instance, in the shape that its provider would see.
//!
//! In: written attributes, and nested blocks as tuples of objects. Out: a [`BlockObject`] in which blocks are lists (or
//! one object, or a map) by the schema's nesting, however they were written, and values have the schema's types.
//! Nothing is added and nothing is lost: what does not fit the schema keeps its written form.

use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;

use super::{Attr, BlockSchema, Nesting, TypeForm};
use crate::value::{BlockObject, Entry, InstanceId, Kind, Ty, Unknown, Value, convert, lookup};

/// How deep blocks are brought to normal form; what lies deeper keeps its written form.
const MAX_DEPTH: usize = 128;

/// Brings what is written in an instance to normal form.
///
/// Nested blocks are entries too: a tuple with one object for each block, whose origin is the block's header. Of
/// entries with the same name the last one counts.
pub fn normalize<'a>(
    arena: &'a Bump,
    instance: InstanceId,
    schema: Option<BlockSchema>,
    entries: &[Entry<'a>],
) -> &'a BlockObject<'a> {
    Normalizer { arena, instance }.block(schema, entries, Place { path: "", depth: 0 })
}

struct Normalizer<'a> {
    arena: &'a Bump,
    instance: InstanceId,
}

/// Where within the instance.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a str,
    depth: usize,
}

impl<'a> Normalizer<'a> {
    fn block(&self, schema: Option<BlockSchema>, entries: &[Entry<'a>], place: Place<'a>) -> &'a BlockObject<'a> {
        let mut attrs = ArenaVec::with_capacity_in(entries.len(), self.arena);
        let mut finder = schema.map(BlockSchema::finder);
        for (name, value) in entries {
            let value = match finder.as_mut().and_then(|finder| finder.attr(name)) {
                Some(attr) => self.attribute(attr, *value, place),
                None => self.undescribed(*value, name, place),
            };
            attrs.push((*name, value));
        }
        if !attrs.is_sorted_by(|(a, _), (b, _)| a < b) {
            // The last one of a name comes first, and stays.
            attrs.reverse();
            attrs.sort_by_key(|(name, _)| *name);
            attrs.dedup_by_key(|(name, _)| *name);
        }
        let schema = schema.map(Into::into);
        self.arena.alloc(BlockObject {
            attrs: attrs.into_bump_slice(),
            schema,
            instance: self.instance,
            path: place.path,
        })
    }

    fn attribute(&self, attr: Attr, value: Value<'a>, place: Place<'a>) -> Value<'a> {
        match (attr.nesting(), value.kind) {
            (_, Kind::Null) => value,
            (_, Kind::Unknown(unknown)) => self.typed(unknown, attr, value),
            (None, _) if attr.wildcard() => self.undescribed(value, attr.name(), place),
            (None, _) => match self.convert(value, attr).or_else(|| self.of_old(value, attr)) {
                Some(converted) => converted,
                None => self.undescribed(value, attr.name(), place),
            },
            (Some(Nesting::List | Nesting::Set), _) => self.list(attr, value, place),
            (Some(Nesting::Single), _) => self.single(attr, value, place),
            (Some(Nesting::Map), _) => self.map(attr, value, place),
        }
    }

    /// An unknown takes the type that the schema gives it.
    fn typed(&self, unknown: &'a Unknown<'a>, attr: Attr, value: Value<'a>) -> Value<'a> {
        if attr.nesting().is_some() || attr.wildcard() {
            return value;
        }
        let ty = *attr.ty().ty();
        // An unknown that has its type keeps its address too, by which `eval` knows what it was encoded from.
        if matches!((unknown.ty, ty), (Ty::String, Ty::String) | (Ty::Number, Ty::Number) | (Ty::Bool, Ty::Bool)) {
            return value;
        }
        Value { kind: Kind::Unknown(self.arena.alloc(Unknown { ty, ..*unknown })), ..value }
    }

    fn convert(&self, value: Value<'a>, attr: Attr) -> Option<Value<'a>> {
        let ty = attr.ty();
        if let (TypeForm::Set(element), Some(items)) = (ty.form(), value.elements())
            && items.iter().any(|item| item.first_unknown().is_some())
        {
            // Terraform knows nothing of a set with an unknown element; here what is known of it is still to be judged.
            return self.elements(items, element.ty()).map(|items| Value { kind: Kind::List(items), ..value });
        }
        convert(self.arena, value, ty.ty()).ok()
    }

    /// What Terraform 0.11 took: `tags { … }` for a map, and a list in a list for its elements.
    fn of_old(&self, value: Value<'a>, attr: Attr) -> Option<Value<'a>> {
        let items = value.elements()?;
        let kind = match attr.ty().form() {
            TypeForm::Map(_) => {
                let entries = items.iter().map(|item| item.entries()).collect::<Option<Vec<_>>>()?.concat();
                let entries: std::collections::BTreeMap<&'a str, Value<'a>> = entries.into_iter().collect();
                Kind::Map(self.arena.alloc_slice_fill_iter(entries.into_iter().collect::<Vec<_>>()))
            }
            TypeForm::List(_) | TypeForm::Set(_) => {
                let inner = items.iter().map(|item| item.elements().unwrap_or(std::slice::from_ref(item)));
                Kind::Tuple(self.arena.alloc_slice_copy(&inner.collect::<Vec<_>>().concat()))
            }
            _ => return None,
        };
        self.convert(Value { kind, ..value }, attr)
    }

    fn elements(&self, items: &[Value<'a>], ty: &Ty<'static>) -> Option<&'a [Value<'a>]> {
        let mut converted = ArenaVec::with_capacity_in(items.len(), self.arena);
        for item in items {
            converted.push(convert(self.arena, *item, ty).ok()?);
        }
        Some(converted.into_bump_slice())
    }

    /// Blocks of a kind that may stand several times, or the attribute that stands for them.
    fn list(&self, attr: Attr, value: Value<'a>, place: Place<'a>) -> Value<'a> {
        let one = [value];
        let items = match value.kind {
            Kind::Object(_) | Kind::Map(_) | Kind::Block(_) => &one[..],
            _ => match value.elements() {
                Some(items) => items,
                None => return value,
            },
        };
        Value { kind: Kind::List(self.items(attr.children(), items, attr.name(), place)), ..value }
    }

    fn items(&self, schema: Option<BlockSchema>, items: &[Value<'a>], name: &str, place: Place<'a>) -> &'a [Value<'a>] {
        let objects = items.iter().enumerate().map(|(index, item)| {
            let path = || format!("{}[{index}]", join(place.path, name));
            self.object(schema, *item, place, path)
        });
        self.arena.alloc_slice_fill_iter(objects)
    }

    /// One object as a block; anything else as it is.
    fn object(
        &self,
        schema: Option<BlockSchema>,
        value: Value<'a>,
        place: Place<'a>,
        path: impl FnOnce() -> String,
    ) -> Value<'a> {
        let (Some(entries), true) = (value.entries(), place.depth < MAX_DEPTH) else {
            return value;
        };
        let place = Place { path: self.arena.alloc_str(&path()), depth: place.depth + 1 };
        Value { kind: Kind::Block(self.block(schema, entries, place)), ..value }
    }

    fn single(&self, attr: Attr, value: Value<'a>, place: Place<'a>) -> Value<'a> {
        match value.elements() {
            None => self.object(attr.children(), value, place, || join(place.path, attr.name())),
            Some([]) => Value { kind: Kind::Null, ..value },
            Some([one]) => self.object(attr.children(), *one, place, || join(place.path, attr.name())),
            Some(_) => self.list(attr, value, place),
        }
    }

    fn map(&self, attr: Attr, value: Value<'a>, place: Place<'a>) -> Value<'a> {
        let Some(entries) = value.entries() else {
            return self.list(attr, value, place);
        };
        let objects = entries.iter().map(|(key, value)| {
            let path = || format!("{}[{key:?}]", join(place.path, attr.name()));
            (*key, self.object(attr.children(), *value, place, path))
        });
        Value { kind: Kind::Map(self.arena.alloc_slice_fill_iter(objects)), ..value }
    }

    /// Where no schema speaks, a tuple of objects is what a nested block looks like.
    fn undescribed(&self, value: Value<'a>, name: &str, place: Place<'a>) -> Value<'a> {
        match value.kind {
            Kind::Tuple(items)
                if !items.is_empty() && items.iter().all(|item| matches!(item.kind, Kind::Object(_))) =>
            {
                Value { kind: Kind::List(self.items(None, items, name, place)), ..value }
            }
            _ => value,
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The value at a path within a block in normal form: `vpc_config[0].endpoint_public_access`, `tags.Owner`.
///
/// `None` where nothing is written there.
pub fn value_at<'a>(block: &BlockObject<'a>, path: &str) -> Option<&'a Value<'a>> {
    let mut found: Option<&'a Value<'a>> = None;
    for step in path.split('.') {
        let (name, indices) = step.split_at(step.find('[').unwrap_or(step.len()));
        found = match found {
            None => block.get(name),
            Some(value) => lookup(value.entries()?, name),
        };
        for index in indices.split('[').filter_map(|index| index.strip_suffix(']')) {
            found = found?.elements()?.get(index.parse::<usize>().ok()?);
        }
        found?;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::resource;
    use super::*;
    use crate::value::{Marks, Origin, Reason, ReasonKind};

    fn object<'a>(arena: &'a Bump, entries: &[Entry<'a>]) -> Value<'a> {
        let entries = arena.alloc_slice_copy(entries);
        entries.sort_by_key(|(name, _)| *name);
        Value::of(Kind::Object(entries))
    }

    fn tuple<'a>(arena: &'a Bump, items: &[Value<'a>]) -> Value<'a> {
        Value::of(Kind::Tuple(arena.alloc_slice_copy(items)))
    }

    fn written<'a>(arena: &'a Bump, type_name: &str, entries: &[Entry<'a>]) -> &'a BlockObject<'a> {
        normalize(arena, InstanceId(7), resource(type_name).map(|ty| ty.root()), entries)
    }

    #[test]
    fn a_block_and_the_attribute_that_stands_for_it_look_the_same() {
        let arena = Bump::new();
        let cidrs = tuple(&arena, &[Value::str("0.0.0.0/0").at(Origin(9))]);
        let rule = object(&arena, &[("from_port", Value::str("22")), ("cidr_blocks", cidrs)]).at(Origin(5));
        let forms = [tuple(&arena, &[rule]), Value::of(Kind::List(arena.alloc_slice_copy(&[rule]))), rule];
        for form in forms {
            let block = written(&arena, "aws_security_group", &[("ingress", form)]);
            let item = value_at(block, "ingress[0]").unwrap();
            let Kind::Block(ingress) = item.kind else { panic!("{item:?}") };
            assert_eq!((item.origin, ingress.path, ingress.instance), (Origin(5), "ingress[0]", InstanceId(7)));
            assert!(ingress.schema.is_some());
            let cidr = value_at(block, "ingress[0].cidr_blocks[0]").unwrap();
            assert_eq!((cidr.as_str(), cidr.origin), (Some("0.0.0.0/0"), Origin(9)));
        }
    }

    #[test]
    fn maps_as_blocks_and_lists_in_lists_are_read_as_terraform_0_11_did() {
        let arena = Bump::new();
        let tags = tuple(&arena, &[object(&arena, &[("Name", Value::str("a").at(Origin(4)))])]);
        let groups = tuple(&arena, &[tuple(&arena, &[Value::str("sg-1"), Value::str("sg-2")]), Value::str("sg-3")]);
        let block = written(&arena, "aws_instance", &[("tags", tags), ("vpc_security_group_ids", groups)]);
        let name = value_at(block, "tags.Name").unwrap();
        assert_eq!((name.as_str(), name.origin), (Some("a"), Origin(4)));
        assert_eq!(block.get("vpc_security_group_ids").unwrap().elements().map(<[_]>::len), Some(3));
    }

    #[test]
    fn values_take_the_schemas_type_and_stay_when_they_do_not_fit() {
        let arena = Bump::new();
        let entries = [
            ("storage_encrypted", Value::str("true").marked(Marks::SENSITIVE)),
            ("port", Value::str("22")),
            ("engine_version", Value::int(14)),
            ("multi_az", Value::str("perhaps")),
            ("kms_key_id", Value::NULL),
            ("no_such_thing", Value::int(1)),
        ];
        let block = written(&arena, "aws_db_instance", &entries);
        let names: Vec<&str> = block.attrs.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["engine_version", "kms_key_id", "multi_az", "no_such_thing", "port", "storage_encrypted"]);
        let encrypted = block.get("storage_encrypted").unwrap();
        assert_eq!((encrypted.as_bool(), encrypted.marks), (Some(true), Marks::SENSITIVE));
        assert!(matches!(block.get("port").unwrap().kind, Kind::Int(22)));
        assert_eq!(block.get("engine_version").unwrap().as_str(), Some("14"));
        assert_eq!(block.get("multi_az").unwrap().as_str(), Some("perhaps"));
        assert!(block.get("kms_key_id").unwrap().is_null());
        assert!(block.get("storage_type").is_none(), "what is not written is absent");
    }

    #[test]
    fn unknown_values_take_the_type_and_leave_the_known_parts_of_a_set() {
        let arena = Bump::new();
        let reason = Reason { kind: ReasonKind::Variable, name: "var.x", at: Origin(3) };
        let unknown = Value::of(Kind::Unknown(arena.alloc(Unknown::new(reason))));
        let cidrs = tuple(&arena, &[Value::str("0.0.0.0/0"), unknown]);
        let config = object(&arena, &[("public_access_cidrs", cidrs), ("endpoint_public_access", unknown)]);
        let block = written(&arena, "aws_eks_cluster", &[("vpc_config", tuple(&arena, &[config]))]);
        let cidrs = value_at(block, "vpc_config[0].public_access_cidrs").unwrap().elements().unwrap();
        assert_eq!(cidrs[0].as_str(), Some("0.0.0.0/0"));
        assert!(cidrs[1].is_unknown());
        let public = value_at(block, "vpc_config[0].endpoint_public_access").unwrap().unknown().unwrap();
        assert_eq!((public.ty.to_string(), public.reason.name), ("bool".to_owned(), "var.x"));
        let block = written(&arena, "aws_security_group", &[("ingress", unknown)]);
        assert!(block.get("ingress").unwrap().is_unknown());
    }

    #[test]
    fn what_no_schema_describes_keeps_its_form_and_blocks_are_lists() {
        let arena = Bump::new();
        let inner = object(&arena, &[("b", tuple(&arena, &[object(&arena, &[("x", Value::int(1))])]))]);
        let entries =
            [("a", tuple(&arena, &[inner, inner])), ("empty", tuple(&arena, &[])), ("port", Value::str("22"))];
        let block = written(&arena, "acme_thing", &entries);
        assert_eq!(block.get("port").unwrap().as_str(), Some("22"));
        assert!(block.get("empty").unwrap().elements().unwrap().is_empty());
        let Kind::Block(nested) = value_at(block, "a[1].b[0]").unwrap().kind else { panic!() };
        assert_eq!((nested.path, nested.schema), ("a[1].b[0]", None));
    }

    #[test]
    fn a_block_that_may_stand_once_in_a_single_nesting_is_an_object() {
        let arena = Bump::new();
        let timeouts = tuple(&arena, &[object(&arena, &[("create", Value::str("10m"))])]);
        let block = written(&arena, "aws_db_instance", &[("timeouts", timeouts)]);
        let Kind::Block(timeouts) = block.get("timeouts").unwrap().kind else { panic!() };
        assert_eq!((timeouts.path, timeouts.get("create").unwrap().as_str()), ("timeouts", Some("10m")));
    }
}
