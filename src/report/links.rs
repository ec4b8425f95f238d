//! Where files of the configuration can be read by people who only have a report: a page of the host of the code.

use std::fmt::Write as _;
use std::str::FromStr;

use crate::source::Location;

/// A pattern of addresses: `https://git.example/acme/infra/blob/4f1c2ab/{file}#L{line}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    pattern: String,
}

impl Links {
    /// The address of a place; `None` for a file that lies outside of the working directory.
    pub fn to(&self, at: &Location) -> Option<String> {
        let is_inside = !at.file.starts_with('/') && at.file.split('/').all(|name| name != "..");
        is_inside.then(|| self.pattern.replace("{line}", &at.line.to_string()).replace("{file}", &encoded(&at.file)))
    }
}

impl FromStr for Links {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_page = text.starts_with("https://") || text.starts_with("http://");
        let is_plain = text.chars().all(|char| char.is_ascii_graphic() && !"<>()\"'`\\[]|".contains(char));
        match is_page && is_plain && text.contains("{file}") {
            true => Ok(Self { pattern: text.to_owned() }),
            false => Err("expected an http(s) address with {file}, and {line} where the line goes".to_owned()),
        }
    }
}

/// The path with everything written out that could end an address or mean something in it.
pub(super) fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte.into()),
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Span;

    #[test]
    fn a_name_cannot_leave_its_address() {
        let links: Links = "https://git.example/acme/infra/blob/4f1c2ab/{file}#L{line}".parse().unwrap();
        let at = |file: &str| Location {
            file: Arc::from(file),
            line: 7,
            column: 1,
            end_line: 7,
            end_column: 2,
            span: Span::default(),
        };
        let link = links.to(&at("a b/ü)](x).tf")).unwrap();
        assert_eq!(link, "https://git.example/acme/infra/blob/4f1c2ab/a%20b/%C3%BC%29%5D%28x%29.tf#L7");
        assert_eq!(links.to(&at("../other/main.tf")), None);
        assert!("javascript:{file}".parse::<Links>().is_err());
        assert!("https://git.example/blob".parse::<Links>().is_err());
    }
}
