//! Values as few bytes, for findings that wait to be written: numbers of one to five bytes, texts by their number in a
//! table of the run, files by their number in a table of the root. What a type packs, it unpacks in the same order.

use std::sync::Arc;

use super::interned::Interned;
use crate::estate::Action;
use crate::responsibility::{LayerId, ModelId, Owner};
use crate::settings::change::{Change, Planned};
use crate::settings::finding::{
    AcceptedBy, Carrier, DefaultFact, DefaultSource, Finding, Key, Related, Sentence, Severity, ShownFile, Suppressed,
    Verdict, WaitsFor,
};
use crate::source::{Fingerprint, Location, Span};
use crate::value::ReasonKind;

/// Texts of a run, each once.
#[derive(Debug, Default)]
pub(super) struct Texts {
    texts: Interned,
}

impl Texts {
    /// The text with that number.
    pub(super) fn get(&self, number: u32) -> &str {
        str::from_utf8(self.texts.get(number)).unwrap_or_default()
    }

    /// The number of a text that is known.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.texts.find(text.as_bytes())
    }

    /// Whether a text found no room since this was asked last.
    pub(super) fn was_full(&mut self) -> bool {
        self.texts.was_full()
    }

    /// The number of a text.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        self.texts.number(text.as_bytes())
    }
}

/// Writes values one behind the other.
pub(super) struct Packer<'p> {
    pub(super) bytes: &'p mut Vec<u8>,
    pub(super) texts: &'p mut Texts,
    /// The paths of the root, in the order in which its findings name them.
    pub(super) files: &'p mut RootFiles,
}

/// Paths of files, as one root knows them: a copy of the root has the same, for those below its directory are kept without
/// it.
#[derive(Clone, Debug, Default)]
pub(super) struct RootFiles {
    /// The root's directory with a `/` at its end; empty for the working directory.
    directory: String,
    files: Vec<RootFile>,
}

/// A path as a number of texts: of what follows the root's directory, or of all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RootFile {
    Below(u32),
    Elsewhere(u32),
}

impl RootFiles {
    /// No files yet, of the root in that directory.
    pub(super) fn of(root: &str) -> Self {
        let directory = if matches!(root, "" | ".") { String::new() } else { format!("{root}/") };
        Self { directory, files: Vec::new() }
    }

    /// A path.
    pub(super) fn file(&self, path: &str, texts: &mut Texts) -> RootFile {
        match path.strip_prefix(&self.directory) {
            Some(rest) => RootFile::Below(texts.number(rest)),
            None => RootFile::Elsewhere(texts.number(path)),
        }
    }

    /// The place of a path in the list, where it is put if it is not there yet.
    fn index(&mut self, path: &str, texts: &mut Texts) -> u32 {
        let file = self.file(path, texts);
        let known = self.files.iter().position(|known| *known == file);
        let index = known.unwrap_or_else(|| {
            self.files.push(file);
            self.files.len() - 1
        });
        index as u32
    }

    /// The list, without the directory.
    pub(super) fn list(&self) -> impl Iterator<Item = RootFile> {
        self.files.iter().copied()
    }
}

/// Reads values in the order in which they were written.
#[derive(Clone, Copy)]
pub(super) struct Unpacker<'p> {
    pub(super) bytes: &'p [u8],
    pub(super) at: usize,
    pub(super) texts: &'p Texts,
    /// The root's directory, and its list of files: what [`RootFile::to_bytes`] gives for each.
    pub(super) root: &'p str,
    pub(super) files: &'p [u8],
}

impl RootFile {
    /// So many bytes.
    pub(super) const SIZE: usize = 5;

    pub(super) fn to_bytes(self) -> [u8; Self::SIZE] {
        let (is_below, number) = match self {
            Self::Below(number) => (1, number),
            Self::Elsewhere(number) => (0, number),
        };
        let [a, b, c, d] = number.to_le_bytes();
        [is_below, a, b, c, d]
    }

    /// The file at that place of a list.
    pub(super) fn at(list: &[u8], index: u32) -> Self {
        let start = index as usize * Self::SIZE;
        let number = u32::from_le_bytes(std::array::from_fn(|byte| list[start + 1 + byte]));
        if list[start] == 0 { Self::Elsewhere(number) } else { Self::Below(number) }
    }

    /// Its whole path.
    pub(super) fn path(self, root: &str, texts: &Texts) -> String {
        match self {
            Self::Below(rest) if matches!(root, "" | ".") => texts.get(rest).to_owned(),
            Self::Below(rest) => format!("{root}/{}", texts.get(rest)),
            Self::Elsewhere(path) => texts.get(path).to_owned(),
        }
    }
}

