//! What Terraform would refuse whatever the values is an error with its place; what it may accept is none.

use super::{check, failing, text};
use crate::common::{Ran, onus};

/// A resource with a finding, to see that the rest of a refused configuration is judged.
const OPEN: &str = r#"
resource "aws_db_instance" "d" {
  storage_encrypted = false
}
"#;

/// The errors of a run as `file:line:column: message`.
fn errors(ran: &Ran) -> Vec<String> {
    let document = ran.json();
    let error = |error: &serde_json::Value| {
        let at = &error["location"];
        format!("{}:{}:{}: {}", text(&at["file"]), at["line"], at["column"], text(&error["message"]))
    };
    document["errors"].as_array().unwrap().iter().map(error).collect()
}

fn check_locals(body: &str) -> Ran {
    check().file("main.tf", &format!("locals {{\n{body}\n}}\n{OPEN}")).run()
}

#[test]
fn an_expression_that_terraform_refuses_is_an_error_at_its_place() {
    let cases = [
        ("x = 1 + \"a\"", "main.tf:2:9: A number is needed here, not a string"),
        ("x = [1, 2][2]", "main.tf:2:5: There is no element 2 in a list of 2"),
        ("x = { a = 1 }.b", "main.tf:2:5: An object has no attribute \"b\""),
        ("x = null.a", "main.tf:2:5: null has no attribute \"a\""),
        ("x = upper([])", "main.tf:2:5: The first argument of upper must be text, not a tuple"),
        ("x = upper(\"a\", \"b\")", "main.tf:2:5: upper takes 1 argument, not 2"),
        ("x = { for n in [\"a\", \"a\"] : n => 1 }", "main.tf:2:29: Two elements of this `for` have the same key"),
        ("x = [for n in 5 : n]", "main.tf:2:15: A number cannot be iterated over"),
        ("x = var.nope", "main.tf:2:5: var.nope is not declared"),
        ("x = aws_instance.nope.id", "main.tf:2:5: aws_instance.nope is not declared"),
        ("x = data.aws_ami.nope.id", "main.tf:2:5: data.aws_ami.nope is not declared"),
        ("x = module.nope.id", "main.tf:2:5: module.nope is not declared"),
        ("x = \"a${[1]}\"", "main.tf:2:9: A template can hold text and numbers, not a tuple"),
    ];
    for (body, expected) in cases {
        let ran = check_locals(body);
        assert_eq!(errors(&ran), [expected], "{body}");
        assert_eq!(ran.code, 3, "{body}");
        assert!(!failing(&ran.json()).is_empty(), "the rest is judged: {body}");
    }
}

#[test]
fn what_terraform_may_accept_is_no_error() {
    let cases = [
        "x = try(1 + \"a\", 2)",
        "x = can(null.a)",
        "x = true ? 1 : [][0]",
        "x = [for n in [] : n.nope]",
        "x = nope_of_a_newer_version(1)",
        "x = { prod = 1 }[terraform.workspace]",
        "x = aws_db_instance.d.tags.nope",
        "x = aws_db_instance.d.id == \"a\" ? 1 + \"a\" : 2",
        "x = 1 / 0",
        "x = resource.aws_db_instance.d.storage_encrypted",
        "x = file(\"~/.ssh/id_rsa.pub\")",
    ];
    for body in cases {
        let ran = check_locals(body);
        assert_eq!(errors(&ran), [""; 0], "{body}");
        assert_eq!(ran.code, 1, "{body}");
    }
}

#[test]
fn count_and_for_each_are_refused_as_terraform_does() {
    let cases = [
        ("count = -1", "count must not be negative"),
        ("count = 1.5", "count must be a whole number"),
        ("count = null", "count must be a whole number, not null"),
        ("count = [1]", "count must be a whole number, not a tuple"),
        ("for_each = [\"a\"]", "for_each must be a map, or a set of strings, not a tuple"),
        ("for_each = toset([1])", "for_each must be a map, or a set of strings, not a set that holds a number"),
        ("for_each = null", "for_each must be a map, or a set of strings, not null"),
    ];
    for (argument, expected) in cases {
        let ran = check().file("main.tf", &format!("resource \"null_resource\" \"r\" {{\n  {argument}\n}}")).run();
        let errors = errors(&ran);
        assert!(errors.len() == 1 && errors[0].ends_with(expected), "{argument}: {errors:?}");
    }
    for argument in ["count = \"2\"", "count = 0", "for_each = {}", "for_each = toset([])"] {
        let ran = check().file("main.tf", &format!("resource \"null_resource\" \"r\" {{\n  {argument}\n}}")).run();
        assert_eq!(errors(&ran), [""; 0], "{argument}");
    }
}

#[test]
fn a_module_is_refused_once_however_often_it_is_called() {
    let files = |call: &str| {
        check().file("main.tf", &format!("module \"m\" {{\n  source = \"./m\"\n  {call}\n}}")).file(
            "m/main.tf",
            "variable \"v\" {\n  type = number\n}\noutput \"o\" {\n  value = [1][var.v + 1]\n}\nresource \"null_resource\" \"r\" {}\n",
        )
    };
    let ran = files("for_each = toset([\"a\", \"b\", \"c\"])\n  v = length(each.key)").run();
    assert_eq!(errors(&ran), ["m/main.tf:5:11: There is no element 2 in a list of 1"]);
    let ran = files("v = \"x\"").run();
    let message = "The value given to var.v does not fit its type: a number is needed, not a string";
    assert_eq!(errors(&ran), [format!("main.tf:3:7: {message}")]);
    let ran = files("count = 0\n  v = [][0]").run();
    assert_eq!(errors(&ran), [""; 0], "without instances inputs are not evaluated");
}

