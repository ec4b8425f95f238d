//! Where values of a plan were born, where the configuration that it was made from is evaluated too: a variable's
//! default, a line of a tfvars file, an argument of a module call.
//!
//! The configuration says what is written, the plan what it came to. Where the two agree, the plan's value takes over
//! the other's place.

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use crate::estate::{Estate, InstanceKind};
use crate::value::{
    BlockObject, Entry, Ident, InstanceId, Kind, Marks, Reason, ReasonKind, Unknown, Value, equal, lookup,
};

/// Elements of a set are looked for among so many others.
const MAX_SEARCH: usize = 64;

/// What of the configuration goes over with the place.
const TAKEN: Marks = Marks(Marks::OUTSIDE.0 | Marks::SENSITIVE.0);

/// The instances of an evaluated configuration, by address.
#[derive(Default)]
pub(super) struct Births<'e> {
    by_address: FxHashMap<String, &'e BlockObject<'e>>,
    /// For each instance of it: the one of the plan.
    planned: Vec<Option<InstanceId>>,
}

impl<'e> Births<'e> {
    /// `planned` are the addresses of the plan's instances, in the order of their ids.
    pub(super) fn of<'p>(evaluated: &'e Estate<'e>, planned: impl Iterator<Item = &'p str>) -> Self {
        let ids: FxHashMap<&str, InstanceId> =
            planned.enumerate().map(|(index, address)| (address, InstanceId(index as u32))).collect();
        let mut births = Self::default();
        for (id, instance) in evaluated.iter() {
            let is_provider = instance.kind == InstanceKind::Provider;
            let kinds = [InstanceKind::Managed, InstanceKind::Data, InstanceKind::Ephemeral];
            let address = (is_provider || kinds.contains(&instance.kind)).then(|| evaluated.address(id));
            births.planned.push(address.as_deref().and_then(|address| ids.get(address).copied()));
            births.by_address.extend(address.map(|address| (address, instance.attrs)));
        }
        births
    }

    /// The number in the plan of an instance of the configuration.
    pub(super) fn planned(&self, id: InstanceId) -> Option<InstanceId> {
        self.planned.get(id.0 as usize).copied().flatten()
    }

    /// What the configuration says of the instance with that address.
    pub(super) fn instance(&self, address: &str) -> Option<&'e BlockObject<'e>> {
        self.by_address.get(address).copied()
    }
}

/// Gives the values of a plan the places of the configuration's.
pub(super) struct Graft<'s, 'b> {
    pub(super) arena: &'s Bump,
    pub(super) births: &'b Births<'b>,
}

