//! What the JSON parser makes of files that programs and people write.

use super::{parse, parse_values};
use crate::syntax::dump;

fn file(source: &str) -> String {
    let tree = parse(source);
    assert_eq!(tree.errors, [], "{source}");
    assert!(tree.json);
    dump::file(&tree, source)
}

fn errors(source: &str) -> Vec<String> {
    let tree = parse(source);
    tree.errors.iter().map(|error| format!("{}: {}", &source[error.span.range()], error.message)).collect()
}

#[test]
fn known_blocks_become_blocks_and_all_below_them_attributes() {
    let source = r#"{
      "//": "made by a program",
      "resource": {
        "aws_s3_bucket": {
          "logs": { "bucket": "logs-${var.env}", "versioning": [{ "enabled": true }], "//": "x" },
          "two": [{ "tags": { "${local.k}": "v" } }, { "count": 2 }]
        }
      },
      "variable": { "env": { "type": "list(string)", "default": "${not a template}" } },
      "provider": [{ "aws": { "region": "eu-west-1" } }, { "aws": { "alias": "west" } }],
      "locals": { "port": -1.5E3, "on": null },
      "terraform": { "required_providers": { "aws": { "source": "hashicorp/aws" } } }
    }"#;
    assert_eq!(
        file(source),
        r#"resource "aws_s3_bucket" "logs"
  bucket = (template "logs-" var.env)
  versioning = [{"enabled": true}]
resource "aws_s3_bucket" "two"
  tags = {(wrap local.k): "v"}
resource "aws_s3_bucket" "two"
  count = 2
variable "env"
  type = list(string)
  default = "${not a template}"
provider "aws"
  region = "eu-west-1"
provider "aws"
  alias = "west"
locals
  port = (Negate 1.5e3)
  on = null
terraform
  required_providers = {"aws": {"source": "hashicorp/aws"}}
"#
    );
    let tree = parse(source);
    let view = tree.view(source);
    let first = view.blocks_in(view.root()).next().unwrap();
    assert_eq!(&source[view.block(first).header.range()], r#""logs""#);
    let bucket = view.attribute(view.block(first).body, "bucket").unwrap();
    assert_eq!(&source[view.span(bucket.expr).range()], "logs-${var.env}");
}

#[test]
fn references_and_types_are_expressions() {
    let source = r#"{
      "module": { "m": { "source": "./m", "providers": { "aws.west": "aws.east" }, "depends_on": ["aws_vpc.a"] } },
      "resource": { "t": { "n": { "provider": "aws.west",
        "lifecycle": { "ignore_changes": ["tags[\"a\"]"], "precondition": { "condition": "${var.a > 1}" } } } } },
      "moved": { "from": "a.b", "to": "a.c[\"x\"]" }
    }"#;
    assert_eq!(
        file(source),
        r#"module "m"
  source = "./m"
  providers = {"aws.west": aws.east}
  depends_on = [aws_vpc.a]
resource "t" "n"
  provider = aws.west
  lifecycle = {"ignore_changes": [tags["a"]], "precondition": {"condition": (wrap (Greater var.a 1))}}
moved
  from = a.b
  to = a.c["x"]
"#
    );
}

#[test]
fn escapes_are_resolved_before_templates_are_read() {
    let source = r#"{ "locals": { "a": "x\n${join(\",\", [for s in var.l : \"<${s}>\"])}", "b": "\u0024{c}", "d": "\ud83d\ude00\/\\n" } }"#;
    assert_eq!(
        file(source),
        r#"locals
  a = (template "x\n" join("," (for s in var.l: (template "<" s ">"))))
  b = (wrap c)
  d = "😀/\\n"
"#
    );
}

#[test]
fn values_of_variables_are_no_templates() {
    let source = r#"{ "a": "${x}", "b": [1, { "c": "%{ if }" }] }"#;
    let tree = parse_values(source);
    assert_eq!(tree.errors, []);
    assert_eq!(dump::file(&tree, source), "a = \"${x}\"\nb = [1 {\"c\": \"%{ if }\"}]\n");
}

