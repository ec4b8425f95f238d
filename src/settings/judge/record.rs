//! A judgement as a record: where it points, how the value came there, what to write, and its stable key.

use std::sync::Arc;

use serde_json::Value as Json;

use super::fix::{fix_text, is_block, resource_text};
use super::names::{Anchor, Judging, Names};
use super::verdict::{Carrier, Judgement, Rule, Subject};
use super::words;
use crate::config::{AssignmentSource, ExprRef, Program};
use crate::estate::InstanceId;
use crate::responsibility::{LayerId, Owner, Placement};
use crate::schema::BlockSchema;
use crate::settings::finding::{
    self, DefaultFact, DefaultSource, Finding, Related, Sentence, Severity, Verdict, WaitsFor,
};
use crate::settings::model::{LinkKind, RuleExpr};
use crate::source::{FileId, Location, Span};
use crate::value::{Origin, Reason, Value};

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// The record of a judgement; `None` if nobody wants it.
    pub(super) fn record(
        &self,
        rule: Rule<'e>,
        placement: &Placement,
        subject: &Subject<'s>,
        judgement: &Judgement<'s>,
        wanted: bool,
    ) -> Option<Finding> {
        if !wanted {
            return None;
        }
        let estate = self.root.estate;
        let instance = estate.instance(self.instance);
        let layer = LayerId::find(self.str(rule.setting.layer))?;
        let carrier = judgement.carrier.as_ref();
        let value = carrier.map_or(subject.found.value, |carrier| carrier.value);
        let elsewhere = carrier.and_then(|carrier| carrier.resource).filter(|id| *id != self.instance);
        let names = &Names {
            value: Some(value),
            carrier: elsewhere.map(|id| estate.value(id)).or(subject.names.carrier),
            ..subject.names
        };
        let used = self.place(judgement.at);
        let birth = estate.birth_place(judgement.at);
        let attribute = carrier.map_or(subject.found.path.as_str(), |carrier| carrier.path.as_str());
        let attribute = (!attribute.is_empty()).then(|| self.root.shared(attribute));
        let anchor = self.anchor.get_or_init(|| Anchor {
            address: estate.address(self.instance).into(),
            module: self.root.shared(&estate.module_address(instance.module)),
        });
        let shown_value = carrier.filter(|carrier| carrier.written).map(|carrier| match self.looks_for_secrets(rule) {
            true => Box::new(words::hidden()),
            false => Box::new(words::json(&carrier.value)),
        });
        let key = self.key(rule, &anchor.address, attribute.as_deref(), subject, carrier);
        let holders = self.holders(judgement);
        let suppressed = match judgement.verdict.is_finding() || judgement.verdict == Verdict::Unknown {
            true => self.suppressed(rule, &holders, used, birth),
            false => None,
        };
        let (fix, careful) = match judgement.verdict.is_finding() {
            true => (self.fix(rule, names, subject, carrier), self.careful(rule, names, carrier)),
            false => (Sentence::default(), None),
        };
        let location = used.map(|place| Arc::new(self.locate(place)));
        let place = birth.filter(|birth| Some(*birth) != used).map(|place| Arc::new(self.locate(place)));
        Some(Finding {
            element: rule.element,
            verdict: judgement.verdict,
            severity: self.severity(rule, names),
            owner: if judgement.verdict == Verdict::Inherited { Owner::Provider } else { placement.owner(layer) },
            model: placement.model,
            layer,
            message: self.message(rule, names),
            address: Arc::clone(&anchor.address),
            type_name: self.root.shared(instance.type_name),
            module: Arc::clone(&anchor.module),
            provider: self.root.shared(instance.provider_name),
            carrier: elsewhere.map(|id| {
                let type_name = estate.instance(id).type_name.to_owned();
                Box::new(finding::Carrier { address: estate.address(id), type_name })
            }),
            attribute,
            value: shown_value,
            default: self.default_fact(rule, judgement.verdict, carrier),
            place: place.or_else(|| location.clone()),
            related: self.related(judgement.at, used, birth),
            location,
            variable: estate.variable(judgement.at).map(|name| self.root.shared(&format!("var.{name}"))),
            reason: judgement.waits_for.map(|unknown| {
                let Reason { kind, name, at } = unknown.reason;
                let location = estate.birth_place(at).map(|place| self.locate(place));
                Box::new(WaitsFor { kind, name: name.to_owned(), location })
            }),
            fix,
            careful,
            suppressed: suppressed.map(Box::new),
            change: None,
            planned: None,
            key,
        })
    }

    /// What holds where nothing is written. What a rule says of its default, such as who else may decide it, is said of
    /// every value that is missing: of a companion's too, and where nothing holds at all.
    fn default_fact(
        &self,
        rule: Rule<'e>,
        verdict: Verdict,
        carrier: Option<&Carrier<'s>>,
    ) -> Option<Arc<DefaultFact>> {
        let known = carrier.filter(|carrier| !carrier.written).and_then(|carrier| carrier.default.clone());
        let note = self.str(rule.setting.default_note);
        if verdict != Verdict::Unset || note.is_empty() || known.as_ref().is_some_and(|known| known.note.is_some()) {
            return known;
        }
        let nothing = DefaultFact { value: Json::Null, since: None, note: None, source: DefaultSource::Rule };
        let fact = known.map_or(nothing, |known| (*known).clone());
        Some(Arc::new(DefaultFact { note: Some(note.to_owned()), ..fact }))
    }

    fn place(&self, at: Origin) -> Option<(FileId, Span)> {
        let estate = self.root.estate;
        estate.place(at).or_else(|| estate.place(estate.instance(self.instance).header))
    }

    fn locate(&self, (file, span): (FileId, Span)) -> Location {
        self.root.estate.program.sources.get(file).locate(span)
    }

    /// What is judged, and the resource that carries the value if that is another one.
    fn holders(&self, judgement: &Judgement<'s>) -> Vec<InstanceId> {
        let carrier = judgement.carrier.as_ref().and_then(|carrier| carrier.resource);
        std::iter::once(self.instance).chain(carrier.filter(|id| *id != self.instance)).collect()
    }

    /// Whether the finding of a judgement is accepted.
    pub(super) fn is_accepted(&self, rule: Rule<'e>, judgement: &Judgement<'s>) -> bool {
        let (used, birth) = (self.place(judgement.at), self.root.estate.birth_place(judgement.at));
        self.suppressed(rule, &self.holders(judgement), used, birth).is_some()
    }

    /// What accepts a finding: a comment at any place of its chain, or the configuration of onus.
    fn suppressed(
        &self,
        rule: Rule<'e>,
        holders: &[InstanceId],
        used: Option<(FileId, Span)>,
        birth: Option<(FileId, Span)>,
    ) -> Option<finding::Suppressed> {
        let estate = self.root.estate;
        let headers = holders.iter().filter_map(|id| estate.place(estate.instance(*id).header));
        let places: Vec<(FileId, Span)> = used.into_iter().chain(birth).chain(headers).collect();
        self.root.suppressed(rule, &places, holders)
    }

    fn severity(&self, rule: Rule<'e>, names: &Names<'s>) -> Severity {
        let expr = rule.shape.severity;
        let said = self.ev(rule, expr, names).ok().and_then(|value| words::severity(value.as_str()?));
        let element = &self.root.rules.elements[rule.element as usize];
        said.unwrap_or_else(|| words::highest(&self.root.rules, expr, element))
    }

    fn sentence(&self, rule: Rule<'e>, expr: RuleExpr, names: &Names<'s>) -> Option<Sentence> {
        self.said_once(rule, expr, None, || {
            self.with_scope(expr.file, names, Some((rule.setting, Some(rule.shape))), |interp| {
                words::sentence(interp, expr.node).ok()
            })
        })
    }

    fn message(&self, rule: Rule<'e>, names: &Names<'s>) -> Sentence {
        let problem = rule.setting.problem.and_then(|problem| self.sentence(rule, problem, names));
        problem.unwrap_or_else(|| {
            let title = self.sentence(rule, rule.setting.title, names).unwrap_or_default();
            Sentence::own(format!("not the case: {title}"))
        })
    }

    fn careful(&self, rule: Rule<'e>, names: &Names<'s>, carrier: Option<&Carrier<'s>>) -> Option<Sentence> {
        let companion = carrier.and_then(|carrier| carrier.companion);
        let own = companion.and_then(|index| self.root.rules.companions[index as usize].careful);
        own.or(rule.shape.careful).and_then(|careful| self.sentence(rule, careful, names))
    }

    /// What to write: in the anchor, in the companion that carries the value, or a companion that is missing.
    fn fix(&self, rule: Rule<'e>, names: &Names<'s>, subject: &Subject<'s>, carrier: Option<&Carrier<'s>>) -> Sentence {
        let rules = &self.root.rules;
        let schema_of = |id: InstanceId| self.root.estate.instance(id).attrs.schema.map(BlockSchema::from);
        if let Some((carrier, companion)) = carrier.and_then(|carrier| Some((carrier, carrier.companion?))) {
            let schema = carrier.resource.and_then(schema_of);
            let fix = rules.companions[companion as usize].fix.or(rule.shape.fix);
            let said = fix.and_then(|fix| {
                self.said_once(rule, fix, schema, || {
                    self.said(rule, fix, names, |fix| fix_text(fix, &|path| is_block(schema, path)))
                })
            });
            return said.unwrap_or_default();
        }
        if let Some(fix) = rule.shape.fix {
            // What is judged may be an item within the resource; the fix is relative to it.
            let (schema, above) = (schema_of(self.instance), without_selectors(&subject.found.path));
            let said = match above.as_str() {
                "" => self.said_once(rule, fix, schema, || {
                    self.said(rule, fix, names, |fix| fix_text(fix, &|path| is_block(schema, path)))
                }),
                above => self.said(rule, fix, names, |fix| {
                    fix_text(fix, &|path: &str| is_block(schema, &format!("{above}.{path}")))
                }),
            };
            return said.unwrap_or_default();
        }
        self.missing_companion(rule, names).unwrap_or_default()
    }

    /// The first companion that can be suggested as a resource of its own.
    fn missing_companion(&self, rule: Rule<'e>, names: &Names<'s>) -> Option<Sentence> {
        let rules = &self.root.rules;
        let companions = rules.companions[rule.shape.companions.range()].iter();
        let (fix, via, type_name) = companions.into_iter().find_map(|companion| {
            let via = Some(companion.link_paths?).filter(|_| companion.link == LinkKind::Via)?;
            let path = self.paths(rule, via, names).ok()?.first()?.text;
            let ty = rules.types[companion.types.range()].first()?;
            Some((companion.fix?, path, self.str(ty.name)))
        })?;
        let estate = self.root.estate;
        let instance = estate.instance(self.instance);
        let address = estate.address(self.instance);
        let module = estate.module_address(instance.module);
        let local = address.strip_prefix(&module).map_or(address.as_str(), |rest| rest.trim_start_matches('.'));
        let target = format!("{local}.{}", if via.ends_with("arn") { "arn" } else { "id" });
        let schema = crate::schema::resource(type_name).map(|schema| schema.root());
        self.said(rule, fix, names, |fix| {
            resource_text((type_name, instance.name), (via, &target), fix, &|path| is_block(schema, path))
        })
    }

    /// What a rule says whatever the configuration is, put together once. `schema`: of what it speaks, where that matters.
    fn said_once(
        &self,
        rule: Rule<'e>,
        expr: RuleExpr,
        schema: Option<BlockSchema>,
        say: impl FnOnce() -> Option<Sentence>,
    ) -> Option<Sentence> {
        let constants = &self.root.constants;
        let key = (expr, rule.element, schema);
        if let Some(known) = constants.sentences.borrow().get(&key) {
            return Some(known.clone());
        }
        let said = say()?;
        let tree = self.root.rules.tree(expr);
        if !tree.mentions(expr.node, |name| name != "family") && tree.calls_nothing(expr.node) {
            constants.sentences.borrow_mut().insert(key, said.clone());
        }
        Some(said)
    }

    /// A fix in HCL. What a rule's text alone says holds no secret.
    fn said(
        &self,
        rule: Rule<'e>,
        fix: RuleExpr,
        names: &Names<'s>,
        write: impl FnOnce(&Value<'s>) -> Sentence,
    ) -> Option<Sentence> {
        let text = write(&self.ev(rule, fix, names).ok()?);
        let tree = self.root.rules.tree(fix);
        let takes = tree.mentions(fix.node, words::takes_from_configuration);
        Some(if takes { text } else { Sentence::own(text.as_str()) })
    }

    /// How the value came to where it is used: the place where it was born, and what that is.
    fn related(&self, at: Origin, used: Option<(FileId, Span)>, birth: Option<(FileId, Span)>) -> Vec<Related> {
        let Some(place) = birth.filter(|birth| Some(*birth) != used) else { return Vec::new() };
        let number = self.root.estate.origins.birth(at).0;
        let message =
            born_in(self.root.estate.program, number).unwrap_or_else(|| "the value comes from here".to_owned());
        vec![Related { message, location: self.locate(place) }]
    }

    /// Whether the setting searches texts for secrets: what it speaks of is then shown to nobody.
    pub(super) fn looks_for_secrets(&self, rule: Rule<'e>) -> bool {
        let condition = rule.shape.condition;
        condition.is_some_and(|it| {
            let tree = self.root.rules.tree(it);
            ["secrets", "in_code"].iter().any(|name| tree.calls_function(it.node, name))
        })
    }
}

