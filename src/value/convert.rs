//! Terraform's conversions between types, equality, and the common type of several values.
use super::{Ty, Value};
use bumpalo::Bump;

/// Converts a value to a type as Terraform does for variables and provider arguments. Unknown parts stay unknown and
/// take the type; marks and origins stay. `Err` is a sentence: `a bool is needed`.
pub fn convert<'a>(_arena: &'a Bump, value: Value<'a>, _ty: &Ty<'a>) -> Result<Value<'a>, String> {
    Ok(value)
}
/// Terraform's `==`: `None` if unknown parts leave it open.
pub fn equal(_a: &Value<'_>, _b: &Value<'_>) -> Option<bool> {
    None
}
/// Brings values to one type, as conditionals and `tolist` do.
pub fn unify<'a>(_arena: &'a Bump, values: &[Value<'a>]) -> Option<&'a [Value<'a>]> {
    Some(_arena.alloc_slice_copy(values))
}
