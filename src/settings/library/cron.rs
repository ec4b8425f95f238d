//! Cron expressions, as far as it takes to say what their longest gap is.

/// The longest time between two runs, in seconds, of `minute hour day month weekday [year]`. `None` for what cannot be
/// read, and for expressions that never run.
pub(super) fn longest_gap(expression: &str) -> Option<i64> {
    let fields: Vec<&str> = expression.split_whitespace().collect();
    let (&[minute, hour, day, month, weekday], _) = fields.split_first_chunk::<5>()?;
    if fields.len() > 6 || fields.get(5).is_some_and(|year| *year != "*") {
        return None;
    }
    let minutes = numbers(minute, 0, 59, &[])?;
    let hours = numbers(hour, 0, 23, &[])?;
    let months = numbers(month, 1, 12, &MONTHS)?;
    // Where there are six fields the week begins at 1 with Sunday, else at 0.
    let sunday = i64::from(fields.len() == 6);
    let weekdays = match weekday {
        "?" | "*" => None,
        text => Some(numbers(text, 0, 7, &DAYS.map(|(name, at)| (name, at + sunday)))?),
    };
    let days = match day {
        "?" | "*" => None,
        text => Some(numbers(text, 1, 31, &[])?),
    };
    let mut times: Vec<i64> =
        hours.iter().flat_map(|hour| minutes.iter().map(move |minute| hour * 3600 + minute * 60)).collect();
    times.sort_unstable();
    let runs_on = |date: jiff::civil::Date| {
        let from_sunday = i64::from(date.weekday().to_sunday_zero_offset()) + sunday;
        let by_day = days.as_ref().map(|days| days.contains(&i64::from(date.day())));
        let by_weekday = weekdays
            .as_ref()
            .map(|days| days.contains(&from_sunday) || sunday == 0 && from_sunday == 0 && days.contains(&7));
        let fits = match (by_day, by_weekday) {
            (Some(day), Some(weekday)) => day || weekday,
            (Some(fits), None) | (None, Some(fits)) => fits,
            (None, None) => true,
        };
        fits && months.contains(&i64::from(date.month()))
    };
    gap_over_years(&times, runs_on)
}

/// Over eight years, so that a leap day comes round twice.
fn gap_over_years(times: &[i64], runs_on: impl Fn(jiff::civil::Date) -> bool) -> Option<i64> {
    let (first, last) = (*times.first()?, *times.last()?);
    let within = times.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    let mut date = jiff::civil::date(2024, 1, 1);
    let mut previous: Option<i64> = None;
    let mut longest = None;
    for day in 0..8 * 366 {
        if runs_on(date) {
            if let Some(previous) = previous {
                let gap = (day - previous) * 86_400 + first - last;
                longest = longest.max(Some(gap));
            }
            previous = Some(day);
        }
        date = date.tomorrow().ok()?;
    }
    longest.map(|longest: i64| longest.max(within))
}

const MONTHS: [(&str, i64); 12] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

const DAYS: [(&str, i64); 7] = [("sun", 0), ("mon", 1), ("tue", 2), ("wed", 3), ("thu", 4), ("fri", 5), ("sat", 6)];

/// `*`, `5`, `1-5`, `*/15`, `0/10`, `mon,wed`.
fn numbers(field: &str, least: i64, most: i64, names: &[(&str, i64)]) -> Option<Vec<i64>> {
    let number = |text: &str| {
        let named = names.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, number)| *number);
        named.or_else(|| text.parse().ok()).filter(|number| (least..=most).contains(number))
    };
    let mut found = Vec::new();
    for part in field.split(',') {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, step.parse::<i64>().ok().filter(|step| *step > 0)?),
            None => (part, 1),
        };
        let (from, to) = match range.split_once('-') {
            Some((from, to)) => (number(from)?, number(to)?),
            None if matches!(range, "*" | "?") => (least, most),
            None if part.contains('/') => (number(range)?, most),
            None => (number(range)?, number(range)?),
        };
        found.extend((from..=to).step_by(step as usize));
    }
    Some(found)
}
