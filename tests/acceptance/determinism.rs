//! The same input gives the same bytes, for any number of threads and any order of directories.

use crate::common::onus;
use crate::repository;

fn run(args: &[&str], variable: (&str, &str)) -> String {
    let ran = onus().args(args.iter().copied()).env(variable.0, variable.1).run_in(repository());
    assert_eq!(ran.stderr, "");
    assert!(ran.stdout.len() > 1000, "{}", ran.stdout);
    ran.stdout
}

fn assert_same(args: &[&str]) {
    let plain = run(args, ("LANG", "C"));
    for threads in ["1", "2", "8"] {
        assert!(run(args, ("RAYON_NUM_THREADS", threads)) == plain, "{args:?} with {threads} threads");
    }
    for seed in ["1", "2", "7", "1234567"] {
        assert!(run(args, ("ONUS_SHUFFLE", seed)) == plain, "{args:?} shuffled by {seed}");
    }
}

#[test]
fn documents_do_not_depend_on_threads_or_order() {
    for estate in ["testdata/webshop", "testdata/estate-of-roots"] {
        assert_same(&["check", "--format", "json", "--now", "2026-11-24", "--show-secure", estate]);
    }
}

#[test]
fn neither_do_reports_and_matrices() {
    assert_same(&["check", "--full", "--now", "2026-11-24", "testdata/estate-of-roots", "testdata/webshop"]);
    assert_same(&["matrix", "--now", "2026-11-24", "testdata/estate-of-roots", "testdata/webshop"]);
    let by = ["matrix", "--by", "resource", "--format", "csv", "--now", "2026-11-24"];
    assert_same(&[&by[..], &["testdata/estate-of-roots", "testdata/webshop"]].concat());
    let explain = ["matrix", "--explain", "accounts", "--format", "json", "--now", "2026-11-24"];
    assert_same(&[&explain[..], &["testdata/estate-of-roots", "testdata/webshop"]].concat());
}

#[test]
fn neither_does_show() {
    assert_same(&["show", "--format", "json", "testdata/webshop"]);
}
