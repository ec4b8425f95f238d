//! Finds what has the format of a secret, whatever stands around it: tokens of known services, private keys, passwords
//! in addresses and connection strings.
//!
//! One pass over the text with a table of first bytes; no pattern is compiled.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::tells_of_a_secret;
use crate::source::Span;

/// Which characters a token goes on with.
#[derive(Clone, Copy)]
enum Tail {
    /// Letters and digits.
    Word,
    /// Letters, digits, `_`, `-`, `.`, `=`, `/`, `+`: base64 in both alphabets, and parts joined by dots.
    Base64,
}

/// Beginnings of tokens, as the services document them: the prefix, the fewest characters after it, their kind.
const PREFIXES: &[(&str, usize, Tail)] = &[
    ("AKIA", 16, Tail::Word),
    ("ASIA", 16, Tail::Word),
    ("ABIA", 16, Tail::Word),
    ("ACCA", 16, Tail::Word),
    ("AGE-SECRET-KEY-1", 50, Tail::Word),
    ("AIza", 35, Tail::Base64),
    ("ATATT3", 50, Tail::Base64),
    ("Basic ", 12, Tail::Base64),
    ("Bearer ", 16, Tail::Base64),
    ("GOCSPX-", 20, Tail::Base64),
    ("NRAK-", 20, Tail::Word),
    ("PMAK-", 24, Tail::Base64),
    ("SG.", 40, Tail::Base64),
    ("dapi", 32, Tail::Word),
    ("dckr_pat_", 20, Tail::Base64),
    ("doo_v1_", 40, Tail::Word),
    ("dop_v1_", 40, Tail::Word),
    ("dor_v1_", 40, Tail::Word),
    ("dp.pt.", 30, Tail::Word),
    ("dp.st.", 30, Tail::Base64),
    ("eyJ", 40, Tail::Base64),
    ("fo1_", 30, Tail::Base64),
    ("ghp_", 30, Tail::Word),
    ("gho_", 30, Tail::Word),
    ("ghu_", 30, Tail::Word),
    ("ghs_", 30, Tail::Word),
    ("ghr_", 30, Tail::Word),
    ("github_pat_", 22, Tail::Base64),
    ("glc_", 30, Tail::Base64),
    ("gldt-", 16, Tail::Base64),
    ("glpat-", 16, Tail::Base64),
    ("glptt-", 16, Tail::Base64),
    ("glrt-", 16, Tail::Base64),
    ("glsa_", 30, Tail::Base64),
    ("hf_", 30, Tail::Word),
    ("hvb.", 24, Tail::Base64),
    ("hvs.", 24, Tail::Base64),
    ("lin_api_", 30, Tail::Word),
    ("npm_", 36, Tail::Word),
    ("pul-", 40, Tail::Word),
    ("pypi-", 50, Tail::Base64),
    ("rk_live_", 20, Tail::Word),
    ("shpat_", 30, Tail::Word),
    ("sk-", 20, Tail::Base64),
    ("sk_live_", 20, Tail::Word),
    ("sk_test_", 20, Tail::Word),
    ("sntrys_", 40, Tail::Base64),
    ("tfe.", 40, Tail::Base64),
    ("whsec_", 24, Tail::Base64),
    ("xapp-", 20, Tail::Base64),
    ("xoxa-", 20, Tail::Base64),
    ("xoxb-", 20, Tail::Base64),
    ("xoxe-", 20, Tail::Base64),
    ("xoxp-", 20, Tail::Base64),
    ("xoxr-", 20, Tail::Base64),
    ("xoxs-", 20, Tail::Base64),
    ("ya29.", 20, Tail::Base64),
];

/// Names before `=` whose value is a secret: parameters of addresses, parts of connection strings. Lower case.
const ASSIGNED: &[&str] = &[
    "access_token",
    "accountkey",
    "api_key",
    "apikey",
    "auth_token",
    "client_secret",
    "password",
    "passwd",
    "private_token",
    "pwd",
    "secret",
    "sharedaccesskey",
    "sig",
    "signature",
    "sshkey",
    "token",
    "x-amz-credential",
    "x-amz-security-token",
    "x-amz-signature",
];

