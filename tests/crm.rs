//! `onus crm`: the customer responsibility matrix that auditors ask for, in every format and for every framework.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::{Onus, git, onus};
use serde_json::Value;

const FRAMEWORKS: [&str; 5] = ["nist-800-53-r5", "fedramp", "csa-ccm-4", "pci-dss-4", "iso-27017"];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A run with a directory of the repository copied beside it, outside of version control.
fn copy(of: &str) -> Onus {
    let from = repository().join(of);
    let files = walkdir::WalkDir::new(&from).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.fold(onus(), |run, entry| {
        let name = Path::new(of).file_name().unwrap();
        let path = Path::new(name).join(entry.path().strip_prefix(&from).unwrap());
        run.file(path.to_str().unwrap(), &std::fs::read_to_string(entry.path()).unwrap())
    })
}

/// One database, and two duties that are attested, one of them no longer.
const DATABASE: &str = r#"
variable "password" {
  sensitive = true
  default   = "correct-horse-battery"
}

resource "aws_db_instance" "main" {
  identifier        = "main"
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  username          = "app"
  password          = var.password
  storage_encrypted = true
}
"#;

const ATTESTED: &str = r#"
attest "acc-mfa-enrol" {
  owner    = "it-security"
  evidence = "https://wiki.example/mfa"
  reviewed = "2026-09-01"
  until    = "2027-03-01"
}

attest "acc-review" {
  owner    = "it-security"
  evidence = "https://wiki.example/review"
  reviewed = "2025-09-01"
  until    = "2026-03-01"
}
"#;

fn database() -> Onus {
    onus().file("main.tf", DATABASE).file(".onus.hcl", ATTESTED).args(["crm", "--now", "2026-12-01"])
}

/// What a format of the database says.
fn written(framework: &str, format: &str) -> String {
    let ran = database().args(["--framework", framework, "--format", format]).run();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{framework} {format}");
    ran.stdout
}

fn array<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} of {value}"))
}

/// The control of that id.
fn control<'d>(document: &'d Value, id: &str) -> &'d Value {
    array(document, "controls").iter().find(|control| control["control"] == id).unwrap_or_else(|| panic!("no {id}"))
}

