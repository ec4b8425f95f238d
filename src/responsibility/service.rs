//! From a resource type to its service: an exact pattern wins, else the longest prefix.

use super::model::{LayerId, ModelId, Overrides};
use super::tables::{EXACT_SERVICES, LAYER_LISTS, POOL, PROVIDER_NAMES, SERVICES, SUFFIXES};

/// A piece of the text pool.
#[derive(Clone, Copy)]
pub(super) struct Str {
    pub(super) start: u32,
    pub(super) len: u16,
}

impl Str {
    fn get(self) -> &'static str {
        let start = self.start as usize;
        &POOL[start..start + usize::from(self.len)]
    }
}

/// A run of the list of layers.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) start: u16,
    pub(super) len: u8,
}

/// A row of services.tsv.
pub(super) struct ServiceRow {
    pub(super) pattern: Str,
    pub(super) provider: Str,
    pub(super) name: Str,
    pub(super) category: Str,
    pub(super) note: Str,
    pub(super) layers: Run,
    pub(super) overrides: Overrides,
    pub(super) model: ModelId,
    pub(super) fallback: bool,
    /// The row of the next shorter prefix that this prefix begins with; `u16::MAX`: none.
    pub(super) parent: u16,
}

/// What a resource type belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// The provider: `aws`. Empty for a type of a provider that the tables do not know.
    pub provider: &'static str,
    /// `Amazon RDS`; empty if not known.
    pub name: &'static str,
    /// `database`
    pub category: &'static str,
    /// The model, before the attributes of a resource are looked at.
    pub model: ModelId,
    /// The layers in which its settings usually fall, the main one first.
    pub layers: &'static [LayerId],
    /// Owners that differ from the matrix.
    pub overrides: Overrides,
    /// What to know of it; may be empty.
    pub note: &'static str,
    /// Whether this is a guess: a type that is newer than the tables, or of a provider that they do not know.
    pub fallback: bool,
}

impl ServiceRow {
    fn service(&self) -> Service {
        let start = usize::from(self.layers.start);
        Service {
            provider: self.provider.get(),
            name: self.name.get(),
            category: self.category.get(),
            model: self.model,
            layers: &LAYER_LISTS[start..start + usize::from(self.layers.len)],
            overrides: self.overrides,
            note: self.note.get(),
            fallback: self.fallback,
        }
    }
}

/// What a type of resource or data source belongs to. `None`: a provider that the tables do not know.
///
/// ```
/// use onus::responsibility::classify_type;
///
/// let service = classify_type("aws_db_instance").unwrap();
/// assert_eq!(service.model.id(), "paas");
/// ```
pub fn classify_type(type_name: &str) -> Option<Service> {
    find(type_name).map(ServiceRow::service)
}

fn find(type_name: &str) -> Option<&'static ServiceRow> {
    let (exact, prefixes) = SERVICES.split_at(EXACT_SERVICES);
    if let Ok(index) = exact.binary_search_by(|row| row.pattern.get().cmp(type_name)) {
        return Some(&exact[index]);
    }
    // Whatever stands between a prefix and the type in the order of text begins with that prefix too, so the longest
    // prefix is the last entry that is not greater than the type, or one that this entry begins with.
    let mut index = prefixes.partition_point(|row| row.pattern.get() <= type_name).checked_sub(1)?;
    loop {
        let row = &prefixes[index];
        if type_name.starts_with(row.pattern.get()) {
            return Some(row);
        }
        index = usize::from(row.parent).checked_sub(EXACT_SERVICES).filter(|index| *index < prefixes.len())?;
    }
}

/// Every service that the tables know, by pattern: the type, or a prefix that ends in `*`.
pub fn services() -> impl Iterator<Item = (String, Service)> {
    SERVICES.iter().enumerate().map(|(index, row)| {
        let star = if index < EXACT_SERVICES { "" } else { "*" };
        (format!("{}{star}", row.pattern.get()), row.service())
    })
}

/// An ending of type names that tells the layer whatever the service.
#[derive(Debug, PartialEq, Eq)]
pub struct Suffix {
    /// `_iam_member`
    pub suffix: &'static str,
    /// The layers.
    pub layers: &'static [LayerId],
    /// Why.
    pub why: &'static str,
}

/// All endings that tell a layer.
pub fn suffixes() -> &'static [Suffix] {
    &SUFFIXES
}

/// The longest ending of the type that tells a layer.
pub fn suffix_of(type_name: &str) -> Option<&'static Suffix> {
    SUFFIXES.iter().filter(|suffix| type_name.ends_with(suffix.suffix)).max_by_key(|suffix| suffix.suffix.len())
}

/// The layers in which settings of a type usually fall, the main one first: by its ending, else by its service.
pub fn layers_of_type(type_name: &str) -> &'static [LayerId] {
    match suffix_of(type_name) {
        Some(suffix) => suffix.layers,
        None => classify_type(type_name).map_or(&[], |service| service.layers),
    }
}

/// What people call a provider, by its local name: `AWS` for `aws`; the name itself where nothing else is known.
pub fn provider_name(provider: &str) -> &str {
    match PROVIDER_NAMES.binary_search_by(|(id, _)| (*id).cmp(provider)) {
        Ok(index) => PROVIDER_NAMES[index].1,
        Err(_) => provider,
    }
}
