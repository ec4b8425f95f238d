//! Rules of one's own through `--rules`: what the language says holds for them as for those that are built in.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::Path;

use onus::settings::finding::Verdict;
use onus::{CheckOptions, Inputs};

/// The verdicts that the rules give, by address and id.
fn verdicts(rules: &[(&str, &str)], configuration: &str) -> Vec<(String, String, Verdict)> {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for (path, text) in rules {
        write(&directory.path().join("rules").join(path), text);
    }
    write(&directory.path().join("live/main.tf"), configuration);
    let inputs = Inputs { rules: vec![directory.path().join("rules")], ..Inputs::of([directory.path().join("live")]) };
    let options = CheckOptions { inputs, show_secure: true, ..CheckOptions::default() };
    let outcome = onus::check(&options, &()).unwrap();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let mut found: Vec<(String, String, Verdict)> = outcome
        .findings()
        .filter(|entry| outcome.rule(entry).id.starts_with("acme-"))
        .map(|entry| (outcome.address(&entry).to_owned(), outcome.rule(&entry).id.clone(), entry.verdict))
        .collect();
    found.sort();
    found
}

fn setting(id: &str, body: &str) -> String {
    format!(
        "setting \"{id}\" {{\n  title = \"t\"\n  layer = \"resilience\"\n  severity = \"low\"\n  why = \"w\"\n{body}\n}}\n"
    )
}

#[test]
fn inputs_of_common_are_seen_by_every_folder() {
    let shared = "input \"least_days\" {\n  type    = number\n  default = 7\n}\n";
    let rule = setting(
        "acme-rds-backup",
        "  resource = \"aws_db_instance\"\n  attribute = \"backup_retention_period\"\n  condition = value >= input.least_days",
    );
    let found = verdicts(
        &[("common/least.hcl", shared), ("acme/rds.hcl", &rule)],
        "resource \"aws_db_instance\" \"a\" {\n  backup_retention_period = 7\n}\n\
         resource \"aws_db_instance\" \"b\" {\n  backup_retention_period = 6\n}\n",
    );
    let said: Vec<(&str, Verdict)> = found.iter().map(|(address, _, verdict)| (address.as_str(), *verdict)).collect();
    assert_eq!(said, [("aws_db_instance.a", Verdict::Secure), ("aws_db_instance.b", Verdict::Insecure)]);
}

#[test]
fn any_attribute_of_a_companion_is_any_of_its_types_only() {
    let rule = setting(
        "acme-sg-used",
        "  resource = \"aws_security_group\"\n  condition = value != null\n  companion \"aws_instance\" {\n    via = \"*\"\n  }",
    );
    let found = verdicts(
        &[("acme/sg.hcl", &rule)],
        "resource \"aws_security_group\" \"used\" {}\nresource \"aws_security_group\" \"idle\" {}\n\
         resource \"aws_instance\" \"i\" {\n  vpc_security_group_ids = [aws_security_group.used.id]\n}\n\
         resource \"aws_lb\" \"l\" {\n  security_groups = [aws_security_group.idle.id]\n}\n",
    );
    let said: Vec<(&str, Verdict)> = found.iter().map(|(address, _, verdict)| (address.as_str(), *verdict)).collect();
    assert_eq!(said, [("aws_security_group.idle", Verdict::Unset), ("aws_security_group.used", Verdict::Secure)]);
}

#[test]
fn a_companion_has_defaults_by_version_too() {
    let rule = setting(
        "acme-s3-block",
        "  resource = \"aws_s3_bucket\"\n  condition = value == true\n  companion \"aws_s3_bucket_public_access_block\" {\n    \
         via = \"bucket\"\n    attribute = \"block_public_acls\"\n    defaults = { \"< 6.0\" = false, \">= 6.0\" = true }\n  }",
    );
    let estate = |version: &str| {
        format!(
            "terraform {{\n  required_providers {{\n    aws = {{\n      source  = \"hashicorp/aws\"\n      version = \"{version}\"\n    }}\n  }}\n}}\n\
             resource \"aws_s3_bucket\" \"b\" {{}}\n\
             resource \"aws_s3_bucket_public_access_block\" \"b\" {{\n  bucket = aws_s3_bucket.b.id\n}}\n"
        )
    };
    let said = |version: &str| verdicts(&[("acme/s3.hcl", &rule)], &estate(version))[0].2;
    assert_eq!(said("~> 5.0"), Verdict::Unset);
    assert_eq!(said("~> 6.0"), Verdict::SecureByDefault);
}

