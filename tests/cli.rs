//! The command line from end to end: what it accepts, what it refuses and how.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::Path;

use common::onus;

/// The directory of the repository.
fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_command_teaches_with_examples() {
    for command in ["check", "plan", "matrix", "show", "explain", "rules"] {
        let ran = onus().args([command, "--help"]).run();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(ran.stdout.contains("Examples:\n  onus "), "{}", ran.stdout);
        assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
    }
    let ran = onus().args(["--help"]).run();
    assert!(ran.stdout.contains("Exit codes: 0"));
    assert!(onus().args(["--version"]).run().stdout.starts_with("onus "));
}

#[test]
fn wrong_arguments_give_2_and_say_what_would_be_right() {
    let cases: [(&[&str], &str); 8] = [
        (&["chekc"], "check"),
        (&["check", "--format", "xml"], "the formats are human, json"),
        (&["check", "--format", "json="], "a file name is missing"),
        (&["check", "--format", "json", "--format", "human"], "only one --format can go to stdout"),
        (&["check", "--fail-on", "warning"], "it knows critical, high, medium, low, info, never"),
        (&["check", "--var", "x"], "expected NAME=VALUE"),
        (&["check", "--now", "tomorrow"], "expected a date such as 2027-01-31"),
        (&["explain", "no-such-thing-at-all"], "is no setting, layer, service model or type of resource"),
    ];
    for (args, message) in cases {
        let ran = onus().file("main.tf", "").args(args.iter().copied()).run();
        assert_eq!(ran.code, 2, "{args:?}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stderr.contains(message), "{args:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{args:?}");
    }
    let ran = onus().file("main.tf", "").args(["check"]).env("SOURCE_DATE_EPOCH", "soon").run();
    assert_eq!((ran.code, ran.stderr.contains("SOURCE_DATE_EPOCH")), (2, true));
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    let ran = onus()
        .file("main.tf", "resource \"null_resource\" \"x\" {}\n")
        .args(["check", "--format", "json=no/such/dir/out.json"])
        .run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no/such/dir/out.json could not be written"), "{}", ran.stderr);
}

#[test]
fn layers_models_and_types_are_explained_without_any_finding() {
    let os = onus().args(["explain", "os"]).run();
    assert_eq!(os.code, 0, "{}", os.stderr);
    assert!(os.stdout.starts_with("os: Operating system and patching\n"), "{}", os.stdout);
    let model = onus().args(["explain", "PaaS"]).run();
    assert!(model.stdout.contains("\nos          the provider's. Provider: patches it.\n"), "{}", model.stdout);
    let database = onus().args(["explain", "aws_db_instance"]).run();
    assert!(database.stdout.starts_with("aws_db_instance: Amazon RDS"), "{}", database.stdout);
    assert!(database.stdout.contains("\nos          AWS's. AWS: patches it.\n"), "{}", database.stdout);
    assert!(database.stdout.contains("What would change it\n"), "{}", database.stdout);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("onus"))
        .args(["explain", "os"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn a_document_of_a_real_run_fits_the_published_schema() {
    let ran = onus().args(["check", "--format", "json", "--show-secure", "testdata/webshop"]).run_in(repository());
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let schema = std::fs::read_to_string(repository().join("docs/schema/onus-1.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let document = ran.json();
    let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let findings = document["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["verdict"] == "secure"));
    assert!(findings.iter().all(|finding| finding["rule"] != "" && finding["title"] != ""));
    assert_eq!(document["summary"]["exit_code"], 1);
}

#[test]
fn the_same_bytes_for_any_number_of_threads_and_any_order_of_the_directories() {
    let bytes = |threads: &str, shuffle: &str| {
        let args = ["check", "--format", "json", "--now", "2026-11-24", "testdata/webshop", "testdata/estate-of-roots"];
        let run = onus().args(args).env("RAYON_NUM_THREADS", threads).env("ONUS_SHUFFLE", shuffle);
        run.run_in(repository()).stdout
    };
    let first = bytes("1", "0");
    assert!(first.len() > 10_000);
    for (threads, shuffle) in [("2", "1"), ("8", "2"), ("3", "99")] {
        assert!(bytes(threads, shuffle) == first, "{threads} threads, shuffled by {shuffle}");
    }
}

#[test]
fn several_formats_come_of_one_run() {
    let run = onus().file("main.tf", "resource \"aws_db_instance\" \"a\" {\n  storage_encrypted = false\n}\n").args([
        "check",
        "--format",
        "human",
        "--format",
        "json=out.json",
    ]);
    let ran = run.run();
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("aws_db_instance.a"), "{}", ran.stdout);
    let document = std::fs::read_to_string(run.path("out.json")).unwrap();
    assert!(document.contains("\"aws_db_instance.a\""));
    let ascii = onus()
        .file("main.tf", "resource \"aws_db_instance\" \"a\" {\n  storage_encrypted = false\n}\n")
        .env("LC_ALL", "C")
        .args(["check", "--full"])
        .run();
    assert!(ascii.stdout.is_ascii(), "{}", ascii.stdout);
}

#[test]
fn findings_fail_from_the_severity_that_was_asked_for() {
    let code = |args: &[&str]| {
        let file = "resource \"aws_db_instance\" \"a\" {\n  storage_encrypted = false\n}\n";
        let all = ["check", "--select", "aws-rds-storage-encrypted"].iter().chain(args).copied();
        onus().file("main.tf", file).args(all).run().code
    };
    assert_eq!(code(&[]), 1);
    assert_eq!(code(&["--fail-on", "critical"]), 0);
    assert_eq!(code(&["--fail-on", "never"]), 0);
    assert_eq!(code(&["--min-severity", "critical"]), 0);
}

#[test]
fn unknown_settings_are_refused_with_the_nearest_name() {
    let ran = onus().file("main.tf", "").args(["check", "--ignore", "aws-rds-storage-encryptd"]).run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("unknown setting \"aws-rds-storage-encryptd\" in --ignore"), "{}", ran.stderr);
    assert!(ran.stderr.contains("nearest: aws-rds-storage-encrypted"), "{}", ran.stderr);
}

/// A configuration with findings all around secrets: in `locals`, tfvars, defaults, module arguments, comments.
fn with_secrets() -> common::Onus {
    onus()
        .file(
            "main.tf",
            "locals {\n  pw = \"planted-in-locals\"\n}\n\nvariable \"pin\" {\n  sensitive = true\n  default   = \
             \"planted-default\"\n}\n\nvariable \"given\" {}\nvariable \"outer\" {}\n\nresource \"aws_db_instance\" \
             \"a\" {\n  storage_encrypted = false # not planted-in-locals\n  password          = local.pw\n  username \
             = var.pin\n  identifier        = var.given\n  publicly_accessible = true\n  skip_final_snapshot = \
             true\n}\n\nmodule \"m\" {\n  source = \"./m\"\n  key    = \"planted-as-argument\"\n  cidrs  = \
             [\"0.0.0.0/0\"]\n}\n\nmodule \"gone\" {\n  source = \
             \"git::https://planted-user:planted-pw@example.com/x.git\"\n}\n\nresource \"aws_instance\" \"b\" {\n  \
             user_data = <<-EOT\n    export AWS_SECRET_ACCESS_KEY=plantedplantedplantedplantedplantedplant\n    curl \
             -H 'Authorization: Bearer planted-bearer-token-1234567890' x\n  EOT\n}\n",
        )
        .file("terraform.tfvars", "pin = \"planted-in-tfvars\"\n")
        .file(
            "m/main.tf",
            "variable \"key\" {\n  sensitive = true\n}\n\nvariable \"cidrs\" {}\n\nresource \"aws_security_group\" \
             \"s\" {\n  description = var.key\n  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol \
             = \"tcp\"\n    cidr_blocks = var.cidrs\n  }\n}\n",
        )
        .env("TF_VAR_outer", "planted-in-environment")
}

#[test]
fn no_secret_of_a_real_run_is_in_any_output() {
    for args in [
        &["check", "--full"][..],
        &["check", "--format", "json", "--show-secure"],
        &["matrix"],
        &["matrix", "--explain", "accounts"],
        &["matrix", "--by", "resource", "--format", "svg"],
        &["show", "--redact", "--format", "json"],
    ] {
        let given = ["--var", "given=planted-on-the-command-line"];
        let ran = with_secrets().args(args.iter().chain(&given).copied()).run();
        let text = ran.stdout.clone() + &ran.stderr;
        assert!(text.contains("aws_db_instance") || args[0] == "matrix", "{args:?}: {text}");
        for line in text.lines() {
            let is_clean = !line.contains("planted") || line.contains("not ");
            assert!(is_clean || args[0] == "show" && line.contains("identifier"), "{args:?}: {line}");
        }
    }
}

#[test]
fn a_root_module_is_shown_in_the_shape_of_a_plan() {
    let run = || {
        onus().file(
            "main.tf",
            "variable \"size\" {}\nvariable \"pin\" {\n  sensitive = true\n  default = \"1234\"\n}\nmodule \"site\" {\n  \
             for_each = { eu = 1 }\n  source   = \"./site\"\n}\nresource \"aws_instance\" \"a\" {\n  count = 2\n  \
             instance_type = var.size\n  ami = \"ami-${count.index}\"\n  user_data = var.pin\n}\noutput \"pin\" {\n  \
             value = var.pin\n  sensitive = true\n}\n",
        )
        .file("site/main.tf", "resource \"aws_s3_bucket\" \"b\" {\n  count  = 1\n  bucket = \"x\"\n}\n")
    };
    let document = run().args(["show", "--format", "json"]).run().json();
    let root = &document["planned_values"]["root_module"];
    assert_eq!(root["resources"][1]["address"], "aws_instance.a[1]");
    assert_eq!(root["resources"][1]["index"], 1);
    assert_eq!(root["resources"][1]["values"]["ami"], "ami-1");
    let bucket = &root["child_modules"][0]["resources"][0];
    assert_eq!(bucket["address"], "module.site[\"eu\"].aws_s3_bucket.b[0]");
    let changes = document["resource_changes"].as_array().unwrap();
    let change = changes.iter().find(|change| change["address"] == "aws_instance.a[0]").unwrap();
    assert_eq!(change["change"]["after_unknown"]["instance_type"], true);
    assert_eq!(change["change"]["after_sensitive"]["user_data"], true);
    assert_eq!(change["change"]["after_sensitive"]["ami"], serde_json::Value::Null);
    assert_eq!(change["change"]["after"]["user_data"], "1234", "as Terraform does, in clear");
    assert_eq!(document["planned_values"]["outputs"]["pin"]["value"], "1234");

    let ran = run().args(["show", "--format", "json", "--redact"]).run();
    assert!(!ran.stdout.contains("1234"), "{}", ran.stdout);
    assert!(run().args(["show", "--redact"]).run().stdout.contains("aws_instance.a[0]\n"));
}

#[test]
fn warnings_about_what_is_shown_stand_on_stderr() {
    let run = |format: &str| {
        onus()
            .file(
                "main.tf",
                "variable \"pin\" {\n  sensitive = true\n  default   = \"hunter2secret\"\n}\nmodule \"away\" {\n  \
                 source = \"../away\"\n}\noutput \"key\" {\n  value = file(\"ops\\u001b[31m.pub\")\n}\noutput \"pin\" {\n  \
                 value     = file(\"./keys/${var.pin}\")\n  sensitive = true\n}\n",
            )
            // Directories are no files.
            .file("ops\u{1b}[31m.pub/x", "")
            .file("keys/hunter2secret/x", "")
            .args(["show", "--redact", "--format", format])
            .run()
    };
    let human = run("human");
    assert_eq!(human.code, 0, "{}", human.stderr);
    insta::assert_snapshot!("show_warnings", human.stderr);
    let json = run("json");
    assert_eq!((json.code, json.stderr.as_str()), (0, human.stderr.as_str()));
    assert_eq!(json.json()["output_changes"]["key"]["after_unknown"], true);
}

#[test]
fn errors_and_warnings_of_what_is_shown_are_told_once_each() {
    let ran = onus()
        .file(
            "main.tf",
            "locals {\n  k = file(\"k\")\n}\noutput \"a\" {\n  value = local.k\n}\noutput \"b\" {\n  value = 1 +\n}\n",
        )
        .file("k/x", "")
        .args(["show"])
        .run();
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stderr.starts_with("error: main.tf:8:"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("warning: file(\"k\") is not read").count(), 1, "{}", ran.stderr);
}
