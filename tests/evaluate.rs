//! Evaluating real-looking configuration: addresses, values, what stays unknown and why.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::Path;

use bumpalo::Bump;
use onus::config::{Inputs, Program, Scan, load};
use onus::discover::{Options, discover};
use onus::estate::InstanceKind;
use onus::eval::{Evaluation, evaluate};
use onus::value::{Kind, ReasonKind, Value};

/// Evaluates the files of one root module and hands the result to a check.
fn with_root(files: &[(&str, &str)], check: impl FnOnce(&Evaluation<'_>)) {
    let directory = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = directory.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let program = program_of(directory.path());
    let arena = Bump::new();
    check(&evaluate(&arena, &program, &onus::eval::Options::default()));
}

fn program_of(directory: &Path) -> Program {
    let options = Options { working_dir: directory.to_owned(), ..Options::default() };
    let scan = Scan::of(&discover(&[".".into()], &options).unwrap());
    load(&scan.roots[0], &Inputs::default(), &scan.cache)
}

fn addresses(evaluation: &Evaluation<'_>) -> Vec<String> {
    let estate = &evaluation.estate;
    let resources = estate.iter().filter(|(_, instance)| instance.kind == InstanceKind::Managed);
    let mut all: Vec<String> = resources.map(|(id, _)| estate.address(id)).collect();
    all.sort();
    all
}

fn value<'a>(evaluation: &Evaluation<'a>, address: &str, attribute: &str) -> Value<'a> {
    let estate = &evaluation.estate;
    let (_, instance) = estate.iter().find(|(id, _)| estate.address(*id) == address).unwrap();
    *instance.attrs.get(attribute).unwrap_or_else(|| panic!("{address} has no {attribute}"))
}

fn output<'a>(evaluation: &Evaluation<'a>, name: &str) -> Value<'a> {
    evaluation.outputs.iter().find(|(output, ..)| *output == name).unwrap().1
}

#[test]
fn modules_count_and_for_each_give_terraforms_addresses() {
    let files = [
        (
            "main.tf",
            r#"
            module "site" {
              source   = "./site"
              for_each = toset(["eu", "us"])
              name     = each.key
              copies   = each.key == "eu" ? 2 : 1
            }
            output "first" { value = module.site["eu"].names[0] }
            "#,
        ),
        (
            "site/main.tf",
            r#"
            variable "name" { type = string }
            variable "copies" { type = number }
            resource "aws_s3_bucket" "b" {
              count  = var.copies
              bucket = "shop-${var.name}-${count.index}"
            }
            output "names" { value = aws_s3_bucket.b[*].bucket }
            "#,
        ),
    ];
    with_root(&files, |evaluation| {
        assert_eq!(
            addresses(evaluation),
            [
                r#"module.site["eu"].aws_s3_bucket.b[0]"#,
                r#"module.site["eu"].aws_s3_bucket.b[1]"#,
                r#"module.site["us"].aws_s3_bucket.b[0]"#,
            ]
        );
        assert_eq!(output(evaluation, "first").as_str(), Some("shop-eu-0"));
        assert_eq!((&*evaluation.errors, &*evaluation.warnings), (&[][..], &[][..]));
    });
}

#[test]
fn a_variable_without_value_is_unknown_by_name_and_nothing_is_guessed() {
    let files = [(
        "main.tf",
        r#"
        variable "cidr" { type = string }
        resource "aws_security_group" "web" {
          name = "web-${var.cidr}"
          dynamic "ingress" {
            for_each = [22, "443"]
            content {
              from_port   = ingress.value
              to_port     = ingress.value
              protocol    = "tcp"
              cidr_blocks = [var.cidr]
            }
          }
        }
        output "both" { value = var.cidr == "10.0.0.0/8" && false }
        "#,
    )];
    with_root(&files, |evaluation| {
        let ingress = value(evaluation, "aws_security_group.web", "ingress");
        let rules = ingress.elements().unwrap();
        assert_eq!(rules.len(), 2);
        let Kind::Block(rule) = rules[1].kind else { panic!("a block") };
        assert!(matches!(rule.get("from_port").unwrap().kind, Kind::Int(443)), "the schema says number");
        let unknown = rule.get("cidr_blocks").unwrap().elements().unwrap()[0].unknown().unwrap();
        assert_eq!((unknown.reason.kind, unknown.reason.name), (ReasonKind::Variable, "var.cidr"));
        let name = value(evaluation, "aws_security_group.web", "name").unknown().unwrap();
        assert_eq!(name.prefix, "web-");
        assert_eq!(output(evaluation, "both").as_bool(), Some(false));
    });
}

