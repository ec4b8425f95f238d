//! The commands on the sample estates: what they print, how they exit, which options change what.

use serde_json::Value;

use crate::common::{Onus, onus};
use crate::{entries, failing, repository, text};

/// A run in the repository, on a day that stays the same.
fn sample(args: &[&str]) -> crate::common::Ran {
    let dated = matches!(args[0], "check" | "matrix").then_some(["--now", "2026-11-24"]);
    onus().args(args.iter().copied()).args(dated.into_iter().flatten()).run_in(repository())
}

/// A bucket and a machine: high, medium, low and info findings.
const MIXED: &str = r#"resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = ["0.0.0.0/0"]
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}
"#;

fn mixed(args: &[&str]) -> Onus {
    onus().args(["check", "--now", "2026-11-24"]).args(args.iter().copied()).file("main.tf", MIXED)
}

#[test]
fn the_webshop_has_findings_of_each_kind_and_fails() {
    let ran = sample(&["check", "testdata/webshop"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert_eq!(ran.stderr, "");
    for sentence in [
        "Anyone on the internet can reach port 22 (SSH)",
        "high · insecure · yours: network (IaaS)",
        "This database's storage is not encrypted",
        "medium · unset · shared with AWS: encryption (PaaS)",
        "testdata/webshop/network.tf",
        "Your part of each layer",
        "var.backup_days has no value",
        "accepted by a comment",
        "exit code 1",
        "Next: onus explain ",
    ] {
        assert!(ran.stdout.contains(sentence), "{sentence} is not in\n{}", ran.stdout);
    }
    assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
}

#[test]
fn every_instance_of_the_webshop_is_shown_by_its_address() {
    let ran = sample(&["show", "--format", "json", "testdata/webshop"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let mut addresses = Vec::new();
    collect(&ran.json()["planned_values"]["root_module"], "", &mut addresses);
    addresses.sort();
    assert!(addresses.iter().any(|address| address == r#"module.site["eu"].aws_s3_bucket.b[0]"#));
    insta::assert_snapshot!("addresses_of_the_webshop", addresses.join("\n"));
}

fn collect(module: &Value, own: &str, addresses: &mut Vec<String>) {
    for resource in module["resources"].as_array().into_iter().flatten() {
        let address = text(&resource["address"]);
        assert!(address.starts_with(own), "{address} stands in {own}");
        addresses.push(address.to_owned());
    }
    for child in module["child_modules"].as_array().into_iter().flatten() {
        collect(child, text(&child["address"]), addresses);
    }
}

#[test]
fn a_broken_file_is_shown_with_its_place_and_the_rest_is_judged() {
    let ran = sample(&["check", "testdata/broken"]);
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    for sentence in [
        "This string is never closed",
        "testdata/broken/network.tf:7:16",
        "Anyone on the internet can reach port 22 (SSH)",
        "This bucket's public access block leaves block_public_policy off",
        "1 file with errors",
        "exit code 3",
    ] {
        assert!(ran.stdout.contains(sentence), "{sentence} is not in\n{}", ran.stdout);
    }
    let ran = sample(&["check", "--format", "json", "testdata/broken"]);
    assert_eq!(ran.code, 3);
    let document = ran.json();
    let errors = document["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let at = &errors[0]["location"];
    assert_eq!(
        (&at["file"], &at["line"], &at["column"]),
        (&"testdata/broken/network.tf".into(), &7.into(), &16.into())
    );
    assert_eq!(document["summary"]["exit_code"], 3);
    let files: Vec<&str> = failing(&document).iter().map(|entry| text(&entry["location"]["file"])).collect();
    assert!(
        files.contains(&"testdata/broken/network.tf") && files.contains(&"testdata/broken/storage.tf"),
        "{files:?}"
    );
}

#[test]
fn all_errors_of_a_file_are_told_at_once() {
    let broken = "resource \"aws_vpc\" \"a\" {\n  cidr_block = \n}\n\nlocals {\n  x = [1, 2\n}\n\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = = 1\n}\n";
    let ran = onus().args(["check", "--format", "json"]).file("main.tf", broken).file("ok.tf", MIXED).run();
    assert_eq!(ran.code, 3);
    let document = ran.json();
    let lines: Vec<u64> = document["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["location"]["line"].as_u64().unwrap())
        .collect();
    assert!(lines.contains(&2) && lines.contains(&10) && lines.len() >= 3, "{lines:?}");
    assert!(failing(&document).iter().any(|entry| entry["location"]["file"] == "ok.tf"));
}

#[test]
fn the_samples_fit_the_published_schema() {
    let schema = std::fs::read_to_string(repository().join("docs/schema/onus-1.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for sample_of in ["testdata/webshop", "testdata/broken", "testdata/estate-of-roots"] {
        let document = sample(&["check", "--format", "json", "--show-secure", sample_of]).json();
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{sample_of}: {errors:?}");
    }
}

#[test]
fn a_document_has_what_scripts_rely_on() {
    let document = sample(&["check", "--format", "json", "testdata/webshop"]).json();
    let ssh = entries(&document).find(|entry| entry["rule"] == "network-ingress-open-ssh").unwrap();
    assert_eq!(ssh["resource"]["address"], "aws_security_group.admin");
    assert_eq!(ssh["resource"]["type"], "aws_security_group");
    assert_eq!(ssh["aliases"][0], "CKV_AWS_24");
    assert_eq!((&ssh["verdict"], &ssh["severity"]), (&"insecure".into(), &"high".into()));
    assert_eq!((&ssh["layer"], &ssh["owner"], &ssh["model"]), (&"network".into(), &"customer".into(), &"iaas".into()));
    assert!(text(&ssh["key"]).starts_with("k1:"));
    assert_eq!(ssh["root"], "testdata/webshop");
    let places: Vec<&Value> = std::iter::once(&ssh["location"])
        .chain(ssh["related"].as_array().unwrap().iter().map(|related| &related["location"]))
        .collect();
    let in_file = |name: &str| places.iter().any(|place| text(&place["file"]) == format!("testdata/webshop/{name}"));
    assert!(in_file("variables.tf"), "the default that opens it: {ssh}");
    assert!(in_file("network.tf"), "the rule that uses it: {ssh}");
    // Two markets, one line to edit: two findings, one place.
    let of_sites =
        failing(&document).into_iter().filter(|entry| text(&entry["resource"]["module"]).starts_with("module.site["));
    let places: std::collections::BTreeSet<(&str, &str)> =
        of_sites.clone().map(|entry| (text(&entry["rule"]), text(&entry["place"]))).collect();
    assert_eq!(of_sites.count(), 2 * places.len());
    let summary = &document["summary"];
    assert_eq!(summary["findings"], failing(&document).len());
    assert_eq!(summary["exit_code"], 1);
    assert_eq!(document["suppressed"].as_array().unwrap().len(), summary["accepted"].as_u64().unwrap() as usize);
}

#[test]
fn a_key_does_not_change_when_lines_move() {
    let keys = |text_of: &str| {
        let ran = onus().args(["check", "--format", "json", "--now", "2026-11-24"]).file("main.tf", text_of).run();
        let document = ran.json();
        let mut keys: Vec<_> = entries(&document).map(|entry| text(&entry["key"]).to_owned()).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(MIXED), keys(&format!("# moved\n\n\n{}", MIXED.replace("  ", "\t"))));
    assert_ne!(keys(MIXED), keys(&MIXED.replace("\"logs\" {", "\"log\" {")));
}

#[test]
fn nothing_to_analyse_is_an_error_with_the_nearest_path() {
    let ran = onus().file("infra/prod/main.tf", MIXED).args(["check", "infra/prdo"]).run();
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("infra/prdo"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean infra/prod?"), "{}", ran.stderr);
    let ran = onus().file("docs/readme.md", "# Nothing\n").args(["check", "docs"]).run();
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("nothing to analyse under docs"), "{}", ran.stderr);
}

#[test]
fn a_setting_nobody_knows_is_an_error_with_the_nearest() {
    for option in ["--select", "--ignore"] {
        let ran = mixed(&[option, "aws-s3-bucket-versionning"]).run();
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        assert!(ran.stderr.contains("aws-s3-bucket-versionning"), "{}", ran.stderr);
        assert!(ran.stderr.contains("nearest: aws-s3-bucket-versioning"), "{}", ran.stderr);
    }
}

#[test]
fn values_for_variables_that_are_not_declared_are_refused() {
    let text = "variable \"region\" {}\nresource \"aws_sqs_queue\" \"q\" {}\n";
    let ran = onus().file("main.tf", text).args(["check", "--var", "regoin=eu-central-1"]).run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("regoin") && ran.stderr.contains("did you mean region?"), "{}", ran.stderr);
    assert_eq!(onus().file("main.tf", text).args(["check", "--var", "region"]).run().code, 2);
    assert_eq!(onus().file("main.tf", text).args(["check", "--var-file", "no.tfvars"]).run().code, 2);
    // What Terraform only warns of.
    let ran =
        onus().file("main.tf", text).file("terraform.tfvars", "regoin = 1\n").args(["check", "--format", "json"]).run();
    assert_ne!(ran.code, 2);
    assert!(ran.json()["warnings"][0]["message"].as_str().unwrap().contains("regoin"), "{}", ran.stdout);
}

#[test]
fn fail_on_decides_what_fails() {
    for (args, code) in [
        (&[][..], 1),
        (&["--fail-on", "high"], 1),
        (&["--fail-on", "critical"], 0),
        (&["--fail-on", "never"], 0),
        (&["--ignore", "network-ingress-open-ssh", "--fail-on", "high"], 0),
        (&["--ignore", "CKV_AWS_24", "--fail-on", "high"], 0),
        (&["--ignore", "network-ingress-open", "--fail-on", "high"], 0),
        (&["--select", "aws-s3-bucket-logging"], 0),
        (&["--select", "aws-s3-bucket-logging", "--fail-on", "low"], 1),
    ] {
        let ran = mixed(args).run();
        assert_eq!(ran.code, code, "{args:?}\n{}", ran.stdout);
        assert!(ran.stdout.contains(&format!("exit code {code}")) || code == 0, "{args:?}\n{}", ran.stdout);
    }
}

#[test]
fn min_severity_decides_what_is_listed_and_what_it_leaves_out_is_counted() {
    let severities = |least: &str| {
        let document = mixed(&["--format", "json", "--min-severity", least]).run().json();
        let mut severities: Vec<String> =
            failing(&document).iter().map(|entry| text(&entry["severity"]).to_owned()).collect();
        severities.sort();
        severities.dedup();
        (severities, document["summary"]["below_min_severity"].as_u64().unwrap())
    };
    let (all, none_below) = severities("info");
    assert_eq!(all, ["high", "info", "low", "medium"]);
    assert_eq!(none_below, 0);
    let (high, below) = severities("high");
    assert_eq!(high, ["high"]);
    assert!(below > 0);
    assert!(mixed(&["--min-severity", "high"]).run().stdout.contains("below --min-severity"));
}

#[test]
fn a_selection_judges_only_what_it_names() {
    let rules = |selected: &str| {
        let document = mixed(&["--format", "json", "--select", selected]).run().json();
        entries(&document).map(|entry| text(&entry["rule"]).to_owned()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(rules("aws-s3-bucket-versioning"), ["aws-s3-bucket-versioning".to_owned()].into());
    assert_eq!(rules("CKV_AWS_21"), ["aws-s3-bucket-versioning".to_owned()].into());
    let two = ["aws-s3-bucket-logging".to_owned(), "network-ingress-open-ssh".to_owned()].into();
    assert_eq!(rules("CKV_AWS_24,aws-s3-bucket-logging"), two);
    assert_eq!(rules("network-ingress-open"), ["network-ingress-open-ssh".to_owned()].into());
}

#[test]
fn several_formats_in_one_run_tell_the_same() {
    let run = mixed(&["--format", "human", "--format", "json=out/onus.json", "--format", "human=out/onus.txt"])
        .file("out/.keep", "");
    let ran = run.run();
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("port 22 (SSH)"));
    let document: Value = serde_json::from_str(&std::fs::read_to_string(run.path("out/onus.json")).unwrap()).unwrap();
    assert_eq!(document["summary"]["exit_code"], 1);
    assert!(std::fs::read_to_string(run.path("out/onus.txt")).unwrap().contains("port 22 (SSH)"));
    assert_eq!(mixed(&["--format", "json"]).run().stdout, std::fs::read_to_string(run.path("out/onus.json")).unwrap());
}

#[test]
fn only_the_given_root_is_read() {
    let outside = "module \"queue\" {\n  source = \"../shared/queue\"\n}\nresource \"aws_sqs_queue\" \"own\" {}\n";
    let run = |args: &[&str]| {
        let run = onus()
            .file("repo/live/main.tf", outside)
            .file("repo/shared/queue/main.tf", "resource \"aws_sqs_queue\" \"q\" {}\n");
        run.file("repo/.git/HEAD", "").args(["check", "--format", "json", "repo/live"]).args(args.iter().copied()).run()
    };
    let whole = run(&[]);
    assert_eq!(whole.json()["summary"]["resources"], 2, "{}", whole.stdout);
    assert_eq!(whole.json()["warnings"], serde_json::json!([]));
    let bounded = run(&["--root", "repo/live"]).json();
    assert_eq!(bounded["summary"]["resources"], 1);
    assert!(text(&bounded["warnings"][0]["message"]).contains("queue"), "{}", bounded["warnings"]);
    assert_eq!(bounded["errors"], serde_json::json!([]));
}

#[test]
fn comments_accept_findings_with_their_reason() {
    let group = |comment: &str| {
        MIXED.replace("resource \"aws_security_group\"", &format!("{comment}\nresource \"aws_security_group\""))
    };
    let run = |text: &str, args: &[&str]| {
        let ran = onus()
            .args(["check", "--format", "json", "--now", "2026-11-24"])
            .args(args.iter().copied())
            .file("main.tf", text)
            .run();
        let document = ran.json();
        let found = entries(&document).any(|entry| entry["rule"] == "network-ingress-open-ssh");
        let accepted =
            document["suppressed"].as_array().unwrap().iter().find(|entry| entry["rule"] == "network-ingress-open-ssh");
        (found, accepted.map(|entry| entry["suppression"].clone()))
    };
    let (found, accepted) = run(&group("# onus: ignore[network-ingress-open-ssh] until=2027-01-31 -- bastion"), &[]);
    let accepted = accepted.unwrap();
    assert!(!found);
    assert_eq!((&accepted["reason"], &accepted["until"]), (&"bastion".into(), &"2027-01-31".into()));
    assert_eq!(accepted["location"]["line"], 5);
    // By the id of another tool, in its own comment too, where that tool looks for it.
    let inside = MIXED.replace("  ingress {", "  # checkov:skip=CKV_AWS_24: bastion\n  ingress {");
    for text in [&group("# onus: ignore[CKV_AWS_24] -- bastion"), &inside] {
        let (found, accepted) = run(text, &[]);
        assert!(!found, "{text}");
        assert_eq!(accepted.unwrap()["reason"], "bastion", "{text}");
    }
    assert!(!run(&group("#trivy:ignore:AVD-AWS-0107"), &[]).0);
    assert!(run(&inside, &["--foreign-ignores=off"]).0);
    assert!(!run(&group("# onus: ignore[CKV_AWS_24] -- bastion"), &["--foreign-ignores=off"]).0);
    // Not for another setting, and not for ever.
    assert!(run(&group("# onus: ignore[network-ingress-open-rdp] -- bastion"), &[]).0);
    assert!(run(&group("# onus: ignore[network-ingress-open-ssh] until=2026-11-23 -- bastion"), &[]).0);
}

#[test]
fn accepted_findings_fail_nothing_and_are_named() {
    let text = MIXED.replace(
        "    cidr_blocks = [\"0.0.0.0/0\"]",
        "    cidr_blocks = [\"0.0.0.0/0\"] # onus: ignore[network-ingress-open-ssh] -- bastion, SEC-112",
    );
    let ran = onus().args(["check", "--fail-on", "high", "--now", "2026-11-24"]).file("main.tf", &text).run();
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("1 accepted by a comment"), "{}", ran.stdout);
    assert!(ran.stdout.contains("bastion, SEC-112"), "{}", ran.stdout);
}

#[test]
fn output_that_is_no_terminal_has_no_escape_codes() {
    for (name, value) in [("TERM", "xterm-256color"), ("NO_COLOR", "1"), ("FORCE_COLOR", "1")] {
        for args in [&["check", "testdata/webshop"][..], &["check", "testdata/nowhere"], &["check", "--no-such-option"]]
        {
            let ran = onus().args(args.iter().copied()).env(name, value).run_in(repository());
            assert!(!ran.stdout.contains('\u{1b}'), "{name}: {}", ran.stdout);
            assert!(!ran.stderr.contains('\u{1b}'), "{name}: {}", ran.stderr);
        }
    }
}

#[test]
fn a_locale_without_unicode_gets_ascii() {
    for locale in ["C", "POSIX", "de_DE.ISO-8859-1"] {
        for command in ["check", "matrix"] {
            let ran = onus().args([command, "testdata/webshop"]).env("LC_ALL", locale).run_in(repository());
            assert!(ran.stdout.is_ascii(), "{locale}: {:?}", ran.stdout.chars().find(|char| !char.is_ascii()));
            assert!(ran.stdout.contains("encryption"), "{}", ran.stdout);
        }
    }
}

#[test]
fn a_clean_run_is_short_and_says_what_was_looked_at() {
    let bucket = "resource \"aws_iam_account_password_policy\" \"this\" {\n  minimum_password_length = 16\n}\n";
    let ran = onus().args(["check", "--select", "aws-s3-bucket-versioning"]).file("main.tf", bucket).run();
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("1 file"), "{}", ran.stdout);
    assert!(ran.stdout.lines().count() <= 4, "{}", ran.stdout);
}

#[test]
fn the_other_commands_answer_on_the_samples() {
    let matrix = sample(&["matrix", "testdata/webshop"]);
    assert_eq!(matrix.code, 0, "{}", matrix.stderr);
    for word in ["IaaS", "PaaS", "FaaS", "network", "encryption", "os"] {
        assert!(matrix.stdout.contains(word), "{word} is not in\n{}", matrix.stdout);
    }
    let rules = sample(&["rules", "--format", "json"]).json();
    let count = rules.as_array().or_else(|| rules["rules"].as_array()).map_or(0, Vec::len);
    assert!(count >= 75, "{count} settings");
    for (asked, answer) in [
        ("CKV_AWS_16", "aws-rds-storage-encrypted"),
        ("aws-rds-storage-encrypted", "CKV_AWS_16"),
        ("aws_db_instance", "AWS's"),
        ("encryption", "encryption"),
        ("paas", "PaaS: Platform as a service"),
    ] {
        let ran = sample(&["explain", asked]);
        assert_eq!(ran.code, 0, "{asked}: {}", ran.stderr);
        assert!(ran.stdout.contains(answer), "{asked}: {}", ran.stdout);
    }
}

#[test]
fn shared_modules_are_judged_in_each_root_and_equal_addresses_stay_apart() {
    let document = sample(&["check", "--format", "json", "--show-secure", "testdata/estate-of-roots"]).json();
    let ssh: Vec<(&str, &str)> = entries(&document)
        .filter(|entry| text(&entry["rule"]).starts_with("aws-ebs-encrypt") || text(&entry["rule"]).contains("volume"))
        .filter(|entry| entry["resource"]["address"] == "aws_ebs_volume.scratch")
        .map(|entry| (text(&entry["root"]), text(&entry["verdict"])))
        .collect();
    assert!(ssh.contains(&("testdata/estate-of-roots/live/dev", "unset")), "{ssh:?}");
    assert!(!ssh.contains(&("testdata/estate-of-roots/live/prod", "unset")), "{ssh:?}");
    let roots: std::collections::BTreeSet<&str> = entries(&document).map(|entry| text(&entry["root"])).collect();
    assert!(!roots.iter().any(|root| root.ends_with("modules/service")), "{roots:?}");
}
