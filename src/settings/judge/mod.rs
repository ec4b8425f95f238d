//! Judges one root: every setting of every instance, with what it takes to tell people about it.
//!
//! In: an evaluated root and a rule set. Out: [`Judged`], small owned records. Values that judging makes live in a
//! scratch arena that is emptied after each instance.

mod collected;
mod companions;
mod concerns;
mod constants;
mod defaults;
mod fix;
mod functions;
mod issuer;
mod key;
mod lifecycle;
mod link;
mod members;
mod names;
mod path;
mod perhaps;
mod places;
mod record;
mod root;
mod suppress;
mod verdict;
mod words;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bumpalo::Bump;

pub use link::names_resource;
pub use words::{describe, json, worst};

use self::collected::Collected;
use self::concerns::Concerned;
use self::constants::Path;
use self::names::{Judging, Names};
use self::path::{Found, follow};
use self::root::Root;
use self::verdict::{Judgement, Rule, Subject};
use super::accept::Acceptances;
use super::finding::{Judged, Severity, Status, Verdict};
use super::model::{Empty, RuleSet, TypeKind};
use crate::estate::{Estate, Instance, InstanceId, InstanceKind};
use crate::eval::{Encoded, EvalError, Session};
use crate::responsibility::{Adjustments, LayerId, Owner, Placement};
use crate::value::{Kind, Origin, Unknown, Value};

/// How many instances a thread takes at a time.
const AT_ONCE: usize = 16;

/// How a run judges.
#[derive(Clone, Debug)]
pub struct Options {
    /// The run's time: what `days_until` counts from, and when an `until` has passed.
    pub now: jiff::Timestamp,
    /// Keep records of every verdict, not only of findings and unknown ones.
    pub all: bool,
    /// Findings of settings that are never as severe are counted, and no record of them is kept.
    pub least: Option<Severity>,
    /// Whether comments of other tools count.
    pub foreign_ignores: bool,
    /// Where the users' model differs from the published one.
    pub model: Arc<Adjustments>,
    /// What the configuration of onus accepts.
    pub accepted: Arc<Acceptances>,
    /// The number that the first family element of the rule set has in `accepted`.
    pub first_element: u32,
}

impl Options {
    /// Judges as without any configuration or option, at that time.
    pub fn at(now: jiff::Timestamp) -> Self {
        Self {
            now,
            all: false,
            least: None,
            foreign_ignores: true,
            model: Arc::default(),
            accepted: Arc::default(),
            first_element: 0,
        }
    }
}

