//! Every setting proves itself: testdata/rules/<folder>/<service>.tf says in comments what must be found, and where.
//!
//! `# expect: insecure aws-x, unknown aws-y because var.z` speaks of its own line, `# expect(+2): …` of a line below.
//! One test for each file (or directory), and one over all of them: every setting has a case in which it is secure and
//! one in which it is not.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use bumpalo::Bump;
use libtest_mimic::{Arguments, Failed, Trial};
use onus::config::{Inputs, Program, Scan, load};
use onus::discover::{Options, discover_one};
use onus::settings::builtin::builtin;
use onus::settings::finding::{Finding, Verdict};
use onus::settings::judge::{self, judge};
use onus::settings::model::RuleSet;
use onus::source::Location;

/// One `verdict id because text` of a comment.
#[derive(Clone, Debug)]
struct Expectation {
    file: String,
    line: u32,
    verdict: String,
    id: String,
    because: Option<String>,
}

/// What the comments of one file say beside expectations.
#[derive(Default)]
struct Header {
    providers: Vec<(String, String)>,
    now: Option<String>,
}

/// The block of each instance, by address.
type Blocks = BTreeMap<String, Location>;

/// Which elements were seen secure, and which wrong.
type Proven = Arc<Mutex<BTreeMap<u32, BTreeSet<&'static str>>>>;

fn main() {
    let arguments = Arguments::from_args();
    let proven: Proven = Arc::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/rules");
    let mut trials = Vec::new();
    for case in cases(&root) {
        let name = case.strip_prefix(&root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
        trials.push(Trial::test(name, move || judge_case(&case).map(drop)));
    }
    let all = cases(&root);
    trials.push(Trial::test("every_setting_is_proven", move || every_setting(&all, &proven)));
    libtest_mimic::run(&arguments, trials).exit();
}

/// Files and directories below testdata/rules/<folder>/.
fn cases(root: &Path) -> Vec<PathBuf> {
    let entries = |directory: &Path| -> Vec<PathBuf> {
        let mut all: Vec<_> = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
        all.sort();
        all
    };
    let folders = entries(root).into_iter().filter(|path| path.is_dir());
    folders
        .flat_map(|folder| entries(&folder))
        .filter(|path| path.is_dir() || path.extension().is_some_and(|ending| ending == "tf"))
        .collect()
}

fn judge_case(case: &Path) -> Result<Vec<(u32, &'static str)>, Failed> {
    let directory = tempfile::tempdir().unwrap();
    let mut expectations = Vec::new();
    let mut header = Header::default();
    for file in files_of(case) {
        let inside =
            if case.is_dir() { file.strip_prefix(case).unwrap().to_path_buf() } else { PathBuf::from("main.tf") };
        let target = directory.path().join(&inside);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&target, &text).unwrap();
        read_comments(&inside.to_string_lossy(), &text, &mut expectations, &mut header)?;
    }
    let mut program = program_of(directory.path());
    if let Some(error) = program.errors.first() {
        return Err(format!("the file is not valid: {error:?}").into());
    }
    for (provider, version) in header.providers {
        program.locked.insert(format!("registry.terraform.io/hashicorp/{provider}"), version);
    }
    let now = header.now.as_deref().unwrap_or("2026-11-23T00:00:00Z").parse().unwrap();
    let options = judge::Options { now, all: true, foreign_ignores: true };
    let arena = Bump::new();
    let evaluation = onus::eval::evaluate(&arena, &program, &onus::eval::Options::default());
    let rules = builtin();
    let judged = judge(&arena, &evaluation.estate, &evaluation.session, rules, &options, &|_| true);
    let blocks: Blocks = evaluation
        .estate
        .iter()
        .filter_map(|(id, instance)| {
            let block = instance.block?;
            let span = program.tree(block.file).block(block.block).span;
            Some((evaluation.estate.address(id), program.sources.get(block.file).locate(span)))
        })
        .collect();
    let mut problems: Vec<String> = judged.failures.clone();
    problems.extend(evaluation.warnings.iter().map(|warning| format!("warning: {}", warning.message)));
    let mut met = BTreeSet::new();
    for expectation in &expectations {
        match meets(expectation, &judged.findings, &blocks, rules) {
            Ok(found) => met.extend(found),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(unexpected(&expectations, &judged.findings, &met, rules));
    if !problems.is_empty() {
        return Err(problems.join("\n").into());
    }
    Ok(judged
        .findings
        .iter()
        .enumerate()
        .filter(|(index, _)| met.contains(index))
        .map(|(_, finding)| (finding.element, word(finding.verdict)))
        .collect())
}

fn files_of(case: &Path) -> Vec<PathBuf> {
    if case.is_file() {
        return vec![case.to_path_buf()];
    }
    let entries = walkdir::WalkDir::new(case).sort_by_file_name().into_iter().map(Result::unwrap);
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn program_of(directory: &Path) -> Program {
    let options = Options { working_dir: directory.canonicalize().unwrap(), ..Options::default() };
    let scan = Scan::all_roots(&discover_one(Path::new("."), &options).unwrap());
    load(&scan.roots[0], &Inputs::default(), &scan.cache)
}

fn read_comments(
    file: &str,
    text: &str,
    expectations: &mut Vec<Expectation>,
    header: &mut Header,
) -> Result<(), Failed> {
    for (index, line) in text.lines().enumerate() {
        if let Some(rest) = line.strip_prefix("# provider: ") {
            let (name, version) = rest.split_once(' ').ok_or("a provider needs a version")?;
            header.providers.push((name.to_owned(), version.to_owned()));
        }
        if let Some(rest) = line.strip_prefix("# now: ") {
            header.now = Some(rest.trim().to_owned());
        }
        let Some(at) = line.find("# expect") else { continue };
        let rest = &line[at + "# expect".len()..];
        let (offset, items) = match rest.strip_prefix("(+") {
            Some(rest) => {
                let (offset, rest) = rest.split_once("):").ok_or("`(+n):` is not closed")?;
                (offset.parse::<u32>().map_err(|error| error.to_string())?, rest)
            }
            None => (0, rest.strip_prefix(':').ok_or_else(|| format!("line {}: `:` is missing", index + 1))?),
        };
        for item in items.split(',') {
            let (item, because) = match item.split_once(" because ") {
                Some((item, because)) => (item, Some(because.trim().to_owned())),
                None => (item, None),
            };
            let (verdict, id) = item.trim().split_once(' ').ok_or_else(|| format!("line {}: {item}", index + 1))?;
            expectations.push(Expectation {
                file: file.to_owned(),
                line: index as u32 + 1 + offset,
                verdict: verdict.to_owned(),
                id: id.trim().to_owned(),
                because,
            });
        }
    }
    Ok(())
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Secure | Verdict::SecureByDefault => "secure",
        Verdict::Unknown => "unknown",
        Verdict::Unset => "unset",
        Verdict::Insecure => "insecure",
        Verdict::Inherited => "inherited",
        Verdict::NotApplicable => "not_applicable",
    }
}

fn id_of<'r>(rules: RuleSet<'r>, finding: &Finding) -> &'r str {
    rules.str(rules.elements[finding.element as usize].id)
}

