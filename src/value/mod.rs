//! The vocabulary of values: null, known, unknown; marks; where a value came from. Terraform's types and conversions.
//!
//! A [`Value`] is `Copy` and 32 bytes; what it refers to lives in the arena of its root module or in the source text.
//! Unknown values have identity, so that `aws_s3_bucket.b.id` can be told from any other unknown.

pub mod convert;
pub mod number;
pub mod set;
pub mod ty;
pub mod unify;

pub use convert::{convert, equal, equal_in_rules};
pub use number::Big;
pub use ty::{Field, Ty, TypeHint};
pub use unify::unify;

/// A managed resource, data source, provider configuration, … of one root; an index into its estate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstanceId(pub u32);

/// A block in the provider schemas: a handle that the room `schema` understands (`schema::BlockSchema::from`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SchemaRef(pub u32);

/// Where a value came from. 0 is nowhere (the text of a rule, a computation without a place).
///
/// Below 2³¹: a node of the root's program (`config::Program::node`), namely the expression or block header in which the
/// value was born. Above: an entry of the estate's `Origins`, which adds the expression in which it was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(pub u32);

impl Origin {
    /// No place.
    pub const NONE: Self = Self(0);
    /// Written, but nobody knows where: in a plan without its configuration. No program has so many nodes.
    pub const SOMEWHERE: Self = Self(u32::MAX >> 1);

    /// Written, and it comes from the root variable with that number, nobody knows where: in a plan without its configuration.
    pub fn of_variable(number: u32) -> Self {
        Self(Self::SOMEWHERE.0.saturating_sub(1 + number).max(Self::FIRST_VARIABLE))
    }

    /// The number of the root variable, as far as a plan has told it.
    pub fn variable(self) -> Option<u32> {
        (Self::FIRST_VARIABLE + 1..Self::SOMEWHERE.0).contains(&self.0).then(|| Self::SOMEWHERE.0 - 1 - self.0)
    }

    /// Variables beyond so many are not told apart.
    const FIRST_VARIABLE: u32 = Self::SOMEWHERE.0 - (1 << 16);

    /// Whether there is a place.
    pub fn is_some(self) -> bool {
        self.0 != 0
    }
}

/// What is said of a value beside the value, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks(pub u8);

impl Marks {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Terraform would print `(sensitive value)`.
    pub const SENSITIVE: Self = Self(1);
    /// Not written in the configuration: a plan filled it in.
    pub const UNWRITTEN: Self = Self(2);
    /// Came from `--var`, the environment or another place that is not a file of the configuration.
    pub const OUTSIDE: Self = Self(4);
    /// Not kept in plans and states: Terraform's `ephemeral`.
    pub const EPHEMERAL: Self = Self(16);
    /// Made from `terraform.workspace`, which is `default` only because nothing names another workspace.
    pub const WORKSPACE: Self = Self(8);
    /// A provider takes part in it: what it fills in or normalises may differ from what is written.
    pub const PROVIDED: Self = Self(32);
    /// Sensitive because an output of a module is declared so: some versions of Terraform forget that.
    pub const DECLARED: Self = Self(64);
    /// All that leaves it open whether Terraform would refuse what is made of it.
    pub const DOUBTS: Self = Self(8 | 32);

    /// Those of them that are in `other` too.
    #[must_use]
    pub fn among(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all bits of `other` are set.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// A value of Terraform's language.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    /// The value itself.
    pub kind: Kind<'a>,
    /// Where it came from.
    pub origin: Origin,
    /// What else is said of it.
    pub marks: Marks,
    /// Of an empty list, set or map: the type of the elements that it does not have. Of a null: its type.
    pub hint: TypeHint,
}

const _: () = assert!(size_of::<Value<'_>>() <= 32);

/// An entry of a map or object.
pub type Entry<'a> = (&'a str, Value<'a>);

/// The value itself.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'a> {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A whole number that fits.
    Int(i64),
    /// Any other number.
    Big(&'a Big<'a>),
    /// Text.
    Str(&'a str),
    /// A list.
    List(&'a [Value<'a>]),
    /// A tuple.
    Tuple(&'a [Value<'a>]),
    /// A set: sorted, without duplicates.
    Set(&'a [Value<'a>]),
    /// A map, sorted by key.
    Map(&'a [Entry<'a>]),
    /// An object, sorted by key.
    Object(&'a [Entry<'a>]),
    /// A nested block, or the body of an instance, in normal form: an object that knows its schema.
    Block(&'a BlockObject<'a>),
    /// A whole instance, as `aws_instance.web` names it. Its attributes are asked of the estate or the evaluator.
    Instance(InstanceId),
    /// Not known.
    Unknown(&'a Unknown<'a>),
}

