//! What a value can be, as far as provider schemas tell: a block, one of several, a plain value; and single steps down.

use super::super::schema::facts::{Attr, BlockSchema, Nesting, Type, TypeForm};

/// What stands at a place, by one schema.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum At {
    /// An object with the attributes of a block.
    Block(BlockSchema),
    /// A block that may stand once: an object or nothing, and in an expression a list of at most one.
    Once(BlockSchema),
    /// A list of blocks.
    List(BlockSchema),
    /// A set of blocks.
    Set(BlockSchema),
    /// Blocks by key.
    Map(BlockSchema),
    /// A plain value.
    Plain(Type),
    /// An object of which only the names are known: a member of a kind with `fields`, a statement.
    Fields(Vec<String>),
    /// A list of such objects.
    ListOfFields(Vec<String>),
}

/// What can stand at a place, one entry a schema; `None`: anything.
pub(super) type Alternatives = Option<Vec<At>>;

/// Why there is nothing below a place.
#[derive(Debug)]
pub(super) enum Missing {
    /// No such name; these exist.
    Name(Vec<String>),
    /// Many stand there, and no one is chosen.
    Many,
    /// A plain value, of this type.
    Plain(String),
    /// A set, which has no order to count by.
    Unordered,
}

impl At {
    /// What an attribute holds; `None`: anything.
    pub(super) fn of(attr: Attr) -> Option<Self> {
        let Some(block) = attr.children() else {
            let open = attr.wildcard() || attr.nesting().is_some() || attr.ty().form() == TypeForm::Any;
            return if open { None } else { Some(Self::Plain(attr.ty())) };
        };
        Some(match attr.nesting() {
            Some(Nesting::Map) => Self::Map(block),
            Some(Nesting::List) if attr.repeats() => Self::List(block),
            Some(Nesting::Set) if attr.repeats() => Self::Set(block),
            Some(Nesting::List | Nesting::Set) => Self::Once(block),
            Some(Nesting::Single) | None => Self::Block(block),
        })
    }

    fn of_type(ty: Type) -> Alternatives {
        if ty.form() == TypeForm::Any { None } else { Some(vec![Self::Plain(ty)]) }
    }

    /// `.name`; `Ok(None)`: anything.
    fn name(&self, name: &str) -> Result<Alternatives, Missing> {
        match self {
            Self::Block(block) | Self::Once(block) => match block.attr(name) {
                Some(attr) => Ok(Self::of(attr).map(|at| vec![at])),
                None => Err(Missing::Name(block.attrs().map(|attr| attr.name().to_owned()).collect())),
            },
            Self::Map(block) => Ok(Some(vec![Self::Block(*block)])),
            Self::List(_) | Self::Set(_) | Self::ListOfFields(_) => Err(Missing::Many),
            Self::Fields(names) if names.iter().any(|known| known == name) => Ok(None),
            Self::Fields(names) => Err(Missing::Name(names.clone())),
            Self::Plain(ty) => match ty.form() {
                TypeForm::Map(element) => Ok(Self::of_type(element)),
                TypeForm::Any => Ok(None),
                TypeForm::List(_) | TypeForm::Set(_) => Err(Missing::Many),
                _ => Err(Missing::Plain(ty.to_string())),
            },
        }
    }

    /// An element: `[0]`, `[*]`, the variable of a `for`.
    pub(super) fn element(&self) -> Alternatives {
        match self {
            Self::Block(block) | Self::Once(block) | Self::List(block) | Self::Set(block) | Self::Map(block) => {
                Some(vec![Self::Block(*block)])
            }
            Self::Fields(_) => None,
            Self::ListOfFields(names) => Some(vec![Self::Fields(names.clone())]),
            Self::Plain(ty) => match ty.form() {
                TypeForm::List(element) | TypeForm::Set(element) | TypeForm::Map(element) => Self::of_type(element),
                _ => None,
            },
        }
    }

    /// The same as a list of several.
    pub(super) fn listed(&self) -> Alternatives {
        match self {
            Self::Block(block) | Self::Once(block) => Some(vec![Self::List(*block)]),
            Self::Fields(names) => Some(vec![Self::ListOfFields(names.clone())]),
            _ => None,
        }
    }

    /// What people call it.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Plain(ty) => ty.to_string(),
            Self::List(_) | Self::Set(_) | Self::ListOfFields(_) => "list of blocks".to_owned(),
            Self::Map(_) => "map of blocks".to_owned(),
            Self::Block(_) | Self::Once(_) | Self::Fields(_) => "block".to_owned(),
        }
    }
}

/// `.name` on what can stand at a place: an error only if it is there by no schema.
pub(super) fn step(places: &Alternatives, name: &str) -> Result<Alternatives, Missing> {
    let Some(places) = places else { return Ok(None) };
    let mut found = Vec::new();
    let mut missing: Option<Missing> = None;
    let mut anything = false;
    for place in places {
        match place.name(name) {
            Ok(Some(more)) => found.extend(more),
            Ok(None) => anything = true,
            Err(why) => missing = missing.or(Some(why)),
        }
    }
    match missing {
        _ if anything => Ok(None),
        Some(why) if found.is_empty() => Err(why),
        _ => Ok(Some(found)),
    }
}

/// The elements of what can stand at a place.
pub(super) fn elements(places: &Alternatives) -> Alternatives {
    let mut found = Vec::new();
    for place in places.as_ref()? {
        found.extend(place.element()?);
    }
    Some(found)
}

/// What stands at one of two places.
pub(super) fn either(a: Alternatives, b: Alternatives) -> Alternatives {
    let mut both = a?;
    both.extend(b?);
    Some(both)
}
