//! The same deployment read from configuration and from the plan that Terraform made of it: what both know must agree.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::{Path, PathBuf};

use bumpalo::Bump;
use onus::config::{Inputs, Program, Scan};
use onus::discover::{Options, discover};
use onus::estate::{Estate, InstanceKind};
use onus::plan::{Arenas, Before, Plan};
use onus::schema::{BlockSchema, Nesting};
use onus::value::{BlockObject, Ident, Kind, Marks, Value};

/// What comparing two estates found.
struct Comparison<'e> {
    /// The estate from configuration, and the one from the plan.
    estates: (&'e Estate<'e>, &'e Estate<'e>),
    /// Attributes that are known on both sides, and equal.
    equal: usize,
    /// Attributes that differ: path, from configuration, from the plan.
    different: Vec<String>,
    /// Attributes that are unknown on both sides, and are the same attribute of the same instance.
    same_source: usize,
    /// Attributes that the plan knows and configuration alone does not.
    known_to_plan: Vec<String>,
}

fn directory(pair: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/plans").join(pair)
}

fn program(directory: &Path) -> Program {
    let options = Options { working_dir: directory.to_owned(), ..Options::default() };
    let scan = Scan::of(&discover(&[".".into()], &options).unwrap());
    let program = onus::config::load(&scan.roots[0], &Inputs::default(), &scan.cache);
    assert!(program.errors.is_empty(), "{:?}", program.errors);
    program
}

