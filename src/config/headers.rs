//! What a text may declare and call, told from a few words in it: a look that takes a small part of the time that parsing
//! takes. It finds more than there is (in comments, in strings), never less.

use std::hash::{Hash as _, Hasher as _};

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::{FxHashSet, FxHasher};

use super::scan::is_local;

/// The words that are looked for: the kinds of blocks that declare what a plan names, and the argument of a module call.
const WORDS: [&str; 5] = ["resource", "data", "ephemeral", "module", "source"];

/// Labels that a header has here; one with more is unclear.
const MAX_LABELS: usize = 4;

/// Looks for the words.
pub(super) struct Finder(Option<AhoCorasick>);

/// What some texts may declare and call.
#[derive(Debug, Default)]
pub(super) struct Headers {
    /// Names as [`super::candidates::declared`] gives them, by their hash.
    names: FxHashSet<u64>,
    /// Whether there may be names that were not found.
    unclear: bool,
    /// Sources of module calls that are local, if that could be told.
    sources: Vec<String>,
    /// Whether there may be sources that were not found.
    unclear_sources: bool,
}

impl Headers {
    /// Whether all these may be declared: hashes by [`hash`].
    pub(super) fn may_declare(&self, names: &[u64]) -> bool {
        self.unclear || names.iter().all(|name| self.names.contains(name))
    }

    /// Local sources of all module calls that there may be; `None` if only parsing tells.
    pub(super) fn sources(&self) -> Option<&[String]> {
        (!self.unclear_sources).then_some(&self.sources)
    }
}

/// The hash by which a name is asked for.
pub(super) fn hash(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    name.hash(&mut hasher);
    hasher.finish()
}

impl Finder {
    pub(super) fn new() -> Self {
        Self(AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(WORDS).ok())
    }

    /// Takes what a text may declare and call.
    pub(super) fn take(&self, text: &str, json: bool, headers: &mut Headers) {
        let Some(finder) = self.0.as_ref().filter(|_| !json) else {
            headers.unclear |= !text.is_empty();
            headers.unclear_sources |= !text.is_empty();
            return;
        };
        for found in finder.find_iter(text) {
            // Other bytes may stand before a word: in what is no HCL, it may still be read as one.
            let before = text.as_bytes()[..found.start()].last();
            let within_word = before.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
            let rest = &text[found.end()..];
            if within_word || rest.starts_with(continues_name) {
                continue;
            }
            match WORDS[found.pattern().as_usize()] {
                "source" => headers.take_source(rest),
                kind => headers.take_block(kind, rest),
            }
        }
    }
}

impl Headers {
    fn take_block(&mut self, kind: &str, rest: &str) {
        let name = match (kind, header(rest)) {
            (_, Header::Unclear) => {
                self.unclear = true;
                return;
            }
            ("resource", Header::Labels([Some(type_name), Some(name)])) => [type_name, ".", name].concat(),
            ("module", Header::Labels([Some(name), _])) => [kind, ".", name].concat(),
            (_, Header::Labels([Some(type_name), Some(name)])) => [kind, ".", type_name, ".", name].concat(),
            _ => return,
        };
        self.names.insert(hash(&name));
    }

    /// Takes the text of an argument `source`. Other blocks have one too; what they name is seldom a module.
    fn take_source(&mut self, rest: &str) {
        let rest = rest.strip_prefix('"').unwrap_or(rest).trim_start_matches([' ', '\t']);
        let value = match rest.as_bytes() {
            [b'=', b'=', ..] => return,
            [b'=', b'>', ..] => &rest[2..],
            [b'=' | b':', ..] => &rest[1..],
            [b'#' | b'/', ..] => {
                self.unclear_sources = true;
                return;
            }
            _ => return,
        };
        let value = value.trim_start_matches([' ', '\t']);
        match quoted(value) {
            Some(Ok((source, _))) if is_local(source) => self.sources.push(source.to_owned()),
            Some(Ok(_)) => {}
            Some(Err(_)) => self.unclear_sources = true,
            // What can be worked out before modules are read.
            None => {
                let worked_out = value.starts_with(['(', '<', '#', '/'])
                    || ["var", "local", "path"].iter().any(|root| value.starts_with(root));
                self.unclear_sources |= worked_out;
            }
        }
    }
}

/// Why a quoted text is not told.
enum Untold {
    /// It does not end on its line.
    Open,
    /// It has escapes or templates.
    Complex,
}

/// A quoted text at the beginning, and what follows it; `None` if none is there.
fn quoted(text: &str) -> Option<Result<(&str, &str), Untold>> {
    let text = text.strip_prefix('"')?;
    let end = text.find(['"', '\n', '\\', '$', '%']);
    Some(match end.map(|end| (end, text.as_bytes()[end])) {
        Some((end, b'"')) => Ok((&text[..end], &text[end + 1..])),
        Some((_, b'\n')) | None => Err(Untold::Open),
        Some(_) => Err(Untold::Complex),
    })
}

/// What follows the first word of a block.
enum Header<'t> {
    /// It is no block.
    None,
    /// The first labels of a block, where it has them.
    Labels([Option<&'t str>; 2]),
    /// Only parsing tells.
    Unclear,
}

/// Reads labels up to `{`, as the parser does. Of what is written as nobody writes it, it says that it is unclear.
fn header(mut rest: &str) -> Header<'_> {
    let mut labels = [None; 2];
    for index in 0..=MAX_LABELS {
        rest = rest.trim_start_matches([' ', '\t']);
        let label = match rest.as_bytes() {
            [b'{', ..] => return Header::Labels(labels),
            [b'\n', ..] | [b'\r', b'\n', ..] if rest.trim_start().starts_with('{') => return Header::Labels(labels),
            [b'#', ..] | [b'/', b'/' | b'*', ..] => return Header::Unclear,
            [b'"', ..] => match quoted(rest) {
                Some(Ok((label, after))) => {
                    rest = after;
                    label
                }
                Some(Err(Untold::Complex)) => return Header::Unclear,
                _ => return Header::None,
            },
            [first, ..] if first.is_ascii_alphabetic() || *first == b'_' => {
                let (label, after) = rest.split_at(rest.find(|c| !continues_name(c)).unwrap_or(rest.len()));
                if after.bytes().next().is_some_and(|next| !next.is_ascii()) {
                    return Header::Unclear;
                }
                rest = after;
                label
            }
            [128..=255, ..] => return Header::Unclear,
            _ => return Header::None,
        };
        if let Some(place) = labels.get_mut(index) {
            *place = Some(label);
        }
    }
    Header::Unclear
}

/// Whether a word goes on with this character, if it is one of ASCII.
fn continues_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}
