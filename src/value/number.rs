//! Numbers: small whole ones as `i64`, all others as 512-bit binary floats, as Terraform's.
//!
//! A [`Big`] lies in the arena and owns nothing, so an arena can be dropped without looking at its numbers; arithmetic
//! is `dashu`'s, on [`Num`].

use std::cmp::Ordering;

use bumpalo::Bump;
use dashu_float::FBig;
use dashu_float::round::mode::HalfEven;
use dashu_int::{IBig, Sign, UBig};

use super::{Kind, Value};

/// Bits of precision, as Terraform's.
pub const PRECISION: usize = 512;

/// So many decimal digits tell a number of 512 bits from its neighbours.
const DIGITS: std::ops::RangeInclusive<usize> = 152..=156;

/// Numbers with a larger power of ten than this are refused: writing them out would take too long.
const MAX_EXPONENT: i64 = 10_000;

type Float = FBig<HalfEven, 2>;

/// A finite number: `±words × 2^exponent`, words little endian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Big<'a> {
    /// Whether it is below zero.
    pub negative: bool,
    /// The power of two.
    pub exponent: i64,
    /// The digits, least significant word first.
    pub words: &'a [u64],
}

impl Big<'_> {
    /// What `-0` is: equal to zero, but written otherwise.
    pub const NEGATIVE_ZERO: Self = Self { negative: true, exponent: 0, words: &[] };
}

/// Writes the number in a value as Terraform's `tostring` does; empty if it is none.
pub fn written(value: &Value<'_>) -> String {
    match value.kind {
        Kind::Big(big) if *big == Big::NEGATIVE_ZERO => "-0".to_owned(),
        _ => Num::of(value).map(|number| number.to_string()).unwrap_or_default(),
    }
}

/// A number to calculate with.
#[derive(Clone, Debug)]
pub enum Num {
    /// A whole number that fits.
    Int(i64),
    /// Any other.
    Float(Float),
}

impl Num {
    /// The number in a value.
    pub fn of(value: &Value<'_>) -> Option<Self> {
        match value.kind {
            Kind::Int(number) => Some(Self::Int(number)),
            Kind::Big(big) => Some(Self::Float(big_to_float(big))),
            _ => None,
        }
    }

    /// Reads a decimal number as Terraform writes it: `10`, `-0.5`, `1e9`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(number) = text.parse::<i64>() {
            return (!text.starts_with('+')).then_some(Self::Int(number));
        }
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = match digits.find(['e', 'E']) {
            Some(at) => (&digits[..at], digits[at + 1..].parse::<i64>().ok()?),
            None => (digits, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let exponent = exponent.checked_sub(fraction.len() as i64)?;
        if exponent.abs() > MAX_EXPONENT || mantissa.len() > MAX_EXPONENT as usize {
            return None;
        }
        let significand: IBig = format!("{whole}{fraction}").parse().ok()?;
        let significand = if text.starts_with('-') { -significand } else { significand };
        let float = FBig::<HalfEven, 10>::from_parts(significand, exponent as isize)
            .with_base_and_precision::<2>(PRECISION)
            .value();
        Some(Self::Float(float).simplified())
    }

    /// The nearest number to a float of the machine; `None` for infinities and NaN.
    pub fn from_f64(number: f64) -> Option<Self> {
        let float = Float::try_from(number).ok()?;
        Some(Self::Float(float.with_precision(PRECISION).value()).simplified())
    }

    /// The nearest float of the machine.
    pub fn to_f64(&self) -> f64 {
        match self {
            Self::Int(number) => *number as f64,
            Self::Float(float) => float.to_f64().value(),
        }
    }

    /// The number if it is whole and fits.
    pub fn to_i64(&self) -> Option<i64> {
        match self.clone().simplified() {
            Self::Int(number) => Some(number),
            Self::Float(_) => None,
        }
    }

    /// Whether it has no fraction.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Int(_) => true,
            Self::Float(float) => float.fract() == Float::ZERO,
        }
    }

    /// A value of this number.
    pub fn value<'a>(self, arena: &'a Bump) -> Value<'a> {
        match self.simplified() {
            Self::Int(number) => Value::int(number),
            Self::Float(float) => {
                let exponent = float.repr().exponent() as i64;
                let (sign, digits) = float.into_repr().into_parts().0.into_parts();
                let words = arena.alloc_slice_copy(digits.as_words());
                Value::of(Kind::Big(arena.alloc(Big { negative: sign == Sign::Negative, exponent, words })))
            }
        }
    }

    fn simplified(self) -> Self {
        let Self::Float(float) = self else { return self };
        let exponent = float.repr().exponent();
        if exponent > 63 || !(exponent >= 0 || float.fract() == Float::ZERO) {
            return Self::Float(float);
        }
        match i64::try_from(float.trunc().to_int().value()) {
            Ok(number) => Self::Int(number),
            Err(_) => Self::Float(float),
        }
    }

    fn float(&self) -> Float {
        match self {
            Self::Int(number) => Float::from(*number).with_precision(PRECISION).value(),
            Self::Float(float) => float.clone(),
        }
    }

    /// The sum.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) if a.checked_add(*b).is_some() => Self::Int(a + b),
            _ => Self::Float(self.float() + other.float()).simplified(),
        }
    }

    /// The difference.
    #[must_use]
    pub fn subtract(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) if a.checked_sub(*b).is_some() => Self::Int(a - b),
            _ => Self::Float(self.float() - other.float()).simplified(),
        }
    }

    /// The product.
    #[must_use]
    pub fn multiply(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) if a.checked_mul(*b).is_some() => Self::Int(a * b),
            _ => Self::Float(self.float() * other.float()).simplified(),
        }
    }

    /// The quotient; `None` for division by zero.
    pub fn divide(&self, other: &Self) -> Option<Self> {
        let divisor = other.float();
        (divisor != Float::ZERO).then(|| Self::Float(self.float() / divisor).simplified())
    }

    /// The remainder with the sign of the dividend; `None` for division by zero.
    pub fn modulo(&self, other: &Self) -> Option<Self> {
        if let (Self::Int(a), Self::Int(b)) = (self, other) {
            return (*b != 0).then(|| Self::Int(a.wrapping_rem(*b)));
        }
        let quotient = Self::Float(self.divide(other)?.float().trunc());
        Some(self.subtract(&quotient.multiply(other)))
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negate(&self) -> Self {
        match self {
            Self::Int(number) if *number != i64::MIN => Self::Int(-number),
            _ => Self::Float(-self.float()).simplified(),
        }
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        match self {
            Self::Int(_) => self.clone(),
            Self::Float(float) => Self::Float(float.floor()).simplified(),
        }
    }

    /// The smallest whole number that is not below it.
    #[must_use]
    pub fn ceil(&self) -> Self {
        match self {
            Self::Int(_) => self.clone(),
            Self::Float(float) => Self::Float(float.ceil()).simplified(),
        }
    }

    /// Which of two numbers is larger.
    pub fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.cmp(b),
            _ => self.float().cmp(&other.float()),
        }
    }
}

