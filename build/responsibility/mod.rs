//! Compiles the tables of `rules/responsibility/` into `static` tables of Rust: who owns what, and which type is which.
//!
//! In: the tables, as text. Out: a text pool, and Rust that `src/responsibility/tables.rs` includes; or every problem of
//! the tables, with file and line.

mod conditions;
mod controls;
mod emit;
mod stores;
pub(crate) mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use emit::{Pool, list, optional, overrides_literal};
use table::{Problems, Row, Table};

/// The tables by name, as text.
pub(crate) type Files = BTreeMap<String, String>;

/// What is written for the crate to include.
pub(crate) struct Output {
    /// The Rust source of the tables.
    pub(crate) rust: String,
    /// The text that its offsets mean.
    pub(crate) pool: String,
}

const FILES: [(&str, &[&str]); 14] = [
    (
        "layers",
        &["order", "id", "name", "group", "definition", "aws", "azure", "gcp", "oracle", "ccm", "nist", "examples"],
    ),
    ("models", &["id", "short", "name", "kind", "definition", "nist", "ownership", "examples"]),
    ("sources", &["id", "source", "section", "says"]),
    ("providers", &["provider", "name"]),
    ("matrix", &["layer", "model", "owner", "customer_part", "provider_part", "sources", "basis", "disagreement"]),
    ("matrix-overrides", &["provider", "model", "layer", "owner", "why", "source"]),
    ("services", &["provider", "pattern", "service", "model", "category", "layers", "overrides", "notes"]),
    ("conditions", &["pattern", "order", "when", "model", "overrides", "why", "source"]),
    ("stores", &["type", "holds", "refuses", "keeps", "note", "source"]),
    ("suffixes", &["suffix", "layers", "why"]),
    (
        "duties",
        &["id", "layer", "models", "duty", "why_not_in_code", "evidence", "sources", "ccm", "nist", "pci", "iso"],
    ),
    ("frameworks", &["id", "name", "edition", "publisher", "set", "url", "source"]),
    ("controls", &["set", "layer", "controls", "source"]),
    ("views", &["view", "order", "row", "layers", "onprem", "iaas", "paas", "saas", "source", "note"]),
];

const OWNERS: [&str; 3] = ["customer", "shared", "provider"];

/// Compiles the tables in a directory to `responsibility.rs` and `responsibility.txt` in `out`.
pub(crate) fn compile_directory(directory: &str, out: &Path) -> Result<(), Vec<String>> {
    let fail = |error: std::io::Error| vec![format!("{directory}: {error}")];
    let mut files = Files::new();
    for entry in fs::read_dir(directory).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| name.ends_with(".tsv")) {
            files.insert(name.to_owned(), fs::read_to_string(&path).map_err(fail)?);
        }
    }
    let output = compile(directory, &files)?;
    fs::write(out.join("responsibility.rs"), output.rust).map_err(fail)?;
    fs::write(out.join("responsibility.txt"), output.pool).map_err(fail)
}

/// Compiles the tables; `dir` is their directory as shown in problems.
pub(crate) fn compile(dir: &str, files: &Files) -> Result<Output, Vec<String>> {
    let mut problems = Problems::default();
    let mut tables = BTreeMap::new();
    for (name, columns) in FILES {
        let path = format!("{dir}/{name}.tsv");
        match files.get(&format!("{name}.tsv")) {
            Some(text) => drop(tables.insert(name, Table::parse(&path, text, columns, &mut problems))),
            None => problems.add(&path, 1, "the table is missing"),
        }
    }
    if !problems.0.is_empty() {
        return Err(problems.0);
    }
    let mut compiler = Compiler::new(&tables, problems);
    compiler.layers();
    compiler.models();
    compiler.sources();
    compiler.providers();
    compiler.matrix();
    compiler.provider_overrides();
    compiler.services();
    compiler.conditions();
    compiler.stores();
    compiler.suffixes();
    compiler.duties();
    compiler.frameworks();
    compiler.controls();
    compiler.views();
    compiler.finish()
}

struct Compiler<'t> {
    tables: &'t BTreeMap<&'static str, Table<'t>>,
    layers: Vec<&'t str>,
    models: Vec<&'t str>,
    sources: Vec<&'t str>,
    problems: Problems,
    pool: Pool,
    rust: String,
}

impl<'t> Compiler<'t> {
    fn new(tables: &'t BTreeMap<&'static str, Table<'t>>, problems: Problems) -> Self {
        let ids = |name: &str| tables[name].rows().map(|row| row.get("id")).collect();
        Self {
            tables,
            layers: ids("layers"),
            models: ids("models"),
            sources: ids("sources"),
            problems,
            pool: Pool::default(),
            rust: String::new(),
        }
    }

