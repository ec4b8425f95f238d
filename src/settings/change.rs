//! What a plan, or a change of the configuration, does to findings: those after it, compared with those before.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::finding::{Finding, Judged, Key};
use super::judge::json;
use crate::estate::{Action, Estate, InstanceId, Pairs};
use crate::schema::value_at;
use crate::value::BlockObject;

/// What a plan, or a change of the configuration, does to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It comes with a resource that is new.
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

/// What a plan, or a change of the configuration, does with the resource of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// What becomes of the resource; of a change of the configuration: `Create` and `Delete` say that it comes or goes there.
    pub action: Action,
    /// The value of the attribute before; `None`: there was none.
    pub before: Option<serde_json::Value>,
    /// The value after it; `None`: there is none, or it is not known yet.
    pub after: Option<serde_json::Value>,
}

/// Says of each finding after the plan what the plan does to it, and adds those that are gone. `estate` is the one after,
/// with the values before.
pub fn compare(estate: &Estate<'_>, before: Judged, after: Judged) -> Judged {
    let ids = ids_of(estate);
    compare_by(before, after, |finding| around(estate, &ids, finding))
}

/// The same for a change of the configuration, from the estates of both sides and which of their instances are the same.
pub fn compare_sides(estates: [&Estate<'_>; 2], pairs: &Pairs, mut before: Judged, after: Judged) -> Judged {
    let [was, is] = estates;
    let (old_ids, ids) = (ids_of(was), ids_of(is));
    let mut names = FxHashMap::default();
    for (old, _) in was.iter() {
        let Some(now) = pairs.after(old).map(|now| is.address(now)) else { continue };
        let address = was.address(old);
        if address != now {
            names.insert(address, Arc::<str>::from(now));
        }
    }
    // What has another address by now is found by that.
    for finding in &mut before.findings {
        if let Some(name) = names.get(&*finding.address) {
            finding.address = Arc::clone(name);
        }
        if let Some(carrier) = &mut finding.carrier
            && let Some(name) = names.get(&carrier.address)
        {
            carrier.address = name.to_string();
        }
    }
    compare_by(before, after, |finding| between(estates, pairs, (&old_ids, &ids), finding))
}

/// The findings of a root that no change touches: each is what it was.
pub fn unchanged(estate: &Estate<'_>, mut judged: Judged) -> Judged {
    let ids = ids_of(estate);
    for finding in &mut judged.findings {
        let value = ids.get(holder(finding)).and_then(|id| value_in(estate.instance(*id).attrs, finding));
        let planned = Planned { action: Action::NoOp, before: value.clone(), after: value };
        (finding.change, finding.planned) = (Some(Change::Same), Some(Box::new(planned)));
    }
    judged
}

fn ids_of(estate: &Estate<'_>) -> FxHashMap<String, InstanceId> {
    estate.iter().map(|(id, _)| (estate.address(id), id)).collect()
}

/// What becomes of a finding's resource, and the value of its attribute before and after.
type Around = (Action, [Option<serde_json::Value>; 2]);

fn compare_by(before: Judged, mut after: Judged, around: impl Fn(&Finding) -> Around) -> Judged {
    let mut earlier = Earlier::of(before.findings);
    // What is the same to the value is told apart first: of several like it, one may be new.
    let same: Vec<Option<Was>> = after.findings.iter().map(|finding| earlier.take_equal(finding)).collect();
    for (finding, same) in after.findings.iter_mut().zip(same) {
        let was = same.or_else(|| earlier.take_alike(finding));
        let (action, [before, after]) = around(finding);
        let change = match () {
            // What was accepted, and is no longer, was no finding.
            () if was == Some(Was::Accepted) && finding.suppressed.is_none() && finding.verdict.is_finding() => {
                Change::Worse
            }
            () if was.is_some() => Change::Same,
            () if action == Action::Create => Change::New,
            // Nobody knows whether what is not decided is worse, and what is secure is not.
            () if !finding.verdict.is_finding() => Change::Same,
            () => Change::Worse,
        };
        (finding.change, finding.planned) = (Some(change), Some(Box::new(Planned { action, before, after })));
    }
    for mut finding in earlier.rest() {
        let (action, values) = around(&finding);
        let [before, then] = values;
        (finding.change, finding.planned) =
            (Some(Change::Gone), Some(Box::new(Planned { action, before, after: then })));
        after.findings.push(finding);
    }
    after
}

/// What the plan does with the resource that holds a finding's value, and that value before and after.
fn around(estate: &Estate<'_>, ids: &FxHashMap<String, InstanceId>, finding: &Finding) -> Around {
    let Some(instance) = ids.get(holder(finding)).map(|id| estate.instance(*id)) else {
        return (Action::NoOp, [None, None]);
    };
    let after = (!instance.action.is_end()).then_some(instance.attrs);
    let values = [instance.before, after].map(|block| value_in(block?, finding));
    let anchor = ids.get(&*finding.address).map_or(instance.action, |id| estate.instance(*id).action);
    (anchor, values)
}

/// The address of the resource in which a finding's value stands.
fn holder(finding: &Finding) -> &str {
    finding.carrier.as_ref().map_or(&*finding.address, |carrier| &carrier.address)
}

fn value_in(block: &BlockObject<'_>, finding: &Finding) -> Option<serde_json::Value> {
    let value = value_at(block, finding.attribute.as_deref()?)?;
    (!value.is_null() && value.unknown().is_none()).then(|| json(value))
}

/// The addresses of both estates.
type Ids<'i> = (&'i FxHashMap<String, InstanceId>, &'i FxHashMap<String, InstanceId>);

/// What a change of the configuration does with the resource of a finding.
fn between([was, is]: [&Estate<'_>; 2], pairs: &Pairs, (old_ids, ids): Ids<'_>, finding: &Finding) -> Around {
    let sides = |address: &str| match ids.get(address) {
        Some(id) => (pairs.before(*id), Some(*id)),
        None => (old_ids.get(address).copied(), None),
    };
    let (before, after) = sides(holder(finding));
    let block = |estate: &Estate<'_>, id: Option<InstanceId>| value_in(estate.instance(id?).attrs, finding);
    let values = [block(was, before), block(is, after)];
    let action = match sides(&finding.address) {
        (None, Some(_)) => Action::Create,
        (Some(_), None) => Action::Delete,
        (Some(old), Some(new)) if !pairs.is_same(was, old, is, new) => Action::Update,
        _ => Action::NoOp,
    };
    (action, values)
}

/// What a finding was before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Was {
    Open,
    Accepted,
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
    fn take_equal(&mut self, finding: &Finding) -> Option<Was> {
        take(&mut self.findings, self.by_key.get_mut(&finding.key))
    }

    /// Takes a finding of the same setting of the same resource: best one at the same place of it.
    fn take_alike(&mut self, finding: &Finding) -> Option<Was> {
        take(&mut self.findings, self.by_place.get_mut(&place(finding)))
            .or_else(|| take(&mut self.findings, self.by_resource.get_mut(&(finding.element, finding.address.clone()))))
    }

    fn rest(self) -> impl Iterator<Item = Box<Finding>> {
        self.findings.into_iter().flatten()
    }
}

fn place(finding: &Finding) -> Place {
    (finding.element, finding.address.clone(), finding.attribute.clone())
}

/// Takes the first of the list that is still there.
fn take(findings: &mut [Option<Box<Finding>>], list: Option<&mut Vec<usize>>) -> Option<Was> {
    let list = list?;
    while let Some(index) = list.pop() {
        if let Some(finding) = findings[index].take() {
            return Some(if finding.suppressed.is_some() { Was::Accepted } else { Was::Open });
        }
    }
    None
}
