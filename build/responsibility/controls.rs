//! Which controls of which framework a layer or a duty serves: ids only, for most texts are not free.

use std::collections::BTreeMap;

use super::Compiler;
use super::table::Row;

/// Sets of controls, in the order in which the crate knows them; each is also a column of duties.tsv.
const SETS: [&str; 4] = ["nist", "ccm", "pci", "iso"];

impl<'t> Compiler<'t> {
    /// The controls of a duty, one list for each set.
    pub(super) fn controls_of_duty(&mut self, row: Row<'t>) -> String {
        let lists: Vec<String> = SETS.iter().map(|set| self.ids(row, set, row.get(set))).collect();
        format!("[{}]", lists.join(", "))
    }

    pub(super) fn frameworks(&mut self) {
        const WORDS: [&str; 5] = ["id", "name", "edition", "publisher", "url"];
        self.unique("frameworks", "id");
        let mut records = Vec::new();
        for row in self.rows("frameworks") {
            let words: String = WORDS.iter().map(|word| format!("{word}: {:?}, ", row.get(word))).collect();
            let set = row.word("set of controls", row.get("set"), &SETS, &mut self.problems);
            let sources = self.source_ids(row, row.get("source"));
            records.push(format!("Framework {{ {words}set: {}, sources: {sources} }}", variant(set)));
        }
        self.table("FRAMEWORKS", "Framework", &records);
    }

    /// By set, then by layer: every layer serves some control of every set.
    pub(super) fn controls(&mut self) {
        let mut cells = BTreeMap::new();
        for row in self.rows("controls") {
            let set = row.word("set of controls", row.get("set"), &SETS, &mut self.problems);
            let layer = self.layer(row, row.get("layer"));
            let ids = self.ids(row, SETS[set], row.get("controls"));
            self.within_families(row, SETS[set], layer);
            let sources = self.source_ids(row, row.get("source"));
            let cell = format!("LayerControls {{ ids: {ids}, sources: {sources} }}");
            if cells.insert((set, layer), cell).is_some() {
                row.problem(&mut self.problems, "this set and layer stand here twice");
            }
        }
        for (set, name) in SETS.iter().enumerate() {
            for (layer, id) in self.layers.iter().enumerate().filter(|(layer, _)| !cells.contains_key(&(set, *layer))) {
                let what = format!("no controls of {name} for {id} ({layer})");
                self.problems.add("rules/responsibility/controls.tsv", cells.len() + 1, what);
            }
        }
        let cells: Vec<String> = cells.into_values().collect();
        self.table("LAYER_CONTROLS", "LayerControls", &cells);
    }

    /// The ids of a cell, each of the form that its set has.
    fn ids(&mut self, row: Row<'t>, set: &str, text: &str) -> String {
        let ids: Vec<&str> = text.split_whitespace().collect();
        for id in ids.iter().filter(|id| !is_of(set, id)) {
            row.problem(&mut self.problems, format_args!("{id:?} is no control of {set}"));
        }
        format!("&{ids:?}")
    }

    /// layers.tsv says which families and controls a layer has to do with; a control of another one is a mistake.
    fn within_families(&mut self, row: Row<'t>, set: &str, layer: usize) {
        if set != "nist" && set != "ccm" {
            return;
        }
        let Some(of_layer) = self.rows("layers").nth(layer) else { return };
        let known: Vec<&str> = of_layer.get(set).split_whitespace().collect();
        for id in row.get("controls").split_whitespace() {
            let family = id.split('-').next().unwrap_or(id);
            if !known.contains(&id) && !known.contains(&family) {
                let what = format_args!("{id} is of no family that layers.tsv gives {}", row.get("layer"));
                row.problem(&mut self.problems, what);
            }
        }
    }
}

fn variant(set: usize) -> &'static str {
    ["ControlSet::Nist", "ControlSet::Ccm", "ControlSet::Pci", "ControlSet::Iso"][set]
}

/// Whether an id has the form of its set: `AC-6(7)`, `IAM-06`, `8.3.6`, `9.2.3` or `CLD.6.3.1`.
fn is_of(set: &str, id: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let capitals = |text: &str, len| text.len() == len && text.bytes().all(|byte| byte.is_ascii_uppercase());
    match set {
        "nist" => id.split_once('-').is_some_and(|(family, rest)| {
            let number = match rest.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
                Some((number, enhancement)) if digits(enhancement) => number,
                _ => rest,
            };
            capitals(family, 2) && digits(number) && !number.starts_with('0')
        }),
        "ccm" => id
            .split_once('-')
            .is_some_and(|(domain, number)| capitals(domain, 3) && number.len() == 2 && digits(number)),
        _ => id.strip_prefix("CLD.").filter(|_| set == "iso").unwrap_or(id).split('.').all(digits),
    }
}
