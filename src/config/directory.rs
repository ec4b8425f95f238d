//! The files of one directory: which of them are configuration, in which order, and their trees.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::module::Problem;
use crate::discover::names::{self, ConfigName};
use crate::source::files::{Kind, View, followed};
use crate::source::{FileKind, Files, ReadError, SourceFile, access};
use crate::syntax::{self, TreeBuf};

/// From these numbers on, files are read and parsed by several threads: below, starting them costs more than it saves.
pub(super) const PARALLEL_FILES: usize = 16;
pub(super) const PARALLEL_BYTES: u64 = 64 << 10;

/// Where a run may read, and how it shows paths. All paths are canonical.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Outside of these nothing is read, but what a person named.
    pub read_roots: Vec<PathBuf>,
    /// What paths are shown relative to.
    pub working_dir: PathBuf,
    /// Where files are read from.
    pub files: Files,
}

impl Access {
    /// A path as it is shown.
    pub fn shown(&self, path: &Path) -> String {
        access::shown(path, &self.working_dir)
    }
}

/// A configuration file by its name.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) path: PathBuf,
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) json: bool,
    pub(super) tofu: bool,
    pub(super) overrides: bool,
}

/// What a directory holds that Terraform reads by itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    /// Configuration files in the order in which they are merged: ordinary ones, then overrides; in both the ones that
    /// only OpenTofu reads last, else by name.
    pub(super) configuration: Vec<Entry>,
    /// `terraform.tfvars`, `terraform.tfvars.json`, then `*.auto.tfvars` and `*.auto.tfvars.json` by name.
    pub(super) automatic: Vec<PathBuf>,
}

impl Listing {
    /// Reads a directory. A `.tf` file with a `.tofu` file of the same name beside it is left out, as OpenTofu does.
    pub(super) fn of(directory: &Path, files: &Files) -> Result<Self, ReadError> {
        let mut listing = Self::default();
        let mut automatic = Vec::new();
        match files {
            Files::Disk => {
                for entry in fs::read_dir(directory)? {
                    let entry = entry?;
                    let name = entry.file_name().to_string_lossy().into_owned();
                    // Terraform takes everything for a file that is no directory, and looks behind no symlink to tell.
                    if is_read(&name) && !entry.file_type()?.is_dir() {
                        let path = entry.path();
                        let size = || fs::metadata(&path).map_or(0, |metadata| metadata.len());
                        listing.take(name, path.clone(), size, &mut automatic);
                    }
                }
            }
            Files::View(view) => listing.take_view(directory, &**view, &mut automatic)?,
        }
        listing.drop_replaced();
        listing.configuration.sort_unstable_by(|a, b| {
            (a.overrides, a.tofu).cmp(&(b.overrides, b.tofu)).then_with(|| a.name.cmp(&b.name))
        });
        automatic.sort_unstable_by(|(a, _), (b, _)| automatic_order(a).cmp(&automatic_order(b)));
        listing.automatic = automatic.into_iter().map(|(_, path)| path).collect();
        Ok(listing)
    }

    fn take_view(
        &mut self,
        directory: &Path,
        view: &dyn View,
        automatic: &mut Vec<(String, PathBuf)>,
    ) -> Result<(), ReadError> {
        for name in view.list(directory)? {
            let path = directory.join(&name);
            let name = name.to_string_lossy().into_owned();
            if is_read(&name) && view.kind(&path).is_some_and(|kind| kind != Kind::Directory) {
                let size = match followed(view, &path) {
                    Some(Kind::File(size)) => size,
                    _ => 0,
                };
                self.take(name, path, || size, automatic);
            }
        }
        Ok(())
    }

    fn take(
        &mut self,
        name: String,
        path: PathBuf,
        size: impl FnOnce() -> u64,
        automatic: &mut Vec<(String, PathBuf)>,
    ) {
        let config = ConfigName::parse(&name);
        let Some(ConfigName { json, tofu, .. }) = config else {
            automatic.push((name, path));
            return;
        };
        let overrides = config.is_some_and(ConfigName::is_override);
        self.configuration.push(Entry { size: size(), path, name, json, tofu, overrides });
    }

    /// Bytes of configuration.
    pub(super) fn size(&self) -> u64 {
        self.configuration.iter().map(|entry| entry.size).sum()
    }

    fn drop_replaced(&mut self) {
        let key = |entry: &Entry| ConfigName::parse(&entry.name).map(|name| (name.stem.to_owned(), entry.json));
        let tofu: HashSet<_> = self.configuration.iter().filter(|entry| entry.tofu).map(key).collect();
        self.configuration.retain(|entry| entry.tofu || !tofu.contains(&key(entry)));
    }
}