#[test]
fn instances_that_do_not_exist_are_refused() {
    let ran = check()
        .file(
            "main.tf",
            r#"
resource "aws_instance" "two" {
  count = 2
}
resource "aws_eip" "e" {
  count    = 3
  instance = aws_instance.two[count.index].id
}
output "none" {
  value = aws_instance.two["a"].id
}
output "fine" {
  value = element(aws_instance.two[*].id, 7)
}
"#,
        )
        .run();
    let errors = errors(&ran);
    assert_eq!(errors[0], "main.tf:7:14: There is no aws_instance.two[2]: there are 2");
    assert_eq!(errors.len(), 2, "{errors:?}");
}

#[test]
fn a_circle_is_told_with_its_path_and_people_see_the_place() {
    let ran = onus()
        .args(["check"])
        .file("main.tf", "locals {\n  a = local.b\n  b = local.a\n}\nresource \"null_resource\" \"r\" {}\n")
        .run();
    assert_eq!(ran.code, 3);
    insta::assert_snapshot!(ran.stdout);
}

#[test]
fn what_must_hold_and_does_not_is_refused_with_its_own_words() {
    let variable = |default: &str| {
        format!(
            "variable \"v\" {{\n  default = {default}\n  validation {{\n    condition     = var.v > 1\n    \
             error_message = \"Too small.\"\n  }}\n}}\nresource \"null_resource\" \"r\" {{}}\n"
        )
    };
    let ran = check().file("main.tf", &variable("1")).run();
    assert_eq!(errors(&ran), ["main.tf:2:13: Invalid value for var.v: Too small."]);
    assert_eq!(ran.code, 3);
    let ran = check().file("main.tf", &variable("1")).file("terraform.tfvars", "v = 2\n").run();
    assert_eq!(errors(&ran), [""; 0]);
    let ran = check().file("main.tf", &variable("2")).file("terraform.tfvars", "v = 0\n").run();
    assert_eq!(errors(&ran), ["terraform.tfvars:1:5: Invalid value for var.v: Too small."]);

    let resource = |condition: &str| {
        format!(
            "variable \"open\" {{}}\nlocals {{ one = 1 }}\nresource \"aws_instance\" \"j\" {{}}\nresource \"aws_instance\" \"i\" {{\n  lifecycle {{\n    precondition {{\n      \
             condition     = {condition}\n      error_message = \"No.\"\n    }}\n  }}\n}}\n"
        )
    };
    let ran = check().file("main.tf", &resource("local.one > 2")).run();
    assert_eq!(errors(&ran), ["main.tf:7:23: Resource precondition failed: No."]);
    for condition in ["var.open", "aws_instance.j.tags == null", "terraform.workspace == \"prod\""] {
        let ran = check().file("main.tf", &resource(condition)).run();
        assert_eq!(errors(&ran), [""; 0], "{condition}");
    }
}

#[test]
fn the_words_of_a_failed_validation_hide_what_is_sensitive() {
    let text = "variable \"p\" {\n  default   = \"hunter2\"\n  sensitive = true\n  validation {\n    \
                condition     = length(var.p) > 20\n    error_message = \"Not ${var.p}.\"\n  }\n}\n\
                resource \"null_resource\" \"r\" {}\n";
    let ran = check().file("main.tf", text).run();
    assert_eq!(errors(&ran), ["main.tf:2:15: Invalid value for var.p"]);
    assert!(!ran.stdout.contains("hunter2"));
}

#[test]
fn a_secret_output_is_refused_only_where_every_terraform_does() {
    let output =
        |value: &str| format!("output \"o\" {{\n  value = {value}\n}}\nresource \"null_resource\" \"r\" {{}}\n");
    let variable = "variable \"p\" {\n  sensitive = true\n}\n";
    let refused = check().file("main.tf", &output("\"<${sensitive(\"x\")}>\"")).run();
    assert_eq!(errors(&refused), ["main.tf:2:11: output \"o\" holds something sensitive, but is not declared so"]);
    assert_eq!(refused.code, 3);

    // Its variable has no value: it is there to be called, and outputs of modules need no word.
    let library = check().file("main.tf", &format!("{}{variable}", output("var.p"))).run();
    assert_eq!(errors(&library), [""; 0]);

    // Some versions forget what an output of a module is declared to be.
    let declared = "output \"it\" {\n  value     = 1\n  sensitive = true\n}\n";
    let call = "module \"m\" {\n  source = \"./m\"\n}\n";
    for value in ["module.m.it", "\"<${module.m.it}>\"", "module.m.it == 1", "toset([module.m.it])", "[module.m]"] {
        let text = format!("{}{call}", output(value));
        let ran = check().file("main.tf", &text).file("m/main.tf", declared).run();
        assert_eq!(errors(&ran), [""; 0], "{value}");
    }
}
