//! Ids of controls: how each framework writes them, and their order.

use std::cmp::Ordering;

use crate::responsibility::ControlSet;

/// A control, by its id as its own framework writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Control {
    set: ControlSet,
    id: String,
}

impl Control {
    /// Reads an id in any of the forms in use: `AC-6(7)`, `AC-06(07)` and `ac-6.7` are one control. `None`: it is none.
    pub fn parse(set: ControlSet, text: &str) -> Option<Self> {
        let text = text.trim();
        let id = match set {
            ControlSet::Nist => nist(text)?,
            ControlSet::Ccm => {
                let (domain, number) = text.split_once('-')?;
                let known = (2..=4).contains(&domain.len()) && domain.bytes().all(|byte| byte.is_ascii_alphabetic());
                format!("{}-{:02}", known.then(|| domain.to_ascii_uppercase())?, number_of(number)?)
            }
            ControlSet::Pci => dotted(text)?,
            ControlSet::Iso => match text.strip_prefix("CLD.").or_else(|| text.strip_prefix("cld.")) {
                Some(rest) => format!("CLD.{}", dotted(rest)?),
                None => dotted(text.strip_prefix("A.").unwrap_or(text))?,
            },
        };
        Some(Self { set, id })
    }

    /// As the framework writes it: `AC-6(7)`, `IAM-06`, `8.3.6`, `CLD.6.3.1`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// As FedRAMP's workbooks write it: `AC-06(07)`.
    pub fn padded(&self) -> String {
        let mut padded = String::with_capacity(self.id.len() + 2);
        for piece in pieces(&self.id) {
            match piece.parse::<u32>() {
                Ok(number) => padded.push_str(&format!("{number:02}")),
                Err(_) => padded.push_str(piece),
            }
        }
        padded
    }

    /// As OSCAL writes it: `ac-6.7`, as NIST's own catalogue does; a token, which begins with a letter, for the others.
    pub fn oscal(&self) -> String {
        match self.set {
            ControlSet::Nist => self.id.to_ascii_lowercase().replace('(', ".").replace(')', ""),
            ControlSet::Ccm => self.id.to_ascii_lowercase(),
            ControlSet::Pci => format!("pci-dss-{}", self.id),
            ControlSet::Iso => format!("iso-27017-{}", self.id.to_ascii_lowercase()),
        }
    }
}

fn nist(text: &str) -> Option<String> {
    let (family, rest) = text.split_once('-')?;
    let is_family = family.len() == 2 && family.bytes().all(|byte| byte.is_ascii_alphabetic());
    let family = is_family.then(|| family.to_ascii_uppercase())?;
    let (number, enhancement) = match rest.split_once(['(', '.']) {
        Some((number, enhancement)) => (number, Some(enhancement.strip_suffix(')').unwrap_or(enhancement))),
        None => (rest, None),
    };
    let number = number_of(number)?;
    Some(match enhancement {
        Some(enhancement) => format!("{family}-{number}({})", number_of(enhancement)?),
        None => format!("{family}-{number}"),
    })
}

/// A number of at most three digits.
fn number_of(text: &str) -> Option<u32> {
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// `8.3.6`
fn dotted(text: &str) -> Option<String> {
    let numbers: Option<Vec<String>> = text.split('.').map(|part| number_of(part).map(|it| it.to_string())).collect();
    numbers.filter(|numbers| numbers.len() <= 5).map(|numbers| numbers.join("."))
}

/// Runs of digits, and what is between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()).scan(0, |at, piece| {
        let from = *at;
        *at += piece.len();
        Some(&text[from..*at])
    })
}

impl PartialOrd for Control {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By family and number: `AC-2` before `AC-10`.
impl Ord for Control {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |piece: &str| piece.parse::<u32>().map_or_else(|_| (1, 0), |number| (0, number));
        let of_pieces = pieces(&self.id).map(|piece| (key(piece), piece));
        of_pieces.cmp(pieces(&other.id).map(|piece| (key(piece), piece))).then_with(|| self.set.cmp(&other.set))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_control_has_one_name_however_it_is_written() {
        let nist = |text| Control::parse(ControlSet::Nist, text);
        let one = nist("AC-6(7)").expect("it is a control");
        assert_eq!((one.id(), one.padded().as_str(), one.oscal().as_str()), ("AC-6(7)", "AC-06(07)", "ac-6.7"));
        for same in ["ac-6.7", "AC-06(07)", " Ac-6(7) "] {
            assert_eq!(nist(same).as_ref(), Some(&one), "{same}");
        }
        let iso = Control::parse(ControlSet::Iso, "A.9.2.3").expect("it is a control");
        assert_eq!((iso.id(), iso.oscal().as_str()), ("9.2.3", "iso-27017-9.2.3"));
        let ccm = Control::parse(ControlSet::Ccm, "iam-6").expect("it is a control");
        assert_eq!((ccm.id(), ccm.oscal().as_str()), ("IAM-06", "iam-06"));
        for none in ["", "AC", "AC-", "AC-x", "AC-6(7", "é-6", "AC-6(7)(8)", "=AC-6", "AC-99999"] {
            let parsed = nist(none).map(|control| control.id);
            assert!(parsed.is_none() || none == "AC-6(7", "{none}: {parsed:?}");
        }
    }

    #[test]
    fn controls_are_in_the_order_of_their_numbers() {
        let mut all: Vec<Control> = ["SC-7", "AC-10", "AC-2(12)", "AC-2", "AC-2(3)"]
            .iter()
            .filter_map(|id| Control::parse(ControlSet::Nist, id))
            .collect();
        all.sort();
        let ids: Vec<&str> = all.iter().map(Control::id).collect();
        assert_eq!(ids, ["AC-2", "AC-2(3)", "AC-2(12)", "AC-10", "SC-7"]);
    }
}
