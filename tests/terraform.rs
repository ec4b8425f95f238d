//! Terraform itself is the judge: each directory below tests/terraform/cases is a small root module, with what
//! `terraform plan` made of it beside it (`expected.json`, recorded by tests/terraform/record). onus must give the same
//! values to all outputs and resources, know what Terraform knows and nothing more, and mark the same parts sensitive.
//! Of what Terraform refuses, onus must say that something is wrong. Where a case holds a file `told.txt`, that is what
//! a person is told, line by line; UPDATE_TOLD=1 writes those that are there anew.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use onus::ShowOptions;
use onus::report::show::Shown;
use serde_json::{Map, Value as Json, json};

fn main() {
    let arguments = Arguments::from_args();
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terraform");
    let known = known(&here);
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(here.join("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let names: BTreeSet<String> = cases.iter().map(|case| name_of(case)).collect();
    let trials = cases.into_iter().map(|case| {
        let name = name_of(&case);
        let known = known.iter().filter(|line| line.case == name).cloned().collect::<Vec<_>>();
        Trial::test(name, move || agrees(&case, &known))
    });
    let mut trials: Vec<Trial> = trials.collect();
    let strangers: Vec<String> =
        known.iter().filter(|line| !names.contains(&line.case)).map(|line| line.case.clone()).collect();
    trials.push(Trial::test("known_differences_are_of_cases", move || match strangers.as_slice() {
        [] => Ok(()),
        _ => Err(format!("known.tsv names cases that are not there: {strangers:?}").into()),
    }));
    trials.push(Trial::test("the_readme_says_how_many", move || {
        let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
        // In steps of 50, so that not each new case changes the page.
        let sentence = format!("Over {} small configurations", names.len() / 50 * 50);
        if readme.contains(&sentence) { Ok(()) } else { Err(format!("README.md does not say \"{sentence}\"").into()) }
    }));
    libtest_mimic::run(&arguments, trials).exit();
}

fn name_of(case: &Path) -> String {
    case.file_name().unwrap().to_string_lossy().into_owned()
}

/// A line of known.tsv: a difference that is known, from which version of Terraform on onus's answer is Terraform's, and
/// what changed there.
#[derive(Clone)]
struct Known {
    case: String,
    path: String,
}

fn known(here: &Path) -> Vec<Known> {
    let text = std::fs::read_to_string(here.join("known.tsv")).unwrap();
    let lines = text.lines().skip(1).map(|line| {
        let mut columns = line.split('\t').map(str::to_owned);
        let known = Known { case: columns.next().unwrap(), path: columns.next().unwrap_or_default() };
        let since = columns.next().unwrap_or_default();
        assert!(since.starts_with("1."), "known.tsv: {} names no version of Terraform", known.case);
        assert!(columns.next().is_some_and(|reason| !reason.is_empty()), "known.tsv: {} has no reason", known.case);
        known
    });
    lines.collect()
}

/// One place at which the two disagree.
struct Difference {
    path: String,
    terraform: String,
    onus: String,
}

fn agrees(case: &Path, known: &[Known]) -> Result<(), Failed> {
    let expected: Json = serde_json::from_str(&std::fs::read_to_string(case.join("expected.json")).unwrap()).unwrap();
    let shown = show(case)?;
    let differences = match expected.get("error") {
        Some(error) => unnoticed(error, &shown),
        None => compare(&expected, &compared(&shown.document)).into_iter().chain(refused(&shown)).collect(),
    };
    let mut report = told_otherwise(case, &shown);
    for Difference { path, terraform, onus } in &differences {
        if !known.iter().any(|known| known.path == *path) {
            report += &format!("{path}\n  terraform: {terraform}\n  onus:      {onus}\n");
        }
    }
    for Known { path, .. } in known {
        if !differences.iter().any(|difference| difference.path == *path) {
            report += &format!("{path}\n  is equal now; take it out of known.tsv\n");
        }
    }
    if report.is_empty() {
        return Ok(());
    }
    for problem in shown.errors.iter().chain(&shown.warnings) {
        let line = problem.location.as_ref().map(|at| format!("{}:{}: ", at.file, at.line)).unwrap_or_default();
        report += &format!("onus says: {line}{}\n", problem.message);
    }
    Err(report.into())
}

/// What is told of a case, if its `told.txt` says something else.
fn told_otherwise(case: &Path, shown: &Shown) -> String {
    let path = case.join("told.txt");
    let Ok(expected) = std::fs::read_to_string(&path) else { return String::new() };
    let line = |kind: &str, problem: &onus::config::Problem| {
        let place = problem.location.as_ref().map(|at| format!("{}:{}: ", at.file, at.line)).unwrap_or_default();
        let help = problem.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{kind}: {place}{}{help}\n", problem.message)
    };
    let errors = shown.errors.iter().map(|problem| line("error", problem));
    let told: String = errors.chain(shown.warnings.iter().map(|problem| line("warning", problem))).collect();
    if std::env::var_os("UPDATE_TOLD").is_some() {
        std::fs::write(&path, &told).unwrap();
    } else if told != expected {
        return format!("told:\n{told}but told.txt says:\n{expected}");
    }
    String::new()
}

fn show(case: &Path) -> Result<Shown, Failed> {
    let inputs = onus::Inputs {
        read_roots: vec![case.to_path_buf()],
        working_dir: case.to_path_buf(),
        no_config: true,
        ..onus::Inputs::of(["."])
    };
    onus::show(&ShowOptions { inputs, redact: false }).map_err(|error| error.message.into())
}

/// What Terraform refuses must not pass without a word, or must be unknown.
fn unnoticed(error: &Json, shown: &Shown) -> Vec<Difference> {
    let outputs = shown.document["output_changes"].as_object().unwrap();
    let unknown = outputs.values().any(|change| !unmarked(&change["after_unknown"]));
    if !shown.errors.is_empty() || !shown.warnings.is_empty() || unknown {
        return Vec::new();
    }
    let onus = format!("says nothing; outputs: {}", shown.document["planned_values"]["outputs"]);
    vec![Difference { path: "error".to_owned(), terraform: error.to_string(), onus }]
}

/// What Terraform plans must not be refused.
fn refused(shown: &Shown) -> Option<Difference> {
    let error = shown.errors.first()?;
    let (path, terraform) = ("error".to_owned(), "plans it".to_owned());
    Some(Difference { path, terraform, onus: error.message.clone() })
}

/// onus's document in the form of expected.json.
fn compared(document: &Json) -> Json {
    let described = |change: &Json, sensitive: &Json| json!({ "after": change["after"], "unknown": change["after_unknown"], "sensitive": sensitive });
    let planned = &document["planned_values"]["outputs"];
    let outputs = document["output_changes"].as_object().unwrap().iter().map(|(name, change)| {
        let wholly_known = unmarked(&change["after_unknown"]);
        assert_eq!(planned[name].get("value").is_some(), wholly_known, "{name}: only what is known is planned");
        (name.clone(), described(change, &planned[name]["sensitive"]))
    });
    let outputs: Map<String, Json> = outputs.collect();
    let resources = document["resource_changes"].as_array().unwrap().iter().map(|resource| {
        let change = &resource["change"];
        (resource["address"].as_str().unwrap().to_owned(), described(change, &change["after_sensitive"]))
    });
    json!({ "outputs": outputs, "resources": resources.collect::<Map<_, _>>() })
}

/// Whether nothing is marked in a tree of marks.
fn unmarked(marks: &Json) -> bool {
    match marks {
        Json::Array(items) => items.iter().all(unmarked),
        Json::Object(entries) => entries.values().all(unmarked),
        mark => *mark != Json::Bool(true),
    }
}

fn compare(terraform: &Json, onus: &Json) -> Vec<Difference> {
    let mut found = Vec::new();
    for part in ["outputs", "resources"] {
        let (terraform, onus) = (terraform[part].as_object().unwrap(), onus[part].as_object().unwrap());
        let names: BTreeSet<&String> = terraform.keys().chain(onus.keys()).collect();
        for name in names {
            let path = if part == "outputs" { format!("output.{name}") } else { name.clone() };
            let (Some(terraform), Some(onus)) = (terraform.get(name), onus.get(name)) else {
                found.push(difference(&path, terraform.get(name), onus.get(name)));
                continue;
            };
            let (terraform, onus) = match part {
                "outputs" => (terraform.clone(), onus.clone()),
                _ => (of_resource(terraform), of_resource(onus)),
            };
            values(&path, &terraform["after"], &onus["after"], &mut found);
            for of in ["unknown", "sensitive"] {
                marks(&format!("{path} {of}"), &terraform[of], &onus[of], &mut found);
            }
        }
    }
    found
}

/// A resource without what onus does not list because it is not written: attributes that are null, and those that each
/// `terraform_data` computes.
fn of_resource(resource: &Json) -> Json {
    let mut resource = resource.clone();
    if let Some(after) = resource["after"].as_object_mut() {
        after.retain(|_, value| !value.is_null());
    }
    if let Some(unknown) = resource["unknown"].as_object_mut() {
        unknown.retain(|name, _| name != "id" && name != "output");
    }
    resource
}

fn values(path: &str, terraform: &Json, onus: &Json, found: &mut Vec<Difference>) {
    match (terraform, onus) {
        (Json::Array(a), Json::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                values(&format!("{path}[{index}]"), a, b, found);
            }
        }
        (Json::Object(a), Json::Object(b)) => {
            let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => values(&format!("{path}.{key}"), a, b, found),
                    (a, b) => found.push(difference(&format!("{path}.{key}"), a, b)),
                }
            }
        }
        (Json::Number(a), Json::Number(b)) if a.as_f64() == b.as_f64() => {}
        (a, b) if a == b => {}
        (a, b) => found.push(difference(path, Some(a), Some(b))),
    }
}

fn marks(path: &str, terraform: &Json, onus: &Json, found: &mut Vec<Difference>) {
    match (terraform, onus) {
        (a, b) if unmarked(a) && unmarked(b) => {}
        (Json::Array(a), Json::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                marks(&format!("{path}[{index}]"), a, b, found);
            }
        }
        (Json::Object(a), Json::Object(b)) => {
            let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let of = |entries: &Map<String, Json>| entries.get(key).cloned().unwrap_or_default();
                marks(&format!("{path}.{key}"), &of(a), &of(b), found);
            }
        }
        (a, b) if a == b => {}
        (a, b) => found.push(difference(path, Some(a), Some(b))),
    }
}

fn difference(path: &str, terraform: Option<&Json>, onus: Option<&Json>) -> Difference {
    let text = |json: Option<&Json>| json.map_or_else(|| "(not there)".to_owned(), Json::to_string);
    Difference { path: path.to_owned(), terraform: text(terraform), onus: text(onus) }
}