fn lines(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_webshop_by_control() {
    let webshop = copy("testdata/webshop").args(["crm", "webshop", "--now", "2026-12-01"]);
    let markdown = webshop.run().stdout;
    let (summary, details) = markdown.split_once("\n## AC-2\n").unwrap();
    insta::assert_snapshot!("webshop_markdown", summary);
    let boundary = details.split("\n## ").find(|section| section.starts_with("SC-7\n")).unwrap();
    insta::assert_snapshot!("webshop_markdown_sc-7", boundary);
    let mut document = webshop.args(["--format", "json"]).run().json();
    for control in document["controls"].as_array_mut().unwrap() {
        let rows = control["rows"].as_array().unwrap().len();
        control["rows"] = format!("{rows} rows").into();
    }
    document["controls"].as_array_mut().unwrap().truncate(3);
    insta::assert_json_snapshot!("webshop_json", document);
}

#[test]
fn a_database_in_every_format() {
    for format in ["csv", "markdown"] {
        insta::assert_snapshot!(format!("database_{format}"), written("pci-dss-4", format));
    }
    let mut document: Value = serde_json::from_str(&written("iso-27017", "json")).unwrap();
    keep(&mut document["controls"], &[("control", "9.2.5"), ("control", "11.1.2"), ("control", "13.2.1")]);
    insta::assert_json_snapshot!("database_json", document);
}

/// Keeps the entries of a list that have one of these values.
fn keep(list: &mut Value, wanted: &[(&str, &str)]) {
    let list = list.as_array_mut().unwrap();
    list.retain(|one| wanted.iter().any(|(name, value)| one[*name] == **value));
    assert_eq!(list.len(), wanted.len(), "{wanted:?}");
}

#[test]
fn a_database_in_oscal() {
    let mut whole: Value = serde_json::from_str(&written("pci-dss-4", "oscal-component")).unwrap();
    let components = &mut whole["component-definition"]["components"];
    let review = "Review access rights at intervals, privileged ones more often";
    let provider = "Platform as a service: the provider's part";
    keep(components, &[("title", "Amazon RDS"), ("title", provider), ("title", review)]);
    for component in components.as_array_mut().unwrap() {
        let all = component["control-implementations"][0]["implemented-requirements"].as_array_mut().unwrap();
        all.truncate(2);
    }
    insta::assert_json_snapshot!("database_oscal-component", whole);
    let mut whole: Value = serde_json::from_str(&written("fedramp", "oscal-ssp")).unwrap();
    let controls = &mut whole["system-security-plan"]["control-implementation"]["implemented-requirements"];
    let wanted = ["ac-6.7", "ia-2.1", "sc-28", "pe-3"].map(|id| ("control-id", id));
    keep(controls, &wanted);
    insta::assert_json_snapshot!("database_oscal-ssp", whole);
}

#[test]
fn owners_are_in_the_words_of_each_framework() {
    let words = FRAMEWORKS.map(|framework| {
        let lines = lines(&written(framework, "csv"));
        let words: BTreeSet<(String, String, String)> = lines
            .iter()
            .map(|line| (line["kind"].clone(), line["owner"].clone(), line["owner_word"].clone()))
            .collect();
        let controls: BTreeSet<String> = lines.iter().map(|line| line["control_owner"].clone()).collect();
        let first: Vec<String> = lines.iter().map(|line| line["control"].clone()).take(1).collect();
        (framework, first, words, controls)
    });
    insta::assert_debug_snapshot!("words", words);
}

#[test]
fn columns_are_those_that_are_documented() {
    let documented = std::fs::read_to_string(repository().join("docs/crm.md")).unwrap();
    let table = documented.split("| column | is |").nth(1).unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let columns: Vec<&str> = rows.map(|line| line.split('`').nth(1).unwrap()).collect();
    assert_eq!(columns, onus::report::crm::COLUMNS);
    assert_eq!(written("iso-27017", "csv").lines().next().unwrap(), columns.join(","));
}

#[test]
fn the_document_fits_its_published_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(onus::report::crm::CrmDocument<'_>)).unwrap();
    let path = repository().join("docs/schema/onus-crm-1.json");
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(published == text, "{} is stale: UPDATE_SCHEMA=1 cargo test --test crm", path.display());
    let validator = jsonschema::validator_for(&schema).unwrap();
    let webshop = copy("testdata/webshop").args(["crm", "webshop", "--format", "json"]);
    for document in [webshop.run().json(), serde_json::from_str(&written("csa-ccm-4", "json")).unwrap()] {
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

/// The same files give the same bytes: twice, with any number of threads, and without a clock.
#[test]
fn two_runs_give_the_same_bytes() {
    for format in ["csv", "markdown", "json", "oscal-component", "oscal-ssp"] {
        let run = |threads: &str| {
            let webshop = copy("testdata/webshop").env("RAYON_NUM_THREADS", threads);
            let ran = webshop.args(["crm", "webshop", "--format", format]).run();
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            ran.stdout
        };
        let first = run("1");
        assert!(first == run("8") && first == run("1"), "{format}");
    }
}

/// An estate in which a control is wholly shown: its only setting names it.
fn sealed(setting: &str, attest: &[&str]) -> Onus {
    let rules = r#"
setting "aws-sealed-bucket" {
  title      = "The bucket is sealed"
  problem    = "This bucket is not sealed"
  layer      = "devices"
  severity   = "high"
  resource   = "aws_s3_bucket"
  attribute  = "tags.Sealed"
  condition  = value == "yes"
  why        = "It would be open."
  frameworks = { "nist-800-53-r5" = ["pe-20", "AC-06(09)"], "pci-dss-4" = ["9.9.9", "=1+1"] }
}
"#;
    let attested: String = attest
        .iter()
        .map(|duty| {
            format!(
                "attest \"{duty}\" {{\n  owner = \"a\"\n  evidence = \"b\"\n  reviewed = \"2026-09-01\"\n  until = \
                 \"2027-03-01\"\n}}\n"
            )
        })
        .collect();
    let bucket = format!("resource \"aws_s3_bucket\" \"a\" {{\n  {setting}\n  bucket = \"a\"\n}}\n");
    onus()
        .file("rules/aws/sealed.hcl", rules)
        .file("estate/main.tf", &bucket)
        .file("estate/.onus.hcl", &attested)
        .args(["crm", "estate", "--rules", "rules", "--now", "2026-12-01", "--format", "json"])
}

/// What is owed in the layer of the setting of [`sealed`].
const DEVICES: [&str; 4] = ["dev-inventory", "dev-harden", "dev-lost", "dev-office-net"];

#[test]
fn a_control_is_implemented_only_if_what_names_it_is_done() {
    let sealed = |setting: &str, attest: &[&str]| sealed(setting, &[&DEVICES, attest].concat());
    let done = sealed("tags = { Sealed = \"yes\" }", &[]).run().json();
    let by_setting = control(&done, "PE-20");
    assert_eq!((text(by_setting, "state"), &by_setting["reached_by"][0]), ("implemented", &"setting".into()));
    assert_eq!(control(&done, "AC-6(9)")["state"], "implemented", "another form of the same id");
    // What only a layer brings is secure, and says nothing of the control as a whole.
    let open = sealed("", &[]).run().json();
    assert_eq!(control(&open, "PE-20")["state"], "partial");
    let accepted = sealed("# onus: ignore[aws-sealed-bucket] -- sealed by hand, SEC-1\n", &[]).run().json();
    assert_eq!(control(&accepted, "PE-20")["state"], "alternative");
    let unreasoned = sealed("# onus: ignore[aws-sealed-bucket]\n", &[]).run().json();
    assert_eq!(control(&unreasoned, "PE-20")["state"], "partial", "nobody says why");
    let beside = self::sealed("tags = { Sealed = \"yes\" }", &DEVICES[1..]).run().json();
    assert_eq!(control(&beside, "PE-20")["state"], "partial", "a duty is open in the layer");
    assert_eq!(control(&beside, "PE-20")["why"][0], "not attested in the layers of its settings: dev-inventory");
    let unknown = sealed("tags = { Sealed = aws_sqs_queue.q.arn }", &[]).run().json();
    assert_eq!(control(&unknown, "PE-20")["state"], Value::Null, "nothing is shown");
}

#[test]
fn an_attested_duty_closes_its_control() {
    let (open, attested) = (sealed("", &[]).run().json(), sealed("", &["acc-mfa-enrol"]).run().json());
    assert_eq!(control(&open, "IA-2(1)")["state"], Value::Null);
    let closed = control(&attested, "IA-2(1)");
    assert_eq!((text(closed, "state"), closed["why"].as_array().unwrap().len()), ("implemented", 0));
    let row = &closed["rows"][0];
    assert_eq!((text(row, "status"), text(row, "reached_by")), ("attested", "duty"));
    assert_eq!(row["attestation"]["evidence"], "b");
    assert_eq!(row["location"]["file"], "estate/.onus.hcl");
    // One of two is not enough.
    let half = sealed("", &["log-incident"]).run().json();
    assert_eq!(control(&half, "IR-3")["state"], "implemented");
    let restored = sealed("", &["res-restore"]).run().json();
    assert_eq!(control(&restored, "CP-4")["state"], "partial");
    assert_eq!(control(&restored, "CP-4")["why"][0], "not attested: res-plan");
}

#[test]
fn the_team_that_a_contract_names_stands_in_its_rows() {
    let contract = "contract \"data-platform\" {\n  layers = [\"encryption\"]\n}\n";
    let run = onus().file("main.tf", DATABASE).file(".onus.hcl", contract).args(["crm", "--format", "csv"]).run();
    assert_eq!(run.code, 0, "{}", run.stderr);
    for line in lines(&run.stdout).iter().filter(|line| line["kind"] == "setting") {
        assert_eq!(line["team"], if line["layer"] == "encryption" { "data-platform" } else { "" }, "{line:?}");
    }
}

#[test]
fn what_is_no_control_is_told_and_counted_by_layer() {
    let document = sealed("", &[]).args(["--framework", "pci-dss-4"]).run().json();
    assert_eq!(document["not_understood"], serde_json::json!(["=1+1"]));
    assert_eq!(control(&document, "9.9.9")["reached_by"], serde_json::json!(["setting"]));
}

/// Over all frameworks: no row that its layer brought, and no control with anything open, undecided or owed, is implemented.
#[test]
fn nothing_is_implemented_by_its_layer_alone_or_with_open_duties() {
    let all = [&["acc-mfa-enrol", "acc-review", "res-restore", "res-plan", "log-watch"], &DEVICES[..]].concat();
    let mut implemented = 0;
    for framework in FRAMEWORKS {
        let estates = [
            copy("testdata/webshop").args(["crm", "webshop", "--format", "json"]),
            sealed("tags = { Sealed = \"yes\" }", &all),
            sealed("", &all),
        ];
        for estate in estates {
            let run = estate.args(["--framework", framework]).run();
            let document = run.json();
            for control in array(&document, "controls") {
                let name = text(control, "control");
                let is_implemented = control["state"] == "implemented";
                implemented += u32::from(is_implemented);
                let rows = array(control, "rows");
                let undone = rows.iter().any(|row| {
                    let is_layers = row["reached_by"] == "layer" && row["kind"] != "cell";
                    let good = ["secure", "secure_by_default", "attested", "inherited", "judged", "nothing_seen"];
                    is_layers && row["status"] != "inherited" || !good.contains(&text(row, "status"))
                });
                assert!(!(is_implemented && undone), "{framework} {name}: {control:#}");
                let why = array(control, "why");
                assert_eq!(is_implemented, why.is_empty(), "{framework} {name}: {why:?}");
            }
        }
    }
    assert!(implemented > 5, "{implemented}");
}

/// What settings of onus name as controls is known and well-formed, and who says so is among their references.
#[test]
fn settings_name_controls_of_frameworks_that_are_known() {
    let settings = onus().args(["rules", "--format", "json"]).run().json();
    let mut named = 0;
    for setting in settings.as_array().unwrap() {
        for entry in array(setting, "frameworks") {
            let name = text(entry, "framework");
            let framework = onus::responsibility::framework(name).unwrap_or_else(|| panic!("{name} of {setting}"));
            assert_eq!(framework.set.name(), name);
            for id in array(entry, "controls") {
                let control = onus::report::crm::Control::parse(framework.set, id.as_str().unwrap());
                assert_eq!(control.unwrap().id(), id, "{setting}");
                named += 1;
            }
            let source = array(setting, "references").iter().any(|it| it.as_str().unwrap().contains("/securityhub/"));
            assert!(source, "{setting}");
        }
    }
    assert!(named > 60, "{named}");
}

#[test]
fn names_stay_the_same_and_are_given_once() {
    let ids = |csv: &str| -> Vec<String> { lines(csv).iter().map(|line| line["id"].clone()).collect() };
    let webshop = copy("testdata/webshop").args(["crm", "webshop", "--format", "csv"]).run().stdout;
    let all = ids(&webshop);
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "each row has a name of its own");
    assert!(all.iter().all(|id| id.len() == 36 && id.as_bytes()[14] == b'5'), "UUIDs of version 5");
    // A setting that is mended is still the same row.
    let row = |setting: &str| {
        let document = sealed(setting, &[]).run().json();
        control(&document, "PE-20")["rows"][0].clone()
    };
    let (open, done) = (row(""), row("tags = { Sealed = \"yes\" }"));
    assert_eq!((&open["id"], &open["status"], &done["status"]), (&done["id"], &"unset".into(), &"secure".into()));
    // The same address in two plans of one directory: two rows, two names.
    let plan = std::fs::read_to_string(repository().join("testdata/plans/gcp-landing/plan.json")).unwrap();
    let twice = onus().file("a.json", &plan).file("b.json", &plan).args(["crm", "a.json", "b.json", "--format", "csv"]);
    let all = ids(&twice.run().stdout);
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
}

#[test]
fn a_plan_and_a_state_say_that_they_are_the_basis() {
    let plans = copy("testdata/plans/gcp-landing");
    let document = plans.args(["crm", "gcp-landing/plan.json", "--format", "json"]).run().json();
    assert_eq!(document["head"]["basis"], serde_json::json!(["plan"]));
    let rows: Vec<&Value> = array(&document, "controls").iter().flat_map(|control| array(control, "rows")).collect();
    let settings: Vec<&&Value> = rows.iter().filter(|row| row["kind"] == "setting").collect();
    assert!(settings.len() > 20 && settings.iter().all(|row| row["basis"] == serde_json::json!(["plan"])));
    let state = r#"{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":[{"address":
        "aws_sqs_queue.a","mode":"managed","type":"aws_sqs_queue","name":"a","provider_name":
        "providers.example/hashicorp/aws","schema_version":0,"values":{"name":"a"}}]}}}"#;
    let state = onus().file("state.json", state).args(["crm", "state.json", "--format", "json"]).run().json();
    assert_eq!(state["head"]["basis"], serde_json::json!(["state"]));
    let both = database().file("sub/main.tf", "resource \"aws_sqs_queue\" \"a\" {}\n").args(["--format", "json"]).run();
    assert_eq!(both.json()["head"]["roots"].as_array().unwrap().len(), 2);
}