#[test]
fn errors_name_what_is_wrong_and_keep_what_was_read() {
    assert_eq!(errors(r#"{ "locals": { "a": 1, } }"#), [",: JSON has no comma after the last entry"]);
    assert_eq!(errors("{ // why\n }"), ["/: A key in double quotes must stand here"]);
    assert_eq!(errors(r#"{ "locals": { "a": yes } }"#), ["yes: `yes` is no JSON value"]);
    assert_eq!(errors("{ \"locals\": { \"a\": \"x\n } }"), ["\"x: This string is never closed"]);
    assert_eq!(errors(r#"{ "locals": { "a": [1 2] } }"#), ["2: `,` or `]` must stand here"]);
    assert_eq!(errors(r#"{ "locals": { "a": 1"#), ["{: This bracket is never closed"]);
    assert_eq!(errors(r#"{} {}"#), ["{: JSON text holds one value"]);
    assert_eq!(errors(""), [": An object `{ }` must stand here"]);
    assert_eq!(errors(r#"{ "locals": { "a": 1, "a": 2 } }"#), ["\"a\": The argument `a` is set twice"]);
    assert_eq!(errors(r#"{ "locals": { "a": "${1 +}" } }"#), ["}: A value is missing"]);

    let source = r#"{ "locals": { "a": 1 }, "output": { "o": { "value": oops } } }"#;
    let tree = parse(source);
    assert_eq!(dump::file(&tree, source), "locals\n  a = 1\noutput \"o\"\n  value = <invalid>\n");
    let deep = "[".repeat(100_000);
    assert!(errors(&format!("{{\"locals\":{{\"a\":{deep}"))[0].contains("levels deep"));
}

#[test]
fn a_block_may_be_written_again_but_no_argument() {
    let source = r#"{
      "resource": { "t": { "n": {
        "ingress": { "port": 1 }, "count": 2, "ingress": [{ "port": 2 }, { "port": 3 }],
        "lifecycle": { "precondition": { "condition": true }, "precondition": { "condition": false } }
      } } },
      "variable": { "v": { "validation": { "condition": true }, "validation": { "condition": false } } }
    }"#;
    assert_eq!(
        file(source),
        r#"resource "t" "n"
  ingress = [{"port": 1} {"port": 2} {"port": 3}]
  count = 2
  lifecycle = {"precondition": [{"condition": true} {"condition": false}]}
variable "v"
  validation = [{"condition": true} {"condition": false}]
"#
    );
    let resource = |body: &str| errors(&format!(r#"{{ "resource": {{ "t": {{ "n": {{ {body} }} }} }} }}"#));
    assert_eq!(resource(r#""a": 1, "a": 2"#), ["\"a\": The argument `a` is set twice"]);
    assert_eq!(resource(r#""a": {}, "a": 2"#), ["\"a\": The argument `a` is set twice"]);
    assert_eq!(
        resource(r#""lifecycle": {}, "lifecycle": {}"#),
        ["\"lifecycle\": The argument `lifecycle` is set twice"]
    );
    assert_eq!(errors(r#"{ "locals": { "a": {}, "a": {} } }"#), ["\"a\": The argument `a` is set twice"]);
    assert_eq!(resource(r#""//": { "a": 1, "a": 2 }, "//": 1"#), [""; 0]);
    let repeated = |block: &str, argument: &str| {
        let twice = format!(r#""{argument}": {{ "a": 1 }}, "{argument}": {{ "b": 2 }}"#);
        errors(&format!(r#"{{ "{block}": {{ "x": {{ {twice} }} }} }}"#)).len()
    };
    for (block, argument) in [("module", "input"), ("output", "value"), ("variable", "default")] {
        assert_eq!(repeated(block, argument), 1, "{block} {argument}");
    }
    for (block, nested) in [("output", "precondition"), ("check", "assert"), ("provider", "assume_role")] {
        assert_eq!(repeated(block, nested), 0, "{block} {nested}");
    }
}

#[test]
fn a_comment_may_stand_twice_in_a_block_but_not_in_a_value() {
    let twice = r#"{ "//": "a", "k": 1, "//": "b" }"#;
    for block in [
        format!(r#"{{ "locals": {twice}, "//": 1, "//": 2 }}"#),
        format!(r#"{{ "resource": {{ "t": {{ "n": {{ "ingress": {twice} }} }} }} }}"#),
        format!(r#"{{ "variable": {{ "v": {{ "validation": {twice} }} }} }}"#),
    ] {
        assert_eq!(errors(&block), [""; 0], "{block}");
    }
    for value in [
        format!(r#"{{ "locals": {{ "a": {twice} }} }}"#),
        format!(r#"{{ "locals": {{ "a": [[{twice}]] }} }}"#),
        format!(r#"{{ "output": {{ "o": {{ "value": {twice} }} }} }}"#),
        format!(r#"{{ "module": {{ "m": {{ "input": {twice} }} }} }}"#),
    ] {
        assert_eq!(errors(&value), ["\"//\": The key `//` stands twice in this object"], "{value}");
    }
}

#[test]
fn null_is_no_block_and_a_block_without_its_name_is_an_error() {
    let source = r#"{ "locals": null, "provider": { "aws": null }, "variable": { "v": null, "w": [null, {}] } }"#;
    assert_eq!(file(source), "variable \"w\"\nvariable \"w\"\n");
    assert_eq!(errors(r#"{ "resource": {} }"#), ["{}: A name of a `resource` is missing"]);
    assert_eq!(errors(r#"{ "resource": { "t": [] } }"#), ["[]: A name of a `resource` is missing"]);
    assert_eq!(errors(r#"{ "variable": null }"#), ["null: A name of a `variable` is missing"]);
    assert_eq!(errors(r#"{ "resource": { "//": "x" } }"#), ["\": An object `{ }` must stand here"]);
}

#[test]
fn control_characters_are_refused_and_bytes_that_are_no_text_replaced() {
    assert_eq!(errors("{ \"locals\": { \"a\": \"x\ty\" } }"), ["\t: A control character cannot stand in JSON text"]);
    assert_eq!(file("{ \"locals\": { \"a\": \"caf\u{1a}\", \"b\": \"${c}\u{1a}\" } }"), {
        "locals\n  a = \"caf\u{fffd}\"\n  b = (template c \"\u{fffd}\")\n"
    });
    assert_eq!(super::parse_value("\"\u{1a}\"").0.errors.len(), 1);
}

#[test]
fn what_nests_deep_fits_on_a_stack_of_one_mebibyte() {
    let run = || {
        for (open, close) in [("[", "]"), ("{\"k\":", "}")] {
            for depth in [200, 100_000] {
                let source = format!("{{\"locals\":{{\"a\":{}1{}}}}}", open.repeat(depth), close.repeat(depth));
                assert_eq!(parse(&source).errors.is_empty(), depth == 200, "{open} {depth}");
            }
        }
        let template = format!("{{\"locals\":{{\"a\":\"${{{}1{}}}\"}}}}", "(".repeat(200), ")".repeat(200));
        assert_eq!(parse(&template).errors, []);
    };
    std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap().join().unwrap();
}