/// A value that can be packed.
pub(super) trait Pack: Sized {
    fn pack(&self, packer: &mut Packer<'_>);
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

/// Seven bits a byte, the lowest first.
impl Pack for u32 {
    fn pack(&self, packer: &mut Packer<'_>) {
        let mut number = *self;
        while number >= 0x80 {
            packer.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        packer.bytes.push(number as u8);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = u8::unpack(from);
            number |= Self::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }
}

impl Pack for u8 {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.bytes.push(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.at += 1;
        from.bytes[from.at - 1]
    }
}

impl Pack for String {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.texts.number(self).pack(packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.texts.get(u32::unpack(from)).to_owned()
    }
}

/// As its text: what values there are, thousands of findings share.
impl Pack for serde_json::Value {
    fn pack(&self, packer: &mut Packer<'_>) {
        self.to_string().pack(packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        serde_json::from_str(&String::unpack(from)).unwrap_or_default()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, packer: &mut Packer<'_>) {
        u8::from(self.is_some()).pack(packer);
        if let Some(value) = self {
            value.pack(packer);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (u8::unpack(from) != 0).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Box<T> {
    fn pack(&self, packer: &mut Packer<'_>) {
        T::pack(self, packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::new(T::unpack(from))
    }
}

impl<T: Pack> Pack for Arc<T> {
    fn pack(&self, packer: &mut Packer<'_>) {
        T::pack(self, packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::new(T::unpack(from))
    }
}

impl Pack for Arc<str> {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.texts.number(self).pack(packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.texts.get(u32::unpack(from)).into()
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, packer: &mut Packer<'_>) {
        (self.len() as u32).pack(packer);
        self.iter().for_each(|value| value.pack(packer));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (0..u32::unpack(from)).map(|_| T::unpack(from)).collect()
    }
}

impl Pack for Span {
    fn pack(&self, packer: &mut Packer<'_>) {
        self.start.pack(packer);
        (self.end - self.start).pack(packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let start = u32::unpack(from);
        Self::new(start, start + u32::unpack(from))
    }
}

impl Pack for Location {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.files.index(&self.file, packer.texts).pack(packer);
        self.span.pack(packer);
        [self.line, self.column, self.end_line, self.end_column].iter().for_each(|number| number.pack(packer));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let file = RootFile::at(from.files, u32::unpack(from)).path(from.root, from.texts).into();
        let span = Span::unpack(from);
        let [line, column, end_line, end_column] = std::array::from_fn(|_| u32::unpack(from));
        Self { file, line, column, end_line, end_column, span }
    }
}

impl Pack for Sentence {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.texts.number(self.as_str()).pack(packer);
        self.values().collect::<Vec<Span>>().pack(packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let text = String::unpack(from);
        Self::with_values(text, Vec::unpack(from))
    }
}

impl Pack for Key {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.bytes.extend(self.0);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self(std::array::from_fn(|_| u8::unpack(from)))
    }
}

impl Pack for Fingerprint {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.bytes.extend(self.to_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::from_bytes(std::array::from_fn(|_| u8::unpack(from)))
    }
}

impl Pack for LayerId {
    fn pack(&self, packer: &mut Packer<'_>) {
        (self.index() as u8).pack(packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::at(u8::unpack(from))
    }
}

impl Pack for ModelId {
    fn pack(&self, packer: &mut Packer<'_>) {
        (self.index() as u8).pack(packer);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::at(u8::unpack(from))
    }
}

/// Structs field by field, and enums by the place of their variant in the list.
macro_rules! pack {
    ($(struct $name:ident { $($field:ident),* })*) => {
        $(impl Pack for $name {
            fn pack(&self, packer: &mut Packer<'_>) {
                $(self.$field.pack(packer);)*
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                $(let $field = Pack::unpack(from);)*
                Self { $($field),* }
            }
        })*
    };
    ($(enum $name:ident { $($variant:ident),* })*) => {
        $(impl Pack for $name {
            fn pack(&self, packer: &mut Packer<'_>) {
                // A variant that the list lacks does not compile.
                match self {
                    $(Self::$variant)|* => (*self as u8).pack(packer),
                }
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                let number = u8::unpack(from);
                let all = [$(Self::$variant),*];
                all.into_iter().find(|variant| *variant as u8 == number).unwrap_or(all[0])
            }
        })*
    };
}

pack! {
    struct Related { message, location }
    struct WaitsFor { kind, name, location }
    struct DefaultFact { value, since, note, source }
    struct Carrier { address, type_name }
    struct Suppressed { reason, until, by, location }
    struct Planned { action, before, after }
    struct ShownFile { masked, fingerprint }
    // What an entry is read from comes first.
    struct Finding {
        verdict, severity, layer, element, address, change, place, location, owner, model, message, type_name, module, provider,
        carrier, attribute, value, default, related, variable, reason, fix, careful, suppressed, planned, key
    }
}

pack! {
    enum Verdict { Secure, SecureByDefault, Unknown, Unset, Insecure, Inherited, NotApplicable }
    enum Severity { Info, Low, Medium, High, Critical }
    enum AcceptedBy { Comment, Fulfilled }
    enum DefaultSource { Rule, Schema, Documentation }
    enum Change { New, Worse, Same, Gone }
    enum Action { NoOp, Create, Read, Update, Replace, Delete, Forget }
    enum Owner { Customer, Shared, Provider }
    enum ReasonKind { Variable, Data, Computed, Module, Function, File, Workspace, Limit, Error }
}