#[test]
fn the_head_says_commit_and_whether_files_differ_from_it() {
    let repo = git::repo();
    repo.write("main.tf", DATABASE);
    let commit = repo.commit();
    let run = |args: &[&str]| {
        let all = ["crm", "--format", "json"].iter().chain(args).copied();
        onus().args(all).run_in(repo.path()).json()
    };
    let clean = run(&[]);
    assert_eq!(
        (text(&clean["head"]["revision"], "commit"), &clean["head"]["revision"]["dirty"]),
        (&*commit, &false.into())
    );
    let time = text(&clean["head"], "time").to_owned();
    assert_eq!((text(&clean["head"], "time_source"), text(&clean["head"]["revision"], "time")), ("commit", &*time));
    repo.write("main.tf", &DATABASE.replace("true", "false"));
    let dirty = run(&["--now", "2031-01-01"]);
    assert_eq!(dirty["head"]["revision"]["dirty"], true);
    assert_eq!(text(&dirty["head"], "time"), time, "the commit's, whatever is given");
    let oscal = onus().args(["crm", "--format", "oscal"]).run_in(repo.path()).json();
    let metadata = &oscal["component-definition"]["metadata"];
    assert_eq!(text(metadata, "version"), format!("{commit}-dirty"));
    assert_eq!(text(metadata, "last-modified"), time);
}