/// What the rules say of addresses, with what an unknown verdict waits for.
fn said(body: &str, configuration: &str) -> Vec<String> {
    let rule = setting("acme-net-it", body);
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("rules/acme/net.hcl", &rule);
    let mut file = "main.tf";
    let mut text = String::new();
    for line in configuration.lines() {
        match line.strip_prefix("# file ") {
            Some(name) => {
                write(&format!("live/{file}"), &text);
                (file, text) = (name, String::new());
            }
            None => text.extend([line, "\n"]),
        }
    }
    write(&format!("live/{file}"), &text);
    let inputs = Inputs { rules: vec![directory.path().join("rules")], ..Inputs::of([directory.path().join("live")]) };
    let outcome = onus::check(&CheckOptions { inputs, show_secure: true, ..CheckOptions::default() }, &()).unwrap();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let of_rule = outcome.findings().filter(|entry| outcome.rule(entry).id == "acme-net-it");
    let mut said: Vec<String> = of_rule
        .map(|entry| {
            let finding = outcome.finding(&entry);
            let because = finding.reason.map(|reason| format!(" because {}", reason.name)).unwrap_or_default();
            let carrier = finding.carrier.map(|carrier| format!(" by {}", carrier.address)).unwrap_or_default();
            format!("{} {:?}{because}{carrier}", outcome.address(&entry), entry.verdict)
        })
        .collect();
    said.sort();
    said
}

/// Buckets that must not have a policy, and one each that is there, that is not, and that may be.
const NO_POLICY: &str = "  resource = \"aws_s3_bucket\"\n  condition = value == null\n  companion \"aws_s3_bucket_policy\" {\n    via = \"bucket\"\n  }";

#[test]
fn what_must_not_be_there_is_undecided_if_it_may_be() {
    let found = said(
        NO_POLICY,
        r#"
variable "open" {
  type = bool
}
variable "sites" {
  type = set(string)
}
resource "aws_s3_bucket" "with" {}
resource "aws_s3_bucket_policy" "with" {
  bucket = aws_s3_bucket.with.id
}
resource "aws_s3_bucket" "without" {}
resource "aws_s3_bucket_policy" "without" {
  count  = 0
  bucket = aws_s3_bucket.without.id
}
resource "aws_s3_bucket" "perhaps" {}
resource "aws_s3_bucket_policy" "perhaps" {
  count  = var.open ? 1 : 0
  bucket = aws_s3_bucket.perhaps.id
}
module "site" {
  source   = "./site"
  for_each = var.sites
  bucket   = aws_s3_bucket.by_module.id
}
resource "aws_s3_bucket" "by_module" {}
# file site/main.tf
variable "bucket" {
  type = string
}
resource "aws_s3_bucket_policy" "outside" {
  bucket = var.bucket
}
resource "aws_s3_bucket" "inside" {}
resource "aws_s3_bucket_policy" "inside" {
  bucket = aws_s3_bucket.inside.id
}
"#,
    );
    assert_eq!(
        found,
        [
            "aws_s3_bucket.by_module Unknown because var.sites by module.site[?].aws_s3_bucket_policy.outside",
            "aws_s3_bucket.perhaps Unknown because var.open by aws_s3_bucket_policy.perhaps[?]",
            "aws_s3_bucket.with Insecure by aws_s3_bucket_policy.with",
            "aws_s3_bucket.without SecureByDefault",
            // The module brings both or neither.
            "module.site[?].aws_s3_bucket.inside Insecure by module.site[?].aws_s3_bucket_policy.inside",
        ]
    );
}

