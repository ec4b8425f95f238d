//! What people and machines see of a run, from results made by hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use onus::config::Problem;
use onus::report::human::{self, Options, Style};
use onus::report::mask::{self, Facts};
use onus::report::{Assembly, Exit, FailOn, Outcome, RootReport, json};
use onus::responsibility::{LayerId, ModelId, Owner, Placement};
use onus::settings::describe::Description;
use onus::settings::finding::{
    AcceptedBy, DefaultFact, DefaultSource, Finding, Key, Related, Sentence, Severity, ShownFile, Suppressed, Tally,
    Verdict, WaitsFor,
};
use onus::source::{FileKind, Fingerprint, Location, SourceFile, Span};
use onus::value::ReasonKind;

const UTF8: Style = Style { unicode: true, colour: false };
const ASCII: Style = Style { unicode: false, colour: false };

/// A root made by hand: files on disk, findings that point into them.
struct Root {
    dir: tempfile::TempDir,
    report: RootReport,
    rules: BTreeMap<u32, Description>,
}

impl Root {
    fn new() -> Self {
        let report = RootReport { path: ".".into(), ..RootReport::default() };
        Self { dir: tempfile::tempdir().unwrap(), report, rules: BTreeMap::new() }
    }

    fn file(mut self, path: &str, text: &str) -> Self {
        let on_disk = self.dir.path().join(path);
        std::fs::create_dir_all(on_disk.parent().unwrap()).unwrap();
        std::fs::write(on_disk, text).unwrap();
        let facts = Facts { sensitive: &|_, path| path == "user_data", sensitive_variable: &|name| name == "pin" };
        let tree = onus::syntax::parse(text);
        let masked = mask::spans(tree.view(text), &facts);
        let fingerprint = Fingerprint::of(text);
        self.report.shown.push((path.into(), ShownFile { masked, fingerprint }));
        self.report.files.push(path.into());
        self
    }

    /// The place of a text in a file.
    fn at(&self, path: &str, text: &str) -> Location {
        let whole = std::fs::read_to_string(self.dir.path().join(path)).unwrap();
        let start = whole.find(text).unwrap_or_else(|| panic!("{text} is not in {path}")) as u32;
        let file = SourceFile::new(Arc::from(path), whole, FileKind::Configuration);
        file.locate(Span::new(start, start + text.len() as u32))
    }

    fn find(mut self, id: &str, finding: Finding) -> Self {
        let element = self.rules.len() as u32;
        let element = self.rules.iter().find(|(_, rule)| rule.id == id).map_or(element, |(element, _)| *element);
        self.rules.entry(element).or_insert_with(|| describe(id));
        self.report.judged.findings.push(Box::new(Finding {
            element,
            key: key(&format!("{id}:{}", finding.address)),
            ..finding
        }));
        self
    }

    fn tallies(mut self, tallies: &[(&'static str, &'static str, [u32; 6])]) -> Self {
        for type_name in ["aws_security_group", "aws_db_instance", "aws_iam_policy", "aws_lambda_function"] {
            let placement = Placement::of_type(type_name);
            let address = || format!("{type_name}.x");
            self.report.matrix.place(type_name, "aws", &placement, |_| type_name != "aws_lambda_function", address);
        }
        self.report.judged.tallies = (tallies.iter())
            .map(|&(of, under, [secure, secure_by_default, insecure, unset, unknown, accepted])| {
                (
                    layer(of),
                    model(under),
                    Tally { secure, secure_by_default, insecure, unset, unknown, accepted, inherited: 0 },
                )
            })
            .collect();
        let applied = self.report.judged.tallies.iter().map(|(_, _, tally)| tally.total()).sum();
        self.report.judged.applied = applied;
        self.report.resources = 46;
        self
    }

    fn error(mut self, message: &str, location: Location, label: &str, help: &str) -> Self {
        self.report.errors.push(Problem {
            message: message.into(),
            location: Some(location),
            label: label.into(),
            help: Some(help.into()),
        });
        self
    }

    fn outcome(self) -> (Outcome, tempfile::TempDir) {
        let Self { dir, report, rules } = self;
        let mut assembly = Assembly::new(Some(Severity::Low), dir.path().to_owned(), Vec::new());
        assembly.take(0, report, |element| rules[&element].clone());
        (assembly.finish(), dir)
    }
}