/// Judges all instances of a root by all settings. `helped`: by all threads of the rayon pool that it is called in.
pub fn judge<'a>(
    estate: &Estate<'a>,
    encoded: &Encoded<'a>,
    rules: RuleSet<'_>,
    options: &Options,
    selected: &(dyn Fn(u32) -> bool + Sync),
    helped: bool,
) -> Judged {
    let next = AtomicUsize::new(0);
    let collected = Mutex::new(Vec::new());
    let take_part = || {
        let arena = Bump::new();
        let root = Root::new(&arena, &arena, estate, encoded, rules, options);
        let mut mine = Collected::new(selected, options.all);
        let mut scratch = Bump::new();
        loop {
            let first = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            if first >= estate.instances.len() {
                break;
            }
            mine.begin(first);
            for index in first..estate.instances.len().min(first + AT_ONCE) {
                let id = InstanceId(index as u32);
                judge_if_concerned(&root, &mut scratch, id, estate.instance(id), &mut mine);
            }
        }
        collected.lock().unwrap_or_else(PoisonError::into_inner).push(mine);
    };
    let helped = helped && rayon::current_thread_index().is_some();
    if helped && estate.instances.len() > AT_ONCE {
        rayon::broadcast(|_| take_part());
    } else {
        take_part();
    }
    Collected::merge(collected.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn judge_if_concerned<'e, 'a: 'e>(
    root: &Root<'e, 'a>,
    scratch: &mut Bump,
    id: InstanceId,
    instance: &Instance<'a>,
    collected: &mut Collected<'_>,
) {
    if instance.action.is_end() {
        return;
    }
    let shapes = root.shapes_of(instance);
    if !shapes.is_empty() {
        scratch.reset();
        judge_instance(root, scratch, id, &shapes, collected);
    }
}

/// Judges one instance by the shapes that speak of its type.
fn judge_instance<'e: 's, 'a: 'e, 's>(
    root: &'s Root<'e, 'a>,
    scratch: &'s Bump,
    id: InstanceId,
    shapes: &[u32],
    collected: &mut Collected<'_>,
) {
    let placement = root.options.model.classify(root.estate, id);
    let judging = Judging {
        root,
        scratch,
        session: Session::default(),
        instance: id,
        anchor: OnceCell::new(),
        members: RefCell::default(),
    };
    // Of all items of a setting the one that weighs most.
    let mut counted: BTreeMap<u32, Status> = BTreeMap::new();
    for index in shapes {
        let shape = &root.rules.shapes[*index as usize];
        let setting = &root.rules.settings[shape.setting as usize];
        if !setting.enabled || !root.shape_is_of_version(root.estate.instance(id), shape) {
            continue;
        }
        let concerned = judging.concerned(setting, shape).unwrap_or_else(|error| {
            collected.fail(format!("{}: {}", root.rules.str(setting.label), error.message));
            None
        });
        let alike = !root.options.all && judging.judges_nothing_alike(setting, shape);
        let mut is_told = false;
        let elements = setting.elements;
        for element in elements.start..elements.start + elements.len {
            if !(collected.selected)(element) {
                continue;
            }
            // What concerns nothing here is judged alike: to count it once is enough.
            if alike && concerned.as_ref().is_some_and(|concerned| !concerned.any(root.element_key(element))) {
                if is_told || is_preference(root, element) {
                    continue;
                }
                is_told = true;
            }
            let rule = Rule { setting, shape, element };
            let judgements = judging.judge(rule, &placement, concerned.as_ref()).unwrap_or_else(|error| {
                collected.fail(format!("{}: {}", root.rules.str(setting.label), error.message));
                Vec::new()
            });
            for (subject, judgement) in judgements {
                let is_low = || root.options.least.is_some_and(|least| words::worst(&root.rules, element) < least);
                let is_below = judgement.verdict.is_finding() && is_low() && !judging.is_accepted(rule, &judgement);
                let wanted = !is_below && collected.wants(&judgement);
                let finding = judging.record(rule, &placement, &subject, &judgement, wanted);
                collected.below += u32::from(is_below);
                let is_accepted = finding.as_ref().is_some_and(|finding| finding.suppressed.is_some());
                if let Some(status) = judgement.verdict.status(is_accepted) {
                    // What is a preference is told, but is in no share.
                    let weighs_more = counted.get(&shape.setting).is_none_or(|known| status > *known);
                    if weighs_more && !is_preference(root, element) {
                        counted.insert(shape.setting, status);
                    }
                }
                finding.into_iter().for_each(|finding| collected.add(finding));
            }
        }
    }
    for (setting, status) in counted {
        let layer = root.rules.str(root.rules.settings[setting as usize].layer);
        collected.count(layer, placement.model, status);
    }
}

/// Whether an element is never more than worth knowing.
fn is_preference(root: &Root<'_, '_>, element: u32) -> bool {
    words::worst(&root.rules, element) == Severity::Info
}

/// The layers in which settings of a set speak of a managed resource's type; some come twice.
pub fn layers_of<'r>(rules: &RuleSet<'r>, type_name: &str) -> impl Iterator<Item = &'r str> {
    // Types are sorted by kind and name.
    let place = rules
        .by_type
        .binary_search_by(|entry| (entry.ty.kind, rules.str(entry.ty.name)).cmp(&(TypeKind::Managed, type_name)));
    let shapes = place.map_or(&[][..], |place| &rules.numbers[rules.by_type[place].shapes.range()]);
    shapes.iter().map(|shape| {
        let setting = rules.shapes[*shape as usize].setting;
        rules.str(rules.settings[setting as usize].layer)
    })
}

