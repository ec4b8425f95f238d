//! Terraform as it is written: of all ages and of OpenTofu, in workspaces, with the files that lie beside configuration.

use serde_json::{Value, json};

use crate::check;
use crate::common::{Onus, Ran, onus};

fn show() -> Onus {
    onus().args(["show", "--format", "json"])
}

fn output(ran: &Ran, name: &str) -> Value {
    ran.json()["planned_values"]["outputs"][name]["value"].clone()
}

fn warnings(ran: &Ran) -> Vec<String> {
    let document = ran.json();
    let warnings = document["warnings"].as_array().unwrap().iter();
    warnings.map(|warning| warning["message"].as_str().unwrap().to_owned()).collect()
}

const WORKSPACE: &str = "output \"it\" {\n  value = terraform.workspace\n}\nresource \"a_b\" \"c\" {}\n";

#[test]
fn the_workspace_is_named_by_argument_environment_or_what_was_selected() {
    let run = || show().file("main.tf", WORKSPACE);
    let selected = || run().file(".terraform/environment", "stage\n");
    assert_eq!(output(&run().run(), "it"), "default");
    assert_eq!(output(&selected().run(), "it"), "stage");
    assert_eq!(output(&selected().env("TF_WORKSPACE", "prod").run(), "it"), "prod");
    assert_eq!(output(&selected().env("TF_WORKSPACE", "prod").args(["--workspace", "dev"]).run(), "it"), "dev");
    let elsewhere = selected().env("TF_DATA_DIR", "data").file("data/environment", "test");
    assert_eq!(output(&elsewhere.run(), "it"), "test");
}

const SIZES: &str = r#"locals {
  env = "${terraform.workspace}"
  encrypted = { prod = true, dev = false }
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = local.encrypted[local.env]
}

resource "aws_sqs_queue" "each" {
  for_each = local.encrypted
  name     = each.key
}

output "instance" {
  value = aws_sqs_queue.each[terraform.workspace].name
}

output "fallback" {
  value = try(local.encrypted[terraform.workspace], "none")
}

output "looked_up" {
  value = lookup(local.encrypted, terraform.workspace)
}

output "file" {
  value = file("${terraform.workspace}.txt")
}
"#;

#[test]
fn what_needs_a_workspace_that_nobody_names_is_undecided_and_the_way_out_is_said() {
    let ran = check().args(["--select", "aws-ebs-volume-encrypted"]).file("main.tf", SIZES).run();
    let document = ran.json();
    let finding = &document["findings"][0];
    assert_eq!(finding["verdict"], "unknown", "{document:#}");
    assert_eq!(finding["reason"]["kind"], "workspace");
    assert_eq!(finding["reason"]["name"], "terraform.workspace");
    assert_eq!((document["errors"].clone(), warnings(&ran)), (json!([]), Vec::<String>::new()));

    let ran = onus().args(["check", "--now", "2026-11-24"]).file("main.tf", SIZES).run();
    assert!(ran.stdout.contains("pass --workspace"), "{}", ran.stdout);
    assert!(ran.stdout.contains("terraform.workspace"), "{}", ran.stdout);

    let ran = show().file("main.tf", SIZES).run();
    assert_eq!(output(&ran, "fallback"), "none");
    assert_eq!((output(&ran, "looked_up"), output(&ran, "file")), (Value::Null, Value::Null));
    assert_eq!(ran.stderr, "");

    let ran = show().args(["--workspace", "prod"]).file("main.tf", SIZES).file("prod.txt", "x").run();
    assert_eq!(output(&ran, "looked_up"), true);
    assert_eq!(output(&ran, "instance"), "prod");
    assert_eq!(output(&ran, "file"), "x");
}

#[test]
fn help_says_where_the_workspace_comes_from() {
    let help = onus().args(["check", "--help"]).run().stdout;
    assert!(help.contains("--workspace") && help.contains("TF_WORKSPACE"), "{help}");
}

const CALLS: &str = r#"module "vpc" {
  source  = "acme/vpc/aws"
  version = "1.0.0"
}

module "role" {
  source = "acme/iam/aws//modules/role"
}

