//! Override files and OpenTofu's own files.

use super::*;

#[test]
fn an_override_replaces_arguments_by_name_and_nested_blocks_by_kind() {
    let program = program(&[
        (
            "main.tf",
            r#"
resource "aws_security_group" "g" {
  name = "base"
  tags = { a = 1 }
  ingress { from_port = 22 }
  dynamic "ingress" { for_each = [] }
  egress { from_port = 0 }
  lifecycle {
    prevent_destroy = true
    ignore_changes = [tags]
  }
}
locals { l = "base" }
variable "v" { default = "base" }
"#,
        ),
        (
            "dev_override.tf",
            r#"
resource "aws_security_group" "g" {
  name  = "over"
  count = 2
  ingress { from_port = 443 }
  lifecycle { prevent_destroy = false }
}
locals { l = "over" }
variable "v" { sensitive = true }
provider "aws" { region = "eu-west-1" }
terraform { required_version = ">= 2" }
"#,
        ),
        ("versions.tf", "terraform { required_version = \">= 1\" }\n"),
    ]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    let group = resource(&program, "g");
    assert_eq!(
        written(&program, &group.body),
        ["name = \"over\"", "tags = { a = 1 }", "egress {from_port = 0}", "ingress {from_port = 443}"]
    );
    assert_eq!(text(&program, group.count.unwrap()), "2");
    assert_eq!(
        written(&program, group.lifecycle.as_ref().unwrap()),
        ["prevent_destroy = false", "ignore_changes = [tags]"]
    );
    let module = program.module(Program::ROOT);
    assert_eq!(text(&program, module.locals["l"].expr), "\"over\"");
    assert!(module.variables["v"].sensitive && module.variables["v"].default.is_some());
    assert_eq!(module.providers.len(), 1, "a default provider configuration can be overridden without being written");
    assert_eq!(module.terraform.required_version.as_deref(), Some(">= 2"));
}

#[test]
fn overriding_what_is_not_there_is_an_error() {
    let program = program(&[
        ("main.tf", "resource \"a_b\" \"c\" {}\n"),
        ("override.tf", "resource \"a_b\" \"d\" {}\nlocals { x = 1 }\nprovider \"aws\" { alias = \"west\" }\n"),
    ]);
    let no_base = "no file of this module that is not an override declares it";
    assert_eq!(
        told(&program.errors),
        [
            format!("override.tf:1:1 resource a_b.d is overridden, but not declared ({no_base})"),
            format!("override.tf:2:10 local.x is overridden, but not declared ({no_base})"),
            format!("override.tf:3:1 provider aws.west is overridden, but not declared ({no_base})"),
        ]
    );
}

#[test]
fn overrides_apply_by_name_and_later_ones_win() {
    let program = program(&[
        ("main.tf", "locals { l = 0 }\nresource \"a_b\" \"c\" {}\n"),
        ("b_override.tf", "locals { l = 2 }\n"),
        ("a_override.tf", "locals { l = 1 }\n"),
    ]);
    assert_eq!(text(&program, program.module(Program::ROOT).locals["l"].expr), "2");
}

#[test]
fn a_tofu_file_stands_for_the_tf_file_of_its_name() {
    let program = program(&[
        ("main.tf", "resource \"a_b\" \"terraform\" {}\n"),
        ("main.tofu", "resource \"a_b\" \"tofu\" {}\n"),
        ("other.tf", "resource \"a_b\" \"both\" {}\n"),
    ]);
    let names: Vec<_> = program.module(Program::ROOT).resources.values().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["both", "tofu"]);
}

#[test]
fn in_json_too_dynamic_blocks_are_replaced_by_the_kind_that_they_make() {
    let body = |kinds: &str| format!(r#"{{ "resource": {{ "aws_security_group": {{ "g": {kinds} }} }} }}"#);
    let dynamic = |kind: &str, each: &str| format!(r#""{kind}": {{ "for_each": ["{each}"], "content": {{}} }}"#);
    let base = format!(
        r#"{{ "ingress": {{}}, "tags": {{ "dynamic": "word" }}, "dynamic": {{ {}, {} }} }}"#,
        dynamic("egress", "base"),
        dynamic("timeouts", "base")
    );
    let over = format!(r#"{{ "timeouts": {{}}, "dynamic": {{ {} }} }}"#, dynamic("ingress", "over"));
    let program = program(&[("main.tf.json", &body(&base)), ("override.tf.json", &body(&over))]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    let group = resource(&program, "g");
    assert_eq!(written(&program, &group.body), [r#"tags = { "dynamic": "word" }"#, "timeouts = {}"]);
    let made = group.body.dynamic.iter().map(|(file, made)| program.tree(*file).text(made.name));
    assert_eq!(made.collect::<Vec<_>>(), ["egress", "ingress"]);
}