/// Whether Terraform reads a file of that name by itself.
fn is_read(name: &str) -> bool {
    ConfigName::parse(name).is_some() || names::is_automatic(name)
}

/// `terraform.tfvars` comes first, `terraform.tfvars.json` next, all others by name.
fn automatic_order(name: &str) -> (u8, &str) {
    match name {
        "terraform.tfvars" => (0, ""),
        "terraform.tfvars.json" => (1, ""),
        other => (2, other),
    }
}

/// A configuration file with its tree.
#[derive(Clone, Debug)]
pub(super) struct ParsedFile {
    pub(super) path: Arc<str>,
    pub(super) text: String,
    pub(super) tree: TreeBuf,
    pub(super) overrides: bool,
}

/// All configuration files of a directory, with what hindered reading.
#[derive(Clone, Debug, Default)]
pub(super) struct ParsedDir {
    pub(super) files: Vec<ParsedFile>,
    /// Files that could not be read.
    pub(super) errors: Vec<Problem>,
    /// Files that may not be read.
    pub(super) warnings: Vec<Problem>,
}

impl ParsedDir {
    /// Reads and parses the files of a listing; many of them, or large ones, on several threads if these have nothing else
    /// to do.
    pub(super) fn parse(listing: &Listing, access: &Access, threads_are_idle: bool) -> Self {
        let entries = &listing.configuration;
        let much = entries.len() >= PARALLEL_FILES || listing.size() >= PARALLEL_BYTES;
        let parse = |entry| read_file(entry, access).map(|file| parse_file(file, entry));
        let files: Vec<_> = if threads_are_idle && much {
            entries.par_iter().map(parse).collect()
        } else {
            entries.iter().map(parse).collect()
        };
        Self::collect(files, entries, access)
    }

    fn collect(
        files: impl IntoIterator<Item = Result<ParsedFile, ReadError>>,
        entries: &[Entry],
        access: &Access,
    ) -> Self {
        let mut parsed = Self::default();
        for (file, entry) in files.into_iter().zip(entries) {
            match file {
                Ok(file) => parsed.files.push(file),
                Err(error) => parsed.note(&error, &access.shown(&entry.path)),
            }
        }
        parsed
    }

    fn note(&mut self, error: &ReadError, path: &str) {
        let problem = Problem::new(format!("{path} was not read: {error}"));
        match error {
            ReadError::Refused => self.warnings.push(problem.help(OUTSIDE_HELP)),
            _ => self.errors.push(problem),
        }
    }
}

/// The way out when something lies outside the read roots.
pub(super) const OUTSIDE_HELP: &str = "give the common directory as PATH or --root";

/// The configuration files of a directory, read but not parsed.
#[derive(Debug)]
pub(super) struct Texts {
    listing: Listing,
    files: Vec<Result<SourceFile, ReadError>>,
}

impl Texts {
    /// Reads the files of a listing.
    pub(super) fn read(listing: Listing, access: &Access) -> Self {
        let files = listing.configuration.iter().map(|entry| read_file(entry, access)).collect();
        Self { listing, files }
    }

    /// The texts that could be read, and whether they are in JSON syntax.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, bool)> {
        let files = self.files.iter().zip(&self.listing.configuration);
        files.filter_map(|(file, entry)| Some((file.as_ref().ok()?.text.as_str(), entry.json)))
    }

    /// Bytes of text.
    pub(super) fn size(&self) -> usize {
        self.texts().map(|(text, _)| text.len()).sum()
    }

    /// Parses them all.
    pub(super) fn parse(self, access: &Access) -> ParsedDir {
        let entries = &self.listing.configuration;
        let files = self.files.into_iter().zip(entries).map(|(file, entry)| Ok(parse_file(file?, entry)));
        ParsedDir::collect(files, entries, access)
    }
}

fn read_file(entry: &Entry, access: &Access) -> Result<SourceFile, ReadError> {
    let bytes = access.files.read_within(&access.read_roots, &entry.path)?;
    Ok(SourceFile::from_bytes(access.shown(&entry.path), bytes, FileKind::Configuration))
}

fn parse_file(file: SourceFile, entry: &Entry) -> ParsedFile {
    let SourceFile { path, text, .. } = file;
    let tree = if entry.json { syntax::json::parse(&text) } else { syntax::parse(&text) };
    ParsedFile { path, text, tree, overrides: entry.overrides }
}
