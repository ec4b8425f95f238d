//! The same resource, written in eight ways, gets the same verdicts.
//!
//! Every case is rewritten mechanically into forms that mean the same. Whatever is said of it, finding or not, must be
//! said of every form: all settings are compared, not only those that the case expects. What cannot be rewritten is
//! counted by reason, in a snapshot. `SHOW_WRITTEN=1` shows the files of a form that fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Failed, Trial};
use onus::settings::finding::Finding;

use super::{Case, Files, Header, id_of, read_case, run};

#[path = "ways/dynamic.rs"]
mod dynamic;
#[path = "ways/edit.rs"]
mod edit;
#[path = "ways/for_each.rs"]
mod for_each;
#[path = "ways/json.rs"]
mod json;
#[path = "ways/override_file.rs"]
mod override_file;
#[path = "ways/values.rs"]
mod values;

use edit::Source;

/// A form, by the name that its tests have: rewritten step by step.
struct Form {
    name: &'static str,
    steps: &'static [fn(&Files) -> Written],
}

/// The eight ways, and some of them one upon the other.
const FORMS: [Form; 16] = [
    Form { name: "variable", steps: &[values::variable] },
    Form { name: "tfvars", steps: &[values::tfvars] },
    Form { name: "local", steps: &[values::local] },
    Form { name: "module", steps: &[values::module] },
    Form { name: "for_each", steps: &[for_each::rewrite] },
    Form { name: "dynamic", steps: &[dynamic::rewrite] },
    Form { name: "json", steps: &[json::rewrite] },
    Form { name: "override", steps: &[override_file::rewrite] },
    Form { name: "module_in_module", steps: &[values::module, values::module] },
    Form { name: "for_each_in_repeated_module", steps: &[for_each::rewrite, values::repeated_module] },
    Form { name: "dynamic_in_for_each", steps: &[dynamic::rewrite, for_each::rewrite] },
    Form { name: "dynamic_by_local", steps: &[dynamic::rewrite, values::local] },
    Form { name: "dynamic_in_json", steps: &[dynamic::rewrite, json::rewrite] },
    Form { name: "for_each_in_json", steps: &[for_each::rewrite, json::rewrite] },
    Form { name: "module_in_json", steps: &[dynamic::rewrite, values::module, json::rewrite] },
    Form { name: "override_in_json", steps: &[override_file::rewrite, json::rewrite] },
];

/// How many of the forms are one step, and counted in the table.
const SINGLE: usize = 8;

/// What is said of these is said of the rewriting, not of the case.
const NOT_COMPARED: [&str; 2] = [
    "var.written_*, module.written: the rewriting adds them",
    "variables of a caller of module.written: they are declared there once more, to be passed on",
];

/// A case in one form.
struct Written {
    files: Files,
    tally: Tally,
}

/// What was rewritten, and what was not.
#[derive(Default)]
struct Tally {
    rewritten: usize,
    left: BTreeMap<&'static str, usize>,
}

impl Tally {
    fn leave(&mut self, reason: &'static str) {
        *self.left.entry(reason).or_default() += 1;
    }
}

/// Rewrites the files of the root module; those of its modules stay as they are.
fn each_file(files: &Files, mut rewrite: impl FnMut(Source, &mut Tally) -> String) -> Written {
    let mut tally = Tally::default();
    let rewritten = files.iter().map(|(path, text)| {
        let is_root = path.components().count() == 1 && path.extension().is_some_and(|ending| ending == "tf");
        let text = if is_root { rewrite(Source::new(text.as_str()), &mut tally) } else { text.clone() };
        (path.clone(), text)
    });
    let files = rewritten.collect();
    Written { files, tally }
}

/// The verdicts of a setting (by id) on an address, sorted.
type Said = BTreeMap<(String, String), Vec<String>>;

/// A case as it was written, and what is said of it.
struct Whole {
    files: Files,
    header: Header,
    said: Said,
}

/// One form of one case, compared.
#[derive(Default)]
struct Compared {
    tally: Tally,
    problems: Vec<String>,
}

/// All cases in all forms, each compared when it is first asked for.
struct Ways {
    cases: Arc<Vec<Case>>,
    names: Vec<String>,
    whole: Vec<OnceLock<Result<Whole, String>>>,
    compared: Vec<OnceLock<Compared>>,
}

impl Ways {
    fn whole(&self, case: usize) -> &Result<Whole, String> {
        self.whole[case].get_or_init(|| {
            let (files, header, _) = read_case(&self.cases[case].path)?;
            let said = said(&run(&files, &header)?.findings);
            if said.is_empty() { Err("nothing is said of it".to_owned()) } else { Ok(Whole { files, header, said }) }
        })
    }

    fn compared(&self, case: usize, form: usize) -> &Compared {
        self.compared[case * FORMS.len() + form].get_or_init(|| match self.whole(case) {
            Ok(whole) => compare(whole, &FORMS[form]),
            Err(problem) => Compared { problems: vec![problem.clone()], ..Compared::default() },
        })
    }
}