#[test]
fn without_a_commit_no_time_is_made_up() {
    let run = |args: &[&str]| onus().file("main.tf", DATABASE).args(["crm"].iter().chain(args).copied()).run().json();
    let json = run(&["--format", "json"]);
    assert_eq!((&json["head"]["time"], text(&json["head"], "time_source")), (&Value::Null, "unknown"));
    assert_eq!(text(&json["head"], "no_revision"), "outside of version control");
    let metadata = run(&["--format", "oscal"])["component-definition"]["metadata"].clone();
    assert_eq!((text(&metadata, "version"), text(&metadata, "last-modified")), ("unknown", "1970-01-01T00:00:00Z"));
    assert!(text(&metadata, "remarks").contains("stands for unknown"));
    let given =
        onus().file("main.tf", DATABASE).env("SOURCE_DATE_EPOCH", "1700000000").args(["crm", "--format", "json"]);
    assert_eq!(text(&given.run().json()["head"], "time"), "2023-11-14T22:13:20Z");
}

#[test]
fn secrets_are_in_no_format() {
    let planted = r#"
resource "aws_lambda_function" "a" {
  function_name = "a"
  role          = "arn:aws:iam::123456789012:role/a"
  environment {
    variables = { DB_PASSWORD = "correct-horse-battery", TOKEN = "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8" }
  }
}

resource "aws_sqs_queue" "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8" {
  for_each = { ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8 = 1 }
  name     = "a"
}
"#;
    for format in ["csv", "markdown", "json", "oscal-component", "oscal-ssp"] {
        let run =
            database().file("secret.tf", planted).args(["--format", format, "--var", "password=correct-horse-battery"]);
        let ran = run.run();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        for secret in ["correct-horse-battery", "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"] {
            assert!(!ran.stdout.contains(secret), "{format}: {secret}");
        }
    }
}

