//! Numbers: small whole ones as `i64`, all others as 512-bit binary floats, as Terraform's.
//!
//! A [`Big`] lies in the arena and owns nothing, so an arena can be dropped without looking at its numbers; arithmetic
//! is `dashu`'s, on [`Num`].

use std::cmp::Ordering;

use bumpalo::Bump;
use dashu_base::{BitTest as _, DivRem as _};
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

/// Numbers with a larger power of two are not made.
const MAX_BITS: usize = 1 << 18;

type Float = FBig<HalfEven, 2>;

/// A number: `±words × 2^exponent`, words little endian; or one of the constants below.
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
    /// What `1 / 0` is. Terraform calculates with it and refuses only to write it down.
    pub const INFINITY: Self = Self { negative: false, exponent: i64::MAX, words: &[] };
    /// What `-1 / 0` is.
    pub const NEGATIVE_INFINITY: Self = Self { negative: true, ..Self::INFINITY };

    /// Whether it is one of the two infinities.
    pub fn is_infinite(&self) -> bool {
        self.words.is_empty() && self.exponent == i64::MAX
    }
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
    /// Any other that is finite.
    Float(Float),
    /// What a division by zero gives.
    Infinite {
        /// Whether it is below all numbers, not above.
        negative: bool,
    },
}

impl Num {
    /// The number in a value.
    pub fn of(value: &Value<'_>) -> Option<Self> {
        match value.kind {
            Kind::Int(number) => Some(Self::Int(number)),
            Kind::Big(big) if big.is_infinite() => Some(Self::Infinite { negative: big.negative }),
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
        let sign = if text.starts_with('-') { Sign::Negative } else { Sign::Positive };
        let significand: UBig = format!("{whole}{fraction}").parse().ok()?;
        let power = UBig::from(10u8).pow(exponent.unsigned_abs() as usize);
        let float = if exponent >= 0 {
            rounded(sign, &(significand * power), 0, false)
        } else {
            let shift = (power.bit_len() + PRECISION + 2).saturating_sub(significand.bit_len());
            let (quotient, rest) = (significand << shift).div_rem(power);
            rounded(sign, &quotient, -(shift as isize), rest != UBig::ZERO)
        };
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
            Self::Infinite { negative: false } => f64::INFINITY,
            Self::Infinite { negative: true } => f64::NEG_INFINITY,
        }
    }

    /// The number if it is whole and fits.
    pub fn to_i64(&self) -> Option<i64> {
        match self.clone().simplified() {
            Self::Int(number) => Some(number),
            Self::Float(_) | Self::Infinite { .. } => None,
        }
    }

