//! The layout of the compiled schema facts, shared by build.rs, which writes them, and the reader in `facts`.
//!
//! The file is a table of sections, then the sections. Records have fixed widths and are little endian; each string is
//! named by its rank among all strings, so comparing two ranks compares the strings. Equal blocks and equal attributes
//! are stored once.

/// The first four bytes.
pub const MAGIC: &[u8; 4] = b"OSF1";

/// The sections, in the order in which they stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// All strings, sorted, run together.
    Strings,
    /// Where each string starts, and the end of the last one: `u32`.
    StringStarts,
    /// [`SHAPE`]: type `u8`, nesting `u8`, flags `u16`, least items `u16`, most items `u16`.
    Shapes,
    /// [`ATTR`]: name `u24`, shape `u16`, child block `u24`. Attributes with facts come first.
    Attrs,
    /// [`FACT`], for the first attributes: default kind `u8`, flags `u8`, since `u8`, until `u8`, required since `u8`,
    /// number of defaults by major `u8`, the first of them `u16`, default text `u24`.
    Facts,
    /// [`MAJOR_DEFAULT`], by attribute and ascending major: major `u8`, kind `u8`, text `u24`.
    MajorDefaults,
    /// The attributes of each block, sorted by name: `u24`.
    Slots,
    /// Where the attributes of each block start in `Slots`, and the end of the last one: `u32`.
    BlockStarts,
    /// [`TYPE`], sorted by kind and name: kind `u8`, name `u24`, provider `u8`, root block `u24`, service `u24`,
    /// flags `u8`, since `u8`, until `u8`.
    Types,
    /// [`PROVIDER`], sorted by name: name `u24`, source `u24`, version `u24`, first major `u8`, last major `u8`.
    Providers,
    /// [`RENAME`], sorted by new type, new path and descending major: provider `u8`, new type `u24`, new path `u24`,
    /// old type `u24`, old path `u24`, since `u8`.
    Renames,
}

/// Number of sections.
pub const SECTIONS: usize = 11;

/// Width of a record of `Shapes`.
pub const SHAPE: usize = 8;
/// Width of a record of `Attrs`.
pub const ATTR: usize = 8;
/// Width of a record of `Facts`.
pub const FACT: usize = 11;
/// Width of a record of `MajorDefaults`.
pub const MAJOR_DEFAULT: usize = 5;
/// Width of a record of `Slots`.
pub const SLOT: usize = 3;
/// Width of a record of `Types`.
pub const TYPE: usize = 14;
/// Width of a record of `Providers`.
pub const PROVIDER: usize = 11;
/// Width of a record of `Renames`.
pub const RENAME: usize = 14;

/// "None" for a `u24`.
pub const NONE: u32 = 0xff_ffff;

/// Bits of a shape.
pub mod flag {
    /// It may be written.
    pub const OPTIONAL: u16 = 1;
    /// It must be written.
    pub const REQUIRED: u16 = 1 << 1;
    /// The provider sets it, always or where it is not written.
    pub const COMPUTED: u16 = 1 << 2;
    /// It is sensitive.
    pub const SENSITIVE: u16 = 1 << 3;
    /// It never reaches the state.
    pub const WRITE_ONLY: u16 = 1 << 4;
    /// It is deprecated.
    pub const DEPRECATED: u16 = 1 << 5;
    /// It is written as a block.
    pub const BLOCK: u16 = 1 << 6;
    /// What lies below is not described.
    pub const WILDCARD: u16 = 1 << 7;
    /// Only `google-beta` has it.
    pub const BETA: u16 = 1 << 8;
}

/// Bits of a fact.
pub mod fact_flag {
    /// The default is stated by documentation, not declared by the provider's source.
    pub const DOCUMENTED: u8 = 1;
    /// The default holds under a condition only, or its place was guessed.
    pub const DOUBTFUL: u8 = 2;
}

/// Bits of a type.
pub mod type_flag {
    /// It is deprecated.
    pub const DEPRECATED: u8 = 1;
    /// Its attributes come from reference pages alone.
    pub const FROM_PAGES: u8 = 2;
}

/// Kinds of default values; the text is a string's own, or a number's decimal form.
pub mod default_kind {
    /// No default.
    pub const NONE: u8 = 0;
    /// `false`
    pub const FALSE: u8 = 1;
    /// `true`
    pub const TRUE: u8 = 2;
    /// A number.
    pub const NUMBER: u8 = 3;
    /// A string.
    pub const STRING: u8 = 4;
}

/// Kinds of types, in the order in which they are sorted.
pub mod type_kind {
    /// `resource`
    pub const MANAGED: u8 = 0;
    /// `data`
    pub const DATA: u8 = 1;
    /// `provider`
    pub const PROVIDER: u8 = 2;
}

/// Nesting of blocks and nested attributes.
pub mod nesting {
    /// An attribute without nested attributes.
    pub const NONE: u8 = 0;
    /// A list of objects.
    pub const LIST: u8 = 1;
    /// A set of objects.
    pub const SET: u8 = 2;
    /// A map of objects.
    pub const MAP: u8 = 3;
    /// One object.
    pub const SINGLE: u8 = 4;
}

/// Types as one byte: the leaves `any`, `bool`, `number`, `string` are 0 to 3, and 4 + 3 × element + (0 list, 1 set,
/// 2 map) are the collections of them, up to three deep.
pub mod ty {
    /// `any`
    pub const ANY: u8 = 0;
    /// `bool`
    pub const BOOL: u8 = 1;
    /// `number`
    pub const NUMBER: u8 = 2;
    /// `string`
    pub const STRING: u8 = 3;
    /// The first collection.
    pub const COLLECTIONS: u8 = 4;
    /// Number of types.
    pub const COUNT: usize = 160;
}
