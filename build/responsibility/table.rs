//! Tab-separated tables: a header line, then one row a line; no quotes. Every problem is told with file and line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::schema::path::nearest;

/// What is wrong with the data, one sentence each: `rules/…/services.tsv:12: no model "pass"; nearest: paas`.
#[derive(Debug, Default)]
pub(crate) struct Problems(pub(crate) Vec<String>);

/// One row, with its place.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    table: &'t Table<'t>,
    cells: &'t [&'t str],
    /// The line in its file, counted from 1.
    pub(crate) line: usize,
}

/// One file.
pub(crate) struct Table<'t> {
    path: String,
    columns: BTreeMap<&'t str, usize>,
    rows: Vec<(usize, Vec<&'t str>)>,
}

impl Problems {
    /// Notes a problem of a file's line.
    pub(crate) fn add(&mut self, path: &str, line: usize, what: impl std::fmt::Display) {
        self.0.push(format!("{path}:{line}: {what}"));
    }
}

impl<'t> Table<'t> {
    /// Reads a table that must have exactly these columns.
    pub(crate) fn parse(path: &str, text: &'t str, columns: &[&str], problems: &mut Problems) -> Self {
        let mut lines = text.lines().enumerate();
        let header: Vec<&str> = lines.next().map(|(_, line)| line.split('\t').collect()).unwrap_or_default();
        if header != columns {
            problems.add(path, 1, format_args!("the columns must be {}", columns.join(", ")));
        }
        let mut rows = Vec::new();
        for (index, line) in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() == columns.len() && header == columns {
                rows.push((index + 1, cells));
            } else if header == columns {
                let found = cells.len();
                problems.add(path, index + 1, format_args!("{found} cells, {} are needed", columns.len()));
            }
        }
        let columns = header.into_iter().enumerate().map(|(index, name)| (name, index)).collect();
        Self { path: path.to_owned(), columns, rows }
    }

    /// The rows in written order.
    pub(crate) fn rows(&'t self) -> impl Iterator<Item = Row<'t>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, cells, line: *line })
    }
}

impl<'t> Row<'t> {
    /// The cell of a column.
    pub(crate) fn get(&self, column: &str) -> &'t str {
        self.cells[self.table.columns[column]]
    }

    /// Notes a problem of this row.
    pub(crate) fn problem(&self, problems: &mut Problems, what: impl std::fmt::Display) {
        problems.add(&self.table.path, self.line, what);
    }

    /// The place of a word in a list of known ones; a problem, and 0, if it is none.
    pub(crate) fn word(&self, what: &str, word: &str, known: &[&str], problems: &mut Problems) -> usize {
        if let Some(index) = known.iter().position(|known| *known == word) {
            return index;
        }
        let mut sentence = format!("no {what} {word:?}");
        if let Some(nearest) = nearest(word, known.iter().copied()) {
            let _ = write!(sentence, "; nearest: {nearest}");
        }
        self.problem(problems, sentence);
        0
    }
}
