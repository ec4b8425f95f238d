//! Every setting proves itself: testdata/rules/<folder>/<service>.tf says in comments what must be found, and where.
//!
//! `# expect: insecure aws-x, unknown aws-y because var.z` speaks of its own line, `# expect(+2): …` of a line below.
//! One test for each file (or directory), and four over all of them: every setting has a case in which it is secure and
//! one in which it is not, every shape of a setting is reached, every fix mends what it is offered for, and what is said
//! while something is unknown stays true when it is known.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "rules/fixes.rs"]
mod fixes;
#[path = "rules/reach.rs"]
mod reach;
#[path = "rules/reads.rs"]
mod reads;
#[path = "rules/unknown.rs"]
mod unknown;
#[path = "rules/ways.rs"]
mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use bumpalo::Bump;
use libtest_mimic::{Arguments, Failed, Trial};
use onus::config::{Inputs, Program, Scan, load};
use onus::discover::{Options, discover_one};
use onus::settings::builtin::builtin;
use onus::settings::finding::{Finding, Verdict};
use onus::settings::judge::{self, judge};
use onus::settings::load::load_dir;
use onus::settings::model::{LinkKind, RuleSet};
use onus::source::Location;

/// The settings: those that are built in, or with ONUS_RULES=rules those in the files as they stand now, without a build.
fn rules() -> RuleSet<'static> {
    static RULES: OnceLock<RuleSet<'static>> = OnceLock::new();
    *RULES.get_or_init(|| {
        let Some(directory) = std::env::var_os("ONUS_RULES") else { return builtin() };
        let set = load_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join(directory));
        let set = Box::leak(Box::new(set.unwrap_or_else(|error| panic!("{error}"))));
        let files = Box::leak(Box::new(set.file_views()));
        set.view(files)
    })
}

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
#[derive(Clone, Default)]
struct Header {
    providers: Vec<(String, String)>,
    now: Option<String>,
}

/// The block of each instance, by address.
type Blocks = BTreeMap<String, Location>;

/// The files of a case, by their path in it, with their text.
type Files = Vec<(PathBuf, String)>;

/// A finding that was expected.
struct Proof {
    element: u32,
    verdict: &'static str,
    type_name: String,
    carrier: Option<String>,
}

/// What a case proves.
#[derive(Default)]
struct Proven {
    proofs: Vec<Proof>,
    fixes: Vec<fixes::Tried>,
}

/// One file or directory below testdata/rules, judged once.
struct Case {
    path: PathBuf,
    proven: OnceLock<Result<Proven, String>>,
}

impl Case {
    fn proven(&self) -> &Result<Proven, String> {
        self.proven.get_or_init(|| judge_case(&self.path))
    }
}

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/rules");
    let all: Arc<Vec<Case>> =
        Arc::new(cases(&root).into_iter().map(|path| Case { path, proven: OnceLock::new() }).collect());
    let name =
        |case: &Case| case.path.strip_prefix(&root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
    let names: Vec<String> = all.iter().map(name).collect();
    let mut trials = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let all = Arc::clone(&all);
        trials.push(Trial::test(name.as_str(), move || all[index].proven().as_ref().map(drop).map_err(Failed::from)));
    }
    let mut over_all = |name: &str, check: fn(&[Case]) -> Vec<String>| {
        let all = Arc::clone(&all);
        trials.push(Trial::test(name, move || {
            let problems = check(&all);
            if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
        }));
    };
    over_all("every_setting_is_proven", |all| every_setting(&proven(all)));
    over_all("every_shape_is_reached", |all| reach::missing(&proven(all)));
    over_all("every_fix_mends", |all| fixes::wrong(&proven(all)));
    over_all("what_is_unknown_never_contradicts", unknown::contradictions);
    over_all("what_may_be_absent_never_contradicts", unknown::contradictions_by_count);
    over_all("what_no_rule_reads_is_left_out", |_| reads::too_many());
    over_all("who_else_may_settle_it_is_said", |_| unsaid());
    trials.extend(ways::trials(&all, names));
    libtest_mimic::run(&arguments, trials).exit();
}

/// Settings that something of the account or the organisation can settle, and whose findings do not say so.
fn unsaid() -> Vec<String> {
    let rules = rules();
    let is_above = |link: LinkKind| matches!(link, LinkKind::Provider | LinkKind::Account | LinkKind::Estate);
    let unsaid = rules.settings.iter().filter(|setting| {
        let shapes = &rules.shapes[setting.shapes.range()];
        let mut companions = shapes.iter().flat_map(|shape| &rules.companions[shape.companions.range()]);
        companions.any(|companion| is_above(companion.link)) && rules.str(setting.default_note).is_empty()
    });
    unsaid.map(|setting| format!("{} has no default_note", rules.str(setting.label))).collect()
}

