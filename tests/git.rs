//! What git knows of a directory, read from repositories that are written here without a git program.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::sync::Arc;

use common::git::{GitRepo, repo, repo_of_sha256};
use onus::git::{GitError, Repository};
use onus::source::{Files, ReadError};

const TF: &str = "resource \"aws_sqs_queue\" \"jobs\" {}\n";

fn opened(repo: &GitRepo) -> Repository {
    Repository::around(repo.path()).unwrap()
}

#[test]
fn head_has_a_name_and_a_time() {
    for repo in [repo(), repo_of_sha256()] {
        repo.write("live/main.tf", TF);
        let inside = Repository::around(&repo.path().join("live")).unwrap();
        assert_eq!(inside.head().unwrap(), None, "nothing is committed yet");
        assert_eq!(inside.fork_point("HEAD"), Err(GitError::Empty));
        let id = repo.commit();
        let head = inside.head().unwrap().unwrap();
        assert_eq!((&*head.id, head.seconds, head.short()), (&*id, 1_700_000_060, &id[..7]));
        assert_eq!(inside.work_dir(), Some(repo.path()));
    }
}

#[test]
fn a_directory_without_git_and_one_that_only_looks_like_it() {
    let directory = tempfile::tempdir().unwrap();
    let error = Repository::around(directory.path()).err().unwrap();
    assert!(matches!(error, GitError::NoRepository { .. }), "{error:?}");
    let repo = repo();
    repo.write("main.tf", TF).commit();
    std::fs::write(repo.path().join(".git/config"), "[core\n").unwrap();
    let error = Repository::around(repo.path()).err().unwrap();
    assert!(matches!(error, GitError::Unreadable { .. }), "{error:?}");
}

#[test]
fn files_that_changed_or_came_make_a_tree_dirty_and_ignored_ones_do_not() {
    let repo = repo();
    repo.write(".gitignore", "*.secret.tfvars\nscratch/\n")
        .write("live/main.tf", TF)
        .write("README", "text\n")
        .commit();
    let git = opened(&repo);
    let live = repo.path().join("live");
    let is_dirty = || (git.is_dirty(&[]).unwrap(), git.is_dirty(&[&live]).unwrap());
    assert_eq!(is_dirty(), (false, false));
    repo.write("live/my.secret.tfvars", "a = 1\n").write("scratch/x.tf", TF).write("live/notes.txt", "");
    repo.write("live/.terraform/modules/vpc/main.tf", TF);
    assert_eq!(is_dirty(), (false, false), "ignored, or nothing that Terraform reads");
    repo.write("README", "other\n");
    assert_eq!(is_dirty(), (true, false), "a tracked file, but not of the directory");
    repo.write("README", "text\r\n");
    assert_eq!(is_dirty(), (false, false), "line endings as a checkout writes them");
    repo.write("live/prod.tfvars", "a = 1\n");
    assert_eq!(is_dirty(), (true, true), "a new file of Terraform");
    repo.remove("live/prod.tfvars").remove("live/main.tf");
    assert_eq!(is_dirty(), (true, true), "a file that is gone");
}

#[test]
fn what_is_staged_makes_a_tree_dirty() {
    let repo = repo();
    repo.write("main.tf", TF).commit();
    let first = opened(&repo).head().unwrap().unwrap().id;
    repo.write("main.tf", "locals {}\n").commit();
    assert!(!opened(&repo).is_dirty(&[]).unwrap());
    repo.point("refs/heads/main", &first);
    assert!(opened(&repo).is_dirty(&[]).unwrap(), "HEAD went back, index and files did not");
}

#[test]
fn commits_are_found_by_every_kind_of_name() {
    let repo = repo();
    let first = repo.write("main.tf", TF).commit();
    let second = repo.write("main.tf", "").commit();
    repo.point("refs/tags/v1", &first).point("refs/remotes/origin/main", &first);
    let git = opened(&repo);
    for name in ["HEAD~1", "v1", "origin/main", "refs/tags/v1", &first, &first[..10]] {
        assert_eq!(git.resolve(name).unwrap().id, first, "{name}");
    }
    assert_eq!(git.resolve("main").unwrap().id, second);
    let near = |name: &str| match git.resolve(name) {
        Err(GitError::Unknown { nearest }) => nearest,
        other => panic!("{other:?}"),
    };
    assert_eq!(near("origin/mian").as_deref(), Some("origin/main"));
    assert_eq!(near("something-else"), None);
    assert_eq!(near("0123456789"), None);
    assert_eq!(git.resolve("HEAD:main.tf"), Err(GitError::NoCommit));
}

