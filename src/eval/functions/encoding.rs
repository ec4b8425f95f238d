//! Functions that write values as text of another language, and read them.

use std::io::Read as _;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};
use base64::prelude::BASE64_STANDARD;
use flate2::read::MultiGzDecoder;

use super::args::Args;
use super::charset::{self, Charset};
use super::{Function, Outcome, Stop, csv, format, json, yaml};
use crate::value::{Kind, Ty, Unknown};

pub(super) fn find(name: &str) -> Option<Function> {
    let text = |count, run| Function::new(count, Ty::String, run);
    let any = |count, run| Function::new(count, Ty::Any, run);
    Some(match name {
        "jsonencode" => text(1..=1, jsonencode),
        "jsondecode" => any(1..=1, |args| json::decode(args, args.text(0)?)),
        "yamlencode" => text(1..=1, |args| {
            let value = args.wholly_known(0)?;
            Ok(args.str(&yaml::encode(&value)))
        }),
        "yamldecode" => any(1..=1, |args| yaml::decode(args, args.text(0)?)),
        "csvdecode" => any(1..=1, csv::decode),
        "base64encode" => text(1..=1, |args| Ok(args.str(&BASE64_STANDARD.encode(args.text(0)?)))),
        "base64decode" => text(1..=1, base64decode),
        "base64gunzip" => text(1..=1, base64gunzip),
        "urlencode" => text(1..=1, urlencode),
        "urldecode" => text(1..=1, urldecode),
        "textencodebase64" => text(2..=2, textencodebase64),
        "textdecodebase64" => text(2..=2, textdecodebase64),
        _ => return None,
    })
}

/// Of what is partly unknown the first character is known.
fn jsonencode<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    match args.wholly_known(0) {
        Ok(value) if value.first_infinity().is_some() => Err(args.refuse(0, "must not be infinite")),
        Ok(value) => Ok(args.str(&json::encode(&value))),
        Err(Stop::Unknown(reason)) => {
            let prefix = match args.value(0).kind {
                Kind::List(_) | Kind::Tuple(_) => "[",
                Kind::Map(_) | Kind::Object(_) => "{",
                Kind::Unknown(Unknown { not_null: true, ty: Ty::String, .. }) => "\"",
                Kind::Unknown(Unknown { not_null: true, ty: Ty::List(_) | Ty::Set(_) | Ty::Tuple(_), .. }) => "[",
                Kind::Unknown(Unknown { not_null: true, ty: Ty::Map(_) | Ty::Object(_), .. }) => "{",
                _ => "",
            };
            Ok(args.refined(Ty::String, reason, prefix, prefix.len()))
        }
        Err(error) => Err(error),
    }
}

/// Go does not look at the bits that are left over.
const LENIENT: GeneralPurpose =
    GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true));

fn decoded<'a>(args: &Args<'a, '_>) -> Outcome<'a, Vec<u8>> {
    // Go passes over line breaks.
    let text: String = args.text(0)?.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
    LENIENT.decode(text).map_err(|_| args.refuse(0, "must be base64"))
}

fn base64decode<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let text = String::from_utf8(decoded(args)?).map_err(|_| args.error("the result is not UTF-8 text"))?;
    Ok(args.str(&text))
}

/// OpenTofu's. Text that unpacks to more than onus builds is not known.
fn base64gunzip<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let packed = decoded(args)?;
    let mut bytes = Vec::new();
    let most = format::MAX_TEXT as u64 + 1;
    let read = MultiGzDecoder::new(packed.as_slice()).take(most).read_to_end(&mut bytes);
    read.map_err(|_| args.refuse(0, "must be what gzip packed"))?;
    if bytes.len() > format::MAX_TEXT {
        return Err(Stop::Limit);
    }
    let text = String::from_utf8(bytes).map_err(|_| args.error("the result is not UTF-8 text"))?;
    Ok(args.str(&text))
}

fn urlencode<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut out = String::new();
    for byte in args.text(0)?.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Ok(args.str(&out))
}

/// OpenTofu's.
fn urldecode<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let refused = || args.refuse(0, "must be encoded as in a URL");
    let mut out = Vec::new();
    let mut bytes = args.text(0)?.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || bytes.next().and_then(|digit| char::from(digit).to_digit(16));
                let (high, low) = (digit().ok_or_else(refused)?, digit().ok_or_else(refused)?);
                (high << 4 | low) as u8
            }
            other => other,
        });
    }
    let text = String::from_utf8(out).map_err(|_| args.error("the result is not UTF-8 text"))?;
    Ok(args.str(&text))
}

fn charset<'a>(args: &Args<'a, '_>) -> Outcome<'a, Charset> {
    Charset::named(args.text(1)?)
        .ok_or_else(|| args.refuse(1, "must be an encoding that IANA lists and Terraform knows"))
}

fn textencodebase64<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let text = args.text(0)?;
    let bytes = charset(args)?.encode(text).map_err(|failed| match failed {
        charset::Failed::Refused => args.error("the text has characters that this encoding lacks"),
        charset::Failed::NotKnown => Stop::Unknown(args.own_reason()),
    })?;
    Ok(args.str(&BASE64_STANDARD.encode(bytes)))
}

fn textdecodebase64<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let bytes = decoded(args)?;
    let text = charset(args)?.decode(&bytes).map_err(|failed| match failed {
        charset::Failed::Refused => args.error("the bytes are not text in this encoding"),
        charset::Failed::NotKnown => Stop::Unknown(args.own_reason()),
    })?;
    Ok(args.str(&text))
}
