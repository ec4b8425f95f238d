//! The stores: types that hold data, and what keeps it when one is destroyed. Every path is looked up in the schemas.

use super::Compiler;
use super::table::Row;
use crate::schema::facts;
use crate::schema::path::resolve_path;

/// How a guard compares, the longer signs first, with the variants of `Comparison`.
const COMPARISONS: [(&str, &str); 3] = [("!=", "IsNot"), ("==", "IsWritten"), ("=", "Is")];

impl<'t> Compiler<'t> {
    /// Sorted by type.
    pub(super) fn stores(&mut self) {
        self.unique("stores", "type");
        let mut rows: Vec<Row<'t>> = self.rows("stores").collect();
        rows.sort_unstable_by_key(|row| row.get("type"));
        let mut records = Vec::new();
        for row in rows {
            let type_name = row.get("type");
            if facts::resource(type_name).is_none() {
                row.problem(&mut self.problems, format_args!("no schema has the type {type_name:?}"));
            }
            for column in ["holds", "source"] {
                if row.get(column).is_empty() {
                    row.problem(&mut self.problems, format_args!("{column} is empty"));
                }
            }
            let (refuses, keeps) = (self.guards(row, "refuses"), self.guards(row, "keeps"));
            records.push(format!(
                "Store {{ type_name: {type_name:?}, holds: {:?}, refuses: &[{refuses}], keeps: &[{keeps}], note: {:?}, source: {:?} }}",
                row.get("holds"),
                row.get("note"),
                row.get("source")
            ));
        }
        self.table("STORES", "Store", &records);
    }

    /// `deletion_protection=true provider.features.x==false`
    fn guards(&mut self, row: Row<'t>, column: &str) -> String {
        let mut guards = String::new();
        for word in row.get(column).split_whitespace() {
            let found = COMPARISONS.iter().find_map(|(sign, name)| Some((word.split_once(sign)?, name)));
            let Some(((path, value), comparison)) = found else {
                row.problem(&mut self.problems, format_args!("{word:?} is not of the form attribute=value"));
                continue;
            };
            self.guard_path(row, path);
            guards.push_str(&format!(
                "Guard {{ path: {path:?}, comparison: Comparison::{comparison}, value: {value:?} }}, "
            ));
        }
        guards
    }

    fn guard_path(&mut self, row: Row<'t>, path: &str) {
        let type_name = row.get("type");
        let (schema, path) = match path.strip_prefix("provider.") {
            Some(path) => (facts::provider_config(type_name.split('_').next().unwrap_or_default()), path),
            None => (facts::resource(type_name), path),
        };
        let names: Vec<&str> = path.split('.').collect();
        let Some(Err(error)) = schema.map(|schema| resolve_path(schema.root(), &names)) else { return };
        let nearest = error.nearest.map(|nearest| format!("; nearest: {nearest}")).unwrap_or_default();
        row.problem(&mut self.problems, format_args!("{type_name} has no {path:?} in any major version{nearest}"));
    }
}
