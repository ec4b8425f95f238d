//! Estates for benches: written by benches/generate.py, the same on every machine.
#![allow(dead_code, reason = "each bench uses its part")]
#![expect(clippy::expect_used, clippy::print_stderr, reason = "a bench stops loudly where it cannot measure")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bumpalo::Bump;
use onus::config::{Inputs, Program, Scan, load};
use onus::discover::{Options, discover};
use tempfile::TempDir;

/// Sizes of the estates: root modules and resources.
pub(crate) const SIZES: [(u32, u32); 2] = [(10, 300), (30, 1000)];

/// A generated estate.
pub(crate) struct Estate {
    /// `300`, its number of resources.
    pub(crate) name: String,
    /// Where it lies: outside of any repository, whose `.gitignore` would count. Removed in the end.
    pub(crate) directory: TempDir,
    /// The text of its configuration and variable files, in the order of their paths.
    pub(crate) texts: Vec<String>,
    /// The length of all texts, in bytes: what throughput is measured by.
    pub(crate) bytes: u64,
}

/// The estates of all sizes. Says why and stops if they cannot be written.
pub(crate) fn estates() -> Vec<Estate> {
    SIZES.iter().map(|(modules, resources)| Estate::generate(*modules, *resources, &[])).collect()
}

impl Estate {
    /// One that has resources of AWS only.
    pub(crate) fn of_aws(modules: u32, resources: u32) -> Self {
        Self::generate(modules, resources, &["--cloud", "aws"])
    }

    fn generate(modules: u32, resources: u32, more: &[&str]) -> Self {
        let directory = tempfile::tempdir().expect("there is a directory for temporary files");
        let status = Command::new("python3")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/generate.py"))
            .args(["--seed", "1", "--modules", &modules.to_string(), "--resources", &resources.to_string()])
            .args(more)
            .arg("--out")
            .arg(directory.path())
            .stdout(std::process::Stdio::null())
            .status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => stop(&format!("benches/generate.py ended with {status}")),
            Err(error) => {
                stop(&format!("the estates are written by benches/generate.py, which needs python3: {error}"))
            }
        }
        let mut paths = Vec::new();
        collect(directory.path(), &mut paths);
        paths.sort();
        let texts: Vec<String> =
            paths.iter().map(|path| fs::read_to_string(path).expect("the generator writes UTF-8")).collect();
        let bytes = texts.iter().map(|text| text.len() as u64).sum();
        Self { name: resources.to_string(), directory, texts, bytes }
    }

    /// Its root modules, loaded.
    pub(crate) fn programs(&self) -> Vec<Program> {
        let directory = self.directory.path().to_owned();
        let options = Options { working_dir: directory.clone(), ..Options::default() };
        let scan = Scan::of(&discover(&[directory], &options).expect("the estate has root modules"));
        scan.roots.iter().map(|root| load(root, &Inputs::default(), &scan.cache)).collect()
    }
}

/// Evaluates a root module into an arena of its own and hands it to `then`.
pub(crate) fn with_evaluation<T>(
    program: &Program,
    then: impl for<'a> FnOnce(&'a Bump, &onus::eval::Evaluation<'a>) -> T,
) -> T {
    let arena = Bump::new();
    let evaluation = onus::eval::evaluate(&arena, program, &onus::eval::Options::default());
    then(&arena, &evaluation)
}

fn collect(directory: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("the directory was just written") {
        let path = entry.expect("the directory was just written").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|end| end == "tf" || end == "tfvars") {
            paths.push(path);
        }
    }
}

fn stop(why: &str) -> ! {
    eprintln!("not measured: {why}");
    std::process::exit(1)
}