module "net" {
  source = "git::https://example.com/net.git//sub?ref=v2"
}

output "all" {
  value = [module.vpc.name, module.role.name, module.net.name]
}
"#;

fn manifest(dirs: [(&str, &str, &str); 3]) -> String {
    let modules = dirs.map(|(key, source, dir)| json!({ "Key": key, "Source": source, "Dir": dir }));
    json!({ "Modules": modules }).to_string()
}

fn named(name: &str) -> String {
    format!("output \"name\" {{\n  value = \"{name}\"\n}}\n")
}

#[test]
fn fetched_modules_are_found_where_init_put_them_on_any_system() {
    let manifest = manifest([
        ("vpc", "registry.example.com/acme/vpc/aws", r"data\modules\vpc"),
        ("role", "registry.example.com/acme/iam/aws//modules/role", r"data\modules\role\modules\role"),
        ("net", "git::https://example.com/net.git//sub?ref=v2", "data/modules/net/sub"),
    ]);
    let run = |run: Onus| {
        run.env("TF_DATA_DIR", "./data")
            .file("main.tf", CALLS)
            .file("data/modules/modules.json", &manifest)
            .file("data/modules/vpc/main.tf", &named("vpc"))
            .file("data/modules/vpc/examples/x/main.tf", "resource \"aws_sqs_queue\" \"q\" {}\n")
            .file("data/modules/role/modules/role/main.tf", &named("role"))
            .file("data/modules/net/sub/main.tf", &named("net"))
            .run()
    };
    let shown = run(show());
    assert_eq!(output(&shown, "all"), json!(["vpc", "role", "net"]), "{}", shown.stderr);
    // What was fetched is no root module of its own.
    let checked = run(check());
    assert_eq!((checked.json()["summary"]["roots"].clone(), warnings(&checked)), (json!(1), Vec::<String>::new()));
}

#[test]
fn a_module_fetched_for_another_source_or_gone_counts_as_not_downloaded() {
    let manifest = manifest([
        ("vpc", "registry.example.com/acme/network/aws", ".terraform/modules/vpc"),
        ("role", "registry.example.com/acme/iam/aws//modules/role", ".terraform/modules/role/modules/role"),
        ("net", "git::https://example.com/net.git//sub?ref=v1", ".terraform/modules/net/sub"),
    ]);
    let ran = check()
        .file("main.tf", CALLS)
        .file(".terraform/modules/modules.json", &manifest)
        .file(".terraform/modules/vpc/main.tf", &named("vpc"))
        .file(".terraform/modules/net/sub/main.tf", &named("net"))
        .run();
    let told = warnings(&ran);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("module \"vpc\" (acme/vpc/aws 1.0.0) is not downloaded; another one was"), "{told:?}");
    assert!(told[1].starts_with("module \"role\"") && told[1].ends_with("its directory is gone"), "{told:?}");
    assert!(told[2].starts_with("module \"net\"") && told[2].contains("another one was"), "{told:?}");
    assert_eq!(ran.code, 0, "{}", ran.stdout);
}

const OLD: &str = r#"variable "name" {
  type    = "string"
  default = "x"
}

variable "groups" {
  type    = "list"
  default = ["sg-1", "sg-2"]
}

variable "sizes" {
  type    = "map"
  default = { small = "t2.micro" }
}

variable "enabled" {
  default = "true"
}

provider "aws" {
  alias   = "west"
  version = "~> 2.0"
  region  = "us-west-2"
}

resource "aws_instance" "web" {
  count                  = "${var.enabled ? 2 : 0}"
  provider               = "aws.west"
  ami                    = "ami-1"
  instance_type          = "${lookup(var.sizes, "small")}"
  vpc_security_group_ids = ["${var.groups}"]
  depends_on             = ["aws_sqs_queue.jobs"]

  tags {
    Name = "${var.name}-${count.index}"
  }

  lifecycle {
    ignore_changes = ["tags", "ami"]
  }
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
  tags = "${merge(map("a", "b"), map("Name", var.name))}"
}

output "amis" {
  value = ["${aws_instance.web.*.ami}"]
}

output "first" {
  value = "${element(concat(aws_instance.web.*.ami, list("")), 0)}"
}

