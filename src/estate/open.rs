//! Which instances may not be there, as the `count` or `for_each` of their block, or of a module around it, is not known.

use super::{Estate, Instance, InstanceId, InstanceKind, ModuleInstanceId, Open};
use crate::config::ExprRef;
use crate::value::Unknown;

/// What repeats an instance, from its own block outwards.
struct Level<'a> {
    /// The module instance in which the block stands that repeats.
    within: ModuleInstanceId,
    /// The module instance that it makes; `None`: it is the block of the instance itself.
    makes: Option<ModuleInstanceId>,
    open: Option<&'a Open<'a>>,
}

impl<'a> Estate<'a> {
    /// What leaves open whether an instance is there, if another one is. Both are there together if they stand in one
    /// instance of a module, if the same expression repeats both, or if there is one for each of the other.
    pub fn may_be_absent(&self, id: InstanceId, given: InstanceId) -> Option<&'a Unknown<'a>> {
        if id == given {
            return None;
        }
        let (instance, other) = (self.instance(id), self.instance(given));
        let together = |level: &Level<'a>, open: &Open<'a>| {
            self.levels(other).any(|of| {
                let shared = level.makes.is_some() && level.makes == of.makes;
                shared || of.within == level.within && of.open.is_some_and(|of| self.repeat_alike(of.by, open.by))
            }) || level.within == other.module && self.repeats_each(open.by, other)
        };
        self.levels(instance).find_map(|level| {
            let open = level.open?;
            (!together(&level, open)).then_some(open.why)
        })
    }

    fn levels(&self, instance: &Instance<'a>) -> impl Iterator<Item = Level<'a>> {
        let own = Level { within: instance.module, makes: None, open: instance.open };
        let mut next = instance.module;
        let around = std::iter::from_fn(move || {
            let makes = (next != ModuleInstanceId::ROOT).then_some(next)?;
            let module = self.modules.get(makes.0 as usize)?;
            next = module.parent;
            Some(Level { within: module.parent, makes: Some(makes), open: module.open })
        });
        std::iter::once(own).chain(around)
    }

    /// Whether two expressions in one module instance are written alike.
    fn repeat_alike(&self, a: Option<ExprRef>, b: Option<ExprRef>) -> bool {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let words = |expr: ExprRef| self.text(expr).split_whitespace();
        a == b || words(a).eq(words(b))
    }

    /// Whether an expression is nothing but the name of a resource: `for_each = aws_s3_bucket.logs`.
    fn repeats_each(&self, by: Option<ExprRef>, of: &Instance<'_>) -> bool {
        let Some(by) = by else { return false };
        // In the JSON syntax it stands in a template.
        let text = self.text(by).trim_start_matches(['"', '$', '{']).trim_end_matches(['}', '"']);
        let text = match of.kind {
            InstanceKind::Managed => Some(text),
            InstanceKind::Data => text.strip_prefix("data."),
            _ => None,
        };
        text.and_then(|text| text.strip_prefix(of.type_name)?.strip_prefix('.')) == Some(of.name)
    }

    fn text(&self, expr: ExprRef) -> &'a str {
        let tree = self.program.tree(expr.file);
        &tree.source[tree.span(expr.node).range()]
    }
}