    /// Whether it has no fraction.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Int(_) => true,
            Self::Float(float) => float.fract() == Float::ZERO,
            Self::Infinite { .. } => false,
        }
    }

    /// Whether it is no finite number.
    pub fn is_infinite(&self) -> bool {
        matches!(self, Self::Infinite { .. })
    }

    fn is_negative(&self) -> bool {
        match self {
            Self::Int(number) => *number < 0,
            Self::Float(float) => *float < Float::ZERO,
            Self::Infinite { negative } => *negative,
        }
    }

    fn is_zero(&self) -> bool {
        match self {
            Self::Int(number) => *number == 0,
            Self::Float(float) => *float == Float::ZERO,
            Self::Infinite { .. } => false,
        }
    }

    /// The number with so many digits after the point, rounded to even.
    pub fn fixed(&self, digits: usize) -> String {
        let float = match self {
            Self::Int(number) if digits == 0 => return number.to_string(),
            Self::Int(number) => return format!("{number}.{}", "0".repeat(digits)),
            Self::Infinite { .. } => return self.to_string(),
            Self::Float(float) => float,
        };
        let negative = *float < Float::ZERO;
        let size = if negative { -float.clone() } else { float.clone() };
        let (whole, part) = (size.trunc().to_int().value(), size.fract());
        let power = IBig::from(10).pow(digits);
        let scaled = part * Float::from(power.clone()).with_precision(PRECISION).value();
        let (floor, rest) = (scaled.trunc().to_int().value(), scaled.fract());
        let half = Float::from(1).with_precision(PRECISION).value() / Float::from(2);
        let mut all = whole * &power + floor;
        let odd = &all % IBig::from(2) != IBig::ZERO;
        if rest > half || (rest == half && odd) {
            all += 1;
        }
        let text = all.to_string();
        let text = format!("{text:0>width$}", width = digits + 1);
        let (whole, part) = text.split_at(text.len() - digits);
        let sign = if negative { "-" } else { "" };
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }

    /// A value of this number.
    pub fn value<'a>(self, arena: &'a Bump) -> Value<'a> {
        match self.simplified() {
            Self::Int(number) => Value::int(number),
            Self::Infinite { negative: false } => Value::of(Kind::Big(&Big::INFINITY)),
            Self::Infinite { negative: true } => Value::of(Kind::Big(&Big::NEGATIVE_INFINITY)),
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

    /// The number as a float; `None` if it is infinite.
    fn float(&self) -> Option<Float> {
        match self {
            Self::Int(number) => Some(Float::from(*number).with_precision(PRECISION).value()),
            Self::Float(float) => Some(float.clone()),
            Self::Infinite { .. } => None,
        }
    }

    fn floats(&self, other: &Self) -> Option<(Float, Float)> {
        Some((self.float()?, other.float()?))
    }

    /// The sum; `None` for infinities of different signs.
    pub fn add(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) if a.checked_add(*b).is_some() => Some(Self::Int(a + b)),
            (Self::Infinite { negative: a }, Self::Infinite { negative: b }) if a != b => None,
            (infinite @ Self::Infinite { .. }, _) | (_, infinite @ Self::Infinite { .. }) => Some(infinite.clone()),
            _ => self.floats(other).map(|(a, b)| Self::Float(sum(&a, &b)).simplified()),
        }
    }

    /// The difference; `None` for infinities of one sign.
    pub fn subtract(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) if a.checked_sub(*b).is_some() => Some(Self::Int(a - b)),
            (Self::Infinite { .. }, _) | (_, Self::Infinite { .. }) => self.add(&other.negate()),
            _ => self.floats(other).map(|(a, b)| Self::Float(sum(&a, &-b)).simplified()),
        }
    }

    /// The number, unless it has so many digits that writing them would take long.
    fn bounded(float: Float) -> Option<Self> {
        (float.repr().exponent().unsigned_abs() <= MAX_BITS).then(|| Self::Float(float).simplified())
    }

    /// The product; `None` for zero and an infinity, and for more digits than are kept.
    pub fn multiply(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) if a.checked_mul(*b).is_some() => Some(Self::Int(a * b)),
            (Self::Infinite { .. }, _) | (_, Self::Infinite { .. }) => {
                let negative = self.is_negative() != other.is_negative();
                (!self.is_zero() && !other.is_zero()).then_some(Self::Infinite { negative })
            }
            _ => self.floats(other).and_then(|(a, b)| Self::bounded(a * b)),
        }
    }

    /// The quotient, infinite for a division by zero; `None` for zero by zero, for two infinities, and for more digits
    /// than are kept.
    pub fn divide(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Infinite { .. }, Self::Infinite { .. }) => None,
            (Self::Infinite { negative }, _) => Some(Self::Infinite { negative: *negative != other.is_negative() }),
            (_, Self::Infinite { .. }) => Some(Self::Int(0)),
            _ if other.is_zero() => (!self.is_zero()).then(|| Self::Infinite { negative: self.is_negative() }),
            _ => self.floats(other).and_then(|(a, b)| Self::bounded(a / b)),
        }
    }

    /// The remainder with the sign of the dividend, which it is itself where the divisor is zero; `None` for infinities
    /// by anything else.
    pub fn modulo(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return Some(self.clone());
        }
        if let (Self::Int(a), Self::Int(b)) = (self, other) {
            return Some(Self::Int(a.wrapping_rem(*b)));
        }
        let (a, b) = self.floats(other)?;
        let quotient = Self::Float((a / b).trunc());
        self.subtract(&quotient.multiply(other)?)
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negate(&self) -> Self {
        match self {
            Self::Int(number) if *number != i64::MIN => Self::Int(-number),
            Self::Int(number) => Self::Float(-Float::from(*number).with_precision(PRECISION).value()),
            Self::Float(float) => Self::Float(-float.clone()).simplified(),
            Self::Infinite { negative } => Self::Infinite { negative: !negative },
        }
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        match self {
            Self::Int(_) | Self::Infinite { .. } => self.clone(),
            Self::Float(float) => Self::Float(float.floor()).simplified(),
        }
    }

    /// The smallest whole number that is not below it.
    #[must_use]
    pub fn ceil(&self) -> Self {
        match self {
            Self::Int(_) | Self::Infinite { .. } => self.clone(),
            Self::Float(float) => Self::Float(float.ceil()).simplified(),
        }
    }

    /// -1 and 1 for the infinities, 0 for all that is between.
    fn infinite_sign(&self) -> i8 {
        match self {
            Self::Infinite { negative: true } => -1,
            Self::Infinite { negative: false } => 1,
            Self::Int(_) | Self::Float(_) => 0,
        }
    }

    /// Which of two numbers is larger.
    pub fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.cmp(b),
            _ => match (self.floats(other), self.infinite_sign().cmp(&other.infinite_sign())) {
                (Some((a, b)), _) => a.cmp(&b),
                (None, order) => order,
            },
        }
    }
}