output "group" {
  value = "${var.groups.1}-${aws_instance.web.0.ami}"
}
"#;

#[test]
fn code_of_terraform_0_11_reads_as_what_it_meant() {
    let ran = show().file("main.tf", OLD).run();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let resources = ran.json()["planned_values"]["root_module"]["resources"].clone();
    assert_eq!(
        resources[1]["values"],
        json!({
            "ami": "ami-1", "instance_type": "t2.micro", "tags": { "Name": "x-1" },
            "vpc_security_group_ids": ["sg-1", "sg-2"],
        })
    );
    assert_eq!(resources[2]["values"]["tags"], json!({ "Name": "x", "a": "b" }));
    assert_eq!(output(&ran, "first"), "ami-1");
    assert_eq!(output(&ran, "group"), "sg-2-ami-1");
    let checked = check().file("main.tf", OLD).run();
    assert_eq!((checked.json()["errors"].clone(), warnings(&checked)), (json!([]), Vec::<String>::new()));
}

const TOFU: &str = r#"variable "variant" {
  default = "./named"
}

variable "regions" {
  default = ["a", "b"]
}

locals {
  dir = "other"
}

terraform {
  encryption {
    state {
      method = method.aes_gcm.main
    }
  }

  backend "s3" {
    bucket = var.variant
  }
}

provider "aws" {
  alias    = "by_region"
  for_each = toset(var.regions)
  region   = each.value
}

resource "aws_sqs_queue" "regional" {
  for_each = toset(var.regions)
  provider = aws.by_region[each.key]
  name     = each.key
}

resource "aws_s3_bucket" "off" {
  bucket = "off"

  lifecycle {
    enabled = false
  }
}

module "off" {
  source = "./named"

  lifecycle {
    enabled = local.dir != "other"
  }
}

module "named" {
  source = var.variant
}

module "other" {
  source = "${path.module}/${local.dir}"
}

output "it" {
  value = [aws_s3_bucket.off, try(module.off.name, "none"), module.named.name, module.other.name]
}
"#;

fn tofu(run: Onus) -> Onus {
    run.file("main.tofu", TOFU)
        .file("main.tf", "this is not read {")
        .file("named/main.tf", &(named("named") + "resource \"aws_sqs_queue\" \"q\" {}\n"))
        .file("other/main.tf", &(named("other") + "resource \"aws_sqs_queue\" \"q\" {}\n"))
        .file("third/main.tf", &named("third"))
}

#[test]
fn opentofus_conditional_resources_and_computed_module_sources_are_understood() {
    let ran = tofu(show()).run();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(output(&ran, "it"), json!([null, "none", "named", "other"]));
    let resources = ran.json()["planned_values"]["root_module"]["resources"].clone();
    assert_eq!(resources.as_array().unwrap().len(), 2, "{resources:#}");

    let given = tofu(show()).file("terraform.tfvars", "variant = \"./third\"\n").run();
    assert_eq!(output(&given, "it")[2], "third");

    let checked = tofu(check()).run();
    let document = checked.json();
    assert_eq!((document["errors"].clone(), warnings(&checked)), (json!([]), Vec::<String>::new()));
    assert_eq!(document["summary"]["roots"], 1, "what is called is no root: {:#}", document["summary"]);
}

const NEW: &str = r#"resource "aws_s3_bucket" "b" {
  bucket = newfunction("x")

  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.aws_lambda_invoke.x]
    }
    recreate = "never"
  }
}

variable "name" {
  defualt = "x"
}

action "aws_lambda_invoke" "x" {
  config {
    function_name = "f"
  }
}

ephemeral "random_password" "p" {
  length = 16
}

storage "of" "tomorrow" {
  size = 1
}

output "parsed" {
  value = provider::aws::arn_parse("arn:aws:s3:::x")
}

import {
  to = aws_s3_bucket.b
  id = "b"
}

removed {
  from = aws_s3_bucket.c
  lifecycle {
    destroy = false
  }
}

check "reachable" {
  assert {
    condition     = aws_s3_bucket.b.bucket != "x"
    error_message = "x"
  }
}
"#;