#[test]
fn what_is_wrong_with_it_and_without_it_is_wrong_where_it_is_written() {
    let body = "  resource = \"aws_s3_bucket\"\n  condition = value == \"Enabled\"\n  companion \"aws_s3_bucket_versioning\" {\n    \
                via = \"bucket\"\n    attribute = \"versioning_configuration.status\"\n  }";
    let estate = |status: &str| {
        format!(
            "variable \"on\" {{\n  type = bool\n}}\nvariable \"status\" {{\n  type = string\n}}\nresource \"aws_s3_bucket\" \"b\" {{}}\n\
             resource \"aws_s3_bucket_versioning\" \"v\" {{\n  count = var.on ? 1 : 0\n  bucket = aws_s3_bucket.b.id\n  \
             versioning_configuration {{\n    status = {status}\n  }}\n}}\n"
        )
    };
    let by = "by aws_s3_bucket_versioning.v[?]";
    assert_eq!(said(body, &estate("\"Suspended\"")), [format!("aws_s3_bucket.b Insecure {by}")]);
    assert_eq!(said(body, &estate("\"Enabled\"")), [format!("aws_s3_bucket.b Unknown because var.on {by}")]);
    assert_eq!(said(body, &estate("var.status")), [format!("aws_s3_bucket.b Unknown because var.on {by}")]);
    // One that is there settles it.
    let both = format!(
        "{}resource \"aws_s3_bucket_versioning\" \"w\" {{\n  bucket = aws_s3_bucket.b.id\n  versioning_configuration {{\n    \
         status = \"Enabled\"\n  }}\n}}\n",
        estate("\"Suspended\"")
    );
    assert_eq!(said(body, &both), ["aws_s3_bucket.b Secure by aws_s3_bucket_versioning.w"]);
}

#[test]
fn companion_and_resource_that_are_there_together_are_judged_together() {
    let body = "  resource = \"aws_s3_bucket\"\n  companion \"aws_s3_bucket_policy\" {\n    via = \"bucket\"\n  }";
    let estate = |count: &str, other: &str| {
        format!(
            "variable \"it\" {{\n}}\nlocals {{\n  unused = 1\n}}\nresource \"aws_s3_bucket\" \"b\" {{\n  {count}\n}}\n\
             resource \"aws_s3_bucket_policy\" \"p\" {{\n  {other}\n}}\n"
        )
    };
    let together = "aws_s3_bucket.b[?] Secure by aws_s3_bucket_policy.p[?]";
    let apart = "aws_s3_bucket.b[?] Unknown because var.it by aws_s3_bucket_policy.p[?]";
    for (count, other, answer) in [
        ("count = var.it ? 1 : 0", "count = var.it ? 1 : 0\n  bucket = aws_s3_bucket.b[0].id", together),
        ("count = var.it ? 1 : 0", "count =  var.it  ?  1 : 0\n  bucket = aws_s3_bucket.b[count.index].id", together),
        ("for_each = var.it", "for_each = var.it\n  bucket = aws_s3_bucket.b[each.key].id", together),
        ("for_each = var.it", "for_each = aws_s3_bucket.b\n  bucket = aws_s3_bucket.b[each.key].id", together),
        ("count = var.it ? 1 : 0", "count = var.it ? 0 : 1\n  bucket = aws_s3_bucket.b[0].id", apart),
        (
            "for_each = var.it",
            "for_each = toset([for x in var.it : x if x != \"b\"])\n  bucket = aws_s3_bucket.b[each.key].id",
            apart,
        ),
    ] {
        assert_eq!(said(body, &estate(count, other)), [answer], "{other}");
    }
    let json = r#"
# file main.tf.json
{"variable": {"it": {}}, "resource": {
  "aws_s3_bucket": {"b": {"for_each": "${var.it}"}},
  "aws_s3_bucket_policy": {"p": {"for_each": "${aws_s3_bucket.b}", "bucket": "${aws_s3_bucket.b[each.key].id}"}}
}}
"#;
    assert_eq!(said(body, json), [together]);
}

