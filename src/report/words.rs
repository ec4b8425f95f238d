//! The words for ids: what people read for a severity, a verdict, an owner, a number.

use crate::estate::Action;
use crate::responsibility::{ModelId, Owner, Tally, owner_line as line};
use crate::settings::finding::{Finding, Severity, Verdict};

/// `yours: network (IaaS)`, `shared with AWS: encryption (PaaS)`.
pub(crate) fn owner_line(finding: &Finding) -> String {
    line(finding.owner, finding.layer, finding.model, &finding.provider)
}

/// What people call a model, where room is short: `PaaS`, `mgmt`.
pub(crate) fn short(model: ModelId) -> &'static str {
    if model.short().len() > 8 { model.id() } else { model.short() }
}

/// `4/5!`: secure of all settings, with signs for what is open, undecided and accepted.
pub(crate) fn share(tally: Tally) -> String {
    let open = if tally.open() > 0 { "!" } else { "" };
    let undecided = if tally.unknown > 0 { "?" } else { "" };
    let accepted = if tally.accepted > 0 { "~" } else { "" };
    format!("{}/{}{open}{undecided}{accepted}", tally.done(), tally.total())
}

/// The number of a footnote: `¹²`.
pub(crate) fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// The word for a severity.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
        Severity::Info => "info",
    }
}

/// What a plan does with a resource, as a participle.
pub(crate) fn action(action: Action) -> &'static str {
    match action {
        Action::NoOp => "unchanged",
        Action::Create => "created",
        Action::Read => "read",
        Action::Update => "updated",
        Action::Replace => "replaced",
        Action::Delete => "destroyed",
        Action::Forget => "forgotten",
    }
}

/// The word that people read for a verdict.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Secure => "secure",
        Verdict::SecureByDefault => "secure by default",
        Verdict::Unknown => "undecided",
        Verdict::Unset => "unset",
        Verdict::Insecure => "insecure",
        Verdict::Inherited => "inherited",
        Verdict::NotApplicable => "does not apply",
    }
}

/// `1 file`, `27 files`, `9,310 resources`.
pub(crate) fn count(number: u32, one: &str) -> String {
    let many = match one.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{one}s"),
    };
    format!("{} {}", grouped(number), if number == 1 { one } else { &many })
}

/// A number with a comma between thousands.
pub(crate) fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `a, b and c`
pub(crate) fn list<'t>(words: impl IntoIterator<Item = &'t str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The sign of who answers for a cell of the matrix; empty where nobody is known.
pub(super) fn sign(owner: Option<Owner>) -> &'static str {
    match owner {
        Some(Owner::Customer) => "●",
        Some(Owner::Shared) => "◐",
        Some(Owner::Provider) => "○",
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(count(1, "entry"), "1 entry");
        assert_eq!(count(2, "entry"), "2 entries");
        assert_eq!(count(2, "day"), "2 days");
        assert_eq!(count(9310, "resource"), "9,310 resources");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(list(["a", "b", "c"]), "a, b and c");
    }
}
