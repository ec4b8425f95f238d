//! What `terraform init` left behind: where downloaded modules lie, and which provider versions are locked.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::directory::Access;
use super::read::literal;
use crate::source::access;
use crate::syntax;

/// `.terraform/modules/modules.json`: the directory of each module call, by its path of names joined by `.`.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    directories: HashMap<String, PathBuf>,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "Modules", default)]
    modules: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "Key", default)]
    key: String,
    #[serde(rename = "Dir", default)]
    directory: String,
}

impl Manifest {
    /// Reads the manifest of a root module. One that is not there or not understood holds nothing: its modules count as
    /// not downloaded, which is said where they are called.
    pub(super) fn of(root: &Path, access: &Access) -> Self {
        let path = root.join(".terraform/modules/modules.json");
        let file = access::read_within(&access.read_roots, &path).ok();
        let file = file.and_then(|bytes| serde_json::from_slice::<File>(&bytes).ok());
        let records = file.map(|file| file.modules).unwrap_or_default();
        Self { directories: records.into_iter().map(|record| (record.key, root.join(record.directory))).collect() }
    }

    /// The directory of the module that is called by these names.
    pub(super) fn directory(&self, call_path: &str) -> Option<&Path> {
        self.directories.get(call_path).map(PathBuf::as_path)
    }
}

/// The versions of `.terraform.lock.hcl`, by provider source address. The file is Terraform's own: what cannot be read of
/// it is passed over.
pub(super) fn locked_versions(root: &Path, access: &Access) -> Vec<(String, String)> {
    let Ok(bytes) = access::read_within(&access.read_roots, &root.join(".terraform.lock.hcl")) else {
        return Vec::new();
    };
    let text = String::from_utf8_lossy(&bytes);
    let tree = syntax::parse(&text);
    let tree = tree.view(&text);
    if tree.bodies.is_empty() {
        return Vec::new();
    }
    let providers = tree.blocks_in(tree.root()).filter(|block| tree.kind(*block) == "provider");
    let version = |block| {
        let version = tree.attribute(tree.block(block).body, "version")?;
        Some((tree.label(block, 0)?.to_owned(), literal(tree, version.expr)?))
    };
    providers.filter_map(version).collect()
}
