//! Formats that other programs read: each fits its schema, points into what is checked out, and shows no secret.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::Path;

use common::{Ran, onus};
use serde_json::{Value, json};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn webshop(format: &str) -> Ran {
    onus().args(["check", "testdata/webshop", "--format", format]).run_in(repository())
}

fn errors_of(schema: &Value, document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn sarif_schema() -> Value {
    let text = std::fs::read_to_string(repository().join("testdata/formats/sarif-schema-2.1.0.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn results(document: &Value) -> &Vec<Value> {
    document["runs"][0]["results"].as_array().unwrap()
}

#[test]
fn sarif_fits_its_schema_and_has_one_result_a_place() {
    let ran = webshop("sarif");
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let document = ran.json();
    assert_eq!(errors_of(&sarif_schema(), &document), Vec::<String>::new());
    insta::assert_snapshot!("sarif", ran.stdout);
    let open: Vec<&Value> = results(&document).iter().filter(|result| result.get("suppressions").is_none()).collect();
    let check = webshop("json").json();
    assert_eq!(open.len() as u64, check["summary"]["places"].as_u64().unwrap());
    for result in results(&document) {
        let rule = &document["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(repository().join(uri).is_file(), "{uri}");
    }
    let accepted = results(&document).iter().find(|result| result.get("suppressions").is_some()).unwrap();
    let suppression = &accepted["suppressions"][0];
    assert_eq!((&suppression["kind"], &suppression["status"]), (&json!("inSource"), &json!("accepted")));
    assert!(suppression["justification"].as_str().unwrap().len() > 5);
    // The fingerprint is the key of the finding, wherever it is told.
    let keys: Vec<&Value> = check["findings"].as_array().unwrap().iter().map(|finding| &finding["key"]).collect();
    assert!(open.iter().all(|result| keys.contains(&&result["partialFingerprints"]["onusFinding/v1"])));
}

#[test]
fn a_review_in_sarif_says_what_is_new_and_what_was_there() {
    let args =
        ["plan", "testdata/plans/gcp-update/plan.json", "--source", "testdata/plans/gcp-update", "--format", "sarif"];
    let document = onus().args(args).run_in(repository()).json();
    assert_eq!(errors_of(&sarif_schema(), &document), Vec::<String>::new());
    let states: Vec<&str> = results(&document).iter().filter_map(|result| result["baselineState"].as_str()).collect();
    assert!(states.contains(&"new") && states.contains(&"updated"), "{states:?}");
}

#[test]
fn without_the_source_of_a_plan_results_stand_at_the_plan() {
    let document = onus().file(
        "p/plan.json",
        &std::fs::read_to_string(repository().join("testdata/plans/gcp-update/plan.json")).unwrap(),
    );
    let document = document.args(["check", "p/plan.json", "--format", "sarif"]).run().json();
    let uri = &results(&document)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "p/plan.json");
}

#[test]
fn a_finding_in_a_downloaded_module_stands_at_its_call() {
    let manifest = json!({ "Modules": [
        { "Key": "", "Source": "", "Dir": "." },
        { "Key": "db", "Source": "registry.example/acme/db/aws", "Version": "1.0.0", "Dir": ".terraform/modules/db" },
    ] });
    let run = onus()
        .file("main.tf", "module \"db\" {\n  source  = \"registry.example/acme/db/aws\"\n  version = \"1.0.0\"\n  public  = true\n}\n")
        .file(".terraform/modules/modules.json", &manifest.to_string())
        .file(".terraform/modules/db/main.tf", "variable \"public\" {}\nresource \"aws_db_instance\" \"this\" {\n  publicly_accessible = var.public\n}\n");
    let document = run.args(["check", "--select", "aws-rds-public", "--format", "sarif"]).run().json();
    let location = &results(&document)[0]["locations"][0]["physicalLocation"];
    assert_eq!(
        (&location["artifactLocation"]["uri"], &location["region"]["startLine"]),
        (&json!("main.tf"), &json!(4))
    );
}

#[test]
fn github_shows_ten_of_a_kind_the_worst_first_and_counts_the_others() {
    insta::assert_snapshot!("github", webshop("github").stdout);
    let main: String = (0..30)
        .map(|index| format!("resource \"aws_db_instance\" \"d{index}\" {{\n  publicly_accessible = true\n}}\n"))
        .collect();
    let ran = onus().file("main.tf", &main).args(["check", "--format", "github", "--fail-on", "high"]).run();
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 21, "{}", ran.stdout);
    assert!(lines[..10].iter().all(|line| line.starts_with("::error file=main.tf,line=")), "{}", ran.stdout);
    assert!(lines[10..20].iter().all(|line| line.starts_with("::warning ")));
    assert!(lines[20].starts_with("::notice title=onus::") && lines[20].contains("more place"), "{}", lines[20]);
}

#[test]
fn no_name_begins_a_command_of_its_own() {
    let key = "a\n::set-output name=x::y\r::error::z";
    let main = format!(
        "resource \"aws_db_instance\" \"a\" {{\n  for_each = {{ {} = 1 }}\n  publicly_accessible = true\n}}\n",
        serde_json::to_string(key).unwrap()
    );
    let ran = onus().file("a,b:c.tf", &main).args(["check", "--format", "github"]).run();
    assert!(!ran.stdout.is_empty());
    for line in ran.stdout.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        assert!(
            line.starts_with("::error file=a%2Cb%3Ac.tf,line=") || line.starts_with("::warning file=a%2Cb%3Ac.tf"),
            "{line}"
        );
    }
}

#[test]
fn gitlab_takes_one_issue_a_place() {
    let ran = webshop("gitlab");
    let schema = json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": { "type": "string", "minLength": 1 },
                "check_name": { "type": "string" },
                "fingerprint": { "type": "string", "minLength": 8 },
                "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": { "path": { "type": "string", "pattern": "^[^/.]" }, "lines": { "required": ["begin"] } },
                },
            },
        },
    });
    assert_eq!(errors_of(&schema, &ran.json()), Vec::<String>::new());
    insta::assert_snapshot!("gitlab", ran.stdout);
}

