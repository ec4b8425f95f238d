//! What a plan changes: the findings of the estate after it, compared with those of the estate before.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::finding::{Finding, Judged, Key, Verdict};
use super::judge::json;
use crate::estate::{Action, Estate, InstanceId};
use crate::schema::value_at;

/// What a plan does to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It comes with a resource that the plan creates.
    New,
    /// The resource is there already, and was better before.
    Worse,
    /// It was there before, and stays.
    Same,
    /// It was there before, and goes.
    Gone,
}

impl Change {
    /// Whether the plan is to blame for it.
    pub fn is_for_the_worse(self) -> bool {
        matches!(self, Self::New | Self::Worse)
    }
}

/// What a plan does with the resource of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// What becomes of the resource.
    pub action: Action,
    /// The value of the attribute before the plan; `None`: there was none.
    pub before: Option<serde_json::Value>,
    /// The value after it; `None`: there is none, or it is not known yet.
    pub after: Option<serde_json::Value>,
}

/// Says of each finding after the plan what the plan does to it, and adds those that are gone. `estate` is the one after,
/// with the values before.
pub fn compare(estate: &Estate<'_>, before: Judged, mut after: Judged) -> Judged {
    let ids: FxHashMap<String, InstanceId> = estate.iter().map(|(id, _)| (estate.address(id), id)).collect();
    let mut earlier = Earlier::of(before.findings);
    // What is the same to the value is told apart first: of several like it, one may be new.
    let same: Vec<bool> = after.findings.iter().map(|finding| earlier.take_equal(finding)).collect();
    for (finding, same) in after.findings.iter_mut().zip(same) {
        let same = same || earlier.take_alike(finding);
        let (action, [before, after]) = around(estate, &ids, finding);
        let change = match () {
            () if same => Change::Same,
            () if action == Action::Create => Change::New,
            // Nobody knows whether what is not decided is worse.
            () if finding.verdict == Verdict::Unknown => Change::Same,
            () => Change::Worse,
        };
        (finding.change, finding.planned) = (Some(change), Some(Box::new(Planned { action, before, after })));
    }
    for mut finding in earlier.rest() {
        let (action, values) = around(estate, &ids, &finding);
        let [before, then] = values;
        (finding.change, finding.planned) =
            (Some(Change::Gone), Some(Box::new(Planned { action, before, after: then })));
        after.findings.push(finding);
    }
    after
}

/// What the plan does with the resource that holds a finding's value, and that value before and after.
fn around(
    estate: &Estate<'_>,
    ids: &FxHashMap<String, InstanceId>,
    finding: &Finding,
) -> (Action, [Option<serde_json::Value>; 2]) {
    let holder = finding.carrier.as_ref().map_or(&*finding.address, |carrier| &carrier.address);
    let Some(instance) = ids.get(holder).map(|id| estate.instance(*id)) else { return (Action::NoOp, [None, None]) };
    let after = (!instance.action.is_end()).then_some(instance.attrs);
    let values = [instance.before, after].map(|block| {
        let value = value_at(block?, finding.attribute.as_deref()?)?;
        (!value.is_null() && value.unknown().is_none()).then(|| json(value))
    });
    let anchor = ids.get(&*finding.address).map_or(instance.action, |id| estate.instance(*id).action);
    (anchor, values)
}

/// A setting of an attribute of a resource.
type Place = (u32, Arc<str>, Option<Arc<str>>);

/// The findings before, and where to find them: lists of their numbers, the first one last.
#[derive(Default)]
struct Earlier {
    findings: Vec<Option<Box<Finding>>>,
    by_key: FxHashMap<Key, Vec<usize>>,
    by_place: FxHashMap<Place, Vec<usize>>,
    by_resource: FxHashMap<(u32, Arc<str>), Vec<usize>>,
}

impl Earlier {
    #[expect(clippy::vec_box, reason = "records are large, and lists of them grow and are sorted")]
    fn of(findings: Vec<Box<Finding>>) -> Self {
        let counted = findings.into_iter().filter(|finding| finding.verdict.is_finding());
        let mut earlier = Self { findings: counted.map(Some).collect(), ..Self::default() };
        for (index, finding) in earlier.findings.iter().enumerate().rev() {
            let Some(finding) = finding else { continue };
            earlier.by_key.entry(finding.key).or_default().push(index);
            earlier.by_place.entry(place(finding)).or_default().push(index);
            earlier.by_resource.entry((finding.element, finding.address.clone())).or_default().push(index);
        }
        earlier
    }

    /// Takes a finding that has the same name, value included.
    fn take_equal(&mut self, finding: &Finding) -> bool {
        take(&mut self.findings, self.by_key.get_mut(&finding.key))
    }

    /// Takes a finding of the same setting of the same resource: best one at the same place of it.
    fn take_alike(&mut self, finding: &Finding) -> bool {
        take(&mut self.findings, self.by_place.get_mut(&place(finding)))
            || take(&mut self.findings, self.by_resource.get_mut(&(finding.element, finding.address.clone())))
    }

    fn rest(self) -> impl Iterator<Item = Box<Finding>> {
        self.findings.into_iter().flatten()
    }
}

fn place(finding: &Finding) -> Place {
    (finding.element, finding.address.clone(), finding.attribute.clone())
}

/// Takes the first of the list that is still there.
fn take(findings: &mut [Option<Box<Finding>>], list: Option<&mut Vec<usize>>) -> bool {
    let Some(list) = list else { return false };
    while let Some(index) = list.pop() {
        if findings[index].take().is_some() {
            return true;
        }
    }
    false
}