/// Any name that differs from others.
fn key(text: &str) -> Key {
    Key(std::array::from_fn(|index| {
        let mut hasher = DefaultHasher::new();
        (index, text).hash(&mut hasher);
        hasher.finish() as u8
    }))
}

fn layer(id: &str) -> LayerId {
    LayerId::find(id).unwrap()
}

fn model(id: &str) -> ModelId {
    ModelId::find(id).unwrap()
}

fn describe(id: &str) -> Description {
    Description {
        id: id.into(),
        label: id.into(),
        title: format!("The duty of {id}"),
        problem: None,
        why: "Because.".into(),
        severity: Severity::High,
        provider: "aws".into(),
        service: "ec2".into(),
        layer: "network".into(),
        types: vec!["aws_security_group".into()],
        aliases: vec!["CKV_AWS_24".into()],
        references: vec!["https://example.com/doc".into()],
        fix: String::new(),
        remedy: None,
        careful: None,
        default: None,
        secure: None,
        frameworks: Vec::new(),
        since: None,
    }
}

fn finding(verdict: Verdict, severity: Severity, of: &str, message: &str, address: &str) -> Finding {
    Finding {
        element: 0,
        verdict,
        severity,
        owner: Owner::Customer,
        model: model("iaas"),
        layer: layer(of),
        message: message.into(),
        address: address.into(),
        type_name: address.split('.').next().unwrap().into(),
        module: "".into(),
        provider: "aws".into(),
        carrier: None,
        attribute: None,
        value: None,
        default: None,
        location: None,
        place: None,
        related: Vec::new(),
        variable: None,
        reason: None,
        fix: Sentence::default(),
        careful: None,
        suppressed: None,
        change: None,
        planned: None,
        key: key(""),
    }
}

fn human_of(outcome: &Outcome, style: Style, full: bool) -> String {
    let mut text = Vec::new();
    let exit = Exit::of(outcome, FailOn::default(), false);
    human::write(&mut text, outcome, exit, &Options { style, full, ..Options::default() }).unwrap();
    String::from_utf8(text).unwrap()
}

fn json_of(outcome: &Outcome) -> String {
    let mut text = Vec::new();
    json::write(&mut text, outcome, Exit::of(outcome, FailOn::default(), false)).unwrap();
    String::from_utf8(text).unwrap()
}