#[test]
fn two_modules_may_use_each_others_outputs() {
    let files = [
        (
            "main.tf",
            r#"
            module "a" {
              source = "./m"
              given  = module.b.fixed
            }
            module "b" {
              source = "./m"
              given  = module.a.fixed
            }
            output "passed" { value = module.a.passed }
            "#,
        ),
        (
            "m/main.tf",
            r#"
            variable "given" {}
            output "fixed" { value = "yes" }
            output "passed" { value = var.given }
            "#,
        ),
    ];
    with_root(&files, |evaluation| {
        assert_eq!(output(evaluation, "passed").as_str(), Some("yes"));
    });
}

#[test]
fn references_keep_their_identity_through_modules_and_templates() {
    let files = [
        (
            "main.tf",
            r#"
            module "store" { source = "./store" }
            resource "aws_s3_bucket_versioning" "v" {
              bucket = module.store.id
            }
            resource "aws_iam_policy" "p" {
              name   = "p"
              policy = jsonencode({ Statement = [{ Resource = "${module.store.arn}/*" }] })
            }
            "#,
        ),
        (
            "store/main.tf",
            r#"
            resource "aws_s3_bucket" "b" { bucket_prefix = "x" }
            output "id" { value = aws_s3_bucket.b.id }
            output "arn" { value = aws_s3_bucket.b.arn }
            "#,
        ),
    ];
    with_root(&files, |evaluation| {
        let estate = &evaluation.estate;
        let bucket = value(evaluation, "aws_s3_bucket_versioning.v", "bucket").unknown().unwrap().ident.unwrap();
        assert_eq!(estate.address(bucket.instance), "module.store.aws_s3_bucket.b");
        let policy = value(evaluation, "aws_iam_policy.p", "policy");
        assert!(policy.is_unknown());
        let decoded = evaluation.encoded.decoded(&policy).unwrap();
        let resource = decoded.first_unknown().unwrap();
        assert_eq!(estate.address(resource.deps[0].instance), "module.store.aws_s3_bucket.b");
    });
}

#[test]
fn what_leads_round_in_a_circle_is_said_and_does_not_hang() {
    let files = [(
        "main.tf",
        r#"
        locals {
          a = local.b
          b = local.a
        }
        resource "null_resource" "x" { triggers = { a = local.a } }
        "#,
    )];
    with_root(&files, |evaluation| {
        assert!(value(evaluation, "null_resource.x", "triggers").first_unknown().is_some());
        let circle = "local.a refers to itself: local.a → local.b → local.a";
        assert!(evaluation.errors.iter().any(|problem| problem.message == circle), "{:?}", evaluation.errors);
    });
}

#[test]
fn what_terraform_knows_of_an_unknown_text_decides_and_no_more() {
    let files = [(
        "main.tf",
        r#"
        data "aws_partition" "current" {}
        locals {
          arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/ReadOnlyAccess"
        }
        output "read" { value = endswith(local.arn, "/ReadOnlyAccess") }
        output "arn" { value = startswith(local.arn, "arn:") }
        output "other" { value = local.arn == "aws:iam::aws:policy/ReadOnlyAccess" }
        output "open" { value = local.arn == "arn:aws:iam::aws:policy/AdministratorAccess" }
        "#,
    )];
    with_root(&files, |evaluation| {
        let known = |name| output(evaluation, name).as_bool();
        // Terraform knows the beginning of a text that is partly unknown, not its end; rules know both.
        assert_eq!(known("read"), None);
        assert_eq!(known("arn"), Some(true));
        assert_eq!(known("other"), Some(false));
        assert_eq!(known("open"), None);
    });
}

