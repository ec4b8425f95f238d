//! Numbers that are not small whole numbers: 512-bit binary floats, as Terraform's.

/// A finite number: `±words × 2^exponent`, words little endian, without trailing zero bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Big<'a> {
    /// Whether it is below zero.
    pub negative: bool,
    /// The power of two.
    pub exponent: i64,
    /// The digits, least significant word first.
    pub words: &'a [u64],
}