#[test]
fn what_is_named_and_may_not_be_there_may_be_elsewhere() {
    let body = "  resource = \"aws_docdb_cluster\"\n  condition = value == null\n  companion \"aws_docdb_cluster_parameter_group\" {\n    \
                from = \"db_cluster_parameter_group_name\"\n    attribute = \"description\"\n  }";
    let estate = |count: &str| {
        format!(
            "variable \"own\" {{\n  type = bool\n}}\nresource \"aws_docdb_cluster_parameter_group\" \"g\" {{\n  {count}name = \"ours\"\n  description = \"d\"\n}}\n\
             resource \"aws_docdb_cluster\" \"c\" {{\n  db_cluster_parameter_group_name = \"ours\"\n}}\n"
        )
    };
    assert_eq!(said(body, &estate("")), ["aws_docdb_cluster.c Insecure by aws_docdb_cluster_parameter_group.g"]);
    let found = said(body, &estate("count = var.own ? 1 : 0\n  "));
    assert_eq!(found, ["aws_docdb_cluster.c Unknown because var.own"]);
}

#[test]
fn steps_on_the_way_and_help_for_the_whole_account_may_be_absent_too() {
    let nested = "  resource = \"aws_s3_bucket\"\n  companion \"aws_s3_access_point\" {\n    via = \"bucket\"\n    \
                  companion \"aws_s3control_access_point_policy\" {\n      via = \"access_point_arn\"\n      attribute = \"policy\"\n    }\n  }";
    let estate = r#"
variable "point" {
  type = bool
}
resource "aws_s3_bucket" "b" {}
resource "aws_s3_access_point" "p" {
  count  = var.point ? 1 : 0
  name   = "p"
  bucket = aws_s3_bucket.b.id
}
resource "aws_s3control_access_point_policy" "p" {
  access_point_arn = aws_s3_access_point.p[0].arn
  policy           = "{}"
}
"#;
    assert_eq!(
        said(nested, estate),
        ["aws_s3_bucket.b Unknown because var.point by aws_s3control_access_point_policy.p"]
    );
    let account = "  resource = \"aws_s3_bucket\"\n  condition = value == true\n  attribute = \"force_destroy\"\n  \
                   companion \"aws_s3_account_public_access_block\" {\n    scope = \"account\"\n    attribute = \"block_public_acls\"\n  }";
    let estate = |blocks: bool| {
        format!(
            "variable \"all\" {{\n  type = bool\n}}\nresource \"aws_s3_bucket\" \"b\" {{}}\n\
             resource \"aws_s3_account_public_access_block\" \"a\" {{\n  count = var.all ? 1 : 0\n  block_public_acls = {blocks}\n}}\n"
        )
    };
    assert_eq!(said(account, &estate(true)), ["aws_s3_bucket.b Unknown because var.all"]);
    // It would not help if it were there.
    assert_eq!(said(account, &estate(false)), ["aws_s3_bucket.b Unset"]);
}

#[test]
fn what_is_pointed_at_is_there_unless_it_is_one_of_all_there_are() {
    let rule = "  resource = \"aws_instance\"\n  condition = value == \"required\"\n  companion \"aws_launch_template\" {\n    \
                from = \"launch_template.id\"\n    attribute = \"metadata_options.http_tokens\"\n  }";
    let estate = |reference: &str| {
        format!(
            "variable \"own\" {{\n  type = bool\n}}\nresource \"aws_launch_template\" \"t\" {{\n  count = var.own ? 1 : 0\n  \
             metadata_options {{\n    http_tokens = \"required\"\n  }}\n}}\n\
             resource \"aws_instance\" \"i\" {{\n  launch_template {{\n    id = {reference}\n  }}\n}}\n"
        )
    };
    let by = "by aws_launch_template.t[?]";
    assert_eq!(said(rule, &estate("aws_launch_template.t[0].id")), [format!("aws_instance.i Secure {by}")]);
    let found = said(rule, &estate("one(aws_launch_template.t[*].id)"));
    assert_eq!(found, [format!("aws_instance.i Unknown because var.own {by}")]);
}

