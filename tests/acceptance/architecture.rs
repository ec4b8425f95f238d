//! The order of the rooms, held by reading the sources, and what may stand in no file of the project.

use std::path::{Path, PathBuf};

use crate::repository;

/// The rooms, each of which may use only those before it.
const ROOMS: [&str; 16] = [
    "source",
    "discover",
    "git",
    "syntax",
    "config",
    "value",
    "schema",
    "estate",
    "eval",
    "plan",
    "responsibility",
    "settings",
    "onus_hcl",
    "report",
    "analyze",
    "cli",
];

/// Two rooms that fill the same estate and know nothing of each other.
const STRANGERS: [&str; 2] = ["eval", "plan"];

/// What `lib.rs` gives to those who embed onus: only the command line may take it from there.
const ENTRY_POINTS: [&str; 19] = [
    "check",
    "crm",
    "explain",
    "matrix",
    "module",
    "review_plan",
    "rules",
    "show",
    "CheckOptions",
    "CrmOptions",
    "ExplainOptions",
    "GivenValue",
    "Inputs",
    "MatrixOptions",
    "ModuleOptions",
    "PlanOptions",
    "Progress",
    "RulesOptions",
    "ShowOptions",
];

fn files(directory: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    // What the tests in a browser install is not ours.
    let is_ours = |entry: &walkdir::DirEntry| entry.file_name() != "node_modules";
    let walk = walkdir::WalkDir::new(directory).sort_by_file_name().into_iter().filter_entry(is_ours);
    let files =
        walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    let wanted = |path: &PathBuf| {
        extensions.is_empty() || path.extension().is_some_and(|it| extensions.iter().any(|wanted| it == *wanted))
    };
    files.filter(wanted).collect()
}

/// The room of a file under `src/`.
fn room_of(path: &Path) -> Option<String> {
    let below = path.strip_prefix(repository().join("src")).ok()?;
    let first = below.components().next()?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}

/// The names that follow `crate::` in code: `crate::a::b` and `crate::{a::b, c}` give `a`, and `a` and `c`.
fn used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|char| char.is_alphanumeric() || char == '_' || char == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for char in group.chars() {
            match char {
                '}' if depth == 0 => break,
                ',' if depth == 0 => names.push(word(&std::mem::take(&mut item))),
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if !(char == ',' && depth == 0) {
                item.push(char);
            }
        }
        names.push(word(&item));
    }
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

fn word(text: &str) -> String {
    text.trim_start().chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()
}

/// The code of a file, without comments: documentation may speak of any room.
fn code_of(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn imports_go_upwards_only() {
    let place = |room: &str| ROOMS.iter().position(|it| *it == room);
    let mut seen = std::collections::BTreeSet::new();
    for path in files(&repository().join("src"), &["rs"]) {
        let room = room_of(&path).unwrap();
        let shown = path.display();
        if ["lib", "main"].contains(&&*room) {
            continue;
        }
        let own = place(&room).unwrap_or_else(|| panic!("{shown}: no room is called {room}"));
        for name in used(&code_of(&path)) {
            let Some(other) = place(&name) else {
                let may =
                    room == "cli" && (ENTRY_POINTS.contains(&&*name) || ["UsageError", "Outcome"].contains(&&*name));
                assert!(may, "{shown}: crate::{name} is no room");
                continue;
            };
            assert!(other <= own, "{shown}: {room} uses {name}, which comes after it");
            let strangers = STRANGERS.contains(&&*room) && STRANGERS.contains(&&*name) && room != name;
            assert!(!strangers, "{shown}: {room} and {name} do not know each other");
            seen.insert((own, other));
        }
    }
    assert!(seen.len() > 40, "the test reads the imports: {seen:?}");
}

#[test]
fn every_room_has_a_place_in_the_order_and_says_what_it_is_for() {
    let library = code_of(&repository().join("src/lib.rs"));
    let rooms = library.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'));
    assert_eq!(rooms.collect::<Vec<_>>(), ROOMS);
    for path in files(&repository().join("src"), &["rs"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} opens with a sentence on what it is for", path.display());
    }
}

#[test]
fn imports_are_read_in_every_form() {
    let code = "use crate::value::Value;\nuse crate::{schema, syntax::{Tree, View}};\npub(crate) use crate::eval;\nfn f() { crate::plan::read() }\nuse other_crate::report;";
    assert_eq!(used(code), ["value", "schema", "syntax", "eval", "plan"]);
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    // Put together here, so that this file does not hold them itself.
    let named: Vec<String> = [
        ["/ho", "me/"],
        ["/ro", "ot/"],
        ["/Us", "ers/"],
        ["/wo", "rk/"],
        ["registry.terra", "form.io"],
        ["registry.open", "tofu.org"],
        ["index.cra", "tes.io"],
        ["static.cra", "tes.io"],
    ]
    .map(|parts| parts.concat())
    .into();
    let folders = ["src", "build", "rules", "tests", "benches", "docs", "testdata", ".ci"];
    // What others wrote may name where they found it: plans hold provider addresses, which a test of rules copies.
    let of_providers = |path: &Path| path.ends_with("plan.json") || path.ends_with("tests/rules.rs");
    let top = files_of_top();
    for path in folders.iter().flat_map(|folder| files(&repository().join(folder), &[])).chain(top) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let named = named.iter().filter(|name| !(name.starts_with("registry.") && of_providers(&path)));
        for name in named {
            assert!(!text.contains(name.as_str()), "{} names {name}", path.display());
        }
    }
}

/// The files at the top of the repository, without Cargo.lock, which names where packages come from, and without what git
/// keeps of a working tree.
fn files_of_top() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(repository()).unwrap().filter_map(Result::ok).map(|entry| entry.path());
    entries.filter(|path| path.is_file() && ![".git", "Cargo.lock"].iter().any(|name| path.ends_with(name))).collect()
}
