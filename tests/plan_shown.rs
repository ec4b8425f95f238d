//! `onus show` prints what Terraform plans, wherever the configuration alone decides: over every pair of a configuration
//! and the plan that Terraform made of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::onus;
use serde_json::Value;

/// A pair below `testdata/plans`.
struct Pair {
    name: &'static str,
    /// Its managed resources, which both sides have.
    resources: usize,
    /// Values that are the same on both sides: at least so many.
    equal: usize,
    /// What the provider makes of a value that is written.
    decided_elsewhere: &'static [&'static str],
}

const PAIRS: [Pair; 7] = [
    Pair {
        name: "gcp-landing",
        resources: 35,
        equal: 200,
        // The provider writes scopes as addresses.
        decided_elsewhere: &[
            "google_compute_instance.bastion[0].service_account[0].scopes",
            "google_compute_instance.bastion[1].service_account[0].scopes",
        ],
    },
    Pair {
        name: "gcp-platform",
        resources: 23,
        equal: 130,
        // The provider plans `false` as null.
        decided_elsewhere: &["google_container_cluster.this.private_cluster_config[0].enable_private_endpoint"],
    },
    Pair { name: "gcp-update", resources: 18, equal: 55, decided_elsewhere: &[] },
    Pair { name: "k8s-workloads", resources: 15, equal: 130, decided_elsewhere: &[] },
    Pair { name: "github-org", resources: 24, equal: 90, decided_elsewhere: &[] },
    Pair { name: "mixed-actions", resources: 22, equal: 40, decided_elsewhere: &[] },
    Pair { name: "scale", resources: 501, equal: 1_200, decided_elsewhere: &[] },
];

/// The managed resources of a module and of those below, by address.
fn resources(module: &Value, found: &mut BTreeMap<String, Value>) {
    let list = |name: &str| module[name].as_array().into_iter().flatten();
    for resource in list("resources").filter(|resource| resource["mode"] == "managed") {
        found.insert(resource["address"].as_str().unwrap().to_owned(), resource["values"].clone());
    }
    list("child_modules").for_each(|child| resources(child, found));
}

/// What of each resource is not known yet, by address.
fn unknown(document: &Value) -> BTreeMap<String, Value> {
    let changes = document["resource_changes"].as_array().unwrap().iter();
    changes.map(|it| (it["address"].as_str().unwrap().to_owned(), it["change"]["after_unknown"].clone())).collect()
}

#[derive(Default)]
struct Comparison {
    equal: usize,
    different: Vec<(String, String)>,
}

impl Comparison {
    /// Compares what is written with what is planned; each comes with what of it is not known.
    fn values(&mut self, path: &str, written: [&Value; 2], planned: [&Value; 2]) {
        let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        match (written[0], planned[0]) {
            _ if written[1] == true || planned[1] == true => {}
            // Null is as good as not written, and so is a list of blocks of which there is none.
            (own, other) if own.is_null() || is_empty(own) && is_empty(other) => {}
            (Value::Object(own), Value::Object(_)) => {
                for name in own.keys() {
                    self.values(&format!("{path}.{name}"), written.map(|it| &it[name]), planned.map(|it| &it[name]));
                }
            }
            (Value::Array(own), Value::Array(other)) if own.len() == other.len() => {
                // Sets have the provider's own order: each element is compared with the one that is most like it.
                let mut left: Vec<usize> = (0..other.len()).collect();
                for index in 0..own.len() {
                    let compare = |twin: usize| {
                        let mut found = Self::default();
                        let path = format!("{path}[{index}]");
                        found.values(&path, written.map(|it| &it[index]), planned.map(|it| &it[twin]));
                        found
                    };
                    let all = left.iter().enumerate().map(|(at, twin)| (at, compare(*twin)));
                    let (at, best) = all.min_by_key(|(_, found)| found.different.len()).unwrap();
                    left.remove(at);
                    self.equal += best.equal;
                    self.different.extend(best.different);
                }
            }
            (own, other) if own == other || own.is_number() && own.as_f64() == other.as_f64() => self.equal += 1,
            (own, other) => self.different.push((path.to_owned(), format!("{own} is {other} in the plan"))),
        }
    }
}

#[test]
fn what_is_shown_is_what_terraform_plans() {
    for pair in PAIRS {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/plans").join(pair.name);
        let shown = onus().args(["show", "--format", "json"]).run_in(&directory).json();
        let plan = std::fs::read_to_string(directory.join("plan.json")).unwrap();
        let plan: Value = serde_json::from_str(&plan).unwrap();

        let [mut own, mut theirs] = [BTreeMap::new(), BTreeMap::new()];
        resources(&shown["planned_values"]["root_module"], &mut own);
        resources(&plan["planned_values"]["root_module"], &mut theirs);
        // Terraform lists what it forgets among what it plans.
        let forgotten = plan["resource_changes"].as_array().unwrap().iter();
        for change in forgotten.filter(|it| it["change"]["actions"] == serde_json::json!(["forget"])) {
            theirs.remove(change["address"].as_str().unwrap()).unwrap();
        }
        let addresses = |all: &BTreeMap<String, Value>| all.keys().cloned().collect::<Vec<_>>();
        assert_eq!(addresses(&own), addresses(&theirs), "{}", pair.name);
        assert_eq!(own.len(), pair.resources, "{}", pair.name);

        let [own_unknown, their_unknown] = [unknown(&shown), unknown(&plan)];
        let mut comparison = Comparison::default();
        for (address, values) in &own {
            let written = [values, &own_unknown[address]];
            comparison.values(address, written, [&theirs[address], &their_unknown[address]]);
        }
        let surprises = comparison
            .different
            .iter()
            .filter(|(path, _)| !pair.decided_elsewhere.iter().any(|known| path.starts_with(known)));
        let surprises: Vec<_> = surprises.collect();
        assert!(surprises.is_empty(), "{}: {surprises:#?}", pair.name);
        // No exception outlives what it excuses.
        for known in pair.decided_elsewhere {
            assert!(comparison.different.iter().any(|(path, _)| path.starts_with(known)), "{known}");
        }
        assert!(comparison.equal >= pair.equal, "{}: {}", pair.name, comparison.equal);
    }
}
