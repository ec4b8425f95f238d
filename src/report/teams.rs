//! Which of the users' own teams has what to do, by the contracts of `.onus.hcl`.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{Entry, Outcome, words};
use crate::onus_hcl::NOBODY;
use crate::settings::finding::Finding;

/// What one team has to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Turn {
    /// Where it is reached.
    pub(super) contact: Option<String>,
    /// Number of its findings.
    pub(super) findings: u32,
}

/// The findings by team, secrets masked: teams in the order of their contracts, then [`NOBODY`]. None where there is no
/// contract.
pub(super) fn turns(outcome: &Outcome, findings: impl Iterator<Item = Entry>) -> Vec<(String, Turn)> {
    let mut turns: IndexMap<&str, Turn> =
        outcome.configured.teams().into_iter().map(|team| (team, Turn::default())).collect();
    if turns.is_empty() {
        return Vec::new();
    }
    for entry in findings {
        let contract = outcome.contract(&entry);
        let turn = turns.entry(contract.map_or(NOBODY, |contract| &contract.team)).or_default();
        turn.findings += 1;
        if turn.contact.is_none() {
            turn.contact =
                contract.and_then(|it| it.contact.as_deref()).map(|it| outcome.secrets.hide(it).into_owned());
        }
    }
    turns.into_iter().map(|(team, turn)| (outcome.secrets.hide(team).into_owned(), turn)).collect()
}

/// `By contract: platform 3 (#platform), app 5, nobody 1`; teams with nothing to do are left out.
pub(super) fn sentence(outcome: &Outcome, findings: impl Iterator<Item = Entry>) -> Option<String> {
    let turns = turns(outcome, findings);
    let said = turns.iter().filter(|(_, turn)| turn.findings > 0).map(|(team, turn)| {
        let contact = turn.contact.as_ref().map(|contact| format!(" ({contact})")).unwrap_or_default();
        format!("{team} {}{contact}", words::grouped(turn.findings))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| format!("By contract: {}", said.join(", ")))
}

/// `yours: network (IaaS), platform`: who answers for the layer, and which of your teams if a contract says so.
pub(super) fn owner_line(outcome: &Outcome, entry: &Entry, finding: &Finding) -> String {
    let line = words::owner_line(finding);
    match outcome.contract(entry) {
        Some(contract) => format!("{line}, {}", outcome.secrets.hide(&contract.team)),
        None => line,
    }
}

/// The teams whose findings are listed.
#[derive(Clone, Debug, Default)]
pub struct Routed(BTreeSet<String>);

impl Routed {
    /// Those of these names, which may be [`NOBODY`]; of no names, all.
    pub fn to(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().collect())
    }

    /// Whether everything is listed.
    pub(super) fn is_to_all(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the findings of a team are listed; `None`: those that no contract speaks of.
    pub(super) fn holds(&self, team: Option<&str>) -> bool {
        self.is_to_all() || self.0.contains(team.unwrap_or(NOBODY))
    }
}
