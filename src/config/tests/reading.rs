//! What a module's files say, and what Terraform would refuse in them.

use super::*;

#[test]
fn a_module_holds_what_its_files_declare() {
    let program = program(&[
        (
            "main.tf",
            r#"
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws    = { source = "hashicorp/aws", version = "~> 5.0" }
    legacy = "1.0"
  }
  backend "s3" { bucket = "state" }
}
provider "aws" { region = var.region }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "aws_instance" "web" {
  count    = 2
  provider = aws.west
  ami      = "ami-1"
  network_interface { device_index = 0 }
  lifecycle { prevent_destroy = true }
  provisioner "local-exec" { command = "true" }
  depends_on = [aws_vpc.main]
}
data "aws_ami" "base" {}
"#,
        ),
        (
            "variables.tf",
            r#"
variable "region" {
  type      = string
  default   = "eu-central-1"
  sensitive = "true"
  nullable  = false
  validation {
    condition     = var.region != ""
    error_message = "empty"
  }
}
locals {
  a = 1
  b = local.a
}
output "id" {
  value     = aws_instance.web[0].id
  sensitive = true
}
"#,
        ),
    ]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    let module = program.module(Program::ROOT);
    assert_eq!(&*module.directory, ".");
    assert!(!module.incomplete);

    let web = resource(&program, "web");
    assert_eq!(written(&program, &web.body), ["ami = \"ami-1\"", "network_interface {device_index = 0}"]);
    assert_eq!(text(&program, web.count.unwrap()), "2");
    assert_eq!(web.provider, Some(("aws".into(), Some("west".into()))));
    assert_eq!(written(&program, web.lifecycle.as_ref().unwrap()), ["prevent_destroy = true"]);
    assert!(web.depends_on.is_some());
    assert_eq!(resource(&program, "base").mode, Mode::Data);

    let region = &module.variables["region"];
    assert!(region.sensitive && !region.nullable && region.validations.len() == 1);
    assert_eq!(text(&program, region.default.unwrap()), "\"eu-central-1\"");
    assert_eq!(module.locals.keys().collect::<Vec<_>>(), ["a", "b"]);
    assert!(module.outputs["id"].sensitive);

    let providers: Vec<_> = module.providers.iter().map(|it| (it.name.as_str(), it.alias.as_deref())).collect();
    assert_eq!(providers, [("aws", None), ("aws", Some("west"))]);
    let terraform = &module.terraform;
    assert_eq!(terraform.required_version.as_deref(), Some(">= 1.5"));
    assert_eq!(terraform.required_providers[0].source.as_deref(), Some("hashicorp/aws"));
    assert_eq!(terraform.required_providers[1].version.as_deref(), Some("1.0"));
    assert_eq!(terraform.backend.as_ref().unwrap().0, "s3");
}

#[test]
fn what_is_declared_twice_is_an_error_with_both_places() {
    let program = program(&[
        ("a.tf", "resource \"aws_vpc\" \"v\" {}\nvariable \"x\" {}\nlocals { l = 1 }\nprovider \"aws\" {}\n"),
        (
            "b.tf",
            "variable \"x\" {}\n  resource \"aws_vpc\" \"v\" {}\ndata \"aws_vpc\" \"v\" {}\nlocals { l = 2 }\nprovider \"aws\" {}\n",
        ),
    ]);
    assert_eq!(
        told(&program.errors),
        [
            "b.tf:1:1 variable \"x\" is declared twice (declared before at a.tf:2)",
            "b.tf:2:3 resource aws_vpc.v is declared twice (declared before at a.tf:1)",
            "b.tf:4:10 local.l is declared twice (declared before at a.tf:3)",
            "b.tf:5:1 provider aws is declared twice (declared before at a.tf:4)",
        ]
    );
}

#[test]
fn what_terraform_refuses_is_an_error_and_what_is_newer_a_warning() {
    let program = program(&[(
        "main.tf",
        "name = 1\nresource \"aws_vpc\" {}\nresource \"aws_vpc\" \"1a\" {}\nresorce \"a\" \"b\" {}\nfuture \"x\" {}\n\
         moved {\n  from = a.b\n  to   = a.c\n}\nvariable \"count\" {}\n\
         resource \"aws_vpc\" \"both\" {\n  count    = 1\n  for_each = {}\n}\nmodule \"m\" {}\n",
    )]);
    assert_eq!(
        told(&program.errors),
        [
            "main.tf:1:1 `name` stands outside of any block (arguments belong into a block)",
            "main.tf:2:1 a `resource` block needs a type and a name",
            "main.tf:3:20 \"1a\" cannot be a name (letters, digits, `_` and `-`, not beginning with a digit)",
            "main.tf:10:1 no variable can be named `count` (a module call means another thing by it)",
            "main.tf:13:3 `count` and `for_each` exclude each other (the block has both)",
            "main.tf:15:1 module \"m\" has no source",
        ]
    );
    let warnings: Vec<_> = program.warnings.iter().map(|it| (it.message.as_str(), it.help.as_deref())).collect();
    assert_eq!(
        warnings,
        [
            ("`resorce` is no block that this version knows; it was passed over", Some("did you mean `resource`?")),
            ("`future` is no block that this version knows; it was passed over", None),
        ]
    );
}

