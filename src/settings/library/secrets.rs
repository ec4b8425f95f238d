//! Secrets in text, by their form: tokens with known prefixes, private keys, and assignments of random-looking values to
//! names that say so. What is found is named by its kind and line, never repeated.

use std::sync::{LazyLock, OnceLock};

use base64::Engine as _;
use bumpalo::Bump;
use regex::Regex;

use crate::value::{Ty, Value};

use super::{blank, list, object};

/// Most bytes that are looked through.
const MAX_TEXT: usize = 1 << 20;

/// Most secrets that are told of in one text.
const MAX_FOUND: usize = 32;

/// A secret, without itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Secret {
    /// 1-based line in the text.
    pub line: u32,
    /// `an AWS access key`, `a private key`.
    pub kind: &'static str,
}

/// A form of a secret: what must stand in the text before the pattern is tried, and the pattern.
struct Form {
    kind: &'static str,
    hints: &'static [&'static str],
    pattern: &'static str,
}

/// Forms of tokens, as their issuers document them.
const FORMS: &[Form] = &[
    Form {
        kind: "an AWS access key",
        hints: &["AKIA", "ASIA", "ABIA", "ACCA"],
        pattern: r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7][A-Z0-9]{15}\b",
    },
    Form {
        kind: "a private key",
        hints: &["PRIVATE KEY"],
        pattern: r"-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----",
    },
    Form {
        kind: "a GitHub token",
        hints: &["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
        pattern: r"\bgh[pousr]_[A-Za-z0-9]{36,}",
    },
    Form { kind: "a GitHub token", hints: &["github_pat_"], pattern: r"\bgithub_pat_[A-Za-z0-9_]{40,}" },
    Form { kind: "a GitLab token", hints: &["glpat-"], pattern: r"\bglpat-[A-Za-z0-9_-]{20,}" },
    Form { kind: "a Slack token", hints: &["xox"], pattern: r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}" },
    Form {
        kind: "a Slack webhook",
        hints: &["hooks.slack.com"],
        pattern: r"hooks\.slack\.com/services/T[A-Za-z0-9_]{6,}/B[A-Za-z0-9_]{6,}/[A-Za-z0-9_]{16,}",
    },
    Form { kind: "a Stripe key", hints: &["_live_"], pattern: r"\b[sr]k_live_[A-Za-z0-9]{16,}" },
    Form { kind: "a Google API key", hints: &["AIza"], pattern: r"\bAIza[A-Za-z0-9_-]{35}" },
    Form { kind: "a Google OAuth secret", hints: &["GOCSPX-"], pattern: r"\bGOCSPX-[A-Za-z0-9_-]{28}" },
    Form { kind: "an npm token", hints: &["npm_"], pattern: r"\bnpm_[A-Za-z0-9]{36}\b" },
    Form { kind: "a PyPI token", hints: &["pypi-AgE"], pattern: r"\bpypi-AgE[A-Za-z0-9_-]{50,}" },
    Form { kind: "a SendGrid key", hints: &["SG."], pattern: r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}" },
    Form { kind: "an Azure storage key", hints: &["AccountKey="], pattern: r"AccountKey=[A-Za-z0-9+/]{86}==" },
    Form { kind: "an Azure client secret", hints: &["8Q~"], pattern: r"\b[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}" },
    Form { kind: "a Vault token", hints: &["hvs.", "hvb."], pattern: r"\bhv[sb]\.[A-Za-z0-9_-]{24,}" },
    Form {
        kind: "a Terraform Cloud token",
        hints: &[".atlasv1."],
        pattern: r"\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,}",
    },
    Form { kind: "a DigitalOcean token", hints: &["do"], pattern: r"\bdo[opr]_v1_[a-f0-9]{64}" },
    Form {
        kind: "an OpenAI key",
        hints: &["sk-"],
        pattern: r"\bsk-(?:proj-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}",
    },
    Form { kind: "an Anthropic key", hints: &["sk-ant-"], pattern: r"\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}" },
    Form { kind: "a Docker token", hints: &["dckr_pat_"], pattern: r"\bdckr_pat_[A-Za-z0-9_-]{27}" },
    Form {
        kind: "a signed token",
        hints: &["eyJ"],
        pattern: r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}",
    },
    Form {
        kind: "a password in an address",
        hints: &["://"],
        pattern: r#"\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@"'<>{}$%]{1,64}:[^\s:/@"'<>{}$%*]{3,128}@[A-Za-z0-9]"#,
    },
];

