//! Reads the compiled facts in place: handles are record numbers, names are slices of the file.
//!
//! This file uses only `std` and the layout, for build.rs compiles it too, to check settings against the facts.

use super::layout::{self, NONE, Section, default_kind, fact_flag, flag, nesting, ty, type_flag, type_kind};

/// The compiled facts.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    bytes: &'static [u8],
}

impl Facts {
    /// Facts in the layout of `layout`.
    pub(super) const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    fn number<const N: usize>(self, at: usize) -> u32 {
        let mut wide = [0; 4];
        wide[..N].copy_from_slice(&self.bytes[at..at + N]);
        u32::from_le_bytes(wide)
    }

    fn section(self, section: Section) -> (usize, usize) {
        let at = layout::MAGIC.len() + 4 * section as usize;
        (self.number::<4>(at) as usize, self.number::<4>(at + 4) as usize)
    }

    fn count(self, section: Section, width: usize) -> u32 {
        let (start, end) = self.section(section);
        ((end - start) / width) as u32
    }

    /// The number of `N` bytes at `offset` in a record.
    fn field<const N: usize>(self, section: Section, width: usize, record: u32, offset: usize) -> u32 {
        self.number::<N>(self.section(section).0 + record as usize * width + offset)
    }

    fn bytes_of(self, rank: u32) -> &'static [u8] {
        let start = self.field::<4>(Section::StringStarts, 4, rank, 0) as usize;
        let end = self.field::<4>(Section::StringStarts, 4, rank + 1, 0) as usize;
        let base = self.section(Section::Strings).0;
        &self.bytes[base + start..base + end]
    }

    fn text(self, rank: u32) -> &'static str {
        std::str::from_utf8(self.bytes_of(rank)).unwrap_or_default()
    }

    /// The first record of a sorted section that is not `before`.
    fn partition(mut from: u32, mut to: u32, before: impl Fn(u32) -> bool) -> u32 {
        while from < to {
            let middle = from + (to - from) / 2;
            if before(middle) { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// The records of a sorted section for which `compare` says `Equal`: the first, and one past the last.
    fn range(from: u32, to: u32, compare: impl Fn(u32) -> std::cmp::Ordering) -> (u32, u32) {
        let start = Self::partition(from, to, |at| compare(at).is_lt());
        (start, Self::partition(start, to, |at| compare(at).is_le()))
    }

    fn find_type(self, kind: TypeKind, name: &str) -> Option<TypeSchema> {
        let count = self.count(Section::Types, layout::TYPE);
        let order = |at: u32| {
            let found = TypeSchema(at);
            (found.kind_code() as u8).cmp(&(kind as u8)).then_with(|| found.name_bytes().cmp(name.as_bytes()))
        };
        let first = Self::partition(0, count, |at| order(at).is_lt());
        (first < count && order(first).is_eq()).then_some(TypeSchema(first))
    }
}

fn facts() -> Facts {
    super::facts()
}

/// What kind of block a type describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypeKind {
    /// `resource`
    Managed = type_kind::MANAGED as isize,
    /// `data`
    Data = type_kind::DATA as isize,
    /// `provider`
    Provider = type_kind::PROVIDER as isize,
}

/// A resource type, a data source or the configuration of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeSchema(u32);

/// A resource type: `aws_instance`. Types of `google-beta` are found too.
pub fn resource(type_name: &str) -> Option<TypeSchema> {
    facts().find_type(TypeKind::Managed, type_name)
}

/// A data source: `aws_ami`.
pub fn data_source(type_name: &str) -> Option<TypeSchema> {
    facts().find_type(TypeKind::Data, type_name)
}

/// The configuration of a provider: `aws`, `google-beta`.
pub fn provider_config(name: &str) -> Option<TypeSchema> {
    facts().find_type(TypeKind::Provider, name)
}

/// A type of that kind.
pub fn find(kind: TypeKind, name: &str) -> Option<TypeSchema> {
    facts().find_type(kind, name)
}

/// All types of that kind, by name.
pub fn types(kind: TypeKind) -> impl Iterator<Item = TypeSchema> {
    let count = facts().count(Section::Types, layout::TYPE);
    let (start, end) = Facts::range(0, count, |at| (TypeSchema(at).kind_code() as u8).cmp(&(kind as u8)));
    (start..end).map(TypeSchema)
}

impl TypeSchema {
    fn field<const N: usize>(self, offset: usize) -> u32 {
        facts().field::<N>(Section::Types, layout::TYPE, self.0, offset)
    }

    fn kind_code(self) -> u32 {
        self.field::<1>(0)
    }

    /// Whether it is a resource type, a data source or a provider configuration.
    pub fn kind(self) -> TypeKind {
        match self.kind_code() as u8 {
            type_kind::MANAGED => TypeKind::Managed,
            type_kind::DATA => TypeKind::Data,
            _ => TypeKind::Provider,
        }
    }

    /// The name for searches, which need not know that it is UTF-8: its bytes sort as its text does.
    fn name_bytes(self) -> &'static [u8] {
        facts().bytes_of(self.field::<3>(1))
    }

    /// `aws_instance`; for a provider configuration `aws`.
    pub fn name(self) -> &'static str {
        facts().text(self.field::<3>(1))
    }

    /// The provider that has it: `aws`, `google-beta`.
    pub fn provider(self) -> Provider {
        Provider(self.field::<1>(4))
    }

    /// Its arguments and nested blocks.
    pub fn root(self) -> BlockSchema {
        BlockSchema(self.field::<3>(5))
    }

    /// The provider's own division of its services: `rds`, `storage`. May be empty.
    pub fn service(self) -> &'static str {
        facts().text(self.field::<3>(8))
    }

    /// Whether it is deprecated.
    pub fn deprecated(self) -> bool {
        self.field::<1>(11) as u8 & type_flag::DEPRECATED != 0
    }

    /// Whether its attributes are known from reference pages alone, and may be incomplete.
    pub fn documented_only(self) -> bool {
        self.field::<1>(11) as u8 & type_flag::FROM_PAGES != 0
    }

    /// The first major version that has it, where later than the first one known.
    pub fn since(self) -> Option<u32> {
        given(self.field::<1>(12))
    }

    /// The last major version that has it.
    pub fn until(self) -> Option<u32> {
        given(self.field::<1>(13))
    }
}

