//! `.onus.hcl`: what users say of their own estate, and what they want of onus.
//!
//! In: a directory. Out: the [`Configuration`] of the nearest file upwards, or everything that is wrong with it. Each kind of
//! block has a file of its own here. The file may come from a stranger's pull request: it is read within bounds, and
//! nothing in it is computed.

mod attest;
mod block;
mod fulfilled;
mod model;
mod service;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

pub use attest::Attestation;
pub use fulfilled::Fulfilled;
pub use service::DeclaredService;

use crate::config::Problem;
use crate::responsibility::Adjustments;
use crate::settings::accept::Acceptances;
use crate::source::{FileKind, SourceFile, access};
use crate::syntax::{self, BlockId};
use block::Reader;

/// The name of the file.
pub const FILE_NAME: &str = ".onus.hcl";

/// The largest file that is read, in bytes.
const MAX_SIZE: usize = 256 << 10;

/// The kinds of blocks, each with the function that reads it.
const BLOCKS: [&str; 4] = ["attest", "fulfilled", "responsibility", "service"];

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

/// The file that counts for a directory: the nearest one upwards, not beyond the repository that the directory is in, nor
/// beyond the read roots.
pub fn nearest(directory: &Path, read_roots: &[PathBuf]) -> Option<PathBuf> {
    let inside = directory.ancestors().take_while(|outer| access::contains(read_roots, outer));
    for outer in inside {
        let file = outer.join(FILE_NAME);
        if file.is_file() {
            return Some(file);
        }
        if outer.join(".git").exists() {
            break;
        }
    }
    None
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
    ) -> Result<Self, Refused> {
        let shown = access::shown(path, working_dir);
        let failed = |why: &dyn std::fmt::Display| Refused {
            problems: vec![Problem::new(format!("{shown}: {why}"))],
            text: String::new(),
        };
        let bytes = access::read_within(read_roots, path).map_err(|error| failed(&error))?;
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
        let below = root.strip_prefix(&self.directory).unwrap_or(root);
        let below = access::slashed(below);
        let in_force = self.fulfilled.iter().filter(|it| it.counts_on(day));
        in_force.filter_map(|fulfilled| fulfilled.accepts(&below)).collect()
    }
}