/// The pattern of each form, compiled when a text has one of its hints.
static PATTERNS: [OnceLock<Regex>; FORMS.len()] = [const { OnceLock::new() }; FORMS.len()];

fn pattern(form: usize) -> &'static Regex {
    let compile = || Regex::new(FORMS[form].pattern).expect("the patterns are constants that a test compiles");
    PATTERNS[form].get_or_init(compile)
}

/// Names that say that what is assigned is a secret, and the value.
static ASSIGNMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?i)([a-z0-9_.-]*(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential)[a-z0-9_-]*)["']?\s*(?::=|=>|[:=])\s*["']?([^\s"'`,;<>{}()$%\\]{8,200})"#,
    )
    .expect("the pattern is a constant that a test compiles")
});

/// Words of which one stands in a text before assignments are looked for.
const HINTS: [&str; 8] = ["passw", "pwd", "secret", "token", "apikey", "api_key", "api-key", "credential"];

static BASE64: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[A-Za-z0-9+/]{24,}={0,2}").expect("the pattern is a constant that a test compiles"));

/// The secrets in a text, also in base64 within it, by line.
pub fn find_secrets(text: &str) -> Vec<Secret> {
    let text = cut(text);
    let mut found = plain(text);
    for run in BASE64.find_iter(text).take(64) {
        let decoded = base64::engine::general_purpose::STANDARD.decode(run.as_str()).ok();
        if let Some(inner) = decoded.and_then(|bytes| String::from_utf8(bytes).ok()) {
            let line = line_of(text, run.start());
            found.extend(plain(&inner).into_iter().map(|secret| Secret { line, ..secret }));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.truncate(MAX_FOUND);
    found
}

fn cut(text: &str) -> &str {
    let mut end = text.len().min(MAX_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn line_of(text: &str, offset: usize) -> u32 {
    text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() as u32 + 1
}

fn plain(text: &str) -> Vec<Secret> {
    let mut found = Vec::new();
    for (at, form) in FORMS.iter().enumerate() {
        if form.hints.iter().any(|hint| memchr::memmem::find(text.as_bytes(), hint.as_bytes()).is_some()) {
            let places = pattern(at).find_iter(text).take(MAX_FOUND);
            found.extend(places.map(|place| Secret { line: line_of(text, place.start()), kind: form.kind }));
        }
    }
    found.extend(assignments(text, &found));
    found
}

/// Random-looking values of names that say `password` or `token`, on lines where nothing else was found.
fn assignments(text: &str, known: &[Secret]) -> Vec<Secret> {
    let lower = text.to_ascii_lowercase();
    if !HINTS.iter().any(|hint| lower.contains(hint)) && !lower.contains("key") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for place in ASSIGNMENT.captures_iter(text).take(256) {
        let (Some(name), Some(value)) = (place.get(1), place.get(2)) else { continue };
        let line = line_of(text, name.start());
        if is_random(value.as_str()) && !known.iter().any(|secret| secret.line == line) {
            found.push(Secret { line, kind: "a value that looks like a secret" });
        }
    }
    found
}

/// Whether a value has the variety of a generated or thought-out secret and is no reference, path or placeholder.
fn is_random(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let placeholder = ["example", "changeme", "change_me", "placeholder", "xxxx", "your", "dummy", "redacted", "****"];
    let reference =
        ["var.", "local.", "data.", "module.", "arn:", "http:", "https:", "/", "./", "ssm:", "vault:", "file:"];
    if placeholder.iter().any(|word| lower.contains(word)) || reference.iter().any(|start| lower.starts_with(start)) {
        return false;
    }
    let digit = value.bytes().any(|byte| byte.is_ascii_digit());
    let letter = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    digit && letter && entropy(value) >= 2.75
}

/// Shannon entropy of the bytes, in bits.
fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let total = text.len() as f64;
    let share = |count: u32| f64::from(count) / total;
    -counts.iter().filter(|count| **count > 0).map(|count| share(*count) * share(*count).log2()).sum::<f64>()
}

/// `secrets(text)`: a list of `{kind, place}`; the place is the line in the text.
pub(super) fn secrets<'a>(arena: &'a Bump, x: &Value<'a>) -> Value<'a> {
    if x.is_null() {
        return list(arena, &[]);
    }
    if let Some(unknown) = x.unknown()
        && !find_secrets(unknown.prefix).is_empty()
    {
        return found(arena, unknown.prefix, x);
    }
    if let Some(blank) = blank(arena, &[x], Ty::Any) {
        return blank;
    }
    x.as_str().map_or_else(|| list(arena, &[]), |text| found(arena, text, x))
}

fn found<'a>(arena: &'a Bump, text: &str, x: &Value<'a>) -> Value<'a> {
    let items: Vec<Value<'a>> = find_secrets(text)
        .into_iter()
        .map(|secret| {
            let place = Value::int(i64::from(secret.line)).at(x.origin);
            object(arena, &[("kind", Value::str(secret.kind)), ("place", place)]).at(x.origin)
        })
        .collect();
    list(arena, &items).at(x.origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        find_secrets(text).into_iter().map(|secret| secret.kind).collect()
    }

    #[test]
    fn every_pattern_compiles() {
        assert_eq!(PATTERNS.len(), FORMS.len());
        assert!(ASSIGNMENT.is_match("DB_PASSWORD=x1y2z3a4b5"));
    }

    #[test]
    fn tokens_are_found_by_their_form_and_line() {
        let text = format!("#!/bin/sh\nexport AWS_ACCESS_KEY_ID={}{}\n", "AKIA", "QX4BIPW3AHOV29GN");
        assert_eq!(find_secrets(&text), [Secret { line: 2, kind: "an AWS access key" }]);
        assert_eq!(kinds(&format!("-----BEGIN RSA {} KEY-----\nMIIE", "PRIVATE")), ["a private key"]);
        assert_eq!(kinds(&format!("{}{}", "ghp_", "a1B2".repeat(9))), ["a GitHub token"]);
        assert_eq!(kinds("postgres://app:s3cr3tpw@db.internal:5432/app"), ["a password in an address"]);
        assert_eq!(kinds("DB_PASSWORD='vQ8#kd72Lm1p'"), ["a value that looks like a secret"]);
    }

    #[test]
    fn secrets_in_base64_are_found() {
        let plain = format!("#!/bin/sh\nexport KEY={}{}\n", "AKIA", "QX4BIPW3AHOV29GN");
        let encoded = base64::engine::general_purpose::STANDARD.encode(plain);
        assert_eq!(kinds(&encoded), ["an AWS access key"]);
    }

    #[test]
    fn references_and_placeholders_are_none() {
        for text in [
            "password = var.password1234",
            "export DB_PASSWORD=$DB_PASSWORD_2024",
            "password: changeme123",
            "token_ttl=3600",
            "secret_name: /prod/db/password1",
            "postgres://app:${var.password}@db/app",
            "echo hello world",
            "AWS_SECRET_ACCESS_KEY=<your key 12345678>",
        ] {
            assert_eq!(kinds(text), [""; 0], "{text}");
        }
    }
}
