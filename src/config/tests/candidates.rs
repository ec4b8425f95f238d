//! Roots that are found by the names that they declare, most of them without parsing.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::super::candidates::declared;
use super::super::directory::{Listing, ParsedDir};
use super::super::headers::{Finder, Headers, hash};
use super::super::scan::Facts;
use super::*;

const QUEUE: &str = "resource \"aws_sqs_queue\" \"jobs\" {}\n";

/// The directories that are found, in order.
fn found(files: &[(&str, &str)], names: &[&str]) -> Vec<String> {
    let tree = Tree::new(files);
    let options = Options { working_dir: tree.base.clone(), home: Some(tree.base.clone()), ..Options::default() };
    let all = Candidates::roots_of(discover(&[".".into()], &options).unwrap());
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let shown = |found: Vec<Candidate<'_>>| found.iter().map(Candidate::shown).collect::<Vec<_>>();
    let declaring = shown(all.declaring(&names));

    // The long way round: what the roots of the tree declare, when all of it is parsed.
    let scan = tree.scan(".");
    let parsed =
        |root: &RootDir| ParsedDir::parse(&Listing::of(&root.path, &root.access.files).unwrap(), &root.access, false);
    let long = scan.roots.iter().filter(|root| names.iter().all(|name| declared(&parsed(root)).contains(name)));
    assert_eq!(declaring, long.map(|root| root.shown.to_string()).collect::<Vec<_>>());
    assert_eq!(shown(all.all()), scan.roots.iter().map(|root| root.shown.to_string()).collect::<Vec<_>>());
    declaring
}

#[test]
fn a_root_is_found_however_its_blocks_are_written() {
    let names = ["aws_sqs_queue.jobs"];
    let ways = [
        QUEUE,
        "resource aws_sqs_queue jobs {\n}\n",
        "resource\"aws_sqs_queue\"\"jobs\"{}\n",
        "\u{feff}resource \"aws_sqs_queue\" /* of work */ \"jobs\" {}\n",
        "resource \"aws_sqs_queue\" \"jo\\x62s\" {}\n",
        "/* from here */ resource \"aws_sqs_queue\" \"jobs\"\n{\n}\n",
        "x = 'resource \"aws_sqs_queue\" \"jobs\" {\n}\nresource \"aws_sqs_queue\" \"jobs\" {\n}\n",
    ];
    for way in ways {
        let way = way.replace("\\x62", concat!("\\", "u0062"));
        assert_eq!(found(&[("live/main.tf", &way), ("other/main.tf", "locals {}\n")], &names), ["live"], "{way}");
    }
    let json = r#"{"resource": {"aws_sqs_queue": {"jobs": {}}}}"#;
    assert_eq!(found(&[("live/main.tf.json", json)], &names), ["live"]);
    let check = "check \"up\" {\n  data \"http\" \"site\" {\n  }\n}\n";
    assert_eq!(found(&[("live/main.tf", &format!("{QUEUE}{check}"))], &["data.http.site"]), ["live"]);

    for none in ["# resource \"aws_sqs_queue\" \"jobs\" {}\nresource \"a_b\" \"c\" {}\n", "x = \"data\"\n", ""] {
        assert!(found(&[("live/main.tf", none), ("live/more.tf", "data \"a_b\" \"jobs\" {}\n")], &names).is_empty());
    }
}