#[test]
fn what_a_newer_terraform_has_is_a_warning_and_unknown() {
    let ran = check().file("main.tf", NEW).run();
    assert_eq!(ran.json()["errors"], json!([]));
    let told = warnings(&ran);
    assert_eq!(told.len(), 4, "{told:?}");
    for what in ["`storage`", "newfunction", "no `recreate` in `lifecycle`", "no `defualt` in a variable"] {
        assert!(told.iter().any(|told| told.contains(what)), "{what}: {told:?}");
    }
    let shown = show().file("main.tf", NEW).run();
    assert_eq!((shown.code, output(&shown, "parsed")), (0, Value::Null));
}

#[test]
fn files_beside_the_configuration_are_not_taken_for_it() {
    let broken = "this is no { configuration";
    let names = ["a.tftest.hcl", "b.tfmock.hcl", "c.tfstack.hcl", "d.tfdeploy.hcl", "e.tfquery.hcl", "prod.tfbackend"];
    let run = check().file("main.tf", WORKSPACE).files(names.map(|name| (name, broken))).run();
    assert_eq!((run.code, run.json()["errors"].clone(), warnings(&run)), (0, json!([]), Vec::<String>::new()));

    let named = check().file("main.tf", WORKSPACE).file("prod.tfbackend", broken).args(["prod.tfbackend"]).run();
    assert_eq!((named.code, named.json()["errors"].clone()), (0, json!([])));
}

#[test]
fn terragrunt_is_noticed_once() {
    let ran = check().file("main.tf", WORKSPACE).file("terragrunt.hcl", "inputs = { a = 1 }\n").run();
    assert_eq!(warnings(&ran), ["terragrunt.hcl: its inputs are not read"]);
    assert_eq!(ran.code, 0);
    let alone = check().file("live/terragrunt.hcl", "terraform {\n  source = \"../x\"\n}\n").args(["live"]).run();
    assert_eq!(alone.code, 2);
    assert!(alone.stderr.contains("terragrunt.hcl leads to modules that lie elsewhere"), "{}", alone.stderr);
}

const INPUT: &str = "variable \"it\" {\n  default = \"default\"\n}\noutput \"it\" {\n  value = var.it\n}\n";

#[test]
fn values_win_in_the_order_of_the_command_line_over_files_over_the_environment() {
    let mut run = show().file("main.tf", INPUT);
    assert_eq!(output(&run.run(), "it"), "default");
    run = run.env("TF_VAR_it", "environment");
    assert_eq!(output(&run.run(), "it"), "environment");
    for (file, text) in [
        ("terraform.tfvars", "it = \"terraform.tfvars\""),
        ("terraform.tfvars.json", "{\"it\": \"terraform.tfvars.json\"}"),
        ("a.auto.tfvars", "it = \"a.auto.tfvars\""),
        ("b.auto.tfvars.json", "{\"it\": \"b.auto.tfvars.json\"}"),
        ("c.auto.tfvars", "it = \"c.auto.tfvars\""),
    ] {
        run = run.file(file, text);
        assert_eq!(output(&run.run(), "it"), file);
    }
    run = run.file("given.tfvars", "it = \"given\"").args(["--var", "it=argument", "--var-file", "given.tfvars"]);
    assert_eq!(output(&run.run(), "it"), "given");
    run = run.args(["--var", "it=last"]);
    assert_eq!(output(&run.run(), "it"), "last");
}

#[test]
fn overrides_merge_in_order_of_their_names_and_tofu_files_shadow() {
    let output_of = |text: &str| format!("output \"it\" {{\n  value = \"{text}\"\n}}\n");
    let mut run = show().file("main.tf", &output_of("main.tf"));
    for (file, text) in [
        ("main.tofu", output_of("main.tofu")),
        ("a_override.tf", output_of("a_override.tf")),
        ("b_override.tf.json", json!({ "output": { "it": { "value": "b_override.tf.json" } } }).to_string()),
        ("b_override.tofu.json", json!({ "output": { "it": { "value": "b_override.tofu.json" } } }).to_string()),
    ] {
        run = run.file(file, &text);
        assert_eq!(output(&run.run(), "it"), file);
    }
}
