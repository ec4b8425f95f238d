//! Every function of Terraform and OpenTofu is known: a call of one that is not is a warning and an unknown value.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use common::onus;

/// What Terraform 1.14 has, as its documentation lists it ("Functions", by kind), the ones that only its console has
/// aside. Of those, 1.11 has all: `terraform metadata functions -json`. The version is the one that brought a function, of
/// those that came since 1.0.
const TERRAFORM: &[(&str, &str)] = &[
    ("abs", "1.0"),
    ("abspath", "1.0"),
    ("alltrue", "1.0"),
    ("anytrue", "1.0"),
    ("base64decode", "1.0"),
    ("base64encode", "1.0"),
    ("base64gzip", "1.0"),
    ("base64sha256", "1.0"),
    ("base64sha512", "1.0"),
    ("basename", "1.0"),
    ("bcrypt", "1.0"),
    ("can", "1.0"),
    ("ceil", "1.0"),
    ("chomp", "1.0"),
    ("chunklist", "1.0"),
    ("cidrhost", "1.0"),
    ("cidrnetmask", "1.0"),
    ("cidrsubnet", "1.0"),
    ("cidrsubnets", "1.0"),
    ("coalesce", "1.0"),
    ("coalescelist", "1.0"),
    ("compact", "1.0"),
    ("concat", "1.0"),
    ("contains", "1.0"),
    ("csvdecode", "1.0"),
    ("dirname", "1.0"),
    ("distinct", "1.0"),
    ("element", "1.0"),
    ("endswith", "1.3"),
    ("ephemeralasnull", "1.10"),
    ("file", "1.0"),
    ("filebase64", "1.0"),
    ("filebase64sha256", "1.0"),
    ("filebase64sha512", "1.0"),
    ("fileexists", "1.0"),
    ("filemd5", "1.0"),
    ("fileset", "1.0"),
    ("filesha1", "1.0"),
    ("filesha256", "1.0"),
    ("filesha512", "1.0"),
    ("flatten", "1.0"),
    ("floor", "1.0"),
    ("format", "1.0"),
    ("formatdate", "1.0"),
    ("formatlist", "1.0"),
    ("indent", "1.0"),
    ("index", "1.0"),
    ("issensitive", "1.8"),
    ("join", "1.0"),
    ("jsondecode", "1.0"),
    ("jsonencode", "1.0"),
    ("keys", "1.0"),
    ("length", "1.0"),
    ("log", "1.0"),
    ("lookup", "1.0"),
    ("lower", "1.0"),
    ("matchkeys", "1.0"),
    ("max", "1.0"),
    ("md5", "1.0"),
    ("merge", "1.0"),
    ("min", "1.0"),
    ("nonsensitive", "1.0"),
    ("one", "1.0"),
    ("parseint", "1.0"),
    ("pathexpand", "1.0"),
    ("plantimestamp", "1.5"),
    ("pow", "1.0"),
    ("range", "1.0"),
    ("regex", "1.0"),
    ("regexall", "1.0"),
    ("replace", "1.0"),
    ("reverse", "1.0"),
    ("rsadecrypt", "1.0"),
    ("sensitive", "1.0"),
    ("setintersection", "1.0"),
    ("setproduct", "1.0"),
    ("setsubtract", "1.0"),
    ("setunion", "1.0"),
    ("sha1", "1.0"),
    ("sha256", "1.0"),
    ("sha512", "1.0"),
    ("signum", "1.0"),
    ("slice", "1.0"),
    ("sort", "1.0"),
    ("split", "1.0"),
    ("startswith", "1.3"),
    ("strcontains", "1.5"),
    ("strrev", "1.0"),
    ("substr", "1.0"),
    ("sum", "1.0"),
    ("templatefile", "1.0"),
    ("templatestring", "1.9"),
    ("textdecodebase64", "1.0"),
    ("textencodebase64", "1.0"),
    ("timeadd", "1.0"),
    ("timecmp", "1.3"),
    ("timestamp", "1.0"),
    ("title", "1.0"),
    ("tobool", "1.0"),
    ("tolist", "1.0"),
    ("tomap", "1.0"),
    ("tonumber", "1.0"),
    ("toset", "1.0"),
    ("tostring", "1.0"),
    ("transpose", "1.0"),
    ("trim", "1.0"),
    ("trimprefix", "1.0"),
    ("trimspace", "1.0"),
    ("trimsuffix", "1.0"),
    ("try", "1.0"),
    ("upper", "1.0"),
    ("urlencode", "1.0"),
    ("uuid", "1.0"),
    ("uuidv5", "1.0"),
    ("values", "1.0"),
    ("yamldecode", "1.0"),
    ("yamlencode", "1.0"),
    ("zipmap", "1.0"),
];

/// What OpenTofu 1.9 to 1.11 have beside that, and since when.
const OPENTOFU: &[(&str, &str)] = &[("base64gunzip", "1.7"), ("cidrcontains", "1.7"), ("urldecode", "1.7")];

/// What Terraform no longer has, and code of all ages still calls.
const OF_OLD: &[&str] = &["list", "map"];

/// The names that onus does not know, of those that are called.
fn not_known<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Vec<&'n str> {
    let calls = names.clone().map(|name| format!("output \"{name}\" {{\n  value = {name}()\n}}\n"));
    let told = onus().file("main.tf", &calls.collect::<String>()).args(["show"]).run().stderr;
    let told: String = told.split_whitespace().collect::<Vec<_>>().join(" ");
    names.filter(|name| told.contains(&format!("warning: {name} is no function that this version knows"))).collect()
}

#[test]
fn all_functions_of_terraform_and_opentofu_are_known() {
    let versioned = TERRAFORM.iter().chain(OPENTOFU).map(|(name, _)| *name);
    let names = versioned.chain(OF_OLD.iter().copied()).chain(["nosuch"]);
    assert_eq!(not_known(names), ["nosuch"]);
}

#[test]
fn the_recorded_calls_are_of_all_functions() {
    let case = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terraform/cases/calls-counts-and-nulls");
    let calls = std::fs::read_to_string(case.join("main.tf")).unwrap();
    let missing: Vec<&str> = TERRAFORM
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !calls.contains(&format!("output \"{name}\" {{")))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
