//! One setting on one item: its carriers, the condition on each, and the verdict that follows (rule-language, 7).

use std::sync::Arc;

use super::constants::Path;
use super::defaults::said_by_rule;
use super::names::{Judging, Names};
use super::path::{Found, follow};
use crate::estate::InstanceId;
use crate::eval::{EvalError, Truth};
use crate::settings::finding::{DefaultFact, Verdict};
use crate::settings::model::{Carriers, Companion, LinkKind, RuleExpr, Setting, Shape};
use crate::value::{Kind, Origin, Unknown, Value};

/// A value that speaks for a setting, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Carrier<'s> {
    /// The value, or the default that holds.
    pub(super) value: Value<'s>,
    /// Whether the configuration writes it.
    pub(super) written: bool,
    /// The resource in which it stands; `None`: nowhere.
    pub(super) resource: Option<InstanceId>,
    /// Where one would write it.
    pub(super) container: Origin,
    /// Its path in that resource.
    pub(super) path: String,
    /// The companion it came through.
    pub(super) companion: Option<u32>,
    /// What the condition says.
    pub(super) truth: Truth<'s>,
    /// The default that holds, if nothing is written.
    pub(super) default: Option<Arc<DefaultFact>>,
    /// Why the resource in which it stands may not be there.
    pub(super) perhaps: Option<&'s Unknown<'s>>,
}

/// A companion around another one.
#[derive(Clone, Copy)]
pub(super) struct Outer<'s> {
    pub(super) id: InstanceId,
    pub(super) value: Value<'s>,
    /// Why it may not be there.
    pub(super) perhaps: Option<&'s Unknown<'s>>,
}

/// What is judged, before anything is said of it.
#[derive(Clone, Debug)]
pub(super) struct Subject<'s> {
    /// The names bound.
    pub(super) names: Names<'s>,
    /// The item, member or resource.
    pub(super) found: Found<'s>,
    /// That it is there is not known.
    pub(super) open: Option<&'s Unknown<'s>>,
}

/// The verdict on one item.
#[derive(Clone, Debug)]
pub(super) struct Judgement<'s> {
    pub(super) verdict: Verdict,
    pub(super) carrier: Option<Carrier<'s>>,
    /// Where it points.
    pub(super) at: Origin,
    /// What an unknown verdict waits for.
    pub(super) waits_for: Option<&'s Unknown<'s>>,
}

impl<'s> Judgement<'s> {
    /// The same, where it is not known whether the setting is the customer's at all: nobody is blamed, and what is right
    /// stays right.
    pub(super) fn unless(self, unknown: Option<&'s Unknown<'s>>) -> Self {
        match unknown {
            Some(unknown) if self.verdict.is_finding() => {
                Self { verdict: Verdict::Unknown, waits_for: Some(unknown), ..self }
            }
            _ => self,
        }
    }
}

/// One shape of a setting with the family element that is judged.
#[derive(Clone, Copy)]
pub(super) struct Rule<'e> {
    pub(super) setting: &'e Setting,
    pub(super) shape: &'e Shape,
    pub(super) element: u32,
}

