//! Where module calls lead.

use super::*;

fn call(name: &str, source: &str) -> String {
    format!("module \"{name}\" {{\n  source = \"{source}\"\n}}\n")
}

fn directories(program: &Program) -> Vec<&str> {
    program.modules.iter().map(|module| &*module.directory).collect()
}

fn target<'p>(program: &'p Program, module: u32, name: &str) -> &'p CallTarget {
    &program.module(ModuleId(module)).calls[name].target
}

#[test]
fn local_modules_are_loaded_once_however_often_they_are_called() {
    let program = program(&[
        (".git/HEAD", ""),
        ("main.tf", &(call("a", "./modules/a") + &call("b", "./modules/b/") + &call("c", "./modules/a/../a"))),
        ("modules/a/main.tf", &call("deep", "../b")),
        ("modules/b/main.tf", "resource \"a_b\" \"c\" {}\n"),
    ]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    assert_eq!(directories(&program), [".", "modules/a", "modules/b"]);
    assert_eq!(target(&program, 0, "a"), target(&program, 0, "c"));
    assert_eq!(target(&program, 1, "deep"), &CallTarget::Module(ModuleId(2)));
    assert_eq!(program.module_dirs.len(), 3);
}

#[test]
fn a_call_keeps_its_inputs_and_what_it_passes_to_providers() {
    let program = program(&[
        (
            "main.tf",
            "module \"m\" {\n  source = \"./m\"\n  version = \"1.0\"\n  for_each = var.all\n  cidr = \"10.0.0.0/8\"\n  \
             providers = {\n    aws = aws.west\n    aws.peer = aws\n  }\n  depends_on = [a.b]\n}\n",
        ),
        ("m/main.tf", "resource \"a_b\" \"c\" {}\n"),
    ]);
    let call = &program.module(Program::ROOT).calls["m"];
    let inputs: Vec<_> = call.inputs.iter().map(|(file, attribute)| program.tree(*file).text(attribute.name)).collect();
    assert_eq!(inputs, ["cidr"]);
    assert_eq!((call.version.as_deref(), call.for_each.is_some()), (Some("1.0"), true));
    let aws = |alias: Option<&str>| ("aws".to_owned(), alias.map(str::to_owned));
    assert_eq!(
        call.providers,
        [
            ProviderPass { child: aws(None), parent: aws(Some("west")), parent_key: None },
            ProviderPass { child: aws(Some("peer")), parent: aws(None), parent_key: None }
        ]
    );
}

#[test]
fn downloaded_modules_are_found_by_the_manifest_and_others_are_named() {
    let manifest = r#"{"Modules":[{"Key":"","Source":"","Dir":"."},
        {"Key":"vpc","Source":"registry.example/acme/vpc/aws","Version":"4.2.0","Dir":".terraform/modules/vpc"},
        {"Key":"vpc.inner","Source":"git::https://example.com/i.git","Dir":".terraform/modules/vpc.inner/sub"}]}"#;
    let vpc = "module \"vpc\" {\n  source  = \"acme/vpc/aws\"\n  version = \"4.2.0\"\n}\n";
    let db = "module \"db\" {\n  source  = \"acme/db/aws\"\n  version = \"~> 1.0\"\n}\n";
    let program = program(&[
        (".gitignore", ".terraform/\n"),
        ("main.tf", &(vpc.to_owned() + db + &call("git", "git::https://bot:hunter2@example.com/x.git?ref=v1"))),
        (".terraform/modules/modules.json", manifest),
        (".terraform/modules/vpc/main.tf", &call("inner", "git::https://example.com/i.git//sub")),
        (".terraform/modules/vpc.inner/sub/main.tf", "resource \"a_b\" \"c\" {}\n"),
    ]);
    assert_eq!(directories(&program), [".", ".terraform/modules/vpc", ".terraform/modules/vpc.inner/sub"]);
    assert_eq!(target(&program, 0, "db"), &CallTarget::Missing);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    assert_eq!(
        told(&program.warnings),
        [
            "main.tf:6:13 module \"db\" (acme/db/aws ~> 1.0) is not downloaded",
            "main.tf:10:12 module \"git\" (git::https://•••@example.com/x.git?ref=v1) is not downloaded",
        ]
    );
    assert_eq!(program.warnings[0].help.as_deref(), Some("run `terraform init`, or give a plan"));
}

#[test]
fn a_module_outside_the_read_root_is_refused_and_one_that_is_nowhere_an_error() {
    let tree = Tree::new(&[
        (
            "root/main.tf",
            &(call("out", "../outside") + &call("gone", "./gone") + "module \"dyn\" {\n  source = var.s\n}\n"),
        ),
        ("outside/main.tf", "resource \"a_b\" \"c\" {}\n"),
    ]);
    let program = tree.load_at("root", &Inputs::default());
    assert_eq!(directories(&program), ["root"]);
    assert!(matches!(target(&program, 0, "out"), CallTarget::Refused(_)));
    assert_eq!(target(&program, 0, "dyn"), &CallTarget::Dynamic);
    assert_eq!(
        told(&program.warnings),
        [
            "root/main.tf:2:12 module \"out\" (../outside) was not read: it lies outside the analysed roots",
            "root/main.tf:8:12 module \"dyn\" was not read: its source is no literal",
        ]
    );
    assert_eq!(told(&program.errors), ["root/main.tf:5:12 module \"gone\" leads to ./gone, which is no directory"]);
}

