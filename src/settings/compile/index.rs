//! The two indices of a set of rules: what speaks of a type, and what an id means.

use std::collections::{BTreeMap, BTreeSet};

use super::super::model::{Str, TypeEntry, TypeKind, TypeRef};
use super::super::syntax::Seq;
use super::Compiler;

impl Compiler<'_, '_> {
    /// Fills `by_type` and `by_id`.
    pub(super) fn index(&mut self) {
        self.index_types();
        self.index_ids();
    }

    fn str(&self, text: Str) -> &str {
        &self.out.strings[text.start as usize..(text.start + text.len) as usize]
    }

    fn index_types(&mut self) {
        let mut found: BTreeMap<(TypeKind, String), (TypeRef, BTreeSet<u32>)> = BTreeMap::new();
        for (index, shape) in self.out.shapes.iter().enumerate() {
            let mut types: Vec<TypeRef> = self.out.types[shape.types.range()].to_vec();
            if let Some(kind) = self.out.settings[shape.setting as usize].kind {
                types.extend(self.types_of_kind(kind));
            }
            for ty in types {
                let key = (ty.kind, self.str(ty.name).to_owned());
                found.entry(key).or_insert_with(|| (ty, BTreeSet::new())).1.insert(index as u32);
            }
        }
        for (ty, shapes) in found.into_values() {
            let start = self.out.numbers.len() as u32;
            self.out.by_type.push(TypeEntry { ty, shapes: Seq { start, len: shapes.len() as u32 } });
            self.out.numbers.extend(shapes);
        }
    }

    /// The types of a kind, or of the kind that it stands within.
    fn types_of_kind(&self, kind: u16) -> Vec<TypeRef> {
        let mut kind = &self.out.kinds[kind as usize];
        // A circle was told of already.
        for _ in 0..self.out.kinds.len() {
            match kind.within {
                Some(outer) => kind = &self.out.kinds[outer as usize],
                None => break,
            }
        }
        let shapes = &self.out.kind_shapes[kind.shapes.range()];
        shapes.iter().flat_map(|shape| self.out.types[shape.types.range()].iter().copied()).collect()
    }

    fn index_ids(&mut self) {
        let mut ids: BTreeSet<(&str, u32)> = BTreeSet::new();
        let mut own: BTreeMap<&str, u32> = BTreeMap::new();
        let mut clashes: Vec<(u32, String)> = Vec::new();
        for (index, element) in self.out.elements.iter().enumerate() {
            let setting = &self.out.settings[element.setting as usize];
            let (id, label) = (self.str(element.id), self.str(setting.label));
            let aliases = self.out.lists[element.aliases.range()].iter().map(|alias| self.str(*alias));
            ids.extend([id, label].into_iter().chain(aliases).map(|text| (text, index as u32)));
            for name in BTreeSet::from([id, label]) {
                if own.insert(name, element.setting).is_some_and(|other| other != element.setting) {
                    clashes.push((element.setting, format!("the id `{name}` stands for two settings")));
                }
            }
        }
        let ids: Vec<(String, u32)> = ids.into_iter().map(|(text, element)| (text.to_owned(), element)).collect();
        for (setting, message) in clashes {
            let setting = self.out.settings[setting as usize];
            self.error(setting.file, setting.at, message);
        }
        for (text, element) in ids {
            let text = self.intern(&text);
            self.out.by_id.push((text, element));
        }
    }
}