/// The findings that an expectation speaks of, all of which must agree.
fn meets(
    expectation: &Expectation,
    findings: &[Finding],
    blocks: &Blocks,
    rules: RuleSet<'_>,
) -> Result<Vec<usize>, String> {
    let Expectation { file, line, verdict, id, because } = expectation;
    if rules.find(id).all(|element| rules.str(rules.elements[element as usize].id) != id) {
        return Err(format!("{file}:{line}: no setting has the id {id}"));
    }
    let here = |finding: &Finding| {
        // Where the value is used, or where it was written.
        let places = finding.location.iter().chain(&finding.place);
        let own = places.into_iter().any(|own| &*own.file == file.as_str() && own.line == *line);
        let quiet = !finding.verdict.is_finding() && finding.verdict != Verdict::Unknown;
        let inside = |block: &Location| &*block.file == file.as_str() && (block.line..=block.end_line).contains(line);
        own || (quiet && blocks.get(&finding.address).is_some_and(inside))
    };
    let all = findings.iter().enumerate().filter(|(_, finding)| id_of(rules, finding) == id);
    let of_setting: Vec<(usize, &Finding)> = all.collect();
    let found: Vec<(usize, &Finding)> =
        of_setting.iter().filter(|(_, f)| here(f) && word(f.verdict) == verdict).copied().collect();
    if found.is_empty() {
        let seen: Vec<String> = of_setting.iter().map(|(_, finding)| shown(finding)).collect();
        let seen = if seen.is_empty() { "it was not judged at all".to_owned() } else { seen.join("; ") };
        return Err(format!("{file}:{line}: expected {verdict} {id}, but: {seen}"));
    }
    if let Some(because) = because {
        let waits = |finding: &Finding| finding.reason.as_ref().is_some_and(|reason| reason.name.contains(because));
        if let Some((_, finding)) = found.iter().find(|(_, finding)| !waits(finding)) {
            return Err(format!("{file}:{line}: {id} does not wait for {because}: {:?}", finding.reason));
        }
    }
    Ok(found.into_iter().map(|(index, _)| index).collect())
}

fn shown(finding: &Finding) -> String {
    let line = finding.location.as_ref().map_or(0, |location| location.line);
    let waits = finding.reason.as_ref().map(|reason| format!(" (waits for {})", reason.name)).unwrap_or_default();
    format!("{} at line {line} of {}{waits}", word(finding.verdict), finding.address)
}

/// Findings and unknown verdicts of settings that the file names, which no comment expects.
fn unexpected(
    expectations: &[Expectation],
    findings: &[Finding],
    met: &BTreeSet<usize>,
    rules: RuleSet<'_>,
) -> Vec<String> {
    let named: BTreeSet<&str> = expectations.iter().map(|expectation| expectation.id.as_str()).collect();
    let loud = |finding: &Finding| finding.verdict.is_finding() || finding.verdict == Verdict::Unknown;
    findings
        .iter()
        .enumerate()
        .filter(|(index, finding)| {
            loud(finding)
                && !met.contains(index)
                && named.contains(id_of(rules, finding))
                && finding.suppressed.is_none()
        })
        .map(|(_, finding)| format!("unexpected {}: {}", id_of(rules, finding), shown(finding)))
        .collect()
}

/// Every setting has a case in which it is secure, and one in which it is insecure or unset. Of a family one element is
/// enough.
fn every_setting(cases: &[PathBuf], proven: &Proven) -> Result<(), Failed> {
    for case in cases {
        for (element, verdict) in judge_case(case).unwrap_or_default() {
            proven.lock().unwrap().entry(element).or_default().insert(verdict);
        }
    }
    let rules = builtin();
    let proven = proven.lock().unwrap();
    let mut missing = Vec::new();
    for setting in rules.settings {
        let elements = setting.elements.start..setting.elements.start + setting.elements.len;
        let seen: BTreeSet<&str> = elements.filter_map(|element| proven.get(&element)).flatten().copied().collect();
        let label = rules.str(setting.label);
        if !seen.contains("secure") && !seen.contains("not_applicable") {
            missing.push(format!("{label}: no case in which it is secure"));
        }
        if !seen.contains("insecure") && !seen.contains("unset") {
            missing.push(format!("{label}: no case in which it is insecure or unset"));
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(missing.join("\n").into()) }
}