#[test]
fn modules_that_call_each_other_in_a_circle_are_an_error_and_come_to_an_end() {
    let program = program(&[
        ("main.tf", &call("a", "./a")),
        ("a/main.tf", &(call("b", "../b") + &call("fine", "../c"))),
        ("b/main.tf", &call("back", "../a")),
        ("c/main.tf", "resource \"a_b\" \"c\" {}\n"),
    ]);
    assert_eq!(told(&program.errors), ["b/main.tf:2:12 module \"back\" leads back to itself (a → b → a)"]);
    assert!(matches!(target(&program, 0, "a"), CallTarget::Module(_)));
    let b = program.modules.iter().position(|module| &*module.directory == "b").unwrap();
    assert!(matches!(target(&program, b as u32, "back"), CallTarget::Refused(_)));
}

#[test]
fn calls_that_nest_without_end_are_cut() {
    let files: Vec<_> = (0..100)
        .map(|i| (format!("m{i}/main.tf"), call("next", &format!("../m{}", i + 1))))
        .chain([("m100/main.tf".to_owned(), "resource \"a_b\" \"c\" {}\n".to_owned())])
        .collect();
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let program = program(&files);
    assert_eq!(told(&program.errors), ["m63/main.tf:2:12 module \"next\" lies over 64 calls deep"]);
}

#[test]
fn a_cache_changes_nothing_but_the_time() {
    let tree = Tree::new(&[
        ("live/a/main.tf", &call("m", "../../m")),
        ("live/b/main.tf", &call("m", "../../m")),
        ("m/main.tf", "resource \"a_b\" \"c\" {}\n"),
        ("m/broken.tf", "resource {\n"),
    ]);
    let scan = tree.scan(".");
    for root in &scan.roots {
        let cached = load(root, &Inputs::default(), &scan.cache);
        let fresh = load(root, &Inputs::default(), &Cache::default());
        assert_eq!(format!("{cached:?}"), format!("{fresh:?}"));
    }
}

#[test]
fn the_arguments_of_a_call_are_held_against_the_variables() {
    let program = program(&[
        ("main.tf", "module \"m\" {\n  source  = \"./m\"\n  version = \"1.0\"\n  regoin  = 1\n}\n"),
        ("m/main.tf", "variable \"region\" {}\nvariable \"b\" {\n  default = null\n}\nresource \"a_b\" \"c\" {}\n"),
    ]);
    assert_eq!(
        told(&program.errors),
        [
            "main.tf:1:1 module \"m\" needs a value for `region` (declared without default at m/main.tf:1)",
            "main.tf:2:13 module \"m\" is a directory: it has no version",
            "main.tf:4:3 module \"m\" has no variable `regoin`",
        ]
    );
    assert_eq!(program.errors[2].help.as_deref(), Some("did you mean `region`?"));

    let tree = Tree::new(&[
        ("main.tf", "module \"m\" {\n  source = \"./m\"\n  region = [\n}\n"),
        ("m/main.tf", "variable \"region\" {}\n"),
    ]);
    let errors = tree.load().errors;
    assert!(errors.iter().all(|error| !error.message.contains("needs a value")), "{:?}", told(&errors));
}

/// `name0` leads to `name1` by each of many references, and so on.
fn fan(name: &str, deep: usize, wide: usize) -> String {
    let one = |i: usize| format!("{name}{i} = \"{}\"\n", format!("${{local.{name}{}}}", i + 1).repeat(wide));
    format!("locals {{\n{}{name}{deep} = \"\"\n}}\n", (0..deep).map(one).collect::<String>())
}

#[test]
fn a_source_that_leads_in_many_ways_through_locals_is_given_up() {
    let calls =
        "module \"few\" {\n  source = \"./m${local.a0}\"\n}\nmodule \"many\" {\n  source = \"./m${local.b0}\"\n}\n";
    let main = format!("{calls}{}{}", fan("a", 3, 2), fan("b", 12, 20));
    let program = program(&[("main.tf", &main), ("m/main.tf", "resource \"a_b\" \"c\" {}\n")]);
    assert_eq!(directories(&program), [".", "m"]);
    assert!(matches!(target(&program, 0, "few"), CallTarget::Module(_)));
    assert_eq!(target(&program, 0, "many"), &CallTarget::Dynamic);
}

#[test]
fn a_source_that_differs_from_call_to_call_is_not_read() {
    let inner = "variable \"dir\" {}\nmodule \"inner\" {\n  source = var.dir\n}\n";
    let by = |name: &str, dir: &str| format!("module \"{name}\" {{\n  source = \"./m\"\n  dir    = \"{dir}\"\n}}\n");
    let leaf = "resource \"a_b\" \"c\" {}\n";
    let load =
        |main: String| program(&[("main.tf", &main), ("m/main.tf", inner), ("x/main.tf", leaf), ("y/main.tf", leaf)]);
    let same = load(by("a", "../x") + &by("b", "../x"));
    assert_eq!((told(&same.warnings), directories(&same)), (Vec::<String>::new(), vec![".", "m", "x"]));
    let differs = load(by("a", "../x") + &by("b", "../y"));
    assert_eq!(
        told(&differs.warnings),
        ["m/main.tf:3:12 module \"inner\" was not read: its source differs from call to call"]
    );
}