fn compare(pair: &str, check: impl FnOnce(&Comparison<'_>)) {
    let directory = directory(pair);
    let program = program(&directory);
    let arena = Bump::new();
    let evaluated = onus::eval::evaluate(&arena, &program, &onus::eval::Options::default());
    let text = std::fs::read_to_string(directory.join("plan.json")).unwrap();
    let empty = Program::default();
    let mut arenas = Arenas::default();
    let planned = Plan::read(&text).unwrap().estate(&mut arenas, &empty, Before::Read).unwrap();
    assert_eq!(addresses(&evaluated.estate), addresses(&planned), "{pair}");

    let mut comparison = Comparison::new((&evaluated.estate, &planned));
    for (id, instance) in managed(&planned) {
        let address = planned.address(id);
        let twin = managed(&evaluated.estate).find(|(id, _)| evaluated.estate.address(*id) == address).unwrap().1;
        comparison.blocks(&address, twin.attrs, instance.attrs);
    }
    check(&comparison);
}

fn managed<'e, 'a>(
    estate: &'e Estate<'a>,
) -> impl Iterator<Item = (onus::estate::InstanceId, &'e onus::estate::Instance<'a>)> {
    estate.iter().filter(|(_, instance)| instance.kind == InstanceKind::Managed)
}

fn addresses(estate: &Estate<'_>) -> Vec<String> {
    let mut all: Vec<String> = managed(estate).map(|(id, _)| estate.address(id)).collect();
    all.sort();
    all
}

impl<'e> Comparison<'e> {
    fn new(estates: (&'e Estate<'e>, &'e Estate<'e>)) -> Self {
        Self { estates, equal: 0, different: Vec::new(), same_source: 0, known_to_plan: Vec::new() }
    }

    fn blocks(&mut self, path: &str, written: &BlockObject<'_>, planned: &BlockObject<'_>) {
        let schema = written.schema.map(BlockSchema::from);
        for (name, value) in written.attrs {
            let path = format!("{path}.{name}");
            let in_set =
                schema.and_then(|schema| schema.attr(name)).is_some_and(|attr| attr.nesting() == Some(Nesting::Set));
            match planned.get(name) {
                // Null is as good as not written: the plan has the default.
                _ if value.is_null() => {}
                Some(planned) => self.values(&path, value, planned, in_set),
                None if value.is_unknown() => {}
                None if value.elements().is_some_and(<[_]>::is_empty) => {}
                None => self.different.push(format!("{path}: {} is not in the plan", shown(value))),
            }
        }
        for (name, value) in planned.attrs.iter().filter(|(name, _)| written.get(name).is_none()) {
            let empty = value.is_null() || value.elements().is_some_and(<[_]>::is_empty);
            if !empty && !value.marks.has(Marks::UNWRITTEN) {
                self.different.push(format!("{path}.{name}: {} is only in the plan", shown(value)));
            }
        }
    }

    fn values(&mut self, path: &str, written: &Value<'_>, planned: &Value<'_>, in_set: bool) {
        match (written.kind, planned.kind) {
            (Kind::Unknown(a), Kind::Unknown(b)) => self.sources(path, a.ident, b.ident),
            (_, Kind::Unknown(_)) => {}
            (Kind::Unknown(_), _) => self.known_to_plan.push(path.to_owned()),
            (Kind::Block(written), Kind::Block(planned)) => self.blocks(path, written, planned),
            (Kind::List(a) | Kind::Tuple(a), Kind::List(b) | Kind::Tuple(b)) if a.len() == b.len() => {
                for (index, written) in a.iter().enumerate() {
                    let path = format!("{path}[{index}]");
                    let twin = if in_set { best_match(self.estates, written, b) } else { &b[index] };
                    self.values(&path, written, twin, false);
                }
            }
            (Kind::Map(a) | Kind::Object(a), Kind::Map(b) | Kind::Object(b)) if a.len() == b.len() => {
                for ((key, written), (twin, planned)) in a.iter().zip(b) {
                    assert_eq!(key, twin, "{path}");
                    self.values(&format!("{path}.{key}"), written, planned, false);
                }
            }
            _ if shown(written) == shown(planned) => self.equal += 1,
            _ => self.different.push(format!("{path}: {} is {} in the plan", shown(written), shown(planned))),
        }
    }

    fn sources(&mut self, path: &str, written: Option<Ident<'_>>, planned: Option<Ident<'_>>) {
        let (Some(written), Some(planned)) = (written, planned) else { return };
        // The references of a plan end where a key is computed: `x[each.key].id` is listed as `x`.
        let whole = planned.path.is_empty();
        let source = |estate: &Estate<'_>, ident: Ident<'_>| {
            format!("{}.{}", estate.address(ident.instance), if whole { "" } else { ident.path })
        };
        let (written, planned) = (source(self.estates.0, written), source(self.estates.1, planned));
        match written == planned {
            true => self.same_source += 1,
            false => self.different.push(format!("{path} comes from {written}, or {planned} in the plan")),
        }
    }
}

/// The block of a set that agrees most with one as written.
fn best_match<'v>(estates: (&Estate<'_>, &Estate<'_>), written: &Value<'_>, planned: &'v [Value<'v>]) -> &'v Value<'v> {
    let differences = |planned: &Value<'_>| {
        let mut comparison = Comparison::new(estates);
        comparison.values("", written, planned, false);
        comparison.different.len()
    };
    planned.iter().min_by_key(|planned| differences(planned)).unwrap()
}

fn shown(value: &Value<'_>) -> String {
    match value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Int(number) => number.to_string(),
        Kind::Str(text) => format!("{text:?}"),
        Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => {
            format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", "))
        }
        Kind::Unknown(_) => "(unknown)".to_owned(),
        other => format!("{other:?}"),
    }
}

/// The differences beyond those that the provider makes of what is written.
fn surprises(comparison: &Comparison<'_>, provider_changes: &[&str]) -> Vec<String> {
    let expected = |line: &&String| provider_changes.iter().any(|path| line.contains(path));
    comparison.different.iter().filter(|line| !expected(line)).cloned().collect()
}

#[test]
fn a_landing_zone_on_google_cloud() {
    compare("gcp-landing", |comparison| {
        // The provider writes scopes as addresses.
        assert_eq!(surprises(comparison, &["service_account[0].scopes"]), [""; 0]);
        assert!(
            comparison.equal >= 200 && comparison.same_source >= 5,
            "{} {}",
            comparison.equal,
            comparison.same_source
        );
        // The provider makes up the address of an account before it exists.
        let known = &comparison.known_to_plan;
        assert!(known.iter().all(|path| path.ends_with(".email") || path.ends_with(".member")), "{known:#?}");
    });
}