impl<'s> Graft<'s, '_> {
    /// The block of a plan, with the places of the same block of the configuration.
    pub(super) fn block(&self, planned: &BlockObject<'s>, written: &BlockObject<'_>) -> &'s BlockObject<'s> {
        self.arena.alloc(BlockObject { attrs: self.entries(planned.attrs, written.attrs), ..*planned })
    }

    fn entries(&self, planned: &[Entry<'s>], written: &[Entry<'_>]) -> &'s [Entry<'s>] {
        let grafted = planned.iter().map(|(name, own)| {
            let twin = lookup(written, name);
            (*name, twin.map_or(*own, |twin| self.value(own, twin)))
        });
        self.arena.alloc_slice_fill_iter(grafted)
    }

    fn value(&self, planned: &Value<'s>, written: &Value<'_>) -> Value<'s> {
        if written.is_null() {
            return *planned;
        }
        let listed = written.elements().is_some();
        let kind = match (planned.kind, written.kind) {
            (Kind::Block(own), Kind::Block(twin)) => Kind::Block(self.block(own, twin)),
            (Kind::Map(own), Kind::Map(twin) | Kind::Object(twin)) => Kind::Map(self.entries(own, twin)),
            (Kind::Object(own), Kind::Map(twin) | Kind::Object(twin)) => Kind::Object(self.entries(own, twin)),
            (Kind::List(own), _) if listed => Kind::List(self.items(own, written)),
            (Kind::Tuple(own), _) if listed => Kind::Tuple(self.items(own, written)),
            (Kind::Set(own), _) if listed => Kind::Set(self.items(own, written)),
            (Kind::Unknown(own), Kind::Unknown(twin)) => Kind::Unknown(self.arena.alloc(self.unknown(own, twin))),
            (_, Kind::Unknown(_)) | (Kind::Unknown(_), _) => planned.kind,
            // The provider or another value of a variable made something else of it: that has the place where it is used.
            _ if equal(planned, written) != Some(true) => return *planned,
            (own, _) => own,
        };
        let origin = if written.origin.is_some() { written.origin } else { planned.origin };
        let marks = Marks(planned.marks.0 & !Marks::UNWRITTEN.0).with(written.marks.among(TAKEN));
        Value { kind, origin, marks, ..*planned }
    }

    /// What is known of an unknown on either side. The configuration tells exactly what it comes from, which a plan lists.
    fn unknown(&self, planned: &Unknown<'s>, written: &Unknown<'_>) -> Unknown<'s> {
        let mut all = Unknown { not_null: planned.not_null || written.not_null, ..*planned };
        if written.prefix.len() > planned.prefix.len() {
            (all.prefix, all.told) = (self.arena.alloc_str(written.prefix), written.told);
        }
        if written.suffix.len() > planned.suffix.len() {
            all.suffix = self.arena.alloc_str(written.suffix);
        }
        // A plan knows all variables, and its modules are all there.
        if !matches!(written.reason.kind, ReasonKind::Computed | ReasonKind::Data) {
            return all;
        }
        all.reason = Reason { name: self.arena.alloc_str(written.reason.name), ..written.reason };
        let deps: Option<Vec<_>> = written.deps.iter().map(|ident| self.ident(ident)).collect();
        match (written.ident.map(|ident| self.ident(&ident)), deps) {
            (Some(Some(ident)), _) => (all.ident, all.deps) = (Some(ident), &[]),
            (None, Some(deps)) if !deps.is_empty() => {
                (all.ident, all.deps) = (None, self.arena.alloc_slice_copy(&deps));
            }
            _ => {}
        }
        all
    }

    fn ident(&self, written: &Ident<'_>) -> Option<Ident<'s>> {
        let instance = (*self.births.planned.get(written.instance.0 as usize)?)?;
        Some(Ident { instance, path: self.arena.alloc_str(written.path) })
    }

    /// Elements take the place of those that stand where they stand, if they agree, else of any that agree.
    fn items(&self, planned: &[Value<'s>], written: &Value<'_>) -> &'s [Value<'s>] {
        let twins = written.elements().unwrap_or_default();
        let search = &twins[..twins.len().min(MAX_SEARCH)];
        let grafted = planned.iter().enumerate().map(|(index, own)| {
            let here = twins.get(index);
            let twin = here.filter(|twin| agree(own, twin)).or_else(|| search.iter().find(|twin| agree(own, twin)));
            let twin = twin.or(here.filter(|_| twins.len() == planned.len()));
            twin.map_or(*own, |twin| self.value(own, twin))
        });
        self.arena.alloc_slice_fill_iter(grafted)
    }
}

/// Whether a value of a plan may be what is written: all that is written and known is there.
fn agree(planned: &Value<'_>, written: &Value<'_>) -> bool {
    match (planned.kind, written.kind) {
        (_, Kind::Null | Kind::Unknown(_)) | (Kind::Unknown(_), _) => true,
        _ if let (Some(own), Some(twin)) = (planned.entries(), written.entries()) => {
            twin.iter().all(|(name, twin)| twin.is_null() || lookup(own, name).is_some_and(|own| agree(own, twin)))
        }
        _ if let (Some(own), Some(twin)) = (planned.elements(), written.elements()) => {
            own.len() == twin.len() && own.iter().zip(twin).all(|(own, twin)| agree(own, twin))
        }
        _ => equal(planned, written) == Some(true),
    }
}
