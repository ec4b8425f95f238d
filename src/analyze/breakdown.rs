//! What `onus matrix --by` counts: the settings of a root by resource, service, provider or module.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::root::Job;
use super::rules::Rules;
use crate::estate::{Estate, InstanceKind, without_keys};
use crate::responsibility::{Breakdown, By, Group, LayerId, Status, classify_type};
use crate::settings::finding::{Finding, Severity};

/// What is judged and belongs to no provider.
const NO_RESOURCES: [&str; 4] = ["module", "variable", "output", "terraform"];

/// Counts what was judged. All judgements must be there, those that are secure, too.
pub(super) fn of(
    by: By,
    estate: &Estate<'_>,
    findings: &[Box<Finding>],
    root: &Arc<str>,
    job: &Job<'_>,
    covers: &dyn Fn(&str, LayerId) -> bool,
) -> Breakdown {
    let mut breakdown = Breakdown::new(by);
    let group = |address: &str, module: &str, type_name: &str, provider: &str| match by {
        By::Resource => Group { root: Arc::clone(root), name: without_keys(address) },
        By::Module => Group { root: Arc::clone(root), name: without_keys(module) },
        By::Service => Group { root: "".into(), name: classify_type(type_name).map_or("", |it| it.name).to_owned() },
        By::Provider if NO_RESOURCES.contains(&type_name) => Group { root: "".into(), name: String::new() },
        By::Provider => Group { root: "".into(), name: provider.to_owned() },
    };
    let managed = estate.iter().filter(|(_, instance)| instance.kind == InstanceKind::Managed);
    for (id, instance) in managed.filter(|(_, instance)| !instance.action.is_end()) {
        let placement = job.said.model.classify(estate, id);
        if !placement.model.has_column() {
            continue;
        }
        let (address, module) = (estate.address(id), estate.module_address(instance.module));
        let group = group(&address, &module, instance.type_name, instance.provider_name);
        let covered = |layer| covers(instance.type_name, layer);
        breakdown.place(group, instance.type_name, &placement, covered, || address.clone());
    }
    for one in settings(findings, job.rules) {
        let Finding { address, module, type_name, provider, layer, .. } = one.finding;
        breakdown.count(group(address, module, type_name, provider), *layer, one.status);
    }
    breakdown
}

/// A setting of one resource, with the finding that says what is the case with it.
struct Counted<'f> {
    finding: &'f Finding,
    status: Status,
}

/// The settings of each resource that are in a share, as judging counts them: of several items the one that weighs most.
fn settings<'f>(findings: &'f [Box<Finding>], rules: &Rules) -> impl Iterator<Item = Counted<'f>> {
    let mut known: FxHashMap<u32, (u32, Severity)> = FxHashMap::default();
    let mut counted: FxHashMap<(&str, u32), Counted<'f>> = FxHashMap::default();
    for finding in findings {
        let (setting, worst) = *known.entry(finding.element).or_insert_with(|| rules.setting_of(finding.element));
        let Some(status) = finding.verdict.status(finding.suppressed.is_some()) else { continue };
        if worst == Severity::Info {
            continue;
        }
        let one = counted.entry((&finding.address, setting)).or_insert(Counted { finding, status });
        one.status = one.status.max(status);
    }
    // They are only added up: in what order makes no difference.
    counted.into_values()
}