fn given(number: u32) -> Option<u32> {
    (number != 0).then_some(number)
}

/// A block of a provider schema: the top of a type, or a nested block or object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockSchema(pub(super) u32);

impl BlockSchema {
    fn slots(self) -> (u32, u32) {
        let facts = facts();
        (facts.field::<4>(Section::BlockStarts, 4, self.0, 0), facts.field::<4>(Section::BlockStarts, 4, self.0 + 1, 0))
    }

    fn at(slot: u32) -> Attr {
        Attr(facts().field::<3>(Section::Slots, layout::SLOT, slot, 0))
    }

    /// The attribute or nested block of that name.
    pub fn attr(self, name: &str) -> Option<Attr> {
        let (from, to) = self.slots();
        let first = Facts::partition(from, to, |slot| Self::at(slot).name_bytes() < name.as_bytes());
        (first < to).then(|| Self::at(first)).filter(|found| found.name_bytes() == name.as_bytes())
    }

    /// For looking up many names that are sorted, mostly.
    pub fn finder(self) -> Finder {
        let (first, end) = self.slots();
        Finder { first, at: first, end }
    }

    /// All attributes and nested blocks, sorted by name.
    pub fn attrs(self) -> impl ExactSizeIterator<Item = Attr> {
        let (from, to) = self.slots();
        (from..to).map(Self::at)
    }
}

/// Looks up names in a block, each from where the one before it was found.
#[derive(Clone, Copy, Debug)]
pub struct Finder {
    first: u32,
    /// The first slot that is not before the name asked last.
    at: u32,
    end: u32,
}

impl Finder {
    /// How many slots are tried one by one.
    const NEAR: u32 = 4;

    /// The attribute or nested block of that name.
    pub fn attr(&mut self, name: &str) -> Option<Attr> {
        let before = |slot| BlockSchema::at(slot).name_bytes() < name.as_bytes();
        if self.at > self.first && !before(self.at - 1) {
            self.at = self.first;
        }
        let near = self.end.min(self.at + Self::NEAR);
        while self.at < near && before(self.at) {
            self.at += 1;
        }
        if self.at == near {
            self.at = Facts::partition(near, self.end, before);
        }
        let found = (self.at < self.end).then(|| BlockSchema::at(self.at))?;
        (found.name_bytes() == name.as_bytes()).then_some(found)
    }
}