    fn finish(self) -> Result<Output, Vec<String>> {
        if self.problems.0.is_empty() {
            Ok(Output { rust: crate::tree::IMPORTS.to_owned() + &self.rust, pool: self.pool.text })
        } else {
            Err(self.problems.0)
        }
    }

    fn rows(&self, name: &str) -> impl Iterator<Item = Row<'t>> + use<'t> {
        self.tables[name].rows()
    }

    /// Writes `static NAME: [TYPE; n] = […];`.
    fn table(&mut self, name: &str, ty: &str, records: &[String]) {
        self.rust.push_str(&format!("pub(super) static {name}: [{ty}; {}] = [\n", records.len()));
        for record in records {
            self.rust.push_str(record);
            self.rust.push_str(",\n");
        }
        self.rust.push_str("];\n");
    }

    fn layer(&mut self, row: Row<'t>, id: &str) -> usize {
        row.word("layer", id, &self.layers, &mut self.problems)
    }

    fn model(&mut self, row: Row<'t>, id: &str) -> usize {
        row.word("model", id, &self.models, &mut self.problems)
    }

    fn owner(&mut self, row: Row<'t>, word: &str) -> usize {
        row.word("owner", word, &OWNERS, &mut self.problems)
    }

    fn layer_list(&mut self, row: Row<'t>, words: &str) -> Vec<usize> {
        words.split(',').filter(|word| !word.is_empty()).map(|word| self.layer(row, word)).collect()
    }

    /// `os=shared network=provider`, as two bits a layer: 0 where the layer is not named, else the owner's number + 1.
    fn overrides(&mut self, row: Row<'t>, words: &str) -> u32 {
        let mut bits = 0;
        for word in words.split_whitespace() {
            let Some((layer, owner)) = word.split_once('=') else {
                row.problem(&mut self.problems, format_args!("{word:?} is not of the form layer=owner"));
                continue;
            };
            let shift = 2 * self.layer(row, layer);
            let owner = self.owner(row, owner) as u32 + 1;
            if (bits >> shift) & 3 != 0 {
                row.problem(&mut self.problems, format_args!("{layer} has an owner twice"));
            }
            bits |= owner << shift;
        }
        bits
    }

    /// `GCB GCPM`: rows of sources.tsv. Any other text is a source of its own.
    fn source(&self, text: &str) -> String {
        let ids: Vec<&str> = text.split_whitespace().collect();
        let known: Option<Vec<usize>> =
            ids.iter().map(|id| self.sources.iter().position(|source| source == id)).collect();
        match known {
            Some(known) => format!("Sources {{ ids: &{known:?}, other: \"\" }}"),
            None => format!("Sources {{ ids: &[], other: {text:?} }}"),
        }
    }

    fn source_ids(&mut self, row: Row<'t>, text: &str) -> String {
        for id in text.split_whitespace() {
            row.word("source", id, &self.sources, &mut self.problems);
        }
        self.source(text)
    }

    fn unique(&mut self, name: &str, column: &str) {
        let mut seen = BTreeSet::new();
        for row in self.rows(name) {
            let id = row.get(column);
            if !seen.insert(id) {
                row.problem(&mut self.problems, format_args!("{column} {id:?} stands here twice"));
            }
        }
    }

    fn layers(&mut self) {
        const WORDS: [&str; 10] = ["id", "name", "group", "definition", "aws", "azure", "gcp", "oracle", "ccm", "nist"];
        self.unique("layers", "id");
        // Two bits a layer in a `u32`.
        if self.layers.len() > 16 {
            self.problems.add("rules/responsibility/layers.tsv", 18, "overrides have room for 16 layers");
        }
        let records: Vec<String> = self
            .rows("layers")
            .map(|row| {
                let words: String = WORDS.iter().map(|word| format!("{word}: {:?}, ", row.get(word))).collect();
                format!("Layer {{ {words}examples: {:?} }}", row.get("examples"))
            })
            .collect();
        self.rust.push_str(&format!("/// Number of layers.\npub const LAYERS: usize = {};\n", records.len()));
        self.table("LAYER_TABLE", "Layer", &records);
    }

