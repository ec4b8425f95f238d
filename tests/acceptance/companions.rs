//! A bucket's versioning and public access block stand in resources of their own; however these name their bucket, they
//! speak for that one and for no sibling.

use crate::{check, verdicts, without_errors};

const VERSIONING: &str = "aws-s3-bucket-versioning";
const PUBLIC_POLICY: &str = "aws-s3-public-access-block-public-policy";

/// Bucket `first` is versioned, and its public access block leaves public policies in; `second` says nothing.
struct Case {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
    first: &'static str,
    second: &'static str,
}

const TWO: &str = r#"
resource "aws_s3_bucket" "a" { bucket = "shop-a" }
resource "aws_s3_bucket" "b" { bucket = "shop-b" }
"#;

const EACH: &str = r#"
resource "aws_s3_bucket" "x" {
  for_each = toset(["a", "b"])
  bucket   = "shop-${each.key}"
}
"#;

const COUNTED: &str = r#"
resource "aws_s3_bucket" "x" {
  count  = 2
  bucket = "shop-${count.index}"
}
"#;

const BUCKET_MODULE: &str = r#"
variable "name" {}
resource "aws_s3_bucket" "this" { bucket = var.name }
output "id" { value = aws_s3_bucket.this.id }
output "all" { value = aws_s3_bucket.this }
"#;

const GUARD_MODULE: &str = r#"
variable "bucket" { type = string }
resource "aws_s3_bucket_versioning" "this" {
  bucket = var.bucket
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = var.bucket
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}
"#;

/// Both companions in the root module: META is what makes instances of them, LINK names the bucket.
const COMPANIONS: &str = r#"
resource "aws_s3_bucket_versioning" "a" {
  META
  bucket = LINK
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_public_access_block" "a" {
  META
  bucket                  = LINK
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}
"#;

fn companions(meta: &str, link: &str) -> String {
    COMPANIONS.replace("META", meta).replace("LINK", link)
}

fn assert_linked(name: &str, files: &[(&str, &str)], first: &str, second: &str) {
    let ran = without_errors(&check().files(files.iter().copied()), name);
    let is = |address: &str, verdict: &str| (address.to_owned(), verdict.to_owned());
    assert_eq!(verdicts(&ran, VERSIONING), [is(first, "secure"), is(second, "unset")], "{name}");
    let expected = [is(first, "insecure"), is(second, "secure")];
    let mut said = verdicts(&ran, PUBLIC_POLICY);
    // The block has no say of its own where its bucket is known.
    said.retain(|(_, verdict)| verdict != "not_applicable");
    assert_eq!(said, expected, "{name}");
}