#[test]
fn a_pull_request_is_judged_from_where_it_left_the_branch() {
    let repo = repo();
    let fork = repo.write("main.tf", TF).commit();
    let ahead = repo.write("other.tf", TF).commit_to("trunk", &[&fork]);
    repo.remove("other.tf").write("main.tf", "locals {}\n").commit();
    let alone = repo.commit_to("alone", &[]);
    let git = opened(&repo);
    assert_eq!(git.fork_point("trunk").unwrap().id, fork);
    assert_eq!(git.resolve("trunk").unwrap().id, ahead);
    assert_eq!(git.fork_point("HEAD~1").unwrap().id, fork);
    assert_eq!(git.fork_point(&alone), Err(GitError::Unrelated));
}

#[test]
fn a_clone_of_one_commit_says_how_to_get_more() {
    let repo = repo();
    let first = repo.write("main.tf", TF).commit();
    let second = repo.write("main.tf", "").commit();
    repo.shallow(&second);
    let git = opened(&repo);
    for (name, fetch) in [("origin/main", "origin main"), (&*first, &*format!("origin {first}")), ("HEAD~1", "origin")]
    {
        let error = git.fork_point(name).unwrap_err();
        assert_eq!(error, GitError::Shallow { commits: 1, fetch: fetch.to_owned() }, "{name}");
        assert_eq!(error.to_string(), "this clone does not have that commit");
        let help =
            format!("it is shallow (1 commit): fetch-depth: 0 in actions/checkout, or\ngit fetch --depth=100 {fetch}");
        assert_eq!(error.help(), Some(help));
    }
    assert_eq!(git.fork_point("HEAD").unwrap().id, second);
}

#[test]
fn a_shallow_merge_still_knows_what_it_was_merged_with() {
    let repo = repo();
    let root = repo.write("main.tf", TF).commit();
    let trunk = repo.write("a.tf", TF).commit_to("trunk", &[&root]);
    let merge = repo.write("b.tf", TF).commit_to("merged", &[&trunk, &root]);
    repo.point("refs/heads/main", &merge);
    std::fs::write(repo.path().join(".git/shallow"), format!("{merge}\n{trunk}\n")).unwrap();
    assert_eq!(opened(&repo).fork_point("trunk").unwrap().id, trunk);
}

#[test]
fn a_linked_working_tree_is_read_through_its_git_file() {
    let repo = repo();
    let id = repo.write("main.tf", TF).commit();
    let linked = tempfile::tempdir().unwrap();
    let path = linked.path().canonicalize().unwrap();
    let private = repo.path().join(".git/worktrees/linked");
    std::fs::create_dir_all(&private).unwrap();
    std::fs::write(private.join("HEAD"), format!("{id}\n")).unwrap();
    std::fs::write(private.join("commondir"), "../..\n").unwrap();
    std::fs::write(private.join("gitdir"), format!("{}\n", path.join(".git").display())).unwrap();
    std::fs::write(path.join(".git"), format!("gitdir: {}\n", private.display())).unwrap();
    let git = Repository::around(&path).unwrap();
    assert_eq!(git.work_dir(), Some(&*path));
    assert_eq!(git.head().unwrap().unwrap().id, id);
}