/// How nested objects are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nesting {
    /// A list of objects.
    List,
    /// A set of objects.
    Set,
    /// A map of objects.
    Map,
    /// One object, or null.
    Single,
}

/// Who says what a default is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The provider's source declares it.
    Declared,
    /// The provider's documentation states it.
    Documented,
}

/// What an attribute is when it is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultValue {
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number, as decimal text.
    Number(&'static str),
    /// Text.
    Str(&'static str),
}

/// A default with what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DefaultFact {
    /// The value.
    pub value: DefaultValue,
    /// The first major version in which it holds, where an earlier one is known to differ.
    pub since: Option<u32>,
    /// Who says so.
    pub source: Source,
    /// It holds under a condition only, or the page's attribute fits several paths.
    pub doubtful: bool,
}

/// An attribute or nested block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attr(u32);

impl Attr {
    fn field<const N: usize>(self, offset: usize) -> u32 {
        facts().field::<N>(Section::Attrs, layout::ATTR, self.0, offset)
    }

    fn shape<const N: usize>(self, offset: usize) -> u32 {
        facts().field::<N>(Section::Shapes, layout::SHAPE, self.field::<2>(3), offset)
    }

    fn has(self, bit: u16) -> bool {
        self.shape::<2>(2) as u16 & bit != 0
    }

    fn fact<const N: usize>(self, offset: usize) -> Option<u32> {
        let facts = facts();
        let known = self.0 < facts.count(Section::Facts, layout::FACT);
        known.then(|| facts.field::<N>(Section::Facts, layout::FACT, self.0, offset))
    }