#[test]
fn companions_in_the_same_module_are_linked() {
    let count = "count = 1";
    let cases = [
        ("by name", TWO, "", r#""shop-a""#),
        ("by a name that is put together", TWO, "", r#"join("-", ["shop", "a"])"#),
        ("by id", TWO, "", "aws_s3_bucket.a.id"),
        ("by bucket", TWO, "", "aws_s3_bucket.a.bucket"),
        ("by a template", TWO, "", r#""${aws_s3_bucket.a.id}""#),
        ("by an index", TWO, "", r#"(aws_s3_bucket.a)["id"]"#),
        ("with count", TWO, count, "aws_s3_bucket.a.id"),
        ("each.key on both sides", EACH, r#"for_each = toset(["a"])"#, "aws_s3_bucket.x[each.key].id"),
        ("each.value on both sides", EACH, r#"for_each = { main = "a" }"#, "aws_s3_bucket.x[each.value].bucket"),
        (
            "a chain of for_each",
            EACH,
            r#"for_each = { for k, b in aws_s3_bucket.x : k => b if k == "a" }"#,
            "each.value.id",
        ),
        ("a name of each.key", EACH, r#"for_each = toset(["a"])"#, r#""shop-${each.key}""#),
        ("one of for_each", EACH, "", r#"aws_s3_bucket.x["a"].id"#),
        ("count.index on both sides", COUNTED, count, "aws_s3_bucket.x[count.index].id"),
        ("a splat", COUNTED, count, "aws_s3_bucket.x.*.id[count.index]"),
        ("one of count", COUNTED, "", "aws_s3_bucket.x[0].id"),
        ("element of count", COUNTED, count, "element(aws_s3_bucket.x, count.index).id"),
    ];
    for (name, buckets, meta, link) in cases {
        let (first, second) = match buckets {
            TWO => ("aws_s3_bucket.a", "aws_s3_bucket.b"),
            EACH => (r#"aws_s3_bucket.x["a"]"#, r#"aws_s3_bucket.x["b"]"#),
            _ => ("aws_s3_bucket.x[0]", "aws_s3_bucket.x[1]"),
        };
        let text = format!("{buckets}{}", companions(meta, link));
        assert_linked(name, &[("main.tf", &text)], first, second);
    }
}

#[test]
fn a_local_may_stand_between() {
    let text = format!(
        "locals {{ guarded = {{ main = aws_s3_bucket.a.id }} }}\n{TWO}{}",
        companions("", "local.guarded.main")
    );
    assert_linked("a local", &[("main.tf", &text)], "aws_s3_bucket.a", "aws_s3_bucket.b");
    let text = format!(
        "locals {{ guarded = {{ for k, b in aws_s3_bucket.x : k => b.id if k != \"b\" }} }}\n{EACH}{}",
        companions("for_each = local.guarded", "each.value")
    );
    assert_linked("a local of for_each", &[("main.tf", &text)], r#"aws_s3_bucket.x["a"]"#, r#"aws_s3_bucket.x["b"]"#);
}

const CASES: [Case; 6] = [
    Case {
        name: "through an output and an input",
        first: "module.a.aws_s3_bucket.this",
        second: "module.b.aws_s3_bucket.this",
        files: &[
            (
                "main.tf",
                r#"
module "a" {
  source = "./bucket"
  name   = "shop-a"
}
module "b" {
  source = "./bucket"
  name   = "shop-b"
}
module "guard" {
  source = "./guard"
  bucket = module.a.id
}
"#,
            ),
            ("bucket/main.tf", BUCKET_MODULE),
            ("guard/main.tf", GUARD_MODULE),
        ],
    },
    Case {
        name: "through an output that is the whole bucket",
        first: "module.a.aws_s3_bucket.this",
        second: "module.b.aws_s3_bucket.this",
        files: &[
            (
                "main.tf",
                r#"
module "a" {
  source = "./bucket"
  name   = "shop-a"
}
module "b" {
  source = "./bucket"
  name   = "shop-b"
}
module "guard" {
  source = "./guard"
  bucket = module.a.all.bucket
}
"#,
            ),
            ("bucket/main.tf", BUCKET_MODULE),
            ("guard/main.tf", GUARD_MODULE),
        ],
    },
    Case {
        name: "through modules with for_each on both sides",
        first: r#"module.bucket["a"].aws_s3_bucket.this"#,
        second: r#"module.bucket["b"].aws_s3_bucket.this"#,
        files: &[
            (
                "main.tf",
                r#"
module "bucket" {
  source   = "./bucket"
  for_each = toset(["a", "b"])
  name     = "shop-${each.key}"
}
module "guard" {
  source   = "./guard"
  for_each = toset(["a"])
  bucket   = module.bucket[each.key].id
}
"#,
            ),
            ("bucket/main.tf", BUCKET_MODULE),
            ("guard/main.tf", GUARD_MODULE),
        ],
    },
    Case {
        name: "through modules whose names are not known",
        first: r#"module.bucket["a"].aws_s3_bucket.this"#,
        second: r#"module.bucket["b"].aws_s3_bucket.this"#,
        files: &[
            (
                "main.tf",
                r#"
variable "stage" { type = string }
module "bucket" {
  source   = "./bucket"
  for_each = toset(["a", "b"])
  name     = "${var.stage}-${each.key}"
}
module "guard" {
  source   = "./guard"
  for_each = { for key, bucket in module.bucket : key => bucket.id if key == "a" }
  bucket   = each.value
}
"#,
            ),
            ("bucket/main.tf", BUCKET_MODULE),
            ("guard/main.tf", GUARD_MODULE),
        ],
    },
    Case {
        name: "inside of a module that is called twice",
        first: r#"module.bucket["a"].aws_s3_bucket.this"#,
        second: r#"module.bucket["b"].aws_s3_bucket.this"#,
        files: &[
            (
                "main.tf",
                r#"
module "bucket" {
  source   = "./bucket"
  for_each = { a = true, b = false }
  guarded  = each.value
}
"#,
            ),
            (
                "bucket/main.tf",
                r#"
variable "guarded" { type = bool }
resource "aws_s3_bucket" "this" {}
module "guard" {
  source = "../guard"
  count  = var.guarded ? 1 : 0
  bucket = aws_s3_bucket.this.id
}
"#,
            ),
            ("guard/main.tf", GUARD_MODULE),
        ],
    },
    Case {
        name: "in a file of the JSON syntax",
        first: "aws_s3_bucket.a",
        second: "aws_s3_bucket.b",
        files: &[
            ("main.tf", TWO),
            (
                "guards.tf.json",
                r#"{"resource": {
  "aws_s3_bucket_versioning": {"a": {"bucket": "${aws_s3_bucket.a.id}", "versioning_configuration": {"status": "Enabled"}}},
  "aws_s3_bucket_public_access_block": {"a": {"bucket": "${aws_s3_bucket.a.id}", "block_public_acls": true,
    "block_public_policy": false, "ignore_public_acls": true, "restrict_public_buckets": true}}}}"#,
            ),
        ],
    },
];

#[test]
fn companions_are_linked_through_modules() {
    for case in &CASES {
        assert_linked(case.name, case.files, case.first, case.second);
    }
}

#[test]
fn nothing_is_linked_across_root_modules() {
    let bucket = "resource \"aws_s3_bucket\" \"a\" { bucket = \"shop-a\" }\n";
    let ran = check()
        .file("live/buckets/main.tf", bucket)
        .file("live/guards/main.tf", &format!("{bucket}{}", companions("", "\"shop-a\"")))
        .run();
    let is = |verdict: &str| ("aws_s3_bucket.a".to_owned(), verdict.to_owned());
    assert_eq!(verdicts(&ran, VERSIONING), [is("secure"), is("unset")]);
    let document = ran.json();
    let secure = crate::entries(&document).find(|entry| entry["rule"] == VERSIONING && entry["verdict"] == "secure");
    assert_eq!(secure.unwrap()["root"], "live/guards");
}

#[test]
fn a_companion_for_an_unknown_bucket_blames_none() {
    let text = format!("variable \"guarded\" {{}}\n{TWO}{}", companions("", "var.guarded"));
    let ran = check().file("main.tf", &text).run();
    let verdicts = verdicts(&ran, VERSIONING);
    assert!(verdicts.iter().all(|(_, verdict)| verdict == "unknown"), "{verdicts:?}");
    assert_eq!(verdicts.len(), 2);
}
