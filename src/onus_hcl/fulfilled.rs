//! `fulfilled "landing-zone" { settings, scope, addresses, evidence, until }`: settings are met in another repository, and
//! their findings here are accepted for that reason.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Configuration;
use super::block::{Args, Form, Reader, short};
use crate::settings::accept::{Acceptance, Pattern};
use crate::settings::finding::{AcceptedBy, Suppressed};
use crate::source::Location;
use crate::syntax::BlockId;
use jiff::civil::Date;

const FORM: Form = Form {
    name: "fulfilled",
    labels: &["name"],
    arguments: &["settings", "scope", "addresses", "evidence", "until"],
    needed: &["settings", "evidence", "until"],
    blocks: &[],
};

/// More of them are not read: each finding is compared with all.
const MAX_BLOCKS: usize = 100;

/// More patterns are not read, in all blocks together.
const MAX_PATTERNS: usize = 500;

/// The longest pattern, in bytes.
const MAX_PATTERN: usize = 200;

/// Settings that are met in another repository.
#[derive(Clone, Debug)]
pub struct Fulfilled {
    /// What meets them: `landing-zone`.
    pub name: String,
    /// The settings, as they are named.
    pub settings: Vec<String>,
    /// The root modules for which that holds, relative to the file: patterns. Empty: all.
    pub scope: Vec<Pattern>,
    /// Where the proof is.
    pub evidence: String,
    /// The last day on which it counts.
    pub until: Date,
    /// The block.
    pub location: Location,
    acceptance: Arc<Acceptance>,
}

impl Fulfilled {
    /// Whether it counts on that day.
    pub fn counts_on(&self, day: Date) -> bool {
        day <= self.until
    }

    /// The addresses for which it holds. Empty: all.
    pub fn addresses(&self) -> &[Pattern] {
        &self.acceptance.addresses
    }

    /// What it accepts in a root module, whose directory is given relative to the file's.
    pub(super) fn accepts(&self, root: &str) -> Option<Arc<Acceptance>> {
        Pattern::any(&self.scope, root).then(|| Arc::clone(&self.acceptance))
    }
}

/// Reads one block.
pub(super) fn read(reader: &mut Reader<'_>, block: BlockId, into: &mut Configuration) {
    let args = reader.block(block, &FORM);
    if into.fulfilled.len() >= MAX_BLOCKS {
        reader.error(args.block.header, format!("there are more than {MAX_BLOCKS} blocks `fulfilled`"), None);
        return;
    }
    let name = reader.label(&args, 0);
    let mut elements = BTreeSet::new();
    let mut settings = Vec::new();
    for setting in reader.texts(&args, "settings") {
        let found = reader.settings.find(setting.text);
        if found.is_empty() {
            let help = match reader.settings.nearest(setting.text) {
                Some(near) => format!("nearest: {near}. All: onus rules"),
                None => "all settings: onus rules".to_owned(),
            };
            reader.error(setting.span, format!("unknown setting `{}`", short(setting.text)), Some(help));
        }
        elements.extend(found);
        settings.push(setting.text.to_owned());
    }
    let (scope, addresses) = (patterns(reader, &args, "scope"), patterns(reader, &args, "addresses"));
    let all = into.fulfilled.iter().map(|other| other.scope.len() + other.addresses().len()).sum::<usize>();
    if all + scope.len() + addresses.len() > MAX_PATTERNS {
        reader.error(args.block.header, format!("there are more than {MAX_PATTERNS} patterns"), None);
    }
    let (evidence, until) = (reader.text(&args, "evidence"), reader.date(&args, "until"));
    let (Some(name), Some(evidence), Some(until)) = (name, evidence, until) else { return };
    if into.fulfilled.iter().any(|other| other.name == name.text) {
        reader.error(name.span, format!("there is a second `fulfilled \"{}\"`", short(name.text)), None);
        return;
    }
    let location = reader.file.locate(args.block.header);
    let says = Suppressed {
        reason: Some(format!("met by {}: {}", name.text, evidence.text)),
        until: Some(until.to_string()),
        by: AcceptedBy::Fulfilled,
        location: location.clone(),
    };
    let acceptance = Acceptance { elements, addresses, says };
    into.fulfilled.push(Fulfilled {
        name: name.text.to_owned(),
        settings,
        scope,
        evidence: evidence.text.to_owned(),
        until,
        location,
        acceptance: Arc::new(acceptance),
    });
}

/// The patterns of an argument.
pub(super) fn patterns<'f>(reader: &mut Reader<'f>, args: &Args<'f>, name: &str) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for said in reader.texts(args, name) {
        if said.text.len() > MAX_PATTERN {
            reader.error(said.span, format!("this pattern has more than {MAX_PATTERN} bytes"), None);
        }
        let text = said.text.trim_start_matches("./").trim_end_matches('/');
        // `./` is the directory of the file.
        patterns.push(Pattern::new(if text.is_empty() { "." } else { text }));
    }
    patterns
}