impl std::fmt::Display for Num {
    /// As Terraform's `tostring`: all digits, no exponent.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.clone().simplified() {
            Self::Int(number) => write!(f, "{number}"),
            Self::Infinite { negative } => f.write_str(if negative { "-Inf" } else { "+Inf" }),
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
    let (sign, size) = float.repr().significand().clone().into_parts();
    let below = float.repr().exponent().min(0).unsigned_abs();
    // How many decimal places that is: by the size of the number, and again if that was not well guessed.
    let guess = (size.bit_len() as f64 - below as f64) * std::f64::consts::LOG10_2;
    let mut places = (digits as f64 - 1.0 - guess.floor()).max(0.0) as usize;
    let mut text = decimal(&size, below, places);
    if text.len() != digits {
        places = (places + digits).saturating_sub(text.len());
        text = decimal(&size, below, places);
    }
    let text = format!("{text:0>width$}", width = places + 1);
    let (whole, fraction) = text.split_at(text.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let sign = if sign == Sign::Negative { "-" } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

/// `size × 10^places ÷ 2^below`, rounded to even.
fn decimal(size: &UBig, below: usize, places: usize) -> String {
    let scaled = size * UBig::from(10u8).pow(places);
    if below == 0 {
        return scaled.to_string();
    }
    let mut kept = &scaled >> below;
    let (rest, half) = (&scaled - (&kept << below), UBig::ONE << (below - 1));
    if rest > half || (rest == half && kept.bit(0)) {
        kept += UBig::ONE;
    }
    kept.to_string()
}

/// The exact sum, rounded once to even. (The sum of the library may be off by its last bit where one number is much
/// smaller than the other.)
fn sum(a: &Float, b: &Float) -> Float {
    let (x, y) = (a.repr(), b.repr());
    let top = |repr: &dashu_float::Repr<2>| repr.exponent().saturating_add_unsigned(repr.significand().bit_len());
    // What lies below all bits of the other changes nothing.
    let far = PRECISION as isize + 2;
    match (*a == Float::ZERO, *b == Float::ZERO) {
        (_, true) => return a.clone(),
        (true, _) => return b.clone(),
        _ if top(x).saturating_sub(top(y)) > far => return a.clone(),
        _ if top(y).saturating_sub(top(x)) > far => return b.clone(),
        _ => {}
    }
    let least = x.exponent().min(y.exponent());
    let aligned =
        |repr: &dashu_float::Repr<2>| repr.significand() << repr.exponent().saturating_sub(least).unsigned_abs();
    let (sign, size) = (aligned(x) + aligned(y)).into_parts();
    rounded(sign, &size, least, false)
}

/// `size × 2^exponent` in the bits that a number has, rounded to even. `more`: it is a little more than that.
fn rounded(sign: Sign, size: &UBig, exponent: isize, more: bool) -> Float {
    let excess = size.bit_len().saturating_sub(PRECISION);
    let mut kept = size >> excess;
    if excess > 0 {
        let (rest, half) = (size - (&kept << excess), UBig::ONE << (excess - 1));
        let odd = kept.bit(0);
        if rest > half || (rest == half && (odd || more)) {
            kept += UBig::ONE;
        }
    }
    let exponent = exponent.saturating_add(excess as isize);
    Float::from_parts(IBig::from_parts(sign, kept), exponent).with_precision(PRECISION).value()
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
        let sum = num("0.1").add(&num("0.2")).unwrap();
        assert_eq!(sum.compare(&num("0.3")), Ordering::Equal);
        assert_eq!(sum.to_string(), "0.3");
        let third = num("1").divide(&num("3")).unwrap();
        assert_eq!(third.multiply(&num("3")).unwrap().to_string(), "1");
    }

    #[test]
    fn long_whole_numbers_keep_all_digits() {
        let long = "123456789012345678901234567890";
        assert_eq!(num(long).to_string(), long);
        assert_eq!(num(long).add(&num("1")).unwrap().to_string(), "123456789012345678901234567891");
        assert_eq!(num("9223372036854775807").add(&num("1")).unwrap().to_string(), "9223372036854775808");
        assert_eq!(num("-9223372036854775808").negate().to_string(), "9223372036854775808");
        let arena = Bump::new();
        let value = num("-12345678901234567890.5").value(&arena);
        assert_eq!(Num::of(&value).unwrap().to_string(), "-12345678901234567890.5");
    }

    #[test]
    fn sums_are_exact_and_products_bounded() {
        assert_eq!(num("0.0211").add(&num("-15")).unwrap().to_string(), "-14.9789");
        assert_eq!(num("1e300").add(&num("1e-300")).unwrap().to_string(), num("1e300").to_string());
        let mut large = num("1e9999");
        let mut squares = 0;
        while let Some(square) = large.multiply(&large) {
            large = square;
            squares += 1;
        }
        assert!(squares < 10);
    }

    #[test]
    fn infinity_is_a_number_until_it_meets_itself() {
        let infinite = num("1").divide(&num("0")).unwrap();
        let below = num("-0.5").divide(&num("0")).unwrap();
        assert_eq!((infinite.to_string(), below.to_string()), ("+Inf".to_owned(), "-Inf".to_owned()));
        assert_eq!(infinite.compare(&num("1e99")), Ordering::Greater);
        assert_eq!(below.compare(&infinite), Ordering::Less);
        assert_eq!(num("5").divide(&infinite).unwrap().to_string(), "0");
        assert_eq!(infinite.multiply(&num("-2")).unwrap().to_string(), "-Inf");
        assert_eq!(num("5").modulo(&num("0")).unwrap().to_string(), "5");
        let undefined = [
            infinite.add(&below),
            infinite.subtract(&infinite),
            infinite.multiply(&num("0")),
            num("0").divide(&num("0")),
            infinite.divide(&below),
            infinite.modulo(&num("2")),
            num("2").modulo(&infinite),
        ];
        assert!(undefined.iter().all(Option::is_none));
        let arena = Bump::new();
        assert!(Num::of(&below.value(&arena)).is_some_and(|number| number.is_infinite()));
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
