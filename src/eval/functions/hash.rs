//! Hashes of text, and of bytes for whoever reads files.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha1::Digest;

use super::args::Args;
use super::{Function, Outcome};
use crate::value::Ty;

pub(super) fn find(name: &str) -> Option<Function> {
    let text = |count, run| Function::new(count, Ty::String, run);
    Some(match name {
        "md5" => text(1..=1, |args| of_text("md5", args)),
        "sha1" => text(1..=1, |args| of_text("sha1", args)),
        "sha256" => text(1..=1, |args| of_text("sha256", args)),
        "sha512" => text(1..=1, |args| of_text("sha512", args)),
        "base64sha256" => text(1..=1, |args| of_text("base64sha256", args)),
        "base64sha512" => text(1..=1, |args| of_text("base64sha512", args)),
        "uuidv5" => text(2..=2, uuidv5),
        _ => return None,
    })
}

fn of_text<'a>(name: &str, args: &Args<'a, '_>) -> Outcome<'a> {
    Ok(args.str(&digest(name, args.text(0)?.as_bytes()).unwrap_or_default()))
}

/// Whether there is a hash of that name.
pub(in crate::eval) fn is_hash(name: &str) -> bool {
    matches!(name, "md5" | "sha1" | "sha256" | "sha512" | "base64sha256" | "base64sha512")
}

/// The hash of that name, of any bytes.
pub(in crate::eval) fn digest(name: &str, bytes: &[u8]) -> Option<String> {
    Some(match name {
        "md5" => to_hex(&md5::Md5::digest(bytes)),
        "sha1" => to_hex(&sha1::Sha1::digest(bytes)),
        "sha256" => to_hex(&sha2::Sha256::digest(bytes)),
        "sha512" => to_hex(&sha2::Sha512::digest(bytes)),
        "base64sha256" => BASE64_STANDARD.encode(sha2::Sha256::digest(bytes)),
        "base64sha512" => BASE64_STANDARD.encode(sha2::Sha512::digest(bytes)),
        _ => return None,
    })
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A UUID with hyphens, also in braces or as a URN, or 32 digits.
fn parsed_uuid(text: &str) -> Option<u128> {
    let braced = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    let urn = text.split_at_checked(9).filter(|(prefix, _)| prefix.eq_ignore_ascii_case("urn:uuid:"));
    let text = braced.or(urn.map(|(_, rest)| rest)).unwrap_or(text);
    let hyphens: Vec<usize> = text.match_indices('-').map(|(at, _)| at).collect();
    if !(hyphens == [8, 13, 18, 23] && text.len() == 36 || hyphens.is_empty() && text.len() == 32) {
        return None;
    }
    let digits = text.replace('-', "");
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    all_digits.then(|| u128::from_str_radix(&digits, 16).ok())?
}

/// The name-based UUID of RFC 9562, section 5.5.
fn uuidv5<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let namespace = match args.text(0)? {
        "dns" | "url" | "oid" | "x500" => {
            let number = match args.text(0)? {
                "dns" => 0x10,
                "url" => 0x11,
                "oid" => 0x12,
                _ => 0x14,
            };
            0x6ba7_b800_9dad_11d1_80b4_00c0_4fd4_30c8_u128 | number << 96
        }
        uuid => parsed_uuid(uuid).ok_or_else(|| args.refuse(0, "must be dns, url, oid, x500 or a UUID"))?,
    };
    let mut hasher = sha1::Sha1::new();
    hasher.update(namespace.to_be_bytes());
    hasher.update(args.text(1)?.as_bytes());
    let mut bytes = hasher.finalize();
    bytes[6] = bytes[6] & 0x0f | 0x50;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = to_hex(&bytes[..16]);
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    Ok(args.str(&parts.join("-")))
}