/// The managed types in which settings of other types may stand, each with the layer of such a setting.
pub fn companions<'r>(rules: &RuleSet<'r>) -> Vec<(&'r str, &'r str)> {
    let mut found = Vec::new();
    for shape in rules.shapes {
        let layer = rules.str(rules.settings[shape.setting as usize].layer);
        let mut open = vec![shape.companions];
        while let Some(companions) = open.pop() {
            for companion in &rules.companions[companions.range()] {
                let types = rules.types[companion.types.range()].iter();
                found.extend(types.filter(|ty| ty.kind == TypeKind::Managed).map(|ty| (rules.str(ty.name), layer)));
                open.push(companion.companions);
            }
        }
    }
    found
}

/// The kinds of blocks that a type of a rule can name.
fn kinds_of(kind: TypeKind) -> &'static [InstanceKind] {
    match kind {
        TypeKind::Managed => &[InstanceKind::Managed],
        TypeKind::Data => &[InstanceKind::Data],
        TypeKind::Provider => &[InstanceKind::Provider],
        TypeKind::Special => {
            &[InstanceKind::Module, InstanceKind::Variable, InstanceKind::Output, InstanceKind::Terraform]
        }
    }
}

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// Judges one shape of a setting, for one family element, on all items of the instance.
    fn judge(
        &self,
        rule: Rule<'e>,
        placement: &Placement,
        concerned: Option<&Concerned<'s>>,
    ) -> Result<Vec<(Subject<'s>, Judgement<'s>)>, EvalError> {
        let header = self.root.estate.instance(self.instance).header;
        let whole = Subject {
            names: Names { element: Some(rule.element), ..Names::of(self.instance) },
            found: Found { value: self.root.estate.value(self.instance), container: header, path: String::new() },
            open: None,
        };
        let layer = LayerId::find(self.str(rule.setting.layer));
        let provided = layer.is_some_and(|layer| placement.owner(layer) == Owner::Provider);
        let inherited = self.inherited(rule, &whole.names)?;
        if provided || inherited.and_then(|value| value.as_bool()) == Some(true) {
            return Ok(vec![(whole, self.plain(Verdict::Inherited, header))]);
        }
        let perhaps = inherited.and_then(|value| value.unknown());
        let key = self.root.element_key(rule.element);
        let is_left_out = |index: usize| concerned.is_some_and(|concerned| !concerned.one(index, key));
        let nothing = !self.root.options.all && concerned.is_some_and(|concerned| !concerned.any(key));
        let items = match if nothing { Ok(Vec::new()) } else { self.subjects(rule, &whole)? } {
            Ok(items) => items,
            Err((unknown, at)) => {
                let at = if at.is_some() { at } else { header };
                let judgement = Judgement { waits_for: Some(unknown), ..self.plain(Verdict::Unknown, at) };
                return Ok(vec![(whole, judgement)]);
            }
        };
        let mut judged = Vec::with_capacity(items.len());
        for (index, subject) in items.into_iter().enumerate() {
            let judgement = match is_left_out(index) {
                true => self.plain(Verdict::NotApplicable, subject.found.container),
                false => self.judge_item(rule, &subject)?.unless(perhaps),
            };
            if judgement.verdict != Verdict::NotApplicable || self.root.options.all {
                judged.push((subject, judgement));
            }
        }
        let applies = judged.iter().any(|(_, judgement)| judgement.verdict != Verdict::NotApplicable);
        if !applies && self.has_items(rule) {
            judged.extend(self.nothing(rule, whole)?);
        }
        Ok(judged)
    }

    fn plain(&self, verdict: Verdict, at: Origin) -> Judgement<'s> {
        Judgement { verdict, carrier: None, at, waits_for: None }
    }

    /// Whether the provider does it here; may be unknown.
    fn inherited(&self, rule: Rule<'e>, names: &Names<'s>) -> Result<Option<Value<'s>>, EvalError> {
        rule.shape.inherited.map(|inherited| self.ev(rule, inherited, names)).transpose()
    }

    /// No item is left to judge: what `empty` says.
    fn nothing(&self, rule: Rule<'e>, whole: Subject<'s>) -> Result<Option<(Subject<'s>, Judgement<'s>)>, EvalError> {
        let verdict = match rule.shape.empty {
            Empty::NotApplicable => return Ok(None),
            Empty::Secure => Verdict::Secure,
            Empty::Unset => Verdict::Unset,
        };
        // A filter that speaks of the resource, not of items, decides whether the setting applies at all.
        for filter in rule.shape.filters.into_iter().flatten() {
            let tree = self.root.rules.tree(filter);
            let kinds = rule.setting.kind.map(|kind| self.kind_names(kind)).unwrap_or_default();
            let of_items = tree.mentions(filter.node, |name| name == "each" || kinds.contains(&name));
            if !of_items && self.ev(rule, filter, &whole.names)?.as_bool() != Some(true) {
                return Ok(None);
            }
        }
        let at = whole.found.container;
        Ok(Some((whole, self.plain(verdict, at))))
    }

    fn kind_names(&self, kind: u16) -> Vec<&'e str> {
        let mut names = Vec::new();
        let mut next = Some(kind);
        while let Some(kind) = next {
            let kind = &self.root.rules.kinds[kind as usize];
            names.push(self.str(kind.name));
            next = kind.within;
        }
        names
    }

    fn has_items(&self, rule: Rule<'e>) -> bool {
        rule.setting.kind.is_some()
            || rule.shape.for_each.is_some()
            || rule.shape.attribute.is_some_and(|path| self.root.rules.tree(path).holds_text(path.node, "[*]"))
    }

    /// What is judged: the items of `for_each`, the members of a kind, the elements of `[*]`, or the resource. `Err` is
    /// the unknown that hides which items there are, and its place.
    fn subjects(
        &self,
        rule: Rule<'e>,
        whole: &Subject<'s>,
    ) -> Result<Result<Vec<Subject<'s>>, (&'s Unknown<'s>, Origin)>, EvalError> {
        if let Some(kind) = rule.setting.kind {
            let members = self.members_of(kind)?;
            let of = |member: &members::Member<'s>| Subject {
                names: Names { element: Some(rule.element), ..member.names },
                found: Found {
                    value: member.source,
                    container: if member.source.origin.is_some() {
                        member.source.origin
                    } else {
                        whole.found.container
                    },
                    path: member.path.to_owned(),
                },
                open: member.open,
            };
            // A member with fields is judged by its fields; its place is the object that it was made from.
            return Ok(Ok(members
                .iter()
                .map(|member| {
                    let mut subject = of(member);
                    if member.value.unknown().is_none() {
                        subject.found.value = member.value;
                    }
                    subject
                })
                .collect()));
        }
        if let Some(for_each) = rule.shape.for_each {
            let collection = self.ev(rule, for_each, &whole.names)?;
            if let Kind::Unknown(unknown) = collection.kind {
                return Ok(Err((unknown, collection.origin)));
            }
            return Ok(Ok(self
                .items(&collection)
                .into_iter()
                .map(|(key, item)| self.item(whole, key, item))
                .collect()));
        }
        let Some(attribute) = rule.shape.attribute else { return Ok(Ok(vec![whole.clone()])) };
        let paths = self.paths(rule, attribute, &whole.names)?;
        if paths.iter().all(|path| path.to_items().is_none()) {
            return Ok(Ok(vec![whole.clone()]));
        }
        let mut subjects = Vec::new();
        for steps in paths.iter().filter_map(Path::to_items) {
            for (index, found) in follow(self.root.estate, &whole.found, steps).into_iter().enumerate() {
                if let Kind::Unknown(unknown) = found.value.kind {
                    return Ok(Err((unknown, found.value.origin)));
                }
                let names = Names { each: Some((Value::int(index as i64), found.value)), ..whole.names };
                let container = if found.value.origin.is_some() { found.value.origin } else { found.container };
                subjects.push(Subject { names, found: Found { container, ..found }, open: None });
            }
        }
        Ok(Ok(subjects))
    }

    fn item(&self, whole: &Subject<'s>, key: Value<'s>, item: Value<'s>) -> Subject<'s> {
        let place = crate::eval::interp::place_of(&item);
        Subject {
            names: Names { each: Some((key, item)), ..whole.names },
            found: Found {
                value: item,
                container: if place.is_some() { place } else { whole.found.container },
                path: self.path_of(&item).to_owned(),
            },
            open: item.unknown(),
        }
    }
}
