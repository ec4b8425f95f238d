//! Addresses and references as a plan writes them: `module.site["eu"].aws_s3_bucket.b[0].id`.

use bumpalo::Bump;

use crate::estate::Key;

/// One piece of an address or reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// `module`, `site`, `id`
    Name(&'a str),
    /// `["eu"]`, `[0]`
    Key(Key<'a>),
}

impl<'a> Piece<'a> {
    /// The name, if it is one.
    pub(super) fn name(self) -> Option<&'a str> {
        match self {
            Self::Name(name) => Some(name),
            Self::Key(_) => None,
        }
    }
}

/// Takes an address apart. What is no address gives the pieces before the part that is none.
pub(super) fn pieces<'a>(arena: &'a Bump, address: &str) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = address;
    while !rest.is_empty() {
        rest = match rest.strip_prefix('[') {
            Some(index) => {
                let Some((key, after)) = read_key(arena, index) else { break };
                pieces.push(Piece::Key(key));
                after.strip_prefix('.').unwrap_or(after)
            }
            None => {
                let end = rest.find(['.', '[']).unwrap_or(rest.len());
                pieces.push(Piece::Name(arena.alloc_str(&rest[..end])));
                let after = &rest[end..];
                after.strip_prefix('.').unwrap_or(after)
            }
        };
    }
    pieces
}

fn read_key<'a, 't>(arena: &'a Bump, text: &'t str) -> Option<(Key<'a>, &'t str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let (number, rest) = text.split_once(']')?;
        return Some((Key::Int(number.parse().ok()?), rest));
    };
    let mut key = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => {
                let rest = quoted[at + 1..].strip_prefix(']')?;
                return Some((Key::Str(arena.alloc_str(&key)), rest));
            }
            '\\' => match chars.next()?.1 {
                'n' => key.push('\n'),
                'r' => key.push('\r'),
                't' => key.push('\t'),
                other => key.push(other),
            },
            // A template's beginning is written doubled.
            '$' | '%' if quoted[at + 1..].starts_with([char]) && quoted[at + 2..].starts_with('{') => {
                key.push(char);
                chars.next();
            }
            _ => key.push(char),
        }
    }
    None
}

/// The key and the length of what comes first in `pieces`, where a key may follow.
pub(super) fn key_at<'a>(pieces: &[Piece<'a>], at: usize) -> Option<Key<'a>> {
    match pieces.get(at) {
        Some(Piece::Key(key)) => Some(*key),
        _ => None,
    }
}

/// The module calls that an address begins with: name and key of each.
pub(super) fn module_steps<'a>(pieces: &[Piece<'a>]) -> Vec<(&'a str, Key<'a>)> {
    let mut steps = Vec::new();
    let mut at = 0;
    while pieces.get(at) == Some(&Piece::Name("module")) {
        let Some(name) = pieces.get(at + 1).and_then(|piece| piece.name()) else { break };
        let key = key_at(pieces, at + 2);
        steps.push((name, key.unwrap_or(Key::None)));
        at += if key.is_some() { 3 } else { 2 };
    }
    steps
}

/// The rest of a reference as a path in an instance: `network_interface[0].ip`.
pub(super) fn path<'a>(arena: &'a Bump, pieces: &[Piece<'a>]) -> &'a str {
    let mut path = String::new();
    for piece in pieces {
        match piece {
            Piece::Name(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Piece::Key(key) => crate::estate::write_key(&mut path, *key),
        }
    }
    arena.alloc_str(&path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unescaped_and_names_split() {
        let arena = Bump::new();
        let found = pieces(&arena, r#"module.site["e.u\"$${x}"].module.db[0].aws_s3_bucket.b["k"].id"#);
        assert_eq!(module_steps(&found), [("site", Key::Str("e.u\"${x}")), ("db", Key::Int(0))]);
        assert_eq!(
            found[6..],
            [Piece::Name("aws_s3_bucket"), Piece::Name("b"), Piece::Key(Key::Str("k")), Piece::Name("id")]
        );
        assert_eq!(path(&arena, &pieces(&arena, "network_interface[0].ip")), "network_interface[0].ip");
        assert_eq!(pieces(&arena, "a[\"broken").len(), 1);
    }
}
