//! What `terraform init` left behind: where downloaded modules lie, which workspace is selected, and which provider
//! versions are locked.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::directory::Access;
use super::inputs::Inputs;
use super::read::literal;
use crate::source::ReadError;
use crate::syntax;

/// The directory in which Terraform keeps what belongs to a root module: `.terraform`, or what TF_DATA_DIR names.
pub(super) struct DataDir<'i> {
    root: &'i Path,
    named: Option<&'i Path>,
}

impl<'i> DataDir<'i> {
    pub(super) fn of(root: &'i Path, inputs: &'i Inputs) -> Self {
        Self { root, named: inputs.data_dir.as_deref() }
    }

    /// A file of it. One that a person named may be read wherever it lies.
    fn read(&self, path: &str, access: &Access) -> Result<Vec<u8>, ReadError> {
        match self.named {
            Some(named) => access.files.read(&self.root.join(named).join(path)),
            None => access.files.read_within(&access.read_roots, &self.root.join(".terraform").join(path)),
        }
    }

    /// The workspace that `terraform workspace select` noted.
    pub(super) fn workspace(&self, access: &Access) -> Option<String> {
        let bytes = self.read("environment", access).ok()?;
        let name = String::from_utf8(bytes).ok()?;
        Some(name.trim().to_owned()).filter(|name| !name.is_empty())
    }

    /// The manifest of downloaded modules. One that is not there or not understood holds nothing: its modules count as
    /// not downloaded, which is said where they are called.
    pub(super) fn manifest(&self, access: &Access) -> Manifest {
        let file = self.read("modules/modules.json", access).ok();
        let file = file.and_then(|bytes| serde_json::from_slice::<File>(&bytes).ok());
        let records = file.map(|file| file.modules).unwrap_or_default();
        let module = |record: Record| {
            // Windows writes backslashes.
            let directory = self.root.join(record.directory.replace('\\', "/"));
            (record.key, Downloaded { directory, source: record.source, version: record.version })
        };
        Manifest { modules: records.into_iter().map(module).collect() }
    }
}

/// `modules/modules.json`: what was downloaded for each module call, by its path of names joined by `.`.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    modules: HashMap<String, Downloaded>,
}

/// A module that was downloaded once; it may be gone again, or be of another call by now.
#[derive(Debug)]
pub(super) struct Downloaded {
    pub(super) directory: PathBuf,
    /// Where it came from, as `terraform init` understood the call.
    pub(super) source: String,
    /// Which version was chosen; only modules of registries have one.
    pub(super) version: Option<String>,
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
    #[serde(rename = "Source", default)]
    source: String,
    #[serde(rename = "Version", default)]
    version: Option<String>,
    #[serde(rename = "Dir", default)]
    directory: String,
}

impl Manifest {
    /// What was downloaded for the module that is called by these names.
    pub(super) fn module(&self, call_path: &str) -> Option<&Downloaded> {
        self.modules.get(call_path)
    }
}

impl Downloaded {
    /// Whether it was downloaded for this source. Terraform notes a source in its full form (`example.com/x` becomes
    /// `git::https://example.com/x.git`, a registry module gets its host), older versions as it was written.
    pub(super) fn is_of(&self, source: &str) -> bool {
        let (noted, noted_inner) = split(&self.source);
        let (called, called_inner) = split(source);
        let same = noted == called
            || noted.strip_suffix(called.as_str()).is_some_and(|host| {
                host.strip_suffix('/').is_some_and(|host| host.contains('.') && !host.contains('/'))
            });
        let same_inner = match (noted_inner, called_inner) {
            (Some(noted), Some(called)) => noted == called,
            _ => true,
        };
        self.source.is_empty() || (same && same_inner)
    }
}

/// A module source as package and directory inside it, both without what may be written or left out.
fn split(source: &str) -> (String, Option<String>) {
    let source = source.split_once("::").map_or(source, |(_, rest)| rest);
    let (source, query) = source.split_once('?').unwrap_or((source, ""));
    let (schema, path) = source.split_once("://").unwrap_or(("", source));
    let (package, inner) = path.split_once("//").map_or((path, None), |(package, inner)| (package, Some(inner)));
    let (user, package) = package.rsplit_once('@').unwrap_or(("", package));
    // `git@host:path` is how ssh writes it.
    let package = match package.split_once(':') {
        Some((host, path)) if !user.is_empty() && schema.is_empty() => format!("{host}/{path}"),
        _ => package.to_owned(),
    };
    let package = package.trim_end_matches('/').trim_end_matches(".git").to_ascii_lowercase();
    let reference = query.split('&').find(|part| part.starts_with("ref=")).unwrap_or_default();
    (format!("{package}{reference}"), inner.map(|inner| inner.trim_matches('/').to_owned()))
}

/// The versions of `.terraform.lock.hcl`, by provider source address. The file is Terraform's own: what cannot be read of
/// it is passed over.
pub(super) fn locked_versions(root: &Path, access: &Access) -> Vec<(String, String)> {
    let Ok(bytes) = access.files.read_within(&access.read_roots, &root.join(".terraform.lock.hcl")) else {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_known_in_the_forms_that_terraform_notes() {
        let is_of = |noted: &str, source: &str| {
            Downloaded { directory: PathBuf::new(), source: noted.to_owned(), version: None }.is_of(source)
        };
        for (noted, source) in [
            ("acme/vpc/aws", "acme/vpc/aws"),
            ("registry.example.com/acme/vpc/aws", "acme/vpc/aws"),
            ("registry.example.com/acme/iam/aws//modules/role", "acme/iam/aws//modules/role"),
            ("git::https://example.com/o/r.git?ref=v1", "example.com/o/r?ref=v1"),
            ("git::https://example.com/o/r.git//sub?ref=v1", "git::https://example.com/o/r.git//sub?ref=v1"),
            ("git::ssh://git@example.com/o/r.git", "git@example.com:o/r.git"),
        ] {
            assert!(is_of(noted, source), "{noted} is {source}");
        }
        for (noted, source) in [
            ("registry.example.com/acme/vpc/aws", "acme/vpc/google"),
            ("registry.example.com/acme/iam/aws//modules/role", "acme/iam/aws//modules/user"),
            ("git::https://example.com/o/r.git?ref=v1", "git::https://example.com/o/r.git?ref=v2"),
            ("./x", "acme/vpc/aws"),
        ] {
            assert!(!is_of(noted, source), "{noted} is not {source}");
        }
    }
}
