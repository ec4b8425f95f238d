//! What a file holds, told from its first bytes.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// How much of a file is looked at.
const PREFIX: u64 = 4096;

/// What a file looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The JSON of `terraform show -json`: of a plan, or of the state.
    Plan,
    /// What `terraform plan -out` writes, or `tofu plan -out` where it encrypts plans.
    BinaryPlan,
    /// The messages of `terraform plan -json`, one a line.
    PlanLog,
    /// A state file.
    State,
    /// Anything else, also what could not be read.
    Other,
}

/// Looks at the beginning of a regular file.
pub fn sniff(path: &Path) -> Content {
    let mut prefix = Vec::new();
    let is_file = path.metadata().is_ok_and(|metadata| metadata.is_file());
    if !is_file || File::open(path).and_then(|file| file.take(PREFIX).read_to_end(&mut prefix)).is_err() {
        return Content::Other;
    }
    content(&prefix)
}

/// What a file that begins like this looks like.
pub fn content(prefix: &[u8]) -> Content {
    let prefix = &prefix[..prefix.len().min(PREFIX as usize)];
    if prefix.starts_with(b"PK\x03\x04") {
        return Content::BinaryPlan;
    }
    // Redirections of some Windows shells write UTF-16: without its zero bytes, what is ASCII reads on.
    let text: Vec<u8> = prefix.iter().copied().filter(|byte| *byte != 0).collect();
    let keys = top_level_keys(&text);
    let has = |key: &str| keys.contains(&key.as_bytes());
    if has("@level") && has("@message") {
        Content::PlanLog
    } else if has("lineage") && has("serial") {
        if has("terraform_version") { Content::State } else { Content::Other }
    } else if has("format_version") && (has("planned_values") || has("resource_changes") || has("terraform_version")) {
        Content::Plan
    } else if has("meta") && has("encrypted_data") {
        Content::BinaryPlan
    } else {
        Content::Other
    }
}

/// The keys of the outermost object, as far as the text reaches. No check of the grammar: a plan is read by its own room.
fn top_level_keys(text: &[u8]) -> Vec<&[u8]> {
    let mut keys = Vec::new();
    let (mut depth, mut at, mut last_string) = (0_usize, 0, None);
    while let Some(byte) = text.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let end = end_of_string(text, at + 1);
                last_string = Some(&text[at + 1..end]);
                at = end;
            }
            b':' if depth == 1 => keys.extend(last_string.take()),
            _ => {}
        }
        at += 1;
    }
    keys
}

/// Where the string that starts here is closed, or the end of the text.
fn end_of_string(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'"' {
        at += if text[at] == b'\\' { 2 } else { 1 };
    }
    at.min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_known_by_the_keys_of_its_outermost_object() {
        let plan = br#"{"format_version":"1.2","terraform_version":"1.11.4","variables":{"a":{"value":"#;
        assert_eq!(content(plan), Content::Plan);
        assert_eq!(content(b"{\n  \"format_version\": \"1.2\",\n  \"planned_values\": {"), Content::Plan);
        assert_eq!(content(br#"{"a":{"format_version":"1","planned_values":{}}}"#), Content::Other);
        assert_eq!(content(br#"{"name":"x","text":"\"format_version\": \"planned_values\":"}"#), Content::Other);
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(plan.iter().flat_map(|byte| [*byte, 0])).collect();
        assert_eq!(content(&wide), Content::Plan);
    }

    #[test]
    fn what_is_mistaken_for_a_plan_has_its_own_name() {
        assert_eq!(content(b"PK\x03\x04rest"), Content::BinaryPlan);
        let encrypted = br#"{"meta":{"key_provider.pbkdf2.k":"eyJzYWx0IjoiIn0="},"encrypted_data":"GmVl","encryption_version":"v0"}"#;
        assert_eq!(content(encrypted), Content::BinaryPlan);
        assert_eq!(
            content(br#"{"@level":"info","@message":"Terraform 1.11.4","terraform":"1.11.4"}"#),
            Content::PlanLog
        );
        assert_eq!(content(br#"{"format_version":"1.0","terraform_version":"1.11.4","values":{"#), Content::Plan);
        assert_eq!(content(br#"{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"x"}"#), Content::State);
        assert_eq!(content(br#"{"values":{}}"#), Content::Other);
    }
}