#[test]
fn blocks_in_json_are_read_by_the_schema_with_dynamic_ones_at_any_depth() {
    let main = r#"{ "//": "made by a program", "resource": {
      "aws_security_group": { "web": {
        "ingress": { "//": "the office", "from_port": 443, "to_port": 443 },
        "dynamic": { "ingress": [
          { "for_each": [22, 80], "content": [{ "from_port": "${ingress.value}", "to_port": "${ingress.value}" }] }
        ] }
      } },
      "google_container_cluster": { "shop": { "master_authorized_networks_config": [{
        "dynamic": { "cidr_blocks": {
          "for_each": { "office": "10.0.0.0/8" },
          "iterator": "net",
          "content": { "cidr_block": "${net.value}", "display_name": "the ${net.key}" }
        } }
      }] } },
      "aws_instance": { "web": { "tags": { "dynamic": "a word like any other" } } }
    } }"#;
    with_root(&[("main.tf.json", main)], |evaluation| {
        assert!(evaluation.warnings.is_empty(), "{:?}", evaluation.warnings);
        let ingress = value(evaluation, "aws_security_group.web", "ingress");
        let port = |item: &Value<'_>| match item.kind {
            Kind::Block(block) => match block.get("from_port").unwrap().kind {
                Kind::Int(port) => port,
                other => panic!("{other:?}"),
            },
            _ => panic!("{item:?}"),
        };
        let ports: Vec<i64> = ingress.elements().unwrap().iter().map(port).collect();
        assert_eq!(ports, [443, 22, 80]);

        let (_, cluster) =
            evaluation.estate.iter().find(|(_, instance)| instance.type_name == "google_container_cluster").unwrap();
        let at = |path: &str| onus::schema::value_at(cluster.attrs, path).and_then(|value| value.as_str());
        let networks = "master_authorized_networks_config[0].cidr_blocks[0]";
        assert_eq!(at(&format!("{networks}.cidr_block")), Some("10.0.0.0/8"));
        assert_eq!(at(&format!("{networks}.display_name")), Some("the office"));

        let tags = value(evaluation, "aws_instance.web", "tags");
        assert_eq!(tags.entries().unwrap()[0].1.as_str(), Some("a word like any other"));
    });
}

#[test]
fn the_text_of_a_missing_file_is_not_known() {
    let main = r#"
        locals { one = try(file("a.txt"), "") }
        output "untaken" { value = fileexists("a.txt") ? file("a.txt") : jsondecode("[]") }
        output "tried" { value = local.one }
        output "can" { value = can(file("a.txt")) }
        output "needed" { value = file("b.txt") }
        resource "terraform_data" "x" {}
    "#;
    with_root(&[("main.tf", main)], |evaluation| {
        // A build may make it, such as the archive of a function: no reason to bother those who check the source.
        assert!(evaluation.warnings.is_empty() && evaluation.errors.is_empty());
        // Whether it is there when Terraform runs is open.
        for name in ["tried", "can", "needed"] {
            assert_eq!(output(evaluation, name).unknown().unwrap().reason.kind, ReasonKind::File, "{name}");
        }
    });
}

#[test]
fn templates_that_call_templates_are_followed_a_few_deep() {
    let files = [
        (
            "main.tf",
            r#"
            output "nested" { value = templatefile("outer.tftpl", { n = 1 }) }
            output "endless" { value = templatefile("self.tftpl", {}) }
            resource "terraform_data" "x" {}
            "#,
        ),
        ("outer.tftpl", "x ${templatefile(\"inner.tftpl\", { n = n })}"),
        ("inner.tftpl", "[${n}]"),
        ("self.tftpl", "${templatefile(\"self.tftpl\", {})}${templatefile(\"self.tftpl\", {})}"),
    ];
    with_root(&files, |evaluation| {
        assert_eq!(output(evaluation, "nested").as_str(), Some("x [1]"));
        assert_eq!(output(evaluation, "endless").unknown().unwrap().reason.kind, ReasonKind::Limit);
        assert!(evaluation.warnings.iter().any(|problem| problem.message.contains("Terraform refuses it")));
        assert!(evaluation.warnings.iter().all(|problem| problem.location.is_some()));
    });
}

