//! `format` and `formatlist`: Terraform's verbs, which are Go's with rules of their own for values.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;

use super::args::Args;
use super::collection::within_bounds;
use super::string::safe_prefix;
use super::{Outcome, Stop, json, string};
use crate::value::number::Num;
use crate::value::{Kind, Ty, Value};

/// Text longer than this is not made.
pub(super) const MAX_TEXT: usize = 16 << 20;

/// Widths and precisions beyond this are refused.
const MAX_WIDTH: usize = 10_000;

/// `%[2]-8.3f`
#[derive(Clone, Copy, Debug, Default)]
struct Verb {
    letter: char,
    alternate: bool,
    zeros: bool,
    left: bool,
    sign: bool,
    space: bool,
    width: Option<usize>,
    precision: Option<usize>,
    argument: Option<usize>,
}

/// A piece of a format.
enum Piece<'t> {
    Text(&'t str),
    Verb(Verb),
}

/// Reads a format into its pieces.
fn pieces<'t>(args: &Args<'_, '_>, format: &'t str) -> Result<Vec<Piece<'t>>, String> {
    let mut pieces = Vec::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            pieces.push(Piece::Text("%"));
            rest = after;
            continue;
        }
        let (verb, after) = verb(rest).ok_or_else(|| format!("{}: a verb is missing after %", args.name))?;
        if !"vtbdoxXeEfgGsq".contains(verb.letter) {
            return Err(format!("{}: there is no verb %{}", args.name, verb.letter.escape_debug()));
        }
        pieces.push(Piece::Verb(verb));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    Ok(pieces)
}

fn verb(text: &str) -> Option<(Verb, &str)> {
    let mut verb = Verb::default();
    let mut rest = text.trim_start_matches(|c| {
        match c {
            '#' => verb.alternate = true,
            '0' => verb.zeros = true,
            '-' => verb.left = true,
            '+' => verb.sign = true,
            ' ' => verb.space = true,
            _ => return false,
        }
        true
    });
    (verb.width, rest) = number(rest)?;
    if let Some(after) = rest.strip_prefix('.') {
        let (precision, after) = number(after)?;
        verb.precision = Some(precision.unwrap_or(0));
        rest = after;
    }
    if let Some(after) = rest.strip_prefix('[') {
        let (argument, after) = number(after)?;
        verb.argument = Some(argument?);
        rest = after.strip_prefix(']')?;
    }
    verb.letter = rest.chars().next()?;
    Some((verb, &rest[verb.letter.len_utf8()..]))
}

/// Digits at the start of a text. `None` if their number is beyond bounds.
fn number(text: &str) -> Option<(Option<usize>, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    if len == 0 {
        return Some((None, text));
    }
    let number = text[..len].parse().ok().filter(|number| *number <= MAX_WIDTH)?;
    Some((Some(number), &text[len..]))
}

pub(super) fn format<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let written = args.text(0)?;
    let pieces = pieces(args, written)?;
    // Terraform 1.11 leaves it unknown, later ones write null.
    if !args.null_flow && args.args.iter().any(Value::is_null) {
        return Err(Stop::Unknown(args.own_reason()));
    }
    filled(args, &pieces, &args.args[1..])
}

