//! Dates and durations.

use bumpalo::Bump;
use jiff::Timestamp;

use crate::value::number::Num;
use crate::value::{Ty, Value};

use super::{blank, cron, scalar};

const DAY: i64 = 86_400;

/// A moment: RFC 3339, or a date, which is its first second in UTC.
fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment);
    }
    let zone = jiff::tz::TimeZone::UTC;
    if let Ok(date) = text.parse::<jiff::civil::Date>() {
        return zone.to_timestamp(date.at(0, 0, 0, 0)).ok();
    }
    zone.to_timestamp(text.parse::<jiff::civil::DateTime>().ok()?).ok()
}

/// Days from now, rounded up: above 0 as long as the moment lies ahead. Null for what is no date.
pub(super) fn days_until<'a>(arena: &'a Bump, date: &Value<'a>, now: Timestamp) -> Value<'a> {
    if let Some(blank) = blank(arena, &[date], Ty::Number) {
        return blank;
    }
    let Some(moment) = date.as_str().and_then(moment) else { return Value::NULL };
    Value::int(-(now.as_second() - moment.as_second()).div_euclid(DAY))
}

/// Whole days from one moment to another.
pub(super) fn days_between<'a>(arena: &'a Bump, from: &Value<'a>, to: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[from, to], Ty::Number) {
        return blank;
    }
    match (from.as_str().and_then(moment), to.as_str().and_then(moment)) {
        (Some(from), Some(to)) => Value::int((to.as_second() - from.as_second()) / DAY),
        _ => Value::NULL,
    }
}

/// The seconds of a duration in any provider's notation: `7776000s`, `90d`, `1h30m`, `P90D`, `rate(30 days)`; for
/// `cron(…)` the longest gap. A bare number is seconds. Null for what is no duration.
pub(super) fn seconds<'a>(arena: &'a Bump, duration: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[duration], Ty::Number) {
        return blank;
    }
    let Some(text) = scalar(arena, duration) else { return Value::NULL };
    let text = text.trim();
    if let Some(number) = Num::parse(text) {
        return number.value(arena);
    }
    match parse(text) {
        Some(seconds) => Num::from_f64(seconds).map_or(Value::NULL, |number| number.value(arena)),
        None => Value::NULL,
    }
}

fn parse(text: &str) -> Option<f64> {
    let lower = text.to_ascii_lowercase();
    let inside = |name: &str| lower.strip_prefix(name)?.trim().strip_prefix('(')?.trim_end().strip_suffix(')');
    if let Some(rate) = inside("rate") {
        let (number, unit) = rate.trim().split_once(' ')?;
        return Some(number.parse::<f64>().ok()? * unit_seconds(unit.trim())?);
    }
    if let Some(fields) = inside("cron") {
        return cron::longest_gap(fields).map(|seconds| seconds as f64);
    }
    if let Some(iso) = lower.strip_prefix('p') {
        let (days, time) = iso.split_once('t').unwrap_or((iso, ""));
        return Some(sum(days, true)? + sum(time, false)?);
    }
    if lower.is_empty() { None } else { sum(&lower, false) }
}

/// Numbers with units, one after the other. In the date part of ISO 8601 `m` is a month.
fn sum(text: &str, dates: bool) -> Option<f64> {
    let mut rest = text.trim();
    let mut total = 0.0;
    while !rest.is_empty() {
        let digits = rest.find(|char: char| !(char.is_ascii_digit() || char == '.')).filter(|at| *at > 0)?;
        let (number, after) = rest.split_at(digits);
        let after = after.trim_start();
        let end = after.find(|char: char| !char.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        let factor = if dates && unit == "m" { 30.0 * DAY as f64 } else { unit_seconds(unit)? };
        total += number.parse::<f64>().ok()? * factor;
        rest = after.trim_start();
    }
    Some(total)
}

fn unit_seconds(unit: &str) -> Option<f64> {
    let day = DAY as f64;
    Some(match unit {
        "ns" => 1e-9,
        "us" | "µs" => 1e-6,
        "ms" => 1e-3,
        "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
        "h" | "hour" | "hours" => 3600.0,
        "d" | "day" | "days" => day,
        "w" | "week" | "weeks" => 7.0 * day,
        "mo" | "month" | "months" => 30.0 * day,
        "y" | "year" | "years" => 365.0 * day,
        _ => return None,
    })
}