/// The spans of a text that have the format of a secret, in order of their start; they may overlap.
pub fn spans(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    prefixed(text, &mut found);
    let [key, address, hook, atlas] = &*MARKS;
    if key.find(text.as_bytes()).is_some() {
        private_keys(text, &mut found);
    }
    address.find_iter(text.as_bytes()).for_each(|at| found.extend(address_at(text, at)));
    for at in hook.find_iter(text.as_bytes()) {
        let start = at + HOOK.len();
        let len = text[start..].bytes().take_while(|byte| Tail::Base64.holds(*byte)).count();
        found.push(Span::new(start as u32, (start + len) as u32));
    }
    assigned(text, &mut found);
    if let Some(at) = atlas.find(text.as_bytes()) {
        found.push(around(text, at, ATLAS.len()));
    }
    found.sort_unstable();
    found
}

/// Where the prefixes with a first byte stand in [`PREFIXES`], which is sorted.
const BY_FIRST: [(u8, u8); 256] = {
    let mut ranges = [(0, 0); 256];
    let mut at = 0;
    while at < PREFIXES.len() {
        let first = PREFIXES[at].0.as_bytes()[0] as usize;
        if ranges[first].1 == 0 {
            ranges[first].0 = at as u8;
        }
        at += 1;
        ranges[first].1 = at as u8;
    }
    ranges
};

/// What private keys begin with, addresses, links that are secrets, and tokens that are known by their middle.
static MARKS: LazyLock<[Finder<'static>; 4]> =
    LazyLock::new(|| ["-----BEGIN", "://", HOOK, ATLAS].map(|mark| Finder::new(mark.as_bytes())));
const HOOK: &str = "hooks.slack.com/services/";
const ATLAS: &str = ".atlasv1.";

fn prefixed(text: &str, found: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (first, last) = BY_FIRST[bytes[at] as usize];
        if last == 0 || at.checked_sub(1).is_some_and(|before| is_word(bytes[before])) {
            at += 1;
            continue;
        }
        let mut begun = PREFIXES[usize::from(first)..usize::from(last)].iter();
        let token = begun.find_map(|(prefix, least, tail)| {
            let rest = bytes[at..].strip_prefix(prefix.as_bytes())?;
            let len = rest.iter().take_while(|byte| tail.holds(**byte)).count();
            (len >= *least).then_some(prefix.len() + len)
        });
        if let Some(len) = token {
            found.push(Span::new(at as u32, (at + len) as u32));
        }
        at += token.unwrap_or(1);
    }
}

/// What stands between `-----BEGIN … PRIVATE KEY-----` and its end, or the end of the text.
fn private_keys(text: &str, found: &mut Vec<Span>) {
    const MARK: &str = "PRIVATE KEY-----";
    let mut from = 0;
    while let Some(at) = text[from..].find(MARK) {
        let start = from + at + MARK.len();
        let end = text[start..].find("-----END").map_or(text.len(), |len| start + len);
        if text[..from + at].ends_with("END ") || !text[from..from + at].contains("-----BEGIN") {
            from = start;
            continue;
        }
        found.push(Span::new(start as u32, end as u32));
        from = text[end..].find(MARK).map_or(text.len(), |len| end + len + MARK.len());
    }
}

/// `user:password@` after the `://` at `at`; for HTTP also a lone `token@`.
fn address_at(text: &str, at: usize) -> Option<Span> {
    let start = at + 3;
    let rest = &text[start..];
    let end = rest.find(|char: char| char.is_whitespace() || "/?#\"'<>`\\".contains(char)).unwrap_or(rest.len());
    let len = rest[..end].rfind('@')?;
    let user = &rest[..len];
    let is_http = text[..at].ends_with("http") || text[..at].ends_with("https");
    // `${…}` is an expression, which says nothing by itself.
    let is_secret = user.contains(':') || (is_http && user != "git");
    let is_secret = is_secret && !user.is_empty() && !(user.starts_with("${") && user.ends_with('}'));
    is_secret.then(|| Span::new(start as u32, (start + len) as u32))
}