    fn name_bytes(self) -> &'static [u8] {
        facts().bytes_of(self.field::<3>(0))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        facts().text(self.field::<3>(0))
    }

    /// Its type; `any` for nested blocks and objects.
    pub fn ty(self) -> Type {
        Type(self.shape::<1>(0) as u8)
    }

    /// Whether it is written as a block, not as an argument.
    pub fn is_block(self) -> bool {
        self.has(flag::BLOCK)
    }

    /// How its nested objects are held; `None` for a plain attribute.
    pub fn nesting(self) -> Option<Nesting> {
        match self.shape::<1>(1) as u8 {
            nesting::LIST => Some(Nesting::List),
            nesting::SET => Some(Nesting::Set),
            nesting::MAP => Some(Nesting::Map),
            nesting::SINGLE => Some(Nesting::Single),
            _ => None,
        }
    }

    /// The attributes of its nested objects.
    pub fn children(self) -> Option<BlockSchema> {
        let block = self.field::<3>(5);
        (block != NONE).then_some(BlockSchema(block))
    }

    /// Whether what lies below is not described: any path is right there.
    pub fn wildcard(self) -> bool {
        self.has(flag::WILDCARD)
    }

    /// The most nested objects that it may hold.
    pub fn max_items(self) -> Option<u32> {
        given(self.shape::<2>(6))
    }

    /// The fewest nested objects that it must hold.
    pub fn min_items(self) -> Option<u32> {
        given(self.shape::<2>(4))
    }

    /// Whether there can be more than one nested object, so that a path needs an index or `[*]`.
    pub fn repeats(self) -> bool {
        matches!(self.nesting(), Some(Nesting::List | Nesting::Set | Nesting::Map)) && self.max_items() != Some(1)
    }

    /// Whether it may be written.
    pub fn optional(self) -> bool {
        self.has(flag::OPTIONAL)
    }

    /// Whether it must be written.
    pub fn required(self) -> bool {
        self.has(flag::REQUIRED)
    }

    /// Whether the provider sets it, always or where it is not written.
    pub fn computed(self) -> bool {
        self.has(flag::COMPUTED)
    }

    /// Whether it can be written at all.
    pub fn writable(self) -> bool {
        self.required() || self.optional() || !self.computed()
    }

    /// Whether it is sensitive.
    pub fn sensitive(self) -> bool {
        self.has(flag::SENSITIVE)
    }

    /// Whether it never reaches the state.
    pub fn write_only(self) -> bool {
        self.has(flag::WRITE_ONLY)
    }

    /// Whether it is deprecated.
    pub fn deprecated(self) -> bool {
        self.has(flag::DEPRECATED)
    }

    /// Whether only `google-beta` has it, not `google`.
    pub fn beta(self) -> bool {
        self.has(flag::BETA)
    }

    /// The first major version that has it, where its parent is older.
    pub fn since(self) -> Option<u32> {
        self.fact::<1>(2).and_then(given)
    }

    /// The last major version that has it.
    pub fn until(self) -> Option<u32> {
        self.fact::<1>(3).and_then(given)
    }

    /// The major version that made it required.
    pub fn required_since(self) -> Option<u32> {
        self.fact::<1>(4).and_then(given)
    }

    /// Whether the provider has it in that major version; `None` is the newest.
    pub fn exists_in(self, major: Option<u32>) -> bool {
        let after_first = self.since().is_none_or(|since| major.is_none_or(|major| since <= major));
        let before_last = self.until().is_none_or(|until| major.is_some_and(|major| major <= until));
        after_first && before_last
    }

    /// What it is when it is not written, in that major version of the provider; `None` is the newest.
    pub fn default(self, major: Option<u32>) -> Option<DefaultFact> {
        let records = self.major_defaults();
        let chosen = records.clone().rfind(|record| major.is_none_or(|major| record.major <= major));
        let newest = records.clone().next_back();
        // Where the newest major declares nothing, documentation may still know: a default can move into code.
        let Some(chosen) = chosen.filter(|chosen| chosen.kind != default_kind::NONE || newest != Some(*chosen)) else {
            return self.undated_default();
        };
        let same = |record: &MajorDefault| (record.kind, record.text) == (chosen.kind, chosen.text);
        let first = records.clone().rev().skip_while(|record| record.major > chosen.major).take_while(same).last();
        let since = first.map(|first| first.major).filter(|since| records.clone().any(|known| known.major < *since));
        let value = default_value(chosen.kind, chosen.text)?;
        Some(DefaultFact { value, since, source: Source::Declared, doubtful: false })
    }

    /// The default of the newest version, as far as nothing is known by major.
    fn undated_default(self) -> Option<DefaultFact> {
        let flags = self.fact::<1>(1)? as u8;
        let value = default_value(self.fact::<1>(0)? as u8, self.fact::<3>(8)?)?;
        let documented = flags & fact_flag::DOCUMENTED != 0;
        Some(DefaultFact {
            value,
            since: None,
            source: if documented { Source::Documented } else { Source::Declared },
            doubtful: flags & fact_flag::DOUBTFUL != 0,
        })
    }

    /// By ascending major.
    fn major_defaults(self) -> impl DoubleEndedIterator<Item = MajorDefault> + Clone {
        let first = self.fact::<2>(6).unwrap_or(0);
        let count = self.fact::<1>(5).unwrap_or(0);
        (first..first + count).map(|record| {
            let facts = facts();
            let (section, width) = (Section::MajorDefaults, layout::MAJOR_DEFAULT);
            MajorDefault {
                major: facts.field::<1>(section, width, record, 0),
                kind: facts.field::<1>(section, width, record, 1) as u8,
                text: facts.field::<3>(section, width, record, 2),
            }
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct MajorDefault {
    major: u32,
    kind: u8,
    text: u32,
}

fn default_value(kind: u8, text: u32) -> Option<DefaultValue> {
    match kind {
        default_kind::FALSE => Some(DefaultValue::Bool(false)),
        default_kind::TRUE => Some(DefaultValue::Bool(true)),
        default_kind::NUMBER => {
            let text = facts().text(text);
            Some(text.parse().map_or(DefaultValue::Number(text), DefaultValue::Int))
        }
        default_kind::STRING => Some(DefaultValue::Str(facts().text(text))),
        _ => None,
    }
}

/// The type of a plain attribute, as one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Type(pub(super) u8);

/// What a [`Type`] is, one layer at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeForm {
    /// `any`: not known.
    Any,
    /// `bool`
    Bool,
    /// `number`
    Number,
    /// `string`
    String,
    /// `list(…)`
    List(Type),
    /// `set(…)`
    Set(Type),
    /// `map(…)`
    Map(Type),
}

impl Type {
    /// Its outermost layer.
    pub fn form(self) -> TypeForm {
        match self.0 {
            ty::ANY => TypeForm::Any,
            ty::BOOL => TypeForm::Bool,
            ty::NUMBER => TypeForm::Number,
            ty::STRING => TypeForm::String,
            code => {
                let code = code - ty::COLLECTIONS;
                let element = Self(code / 3);
                match code % 3 {
                    0 => TypeForm::List(element),
                    1 => TypeForm::Set(element),
                    _ => TypeForm::Map(element),
                }
            }
        }
    }
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.form() {
            TypeForm::Any => f.write_str("any"),
            TypeForm::Bool => f.write_str("bool"),
            TypeForm::Number => f.write_str("number"),
            TypeForm::String => f.write_str("string"),
            TypeForm::List(element) => write!(f, "list({element})"),
            TypeForm::Set(element) => write!(f, "set({element})"),
            TypeForm::Map(element) => write!(f, "map({element})"),
        }
    }
}

/// A provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Provider(u32);

impl Provider {
    fn field<const N: usize>(self, offset: usize) -> u32 {
        facts().field::<N>(Section::Providers, layout::PROVIDER, self.0, offset)
    }

    /// Its name: `aws`.
    pub fn name(self) -> &'static str {
        facts().text(self.field::<3>(0))
    }

    /// Where it is published: `hashicorp/aws`.
    pub fn source(self) -> &'static str {
        facts().text(self.field::<3>(3))
    }

    /// The newest version that the facts describe: `6.25.0`; empty where that is not known.
    pub fn newest_version(self) -> &'static str {
        facts().text(self.field::<3>(6))
    }

    /// The major versions that the facts tell apart; only the newest where they tell none apart.
    pub fn majors(self) -> std::ops::RangeInclusive<u32> {
        self.field::<1>(9)..=self.field::<1>(10)
    }
}

