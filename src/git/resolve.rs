//! From the name of a commit to the commit, and to where its history and HEAD's part.

use super::{Commit, GitError, Repository};
use crate::discover::nearest_word;

/// So many commits of a shallow clone are counted.
const MAX_COUNTED: usize = 10_000;

pub(super) fn commit(repository: &Repository, name: &str) -> Result<Commit, GitError> {
    let local = repository.local();
    let id = find(&local, name)?;
    repository.commit(&local, id)
}

pub(super) fn fork_point(repository: &Repository, name: &str) -> Result<Commit, GitError> {
    let local = repository.local();
    let id = find(&local, name)?;
    let head = local.head().ok().and_then(|mut head| head.try_peel_to_id().ok()?).ok_or(GitError::Empty)?.detach();
    // A clone of one commit still knows the names of its parents: that of the merge that a pull request is checked out as.
    let is_parent = || local.find_commit(head).is_ok_and(|head| head.parent_ids().any(|parent| parent == id));
    if id == head || is_parent() {
        return repository.commit(&local, id);
    }
    match local.merge_base(head, id) {
        Ok(Some(base)) => repository.commit(&local, base.detach()),
        _ if local.is_shallow().unwrap_or(false) => Err(shallow(&local, name)),
        Ok(None) => Err(GitError::Unrelated),
        Err(error) => Err(repository.unreadable(&error)),
    }
}

fn find(repository: &gix::Repository, name: &str) -> Result<gix::ObjectId, GitError> {
    let Ok(id) = repository.rev_parse_single(name) else {
        if repository.is_shallow().unwrap_or(false) {
            return Err(shallow(repository, name));
        }
        if repository.head().is_ok_and(|head| head.is_unborn()) {
            return Err(GitError::Empty);
        }
        return Err(GitError::Unknown { nearest: nearest(repository, name) });
    };
    let Ok(object) = id.object() else { return Err(missing(repository, name)) };
    let object = object.peel_to_kind(gix::object::Kind::Commit).map_err(|_| GitError::NoCommit)?;
    Ok(object.id)
}

fn missing(repository: &gix::Repository, name: &str) -> GitError {
    if repository.is_shallow().unwrap_or(false) {
        return shallow(repository, name);
    }
    GitError::Unknown { nearest: None }
}

fn shallow(repository: &gix::Repository, name: &str) -> GitError {
    let commits = repository.head_id().ok().and_then(|head| head.ancestors().all().ok());
    let commits = commits.map_or(0, |walk| walk.take(MAX_COUNTED).filter(Result::is_ok).count());
    let fetch = match name.split_once('/') {
        Some(("origin", branch)) => format!("origin {branch}"),
        _ if name.starts_with("HEAD") || name.contains(['~', '^', '@', ':']) => "origin".to_owned(),
        _ => format!("origin {name}"),
    };
    GitError::Shallow { commits, fetch }
}

/// The branch or tag whose name is nearest.
fn nearest(repository: &gix::Repository, name: &str) -> Option<String> {
    let references = repository.references().ok()?;
    let mut names: Vec<String> =
        references.all().ok()?.flatten().map(|reference| reference.name().shorten().to_string()).collect();
    names.sort_unstable();
    nearest_word(name, names.iter().map(String::as_str)).map(str::to_owned)
}