/// `?token=…`, `;Password=…`, `export DB_PASSWORD=…`, `"password": "…"`, `password: …`.
fn assigned(text: &str, found: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    for at in memchr::memchr2_iter(b'=', b':', bytes) {
        let is_colon = bytes[at] == b':';
        // In `password = var.x` there is a space: what is assigned in HCL itself is a matter of its tree.
        let before = if is_colon { text[..at].trim_end_matches(['"', '\'', '\\', ' ']) } else { &text[..at] };
        let name_len = before.bytes().rev().take_while(|byte| is_word(*byte) || *byte == b'-').count();
        let name = &before[before.len() - name_len..];
        if name.len() > 64 || !(tells_of_a_secret(name) || ASSIGNED.contains(&&*name.to_ascii_lowercase())) {
            continue;
        }
        let rest = &text[at + 1..];
        let rest = if is_colon { rest.trim_start_matches([' ', '\\']) } else { rest };
        let quote = rest.chars().next().filter(|char| matches!(char, '"' | '\''));
        let rest = &rest[quote.map_or(0, char::len_utf8)..];
        let len = match quote {
            Some(quote) => rest.find([quote, '\\', '\n']),
            None => rest.find(|char: char| char.is_whitespace() || "&;\"'#<>`,)}]\\".contains(char)),
        };
        let value = &rest[..len.unwrap_or(rest.len())];
        if (is_colon && is_conditional(&text[..at])) || !is_secret_value(value) {
            continue;
        }
        let start = text.len() - rest.len();
        found.push(Span::new(start as u32, (start + value.len()) as u32));
    }
}

/// Whether a `:` belongs to `condition ? a : b`.
fn is_conditional(before: &str) -> bool {
    before.rsplit('\n').next().is_some_and(|line| line.contains(" ? "))
}

/// Whether something is assigned that may be a secret: not an expression, a comparison, a block, a plain word of YAML.
fn is_secret_value(value: &str) -> bool {
    const NO_SECRET: [&str; 10] = ["${", "=", "[", "{", "var.", "local.", "data.", "module.", "|", "//"];
    !matches!(value, "" | "true" | "false" | "null" | "string" | "required" | "optional")
        && !NO_SECRET.iter().any(|start| value.starts_with(start))
}

/// The token that holds the bytes at `at`.
fn around(text: &str, at: usize, len: usize) -> Span {
    let bytes = text.as_bytes();
    let before = bytes[..at].iter().rev().take_while(|byte| Tail::Word.holds(**byte)).count();
    let after = bytes[at + len..].iter().take_while(|byte| Tail::Base64.holds(**byte)).count();
    Span::new((at - before) as u32, (at + len + after) as u32)
}

impl Tail {
    fn holds(self, byte: u8) -> bool {
        match self {
            Self::Word => byte.is_ascii_alphanumeric(),
            Self::Base64 => byte.is_ascii_alphanumeric() || b"_-.=/+".contains(&byte),
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::super::replace;
    use super::*;

    #[test]
    fn prefixes_are_sorted_by_their_first_byte() {
        assert!(PREFIXES.is_sorted_by_key(|(prefix, _, _)| prefix.as_bytes()[0]));
    }

    fn hidden(text: &str) -> String {
        replace(text, spans(text), "*")
    }

    #[test]
    fn tokens_keys_and_passwords_in_addresses_are_found() {
        let word = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
        assert_eq!(hidden(&format!("x = \"ghp_{word}\" # y")), "x = \"*\" # y");
        assert_eq!(hidden(&format!("AKIA{}", "ABCDEFGH12345678")), "*");
        assert_eq!(hidden("git::https://me:pw@example.com/x.git?ref=v1"), "git::https://*@example.com/x.git?ref=v1");
        assert_eq!(hidden("https://example.com/x?ref=v1&token=abc"), "https://example.com/x?ref=v1&token=*");
        assert_eq!(hidden("Server=a;Password=b c;"), "Server=a;Password=* c;");
        assert_eq!(hidden("export AWS_SECRET_ACCESS_KEY=abc/def\n"), "export AWS_SECRET_ACCESS_KEY=*\n");
        assert_eq!(hidden(r#"{"password": "a b", "x": 1}"#), r#"{"password": "*", "x": 1}"#);
        assert_eq!(hidden(r#""{\"db_password\":\"x\"}""#), r#""{\"db_password\":\"*\"}""#);
        assert_eq!(hidden("password: hunter2\n"), "password: *\n");
        let key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nafter";
        assert_eq!(hidden(key), "-----BEGIN RSA PRIVATE KEY-----*-----END RSA PRIVATE KEY-----\nafter");
    }

    #[test]
    fn what_only_looks_alike_stays() {
        for text in [
            "git::ssh://git@example.com/x.git?ref=v1",
            "password = var.password",
            "token=${var.token}",
            "http_tokens = \"required\"",
            "-----BEGIN PUBLIC KEY-----\nMIIE\n-----END PUBLIC KEY-----",
            "task-0123456789012345678901",
            "a.token == b",
            "x?secret==1",
            "x = a ? var.token : other",
            "token: ${var.token}",
            "http_tokens=required",
        ] {
            assert_eq!(hidden(text), text);
        }
    }
}