/// The text that a format makes of values. Unknown values leave it unknown from their place on.
fn filled<'a>(args: &Args<'a, '_>, pieces: &[Piece<'_>], values: &[Value<'a>]) -> Outcome<'a> {
    let mut out = String::new();
    let mut unknown = None;
    let mut next = 0;
    let mut used = 0;
    for piece in pieces {
        let verb = match piece {
            Piece::Text(text) => {
                if unknown.is_none() {
                    out.push_str(text);
                }
                continue;
            }
            Piece::Verb(verb) => verb,
        };
        let index = verb.argument.map_or(Some(next), |number| number.checked_sub(1));
        let value = index.and_then(|index| values.get(index));
        let (Some(index), Some(value)) = (index, value) else {
            return Err(args.error(format!("there is no argument for %{}", verb.letter)));
        };
        next = index + 1;
        used = used.max(next);
        if unknown.is_some() {
            continue;
        }
        match (value.kind, super::args::why_unknown(value)) {
            // Terraform 1.11 leaves it unknown, later ones write null.
            (Kind::Null, _) => unknown = Some(args.own_reason()),
            (_, Stop::Unknown(reason)) if !value.is_wholly_known() => unknown = Some(reason),
            _ => write_value(args, verb, value, &mut out)?,
        }
        if out.len() > MAX_TEXT {
            return Err(Stop::Limit);
        }
    }
    // Explicit numbers may leave arguments out.
    let numbered = pieces.iter().any(|piece| matches!(piece, Piece::Verb(verb) if verb.argument.is_some()));
    if used < values.len() && !numbered {
        return Err(args.error(format!("{used} arguments are used, but {} are given", values.len())));
    }
    match unknown {
        Some(reason) => {
            // Terraform knows what stands before the first verb.
            let told = match pieces {
                [Piece::Text(text), ..] if *text != "%" => safe_prefix(text),
                _ => 0,
            };
            Ok(args.refined(Ty::String, reason, args.arena.alloc_str(&out), told))
        }
        None => Ok(args.str(&out)),
    }
}

fn write_value<'a>(args: &Args<'a, '_>, verb: &Verb, value: &Value<'a>, out: &mut String) -> Result<(), Stop<'a>> {
    let refused = |needed: &str| args.error(format!("%{} needs {needed}, not a {}", verb.letter, value.type_name()));
    let text = || args.as_text(*value).ok_or_else(|| refused("text"));
    let number = || args.as_number(*value).ok_or_else(|| refused("a number"));
    if let Kind::Big(infinite) = value.kind
        && infinite.is_infinite()
        && "veEfgG".contains(verb.letter)
    {
        pad(out, verb, if infinite.negative { "-Inf" } else { "+Inf" });
        return Ok(());
    }
    match verb.letter {
        'v' => {
            let shown = match (value.kind, verb.alternate) {
                (Kind::Str(text), false) => text.to_owned(),
                (Kind::Int(_) | Kind::Big(_), false) => shortest(&number()?.to_string(), 'e', 6),
                _ => json::encode(value),
            };
            pad(out, verb, &shown);
        }
        's' => {
            let text = text()?;
            match verb.precision {
                Some(most) => pad(out, verb, &text.graphemes(true).take(most).collect::<String>()),
                None => pad(out, verb, text),
            }
        }
        'q' => pad(out, verb, &json::encode(&Value::str(text()?))),
        't' => {
            let truth = crate::value::convert(args.arena, *value, &Ty::Bool).ok().and_then(|value| value.as_bool());
            out.push_str(if truth.ok_or_else(|| refused("a bool"))? { "true" } else { "false" });
        }
        'b' | 'd' | 'o' | 'x' | 'X' => {
            let number = number()?;
            if !number.is_whole() {
                return Err(args.error(format!("%{} needs a whole number", verb.letter)));
            }
            whole(out, verb, &number);
        }
        _ => real(out, verb, &number()?),
    }
    Ok(())
}

/// Fills a text up to the verb's width, counted as people count characters.
fn pad(out: &mut String, verb: &Verb, text: &str) {
    let missing = verb.width.unwrap_or(0).saturating_sub(string::graphemes(text));
    let filler = if verb.zeros && !verb.left { "0" } else { " " };
    if verb.left {
        let _ = write!(out, "{text}{}", filler.repeat(missing));
    } else {
        let _ = write!(out, "{}{text}", filler.repeat(missing));
    }
}

/// Fills a number up: zeros stand after the sign.
fn pad_number(out: &mut String, verb: &Verb, negative: bool, digits: &str) {
    let sign = match (negative, verb.sign, verb.space) {
        (true, ..) => "-",
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    };
    let missing = verb.width.unwrap_or(0).saturating_sub(sign.len() + digits.len());
    let _ = match (verb.left, verb.zeros) {
        (true, _) => write!(out, "{sign}{digits}{}", " ".repeat(missing)),
        (_, true) => write!(out, "{sign}{}{digits}", "0".repeat(missing)),
        _ => write!(out, "{}{sign}{digits}", " ".repeat(missing)),
    };
}

fn whole(out: &mut String, verb: &Verb, number: &Num) {
    let decimal = number.to_string();
    let (negative, decimal) = match decimal.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, decimal.as_str()),
    };
    let integer: dashu_int::UBig = decimal.parse().unwrap_or_default();
    let digits = match verb.letter {
        'b' => format!("{integer:b}"),
        'o' => format!("{integer:o}"),
        'x' => format!("{integer:x}"),
        'X' => format!("{integer:X}"),
        _ => decimal.to_owned(),
    };
    let prefix = match verb.letter {
        'x' if verb.alternate => "0x",
        'X' if verb.alternate => "0X",
        'o' if verb.alternate => "0",
        'b' if verb.alternate => "0b",
        _ => "",
    };
    let zeros = "0".repeat(verb.precision.unwrap_or(0).saturating_sub(digits.len()));
    pad_number(out, verb, negative, &format!("{prefix}{zeros}{digits}"));
}

