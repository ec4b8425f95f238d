//! The command line from end to end: what it accepts, what it refuses and how.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use common::onus;

#[test]
fn every_command_teaches_with_examples() {
    for command in ["check", "matrix", "show", "explain", "rules"] {
        let ran = onus().args([command, "--help"]).run();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(ran.stdout.contains("Examples:\n  onus "), "{}", ran.stdout);
        assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
    }
    let ran = onus().args(["--help"]).run();
    assert!(ran.stdout.contains("Exit codes: 0"));
    assert!(onus().args(["--version"]).run().stdout.starts_with("onus "));
}

#[test]
fn wrong_arguments_give_2_and_say_what_would_be_right() {
    let cases: [(&[&str], &str); 8] = [
        (&["chekc"], "check"),
        (&["check", "--format", "xml"], "the formats are human, json"),
        (&["check", "--format", "json="], "a file name is missing"),
        (&["check", "--format", "json", "--format", "human"], "only one --format can go to stdout"),
        (&["check", "--fail-on", "warning"], "it knows critical, high, medium, low, info, never"),
        (&["check", "--var", "x"], "expected NAME=VALUE"),
        (&["check", "--now", "tomorrow"], "expected a date such as 2027-01-31"),
        (&["explain", "no-such-thing-at-all"], "is no setting, layer, service model or type of resource"),
    ];
    for (args, message) in cases {
        let ran = onus().file("main.tf", "").args(args.iter().copied()).run();
        assert_eq!(ran.code, 2, "{args:?}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stderr.contains(message), "{args:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{args:?}");
    }
    let ran = onus().file("main.tf", "").args(["check"]).env("SOURCE_DATE_EPOCH", "soon").run();
    assert_eq!((ran.code, ran.stderr.contains("SOURCE_DATE_EPOCH")), (2, true));
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    let ran = onus()
        .file("main.tf", "resource \"null_resource\" \"x\" {}\n")
        .args(["check", "--format", "json=no/such/dir/out.json"])
        .run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no/such/dir/out.json could not be written"), "{}", ran.stderr);
}

#[test]
fn layers_models_and_types_are_explained_without_any_finding() {
    let os = onus().args(["explain", "os"]).run();
    assert_eq!(os.code, 0, "{}", os.stderr);
    assert!(os.stdout.starts_with("os: Operating system and patching\n"), "{}", os.stdout);
    let model = onus().args(["explain", "PaaS"]).run();
    assert!(model.stdout.contains("\nos          the provider's. Provider: patches it.\n"), "{}", model.stdout);
    let database = onus().args(["explain", "aws_db_instance"]).run();
    assert!(database.stdout.starts_with("aws_db_instance: Amazon RDS"), "{}", database.stdout);
    assert!(database.stdout.contains("\nos          AWS's. AWS: patches it.\n"), "{}", database.stdout);
    assert!(database.stdout.contains("What would change it\n"), "{}", database.stdout);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("onus"))
        .args(["explain", "os"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
