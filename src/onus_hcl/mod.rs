//! `.onus.hcl`: what users say of their own estate, and what they want of onus.
//!
//! In: a directory. Out: the [`Configuration`] of the nearest file upwards, or everything that is wrong with it. Each kind of
//! block has a file of its own here. The file may come from a stranger's pull request: it is read within bounds, and
//! nothing in it is computed.

mod attest;
mod block;
mod contract;
mod fulfilled;
mod model;
mod service;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

pub use attest::Attestation;
pub use block::short;
pub use contract::{Contract, NOBODY};
pub use fulfilled::Fulfilled;
pub use service::DeclaredService;

use crate::config::Problem;
use crate::responsibility::Adjustments;
use crate::settings::accept::Acceptances;
use crate::source::{FileKind, Files, SourceFile, access};
use crate::syntax::{self, BlockId};
use block::Reader;

/// The name of the file.
pub const FILE_NAME: &str = ".onus.hcl";

/// The largest file that is read, in bytes.
const MAX_SIZE: usize = 256 << 10;

/// The kinds of blocks, each with the function that reads it.
const BLOCKS: [&str; 5] = ["attest", "contract", "fulfilled", "responsibility", "service"];

/// The settings of a run, by name.
pub trait Settings {
    /// The numbers of the family elements that a name means: an id, a family's label, another tool's id.
    fn find(&self, name: &str) -> Vec<u32>;
    /// The name most like one that means nothing.
    fn nearest(&self, name: &str) -> Option<String>;
}

/// What one file says.
#[derive(Debug, Default)]
pub struct Configuration {
    /// The file as people know it.
    pub file: Arc<str>,
    /// Where the model differs from the published one.
    pub model: Arc<Adjustments>,
    /// Duties outside the code that are answered, in written order.
    pub attestations: Vec<Attestation>,
    /// Settings that are met in another repository, in written order.
    pub fulfilled: Vec<Fulfilled>,
    /// Which team answers for which layers, in written order: the first that fits counts.
    pub contracts: Vec<Contract>,
    /// Services that are used and in no code, in written order.
    pub services: Vec<DeclaredService>,
    /// What is worth saying of the file.
    pub warnings: Vec<Problem>,
    directory: PathBuf,
}

/// A file that is not understood.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong with it, in written order; at least one.
    pub problems: Vec<Problem>,
    /// Its text; empty where it could not be read.
    pub text: String,
}

/// Finds which file counts for a directory. A run looks into each directory once.
#[derive(Debug, Default)]
pub struct Finder {
    files: Files,
    known: BTreeMap<PathBuf, Option<PathBuf>>,
}

impl Finder {
    /// One that looks at these files.
    pub fn of(files: Files) -> Self {
        Self { files, known: BTreeMap::new() }
    }

    /// The file that counts for a directory: the nearest one upwards, not beyond the repository that the directory is in,
    /// nor beyond the read roots.
    pub fn nearest(&mut self, directory: &Path, read_roots: &[PathBuf]) -> Option<PathBuf> {
        let mut passed = Vec::new();
        let mut found = None;
        for outer in directory.ancestors().take_while(|outer| access::contains(read_roots, outer)) {
            if let Some(known) = self.known.get(outer) {
                found.clone_from(known);
                break;
            }
            passed.push(outer);
            let file = outer.join(FILE_NAME);
            if self.files.is_file(&file) {
                found = Some(file);
                break;
            }
            if outer.join(".git").exists() {
                break;
            }
        }
        self.known.extend(passed.into_iter().map(|outer| (outer.to_owned(), found.clone())));
        found
    }
}

impl Configuration {
    /// Reads a file inside the read roots. Paths are shown relative to the working directory.
    ///
    /// # Errors
    /// Everything that is wrong with it, in written order, with the text where it could be read.
    pub fn read(
        path: &Path,
        read_roots: &[PathBuf],
        working_dir: &Path,
        settings: &dyn Settings,
        files: &Files,
    ) -> Result<Self, Refused> {
        let shown = access::shown(path, working_dir);
        let failed = |why: &dyn std::fmt::Display| Refused {
            problems: vec![Problem::new(format!("{shown}: {why}"))],
            text: String::new(),
        };
        let bytes = files.read_within(read_roots, path).map_err(|error| failed(&error))?;
        if bytes.len() > MAX_SIZE {
            return Err(failed(&format!("it is larger than {} KiB", MAX_SIZE >> 10)));
        }
        let file = SourceFile::from_bytes(shown.as_str(), bytes, FileKind::Configuration);
        let directory = path.parent().unwrap_or(path).to_owned();
        let read = Self::of(&file, settings);
        let mut read = read.map_err(|problems| Refused { problems, text: file.text })?;
        read.directory = directory;
        Ok(read)
    }

