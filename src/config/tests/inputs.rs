//! Values that are given to the root's variables.

use super::*;

const VARIABLES: &str = "variable \"v\" {}\nvariable \"list\" {\n  type = list(string)\n}\nresource \"a_b\" \"c\" {}\n";

fn value(name: &str, value: &str) -> Argument {
    Argument::Value { name: name.to_owned(), value: value.to_owned() }
}

/// The values given to a variable, first to last, each with where it stands.
fn given(program: &Program, name: &str) -> Vec<String> {
    let assignments = program.assignments.get(name).into_iter().flatten();
    assignments
        .map(|it| {
            format!("{} {}", file_name(Path::new(&*program.sources.get(it.expr.file).path)), text(program, it.expr))
        })
        .collect()
}

#[test]
fn values_come_in_the_order_in_which_terraform_takes_them() {
    let tree = Tree::new(&[
        ("main.tf", VARIABLES),
        ("terraform.tfvars", "v = 2\n"),
        ("z.auto.tfvars", "v = 5\n"),
        ("a.auto.tfvars", "v = 4\n"),
        ("other.tfvars", "v = 0\n"),
        ("first.tfvars", "v = 6\n"),
        ("last.tfvars", "v = 8\n"),
        (".gitignore", "*.tfvars\n"),
    ]);
    let inputs = Inputs {
        environment: vec![("unrelated".into(), "x".into()), ("v".into(), "1".into())],
        arguments: vec![Argument::File("first.tfvars".into()), value("v", "7"), Argument::File("last.tfvars".into())],
        ..Inputs::default()
    };
    let program = tree.load_at(".", &inputs);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    assert_eq!(told(&program.warnings), Vec::<String>::new());
    assert_eq!(
        given(&program, "v"),
        [
            "TF_VAR_v 1",
            "terraform.tfvars 2",
            "a.auto.tfvars 4",
            "z.auto.tfvars 5",
            "first.tfvars 6",
            "--var v 7",
            "last.tfvars 8"
        ]
    );
}

#[test]
fn a_name_that_nobody_declares_is_a_warning_in_a_file_and_an_error_as_an_argument() {
    let tree = Tree::new(&[("main.tf", VARIABLES), ("terraform.tfvars", "v = 1\nlits = []\n")]);
    let program = tree.load();
    assert_eq!(
        told(&program.warnings),
        ["terraform.tfvars:2:1 `lits` is given a value, but no variable has that name"]
    );
    assert_eq!(program.warnings[0].help.as_deref(), Some("did you mean `list`?"));

    let inputs = Inputs {
        arguments: vec![value("v", "1"), value("nothing", "1"), Argument::File("no.tfvars".into())],
        working_dir: tree.base.clone(),
        ..Inputs::default()
    };
    assert_eq!(
        told(&tree.scan(".").refused_arguments(&inputs)),
        ["--var nothing: no root module declares this variable", "--var-file no.tfvars: it does not exist"]
    );
}

#[test]
fn text_is_literal_for_a_string_and_an_expression_for_anything_else() {
    let tree = Tree::new(&[("main.tf", VARIABLES)]);
    let inputs = Inputs { arguments: vec![value("v", "a b [c"), value("list", "[\"a\"]")], ..Inputs::default() };
    let program = tree.load_at(".", &inputs);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    let file = program.assignments["v"][0].expr.file;
    assert_eq!(program.sources.get(file).text, "a b [c");
    assert_eq!(given(&program, "list"), ["--var list [\"a\"]"]);

    let inputs = Inputs { arguments: vec![value("list", "a b [c")], ..Inputs::default() };
    let errors = told(&tree.load_at(".", &inputs).errors);
    assert_eq!(errors, ["--var list: this value is not an expression, as the variable's type asks for"]);
}

#[test]
fn broken_values_are_errors_with_their_place() {
    let program = program(&[("main.tf", VARIABLES), ("terraform.tfvars", "v = 1\nlist = [\nblock {\n}\n")]);
    assert_eq!(&*program.errors[0].location.as_ref().unwrap().file, "terraform.tfvars");
    assert!(!program.module(Program::ROOT).incomplete, "the module itself is whole");
}

#[test]
fn locked_versions_are_known_by_the_provider_address() {
    let lock =
        "provider \"registry.example/hashicorp/aws\" {\n  version     = \"5.31.0\"\n  constraints = \"~> 5.0\"\n}\n";
    let program = program(&[("main.tf", VARIABLES), (".terraform.lock.hcl", lock)]);
    assert_eq!(program.locked["registry.example/hashicorp/aws"], "5.31.0");
}
