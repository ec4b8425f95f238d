//! What people and machines see of a run, from results made by hand.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use onus::config::Problem;
use onus::report::human::{self, Options, Style};
use onus::report::mask::{self, Facts, Secrets};
use onus::report::{Assembly, Exit, FailOn, Outcome, RootReport, json};
use onus::responsibility::Owner;
use onus::settings::describe::Description;
use onus::settings::finding::{
    DefaultFact, Finding, Judged, Related, Severity, ShownFile, Suppressed, Tally, Verdict, WaitsFor,
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
        let facts = Facts { sensitive: &|_, _, path| path == "user_data", sensitive_variable: &|name| name == "pin" };
        let tree = onus::syntax::parse(text);
        self.report.shown.push(ShownFile {
            path: path.into(),
            masked: mask::spans(tree.view(text), &facts),
            fingerprint: Fingerprint::of(text),
        });
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
        self.report.judged.findings.push(Finding { element, key: format!("k1:{id}:{}", finding.address), ..finding });
        self
    }

    fn tallies(mut self, tallies: &[(&'static str, &'static str, [u32; 6])]) -> Self {
        self.report.judged.tallies = (tallies.iter())
            .map(|&(layer, model, [secure, secure_by_default, insecure, unset, unknown, accepted])| {
                (layer, model, Tally { secure, secure_by_default, insecure, unset, unknown, accepted })
            })
            .collect();
        let applied = self.report.judged.tallies.iter().map(|(_, _, tally)| tally.all()).sum();
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
        let assembly = Assembly { min_severity: Some(Severity::Low), working_dir: dir.path().to_owned() };
        (Outcome::assemble(assembly, vec![report], |element| rules[&element].clone()), dir)
    }
}

fn describe(id: &str) -> Description {
    Description {
        id: id.into(),
        label: id.into(),
        title: format!("The duty of {id}"),
        problem: None,
        why: "Because.".into(),
        severity: Severity::High,
        layer: "network".into(),
        types: vec!["aws_security_group".into()],
        aliases: vec!["CKV_AWS_24".into()],
        references: vec!["https://example.com/doc".into()],
        fix: String::new(),
        careful: None,
        default: None,
        secure: None,
        frameworks: Vec::new(),
        since: None,
    }
}

fn finding(verdict: Verdict, severity: Severity, layer: &'static str, message: &str, address: &str) -> Finding {
    Finding {
        element: 0,
        verdict,
        severity,
        owner: Owner::Customer,
        model: "iaas",
        layer,
        message: message.into(),
        address: address.into(),
        type_name: address.split('.').next().unwrap().into(),
        module: String::new(),
        provider: "aws".into(),
        carrier: None,
        attribute: None,
        value: None,
        default: None,
        location: None,
        place: None,
        related: Vec::new(),
        reason: None,
        fix: String::new(),
        careful: None,
        suppressed: None,
        key: String::new(),
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
            value: Some(serde_json::json!(["0.0.0.0/0"])),
            location: Some(use_of),
            place: Some(default.clone()),
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
            model: "paas",
            attribute: Some("storage_encrypted".into()),
            default: Some(DefaultFact { value: false.into(), since: None, source: "rule".into() }),
            location: Some(header.clone()),
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
            model: "paas",
            location: Some(header),
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
            model: "paas",
            location: Some(days.clone()),
            reason: Some(WaitsFor {
                kind: ReasonKind::Variable,
                name: "var.backup_days".into(),
                location: Some(variable),
            }),
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
            model: "paas",
            suppressed: Some(Suppressed {
                reason: Some("one zone is enough, OPS-7".into()),
                until: Some("2027-01-31".into()),
                location: days,
            }),
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