#[test]
fn nothing_that_a_repository_configures_is_run() {
    let repo = repo();
    repo.write(".gitattributes", "*.tf filter=evil\n").write("main.tf", TF).commit();
    let mark = repo.path().join("mark");
    let touch = format!("touch {}", mark.display());
    let config = format!(
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tfsmonitor = {touch}\n\
         [filter \"evil\"]\n\tclean = {touch}\n\tsmudge = {touch}\n\tprocess = {touch}\n\trequired = true\n"
    );
    std::fs::write(repo.path().join(".git/config"), config).unwrap();
    repo.write("main.tf", "locals {}\n");
    let git = opened(&repo);
    assert!(git.is_dirty(&[]).unwrap());
    git.fork_point("HEAD").unwrap();
    assert!(!mark.exists());
}

/// The files of HEAD, with what is read of them.
fn files_of_head(repo: &GitRepo) -> Files {
    let git = opened(repo);
    let head = git.head().unwrap().unwrap();
    Files::View(Arc::new(git.files_of(&head).unwrap()))
}

#[test]
fn the_files_of_a_commit_are_read_in_the_place_of_those_of_the_working_tree() {
    for repo in [repo(), repo_of_sha256()] {
        repo.write(".gitignore", "secret.tfvars\n").write("live/main.tf", TF).write("gone.tf", TF).commit();
        repo.write("live/main.tf", "changed").remove("gone.tf").write("live/new.tf", TF);
        repo.write("live/secret.tfvars", "a = 1\n").write("live/.terraform/modules/modules.json", "{}");
        let files = files_of_head(&repo);
        let read = |path: &str| files.read_within(&[repo.path().to_owned()], &repo.path().join(path));
        assert_eq!(read("live/main.tf"), Ok(TF.as_bytes().to_vec()));
        assert_eq!(read("gone.tf"), Ok(TF.as_bytes().to_vec()));
        assert_eq!(read("live/new.tf"), Err(ReadError::Missing), "neither committed nor ignored");
        assert_eq!(read("live/secret.tfvars"), Ok(b"a = 1\n".to_vec()), "ignored, so the same on both sides");
        assert_eq!(read("live/.terraform/modules/modules.json"), Ok(b"{}".to_vec()));
        assert_eq!(read("live/../live/./main.tf"), Ok(TF.as_bytes().to_vec()));
        assert_eq!(read("live"), Err(ReadError::NotRegular));
        assert_eq!(read("live/main.tf/x"), Err(ReadError::Missing));
        assert!(files.is_dir(&repo.path().join("live")) && files.is_file(&repo.path().join("gone.tf")));
        let Files::View(view) = &files else { panic!("it is one") };
        let mut names = view.list(&repo.path().join("live")).unwrap();
        names.sort();
        assert_eq!(names, [".terraform", "main.tf", "secret.tfvars"]);
    }
}

#[cfg(unix)]
#[test]
fn symlinks_of_a_commit_lead_nowhere_outside_of_it() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().canonicalize().unwrap().join("secret");
    std::fs::write(&secret, "s").unwrap();
    let repo = repo();
    repo.write("shared/a.tf", TF).link("../shared/a.tf", "live/in.tf").link("../shared", "live/dir");
    repo.link(secret.to_str().unwrap(), "live/out.tf").link("/etc/hostname", "live/etc.tf");
    repo.link("../../../../../../etc/hostname", "live/up.tf").link("b", "live/a").link("a", "live/b");
    repo.commit();
    repo.remove("live").remove("shared");
    let files = files_of_head(&repo);
    let read = |path: &str| files.read_within(&[repo.path().to_owned()], &repo.path().join(path));
    assert_eq!(read("live/in.tf"), Ok(TF.as_bytes().to_vec()));
    assert_eq!(read("live/dir/a.tf"), Ok(TF.as_bytes().to_vec()));
    for path in ["live/out.tf", "live/etc.tf", "live/up.tf"] {
        assert_eq!(read(path), Err(ReadError::Refused), "{path}");
    }
    assert!(matches!(read("live/a"), Err(ReadError::System(_))));
}

#[test]
fn a_file_that_was_ignored_and_is_committed_by_now_is_new() {
    let repo = repo();
    repo.write(".gitignore", "*.auto.tfvars\n").write("main.tf", TF).commit();
    let first = opened(&repo).head().unwrap().unwrap();
    repo.write("x.auto.tfvars", "a = 1\n");
    let before = Files::View(Arc::new(opened(&repo).files_of(&first).unwrap()));
    assert!(before.is_file(&repo.path().join("x.auto.tfvars")), "it is there whatever the commit");
    repo.write(".gitignore", "").commit();
    repo.write(".gitignore", "*.auto.tfvars\n");
    let before = Files::View(Arc::new(opened(&repo).files_of(&first).unwrap()));
    assert!(!before.is_file(&repo.path().join("x.auto.tfvars")), "git tracks it");
}

#[test]
fn a_bare_repository_has_no_files() {
    let directory = tempfile::tempdir().unwrap();
    gix::init_bare(directory.path()).unwrap();
    let git = Repository::around(directory.path()).unwrap();
    assert_eq!((git.work_dir(), git.head().unwrap()), (None, None));
    assert!(!git.is_dirty(&[]).unwrap());
}
