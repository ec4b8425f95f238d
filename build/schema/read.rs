//! The JSON form of schema facts, as `rules/schemas/README.md` describes it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// One provider.
#[derive(serde::Deserialize)]
pub struct Provider<'a> {
    pub provider: &'a str,
    pub version: &'a str,
    pub source: &'a str,
    #[serde(default, borrow)]
    pub majors: Vec<&'a str>,
    #[serde(borrow)]
    pub config: Entries<'a, Attr<'a>>,
    #[serde(borrow)]
    pub resources: Entries<'a, Type<'a>>,
    #[serde(borrow)]
    pub data_sources: Entries<'a, Type<'a>>,
}

/// A resource type or data source.
#[derive(serde::Deserialize)]
pub struct Type<'a> {
    #[serde(borrow)]
    pub attrs: Entries<'a, Attr<'a>>,
    #[serde(default)]
    pub service: &'a str,
    #[serde(default)]
    pub deprecated: bool,
    #[serde(default)]
    pub since: &'a str,
    #[serde(default)]
    pub until: &'a str,
    #[serde(default)]
    pub src: &'a str,
}

/// An attribute or nested block.
#[derive(Default, serde::Deserialize)]
pub struct Attr<'a> {
    pub t: &'a str,
    #[serde(default)]
    pub n: &'a str,
    #[serde(default, borrow)]
    pub attrs: Option<Entries<'a, Attr<'a>>>,
    #[serde(default)]
    pub o: u8,
    #[serde(default)]
    pub r: u8,
    #[serde(default)]
    pub c: u8,
    #[serde(default)]
    pub s: u8,
    #[serde(default)]
    pub w: u8,
    #[serde(default)]
    pub d: u8,
    #[serde(default)]
    pub mn: u16,
    #[serde(default)]
    pub mx: u16,
    #[serde(default, borrow)]
    pub default: Option<&'a RawValue>,
    #[serde(default)]
    pub ds: &'a str,
    #[serde(default)]
    pub dq: u8,
    #[serde(default, borrow)]
    pub dm: BTreeMap<&'a str, &'a RawValue>,
    #[serde(default)]
    pub since: &'a str,
    #[serde(default)]
    pub until: &'a str,
    #[serde(default)]
    pub rs: &'a str,
    /// Set while google-beta is laid over google.
    #[serde(skip)]
    pub beta: bool,
}

/// A JSON object as its entries, sorted by key.
pub struct Entries<'a, T>(pub Vec<(Cow<'a, str>, T)>);

impl<'a, T> Entries<'a, T> {
    /// Adds what only `other` has; what both have is joined by `join`.
    pub fn merge(&mut self, other: Self, join: impl Fn(&mut T, T), mark: impl Fn(&mut T)) {
        for (key, mut value) in other.0 {
            match self.0.binary_search_by(|(name, _)| name.cmp(&key)) {
                Ok(at) => join(&mut self.0[at].1, value),
                Err(at) => {
                    mark(&mut value);
                    self.0.insert(at, (key, value));
                }
            }
        }
    }

    /// Adds an entry unless there is one of that name.
    pub fn add(&mut self, key: &'a str, value: T) {
        self.merge(Self(vec![(Cow::Borrowed(key), value)]), |_, _| {}, |_| {});
    }
}

impl<'de: 'a, 'a, T: Deserialize<'de>> Deserialize<'de> for Entries<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<'a, T>(PhantomData<(&'a str, T)>);
        impl<'de: 'a, 'a, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<'a, T> {
            type Value = Entries<'a, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut entries: Vec<(Cow<'a, str>, T)> = Vec::new();
                while let Some((Key(key), value)) = map.next_entry()? {
                    entries.push((key, value));
                }
                entries.sort_by(|(a, _), (b, _)| a.cmp(b));
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);