/// A small shop with one finding of each kind.
fn shop() -> (Outcome, tempfile::TempDir) {
    let root = Root::new()
        .file(
            "network.tf",
            "resource \"aws_security_group\" \"admin\" {\n  name = \"admin\"\n\n  ingress {\n    cidr_blocks = \
             var.admin_cidrs\n    from_port = 22\n  }\n}\n",
        )
        .file(
            "variables.tf",
            "variable \"admin_cidrs\" {\n  type    = list(string)\n  default = [\"0.0.0.0/0\"]\n}\n\nvariable \
             \"backup_days\" {\n  type = number\n}\n",
        )
        .file("modules/db/main.tf", "\n\n\nresource \"aws_db_instance\" \"this\" {\n  engine = \"postgres\"\n}\n")
        .tallies(&[
            ("accounts", "mgmt", [3, 0, 0, 0, 0, 0]),
            ("data", "paas", [3, 1, 0, 0, 0, 0]),
            ("encryption", "paas", [6, 1, 0, 1, 0, 0]),
            ("network", "iaas", [4, 0, 1, 0, 0, 0]),
            ("network", "paas", [2, 0, 0, 0, 0, 0]),
            ("resilience", "paas", [3, 1, 0, 0, 1, 1]),
        ]);
    let use_of = root.at("network.tf", "var.admin_cidrs");
    let default = root.at("variables.tf", "[\"0.0.0.0/0\"]");
    let header = root.at("modules/db/main.tf", "resource \"aws_db_instance\" \"this\"");
    let variable = root.at("variables.tf", "variable \"backup_days\"");
    let days = root.at("modules/db/main.tf", "engine = \"postgres\"");
    root.find(
        "network-ingress-open-ssh",
        Finding {
            attribute: Some("ingress[0].cidr_blocks".into()),
            value: Some(serde_json::json!(["0.0.0.0/0"]).into()),
            location: Some(use_of.into()),
            place: Some(default.clone().into()),
            related: vec![Related { message: "from here: no tfvars file sets admin_cidrs".into(), location: default }],
            fix: "set admin_cidrs to the networks that need it".into(),
            ..finding(
                Verdict::Insecure,
                Severity::High,
                "network",
                "Anyone on the internet can reach port 22 (SSH)",
                "aws_security_group.admin",
            )
        },
    )
    .find(
        "aws-rds-storage-encrypted",
        Finding {
            owner: Owner::Shared,
            model: model("paas"),
            attribute: Some("storage_encrypted".into()),
            default: Some(Arc::new(DefaultFact {
                value: false.into(),
                since: None,
                note: None,
                source: DefaultSource::Rule,
            })),
            location: Some(header.clone().into()),
            fix: "storage_encrypted = true".into(),
            careful: Some("on an existing database this replaces it; snapshot and restore".into()),
            ..finding(
                Verdict::Unset,
                Severity::High,
                "encryption",
                "This database's storage is not encrypted",
                "module.db.aws_db_instance.this",
            )
        },
    )
    .find(
        "aws-rds-log-exports",
        Finding {
            model: model("paas"),
            location: Some(header.into()),
            ..finding(
                Verdict::Unset,
                Severity::Low,
                "logging",
                "This database keeps its log to itself",
                "module.db.aws_db_instance.this",
            )
        },
    )
    .find(
        "aws-rds-backup-retention",
        Finding {
            model: model("paas"),
            location: Some(days.clone().into()),
            reason: Some(Box::new(WaitsFor {
                kind: ReasonKind::Variable,
                name: "var.backup_days".into(),
                location: Some(variable),
            })),
            ..finding(
                Verdict::Unknown,
                Severity::Medium,
                "resilience",
                "Backups of this database are kept for less than 7 days",
                "module.db.aws_db_instance.this",
            )
        },
    )
    .find(
        "aws-rds-multi-az",
        Finding {
            model: model("paas"),
            suppressed: Some(Box::new(Suppressed {
                reason: Some("one zone is enough, OPS-7".into()),
                until: Some("2027-01-31".into()),
                by: AcceptedBy::Comment,
                location: days,
            })),
            ..finding(
                Verdict::Insecure,
                Severity::Medium,
                "resilience",
                "This database fails with its zone",
                "module.db.aws_db_instance.this",
            )
        },
    )
    .outcome()
}

#[test]
fn the_report_of_a_shop() {
    let (outcome, _dir) = shop();
    insta::assert_snapshot!("shop", human_of(&outcome, UTF8, false));
    insta::assert_snapshot!("shop_ascii", human_of(&outcome, ASCII, false));
}

#[test]
fn the_matrix_of_a_shop() {
    let (outcome, _dir) = shop();
    let text = |style| {
        let mut text = Vec::new();
        human::write_matrix(&mut text, &outcome, onus::report::matrix::Lens::Models, style).unwrap();
        String::from_utf8(text).unwrap()
    };
    insta::assert_snapshot!("matrix", text(UTF8));
    insta::assert_snapshot!("matrix_ascii", text(ASCII));
}