#[test]
fn one_line_a_finding_and_one_record_a_line() {
    let compact = webshop("compact");
    insta::assert_snapshot!("compact", compact.stdout);
    let check = webshop("json").json();
    assert_eq!(compact.stdout.lines().count() as u64, check["summary"]["findings"].as_u64().unwrap());
    let records: Vec<Value> = webshop("jsonl").stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let all = [&check["findings"], &check["suppressed"]].map(|list| list.as_array().unwrap().clone()).concat();
    assert_eq!(records, all);
}

#[test]
fn several_formats_in_one_run_and_no_secret_in_any() {
    const FORMATS: [&str; 6] = ["compact", "jsonl", "sarif", "github", "gitlab", "markdown"];
    let main = "variable \"p\" {\n  sensitive = true\n  default   = \"hunter2hunter2\"\n}\nresource \"aws_db_instance\" \"b\" {\n  identifier          = var.p\n  password            = var.p\n  publicly_accessible = true\n}\n";
    let run = onus().file("main.tf", main).args(["check"]);
    let run = run.args(FORMATS.iter().flat_map(|format| ["--format".to_owned(), format!("{format}=out.{format}")]));
    assert_eq!(run.run().code, 1);
    for format in FORMATS {
        let text = std::fs::read_to_string(run.path(&format!("out.{format}"))).unwrap();
        assert!(!text.is_empty() && !text.contains("hunter2"), "{format}: {text}");
    }
}

#[test]
fn what_cannot_be_read_is_told_where_nobody_reads_the_log() {
    let run = || onus().file("main.tf", "resource \"aws_s3_bucket\" {\n");
    let ran = run().args(["check", "--format", "github"]).run();
    assert_eq!(ran.code, 3);
    assert!(ran.stdout.starts_with("::error file=main.tf,line="), "{}", ran.stdout);
    let ran = run().args(["check", "--format", "compact"]).run();
    assert!(ran.stdout.starts_with("main.tf:"), "{}", ran.stdout);
    let document = run().args(["check", "--format", "sarif"]).run().json();
    let invocation = &document["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert!(invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap().len() > 5);
}