/// A test for each case and form, and one for the table of what was rewritten.
pub(crate) fn trials(cases: &Arc<Vec<Case>>, names: Vec<String>) -> Vec<Trial> {
    let locks = cases.len() * FORMS.len();
    let ways = Arc::new(Ways {
        cases: Arc::clone(cases),
        whole: names.iter().map(|_| OnceLock::new()).collect(),
        compared: (0..locks).map(|_| OnceLock::new()).collect(),
        names,
    });
    let mut trials = Vec::new();
    for (case, name) in ways.names.iter().enumerate() {
        for (form, Form { name: form_name, .. }) in FORMS.iter().enumerate() {
            let ways = Arc::clone(&ways);
            trials.push(Trial::test(format!("{name} as {form_name}"), move || {
                let problems = &ways.compared(case, form).problems;
                if problems.is_empty() { Ok(()) } else { Err(Failed::from(problems.join("\n"))) }
            }));
        }
    }
    trials.push(Trial::test("what_is_rewritten", move || {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("ways", table(&ways));
        });
        Ok(())
    }));
    trials
}

fn compare(whole: &Whole, form: &Form) -> Compared {
    let start = Written { files: whole.files.clone(), tally: Tally::default() };
    let Written { files, tally } = form.steps.iter().fold(start, |written, step| step(&written.files));
    let mut compared = Compared { tally, ..Compared::default() };
    let run = match run(&files, &whole.header) {
        Ok(run) => run,
        Err(problem) => {
            compared.problems.push(format!("{problem}\n{}", shown(&files)));
            return compared;
        }
    };
    compared.problems.extend(run.problems);
    let after = said(&run.findings);
    let keys: BTreeSet<_> = whole.said.keys().chain(after.keys()).collect();
    for key in keys {
        let (was, is) = (whole.said.get(key), after.get(key));
        if was == is {
            continue;
        }
        let (id, address) = key;
        let words = |said: Option<&Vec<String>>| said.map_or("nothing".to_owned(), |said| said.join(", "));
        compared.problems.push(format!("{id} of {address}: {} as {}, was {}", words(is), form.name, words(was)));
    }
    if !compared.problems.is_empty() && std::env::var_os("SHOW_WRITTEN").is_some() {
        compared.problems.push(shown(&files));
    }
    compared
}

fn shown(files: &Files) -> String {
    files.iter().map(|(path, text)| format!("--- {}\n{text}", path.display())).collect()
}

/// What is said of each resource, by the address that it has in the case as it was written.
fn said(findings: &[Finding]) -> Said {
    let rules = super::rules();
    let mut said = Said::new();
    let depth = |finding: &Finding| finding.module.matches("module.written").count();
    let deepest = findings.iter().map(depth).max().unwrap_or_default();
    for finding in findings {
        let address = plain(&finding.address);
        // See NOT_COMPARED.
        if address.starts_with("var.written_") || address == "module.written" {
            continue;
        }
        if address.starts_with("var.") && depth(finding) < deepest {
            continue;
        }
        let key = (id_of(rules, finding).to_owned(), address);
        said.entry(key).or_default().push(verdict(finding));
    }
    said.values_mut().for_each(|verdicts| verdicts.sort());
    said
}

/// A verdict with what it speaks of: where in the resource, which value, what it waits for.
fn verdict(finding: &Finding) -> String {
    let mut text = format!("{:?}", finding.verdict);
    if let Some(attribute) = &finding.attribute {
        write!(text, " {attribute}").unwrap();
    }
    if let Some(value) = &finding.value {
        write!(text, " = {value}").unwrap();
    }
    if let Some(reason) = &finding.reason {
        write!(text, " waits for {}", plain(&reason.name)).unwrap();
    }
    text
}

/// An address as it is in the case that was written.
fn plain(address: &str) -> String {
    address.replace("[\"it\"]", "").replace("module.written.", "")
}

/// How many places were rewritten in each form, and how many were not, by reason.
fn table(ways: &Ways) -> String {
    let mut text = String::new();
    for (form, Form { name, .. }) in FORMS[..SINGLE].iter().enumerate() {
        let all = (0..ways.names.len()).map(|case| &ways.compared(case, form).tally);
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        let mut rewritten = 0;
        for tally in all {
            rewritten += tally.rewritten;
            tally.left.iter().for_each(|(reason, count)| *left.entry(reason).or_default() += count);
        }
        writeln!(text, "{name}\t{rewritten}\trewritten").unwrap();
        left.iter().for_each(|(reason, count)| writeln!(text, "{name}\t{count}\tnot: {reason}").unwrap());
    }
    for what in NOT_COMPARED {
        writeln!(text, "every way\t\tnot compared: {what}").unwrap();
    }
    text
}
