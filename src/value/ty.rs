//! Terraform's types, as variables declare them and provider schemas state them.

use bumpalo::Bump;

use super::Value;

/// A type constraint.
#[derive(Clone, Copy, Debug)]
pub enum Ty<'a> {
    /// `any`: no constraint, or not known.
    Any,
    /// `bool`
    Bool,
    /// `number`
    Number,
    /// `string`
    String,
    /// `list(…)`
    List(&'a Ty<'a>),
    /// `set(…)`
    Set(&'a Ty<'a>),
    /// `map(…)`
    Map(&'a Ty<'a>),
    /// `tuple([…])`
    Tuple(&'a [Ty<'a>]),
    /// `object({…})`, sorted by name.
    Object(&'a [Field<'a>]),
}

/// An attribute of an object type.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its type.
    pub ty: Ty<'a>,
    /// Whether it is `optional(…)`.
    pub optional: bool,
    /// The default of `optional(…, default)`.
    pub default: Option<Value<'a>>,
}

impl Ty<'_> {
    /// `bool`, `number` or `string`.
    pub fn is_primitive(&self) -> bool {
        matches!(self, Self::Bool | Self::Number | Self::String)
    }

    /// A list, set or tuple.
    pub fn is_sequence(&self) -> bool {
        matches!(self, Self::List(_) | Self::Set(_) | Self::Tuple(_))
    }

    /// A map or object.
    pub fn has_keys(&self) -> bool {
        matches!(self, Self::Map(_) | Self::Object(_))
    }
}

/// The type of what is not there to show it, the elements of an empty list, set or map, or a null: in two bytes, up to six
/// lists, sets and maps in each other around a primitive type or `any`. Objects and tuples do not fit, and count as `any`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypeHint(u16);

impl TypeHint {
    /// It is not known.
    pub const NOT_KNOWN: Self = Self(0);

    /// The primitive type stands in the upper bits, above what is around it: two bits each, from the outside.
    const PRIMITIVE: u32 = 12;

    /// That of a type, as far as it fits.
    pub fn of(mut ty: &Ty<'_>) -> Self {
        let (mut bits, mut place) = (0, 0);
        loop {
            let (around, element) = match ty {
                Ty::Any => return Self(bits | 1 << Self::PRIMITIVE),
                Ty::Bool => return Self(bits | 2 << Self::PRIMITIVE),
                Ty::Number => return Self(bits | 3 << Self::PRIMITIVE),
                Ty::String => return Self(bits | 4 << Self::PRIMITIVE),
                Ty::List(element) => (1, *element),
                Ty::Set(element) => (2, *element),
                Ty::Map(element) => (3, *element),
                Ty::Tuple(_) | Ty::Object(_) if bits == 0 => return Self::NOT_KNOWN,
                Ty::Tuple(_) | Ty::Object(_) => return Self(bits | 1 << Self::PRIMITIVE),
            };
            if place == Self::PRIMITIVE {
                return Self(bits | 1 << Self::PRIMITIVE);
            }
            bits |= around << place;
            place += 2;
            ty = element;
        }
    }

    /// The type; [`Ty::Any`] if it is not known.
    pub fn ty<'a>(self, arena: &'a Bump) -> Ty<'a> {
        let primitive = match self.0 >> Self::PRIMITIVE {
            2 => Ty::Bool,
            3 => Ty::Number,
            4 => Ty::String,
            _ => Ty::Any,
        };
        let around = (0..Self::PRIMITIVE).step_by(2).map(|place| self.0 >> place & 3);
        around.rev().fold(primitive, |ty, around| match around {
            1 => Ty::List(arena.alloc(ty)),
            2 => Ty::Set(arena.alloc(ty)),
            3 => Ty::Map(arena.alloc(ty)),
            _ => ty,
        })
    }

    /// Whether it is certainly another one.
    pub fn differs(self, other: Self) -> bool {
        self != other && self != Self::NOT_KNOWN && other != Self::NOT_KNOWN
    }
}

impl std::fmt::Display for Ty<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Any => f.write_str("any"),
            Self::Bool => f.write_str("bool"),
            Self::Number => f.write_str("number"),
            Self::String => f.write_str("string"),
            Self::List(element) => write!(f, "list({element})"),
            Self::Set(element) => write!(f, "set({element})"),
            Self::Map(element) => write!(f, "map({element})"),
            Self::Tuple(elements) => {
                f.write_str("tuple([")?;
                for (index, element) in elements.iter().enumerate() {
                    write!(f, "{}{element}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str("])")
            }
            Self::Object(fields) => {
                f.write_str("object({")?;
                for (index, field) in fields.iter().enumerate() {
                    write!(f, "{}{} = {}", if index == 0 { "" } else { ", " }, field.name, field.ty)?;
                }
                f.write_str("})")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_come_back_as_they_were() {
        let arena = Bump::new();
        let through = |ty: Ty<'static>| TypeHint::of(&ty).ty(&arena).to_string();
        assert_eq!(through(Ty::String), "string");
        assert_eq!(through(Ty::Any), "any");
        assert_eq!(through(Ty::Map(&Ty::List(&Ty::Set(&Ty::Number)))), "map(list(set(number)))");
        assert_eq!(through(Ty::List(&Ty::Object(&[]))), "list(any)");
        assert_eq!(TypeHint::of(&Ty::Object(&[])), TypeHint::NOT_KNOWN);
        const DEEP: Ty<'static> = Ty::List(&Ty::List(&Ty::List(&Ty::List(&Ty::List(&Ty::List(&Ty::Bool))))));
        assert_eq!(through(DEEP), DEEP.to_string());
        assert_eq!(through(Ty::List(&DEEP)), "list(list(list(list(list(list(any))))))");
        assert!(TypeHint::of(&Ty::Any).differs(TypeHint::of(&Ty::Bool)));
        assert!(!TypeHint::NOT_KNOWN.differs(TypeHint::of(&Ty::Bool)));
    }
}
