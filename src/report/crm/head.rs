//! What a document is made from: commit, basis, versions, command, time. Nothing in it changes from run to run.

use jiff::Timestamp;
use serde::{Serialize, Serializer};

pub use crate::report::Basis;
use crate::report::Outcome;

/// What version control says of the files that were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Revision {
    /// The commit, in hexadecimal digits.
    pub commit: String,
    /// Whether files differ from it.
    pub dirty: bool,
    /// When it was made.
    #[serde(serialize_with = "written")]
    #[schemars(with = "String")]
    pub time: Timestamp,
}

/// Where a document comes from, as far as the run itself does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The commit, or why there is none: `outside of version control`.
    pub revision: Result<Revision, String>,
    /// `--now` or SOURCE_DATE_EPOCH, where one is given.
    pub now: Option<Timestamp>,
    /// The command that makes the document again.
    pub command: String,
}

/// Where the time of a document comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimeSource {
    /// The commit.
    Commit,
    /// `--now` or SOURCE_DATE_EPOCH.
    Given,
    /// Nobody tells.
    Unknown,
}

/// What a document is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Head {
    /// What version control says; `null`: nothing.
    pub revision: Option<Revision>,
    /// Why there is no revision.
    pub no_revision: Option<String>,
    /// The commit's time, else the one that was given; `null`: nobody tells.
    #[serde(serialize_with = "written_if_known")]
    #[schemars(with = "Option<String>")]
    pub time: Option<Timestamp>,
    /// Where the time comes from.
    pub time_source: TimeSource,
    /// What was judged, each kind once.
    pub basis: Vec<Basis>,
    /// What was judged: root modules and plans.
    pub roots: Vec<RootHead>,
    /// Versions of providers that lock files name.
    pub providers: Vec<ProviderVersion>,
    /// The command that makes the document again; values of variables are left out.
    pub command: String,
}

/// A root module or a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct RootHead {
    /// Its directory or file.
    pub path: String,
    /// What it is.
    pub basis: Basis,
}

/// A provider in the version that a lock file names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct ProviderVersion {
    /// Its source address.
    pub source: String,
    /// The version.
    pub version: String,
}

impl Head {
    pub(super) fn new(outcome: &Outcome, origin: &Origin) -> Self {
        let commit_time = origin.revision.as_ref().ok().map(|revision| revision.time);
        let time_source = match (commit_time, origin.now) {
            (Some(_), _) => TimeSource::Commit,
            (None, Some(_)) => TimeSource::Given,
            (None, None) => TimeSource::Unknown,
        };
        let mut basis: Vec<Basis> = outcome.roots.iter().map(|root| root.basis).collect();
        basis.sort_unstable();
        basis.dedup();
        let hide = |text: &str| outcome.secrets.hide(text).into_owned();
        let mut providers: Vec<ProviderVersion> = outcome
            .roots
            .iter()
            .flat_map(|root| &root.providers)
            .map(|(source, version)| ProviderVersion { source: hide(source), version: hide(version) })
            .collect();
        providers.sort_unstable();
        providers.dedup();
        let roots = outcome.roots.iter().map(|root| RootHead { path: hide(&root.path), basis: root.basis });
        Self {
            revision: origin.revision.clone().ok(),
            no_revision: origin.revision.as_ref().err().map(|why| hide(why)),
            time: commit_time.or(origin.now),
            time_source,
            basis,
            roots: roots.collect(),
            providers,
            command: hide(&origin.command),
        }
    }

    /// The time as text; empty where nobody tells.
    pub fn time_text(&self) -> String {
        self.time.map(|time| time.to_string()).unwrap_or_default()
    }

    /// `configuration, plan`
    pub fn basis_text(&self) -> String {
        self.basis.iter().map(|basis| basis.word()).collect::<Vec<_>>().join(", ")
    }

    /// `commit 1234 (dirty)`, or that there is none.
    pub fn revision_text(&self) -> String {
        match &self.revision {
            Some(Revision { commit, dirty, .. }) if *dirty => format!("commit {commit} (dirty)"),
            Some(Revision { commit, .. }) => format!("commit {commit}"),
            None => format!("no commit: {}", self.no_revision.as_deref().unwrap_or("nobody tells why")),
        }
    }
}

/// A time as RFC 3339 has it.
fn written<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(time)
}

fn written_if_known<S: Serializer>(time: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => written(time, serializer),
        None => serializer.serialize_none(),
    }
}