/// The names of a path: `ingress[0].cidr_blocks` is `ingress.cidr_blocks`.
pub(super) fn without_selectors(path: &str) -> String {
    let mut depth = 0_u32;
    path.chars()
        .filter(|char| {
            match char {
                '[' => depth += 1,
                ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// What a node is part of: the default of a variable, a tfvars file, a local, an argument of a module call.
fn born_in(program: &Program, number: u32) -> Option<String> {
    let holds = |expr: ExprRef| {
        let last = program.number(expr.file, expr.node);
        let first = program.number(expr.file, program.tree(expr.file).first_node(expr.node));
        (first..=last).contains(&number)
    };
    for (name, assignments) in &program.assignments {
        if let Some(given) = assignments.iter().find(|given| holds(given.expr)) {
            return Some(match given.source {
                AssignmentSource::Environment => format!("{name} is set here, in the environment"),
                AssignmentSource::CommandLine => format!("{name} is set here, on the command line"),
                _ => format!("{name} is set here"),
            });
        }
    }
    for module in &program.modules {
        for variable in module.variables.values() {
            if variable.default.is_some_and(holds) {
                return Some(format!("from here: the default of var.{}", variable.name));
            }
        }
        for local in module.locals.values() {
            if holds(local.expr) {
                return Some(format!("from here: local.{}", local.name));
            }
        }
        for call in module.calls.values() {
            let given = call.inputs.iter().find(|(file, input)| holds(ExprRef { file: *file, node: input.expr }));
            if let Some((file, input)) = given {
                let name = program.tree(*file).text(input.name);
                return Some(format!("from here: {name} of module \"{}\"", call.name));
            }
        }
    }
    None
}
