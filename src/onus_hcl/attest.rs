//! `attest "acc-mfa-enrol" { owner, evidence, reviewed, until }` answers a duty outside the code.

use jiff::civil::Date;

use super::Configuration;
use super::block::{Form, Reader};
use crate::responsibility::{Duty, duties};
use crate::source::Location;
use crate::syntax::BlockId;

const FORM: Form = Form {
    name: "attest",
    labels: &["duty"],
    arguments: &["owner", "evidence", "reviewed", "until"],
    needed: &["owner", "evidence", "reviewed", "until"],
    blocks: &[],
};

/// Somebody says that a duty outside the code is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Attestation {
    /// The duty.
    pub duty: &'static Duty,
    /// Who answers for it: a team, a role.
    pub owner: String,
    /// Where the proof is.
    pub evidence: String,
    /// The day of the last review.
    pub reviewed: Date,
    /// The last day on which it counts.
    pub until: Date,
    /// The block.
    pub location: Location,
}

impl Attestation {
    /// Whether it counts on that day.
    pub fn counts_on(&self, day: Date) -> bool {
        self.reviewed <= day && day <= self.until
    }
}

/// Reads one block.
pub(super) fn read(reader: &mut Reader<'_>, block: BlockId, into: &mut Configuration) {
    let args = reader.block(block, &FORM);
    let label = reader.label(&args, 0);
    let duty = label.and_then(|label| {
        let duty = duties().iter().find(|duty| duty.id == label.text);
        if duty.is_none() {
            reader.unknown(label.span, "duty", label.text, duties().iter().map(|duty| duty.id));
        }
        duty
    });
    let (owner, evidence) = (reader.text(&args, "owner"), reader.text(&args, "evidence"));
    let (reviewed, until) = (reader.date(&args, "reviewed"), reader.date(&args, "until"));
    let (Some(duty), Some(owner), Some(evidence), Some(reviewed), Some(until)) =
        (duty, owner, evidence, reviewed, until)
    else {
        return;
    };
    if until < reviewed {
        reader.error(args.block.header, format!("it ends on {until}, before it is reviewed on {reviewed}"), None);
    }
    if let Some(other) = into.attestations.iter().find(|other| other.duty.id == duty.id) {
        let message = format!("`{}` is attested twice", duty.id);
        reader.error(args.block.header, message, Some(format!("first on line {}", other.location.line)));
        return;
    }
    into.attestations.push(Attestation {
        duty,
        owner: owner.text.to_owned(),
        evidence: evidence.text.to_owned(),
        reviewed,
        until,
        location: reader.file.locate(args.block.header),
    });
}