/// The attributes of a block (or of a whole instance) as written, in normal form.
#[derive(Debug)]
pub struct BlockObject<'a> {
    /// What is written, or set by a plan, sorted by name. What is not here was not written: an attribute is then null
    /// (or unknown if it is computed and a resource refers to it), a block is empty.
    pub attrs: &'a [Entry<'a>],
    /// What the provider's schema says of this block.
    pub schema: Option<SchemaRef>,
    /// The instance it belongs to.
    pub instance: InstanceId,
    /// The path of this block within the instance, `""` for the instance itself: `vpc_config[0]`.
    pub path: &'a str,
}

impl<'a> BlockObject<'a> {
    /// What is written under that name.
    pub fn get(&self, name: &str) -> Option<&'a Value<'a>> {
        lookup(self.attrs, name)
    }
}

/// Finds an entry by key in entries sorted by key.
pub fn lookup<'a>(entries: &'a [Entry<'a>], key: &str) -> Option<&'a Value<'a>> {
    entries.binary_search_by(|(name, _)| (*name).cmp(key)).ok().map(|at| &entries[at].1)
}

/// An attribute of one instance, as a symbol: `aws_s3_bucket.b["x"]` and `id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ident<'a> {
    /// The instance.
    pub instance: InstanceId,
    /// The path in it; empty for the instance as a whole.
    pub path: &'a str,
}

/// Why a value is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// A variable of the root module has no value.
    Variable,
    /// A data source is read at plan time.
    Data,
    /// The provider computes it.
    Computed,
    /// A module is not downloaded.
    Module,
    /// A function's result is not known before apply, or onus does not know the function.
    Function,
    /// A file may not be read.
    File,
    /// The selected workspace decides it, and nothing says which one that is.
    Workspace,
    /// A bound of onus was reached.
    Limit,
    /// The expression is one that Terraform would refuse, or its file could not be read in full.
    Error,
}

/// Why a value is not known, and whose unknown it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// The kind of reason.
    pub kind: ReasonKind,
    /// What people would look for: `var.cidr`, `data.aws_ami.base`, `module.vpc`, `timestamp`.
    pub name: &'a str,
    /// Where it is declared.
    pub at: Origin,
}

/// A value that is not known, with all that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Unknown<'a> {
    /// Its type; [`Ty::Any`] when that is not known either.
    pub ty: Ty<'a>,
    /// Why.
    pub reason: Reason<'a>,
    /// The attribute that it is, if it is one unchanged.
    pub ident: Option<Ident<'a>>,
    /// The instances whose attributes have a part in it (a template around an id), beside `ident`.
    pub deps: &'a [Ident<'a>],
    /// Known not to be null.
    pub not_null: bool,
    /// Text that it is known to begin with.
    pub prefix: &'a str,
    /// How many bytes of `prefix` Terraform knows too: the configuration decides by no more, rules do by all of it.
    pub told: usize,
    /// Text that it is known to end with.
    pub suffix: &'a str,
    /// Only in lists that rules make: an element that may not be there.
    pub perhaps: bool,
    /// Of a number, if not 0: it is known to be no less.
    pub least: u16,
    /// Of a number: it is known to be no more. Of an element that may not be there: how many it may stand for.
    pub most: u16,
}

impl Unknown<'_> {
    /// No bound.
    pub const MANY: u16 = u16::MAX;
}

impl<'a> Unknown<'a> {
    /// An unknown of which only the reason is known.
    pub fn new(reason: Reason<'a>) -> Self {
        Self {
            ty: Ty::Any,
            reason,
            ident: None,
            deps: &[],
            not_null: false,
            prefix: "",
            told: 0,
            suffix: "",
            perhaps: false,
            least: 0,
            most: Self::MANY,
        }
    }

    /// Whether it is less than a number, as far as its bounds tell.
    pub fn is_less(&self, number: i64) -> Option<bool> {
        match (i64::from(self.least), i64::from(self.most)) {
            (_, most) if self.most < Self::MANY && most < number => Some(true),
            (least, _) if least > 0 && least >= number => Some(false),
            _ => None,
        }
    }

    /// What Terraform knows of the text's beginning.
    pub fn told(&self) -> &'a str {
        self.prefix.get(..self.told).unwrap_or_default()
    }
}

impl<'a> Value<'a> {
    /// `null`
    pub const NULL: Self = Self::of(Kind::Null);
    /// `true`
    pub const TRUE: Self = Self::of(Kind::Bool(true));
    /// `false`
    pub const FALSE: Self = Self::of(Kind::Bool(false));

    /// A value without place and marks.
    pub const fn of(kind: Kind<'a>) -> Self {
        Self { kind, origin: Origin::NONE, marks: Marks::NONE, hint: TypeHint::NOT_KNOWN }
    }

