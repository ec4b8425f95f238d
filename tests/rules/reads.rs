//! What no rule is said to ask for may be missing: a plan is read without it.

use std::sync::LazyLock;

use bumpalo::Bump;
use onus::estate::{Estate, Instance, InstanceKind};
use onus::eval::Evaluation;
use onus::responsibility::attributes_read;
use onus::schema::{Attr, BlockSchema};
use onus::settings::finding::Judged;
use onus::settings::judge::{self, judge, names_resource};
use onus::settings::reads::Reads;
use onus::value::BlockObject;

static READS: LazyLock<Reads> = LazyLock::new(|| {
    let mut reads = Reads::default();
    reads.add_names(attributes_read());
    reads.add_rules(&super::rules());
    reads
});

/// What is said otherwise of the estate without such attributes.
pub(crate) fn missed(evaluation: &Evaluation<'_>, judged: &Judged, options: &judge::Options) -> Option<String> {
    let estate = &evaluation.estate;
    let arena = Bump::new();
    let instances = estate.instances.iter().map(|instance| without_unread(&arena, instance)).collect();
    let bare = Estate::new(estate.program, instances, estate.modules.clone(), estate.origins.clone());
    let again = judge(&bare, &evaluation.encoded, super::rules(), options, &|_| true, false);
    let differs = judged.findings.iter().zip(&again.findings).find(|(whole, bare)| whole != bare);
    match differs {
        Some((whole, bare)) => Some(format!("without what no rule reads: {bare:#?}\ninstead of: {whole:#?}")),
        None if judged.findings.len() != again.findings.len() => Some("without what no rule reads: not all".to_owned()),
        None => None,
    }
}

fn without_unread<'a>(arena: &'a Bump, instance: &Instance<'a>) -> Instance<'a> {
    if instance.kind != InstanceKind::Managed {
        return *instance;
    }
    let schema = instance.attrs.schema.map(BlockSchema::from);
    let kept = instance.attrs.attrs.iter().filter(|(name, value)| {
        READS.hold(instance.type_name, name)
            || names_resource(instance.type_name, name)
            || value.first_unknown().is_some()
            || value.any_sensitive()
            || schema.and_then(|schema| schema.attr(name)).is_some_and(holds_secret)
    });
    let attrs: Vec<_> = kept.copied().collect();
    Instance {
        attrs: arena.alloc(BlockObject { attrs: arena.alloc_slice_copy(&attrs), ..*instance.attrs }),
        ..*instance
    }
}

fn holds_secret(attr: Attr) -> bool {
    attr.sensitive() || attr.children().is_some_and(|block| block.attrs().any(holds_secret))
}

/// Attributes of which no rule speaks, and that are said to be read.
pub(crate) fn too_many() -> Vec<String> {
    let names = ["timeouts", "tags_all", "source_dest_check", "tenancy", "host_id"];
    let read = names.iter().filter(|name| READS.hold("aws_instance", name));
    read.map(|name| format!("aws_instance.{name} is read by no rule")).collect()
}