#[test]
fn no_line_is_wider_than_80_columns() {
    let (outcome, _dir) = shop();
    for line in human_of(&outcome, UTF8, true).lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[test]
fn a_clean_run_says_how_much_was_looked_at() {
    let clean = || Root::new().file("main.tf", "").tallies(&[("data", "paas", [31, 26, 0, 0, 0, 0])]);
    let (outcome, _dir) = clean().outcome();
    insta::assert_snapshot!("clean", human_of(&outcome, UTF8, false));
    let options = Options { style: UTF8, quiet: true, ..Options::default() };
    let mut quiet = Vec::new();
    human::write(&mut quiet, &outcome, Exit::Clean, &options).unwrap();
    assert_eq!(quiet, b"");

    let waits = |kind, name: &str, line| WaitsFor { kind, name: name.into(), location: line };
    let root = Root::new().file("variables.tf", "variable \"cidr\" {\n}\n").tallies(&[(
        "network",
        "iaas",
        [3, 0, 0, 0, 2, 0],
    )]);
    let declared = root.at("variables.tf", "variable \"cidr\"");
    let unknown = |address: &str, reason: WaitsFor| Finding {
        reason: Some(reason.into()),
        ..finding(Verdict::Unknown, Severity::High, "network", "Anyone can reach it", address)
    };
    let (outcome, _dir) = root
        .find("a", unknown("aws_x.a", waits(ReasonKind::Variable, "var.cidr", Some(declared.clone()))))
        .find("b", unknown("aws_x.a", waits(ReasonKind::Variable, "var.cidr", Some(declared))))
        .find("b", unknown("aws_x.b", waits(ReasonKind::Module, "module.vpc", None)))
        .outcome();
    insta::assert_snapshot!("undecided", human_of(&outcome, UTF8, false));
}

#[test]
fn a_broken_file_stands_in_the_report() {
    let root = Root::new().file("network.tf", "resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\n}\n");
    let at = root.at("network.tf", "\"10.0.0.0/16");
    let (outcome, _dir) = root
        .error("This string is never closed", at, "opened here; the line ends without a quote", "close it")
        .outcome();
    let text = human_of(&outcome, UTF8, false);
    insta::assert_snapshot!("broken", text);
    let document: serde_json::Value = serde_json::from_str(&json_of(&outcome)).unwrap();
    assert_eq!(document["errors"][0]["location"]["line"], 2);
    assert_eq!(document["summary"]["exit_code"], 3);
}

#[test]
fn many_places_are_told_in_short_and_instances_of_one_edit_are_one_place() {
    let mut root = Root::new().file("main.tf", &"resource \"aws_x\" \"y\" {}\n".repeat(14));
    let file = SourceFile::new("main.tf", "resource \"aws_x\" \"y\" {}\n".repeat(14), FileKind::Configuration);
    for line in 0..14u32 {
        let location = Some(file.locate(Span::new(line * 24, line * 24 + 20)));
        for index in 0..if line == 3 { 212 } else { 1 } {
            let severity = if line == 3 { Severity::High } else { Severity::Medium };
            let address = format!("module.m[{index}].aws_x.y{line}");
            let location = location.clone();
            root = root.find(
                &format!("rule-{line}"),
                Finding {
                    location: location.map(Arc::new),
                    ..finding(Verdict::Unset, severity, "os", "This machine is not patched", &address)
                },
            );
        }
    }
    let (outcome, _dir) = root.outcome();
    assert_eq!((outcome.summary.findings, outcome.summary.places), (225, 14));
    insta::assert_snapshot!("many", human_of(&outcome, UTF8, false));
    assert!(human_of(&outcome, UTF8, true).matches("main.tf").count() >= 14);
    let document: serde_json::Value = serde_json::from_str(&json_of(&outcome)).unwrap();
    let findings = document["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 225);
    assert_eq!(findings.iter().filter(|finding| finding["place"] == findings[0]["place"]).count(), 212);
}

#[test]
fn the_document_fits_its_published_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(json::Document<'static>)).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/schema/onus-1.json");
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    let published = std::fs::read_to_string(path).unwrap_or_default();
    assert!(published == text, "{path} is stale: UPDATE_SCHEMA=1 cargo test --test cli_report");

    let validator = jsonschema::validator_for(&schema).unwrap();
    let (outcome, _dir) = shop();
    let document: serde_json::Value = serde_json::from_str(&json_of(&outcome)).unwrap();
    let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(document["findings"][0]["rule"], "aws-rds-storage-encrypted");
    assert_eq!(document["findings"].as_array().unwrap().len(), 4);
    assert_eq!(document["suppressed"][0]["suppression"]["until"], "2027-01-31");
    assert_eq!(document["matrix"]["weakest"], "network");
    assert!(!validator.is_valid(&serde_json::json!({"version": 1})));
}

#[test]
fn hostile_text_never_reaches_the_terminal_as_it_is() {
    let evil = "\u{1b}]0;owned\u{7}\u{202e}\u{9b}31m\u{200b}";
    let source = format!("# {evil}\nresource \"aws_x\" \"{evil}\" {{\n  x = \"{evil}\" # {evil}\n}}\n");
    let root = Root::new().file("main.tf", &source);
    let location = root.at("main.tf", "x =");
    let elsewhere = Location { file: evil.into(), ..location };
    let location = root.at("main.tf", "x =");
    let (outcome, _dir) = root
        .error(evil, location.clone(), evil, evil)
        .find(
            "a",
            Finding {
                value: Some(serde_json::json!({ evil: [evil] }).into()),
                attribute: Some(evil.into()),
                location: Some(location.into()),
                related: vec![Related { message: evil.into(), location: elsewhere }],
                fix: evil.into(),
                careful: Some(evil.into()),
                ..finding(Verdict::Insecure, Severity::High, "os", evil, evil)
            },
        )
        .outcome();
    for text in [human_of(&outcome, UTF8, true), human_of(&outcome, ASCII, false), json_of(&outcome)] {
        let harmful = text.chars().find(|char| *char != '\n' && onus::report::escape::is_harmful(*char));
        assert_eq!(harmful, None, "{text}");
        assert!(text.contains("owned"));
    }
    let back: serde_json::Value = serde_json::from_str(&json_of(&outcome)).unwrap();
    assert_eq!(back["findings"][0]["message"], evil, "escapes of JSON mean the same");
}

#[test]
fn one_comment_is_listed_once_with_how_often_it_counts() {
    let mut root = Root::new().file("main.tf", "# onus: ignore[a] -- why\n# onus: ignore[a] -- because\n");
    let comments = [root.at("main.tf", "# onus: ignore[a] -- why"), root.at("main.tf", "# onus: ignore[a] -- because")];
    for index in 0..4 {
        let suppressed =
            Suppressed { reason: None, until: None, by: AcceptedBy::Comment, location: comments[index / 3].clone() };
        let address = format!("aws_instance.a[{index}]");
        let finding = finding(Verdict::Insecure, Severity::High, "os", "It is open", &address);
        root = root.find("a", Finding { suppressed: Some(suppressed.into()), ..finding });
    }
    let (outcome, _dir) = root.outcome();
    let text = human_of(&outcome, UTF8, false);
    let start = text.find("4 accepted by a comment:\n").unwrap();
    let lines: Vec<Vec<&str>> =
        text[start..].lines().skip(1).take(3).map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines, [vec!["a,", "3", "times", "main.tf:1"], vec!["a", "main.tf:2"], vec![]]);
}

#[test]
fn a_default_says_since_when_or_under_what_condition() {
    let text = |since: Option<&str>, note: Option<&str>| {
        let root = Root::new().file("main.tf", "resource \"aws_instance\" \"a\" {}\n");
        let at = root.at("main.tf", "resource \"aws_instance\" \"a\"");
        let own = "with the secret: removing it makes old copies unreadable, and the password: rotates";
        let mut careful = Sentence::own(own);
        careful.push_value(" X_TOKEN=abcdef");
        let default = DefaultFact {
            value: "optional".into(),
            since: since.map(Into::into),
            note: note.map(Into::into),
            source: DefaultSource::Rule,
        };
        let finding = Finding {
            attribute: Some("http_tokens".into()),
            default: Some(default.into()),
            location: Some(at.into()),
            careful: Some(careful),
            ..finding(Verdict::Unset, Severity::High, "os", "It is open", "aws_instance.a")
        };
        let (outcome, _dir) = root.find("a", finding).outcome();
        assert!(json_of(&outcome).contains(own), "words of a rule are no secret");
        assert!(!json_of(&outcome).contains("abcdef"), "values within them may be");
        human_of(&outcome, UTF8, false).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let noted = text(None, Some("unless the image or the account's metadata defaults say otherwise"));
    assert!(!noted.contains("since"), "{noted}");
    assert!(noted.contains("default: unless the image or the account's metadata defaults say otherwise"), "{noted}");
    assert!(noted.contains("the secret: removing it") && noted.contains("X_TOKEN=•••"), "{noted}");
    let dated = text(Some("provider version 5"), None);
    // The label may be broken into lines, with the sign of the picture between.
    assert!(dated.contains("(since provider version 5)"), "{dated}");
    assert!(!dated.contains("default:"), "{dated}");
}

/// Secrets of different kinds, none of which may be in any output.
const PLANTED: [&str; 22] = [
    "AKIAIOSFODNN7PLANTED",
    "ghp_plantedplantedplantedplantedplanted1",
    "glpat-planted-planted-planted",
    "xoxb-planted-planted-planted-planted",
    "sk_live_plantedplantedplanted",
    "eyJplanted.eyJplantedplantedplanted.plantedplantedplanted",
    "AIzaPlantedPlantedPlantedPlantedPlantedPla",
    "hvs.plantedplantedplantedplanted",
    "npm_plantedplantedplantedplantedplantedplanted",
    "SG.planted.plantedplantedplantedplantedplantedplanted",
    "planteduser:plantedpass",
    "planted-in-query",
    "planted-account-key",
    "MIIEplantedplantedplanted",
    "planted-by-schema",
    "planted-by-name",
    "planted-in-environment",
    "planted-in-pair",
    "planted-in-sensitive-variable",
    "planted-in-tfvars",
    "planted-in-heredoc",
    "planted-by-argument",
];

#[test]
fn no_planted_secret_is_in_any_output() {
    let p = PLANTED;
    let tokens: String = p[..10].iter().map(|token| format!("  # {token}\n  x = \"{token}\"\n")).collect();
    let source = format!(
        "resource \"aws_instance\" \"a\" {{\n{tokens}  source = \"git::https://{}@example.com/x.git?ref=1\"\n  url = \
         \"https://example.com/?token={}\"\n  storage = \"AccountName=x;AccountKey={};\"\n  key = <<EOT\n-----BEGIN RSA \
         PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----\nEOT\n  user_data = \"{}\"\n  master_password = \"{}\"\n  \
         environment {{\n    variables = {{ API_TOKEN = \"{}\" }}\n  }}\n  pairs = [{{ name = \"DB_PASSWORD\", value = \
         \"{}\" }}]\n}}\n\nvariable \"pin\" {{\n  default = \"{}\"\n}}\n\nresource \"x\" \"y\" {{\n  user_data = \
         <<-EOT\n    {}\n  EOT\n  other = \"{}\"\n}}\n",
        p[10], p[11], p[12], p[13], p[14], p[15], p[16], p[17], p[18], p[20], p[21]
    );
    let mut root = Root::new()
        .file("main.tf", &source)
        .file("terraform.tfvars", &format!("pin = \"{}\"\nother = 1\n", p[19]))
        .file("plain.tfvars", "name = \"planted\"\n");
    root.report.secrets.add(p[21]);
    for path in ["main.tf", "terraform.tfvars", "plain.tfvars"] {
        let whole = std::fs::read_to_string(root.dir.path().join(path)).unwrap();
        let file = SourceFile::new(path, whole.clone(), FileKind::Configuration);
        let mut start = 0;
        // A finding on every line, so that every line is in an excerpt.
        for (index, line) in whole.split_inclusive('\n').enumerate() {
            let location = Some(file.locate(Span::new(start, start + line.trim_end().len() as u32)));
            start += line.len() as u32;
            let address = format!("aws_instance.a{index}");
            root = root.find(
                "a",
                Finding {
                    location: location.map(Arc::new),
                    value: Some(serde_json::json!([p[index % 10], { "x": p[21] }]).into()),
                    careful: Some(format!("mind {}", p[21]).as_str().into()),
                    fix: format!("x = \"{}\"", p[3]).as_str().into(),
                    ..finding(Verdict::Insecure, Severity::High, "os", &format!("see {}", p[index % 10]), &address)
                },
            );
        }
    }
    let (outcome, _dir) = root.outcome();
    for text in [human_of(&outcome, UTF8, true), human_of(&outcome, ASCII, true), json_of(&outcome)] {
        for secret in PLANTED {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(text.contains("aws_instance.a9"));
    }
    let human = human_of(&outcome, UTF8, true);
    assert!(human.contains("master_password = \"•••\""), "{human}");
    assert!(human.contains("name = \"planted\""), "what is no secret is shown");
    assert!(human_of(&outcome, ASCII, true).contains("master_password = \"***\""));
}
