//! The count: each check of other tools has a setting, is left out for a reason, or is open; docs/coverage.md tells it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::tables::{Check, aliases, checks, table};

/// Most checks that may be left out, in percent.
const MOST_LEFT_OUT: usize = 3;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/coverage.md");

/// How it stands with a check.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Set,
    LeftOut,
    Open,
}

/// All checks, with what is said of them.
struct Coverage {
    checks: Vec<Check>,
    aliases: BTreeSet<String>,
    left_out: Vec<[String; 2]>,
    open: Vec<[String; 1]>,
}

impl Coverage {
    fn read() -> Self {
        Self {
            checks: checks(),
            aliases: aliases(),
            left_out: table("left-out.tsv", ["check", "because"]),
            open: table("open.tsv", ["check"]),
        }
    }

    fn standing(&self, check: &Check) -> Standing {
        if !check.known_as(&self.aliases).is_empty() {
            Standing::Set
        } else if self.left_out.iter().any(|[id, _]| *id == check.id) {
            Standing::LeftOut
        } else {
            Standing::Open
        }
    }

    /// A row of a table: all, with a setting, left out, open.
    fn row(&self, name: &str, of: impl Fn(&Check) -> bool) -> String {
        let count = |wanted: Option<Standing>| {
            let is_one = |check: &&Check| of(check) && wanted.is_none_or(|wanted| self.standing(check) == wanted);
            self.checks.iter().filter(is_one).count()
        };
        let [all, set] = [None, Some(Standing::Set)].map(count);
        let [left_out, open] = [Some(Standing::LeftOut), Some(Standing::Open)].map(count);
        format!("| {name} | {all} | {set} | {left_out} | {open} |\n")
    }
}

#[test]
fn every_check_has_a_setting_or_is_left_out_or_open() {
    let coverage = Coverage::read();
    let known: BTreeSet<&str> = coverage.checks.iter().map(|check| check.id.as_str()).collect();
    let mut said: BTreeMap<&str, u32> = BTreeMap::new();
    for id in coverage.left_out.iter().map(|[id, _]| id).chain(coverage.open.iter().map(|[id]| id)) {
        assert!(known.contains(id.as_str()), "no tool has the check {id}");
        *said.entry(id).or_default() += 1;
    }
    let wrong = |check: &Check| {
        let is_set = !check.known_as(&coverage.aliases).is_empty();
        let what = match (is_set, said.get(check.id.as_str())) {
            (true, None) | (false, Some(1)) => return None,
            (true, Some(_)) => "has a setting: take it out of open.tsv or left-out.tsv",
            (false, None) => "has no setting: it belongs in open.tsv or left-out.tsv",
            (false, Some(_)) => "stands in open.tsv and left-out.tsv more than once",
        };
        Some(format!("{} {what}\n", check.id))
    };
    let wrong: String = coverage.checks.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{wrong}");
    let most = coverage.checks.len() * MOST_LEFT_OUT / 100;
    assert!(coverage.left_out.len() <= most, "{} are left out; {most} at most", coverage.left_out.len());
}

#[test]
fn the_page_tells_how_it_stands() {
    let page = page(&Coverage::read());
    if std::env::var_os("UPDATE_COVERAGE").is_some() {
        std::fs::write(PAGE, &page).unwrap();
    }
    let published = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(published == page, "docs/coverage.md is stale: UPDATE_COVERAGE=1 cargo test --test peers");
}

fn page(coverage: &Coverage) -> String {
    let mut page = String::from(
        "# What onus has of other tools' checks\n\n\
        Checkov, Trivy and Terrascan check Terraform for AWS as well. Their ids are names of onus's settings where the setting\n\
        asks the same: comments that silence a check by its id, and people who look one up, are understood. This page is made\n\
        from the settings and from [testdata/peers](../testdata/peers/README.md): `UPDATE_COVERAGE=1 cargo test --test peers`.\n\n\
        | tool | checks | with a setting | left out | open |\n|---|---:|---:|---:|---:|\n",
    );
    for (source, name) in [("checkov", "Checkov"), ("trivy", "Trivy"), ("terrascan", "Terrascan")] {
        page += &coverage.row(name, |check| check.source == source);
    }
    page += &coverage.row("**all**", |_| true);
    let cases = super::cases(&coverage.checks, &coverage.aliases);
    let with_cases: BTreeSet<&str> = cases.iter().map(|case| case.check.id.as_str()).collect();
    let rows = table("disagree.tsv", ["check", "type", "case", "because"]);
    let that_differ: BTreeSet<&str> = rows.iter().map(|[check, ..]| check.as_str()).collect();
    writeln!(
        page,
        "\nOf {} checks with a setting, {} configurations are made and judged; onus disagrees with {} of them.",
        with_cases.len(),
        cases.len(),
        that_differ.len()
    )
    .unwrap();
    page += "\n## By service\n\nA check of several services counts with the first.\n\n\
        | service | checks | with a setting | left out | open |\n|---|---:|---:|---:|---:|\n";
    let services: BTreeSet<String> = coverage.checks.iter().map(service).collect();
    for service_name in &services {
        page += &coverage.row(service_name, |check| service(check) == *service_name);
    }
    page += "\n## Left out\n\nNo setting will ask these.\n\n| checks | because |\n|---|---|\n";
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    coverage.left_out.iter().for_each(|[id, because]| reasons.entry(because).or_default().push(id));
    for (because, ids) in &reasons {
        writeln!(page, "| {} | {because} |", ids.join(" ")).unwrap();
    }
    page += "\n## Where onus disagrees\n\nOf one configuration, on purpose: the check *passes* and onus finds something, or the check *fails* and onus finds\n\
        nothing.\n\n| check | type | the check | because |\n|---|---|---|---|\n";
    for [check, of_type, case, because] in rows {
        writeln!(page, "| {check} | `{of_type}` | {} | {because} |", case.replace(": ", " with: ")).unwrap();
    }
    page += "\n## Where onus asks in some cases only\n\nWith this written beside it, a setting says what the check says; without, it does not ask.\n\n\
        | check | type | beside | because |\n|---|---|---|---|\n";
    for [check, of_type, beside, because] in table("beside.tsv", ["check", "type", "beside", "because"]) {
        let check = if check == "*" { "all" } else { check.as_str() };
        writeln!(page, "| {check} | `{of_type}` | `{}` | {because} |", one_line(&beside)).unwrap();
    }
    page += "\n## Open\n\nNo setting asks these yet.\n\n| service | checks |\n|---|---|\n";
    for service_name in &services {
        let of_service = |check: &&Check| service(check) == *service_name && coverage.standing(check) == Standing::Open;
        let ids: Vec<&str> = coverage.checks.iter().filter(of_service).map(|check| check.id.as_str()).collect();
        if !ids.is_empty() {
            writeln!(page, "| {service_name} | {} |", ids.join(" ")).unwrap();
        }
    }
    page
}

/// The service of the first type that a check speaks of.
fn service(check: &Check) -> String {
    let types = check.resources.iter().map(|name| name.strip_prefix("data.").unwrap_or(name));
    let mut services = types.filter_map(onus::responsibility::classify_type).map(|service| service.name);
    services.find(|name| !name.is_empty()).unwrap_or("none of Terraform's").to_owned()
}

fn one_line(hcl: &str) -> String {
    hcl.replace("\\n", "; ").replace("{;", "{").replace("; }", " }").split_whitespace().collect::<Vec<_>>().join(" ")
}