/// What all cases prove that hold.
fn proven(all: &[Case]) -> Vec<&Proven> {
    all.iter().filter_map(|case| case.proven().as_ref().ok()).collect()
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

/// The files of a case, and what their comments say.
fn read_case(case: &Path) -> Result<(Files, Header, Vec<Expectation>), String> {
    let mut files = Files::new();
    let mut expectations = Vec::new();
    let mut header = Header::default();
    for file in files_of(case) {
        let inside =
            if case.is_dir() { file.strip_prefix(case).unwrap().to_path_buf() } else { PathBuf::from("main.tf") };
        let text = std::fs::read_to_string(&file).unwrap();
        read_comments(&inside.to_string_lossy(), &text, &mut expectations, &mut header)?;
        files.push((inside, text));
    }
    Ok((files, header, expectations))
}

fn judge_case(case: &Path) -> Result<Proven, String> {
    let (files, header, expectations) = read_case(case)?;
    let rules = rules();
    let Run { findings, blocks, mut problems } = run(&files, &header)?;
    let mut met = BTreeSet::new();
    for expectation in &expectations {
        match meets(expectation, &findings, &blocks, rules) {
            Ok(found) => met.extend(found),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(unexpected(&expectations, &findings, &met, rules));
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    let expected: Vec<&Finding> = met.iter().map(|index| &findings[*index]).collect();
    let proof = |finding: &&Finding| Proof {
        element: finding.element,
        verdict: word(finding.verdict),
        type_name: finding.type_name.to_string(),
        carrier: finding.carrier.as_ref().map(|carrier| carrier.type_name.clone()),
    };
    let fixes = fixes::try_all(&files, &header, &expected, &findings, &blocks);
    Ok(Proven { proofs: expected.iter().map(proof).collect(), fixes })
}

/// What is found in some files.
struct Run {
    findings: Vec<Finding>,
    blocks: Blocks,
    problems: Vec<String>,
}

fn run(files: &Files, header: &Header) -> Result<Run, String> {
    let directory = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let target = directory.path().join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(&target, text).unwrap();
    }
    let mut program = program_of(directory.path());
    if let Some(error) = program.errors.first() {
        return Err(format!("the file is not valid: {error:?}"));
    }
    for (provider, version) in &header.providers {
        program.locked.insert(format!("registry.terraform.io/hashicorp/{provider}"), version.clone());
    }
    let now = header.now.as_deref().unwrap_or("2026-11-23T00:00:00Z").parse().unwrap();
    let options = judge::Options { all: true, ..judge::Options::at(now) };
    let arena = Bump::new();
    let evaluation = onus::eval::evaluate(&arena, &program, &onus::eval::Options::default());
    let judged = judge(&evaluation.estate, &evaluation.encoded, rules(), &options, &|_| true, false);
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
    problems.extend(reads::missed(&evaluation, &judged, &options));
    problems.extend(evaluation.errors.iter().map(|error| format!("error: {}", error.message)));
    problems.extend(evaluation.warnings.iter().map(|warning| format!("warning: {}", warning.message)));
    Ok(Run { findings: judged.findings.into_iter().map(|finding| *finding).collect(), blocks, problems })
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
) -> Result<(), String> {
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
        own || (quiet && blocks.get(&*finding.address).is_some_and(inside))
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

/// Every setting has a case in which it is secure, and one in which it is insecure or unset; of a family, one element
/// has both.
fn every_setting(proven: &[&Proven]) -> Vec<String> {
    let rules = rules();
    let mut seen: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for proof in proven.iter().flat_map(|proven| &proven.proofs) {
        seen.entry(proof.element).or_default().insert(proof.verdict);
    }
    let right = |seen: &BTreeSet<&str>| seen.contains("secure") || seen.contains("not_applicable");
    let wrong = |seen: &BTreeSet<&str>| seen.contains("insecure") || seen.contains("unset");
    let mut missing = Vec::new();
    for setting in rules.settings {
        let label = rules.str(setting.label);
        let elements = setting.elements.start..setting.elements.start + setting.elements.len;
        let seen: Vec<&BTreeSet<&str>> = elements.filter_map(|element| seen.get(&element)).collect();
        let (is_right, is_wrong) = (seen.iter().any(|seen| right(seen)), seen.iter().any(|seen| wrong(seen)));
        if !is_right {
            missing.push(format!("{label}: no case in which it is secure"));
        }
        if !is_wrong {
            missing.push(format!("{label}: no case in which it is insecure or unset"));
        }
        if is_right && is_wrong && !seen.iter().any(|seen| right(seen) && wrong(seen)) {
            missing.push(format!("{label}: no element of the family has both cases"));
        }
    }
    missing
}
