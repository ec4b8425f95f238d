//! `onus module`: what calling a module fulfils, and what it leaves to the caller.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use common::{Onus, onus};
use serde_json::Value;

const VARIABLES: &str = r#"
variable "versioning" {
  description = "Whether old versions are kept"
  default     = true
}

variable "public" {
  default = true
}

variable "days" {
  type = number
}

variable "replica" {
  default = false
}

variable "master_password" {
  sensitive = true
  default   = "hunter2hunter2"
}
"#;

const MAIN: &str = r#"
resource "aws_s3_bucket" "this" {
  bucket = "logs"
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = var.versioning ? "Enabled" : "Suspended"
  }
}

resource "aws_db_instance" "this" {
  engine                  = "postgres"
  password                = var.master_password
  publicly_accessible     = var.public
  backup_retention_period = var.days
  storage_encrypted       = true
  skip_final_snapshot     = true
}

resource "aws_db_instance" "replica" {
  count                   = var.replica ? 1 : 0
  engine                  = "postgres"
  publicly_accessible     = true
  backup_retention_period = 7
  storage_encrypted       = true
  skip_final_snapshot     = false # onus: ignore[aws-rds-final-snapshot] -- it has nothing of its own
}
"#;

fn module() -> Onus {
    // What a caller gives is not known: neither tfvars nor the environment count.
    let files =
        [("m/variables.tf", VARIABLES), ("m/main.tf", MAIN), ("m/terraform.tfvars", "public = false\ndays = 30\n")];
    onus().files(files).env("TF_VAR_versioning", "false").args(["module", "m"])
}

fn document() -> Value {
    let ran = module().args(["--format", "json"]).run();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran.json()
}

fn duty<'d>(document: &'d Value, rule: &str, address: &str) -> &'d Value {
    let duties = document["duties"].as_array().unwrap();
    let found = duties.iter().find(|duty| duty["rule"] == rule && duty["address"] == address);
    found.unwrap_or_else(|| panic!("{rule} of {address} is not there: {document:#}"))
}

#[test]
fn what_an_input_decides_is_the_callers_and_the_rest_is_not() {
    let document = document();
    let stands = |rule: &str, address: &str| {
        let duty = duty(&document, rule, address);
        (duty["standing"].as_str().unwrap().to_owned(), duty["input"].as_str().map(str::to_owned))
    };
    let is = |standing: &str, input: Option<&str>| (standing.to_owned(), input.map(str::to_owned));
    let database = "aws_db_instance.this";
    assert_eq!(stands("aws-s3-bucket-versioning", "aws_s3_bucket.this"), is("by_default", Some("versioning")));
    assert_eq!(stands("aws-rds-public", database), is("caller", Some("public")));
    assert_eq!(stands("aws-rds-backup-retention", database), is("caller", Some("days")));
    assert_eq!(stands("aws-rds-storage-encrypted", database), is("fulfilled", None));
    assert_eq!(stands("aws-rds-final-snapshot", database), is("open", None));
    // A resource that is not there by default is judged as it would be.
    assert_eq!(stands("aws-rds-public", "aws_db_instance.replica"), is("open", None));
    assert_eq!(duty(&document, "aws-rds-public", "aws_db_instance.replica")["by_default"], Value::Null);
}

#[test]
fn inputs_say_what_a_caller_must_know_and_no_secret() {
    let document = document();
    let input = |name: &str| {
        let inputs = document["inputs"].as_array().unwrap();
        inputs.iter().find(|input| input["name"] == name).unwrap().clone()
    };
    assert_eq!(input("days")["required"], true);
    assert_eq!(input("versioning")["default"], true);
    assert_eq!(input("versioning")["description"], "Whether old versions are kept");
    let secret = input("master_password");
    assert_eq!((&secret["sensitive"], &secret["default"]), (&Value::Bool(true), &Value::Null));
    assert!(document["outside"].as_array().unwrap().iter().any(|duty| duty == "res-restore"), "{document:#}");
    for format in ["human", "json", "markdown"] {
        let ran = module().args(["--format", format]).run();
        assert!(!ran.stdout.contains("hunter2"), "{}", ran.stdout);
    }
}

#[test]
fn the_picture_for_people_and_the_page_to_publish() {
    let ran = module().run();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    insta::assert_snapshot!("human", ran.stdout);
    insta::assert_snapshot!("markdown", module().args(["--format", "markdown"]).run().stdout);
}

#[test]
fn the_document_fits_its_published_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(onus::report::module::ModuleDocument<'static>)).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/schema/onus-module-1.json");
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    let published = std::fs::read_to_string(path).unwrap_or_default();
    assert!(published == text, "{path} is stale: UPDATE_SCHEMA=1 cargo test --test module");
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&document()).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_directory_that_is_no_module_and_one_that_is_broken_are_told() {
    let ran = onus().file("a/readme.txt", "").args(["module", "a"]).run();
    assert_eq!(ran.code, 2, "{}", ran.stdout);
    let ran =
        onus().file("a/main.tf", "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \n}\n").args(["module", "a"]).run();
    assert_eq!(ran.code, 3, "{}", ran.stdout);
    assert!(ran.stdout.contains("a/main.tf:2:"), "{}", ran.stdout);
}

#[test]
fn a_page_to_publish_says_what_was_not_looked_at() {
    let main =
        "module \"inner\" {\n  source = \"registry.example/acme/bucket/aws\"\n}\nresource \"aws_s3_bucket\" \"b\" {}\n";
    let ran = onus().file("m/main.tf", main).args(["module", "m", "--format", "markdown"]).run();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let warning = ran.stdout.lines().find(|line| line.starts_with("**Warning:**"));
    assert!(warning.is_some_and(|line| line.contains("inner") && line.contains("m/main.tf:")), "{}", ran.stdout);
}

/// Whether the resource that does it is there is the caller's to say.
#[test]
fn what_depends_on_a_resource_that_may_be_missing_is_not_done_whatever_the_caller_says() {
    let main = |default: &str| {
        format!(
            "variable \"versioning\" {{\n  type = bool\n{default}}}\nresource \"aws_s3_bucket\" \"b\" {{}}\n\
             resource \"aws_s3_bucket_versioning\" \"b\" {{\n  count  = var.versioning ? 1 : 0\n  bucket = aws_s3_bucket.b.id\n  \
             versioning_configuration {{\n    status = \"Enabled\"\n  }}\n}}\n"
        )
    };
    for (default, standing) in [("  default = false\n", "caller"), ("  default = true\n", "by_default"), ("", "caller")]
    {
        let ran = onus().file("m/main.tf", &main(default)).args(["module", "m", "--format", "json"]).run();
        let document = ran.json();
        let duty = duty(&document, "aws-s3-bucket-versioning", "aws_s3_bucket.b");
        assert_eq!(duty["standing"], standing, "{default}: {duty:#}");
        assert_eq!(duty["input"], "versioning", "{default}: {duty:#}");
    }
    // What concerns a resource only if an input says so is told apart from a resource that is not there.
    let replica = "variable \"source\" {\n  default = \"primary\"\n}\nresource \"aws_db_instance\" \"r\" {\n  \
                   replicate_source_db = var.source\n  backup_retention_period = 0\n}\n";
    let ran = onus().file("m/main.tf", replica).args(["module", "m", "--full"]).run();
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("RDS keeps automated backups (does not apply by default)"), "{}", ran.stdout);
}
