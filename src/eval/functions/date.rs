//! Functions on times, all in RFC 3339.

use jiff::SignedDuration;
use jiff::civil::{DateTime, Weekday};

use super::args::Args;
use super::{Function, Outcome};
use crate::value::{Ty, Value};

pub(super) fn find(name: &str) -> Option<Function> {
    Some(match name {
        "formatdate" => Function::new(2..=2, Ty::String, formatdate),
        "timeadd" => Function::new(2..=2, Ty::String, timeadd),
        "timecmp" => Function::new(2..=2, Ty::Number, |args| {
            let order = time(args, 0)?.utc().cmp(&time(args, 1)?.utc());
            Ok(Value::int(order as i64))
        }),
        _ => return None,
    })
}

/// A time as it is written: on the clock of its offset.
#[derive(Clone, Copy, Debug)]
struct Time {
    clock: DateTime,
    /// Minutes east of UTC.
    offset: i32,
    /// Whether it is written with `Z`.
    zulu: bool,
}

impl Time {
    fn utc(self) -> DateTime {
        let offset = SignedDuration::from_mins(i64::from(self.offset));
        self.clock.checked_sub(offset).unwrap_or(self.clock)
    }

    /// `Z`, or `+05:30` with a given separator.
    fn zone(self, separator: &str) -> String {
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.abs();
        format!("{sign}{:02}{separator}{:02}", minutes / 60, minutes % 60)
    }

    fn rfc3339(self) -> String {
        let zone = if self.zulu || self.offset == 0 { "Z".to_owned() } else { self.zone(":") };
        format!(
            "{}T{:02}:{:02}:{:02}{zone}",
            self.clock.date(),
            self.clock.hour(),
            self.clock.minute(),
            self.clock.second()
        )
    }
}

fn time<'a>(args: &Args<'a, '_>, index: usize) -> Outcome<'a, Time> {
    parse(args.text(index)?).ok_or_else(|| args.refuse(index, "must be a time such as 2006-01-02T15:04:05Z"))
}

/// `2006-01-02T15:04:05.5+07:00`, each part with all of its digits.
fn parse(text: &str) -> Option<Time> {
    let digits = |from: usize, len: usize| -> Option<i16> {
        let part = text.get(from..from + len)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let mark = |at: usize, wanted: &[u8]| text.as_bytes().get(at).filter(|byte| wanted.contains(byte)).map(drop);
    let (year, month, day) = (digits(0, 4)?, digits(5, 2)?, digits(8, 2)?);
    let (hour, minute, second) = (digits(11, 2)?, digits(14, 2)?, digits(17, 2)?);
    mark(4, b"-")?;
    mark(7, b"-")?;
    mark(10, b"T")?;
    mark(13, b":")?;
    mark(16, b":")?;
    let mut rest = &text[19..];
    let mut nanoseconds = 0;
    if let Some(fraction) = rest.strip_prefix('.') {
        let len = fraction.bytes().take_while(u8::is_ascii_digit).count();
        let nine: String = fraction[..len].chars().chain("000000000".chars()).take(9).collect();
        nanoseconds = nine.parse().ok().filter(|_| len > 0)?;
        rest = &fraction[len..];
    }
    let offset = match rest {
        "Z" => 0,
        _ => {
            let (sign, zone) = match rest.split_at_checked(1)? {
                ("+", zone) => (1, zone),
                ("-", zone) => (-1, zone),
                _ => return None,
            };
            let (hours, minutes) = zone.split_once(':')?;
            let two = |part: &str| part.parse::<i32>().ok().filter(|_| part.len() == 2 && !part.starts_with('+'));
            let (hours, minutes) = (two(hours)?, two(minutes)?);
            (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))?
        }
    };
    let small = |number: i16| i8::try_from(number).ok();
    if second > 59 {
        return None;
    }
    let clock =
        DateTime::new(year, small(month)?, small(day)?, small(hour)?, small(minute)?, small(second)?, nanoseconds);
    Some(Time { clock: clock.ok()?, offset, zulu: rest == "Z" })
}

fn timeadd<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let time = time(args, 0)?;
    let duration = duration(args.text(1)?).ok_or_else(|| args.refuse(1, "must be a duration such as 1h30m"))?;
    let clock = time.clock.checked_add(duration).map_err(|_| args.error("the result is out of range"))?;
    Ok(args.str(&Time { clock, ..time }.rfc3339()))
}