#[test]
fn opentofu_makes_a_provider_configuration_of_each_key() {
    let files = [
        (
            "main.tf",
            r#"
            variable "regions" { default = { eu = "eu-west-1", us = "us-east-1" } }
            provider "aws" {
              for_each = var.regions
              alias    = "by_region"
              region   = each.value
            }
            resource "aws_s3_bucket" "logs" {
              for_each = var.regions
              provider = aws.by_region[each.key]
            }
            module "queues" {
              source    = "./queues"
              for_each  = var.regions
              providers = { aws = aws.by_region[each.key] }
            }
            "#,
        ),
        ("queues/main.tf", "resource \"aws_sqs_queue\" \"jobs\" {}"),
    ];
    with_root(&files, |evaluation| {
        let estate = &evaluation.estate;
        let region = |address: &str| {
            let (_, instance) = estate.iter().find(|(id, _)| estate.address(*id) == address).unwrap();
            let provider = instance.provider.unwrap();
            (estate.address(provider), estate.instance(provider).attrs.get("region").unwrap().as_str().unwrap())
        };
        let eu = ("provider.aws.by_region[\"eu\"]".to_owned(), "eu-west-1");
        let us = ("provider.aws.by_region[\"us\"]".to_owned(), "us-east-1");
        assert_eq!(region("aws_s3_bucket.logs[\"eu\"]"), eu);
        assert_eq!(region("aws_s3_bucket.logs[\"us\"]"), us);
        assert_eq!(region("module.queues[\"us\"].aws_sqs_queue.jobs"), us);
        assert!(evaluation.errors.is_empty());
    });
}

#[test]
fn a_module_downloaded_in_another_version_than_wanted_is_told() {
    let manifest = r#"{"Modules":[{"Key":"old","Source":"acme/vpc/aws","Version":"4.2.0","Dir":".terraform/modules/old"},
        {"Key":"fit","Source":"acme/vpc/aws","Version":"5.1.3","Dir":".terraform/modules/old"}]}"#;
    let call = |name| format!("module \"{name}\" {{\n  source  = \"acme/vpc/aws\"\n  version = \"~> 5.0\"\n}}\n");
    let files = [
        ("main.tf", &*(call("old") + &call("fit"))),
        (".terraform/modules/modules.json", manifest),
        (".terraform/modules/old/main.tf", "resource \"aws_vpc\" \"main\" {}"),
    ];
    with_root(&files, |evaluation| {
        let told: Vec<&str> = evaluation.warnings.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(told, ["module \"old\" is downloaded in version 4.2.0, but wants ~> 5.0; run `terraform init`"]);
        assert_eq!(addresses(evaluation), ["module.fit.aws_vpc.main", "module.old.aws_vpc.main"]);
    });
}

#[test]
fn sources_of_inner_modules_follow_from_the_inputs_of_their_call() {
    let same = [
        ("main.tf", "module \"a\" {\n  source = \"./outer\"\n  kind = local.kind\n}\nlocals { kind = \"x\" }\n"),
        (
            "outer/main.tf",
            "variable \"kind\" {}\nvariable \"base\" { default = \"./inner\" }\nmodule \"i\" {\n  source = \"${var.base}/${var.kind}\"\n}\n",
        ),
        ("outer/inner/x/main.tf", "resource \"aws_vpc\" \"x\" {}"),
        ("outer/inner/y/main.tf", "resource \"aws_vpc\" \"y\" {}"),
    ];
    with_root(&same, |evaluation| assert_eq!(addresses(evaluation), ["module.a.module.i.aws_vpc.x"]));
    let both = same[0].1.to_owned() + "module \"b\" {\n  source = \"./outer\"\n  kind = \"y\"\n}\n";
    let mut differing = same;
    differing[0].1 = &both;
    with_root(&differing, |evaluation| assert_eq!(addresses(evaluation), Vec::<String>::new()));
}

#[test]
fn imports_that_terraform_takes_are_taken() {
    let files = [
        (
            "main.tf",
            r#"
            variable "id" {}
            locals { all = { x = "vpc-1", y = "vpc-2" } }
            module "net" { source = "./net" }
            resource "aws_vpc" "one" {}
            resource "aws_vpc" "many" { for_each = local.all }
            resource "aws_vpc" "two" { count = 2 }
            import {
              to = aws_vpc.one
              id = var.id
            }
            import {
              for_each = local.all
              to       = aws_vpc.many[each.key]
              id       = each.value
            }
            import {
              to = aws_vpc.two[1]
              id = 5
            }
            import {
              to       = module.net.aws_vpc.main
              identity = { id = "vpc-3", region = "eu-west-1" }
              provider = aws.west
            }
            import {
              for_each = var.id == "" ? toset([]) : toset(["x"])
              to       = aws_vpc.many[each.key]
              id       = each.value
            }
            "#,
        ),
        (
            "json.tf.json",
            r#"{ "import": [{ "to": "aws_vpc.two[0]", "id": "vpc-9" }], "moved": { "from": "aws_vpc.a", "to": "aws_vpc.one" } }"#,
        ),
        ("net/main.tf", "resource \"aws_vpc\" \"main\" {}"),
    ];
    with_root(&files, |evaluation| {
        assert_eq!(evaluation.errors, []);
        assert_eq!(evaluation.estate.program.errors, []);
        assert_eq!(evaluation.estate.program.warnings, []);
    });
}

