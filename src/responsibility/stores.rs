//! Types of resources that hold data, and what keeps the data when one is destroyed.

use super::tables::STORES;
use crate::value::{BlockObject, Kind, Value, lookup};

/// A type of resource that holds data.
#[derive(Debug, PartialEq, Eq)]
pub struct Store {
    /// `aws_db_instance`
    pub type_name: &'static str,
    /// What it holds: `a database`.
    pub holds: &'static str,
    /// Each of these makes its provider refuse to destroy it.
    pub refuses: &'static [Guard],
    /// Each of these keeps the data, or a copy, when it is destroyed.
    pub keeps: &'static [Guard],
    /// What else may keep it; may be empty.
    pub note: &'static str,
    /// Where that stands.
    pub source: &'static str,
}

/// What a value must be to keep the data.
#[derive(Debug, PartialEq, Eq)]
pub struct Guard {
    /// The attribute: `settings.deletion_protection_enabled`; of the provider's configuration with `provider.` before it.
    pub path: &'static str,
    /// How it is compared.
    pub comparison: Comparison,
    /// With what.
    pub value: &'static str,
}

/// How a guard compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The value is that. Null counts as false, 0 and the empty text, as it does for the provider that reads it.
    Is,
    /// The value is anything else, null counting the same.
    IsNot,
    /// The value is that, and not null.
    IsWritten,
}

impl Guard {
    /// Whether it holds for a resource, given its provider's configuration. What is not known holds for nothing.
    pub(super) fn holds(&self, attrs: &BlockObject<'_>, provider: Option<&BlockObject<'_>>) -> bool {
        let value = self.value_in(attrs, provider);
        if value.is_some_and(|value| value.is_unknown()) {
            return false;
        }
        let value = value.filter(|value| !value.is_null());
        let is_empty = matches!(self.value, "false" | "0" | "");
        match self.comparison {
            Comparison::Is => value.map_or(is_empty, |value| is(value, self.value)),
            Comparison::IsNot => !value.map_or(is_empty, |value| is(value, self.value)),
            Comparison::IsWritten => value.is_some_and(|value| is(value, self.value)),
        }
    }

    /// The value that it looks at; of nested blocks, the first.
    pub(super) fn value_in<'a>(
        &self,
        attrs: &BlockObject<'a>,
        provider: Option<&BlockObject<'a>>,
    ) -> Option<&'a Value<'a>> {
        match self.path.strip_prefix("provider.") {
            Some(path) => first_at(provider?, path),
            None => first_at(attrs, self.path),
        }
    }
}

fn first_at<'a>(block: &BlockObject<'a>, path: &str) -> Option<&'a Value<'a>> {
    let mut names = path.split('.');
    let mut value = block.get(names.next()?)?;
    for name in names {
        if let Some(elements) = value.elements() {
            value = elements.first()?;
        }
        value = match value.entries() {
            Some(entries) => lookup(entries, name)?,
            None => return value.is_unknown().then_some(value),
        };
    }
    Some(value)
}

fn is(value: &Value<'_>, expected: &str) -> bool {
    match value.kind {
        Kind::Bool(truth) => expected == if truth { "true" } else { "false" },
        Kind::Int(number) => expected.parse() == Ok(number),
        Kind::Str(text) => expected == text,
        _ => false,
    }
}

/// All of them, by type.
pub fn stores() -> &'static [Store] {
    &STORES
}

/// What is known of a type that holds data.
pub fn store(type_name: &str) -> Option<&'static Store> {
    STORES.binary_search_by(|store| store.type_name.cmp(type_name)).ok().map(|index| &STORES[index])
}

#[cfg(test)]
mod tests {
    use bumpalo::Bump;

    use super::*;
    use crate::value::InstanceId;

    /// Whether any guard of the type holds where its state has this one value.
    fn is_kept(type_name: &str, name: &str, value: Value<'_>) -> bool {
        let arena = Bump::new();
        let entries = [(name, value)];
        let block = crate::schema::normalize(
            &arena,
            InstanceId(0),
            crate::schema::resource(type_name).map(|found| found.root()),
            &entries,
        );
        let store = store(type_name).unwrap();
        store.refuses.iter().chain(store.keeps).any(|guard| guard.holds(block, None))
    }

    #[test]
    fn null_counts_as_what_the_provider_reads() {
        // A bucket is refused unless it is forced; a secret without a window is gone at once.
        assert!(is_kept("aws_s3_bucket", "force_destroy", Value::NULL));
        assert!(is_kept("aws_s3_bucket", "force_destroy", Value::bool(false)));
        assert!(!is_kept("aws_s3_bucket", "force_destroy", Value::bool(true)));
        assert!(!is_kept("aws_secretsmanager_secret", "recovery_window_in_days", Value::NULL));
        assert!(!is_kept("aws_secretsmanager_secret", "recovery_window_in_days", Value::int(0)));
        assert!(is_kept("aws_secretsmanager_secret", "recovery_window_in_days", Value::int(7)));
        assert!(!is_kept("azurerm_key_vault", "purge_protection_enabled", Value::NULL));
    }

    #[test]
    fn guards_in_nested_blocks_are_found() {
        let arena = Bump::new();
        let settings = |value| {
            let object = Value::of(Kind::Object(arena.alloc_slice_copy(&[("deletion_protection_enabled", value)])));
            Value::of(Kind::Tuple(arena.alloc_slice_copy(&[object])))
        };
        assert!(is_kept("google_sql_database_instance", "settings", settings(Value::bool(true))));
        assert!(!is_kept("google_sql_database_instance", "settings", settings(Value::bool(false))));
    }

    #[test]
    fn what_is_not_a_store_is_none() {
        assert_eq!(store("aws_iam_role"), None);
    }
}