fn real(out: &mut String, verb: &Verb, number: &Num) {
    let text = match (verb.letter, verb.precision) {
        ('f', precision) => number.fixed(precision.unwrap_or(6)),
        ('e' | 'E', precision) => {
            exponent_form(&format!("{:.*e}", precision.unwrap_or(6), number.to_f64()), verb.letter)
        }
        (letter, None) => shortest(&number.to_string(), if letter == 'G' { 'E' } else { 'e' }, 6),
        (letter, Some(precision)) => {
            let rounded = format!("{:.*e}", precision.max(1) - 1, number.to_f64());
            let rounded: f64 = rounded.parse().unwrap_or(0.0);
            shortest(&format!("{rounded}"), if letter == 'G' { 'E' } else { 'e' }, precision.max(1) as i64)
        }
    };
    match text.strip_prefix('-') {
        Some(digits) => pad_number(out, verb, true, digits),
        None => pad_number(out, verb, false, &text),
    }
}

/// `1.5e4` as Go writes it: `1.5e+04`.
fn exponent_form(text: &str, letter: char) -> String {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (sign, digits) = match exponent.strip_prefix('-') {
        Some(digits) => ('-', digits),
        None => ('+', exponent),
    };
    format!("{mantissa}{letter}{sign}{digits:0>2}")
}

/// A decimal number in the shorter of both forms: by exponent below 10⁻⁴ and from so many digits on (six for shortest
/// numbers), as Go decides.
fn shortest(decimal: &str, letter: char, most: i64) -> String {
    let (sign, unsigned) = match decimal.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", decimal),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = format!("{whole}{fraction}");
    let leading = digits.len() - digits.trim_start_matches('0').len();
    if leading == digits.len() {
        return decimal.to_owned();
    }
    let exponent = whole.len() as i64 - 1 - leading as i64;
    if (-4..most).contains(&exponent) {
        return decimal.to_owned();
    }
    let digits = digits.trim_start_matches('0').trim_end_matches('0');
    let (first, others) = digits.split_at(1);
    let point = if others.is_empty() { "" } else { "." };
    exponent_form(&format!("{sign}{first}{point}{others}e{exponent}"), letter)
}

/// `format` for each element of the lists among its arguments.
pub(super) fn formatlist<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let written = args.text(0)?;
    let pieces = pieces(args, written)?;
    let mut count: Option<usize> = None;
    let mut columns: Vec<(Value<'a>, Option<&'a [Value<'a>]>)> = Vec::new();
    for index in 1..args.len() {
        let value = args.value(index);
        // Terraform takes null for a list that is not known.
        if value.is_null() {
            return Err(Stop::Unknown(args.own_reason()));
        }
        if let Kind::Unknown(unknown) = value.kind
            && !matches!(unknown.ty, Ty::String | Ty::Number | Ty::Bool)
        {
            return Err(super::args::why_unknown(&value));
        }
        if matches!(value.kind, Kind::Set(_)) && !value.is_wholly_known() {
            return Err(super::args::why_unknown(&value));
        }
        let items = value.elements();
        if let Some(items) = items {
            if count.is_some_and(|count| count != items.len()) {
                return Err(args.refuse(index, "must have as many elements as the lists before it"));
            }
            count = Some(items.len());
        }
        columns.push((value, items));
    }
    let count = count.unwrap_or(1);
    within_bounds(count)?;
    let mut rows = Vec::with_capacity(count);
    for row in 0..count {
        let values: Vec<Value<'a>> =
            columns.iter().map(|(value, items)| items.map_or(*value, |items| items[row])).collect();
        if let (true, Some(open)) =
            (values.iter().any(Value::is_null), values.iter().find(|value| !value.is_wholly_known()))
        {
            return Err(super::args::why_unknown(open));
        }
        if values.iter().any(Value::is_null) {
            return Err(args.error("null cannot be formatted"));
        }
        rows.push(filled(args, &pieces, &values)?);
    }
    Ok(args.list_of(&rows))
}