/// What is wrong with a root module `main` that may call `./m`, which may call `../n`.
fn told(main: &str, m: &str, n: &str) -> Vec<String> {
    let mut told = Vec::new();
    with_root(&[("main.tf", main), ("m/main.tf", m), ("n/main.tf", n)], |evaluation| {
        told = evaluation.errors.iter().map(|problem| problem.message.clone()).collect();
    });
    told
}

/// A module with one resource and its id as output.
const ONE: &str = "resource \"fake_thing\" \"a\" {}\noutput \"id\" { value = fake_thing.a.id }\n";

#[test]
fn a_provider_that_needs_what_it_makes_is_a_circle() {
    let calls_m = "provider \"fake\" { region = module.m.id }\nmodule \"m\" { source = \"./m\" }\n";
    let hands_b = r#"
        provider "fake" {
          alias  = "b"
          region = module.m.id
        }
        module "m" {
          source    = "./m"
          providers = { fake = fake.b }
        }"#;
    let data = "provider \"fake\" { region = data.fake_thing.a.id }\ndata \"fake_thing\" \"a\" {}\n";
    assert_eq!(
        told(data, "", ""),
        ["data.fake_thing.a refers to itself: data.fake_thing.a → provider.fake → data.fake_thing.a"]
    );
    // Inherited, also by a module within and under another local name.
    let inherited = "provider.fake refers to itself: provider.fake → module.m.output.id → ";
    assert_eq!(told(calls_m, ONE, ""), [format!("{inherited}module.m.fake_thing.a → provider.fake")]);
    let between = "module \"n\" { source = \"../n\" }\noutput \"id\" { value = module.n.id }\n";
    let through = "module.m.module.n.output.id → module.m.module.n.fake_thing.a → provider.fake";
    assert_eq!(told(calls_m, between, ONE), [format!("{inherited}{through}")]);
    let renamed = r#"
        terraform {
          required_providers {
            f = { source = "HOST/hashicorp/fake" }
          }
        }
        resource "fake_thing" "a" { provider = f }
        output "id" { value = fake_thing.a.id }"#;
    let renamed = &renamed.replace("HOST", concat!("registry.terra", "form.io"));
    assert_eq!(told(calls_m, renamed, ""), [format!("{inherited}module.m.fake_thing.a → provider.fake")]);
    // Handed over, also to a module with an empty block for it.
    let handed = "provider.fake.b refers to itself: provider.fake.b → module.m.output.id → module.m.fake_thing.a → \
                  provider.fake.b";
    assert_eq!(told(hands_b, ONE, ""), [handed]);
    assert_eq!(told(hands_b, &format!("provider \"fake\" {{}}\n{ONE}"), ""), [handed]);
    // A provider block within the module, which waits for an input.
    let waits = r#"
        resource "fake_thing" "r" { name = module.m.id }
        module "m" {
          source = "./m"
          region = fake_thing.r.id
        }"#;
    let own = format!("variable \"region\" {{}}\nprovider \"fake\" {{ region = var.region }}\n{ONE}");
    let path = "fake_thing.r → module.m.output.id → module.m.fake_thing.a → module.m.provider.fake → \
                module.m.var.region → fake_thing.r";
    assert_eq!(told(waits, &own, ""), [format!("fake_thing.r refers to itself: {path}")]);
    // All of a module, although no output needs its resource.
    let whole = calls_m.replace("module.m.id", "jsonencode(module.m)");
    let whole = told(&whole, "resource \"fake_thing\" \"a\" {}\noutput \"id\" { value = 1 }\n", "");
    assert_eq!(whole, ["provider.fake refers to itself: provider.fake → module.m → provider.fake"]);
}

