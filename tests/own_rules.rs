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