/// What a condition on a list with an element that may not be there comes to.
fn of_list(condition: &str) -> String {
    let body = format!(
        "  resource = \"aws_security_group\"\n  subject = attrs.description\n  locals {{\n    \
        open = [for p in [\"a\", attrs.name, \"b\"] : p if p != \"b\" && p != \"c\"]\n    \
        only = [for p in [attrs.name] : p if p != \"c\"]\n    \
        first = [for p in [attrs.name, \"a\"] : p if p != \"c\"]\n    \
        ids = referring(attrs, \"aws_security_group_rule\", \"security_group_id\")\n  }}\n  condition = value != null && ({condition})"
    );
    let found = said(
        &body,
        "variable \"name\" {\n  type = string\n}\nvariable \"more\" {\n  type = bool\n}\n\
         resource \"aws_security_group\" \"g\" {\n  name = var.name\n  description = \"d\"\n}\n\
         resource \"aws_security_group_rule\" \"r\" {\n  security_group_id = aws_security_group.g.id\n}\n\
         resource \"aws_security_group_rule\" \"more\" {\n  count = var.more ? 1 : 0\n  security_group_id = aws_security_group.g.id\n}\n",
    );
    found[0].trim_start_matches("aws_security_group.g ").to_owned()
}

#[test]
fn elements_that_may_not_be_there_are_not_counted_as_there() {
    let (yes, no, name, more) = ("Secure", "Insecure", "Unknown because var.name", "Unknown because var.more");
    for (condition, answer) in [
        // `open` is ["a"], or "a" and the name.
        ("length(local.open) == 2", name),
        ("length(local.open) > 1", name),
        ("length(local.open) > 0", yes),
        ("length(local.open) == 0", no),
        ("length(local.open) != 0", yes),
        ("length(local.open) <= 2", yes),
        ("3 > length(local.open)", yes),
        ("3 <= length(local.open)", no),
        ("length(concat(local.open, [\"x\"])) >= 2", yes),
        ("length([for p in local.open : upper(p)]) == 2", name),
        ("length(local.open[*]) == 2", name),
        ("length([local.open[1]]) == 1", yes),
        ("local.open[0] == \"a\"", yes),
        ("local.open[1] == null", name),
        ("local.open[2] == null", yes),
        ("local.open == []", no),
        ("local.open != []", yes),
        ("contains(local.open, \"a\")", yes),
        ("contains(local.open, \"d\")", name),
        ("anytrue([for p in local.open : p == \"a\"])", yes),
        ("alltrue([for p in local.open : p == \"a\"])", name),
        ("alltrue([for p in local.open : p == \"d\"])", no),
        ("length(local.only) == 0", name),
        ("length(local.only) <= 1", yes),
        ("local.only[0] == null", name),
        ("local.only == []", name),
        ("one(local.open) == \"a\"", name),
        ("element(local.first, 0) == \"a\"", name),
        // Which is the first is open, but there is one.
        ("local.first[0] == \"a\"", name),
        ("local.first[0] != null", yes),
        // One rule is there, another may be.
        ("length(local.ids) > 0", yes),
        ("length(local.ids) == 1", more),
        ("length(local.ids) <= 9", more),
        ("length(resources(\"aws_security_group_rule\")) > 1", more),
        ("length(resources(\"aws_security_group\", { name = \"x\" })) == 0", name),
    ] {
        assert_eq!(of_list(condition), answer, "{condition}");
    }
}

#[test]
fn what_is_certain_among_others_is_what_is_told() {
    let rule = "  resource = \"aws_security_group\"\n  for_each = attrs.ingress\n  subject = [for c in each.value.cidr_blocks : c if is_open_cidr(c)][0]\n  \
                condition = value == null";
    let found = said(
        rule,
        "variable \"office\" {\n  type = string\n}\nresource \"aws_security_group\" \"g\" {\n  ingress {\n    cidr_blocks = [var.office, \"0.0.0.0/0\"]\n  }\n  \
         ingress {\n    cidr_blocks = [var.office]\n  }\n}\n",
    );
    assert_eq!(found, ["aws_security_group.g Insecure", "aws_security_group.g Unknown because var.office"]);
}
