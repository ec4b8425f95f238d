//! Functions on numbers. `log` and `pow` calculate in 64 bits, as Terraform's do.

use std::cmp::Ordering;

use dashu_int::IBig;

use super::args::{Args, known};
use super::{Function, MANY, Outcome};
use crate::value::number::Num;
use crate::value::{Ty, Value};

pub(super) fn find(name: &str) -> Option<Function> {
    let number = |count, run| Function::new(count, Ty::Number, run);
    Some(match name {
        "abs" => number(1..=1, |args| {
            let number = args.number(0)?;
            let negative = number.compare(&Num::Int(0)) == Ordering::Less;
            Ok(if negative { number.negate() } else { number }.value(args.arena))
        }),
        "ceil" => number(1..=1, |args| Ok(args.number(0)?.ceil().value(args.arena))),
        "floor" => number(1..=1, |args| Ok(args.number(0)?.floor().value(args.arena))),
        "signum" => number(1..=1, |args| {
            let number = args.number(0)?;
            let number = number.to_i64().ok_or_else(|| args.refuse(0, "must be a whole number of 64 bits"))?;
            Ok(Value::int(number.signum()))
        }),
        "min" => number(1..=MANY, |args| extreme(args, Ordering::Less)),
        "max" => number(1..=MANY, |args| extreme(args, Ordering::Greater)),
        "sum" => number(1..=1, sum),
        "pow" => number(2..=2, |args| real(args, power(args.number(0)?.to_f64(), args.number(1)?.to_f64()))),
        "log" => number(2..=2, |args| real(args, args.number(0)?.to_f64().ln() / args.number(1)?.to_f64().ln())),
        "parseint" => number(2..=2, parseint),
        _ => return None,
    })
}

fn real<'a>(args: &Args<'a, '_>, number: f64) -> Outcome<'a> {
    if number.is_infinite() {
        return Ok(Num::Infinite { negative: number < 0.0 }.value(args.arena));
    }
    // Its shortest decimal form, which is what Terraform shows of such a number.
    let number = Num::parse(&format!("{number}")).ok_or_else(|| args.error("the result is no finite number"))?;
    Ok(number.value(args.arena))
}

/// A power as Go calculates it, by squaring the fraction and the exponent apart: the last digit may differ from what the
/// machine's own function gives.
fn power(base: f64, exponent: f64) -> f64 {
    let special = base == 0.0 || !base.is_finite() || !exponent.is_finite();
    if special || exponent == 0.0 || base == 1.0 || exponent.abs() == 0.5 || exponent.abs() >= 9.3e18 {
        return base.powf(exponent);
    }
    let (mut whole, mut part) = (exponent.abs().trunc(), exponent.abs().fract());
    if part != 0.0 && base < 0.0 {
        return f64::NAN;
    }
    let mut fraction = 1.0;
    if part != 0.0 {
        if part > 0.5 {
            part -= 1.0;
            whole += 1.0;
        }
        fraction = (part * base.ln()).exp();
    }
    let (mut square, mut square_exponent) = split(base);
    let mut binary_exponent = 0i64;
    let mut left = whole as i64;
    while left != 0 {
        if square_exponent.abs() > 1 << 12 {
            binary_exponent += square_exponent;
            break;
        }
        if left & 1 == 1 {
            fraction *= square;
            binary_exponent += square_exponent;
        }
        square *= square;
        square_exponent <<= 1;
        if square < 0.5 {
            square += square;
            square_exponent -= 1;
        }
        left >>= 1;
    }
    if exponent < 0.0 {
        (fraction, binary_exponent) = (1.0 / fraction, -binary_exponent);
    }
    scaled(fraction, binary_exponent)
}

/// A finite number that is not zero as `fraction × 2^exponent`, the fraction from a half up to one.
fn split(number: f64) -> (f64, i64) {
    const EXPONENT: u64 = 0x7ff << 52;
    let (number, shift) = if number.abs() < f64::MIN_POSITIVE { (number * 2f64.powi(54), -54) } else { (number, 0) };
    let bits = number.to_bits();
    let exponent = ((bits & EXPONENT) >> 52) as i64 - 1022;
    (f64::from_bits(bits & !EXPONENT | 1022 << 52), exponent + shift)
}

fn scaled(fraction: f64, exponent: i64) -> f64 {
    let half = (exponent / 2).clamp(-2200, 2200) as i32;
    let rest = (exponent - i64::from(half)).clamp(-2200, 2200) as i32;
    fraction * 2f64.powi(half) * 2f64.powi(rest)
}

fn extreme<'a>(args: &Args<'a, '_>, wanted: Ordering) -> Outcome<'a> {
    let mut best = 0;
    for index in 1..args.len() {
        if args.number(index)?.compare(&args.number(best)?) == wanted {
            best = index;
        }
    }
    let number = args.number(best)?.value(args.arena);
    Ok(Value { kind: number.kind, ..args.value(best) })
}

fn sum<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let items = args.items_of_any(0)?;
    if items.is_empty() {
        return Err(args.refuse(0, "must not be empty"));
    }
    if !args.null_flow {
        args.wholly_known(0)?;
    }
    let mut total = Num::Int(0);
    for item in items {
        if item.is_null() {
            return Err(args.refuse(0, "must not hold null"));
        }
        let number = args.as_number(known(*item)?).ok_or_else(|| args.wrong(0, "a list of numbers"))?;
        total = total.add(&number).ok_or_else(|| args.error("infinity has no sum with its opposite"))?;
    }
    Ok(total.value(args.arena))
}

fn parseint<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let text = args.known(0)?.as_str().ok_or_else(|| args.wrong(0, "text"))?;
    let base = args.whole(1)?;
    if !(2..=62).contains(&base) {
        return Err(args.refuse(1, "must be from 2 to 62"));
    }
    let refused = || args.error(format!("this is no whole number in base {base}"));
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || digits.len() > 4096 {
        return Err(refused());
    }
    let mut number = IBig::ZERO;
    for byte in digits.bytes() {
        // Up to base 36 capitals mean the same as small letters; beyond they are digits of their own.
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'z' => byte - b'a' + 10,
            b'A'..=b'Z' if base <= 36 => byte - b'A' + 10,
            b'A'..=b'Z' => byte - b'A' + 36,
            _ => return Err(refused()),
        };
        if i64::from(digit) >= base {
            return Err(refused());
        }
        number = number * base + digit;
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let number = Num::parse(&format!("{sign}{number}")).ok_or_else(refused)?;
    Ok(number.value(args.arena))
}
