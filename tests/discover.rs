//! What `onus` finds under a path: directories as people have them, with what is in their way.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::onus;
use onus::config::Scan;
use onus::discover::{DiscoverError, Discovery, Options, discover, discover_one};

/// A directory tree that goes away with the test. Files are written as `path: text`.
struct Tree {
    _directory: tempfile::TempDir,
    base: PathBuf,
}

impl Tree {
    fn new(files: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let base = fs::canonicalize(directory.path()).unwrap();
        let tree = Self { _directory: directory, base };
        for (path, text) in files {
            tree.write(path, text);
        }
        tree
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.base.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn options(&self) -> Options {
        Options { working_dir: self.base.clone(), home: Some(self.base.clone()), ..Options::default() }
    }

    fn find(&self, paths: &[&str]) -> Result<Discovery, DiscoverError> {
        discover(&paths.iter().map(PathBuf::from).collect::<Vec<_>>(), &self.options())
    }

    fn directories(&self, paths: &[&str]) -> Vec<String> {
        let found = self.find(paths).unwrap();
        found.directories.iter().map(|directory| found.shown(&directory.path)).collect()
    }

    fn roots(&self, paths: &[&str]) -> Vec<String> {
        let scan = Scan::of(&self.find(paths).unwrap());
        scan.roots.iter().map(|root| root.key.to_string()).collect()
    }
}

const QUEUE: &str = "resource \"aws_sqs_queue\" \"q\" {}\n";

fn call(source: &str) -> String {
    format!("module \"m\" {{\n  source = \"{source}\"\n}}\n")
}

#[test]
fn directories_with_terraform_are_found_and_those_of_tools_are_not() {
    let tree = Tree::new(&[
        ("main.tf", QUEUE),
        ("live/prod/main.tofu", QUEUE),
        ("live/dev/main.tf.json", "{}"),
        ("docs/readme.md", "x"),
        ("editor/.main.tf", QUEUE),
        ("editor/main.tf~", QUEUE),
        (".terraform/modules/vpc/main.tf", QUEUE),
        ("live/.terragrunt-cache/x/main.tf", QUEUE),
        ("web/node_modules/x/main.tf", QUEUE),
        (".git/hooks/main.tf", QUEUE),
    ]);
    assert_eq!(tree.directories(&["."]), [".", "live/dev", "live/prod"]);
    assert_eq!(tree.directories(&["live"]), ["live/dev", "live/prod"]);
}

#[test]
fn gitignore_keeps_the_walk_out_of_directories_but_takes_no_file_of_a_module() {
    let tree = Tree::new(&[
        (".git/HEAD", ""),
        (".gitignore", "build/\n*.tf.json\n/out\n"),
        ("main.tf", QUEUE),
        ("build/main.tf", QUEUE),
        ("live/build/main.tf", QUEUE),
        ("live/out/main.tf", QUEUE),
        ("out/main.tf", QUEUE),
        ("generated/main.tf.json", "{}"),
        ("live/.gitignore", "scratch\n!build/\n"),
        ("live/scratch/main.tf", QUEUE),
        ("scratch/main.tf", QUEUE),
    ]);
    assert_eq!(tree.directories(&["."]), [".", "generated", "live/build", "live/out", "scratch"]);
    assert_eq!(tree.directories(&["live"]), ["live/build", "live/out"], "patterns above the path count too");
    assert_eq!(tree.directories(&["build"]), ["build"], "what is named is looked into");
}

#[test]
fn the_read_root_is_the_nearest_repository_but_never_above_home() {
    let tree = Tree::new(&[
        ("home/repo/.git/HEAD", ""),
        ("home/repo/live/prod/main.tf", QUEUE),
        ("home/alone/live/main.tf", QUEUE),
        ("home/marked/.onus.hcl", ""),
        ("home/marked/sub/main.tf", QUEUE),
        (".git/HEAD", ""),
    ]);
    let read_root = |path: &str| {
        let options = Options { home: Some(tree.base.join("home")), ..tree.options() };
        let found = discover(&[path.into()], &options).unwrap();
        (found.shown(&found.read_roots[0]), found.key_of(&found.directories[0].path))
    };
    assert_eq!(read_root("home/repo/live/prod"), ("home/repo".into(), "live/prod".into()));
    assert_eq!(read_root("home/marked/sub"), ("home/marked".into(), "sub".into()));
    assert_eq!(read_root("home/alone/live"), ("home/alone/live".into(), ".".into()));
}

#[test]
fn root_options_replace_the_repository_and_bound_the_paths() {
    let tree = Tree::new(&[("a/live/main.tf", QUEUE), ("b/main.tf", QUEUE), (".git/HEAD", "")]);
    let options = Options { roots: vec!["a".into()], ..tree.options() };
    let found = discover(&["a/live".into()], &options).unwrap();
    assert_eq!(found.read_roots, [tree.base.join("a")]);

    let error = discover(&["b".into()], &options).unwrap_err();
    assert_eq!(error.to_string(), "b lies outside --root a");
    let error = discover(&["a".into()], &Options { roots: vec!["c".into()], ..tree.options() }).unwrap_err();
    assert_eq!(error.to_string(), "--root c: there is no such directory");
}

#[test]
fn nothing_to_analyse_is_an_error_that_names_the_nearest_path() {
    let tree = Tree::new(&[("infra/prod/main.tf", QUEUE), ("infra/dev/main.tf", QUEUE), ("infra/prod/docs/a.md", "")]);
    let error = |path: &str| {
        let error = tree.find(&[path]).unwrap_err();
        (error.to_string(), error.help())
    };
    let (message, help) = error("infra/prdo");
    assert_eq!(message, "nothing to analyse under infra/prdo (it does not exist)");
    assert_eq!(help.as_deref(), Some("did you mean infra/prod?"));
    assert_eq!(error("infre/prod").1.as_deref(), Some("did you mean infra/prod?"));

    let (message, help) = error("infra/prod/docs");
    assert_eq!(message, "nothing to analyse under infra/prod/docs (no .tf, .tofu or plan file)");
    assert_eq!(help.as_deref(), Some("did you mean infra/prod?"));
    assert_eq!(error("elsewhere").1, None);
}

#[test]
fn plans_are_known_by_their_content_and_what_is_near_to_one_is_named() {
    const PLAN: &str = r#"{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{}}"#;
    let tree = Tree::new(&[
        ("plans/tfplan.json", PLAN),
        ("plans/package.json", r#"{"name":"x"}"#),
        ("plans/out.txt", PLAN),
        ("tfplan", "PK\x03\x04…"),
        ("log.json", "{\"@level\":\"info\",\"@message\":\"Terraform 1.11.4\"}\n"),
    ]);
    let plans = |paths: &[&str]| {
        let found = tree.find(paths).unwrap();
        (found.plans.iter().map(|plan| found.shown(plan)).collect::<Vec<_>>(), found.stdin)
    };
    assert_eq!(plans(&["plans"]), (vec!["plans/tfplan.json".to_owned()], false));
    assert_eq!(plans(&["plans/out.txt", "-"]), (vec!["plans/out.txt".to_owned()], true));

    let error = tree.find(&["tfplan"]).unwrap_err();
    assert_eq!(error.to_string(), "tfplan is a binary plan, not a plan in JSON");
    assert_eq!(error.help().as_deref(), Some("terraform show -json tfplan > plan.json"));
    let error = tree.find(&["log.json"]).unwrap_err();
    assert_eq!(error.to_string(), "log.json is the log of `terraform plan -json`, not a plan in JSON");
}

#[cfg(unix)]
#[test]
fn symlinks_are_followed_inside_the_read_root_and_never_in_circles() {
    use std::os::unix::fs::symlink;
    let tree = Tree::new(&[("repo/.git/HEAD", ""), ("repo/live/main.tf", QUEUE), ("repo/shared/main.tf", QUEUE)]);
    tree.write("outside/main.tf", QUEUE);
    symlink("../shared", tree.base.join("repo/live/shared")).unwrap();
    symlink("..", tree.base.join("repo/live/up")).unwrap();
    symlink("../../outside", tree.base.join("repo/live/outside")).unwrap();
    symlink("nowhere", tree.base.join("repo/live/gone")).unwrap();
    assert_eq!(tree.directories(&["repo"]), ["repo/live", "repo/shared"], "each once, by its own name");
    assert_eq!(tree.directories(&["repo/live/outside"]), ["outside"], "a path that is named is no symlink to follow");
}

#[test]
fn a_module_that_no_other_calls_is_a_root() {
    let tree = Tree::new(&[
        (".git/HEAD", ""),
        ("live/prod/main.tf", &call("../../modules/db")),
        ("live/dev/main.tf", &call("../../modules/db")),
        ("modules/db/main.tf", &(QUEUE.to_owned() + &call("./inner"))),
        ("modules/db/inner/main.tf", QUEUE),
        ("modules/unused/main.tf", QUEUE),
        ("snippets/variables.tf", "variable \"x\" {}\n"),
    ]);
    assert_eq!(tree.roots(&["."]), ["live/dev", "live/prod", "modules/unused"]);
    assert_eq!(tree.roots(&["modules"]), ["modules/db", "modules/unused"], "callers are looked for under the paths");
}

#[test]
fn a_module_called_only_by_examples_and_tests_is_judged_on_its_own_too() {
    let tree = Tree::new(&[
        ("main.tf", QUEUE),
        ("examples/simple/main.tf", &call("../..")),
        ("examples/full/main.tf", &(call("../../") + "module \"n\" { source = \"../network\" }")),
        ("examples/network/main.tf", QUEUE),
        ("modules/sub/main.tf", QUEUE),
        ("tests/sub/main.tf", &call("../../modules/sub")),
    ]);
    assert_eq!(tree.roots(&["."]), [".", "examples/full", "examples/simple", "modules/sub", "tests/sub"]);
}

#[test]
fn modules_that_only_call_each_other_are_not_passed_over() {
    let tree = Tree::new(&[("a/main.tf", &call("../b")), ("b/main.tf", &call("../a"))]);
    assert_eq!(tree.roots(&["."]), ["a"]);
}

#[test]
fn a_broken_directory_is_a_root_so_that_its_errors_are_seen() {
    let tree = Tree::new(&[("main.tf", "variable \"x\" {\n  default = \n}\nresource {{{\n")]);
    assert_eq!(tree.roots(&["."]), ["."]);
}

#[test]
fn a_file_loads_all_roots_of_its_read_root_that_use_it() {
    let tree = Tree::new(&[
        (".git/HEAD", ""),
        ("live/prod/main.tf", &call("../../modules/db")),
        ("live/dev/main.tf", &call("../../modules/db")),
        ("live/dev/terraform.tfvars", ""),
        ("live/other/main.tf", QUEUE),
        ("modules/db/main.tf", QUEUE),
        ("plan.json", "{\"format_version\":\"1.2\",\"planned_values\":{}}"),
    ]);
    assert_eq!(tree.find(&["modules/db/main.tf"]).unwrap().plans, [] as [PathBuf; 0], "nobody asked for plans");
    assert_eq!(tree.roots(&["modules/db/main.tf"]), ["live/dev", "live/prod"]);
    assert_eq!(tree.roots(&["live/dev/terraform.tfvars"]), ["live/dev"]);

    let scan = Scan::of(&tree.find(&["modules/db/main.tf", "live/other"]).unwrap());
    let whole: Vec<_> = scan.roots.iter().map(|root| (&*root.key, root.whole)).collect();
    assert_eq!(whole, [("live/dev", false), ("live/other", true), ("live/prod", false)]);
    assert_eq!(scan.files.iter().collect::<Vec<_>>(), ["modules/db/main.tf"]);
}

#[test]
fn no_order_of_the_walk_reaches_the_result() {
    let names = ["c", "a/x", "b", "a", "d/e/f", "a/y"];
    let files: Vec<_> = names.iter().map(|name| (format!("{name}/main.tf"), QUEUE)).collect();
    let tree = Tree::new(&files.iter().map(|(path, text)| (path.as_str(), *text)).collect::<Vec<_>>());
    let shuffled = |seed| {
        let options = Options { shuffle: seed, ..tree.options() };
        discover(&[".".into()], &options).unwrap()
    };
    let plain = shuffled(None);
    assert!((0..20).all(|seed| shuffled(Some(seed)) == plain));
}

#[test]
fn one_directory_is_the_root_whoever_calls_it() {
    let tree = Tree::new(&[("main.tf", &call("./db")), ("db/main.tf", QUEUE), ("db/deep/main.tf", QUEUE)]);
    let scan = Scan::all_roots(&discover_one(Path::new("db"), &tree.options()).unwrap());
    assert_eq!(scan.roots.iter().map(|root| &*root.key).collect::<Vec<_>>(), ["."]);
    assert!(discover_one(Path::new("nothing"), &tree.options()).is_err());
}

#[test]
fn nothing_to_analyse_is_no_success() {
    let ran = onus().args(["check", "live/prdo"]).file("live/prod/main.tf", QUEUE).run();
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("nothing to analyse under live/prdo"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean live/prod?"), "{}", ran.stderr);

    let ran = onus().args(["check"]).file("variables.tf", "variable \"x\" {}\n").run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no resource, data or module block"), "{}", ran.stderr);

    // A hook names all files that changed, also those that no root uses.
    let ran = onus().args(["check", "variables.tf"]).file("variables.tf", "variable \"x\" {}\n").run();
    assert_eq!(ran.code, 0);
}

#[test]
fn arguments_that_fit_no_root_are_refused() {
    let run = |args: &[&str]| onus().args(args.iter().copied()).file("main.tf", QUEUE).run();
    let ran = run(&["check", "--var", "regoin=x"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("--var regoin: no root module declares this variable"), "{}", ran.stderr);
    let ran = run(&["check", "--var-file", "dev.tfvars"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("--var-file dev.tfvars: it does not exist"), "{}", ran.stderr);
}

#[test]
fn neither_the_order_of_directories_nor_threads_change_a_byte() {
    let run = |name: &str, value: &str| {
        let files = ["c", "a/x", "b", "a", "d/e/f"];
        let run = onus().args(["check", "--format", "json", "--now", "2026-11-24"]).env(name, value);
        let bucket = "resource \"aws_s3_bucket\" \"b\" {}\nresource \"aws_db_instance\" \"d\" {\n  storage_encrypted = false\n}\n";
        run.files(files.map(|directory| (format!("{directory}/main.tf"), bucket))).run().stdout
    };
    let plain = run("ONUS_SHUFFLE", "");
    assert!(plain.contains("aws_db_instance.d"));
    for seed in ["1", "2", "3"] {
        assert_eq!(run("ONUS_SHUFFLE", seed), plain);
    }
    for threads in ["1", "2", "8"] {
        assert_eq!(run("RAYON_NUM_THREADS", threads), plain);
    }
}