    /// Reads the text of a file.
    fn of(file: &SourceFile, settings: &dyn Settings) -> Result<Self, Vec<Problem>> {
        let tree = syntax::parse(&file.text);
        if !tree.errors.is_empty() {
            let problem = |error: &syntax::SyntaxError| Problem {
                label: error.label.clone(),
                help: error.help.clone(),
                ..Problem::new(error.message.clone()).at(file.locate(error.span))
            };
            return Err(tree.errors.iter().map(problem).collect());
        }
        let tree = tree.view(&file.text);
        let mut reader = Reader { file, tree, problems: Vec::new(), warnings: Vec::new(), settings };
        let mut read = Self { file: Arc::clone(&file.path), ..Self::default() };
        let mut adjustments = Vec::new();
        for attribute in tree.attributes(tree.root()) {
            let message = format!("unknown argument `{}`", block::short(tree.text(attribute.name)));
            reader.error(attribute.name_span, message, Some(format!("blocks are {}", BLOCKS.join(", "))));
        }
        let blocks: Vec<BlockId> = tree.blocks_in(tree.root()).collect();
        for id in blocks {
            if reader.is_hopeless() {
                break;
            }
            match tree.kind(id) {
                "attest" => attest::read(&mut reader, id, &mut read),
                "contract" => contract::read(&mut reader, id, &mut read),
                "fulfilled" => fulfilled::read(&mut reader, id, &mut read),
                "responsibility" => model::read(&mut reader, id, &mut adjustments),
                "service" => service::read(&mut reader, id, &mut read),
                kind => reader.unknown(tree.block(id).kind_span, "block", kind, BLOCKS.into_iter()),
            }
        }
        if !reader.problems.is_empty() {
            reader.problems.sort_by_key(|problem| problem.location.as_ref().map(|at| at.span.start));
            return Err(reader.problems);
        }
        read.model = Arc::new(Adjustments::new(adjustments));
        read.warnings = reader.warnings;
        Ok(read)
    }

    /// What counts in a root module on that day: findings that are met elsewhere.
    pub fn acceptances(&self, root: &Path, day: Date) -> Acceptances {
        let below = self.below(root);
        let in_force = self.fulfilled.iter().filter(|it| it.counts_on(day));
        in_force.filter_map(|fulfilled| fulfilled.accepts(&below)).collect()
    }

    /// The contracts that speak of a root module, by their places in the list.
    pub fn contracts_in(&self, root: &Path) -> Vec<u32> {
        let below = self.below(root);
        (0..).zip(&self.contracts).filter(|(_, contract)| contract.holds_in(&below)).map(|(index, _)| index).collect()
    }

    /// The directory of a root module, relative to the file's.
    fn below(&self, root: &Path) -> String {
        access::slashed(root.strip_prefix(&self.directory).unwrap_or(root))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nothing;

    impl Settings for Nothing {
        fn find(&self, _: &str) -> Vec<u32> {
            vec![0]
        }

        fn nearest(&self, _: &str) -> Option<String> {
            None
        }
    }

    /// Whatever is missing of a file, all that is wrong is told with its place, and nothing panics.
    #[test]
    fn a_damaged_file_ends_in_errors_with_places() {
        let documented = include_str!("../../docs/configuration.md");
        let blocks = documented.split("```hcl\n").skip(1).filter_map(|rest| rest.split("```").next());
        let text = blocks.collect::<Vec<_>>().join("\n");
        let read = |text: String| Configuration::of(&SourceFile::new("x", text, FileKind::Configuration), &Nothing);
        let whole = read(text.clone()).expect("the documentation is right");
        assert_eq!((whole.model.iter().len(), whole.services.len(), whole.fulfilled.len()), (3, 1, 1));
        assert_eq!(whole.contracts.len(), 2);
        let mut refused = 0;
        for (at, char) in text.char_indices() {
            let without = text[..at].to_owned() + &text[at + char.len_utf8()..];
            let (doubled, cut) = (format!("{}{}", &text[..at], &text[at..].repeat(2)), text[..at].to_owned());
            for damaged in [without, doubled, cut] {
                if let Err(problems) = read(damaged) {
                    refused += 1;
                    assert!(problems.iter().all(|problem| problem.location.is_some()) && !problems.is_empty());
                }
            }
        }
        assert!(refused > text.len(), "{refused} of {} texts are refused", 3 * text.len());
    }
}