/// Names that a spreadsheet would take for formulas, or Markdown for markup.
#[test]
fn what_strangers_name_is_neither_formula_nor_markup() {
    let bucket = "resource \"aws_s3_bucket\" \"a\" {\n  for_each = toset([\"=1+1\", \"<img src=x>|`\"])\n  bucket   = each.key\n}\n";
    let run = |format: &str| {
        let run = onus().file("=cmd|' /C calc'!A0/main.tf", bucket).args(["crm", "--format", format]);
        run.run().stdout
    };
    let csv = run("csv");
    let mut seen = 0;
    for line in lines(&csv) {
        for (column, cell) in &line {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{column}: {cell}");
            assert!(!cell.contains(['\n', '\r', '\t']), "{column}: {cell}");
        }
        seen += u32::from(line["root"] == "'=cmd|' /C calc'!A0");
    }
    assert!(seen > 0);
    let markdown = run("markdown");
    assert!(!markdown.contains("<img"), "no tag of theirs");
    let tables = markdown.lines().filter(|line| line.starts_with("| data | paas"));
    assert!(tables.count() > 0);
    for format in ["oscal-component", "oscal-ssp"] {
        let document: Value = serde_json::from_str(&run(format)).unwrap();
        visit(&document, &mut |name, value| {
            let is_markup = ["title", "description", "remarks"].contains(&name);
            assert!(!is_markup || !value.to_string().contains("<img"), "{format}: {value}");
        });
    }
    let matrix = onus().file("=cmd/main.tf", bucket).file("b/main.tf", bucket);
    let matrix = matrix.args(["matrix", "--by", "resource", "--format", "csv"]).run().stdout;
    let cells = csv::Reader::from_reader(matrix.as_bytes());
    for record in cells.into_records().map(Result::unwrap) {
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{record:?}");
    }
    assert!(matrix.contains("'=cmd"), "{matrix}");
}