/// What the carriers of one item come to.
#[derive(Default)]
struct Gathered<'s> {
    carriers: Vec<Carrier<'s>>,
    /// `scope` companions, which only ever help.
    helpers: Vec<Carrier<'s>>,
    /// One of those may help, but whether it counts is not known.
    may_help: Option<&'s Unknown<'s>>,
    /// Something may carry it, but nobody knows.
    open: Option<&'s Unknown<'s>>,
}

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    pub(super) fn ev(&self, rule: Rule<'e>, expr: RuleExpr, names: &Names<'s>) -> Result<Value<'s>, EvalError> {
        self.eval(expr, names, Some((rule.setting, Some(rule.shape))))
    }

    fn truth_of(&self, rule: Rule<'e>, expr: RuleExpr, names: &Names<'s>) -> Result<Truth<'s>, EvalError> {
        let value = self.ev(rule, expr, names)?;
        self.with_scope(expr.file, names, None, |interp| interp.truth(&value, expr.node))
    }

    /// The condition on a value; without one, `value != null`.
    fn condition(&self, rule: Rule<'e>, own: Option<RuleExpr>, names: &Names<'s>) -> Result<Truth<'s>, EvalError> {
        match own.or(rule.shape.condition) {
            Some(condition) => self.truth_of(rule, condition, names),
            None => Ok(match names.value.unwrap_or(Value::NULL).kind {
                Kind::Null => Truth::Known(false),
                Kind::Unknown(unknown) if !unknown.not_null && unknown.ident.is_none() => Truth::Unknown(unknown),
                _ => Truth::Known(true),
            }),
        }
    }

    /// Both filters of a shape.
    pub(super) fn filter(&self, rule: Rule<'e>, names: &Names<'s>) -> Result<Truth<'s>, EvalError> {
        let mut open = None;
        for filter in rule.shape.filters.into_iter().flatten() {
            match self.truth_of(rule, filter, names)? {
                Truth::Known(true) => {}
                Truth::Unknown(unknown) => open = open.or(Some(unknown)),
                other => return Ok(other),
            }
        }
        Ok(open.map_or(Truth::Known(true), Truth::Unknown))
    }

    /// Judges one item.
    pub(super) fn judge_item(&self, rule: Rule<'e>, subject: &Subject<'s>) -> Result<Judgement<'s>, EvalError> {
        let names = &subject.names;
        let whether = match subject.open {
            Some(unknown) => Truth::Unknown(unknown),
            None => self.filter(rule, names)?,
        };
        let doubt = match whether {
            Truth::Known(true) => None,
            Truth::Unknown(unknown) => Some(unknown),
            Truth::Known(false) | Truth::Null => {
                return Ok(Judgement {
                    verdict: Verdict::NotApplicable,
                    carrier: None,
                    at: self.place_of(subject),
                    waits_for: None,
                });
            }
        };
        let judgement = self.combined(rule, subject)?;
        // Whether the setting applies is not known: only what is right anyway is decided.
        let right = matches!(judgement.verdict, Verdict::Secure | Verdict::SecureByDefault);
        Ok(match doubt {
            Some(unknown) if !right => Judgement { verdict: Verdict::Unknown, waits_for: Some(unknown), ..judgement },
            _ => judgement,
        })
    }

    fn place_of(&self, subject: &Subject<'s>) -> Origin {
        let own = crate::eval::interp::place_of(&subject.found.value);
        if own.is_some() { own } else { subject.found.container }
    }

    fn combined(&self, rule: Rule<'e>, subject: &Subject<'s>) -> Result<Judgement<'s>, EvalError> {
        let shape = rule.shape;
        let has_own = shape.attribute.is_some() || shape.subject.is_some();
        if !has_own && shape.companions.len == 0 {
            return self.presence(rule, subject);
        }
        let mut gathered = Gathered::default();
        let own = if has_own { Some(self.own_carrier(rule, subject)?) } else { None };
        gathered.carriers.extend(own.iter().filter(|own| own.written).cloned());
        for (index, companion) in self.root.rules.companions[shape.companions.range()].iter().enumerate() {
            let number = shape.companions.start + index as u32;
            self.companion(rule, companion, number, subject, None, &mut gathered)?;
        }
        let carriers = std::mem::take(&mut gathered.carriers);
        let judgement = match carriers.iter().any(|carrier| carrier.perhaps.is_some()) {
            true => self.decide_perhaps(rule, subject, own.as_ref(), &carriers, gathered.open)?,
            false => self.decide(rule, subject, own, carriers, gathered.open)?,
        };
        Ok(self.helped(judgement, &gathered))
    }

    /// No attribute, subject or companion: what is judged speaks for itself.
    fn presence(&self, rule: Rule<'e>, subject: &Subject<'s>) -> Result<Judgement<'s>, EvalError> {
        let value = subject.found.value;
        let truth = self.condition(rule, None, &Names { value: Some(value), ..subject.names })?;
        let (verdict, waits_for) = match truth {
            Truth::Known(true) => (Verdict::Secure, None),
            Truth::Unknown(unknown) => (Verdict::Unknown, Some(unknown)),
            _ => (Verdict::Insecure, None),
        };
        Ok(Judgement { verdict, carrier: None, at: self.place_of(subject), waits_for })
    }

    pub(super) fn decide(
        &self,
        rule: Rule<'e>,
        subject: &Subject<'s>,
        own: Option<Carrier<'s>>,
        mut carriers: Vec<Carrier<'s>>,
        elsewhere: Option<&'s Unknown<'s>>,
    ) -> Result<Judgement<'s>, EvalError> {
        if carriers.iter().any(|carrier| carrier.written) {
            carriers.retain(|carrier| carrier.written);
        }
        if carriers.is_empty() {
            if let Some(unknown) = elsewhere {
                return Ok(self.undecided(subject, unknown));
            }
            return self.by_default(rule, subject, own);
        }
        let mode = match rule.shape.carriers {
            Some(mode) => mode,
            None if carriers.len() < 2 => Carriers::Any,
            None => {
                let names = &Names { value: Some(Value::NULL), ..subject.names };
                let forbids = self.condition(rule, None, names).is_ok_and(|truth| truth == Truth::Known(true));
                if forbids { Carriers::All } else { Carriers::Any }
            }
        };
        let secure = |carrier: &&Carrier<'s>| carrier.truth == Truth::Known(true);
        let open = |carrier: &&Carrier<'s>| matches!(carrier.truth, Truth::Unknown(_));
        let wrong = |carrier: &&Carrier<'s>| !secure(carrier) && !open(carrier);
        let chosen = match mode {
            Carriers::First => carriers.first(),
            Carriers::Any => carriers.iter().find(secure).or_else(|| carriers.iter().find(open)),
            Carriers::All => carriers.iter().find(wrong).or_else(|| carriers.iter().find(open)),
        };
        let chosen = chosen.or(carriers.first()).cloned();
        let Some(chosen) = chosen else { return self.by_default(rule, subject, own) };
        let secure = chosen.truth == Truth::Known(true);
        if let (false, Some(unknown)) = (secure, elsewhere) {
            return Ok(Judgement { carrier: Some(chosen), ..self.undecided(subject, unknown) });
        }
        Ok(self.verdict_of(chosen))
    }

    pub(super) fn undecided(&self, subject: &Subject<'s>, unknown: &'s Unknown<'s>) -> Judgement<'s> {
        let at = if unknown.reason.at.is_some() && subject.found.container == Origin::NONE {
            unknown.reason.at
        } else {
            self.place_of(subject)
        };
        Judgement { verdict: Verdict::Unknown, carrier: None, at, waits_for: Some(unknown) }
    }

    fn verdict_of(&self, carrier: Carrier<'s>) -> Judgement<'s> {
        let place = crate::eval::interp::place_of(&carrier.value);
        // An unknown that a rule made of others still stands where they are declared: not here.
        let elsewhere = carrier.value.is_unknown() && !self.root.stands_in(place, self.instance, carrier.resource);
        let at = if carrier.written && place.is_some() && !elsewhere { place } else { carrier.container };
        let (verdict, waits_for) = match (carrier.truth, carrier.written) {
            (Truth::Known(true), true) => (Verdict::Secure, None),
            (Truth::Known(true), false) => (Verdict::SecureByDefault, None),
            (Truth::Unknown(unknown), _) => (Verdict::Unknown, Some(unknown)),
            (_, true) => (Verdict::Insecure, None),
            (_, false) => (Verdict::Unset, None),
        };
        Judgement { verdict, carrier: Some(carrier), at, waits_for }
    }

    /// Nothing is written anywhere: the default holds.
    fn by_default(
        &self,
        rule: Rule<'e>,
        subject: &Subject<'s>,
        own: Option<Carrier<'s>>,
    ) -> Result<Judgement<'s>, EvalError> {
        let own = match own {
            Some(own) => own,
            None => {
                let (value, default) = self.default_of(rule, subject, None)?;
                let names = &Names { value: Some(value), ..subject.names };
                Carrier {
                    value,
                    written: value.origin.is_some() && !value.is_null(),
                    resource: Some(self.instance),
                    container: self.place_of(subject),
                    path: String::new(),
                    companion: None,
                    truth: self.condition(rule, None, names)?,
                    default,
                    perhaps: None,
                }
            }
        };
        Ok(self.verdict_of(own))
    }

    /// The carrier in the anchor itself: its attribute, or what its subject computes.
    fn own_carrier(&self, rule: Rule<'e>, subject: &Subject<'s>) -> Result<Carrier<'s>, EvalError> {
        let names = &subject.names;
        let (found, path_text) = match (rule.shape.attribute, rule.shape.subject) {
            (Some(attribute), _) => {
                let paths = self.paths(rule, attribute, names)?;
                let found = self.first_written(&subject.found, &paths);
                (found.0, Some(found.1))
            }
            (None, Some(expr)) => {
                let value = self.ev(rule, expr, names)?;
                let value = match value.origin.is_some() {
                    true => value,
                    false => value.at(crate::eval::interp::place_of(&value)),
                };
                let container = self.place_of(subject);
                (Found { value, container, path: subject.found.path.clone() }, None)
            }
            (None, None) => (subject.found.clone(), None),
        };
        // A value from the rule's own text is not written.
        let from_text = rule.shape.subject.is_some() && !found.value.origin.is_some() && !found.value.is_unknown();
        let written = found.is_written() && !from_text;
        let (value, default) = if written || (from_text && !found.value.is_null()) {
            (found.value, None)
        } else {
            self.default_of(rule, subject, path_text)?
        };
        let truth = self.condition(rule, None, &Names { value: Some(value), ..*names })?;
        let value = self.told(value, truth);
        Ok(Carrier {
            value,
            written: written || (!value.is_null() && value.origin.is_some()),
            resource: Some(self.instance),
            container: if found.container.is_some() { found.container } else { self.place_of(subject) },
            path: found.path,
            companion: None,
            truth,
            default,
            perhaps: None,
        })
    }

    /// What can be told of a value of which only that is known that decides.
    fn told(&self, value: Value<'s>, truth: Truth<'s>) -> Value<'s> {
        match truth {
            Truth::Known(_) => self.session.certain(&value).unwrap_or(value),
            _ => value,
        }
    }

    /// The first written of several paths; if none is, the first.
    fn first_written(&self, from: &Found<'s>, paths: &[Path<'s>]) -> (Found<'s>, &'s str) {
        let mut first = None;
        for path in paths {
            // `[*]` was resolved into items: what follows the last one is relative to the item.
            let found = match path.own.is_empty() {
                true => from.clone(),
                false => {
                    let mut all = follow(self.root.estate, from, path.within_item());
                    if all.is_empty() { continue } else { all.swap_remove(0) }
                }
            };
            if found.is_written() {
                return (found, path.own);
            }
            first = first.or(Some((found, path.own)));
        }
        let nothing = Found { value: Value::NULL, container: from.container, path: from.path.clone() };
        first.unwrap_or((nothing, ""))
    }

    /// Adds what one companion rule finds.
    fn companion(
        &self,
        rule: Rule<'e>,
        companion: &'e Companion,
        number: u32,
        subject: &Subject<'s>,
        outer: Option<Outer<'s>>,
        gathered: &mut Gathered<'s>,
    ) -> Result<(), EvalError> {
        let linked = self.companions_of(rule, companion, subject, outer)?;
        let scoped = matches!(companion.link, LinkKind::Provider | LinkKind::Account | LinkKind::Estate);
        let mut open = linked.open;
        for id in linked.certain {
            let value = self.root.estate.value(id);
            let perhaps = outer.and_then(|outer| outer.perhaps).or_else(|| match companion.link {
                // What is pointed at is there, unless as one of all that there are of it.
                LinkKind::From if !linked.as_whole.contains(&id) && !linked.by_name.contains(&id) => None,
                _ => self.root.estate.may_be_absent(id, self.instance),
            });
            if linked.by_name.contains(&id) {
                open = open.or(perhaps);
            }
            let names = &Names { carrier: Some(value), outer: outer.map(|outer| outer.value), ..subject.names };
            if let Some(filter) = companion.filter {
                match self.truth_of(rule, filter, names)? {
                    Truth::Known(true) => {}
                    Truth::Unknown(unknown) if scoped => {
                        let carrier = self.carried(rule, companion, number, id, names)?;
                        if matches!(carrier.truth, Truth::Known(true) | Truth::Unknown(_)) {
                            gathered.may_help = gathered.may_help.or(Some(unknown));
                        }
                        continue;
                    }
                    Truth::Unknown(unknown) => {
                        open = open.or(Some(unknown));
                        continue;
                    }
                    _ => continue,
                }
            }
            if companion.companions.len > 0 {
                for (index, inner) in self.root.rules.companions[companion.companions.range()].iter().enumerate() {
                    let number = companion.companions.start + index as u32;
                    self.companion(rule, inner, number, subject, Some(Outer { id, value, perhaps }), gathered)?;
                }
                continue;
            }
            let carrier = Carrier { perhaps, ..self.carried(rule, companion, number, id, names)? };
            match perhaps {
                Some(unknown) if scoped => {
                    if matches!(carrier.truth, Truth::Known(true) | Truth::Unknown(_)) {
                        gathered.may_help = gathered.may_help.or(Some(unknown));
                    }
                }
                _ if scoped => gathered.helpers.push(carrier),
                _ => gathered.carriers.push(carrier),
            }
        }
        if !scoped {
            gathered.open = gathered.open.or(open);
        }
        Ok(())
    }

    /// The value in one companion.
    fn carried(
        &self,
        rule: Rule<'e>,
        companion: &'e Companion,
        number: u32,
        id: InstanceId,
        names: &Names<'s>,
    ) -> Result<Carrier<'s>, EvalError> {
        let header = self.root.estate.instance(id).header;
        let whole = Found { value: self.root.estate.value(id), container: header, path: String::new() };
        let found = match (companion.attribute, companion.subject) {
            (Some(attribute), _) => {
                let paths = self.paths(rule, attribute, names)?;
                self.first_written(&whole, &paths).0
            }
            (None, Some(expr)) => {
                let value = self.ev(rule, expr, names)?;
                Found { value, container: header, path: String::new() }
            }
            (None, None) => whole,
        };
        let written = found.is_written();
        let (value, default) = match (companion.default, companion.defaults) {
            _ if written => (found.value, None),
            (None, None) => {
                let known = self.root.schema_default(self.root.estate.instance(id), &found.path);
                (known.map_or(Value::NULL, |known| super::words::default_value(self.scratch, known.value)), None)
            }
            (Some(expr), _) => {
                let value = self.ev(rule, expr, names)?;
                (value, Some(said_by_rule(&value)))
            }
            (None, Some(table)) => {
                let value = self.by_version(rule, table, id, names)?;
                (value, Some(said_by_rule(&value)))
            }
        };
        let truth = self.condition(rule, companion.condition, &Names { value: Some(value), ..*names })?;
        let value = self.told(value, truth);
        Ok(Carrier {
            value,
            written,
            resource: Some(id),
            container: found.container,
            path: found.path,
            companion: Some(number),
            truth,
            default,
            perhaps: None,
        })
    }

    /// What holds for the whole account can settle a setting, and never unsettles it.
    fn helped(&self, judgement: Judgement<'s>, gathered: &Gathered<'s>) -> Judgement<'s> {
        if matches!(judgement.verdict, Verdict::Secure | Verdict::SecureByDefault) {
            return judgement;
        }
        let secure = |carrier: &&Carrier<'s>| carrier.truth == Truth::Known(true);
        if let Some(helper) = gathered.helpers.iter().find(secure) {
            return self.verdict_of(helper.clone());
        }
        let open = gathered.helpers.iter().find_map(|carrier| match carrier.truth {
            Truth::Unknown(unknown) => Some(unknown),
            _ => None,
        });
        match open.or(gathered.may_help) {
            Some(unknown) => Judgement { verdict: Verdict::Unknown, waits_for: Some(unknown), ..judgement },
            None => judgement,
        }
    }
}