    /// Text.
    pub const fn str(text: &'a str) -> Self {
        Self::of(Kind::Str(text))
    }

    /// A whole number.
    pub const fn int(number: i64) -> Self {
        Self::of(Kind::Int(number))
    }

    /// A truth value.
    pub const fn bool(truth: bool) -> Self {
        Self::of(Kind::Bool(truth))
    }

    /// The same value with another place.
    #[must_use]
    pub const fn at(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// The same value with further marks.
    #[must_use]
    pub fn marked(self, marks: Marks) -> Self {
        Self { marks: self.marks.with(marks), ..self }
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// Whether the value itself is not known; parts of a known collection may still be unknown.
    pub fn is_unknown(&self) -> bool {
        matches!(self.kind, Kind::Unknown(_))
    }

    /// Whether it is marked sensitive.
    pub fn is_sensitive(&self) -> bool {
        self.marks.has(Marks::SENSITIVE)
    }

    /// The unknown, if it is one.
    pub fn unknown(&self) -> Option<&'a Unknown<'a>> {
        match self.kind {
            Kind::Unknown(unknown) => Some(unknown),
            _ => None,
        }
    }

    /// The text, if it is text.
    pub fn as_str(&self) -> Option<&'a str> {
        match self.kind {
            Kind::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.kind {
            Kind::Bool(truth) => Some(truth),
            _ => None,
        }
    }

    /// The elements of a list, tuple or set.
    pub fn elements(&self) -> Option<&'a [Value<'a>]> {
        match self.kind {
            Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => Some(items),
            _ => None,
        }
    }

    /// The entries of a map, object or block.
    pub fn entries(&self) -> Option<&'a [Entry<'a>]> {
        match self.kind {
            Kind::Map(entries) | Kind::Object(entries) => Some(entries),
            Kind::Block(block) => Some(block.attrs),
            _ => None,
        }
    }

    /// Whether it is an element of a list that may not be there.
    pub fn is_perhaps(&self) -> bool {
        self.unknown().is_some_and(|unknown| unknown.perhaps)
    }

    /// The first of the elements that may not be there.
    pub fn first_perhaps(&self) -> Option<&'a Unknown<'a>> {
        self.elements()?.iter().find(|item| item.is_perhaps())?.unknown()
    }

    /// The first unknown in the value or any part of it.
    pub fn first_unknown(&self) -> Option<&'a Unknown<'a>> {
        if let Kind::Unknown(unknown) = self.kind {
            return Some(unknown);
        }
        if let Some(items) = self.elements() {
            return items.iter().find_map(Value::first_unknown);
        }
        self.entries()?.iter().find_map(|(_, value)| value.first_unknown())
    }

    /// Whether the value and all of its parts are known. An instance is not: its computed attributes never are.
    pub fn is_wholly_known(&self) -> bool {
        match self.kind {
            Kind::Unknown(_) | Kind::Instance(_) | Kind::Block(_) => false,
            _ => match (self.elements(), self.entries()) {
                (Some(items), _) => items.iter().all(Value::is_wholly_known),
                (_, Some(entries)) => entries.iter().all(|(_, value)| value.is_wholly_known()),
                _ => true,
            },
        }
    }

    /// The first infinite number in the value or any part of it: what no provider and no state can hold.
    pub fn first_infinity(&self) -> Option<&Self> {
        match self.kind {
            Kind::Big(number) if number.is_infinite() => Some(self),
            _ => match (self.elements(), self.entries()) {
                (Some(items), _) => items.iter().find_map(Value::first_infinity),
                (_, Some(entries)) => entries.iter().find_map(|(_, value)| value.first_infinity()),
                _ => None,
            },
        }
    }

    /// Whether the value or any part of it is marked sensitive.
    pub fn any_sensitive(&self) -> bool {
        self.any_marked(Marks::SENSITIVE)
    }

    /// Whether the value or any part of it has a mark.
    pub fn any_marked(&self, mark: Marks) -> bool {
        self.marks.has(mark)
            || self.elements().is_some_and(|items| items.iter().any(|item| item.any_marked(mark)))
            || self.entries().is_some_and(|entries| entries.iter().any(|(_, value)| value.any_marked(mark)))
    }

    /// What people call its type: `string`, `list`, `object`.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "bool",
            Kind::Int(_) | Kind::Big(_) => "number",
            Kind::Str(_) => "string",
            Kind::List(_) => "list",
            Kind::Tuple(_) => "tuple",
            Kind::Set(_) => "set",
            Kind::Map(_) => "map",
            Kind::Object(_) | Kind::Block(_) | Kind::Instance(_) => "object",
            Kind::Unknown(_) => "unknown",
        }
    }
}
