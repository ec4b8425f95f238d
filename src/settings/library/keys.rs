//! Whose a key is, by how it is named.

use bumpalo::Bump;

use crate::value::{Ty, Value, equal_in_rules};

use super::unknown_like;

/// What the aliases of keys begin with that AWS makes in each account.
const OF_AWS: &str = "alias/aws/";

/// Whether a key is named, and it is none of those that AWS keeps for its services. `""` names none: that is what
/// modules pass on whose caller gave no key.
pub(super) fn is_own_key<'a>(arena: &'a Bump, key: &Value<'a>) -> Value<'a> {
    if let Some(unknown) = key.unknown() {
        if names_key_of_aws(unknown.prefix) {
            return Value::FALSE;
        }
        // A reference to a key names one, whichever it turns out to be.
        let is_reference = unknown.ident.is_some() || !unknown.deps.is_empty();
        if is_reference && equal_in_rules(key, &Value::NULL) == Some(false) {
            return Value::TRUE;
        }
        return unknown_like(arena, unknown, Ty::Bool);
    }
    let named = |text: &str| !text.is_empty() && !names_key_of_aws(text);
    Value::bool(key.as_str().is_some_and(named))
}

fn names_key_of_aws(text: &str) -> bool {
    text.starts_with(OF_AWS) || (text.starts_with("arn:") && text.contains(":alias/aws/"))
}