#[test]
fn an_organisation_on_github() {
    compare("github-org", |comparison| {
        assert_eq!(surprises(comparison, &[]), [""; 0]);
        assert!(
            comparison.equal >= 95 && comparison.same_source >= 4,
            "{} {}",
            comparison.equal,
            comparison.same_source
        );
        assert_eq!(comparison.known_to_plan, [""; 0]);
    });
}

#[test]
fn workloads_on_kubernetes() {
    compare("k8s-workloads", |comparison| {
        assert_eq!(surprises(comparison, &[]), [""; 0]);
        assert!(comparison.equal >= 140, "{}", comparison.equal);
        assert_eq!(comparison.known_to_plan, [""; 0]);
    });
}

#[test]
fn values_of_a_plan_have_places_in_the_configuration_it_was_made_from() {
    let directory = directory("gcp-landing");
    let program = program(&directory);
    let text = std::fs::read_to_string(directory.join("plan.json")).unwrap();
    let mut arenas = Arenas::default();
    let estate = Plan::read(&text).unwrap().estate(&mut arenas, &program, Before::Read).unwrap();
    let place = |address: &str, path: &str| {
        let instance = managed(&estate).find(|(id, _)| estate.address(*id) == address).unwrap().1;
        let value = onus::schema::value_at(instance.attrs, path).unwrap();
        let (file, span) = estate.place(value.origin).unwrap_or_else(|| panic!("{address}.{path} has no place"));
        let file = program.sources.get(file);
        file.text[span.range()].to_owned()
    };
    let bucket = r#"module.bucket["logs"].google_storage_bucket.this"#;
    assert_eq!(place(bucket, "uniform_bucket_level_access"), "var.uniform");
    assert_eq!(place(bucket, "versioning[0].enabled"), "var.versioning");
    assert_eq!(place(bucket, "lifecycle_rule[0]"), "dynamic \"lifecycle_rule\"");
    assert_eq!(place("google_compute_instance.bastion[0]", "service_account[0].scopes[0]"), "\"cloud-platform\"");
}

#[test]
fn the_schema_facts_describe_what_providers_print() {
    for pair in ["gcp-landing", "github-org", "k8s-workloads"] {
        let text = std::fs::read_to_string(directory(pair).join("plan.json")).unwrap();
        let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
        let mut unlike = Vec::new();
        for change in plan["resource_changes"].as_array().unwrap() {
            let type_name = change["type"].as_str().unwrap();
            let schema = onus::schema::resource(type_name).unwrap_or_else(|| panic!("{type_name} is missing"));
            describe(type_name, schema.root(), &change["change"]["after"], &mut unlike);
        }
        unlike.sort();
        unlike.dedup();
        assert_eq!(unlike, [""; 0], "{pair}");
    }
}

/// Collects the paths at which a printed object and its schema differ in names or nesting.
fn describe(path: &str, schema: BlockSchema, printed: &serde_json::Value, unlike: &mut Vec<String>) {
    for (name, value) in printed.as_object().unwrap() {
        let path = format!("{path}.{name}");
        let Some(attr) = schema.attr(name) else {
            unlike.push(format!("{path} is missing"));
            continue;
        };
        match (attr.children(), value) {
            (Some(children), serde_json::Value::Array(items)) => {
                if !matches!(attr.nesting(), Some(Nesting::List | Nesting::Set)) {
                    unlike.push(format!("{path} is printed as a list"));
                }
                items.iter().filter(|item| item.is_object()).for_each(|item| describe(&path, children, item, unlike));
            }
            (Some(children), serde_json::Value::Object(_)) => {
                if attr.nesting() != Some(Nesting::Single) {
                    unlike.push(format!("{path} is printed as one object"));
                }
                describe(&path, children, value, unlike);
            }
            (None, serde_json::Value::Bool(_)) if attr.ty().to_string() != "bool" => {
                unlike.push(format!("{path} is printed as a bool, not {}", attr.ty()));
            }
            (None, serde_json::Value::Number(_)) if attr.ty().to_string() != "number" => {
                unlike.push(format!("{path} is printed as a number, not {}", attr.ty()));
            }
            _ => {}
        }
    }
}