/// All providers, sorted by name.
pub fn providers() -> impl ExactSizeIterator<Item = Provider> {
    (0..facts().count(Section::Providers, layout::PROVIDER)).map(Provider)
}

/// The provider of that name.
pub fn provider(name: &str) -> Option<Provider> {
    let count = facts().count(Section::Providers, layout::PROVIDER);
    let first = Facts::partition(0, count, |at| Provider(at).name() < name);
    Some(Provider(first)).filter(|provider| first < count && provider.name() == name)
}

/// The name of the provider that a type belongs to by its own name: the longest known provider name that it begins with,
/// else its first word.
pub fn provider_of(type_name: &str) -> &str {
    let ends = std::iter::once(type_name.len()).chain(type_name.rmatch_indices('_').map(|(at, _)| at));
    let known = ends.map(|end| &type_name[..end]).find(|name| provider(name).is_some());
    known.unwrap_or_else(|| type_name.split('_').next().unwrap_or(type_name))
}

/// An older name of an attribute or type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The type that had it; another one where the attribute moved to a resource of its own.
    pub type_name: &'static str,
    /// Its path there: names joined by dots, no indices.
    pub path: String,
    /// The first major version that lacks the old name.
    pub since: u32,
}

/// The older names of a path (names joined by dots, no indices; empty for the type itself), newest first.
///
/// A rename of a block renames what is in it.
pub fn renamed_from(type_name: &str, path: &str) -> Vec<Renamed> {
    let facts = facts();
    let mut found = Vec::new();
    let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
    for end in ends {
        let (prefix, rest) = path.split_at(end);
        let text = |record, offset| facts.text(facts.field::<3>(Section::Renames, layout::RENAME, record, offset));
        let count = facts.count(Section::Renames, layout::RENAME);
        let order = |record| text(record, 1).cmp(type_name).then_with(|| text(record, 4).cmp(prefix));
        let (from, to) = Facts::range(0, count, order);
        for record in from..to {
            let old = text(record, 10);
            found.push(Renamed {
                type_name: text(record, 7),
                path: if old.is_empty() { rest.trim_start_matches('.').to_owned() } else { format!("{old}{rest}") },
                since: facts.field::<1>(Section::Renames, layout::RENAME, record, 13),
            });
        }
    }
    found.sort_by_key(|renamed| std::cmp::Reverse(renamed.since));
    found
}