    fn models(&mut self) {
        const WORDS: [&str; 7] = ["id", "short", "name", "definition", "nist", "ownership", "examples"];
        const KINDS: [(&str, &str); 3] = [("deployment", "Deployment"), ("service", "Service"), ("utility", "Utility")];
        self.unique("models", "id");
        let mut records = Vec::new();
        for row in self.rows("models") {
            let words: String = WORDS.iter().map(|word| format!("{word}: {:?}, ", row.get(word))).collect();
            let kind = row.word("kind of model", row.get("kind"), &KINDS.map(|kind| kind.0), &mut self.problems);
            records.push(format!("Model {{ {words}kind: ModelKind::{} }}", KINDS[kind].1));
        }
        self.rust.push_str(&format!("/// Number of models.\npub const MODELS: usize = {};\n", records.len()));
        self.table("MODEL_TABLE", "Model", &records);
    }

    fn sources(&mut self) {
        self.unique("sources", "id");
        let records: Vec<String> = self
            .rows("sources")
            .map(|row| {
                format!(
                    "Source {{ id: {:?}, name: {:?}, section: {:?}, says: {:?} }}",
                    row.get("id"),
                    row.get("source"),
                    row.get("section"),
                    row.get("says")
                )
            })
            .collect();
        self.table("SOURCE_TABLE", "Source", &records);
    }

    fn providers(&mut self) {
        self.unique("providers", "provider");
        let mut records: Vec<(&str, &str)> =
            self.rows("providers").map(|row| (row.get("provider"), row.get("name"))).collect();
        records.sort_unstable();
        let records: Vec<String> = records.iter().map(|record| format!("{record:?}")).collect();
        self.table("PROVIDER_NAMES", "(&str, &str)", &records);
    }

    fn matrix(&mut self) {
        const BASES: [(&str, &str); 3] = [("agreed", "Agreed"), ("settled", "Settled"), ("derived", "Derived")];
        let mut cells = BTreeMap::new();
        for row in self.rows("matrix") {
            let key = (self.layer(row, row.get("layer")), self.model(row, row.get("model")));
            let owner = self.owner(row, row.get("owner"));
            let sources = self.source_ids(row, row.get("sources"));
            let basis = row.word("basis", row.get("basis"), &BASES.map(|basis| basis.0), &mut self.problems);
            let cell = format!(
                "MatrixCell {{ owner: {}, customer_part: {:?}, provider_part: {:?}, sources: {sources}, basis: Basis::{}, disagreement: {:?} }}",
                emit::OWNERS[owner],
                row.get("customer_part"),
                row.get("provider_part"),
                BASES[basis].1,
                row.get("disagreement")
            );
            if cells.insert(key, cell).is_some() {
                row.problem(&mut self.problems, "this cell stands here twice");
            }
        }
        let columns: Vec<usize> = (0..self.models.len()).filter(|model| self.models[*model] != "none").collect();
        for layer in 0..self.layers.len() {
            for model in &columns {
                if !cells.contains_key(&(layer, *model)) {
                    let what = format!("no cell for {} x {}", self.layers[layer], self.models[*model]);
                    self.problems.add("rules/responsibility/matrix.tsv", cells.len() + 1, what);
                }
            }
        }
        // By layer, then by model; models without a column come last in their table, so the index is a product.
        if columns.iter().enumerate().any(|(index, model)| index != *model) {
            self.problems.add("rules/responsibility/models.tsv", 1, "`none` must be the last model");
        }
        let cells: Vec<String> = cells.into_values().collect();
        self.table("MATRIX", "MatrixCell", &cells);
    }

    fn provider_overrides(&mut self) {
        let mut records = Vec::new();
        for row in self.rows("matrix-overrides") {
            let (layer, model) = (self.layer(row, row.get("layer")), self.model(row, row.get("model")));
            let owner = self.owner(row, row.get("owner"));
            records.push(format!(
                "ProviderOverride {{ provider: {:?}, model: ModelId({model}), layer: LayerId({layer}), owner: {}, why: {:?}, sources: {} }}",
                row.get("provider"),
                emit::OWNERS[owner],
                row.get("why"),
                self.source(row.get("source"))
            ));
        }
        self.table("PROVIDER_OVERRIDES", "ProviderOverride", &records);
    }