impl std::fmt::Display for Num {
    /// As Terraform's `tostring`: all digits, no exponent.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.clone().simplified() {
            Self::Int(number) => write!(f, "{number}"),
            Self::Float(float) if float.fract() == Float::ZERO => write!(f, "{}", float.trunc().to_int().value()),
            Self::Float(float) => {
                // The fewest digits that are read as the same number, as Go writes a float.
                let shortest = DIGITS.map(|digits| shortened(&float, digits)).find(|text| {
                    Self::parse(text).is_some_and(|read| matches!(read, Self::Float(read) if read == float))
                });
                f.write_str(&shortest.unwrap_or_else(|| shortened(&float, *DIGITS.end())))
            }
        }
    }
}

/// A number that is not whole, with so many digits.
fn shortened(float: &Float, digits: usize) -> String {
    let text = float.clone().with_base_and_precision::<10>(digits).value().to_string();
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

fn big_to_float(big: &Big<'_>) -> Float {
    let sign = if big.negative { Sign::Negative } else { Sign::Positive };
    let significand = IBig::from_parts(sign, UBig::from_words(big.words));
    Float::from_parts(significand, big.exponent as isize).with_precision(PRECISION).value()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn num(text: &str) -> Num {
        Num::parse(text).unwrap()
    }

    #[test]
    fn decimal_fractions_add_up_as_in_terraform() {
        assert_eq!(num("0.1").add(&num("0.2")).compare(&num("0.3")), Ordering::Equal);
        assert_eq!(num("0.1").add(&num("0.2")).to_string(), "0.3");
        let third = num("1").divide(&num("3")).unwrap();
        assert_eq!(third.multiply(&num("3")).to_string(), "1");
        assert!(num("1").divide(&num("0")).is_none());
    }

    #[test]
    fn long_whole_numbers_keep_all_digits() {
        let long = "123456789012345678901234567890";
        assert_eq!(num(long).to_string(), long);
        assert_eq!(num(long).add(&num("1")).to_string(), "123456789012345678901234567891");
        assert_eq!(num("9223372036854775807").add(&num("1")).to_string(), "9223372036854775808");
        let arena = Bump::new();
        let value = num("-12345678901234567890.5").value(&arena);
        assert_eq!(Num::of(&value).unwrap().to_string(), "-12345678901234567890.5");
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, shown) in [("1e3", "1000"), ("1.50", "1.5"), ("-0.25", "-0.25"), ("1E-2", "0.01"), ("007", "7")] {
            assert_eq!(num(text).to_string(), shown, "{text}");
        }
        for text in ["", ".", "1.2.3", "abc", "+1", "1e99999999", "0x10"] {
            assert!(Num::parse(text).is_none(), "{text}");
        }
        assert_eq!(num("7").modulo(&num("-3")).unwrap().to_string(), "1");
        assert_eq!(num("-7.5").modulo(&num("2")).unwrap().to_string(), "-1.5");
        assert_eq!(num("-7.5").floor().to_string(), "-8");
    }
}