#[test]
fn a_module_that_another_calls_is_no_root() {
    let call = |source: &str| format!("module \"queue\" {{\n  source = \"{source}\"\n}}\n");
    let names = ["aws_sqs_queue.jobs"];
    let tree = |caller: &str| {
        let files = [("modules/queue/main.tf", QUEUE), ("live/a/main.tf", caller), ("live/b/main.tf", QUEUE)];
        found(&files, &names)
    };
    assert_eq!(tree(&call("../../modules/queue")), ["live/b"]);
    assert_eq!(tree(&call("../../modules/other")), ["live/b", "modules/queue"]);
    let computed = "locals {\n  to = \"../../modules\"\n}\nmodule queue {\n  source = \"${local.to}/queue\"\n}\n";
    assert_eq!(tree(computed), ["live/b"]);
    for broken in ["source =>", "\"source\" =", "source:", "source = /* of */"] {
        assert_eq!(tree(&call("../../modules/queue").replace("source =", broken)), ["live/b"], "{broken}");
    }
    // Shown in an example, it is still one that somebody may use.
    let shown = [("main.tf", QUEUE), ("examples/all/main.tf", &*call("../.."))];
    assert_eq!(found(&shown, &names), ["."]);
    // In a circle, the first stands for all.
    let (a, b) = (call("../b") + QUEUE, call("../a") + QUEUE);
    assert_eq!(found(&[("a/main.tf", &a), ("b/main.tf", &b)], &names), ["a"]);
}

/// All configuration below testdata and tests, with its syntax.
fn texts() -> Vec<(String, bool)> {
    let mut texts = Vec::new();
    let mut pending = ["testdata", "tests"].map(|top| Path::new(env!("CARGO_MANIFEST_DIR")).join(top)).to_vec();
    while let Some(directory) = pending.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                pending.push(path);
            } else if name.ends_with(".tf") || name.ends_with(".tf.json") {
                texts.push((String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned(), name.ends_with(".json")));
            }
        }
    }
    texts
}

/// The names and the sources of calls that parsing finds, and a look at the words does not.
fn missed(text: &str, json: bool) -> Vec<String> {
    let mut headers = Headers::default();
    Finder::new().take(text, json, &mut headers);
    let tree = Tree::new(&[(if json { "main.tf.json" } else { "main.tf" }, text)]);
    let access = Access { read_roots: vec![tree.base.clone()], ..Access::default() };
    let parsed = ParsedDir::parse(&Listing::of(&tree.base, &access.files).unwrap(), &access, false);
    assert_eq!(parsed.files.len(), 1);
    let names = declared(&parsed).into_iter().filter(|name| !headers.may_declare(&[hash(name)]));
    let sources = Facts::of(&parsed).sources.into_iter();
    let sources = sources.filter(|source| headers.sources().is_some_and(|found| !found.contains(source)));
    names.chain(sources).collect()
}

#[test]
fn a_look_at_headers_misses_nothing_that_parsing_finds() {
    let (mut looks, mut clear) = (0, 0);
    for (text, json) in texts() {
        assert_eq!(missed(&text, json), [""; 0], "{text}");
        let mut headers = Headers::default();
        Finder::new().take(&text, json, &mut headers);
        looks += 1;
        clear += usize::from(!headers.may_declare(&[hash("none.of_these")]));
    }
    // Otherwise it spares nothing.
    assert!(clear * 10 > looks * 9, "{clear} of {looks}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nor_does_it_in_broken_texts(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "resource", "data", "module", "ephemeral", "check", "a_b", "\"a_b\"", "\"c\"", "c", "{", "}", "{\n", "}\n", "\n",
                " ", " ", "\t", "=", "\"", "\"${", "$${", "<<E\n", "E\n", "/*", "*/", "#", "//", "(", ")", "[", "-", "_", "9", "é",
                "\u{feff}", "\u{1a}", "\\", "\r\n", "\r", ".", ",", "'", "source", "source", "=", ":", "=>",
                "\"./m\"", "\"./m\"", "var.a", "path.module", "locals",
            ]),
            0..24,
        ),
        header in prop::sample::select(vec!["resource \"a_b\" \"c\" {\n}\n", "module c {\n  source = \"./m\"\n}\n", "module c {", "data a_b \"c\" { x = 1 }\n"]),
        place in 0..24_usize,
    ) {
        let mut words = words;
        words.insert(place.min(words.len()), header);
        let text = words.concat();
        prop_assert_eq!(missed(&text, false), [""; 0], "{:?}", text);
    }
}
