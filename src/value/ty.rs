//! Terraform's types, as variables declare them and provider schemas state them.

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