#[test]
fn a_provider_that_needs_what_another_one_makes_is_no_circle() {
    let two = "provider \"fake\" { alias = \"b\" }\nprovider \"fake\" { region = ID }\n";
    let calls_m = two.replace("ID", "module.m.id") + "module \"m\" { source = \"./m\" }\n";
    let fine = [
        (two.replace("ID", "fake_thing.a.id") + "resource \"fake_thing\" \"a\" { provider = fake.b }\n", String::new()),
        // The output does not need the resource.
        (calls_m.clone(), ONE.replace("fake_thing.a.id", "\"eu\"")),
        // The module uses the other one, its own, or one of another source.
        (calls_m.replace("\"./m\" }", "\"./m\"\nproviders = { fake = fake.b }\n}"), ONE.to_owned()),
        (calls_m.clone(), format!("provider \"fake\" {{}}\n{ONE}")),
        (calls_m, format!("terraform {{\nrequired_providers {{\nfake = {{ source = \"other/fake\" }}\n}}\n}}\n{ONE}")),
        // Two calls of one module: each has another configuration.
        (
            r#"
            provider "fake" { region = "eu" }
            provider "fake" {
              alias  = "b"
              region = module.one.id
            }
            module "one" { source = "./m" }
            module "two" {
              source    = "./m"
              providers = { fake = fake.b }
            }"#
            .to_owned(),
            ONE.to_owned(),
        ),
    ];
    for (main, m) in fine {
        assert_eq!(told(&main, &m, ""), [""; 0], "{main}{m}");
    }
}

#[test]
fn values_that_hold_each_other_again_and_again_come_to_an_end() {
    let locals: String = (1..64).map(|i| format!("l{i} = [local.l{0}, local.l{0}]\n", i - 1)).collect();
    let modules: String =
        (1..64).map(|i| format!("module \"m{i}\" {{\nsource = \"./m\"\nv = module.m{}\n}}\n", i - 1)).collect();
    let main = format!(
        "locals {{\nl0 = [1]\n{locals}}}\nmodule \"m0\" {{\nsource = \"./m\"\nv = 1\n}}\n{modules}\
         output \"a\" {{ value = jsonencode(local.l63) }}\noutput \"b\" {{ value = jsonencode(module.m63) }}\n"
    );
    let m = "variable \"v\" {}\noutput \"a\" { value = var.v }\noutput \"b\" { value = var.v }\n";
    with_root(&[("main.tf", &main), ("m/main.tf", m)], |evaluation| {
        assert!(evaluation.errors.is_empty(), "{:?}", evaluation.errors);
        let told: Vec<&str> = evaluation.warnings.iter().map(|warning| warning.message.as_str()).collect();
        assert!(told.contains(&"This value is larger than onus makes"), "{told:?}");
        assert!(told.contains(&"The outputs of this module hold more than onus makes"), "{told:?}");
    });
}

#[test]
fn an_argument_of_many_levels_is_given_its_place_in_one_pass() {
    let locals: String = (1..60).map(|i| format!("l{i} = [local.l{}]\n", i - 1)).collect();
    let main =
        format!("locals {{\nl0 = [\"a\"]\n{locals}}}\nresource \"terraform_data\" \"x\" {{\ninput = local.l59\n}}\n");
    with_root(&[("main.tf", &main)], |evaluation| {
        let mut input = value(evaluation, "terraform_data.x", "input");
        for _ in 0..60 {
            input = input.elements().unwrap()[0];
        }
        assert_eq!(input.as_str(), Some("a"));
    });
}

#[test]
fn each_name_that_is_not_declared_is_told_and_the_first_ones_with_what_may_be_meant() {
    let locals: String = (1000..1500).map(|i| format!("name_{i} = local.nane_{i}\n")).collect();
    with_root(
        &[("main.tf", &format!("resource \"terraform_data\" \"x\" {{}}\nlocals {{\n{locals}}}\n"))],
        |evaluation| {
            assert_eq!(evaluation.errors.len(), 500);
            assert_eq!(evaluation.errors[0].help.as_deref(), Some("did you mean `local.name_1000`?"));
            assert_eq!(evaluation.errors[499].help, None);
        },
    );
}
