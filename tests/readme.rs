//! What the README shows is what the program prints.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::Path;

use common::onus;

/// Each example: a line `$ onus …`, then lines of what it prints, in order; `…` stands for any number of them.
#[test]
fn every_example_prints_what_is_shown() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(repository.join("README.md")).unwrap();
    let mut examples = 0;
    for block in readme.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap()) {
        let (command, shown) = block.split_once('\n').unwrap();
        let args = command.strip_prefix("$ onus ").unwrap().split(' ');
        let printed = onus().args(args).run_in(repository).stdout;
        let mut lines = printed.lines();
        let mut skips = false;
        for expected in shown.lines() {
            if expected == "…" {
                skips = true;
                continue;
            }
            let found = if skips { lines.any(|line| line == expected) } else { lines.next() == Some(expected) };
            assert!(found, "{command}: the line {expected:?} is not there, or not in its place:\n{printed}");
            skips = false;
        }
        assert!(skips || lines.next().is_none(), "{command} prints more:\n{printed}");
        examples += 1;
    }
    assert!(examples >= 7, "{examples} examples");
}
