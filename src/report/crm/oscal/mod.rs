//! OSCAL in its JSON form: a component definition, and a part of a system security plan.
//!
//! Both are written from types that have the fields of OSCAL 1.2 which are used here, under its names. What a document must
//! have and nobody knows is said to be unknown in a form that is legal. `.ci/oscal` has an independent reader check them.

mod component;
mod shared;
mod ssp;

use std::io;

use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub use component::write as write_component;
pub use ssp::write as write_ssp;

use super::rows::name_of;
use super::{Crm, TimeSource};
use crate::report::json::write_value;
use crate::report::{escape, words};
use crate::responsibility::Owner;
use shared::{BackMatter, Link, Metadata, Prop, Resource, ResponsibleRole, Rlink, Role};

/// The edition of OSCAL that the documents are written in.
const OSCAL_VERSION: &str = "1.2.1";

/// The namespace of our own properties.
const NAMESPACE: &str = "urn:uuid:6f6e7573-b2c4-4d1e-9a37-5d0ec1a784f3";

/// FedRAMP's namespace.
const FEDRAMP: &str = "https://fedramp.gov/ns/oscal";

/// What stands where OSCAL wants a time and nobody tells one.
const NO_TIME: &str = "1970-01-01T00:00:00Z";

/// So many rows stand under a requirement as its evidence.
const EVIDENCE: usize = 50;

const CUSTOMER: &str = "asset-owner";
const PROVIDER: &str = "provider";

/// A document, which gets the name of its content.
trait Document: Serialize {
    fn name(&mut self, uuid: String);
}

/// Writes a document under the name of its content: other bytes, another name, as OSCAL wants it.
fn write_named(out: &mut dyn io::Write, mut document: impl Document) -> io::Result<()> {
    let mut hash = Sha256::new();
    serde_json::to_writer(Hashing(&mut hash), &document)?;
    let digest = hash.finalize();
    document.name(Uuid::new_v5(&name_of(&["document"]), &digest).to_string());
    write_value(out, &document)
}

struct Hashing<'h>(&'h mut Sha256);

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A property of our own.
fn prop(name: &'static str, value: impl AsRef<str>) -> Prop {
    Prop { name, ns: Some(NAMESPACE), value: line(value.as_ref()), ..Prop::default() }
}

/// A text as a property may have it: one line, not empty, without space around it.
fn line(text: &str) -> String {
    let line = escape::line(text);
    let line = line.trim();
    if line.is_empty() { "-".to_owned() } else { line.to_owned() }
}

/// A text in which nothing is markup, for titles, descriptions and remarks.
fn plain(text: &str) -> String {
    let text = escape::markdown(text.trim());
    if text.is_empty() { "-".to_owned() } else { text }
}

fn role(id: &'static str) -> ResponsibleRole {
    ResponsibleRole { role_id: id }
}

fn roles(owner: Owner) -> Vec<ResponsibleRole> {
    match owner {
        Owner::Customer => vec![role(CUSTOMER)],
        Owner::Shared => vec![role(CUSTOMER), role(PROVIDER)],
        Owner::Provider => vec![role(PROVIDER)],
    }
}

/// What a document says of itself.
fn metadata(crm: &Crm<'_>, title: &str) -> Metadata {
    let head = &crm.head;
    let mut props = vec![
        prop("made-by", format!("onus {}", env!("CARGO_PKG_VERSION"))),
        prop("command", &head.command),
        prop("framework", crm.framework.id),
        prop("basis", head.basis_text()),
        prop("revision", head.revision_text()),
    ];
    props.extend(head.providers.iter().map(|it| prop("provider-version", format!("{} {}", it.source, it.version))));
    let (time, time_source) = match (head.time, head.time_source) {
        (Some(time), TimeSource::Commit) => (time.to_string(), "commit"),
        (Some(time), _) => (time.to_string(), "given"),
        (None, _) => (NO_TIME.to_owned(), "unknown"),
    };
    props.push(prop("time-source", time_source));
    let version = match &head.revision {
        Some(revision) if revision.dirty => format!("{}-dirty", revision.commit),
        Some(revision) => revision.commit.clone(),
        None => "unknown".to_owned(),
    };
    let mut remarks = vec![
        "A state is implemented only if every setting and duty that names the control is done, nothing is counted to it for \
         its layer alone, and no duty is open in the layers of its settings."
            .to_owned(),
    ];
    if head.time.is_none() {
        remarks.push(format!("No commit and no --now tells a time: {NO_TIME} stands for unknown."));
    }
    let outcome = crm.outcome;
    if !outcome.errors.is_empty() {
        let errors = words::count(outcome.errors.len() as u32, "error");
        remarks.push(format!("Not all of the input could be read: {errors}, see onus check."));
    }
    Metadata {
        title: plain(title),
        last_modified: time,
        version,
        oscal_version: OSCAL_VERSION,
        props,
        links: [Link { href: format!("#{}", source(crm)), rel: "reference" }],
        roles: vec![
            Role { id: CUSTOMER, title: "Customer: whoever runs this configuration" },
            Role { id: PROVIDER, title: "Provider of the services that it uses" },
        ],
        remarks: remarks.join(" "),
    }
}

/// The name of the resource that stands for the framework.
fn source(crm: &Crm<'_>) -> String {
    name_of(&["framework", crm.framework.id]).to_string()
}

/// The framework, to which requirements refer: ids only, for most texts are not free.
fn back_matter(crm: &Crm<'_>) -> BackMatter {
    let framework = crm.framework;
    BackMatter {
        resources: vec![Resource {
            uuid: source(crm),
            title: plain(&format!("{} {}", framework.name, framework.edition)),
            description: plain(&format!(
                "Published by {}. Which of its controls a layer or a duty serves: the table of onus.",
                framework.publisher
            )),
            rlinks: vec![Rlink { href: framework.url }],
        }],
    }
}