/// Go's durations: `-1h30m5.5s`.
fn duration(text: &str) -> Option<SignedDuration> {
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(SignedDuration::ZERO);
    }
    if rest.is_empty() {
        return None;
    }
    let mut total: i128 = 0;
    while !rest.is_empty() {
        let len = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let (number, after) = rest.split_at(len);
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if (whole.is_empty() && fraction.is_empty()) || fraction.contains('.') || number.len() > 24 {
            return None;
        }
        let unit_len = after.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(after.len());
        let unit: i128 = match &after[..unit_len] {
            "ns" => 1,
            "us" | "µs" | "μs" => 1_000,
            "ms" => 1_000_000,
            "s" => 1_000_000_000,
            "m" => 60_000_000_000,
            "h" => 3_600_000_000_000,
            _ => return None,
        };
        let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        total = total.checked_add(whole.checked_mul(unit)?)?;
        if !fraction.is_empty() {
            let digits: i128 = fraction.get(..fraction.len().min(18))?.parse().ok()?;
            total += digits * unit / 10i128.pow(fraction.len().min(18) as u32);
        }
        rest = &after[unit_len..];
    }
    let total = i64::try_from(if negative { -total } else { total }).ok()?;
    Some(SignedDuration::from_nanos(total))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn formatdate<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut rest = args.text(0)?;
    let time = time(args, 1)?;
    let mut out = String::new();
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let Some((text, after)) = quoted(&rest[1..]) else {
                return Err(args.refuse(0, "has a quote that is never closed"));
            };
            out.push_str(&text);
            rest = after;
            continue;
        }
        let len = rest.len() - rest.trim_start_matches(first).len();
        if first.is_ascii_alphabetic() {
            let part = part(time, &rest[..len]);
            let part = part.ok_or_else(|| args.refuse(0, &format!("holds `{}`, which means nothing", &rest[..len])))?;
            out.push_str(&part);
        } else {
            out.push_str(&rest[..len]);
        }
        rest = &rest[len..];
    }
    Ok(args.str(&out))
}

/// Text up to the closing quote; two quotes are one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut out = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('\'')?;
        out.push_str(before);
        match after.strip_prefix('\'') {
            Some(after) => {
                out.push('\'');
                rest = after;
            }
            None => return Some((out, after)),
        }
    }
}

fn part(time: Time, letters: &str) -> Option<String> {
    let clock = time.clock;
    let month = MONTHS[clock.month().clamp(1, 12) as usize - 1];
    let hour = match clock.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    let half = if clock.hour() < 12 { "am" } else { "pm" };
    Some(match letters {
        "YYYY" => format!("{:04}", clock.year()),
        "YY" => format!("{:02}", clock.year() % 100),
        "MMMM" => month.to_owned(),
        "MMM" => month[..3].to_owned(),
        "MM" => format!("{:02}", clock.month()),
        "M" => clock.month().to_string(),
        "DD" => format!("{:02}", clock.day()),
        "D" => clock.day().to_string(),
        "EEEE" => weekday(clock.weekday()).to_owned(),
        "EEE" => weekday(clock.weekday())[..3].to_owned(),
        "hh" => format!("{:02}", clock.hour()),
        "h" => clock.hour().to_string(),
        "HH" => format!("{hour:02}"),
        "H" => hour.to_string(),
        "AA" => half.to_uppercase(),
        "aa" => half.to_owned(),
        "mm" => format!("{:02}", clock.minute()),
        "m" => clock.minute().to_string(),
        "ss" => format!("{:02}", clock.second()),
        "s" => clock.second().to_string(),
        "ZZZZZ" => time.zone(":"),
        "ZZZZ" => time.zone(""),
        "ZZZ" if time.offset == 0 => "UTC".to_owned(),
        "ZZZ" => time.zone(""),
        "Z" if time.offset == 0 => "Z".to_owned(),
        "Z" => time.zone(":"),
        _ => return None,
    })
}

/// A date or time of YAML as Terraform gives it, or nothing if it is none.
pub(super) fn of_yaml(text: &str) -> Option<String> {
    let (date, clock) = match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let mut numbers = date.split('-');
    let mut next = |least: usize, most: usize| -> Option<u16> {
        let part = numbers.next()?;
        let fits = (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse().ok())?
    };
    let (year, month, day) = (next(4, 4)?, next(1, 2)?, next(1, 2)?);
    if numbers.next().is_some() {
        return None;
    }
    let clock = match (clock, text.contains(' ')) {
        ("", _) => "00:00:00Z".to_owned(),
        (clock, true) if clock.contains(['+', '-', ' ', 'Z']) => return None,
        (clock, true) => format!("{clock}Z"),
        (clock, false) => clock.to_owned(),
    };
    Some(parse(&format!("{year:04}-{month:02}-{day:02}T{clock}"))?.rfc3339())
}