#[test]
fn blocks_that_may_stand_once_are_refused_a_second_time() {
    let program = program(&[
        (
            "main.tf",
            "terraform {\n  required_providers {}\n}\nterraform {\n  required_providers {}\n}\n\
             resource \"a_b\" \"c\" {\n  lifecycle {}\n  lifecycle {}\n}\nlocals {\n  block {}\n}\n\
             locals \"x\" {}\nterraform {\n  backend \"s3\" {}\n  cloud {}\n}\noutput \"o\" {}\n",
        ),
        ("override.tf", "resource \"a_b\" \"c\" {\n  depends_on = []\n}\n"),
    ]);
    assert_eq!(
        told(&program.errors),
        [
            "main.tf:5:3 `required_providers` is declared twice (declared before at main.tf:2)",
            "main.tf:9:3 `lifecycle` is declared twice (declared before at main.tf:8)",
            "main.tf:12:3 `locals` holds `name = value` and no blocks",
            "main.tf:14:1 a `locals` block takes no label",
            "main.tf:17:3 the backend is declared twice (declared before at main.tf:16)",
            "main.tf:19:1 output \"o\" has no value",
            "override.tf:2:3 `depends_on` cannot be overridden",
        ]
    );
}

#[test]
fn a_broken_file_gives_its_errors_and_the_rest_is_used() {
    let program = program(&[
        ("broken.tf", "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0\n}\n"),
        ("good.tf", "resource \"aws_sqs_queue\" \"q\" {}\n"),
    ]);
    let at = program.errors[0].location.as_ref().unwrap();
    assert_eq!((&*at.file, at.line), ("broken.tf", 2));
    assert!(program.module(Program::ROOT).incomplete);
    assert_eq!(resource(&program, "q").type_name, "aws_sqs_queue");
}

#[test]
fn a_byte_order_mark_and_crlf_change_nothing() {
    let program = program(&[("main.tf", "\u{feff}resource \"aws_vpc\" \"v\" {\r\n  a = 1\r\n}\r\n")]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    assert_eq!(written(&program, &resource(&program, "v").body), ["a = 1"]);
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_read_are_errors_and_files_outside_warnings() {
    let tree =
        Tree::new(&[("secret/x.tf", "variable \"secret\" {}\n"), ("root/main.tf", "resource \"a_b\" \"c\" {}\n")]);
    std::os::unix::fs::symlink("gone.tf", tree.base.join("root/dangling.tf")).unwrap();
    std::os::unix::fs::symlink("../secret/x.tf", tree.base.join("root/out.tf")).unwrap();
    let program = tree.load_at("root", &Inputs::default());
    assert_eq!(told(&program.errors), ["root/dangling.tf was not read: it does not exist"]);
    assert_eq!(told(&program.warnings), ["root/out.tf was not read: it lies outside the analysed roots"]);
    assert!(program.module(Program::ROOT).incomplete && program.module(Program::ROOT).variables.is_empty());
    assert_eq!(resource(&program, "c").type_name, "a_b");
}

#[test]
fn functions_read_inside_the_read_root_only() {
    let tree = Tree::new(&[
        ("repo/.onus.hcl", ""),
        ("repo/live/main.tf", "resource \"a_b\" \"c\" {}\n"),
        ("repo/policies/p.json", "{}"),
        ("repo/live/t/.hidden", ""),
        ("repo/live/t/a/b.txt", ""),
        ("secret", "s"),
    ]);
    let program = tree.load_at("repo", &Inputs::default());
    use crate::source::ReadError;
    assert_eq!(program.read_file("../policies/p.json"), Ok(b"{}".to_vec()));
    assert_eq!(program.read_file("../../secret"), Err(ReadError::Refused));
    assert_eq!(program.read_file("/etc/passwd"), Err(ReadError::Refused));
    assert_eq!(program.read_file("~/.aws/credentials"), Err(ReadError::Refused));
    assert_eq!(program.read_file("nothing"), Err(ReadError::Missing));
    assert_eq!(program.list_files("t").unwrap(), [".hidden", "a/b.txt"]);
}

#[test]
fn a_check_reads_a_data_source_of_its_own_in_both_syntaxes() {
    let native = r#"
        resource "terraform_data" "app" {}
        check "site" {
          data "http" "site" { url = "https://example.org" }
          assert {
            condition     = data.http.site.status_code == 200
            error_message = "down"
          }
        }
    "#;
    let json = r#"{ "resource": { "terraform_data": { "app": {} } }, "check": { "site": {
        "data": { "http": { "site": { "url": "https://example.org" } } },
        "assert": [{ "condition": "${data.http.site.status_code == 200}", "error_message": "down" }]
    } } }"#;
    for (name, text) in [("main.tf", native), ("main.tf.json", json)] {
        let program = program(&[(name, text)]);
        let module = program.module(Program::ROOT);
        let data = &module.resources[&(Mode::Data, "http".to_owned(), "site".to_owned())];
        assert_eq!((data.check.as_deref(), written(&program, &data.body).len()), (Some("site"), 1), "{name}");
        let [assert] = &module.checks["site"].asserts[..] else { panic!("one assert in {name}") };
        assert!(assert.error_message.is_some());
        assert_eq!((&*program.errors, &*program.warnings), (&[][..], &[][..]));
    }
}

#[test]
fn a_data_source_of_a_check_neither_repeats_nor_has_a_sibling() {
    let text = r#"
        check "site" {
          data "http" "a" {
            count = 2
            url   = "https://example.org"
          }
          data "http" "b" {
            url = "https://example.org"
            lifecycle {}
          }
          assert {
            condition     = data.http.a.status_code == 200
            error_message = "down"
          }
        }
        data "http" "a" {}
    "#;
    let program = program(&[("main.tf", text)]);
    let told: Vec<&str> = program.errors.iter().map(|problem| &*problem.message).collect();
    assert_eq!(
        told,
        [
            "a data source of a check takes no `lifecycle` block",
            "a data source of a check takes no `count`",
            "a check has one data source at most",
            "data.http.a is declared twice",
        ]
    );
}