    /// Exact patterns first, then prefixes; both sorted, and each prefix knows the next shorter one that it begins with.
    fn services(&mut self) {
        self.unique("services", "pattern");
        let mut rows: Vec<(bool, &str, Row<'t>)> = self.rows("services").map(|row| pattern(row, "pattern")).collect();
        rows.sort_unstable_by_key(|(prefix, text, _)| (*prefix, *text));
        let exact = rows.iter().filter(|(prefix, ..)| !prefix).count();
        let mut open: Vec<(usize, &str)> = Vec::new();
        let mut records = Vec::new();
        for (index, (prefix, text, row)) in rows.iter().enumerate() {
            while open.last().is_some_and(|(_, shorter)| !text.starts_with(shorter)) {
                open.pop();
            }
            let parent = open.last().filter(|_| *prefix).map(|(index, _)| *index);
            records.push(self.service(*row, text, parent));
            if *prefix {
                open.push((index, text));
            }
        }
        self.table("SERVICES", "ServiceRow", &records);
        self.rust.push_str(&format!("/// Number of exact patterns at the beginning of `SERVICES`.\npub(super) const EXACT_SERVICES: usize = {exact};\n"));
        let lists = self.pool.lists.iter().map(|layer| format!("LayerId({layer})")).collect::<Vec<_>>();
        self.table("LAYER_LISTS", "LayerId", &lists);
    }

    fn service(&mut self, row: Row<'t>, text: &str, parent: Option<usize>) -> String {
        let model = self.model(row, row.get("model"));
        let layers = self.layer_list(row, row.get("layers"));
        let overrides = self.overrides(row, row.get("overrides"));
        let (fallback, note) = match row.get("notes").strip_prefix("fallback;") {
            Some(rest) => (true, rest.trim()),
            None => (false, row.get("notes")),
        };
        format!(
            "ServiceRow {{ pattern: {}, provider: {}, name: {}, category: {}, note: {}, layers: {}, overrides: {}, model: ModelId({model}), fallback: {fallback}, parent: {} }}",
            self.pool.text(text),
            self.pool.text(row.get("provider")),
            self.pool.text(row.get("service")),
            self.pool.text(row.get("category")),
            self.pool.text(note),
            self.pool.list(&layers),
            overrides_literal(overrides),
            parent.map_or("u16::MAX".to_owned(), |parent| parent.to_string()),
        )
    }

    fn suffixes(&mut self) {
        self.unique("suffixes", "suffix");
        let mut records = Vec::new();
        for row in self.rows("suffixes") {
            let layers = self.layer_list(row, row.get("layers"));
            records.push(format!(
                "Suffix {{ suffix: {:?}, layers: &{}, why: {:?} }}",
                row.get("suffix"),
                list("LayerId", &layers),
                row.get("why")
            ));
        }
        self.table("SUFFIXES", "Suffix", &records);
    }

    fn duties(&mut self) {
        self.unique("duties", "id");
        let mut records = Vec::new();
        for row in self.rows("duties") {
            let layer = self.layer(row, row.get("layer"));
            let models: Vec<usize> = row.get("models").split(',').map(|model| self.model(row, model)).collect();
            let bits: u16 = models.iter().map(|model| 1 << model).sum();
            let sources = self.source_ids(row, row.get("sources"));
            let texts: String = ["id", "duty", "why_not_in_code", "evidence"]
                .iter()
                .map(|column| format!("{column}: {:?}, ", row.get(column)))
                .collect();
            let controls = self.controls_of_duty(row);
            records.push(format!(
                "Duty {{ {texts}layer: LayerId({layer}), models: ModelSet({bits}), sources: {sources}, controls: {controls} }}"
            ));
        }
        self.table("DUTIES", "Duty", &records);
    }

    fn views(&mut self) {
        let mut views: Vec<(&str, Vec<String>)> = Vec::new();
        for row in self.rows("views") {
            let layers = match row.get("layers") {
                "*" => (0..self.layers.len()).collect(),
                words => self.layer_list(row, words),
            };
            let mut owners = String::new();
            for column in ["onprem", "iaas", "paas", "saas"] {
                let owner = match row.get(column) {
                    "-" => None,
                    word => Some(emit::OWNERS[self.owner(row, word)]),
                };
                owners.push_str(&format!("{column}: {}, ", optional(owner)));
            }
            let record = format!(
                "ViewRow {{ name: {:?}, layers: &{}, {owners}sources: {}, note: {:?} }}",
                row.get("row"),
                list("LayerId", &layers),
                self.source(row.get("source")),
                row.get("note")
            );
            match views.last_mut() {
                Some((view, rows)) if *view == row.get("view") => rows.push(record),
                _ => views.push((row.get("view"), vec![record])),
            }
        }
        let records: Vec<String> =
            views.iter().map(|(id, rows)| format!("View {{ id: {id:?}, rows: &[{}] }}", rows.join(", "))).collect();
        self.table("VIEWS", "View", &records);
    }
}

/// Whether the pattern is a prefix, and its text without the `*`.
fn pattern<'t>(row: Row<'t>, column: &str) -> (bool, &'t str, Row<'t>) {
    match row.get(column).strip_suffix('*') {
        Some(prefix) => (true, prefix, row),
        None => (false, row.get(column), row),
    }
}
