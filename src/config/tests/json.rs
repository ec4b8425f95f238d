//! `.tf.json` and `.tfvars.json`.

use super::*;

const MAIN: &str = r#"{
  "//": "made by a program",
  "terraform": {
    "required_version": ">= 1.5",
    "required_providers": { "aws": { "source": "hashicorp/aws", "version": "~> 5.0" } },
    "backend": { "s3": { "bucket": "state" } }
  },
  "provider": [{ "aws": { "region": "eu-west-1" } }, { "aws": { "alias": "west" } }],
  "variable": { "v": { "type": "list(string)", "default": ["a"], "sensitive": true } },
  "locals": { "l": "${var.v}" },
  "resource": {
    "aws_instance": {
      "web": {
        "//": "a remark",
        "count": 2,
        "provider": "aws.west",
        "ami": "ami-1",
        "network_interface": [{ "device_index": 0 }],
        "lifecycle": [{ "prevent_destroy": true }],
        "provisioner": [{ "local-exec": { "command": "true" } }]
      }
    }
  },
  "module": { "m": { "source": "./m", "cidr": "${local.l}", "providers": { "aws.peer": "aws.west" } } },
  "output": { "o": { "value": "${module.m.id}", "sensitive": true } }
}"#;

#[test]
fn json_says_the_same_as_native_syntax() {
    let program = program(&[("main.tf.json", MAIN), ("m/main.tf", "variable \"cidr\" {}\n")]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    assert_eq!(told(&program.warnings), Vec::<String>::new());
    let module = program.module(Program::ROOT);

    let web = resource(&program, "web");
    assert_eq!(written(&program, &web.body), ["ami = \"ami-1\"", "network_interface = [{ \"device_index\": 0 }]"]);
    assert_eq!(web.provider, Some(("aws".into(), Some("west".into()))));
    assert_eq!(text(&program, web.count.unwrap()), "2");
    assert_eq!(written(&program, web.lifecycle.as_ref().unwrap()), ["prevent_destroy = true"]);

    assert!(module.variables["v"].sensitive && module.outputs["o"].sensitive);
    assert_eq!(text(&program, module.locals["l"].expr), "${var.v}");
    assert_eq!(module.providers[1].alias.as_deref(), Some("west"));
    assert_eq!(module.terraform.required_version.as_deref(), Some(">= 1.5"));
    assert_eq!(module.terraform.required_providers[0].version.as_deref(), Some("~> 5.0"));
    assert_eq!(module.terraform.backend.as_ref().unwrap().0, "s3");

    let call = &module.calls["m"];
    assert_eq!(call.target, CallTarget::Module(ModuleId(1)));
    assert_eq!(call.providers[0].child, ("aws".into(), Some("peer".into())));
    assert_eq!(call.inputs.len(), 1);
}

#[test]
fn json_and_native_overrides_replace_each_others_blocks() {
    let program = program(&[
        ("a.tf", "resource \"t\" \"native\" {\n  ingress {}\n  ingress {}\n  egress {}\n}\n"),
        (
            "b.tf.json",
            r#"{"resource":{"t":{"json":{"ingress":[{"p":1}],"name":"x","lifecycle":{"prevent_destroy":true}}}}}"#,
        ),
        ("a_override.tf.json", r#"{"resource":{"t":{"native":{"ingress":[{"p":2}]}}}}"#),
        (
            "b_override.tf",
            "resource \"t\" \"json\" {\n  ingress {}\n  lifecycle {\n    create_before_destroy = true\n    prevent_destroy = false\n  }\n}\n",
        ),
    ]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    assert_eq!(written(&program, &resource(&program, "native").body), ["ingress = [{\"p\":2}]", "egress {}"]);
    let json = resource(&program, "json");
    assert_eq!(written(&program, &json.body), ["name = \"x\"", "ingress {}"]);
    let lifecycle = written(&program, json.lifecycle.as_ref().unwrap());
    assert_eq!(lifecycle, ["prevent_destroy = false", "create_before_destroy = true"]);
}

#[test]
fn values_in_json_files_are_taken_in_their_place() {
    let program = program(&[
        ("main.tf", "variable \"v\" {}\nresource \"a_b\" \"c\" {}\n"),
        ("terraform.tfvars", "v = 1\n"),
        ("terraform.tfvars.json", "{ \"//\": \"remark\", \"v\": 2, \"w\": 3 }"),
        ("b.auto.tfvars", "v = 4\n"),
        ("a.auto.tfvars.json", "{ \"v\": 3 }"),
    ]);
    let given: Vec<_> = program.assignments["v"].iter().map(|it| text(&program, it.expr)).collect();
    assert_eq!(given, ["1", "2", "3", "4"]);
    assert_eq!(
        told(&program.warnings),
        ["terraform.tfvars.json:1:27 `w` is given a value, but no variable has that name"]
    );
}

#[test]
fn a_key_that_no_block_has_is_a_warning_and_a_broken_file_an_error() {
    let program = program(&[("a.tf.json", r#"{"futur": {}, "resource": {"a_b": {"c": {}}}}"#), ("b.tf.json", "{\n")]);
    assert_eq!(
        told(&program.warnings),
        ["a.tf.json:1:2 `futur` is no block that this version knows; it was passed over"]
    );
    assert_eq!(&*program.errors[0].location.as_ref().unwrap().file, "b.tf.json");
    assert_eq!(resource(&program, "c").type_name, "a_b");
}