/// What OSCAL asks beyond the shape that `.ci/oscal` has checked by an independent reader.
#[test]
fn references_within_the_oscal_documents_lead_somewhere() {
    for framework in FRAMEWORKS {
        for (format, root) in [("oscal-component", "component-definition"), ("oscal-ssp", "system-security-plan")] {
            let document: Value = serde_json::from_str(&written(framework, format)).unwrap();
            let document = &document[root];
            let (mut uuids, mut referred, mut roles, mut controls) =
                (Vec::new(), Vec::new(), BTreeSet::new(), Vec::new());
            visit(document, &mut |name, value| {
                let Some(text) = value.as_str() else { return };
                match name {
                    "uuid" => uuids.push(text.to_owned()),
                    "component-uuid" | "provided-uuid" => referred.push(text.to_owned()),
                    "href" | "source" if text.starts_with('#') => referred.push(text[1..].to_owned()),
                    "role-id" => drop(roles.insert(text.to_owned())),
                    "control-id" => controls.push(text.to_owned()),
                    _ => {}
                }
            });
            let known: BTreeSet<&String> = uuids.iter().collect();
            assert_eq!(known.len(), uuids.len(), "{framework} {format}: a name is given twice");
            assert!(!referred.is_empty() && referred.iter().all(|uuid| known.contains(uuid)), "{framework} {format}");
            let declared = array(&document["metadata"], "roles").iter().map(|role| text(role, "id").to_owned());
            assert_eq!(roles, declared.collect(), "{framework} {format}");
            let is_token =
                |id: &String| id.starts_with(|char: char| char.is_ascii_lowercase()) && !id.contains(['(', ' ']);
            assert!(controls.len() > 10 && controls.iter().all(is_token), "{framework} {format}: {controls:?}");
        }
    }
}

fn visit(value: &Value, see: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                see(name, value);
                visit(value, see);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| visit(item, see)),
        _ => {}
    }
}

#[test]
fn oscal_writes_both_documents_into_a_directory() {
    let run = database().args(["--format", "oscal=out/oscal", "--format", "csv=crm.csv", "--format", "markdown"]);
    let ran = run.run();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("# Customer responsibility matrix"));
    let read = |path: &str| std::fs::read_to_string(run.path(path)).unwrap();
    assert!(read("out/oscal/component-definition.json").contains("\"component-definition\""));
    assert!(read("out/oscal/system-security-plan.json").contains("\"system-security-plan\""));
    assert!(read("crm.csv").starts_with("id,framework,control,"));
}

#[test]
fn a_framework_that_nobody_knows_is_told_with_those_that_are_known() {
    let ran = database().args(["--framework", "soc-2"]).run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("nist-800-53-r5, fedramp, csa-ccm-4, pci-dss-4, iso-27017"), "{}", ran.stderr);
    let two = database().args(["--format", "csv", "--format", "json"]).run();
    assert_eq!(two.code, 2, "one on stdout");
    let broken = database().file("broken.tf", "resource \"a\" {").args(["--format", "json"]).run();
    assert_eq!((broken.code, broken.json()["errors"].as_array().unwrap().is_empty()), (3, false));
}
