//! What people would notice of a plan that is read wrongly.

use super::*;
use crate::estate::Action;
use crate::schema::value_at;
use crate::value::{Kind, Marks, ReasonKind, Value};

fn plan(name: &str) -> String {
    let path = format!("{}/testdata/plans/{name}/plan.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// Runs `check` with the estate of a plan.
fn with_estate(text: &str, check: impl FnOnce(&Estate<'_>)) {
    checked(text, &Program::default(), check).unwrap();
}

/// Runs `check` with the estate of a plan that comes with its configuration.
fn checked<R>(text: &str, program: &Program, check: impl FnOnce(&Estate<'_>) -> R) -> Result<R, PlanError> {
    let mut arenas = Arenas::default();
    Ok(check(&Plan::read(text)?.estate(&mut arenas, program, Before::Read)?))
}

fn find<'e, 'a>(estate: &'e Estate<'a>, address: &str) -> &'e Instance<'a> {
    let found = estate.iter().find(|(id, _)| estate.address(*id) == address);
    found.unwrap_or_else(|| panic!("{address} is missing")).1
}

fn value<'a>(estate: &Estate<'a>, address: &str, path: &str) -> Value<'a> {
    *value_at(find(estate, address).attrs, path).unwrap_or_else(|| panic!("{address}.{path} is missing"))
}

#[test]
fn what_is_written_is_there_and_what_the_provider_filled_in_is_not() {
    with_estate(&plan("gcp-landing"), |estate| {
        let bucket = r#"module.bucket["logs"].google_storage_bucket.this"#;
        assert_eq!(value(estate, bucket, "versioning[0].enabled").as_bool(), Some(true));
        assert_eq!(value(estate, bucket, "storage_class").as_str(), Some("NEARLINE"));
        let attrs = find(estate, bucket).attrs;
        let key = find(estate, "google_kms_crypto_key.storage[0]").attrs;
        assert!(key.get("rotation_period").is_some());
        assert!(key.get("purpose").is_none(), "a default of the provider");
        assert!(attrs.get("autoclass").is_none(), "no such block");
        assert!(attrs.get("self_link").is_none(), "computed");
        assert!(attrs.get("effective_labels").unwrap().marks.has(Marks::UNWRITTEN));
        let rules = attrs.get("lifecycle_rule").unwrap().elements().unwrap();
        assert_eq!(rules.len(), 2, "made by a dynamic block, which the configuration of a plan leaves out");
        assert!(!rules[0].marks.has(Marks::UNWRITTEN));
        let bastion = find(estate, "google_compute_instance.bastion[1]");
        assert_eq!((bastion.key, bastion.action, bastion.provider_name), (Key::Int(1), Action::Create, "google"));
        let provider = estate.instance(bastion.provider.unwrap());
        assert_eq!((provider.kind, provider.type_name), (InstanceKind::Provider, "google"));
        assert_eq!(provider.attrs.get("project").unwrap().unknown().unwrap().reason.name, "var.project_id");
    });
}

#[test]
fn unknown_values_know_whose_they_are() {
    with_estate(&plan("gcp-landing"), |estate| {
        let owner = |address: &str, path: &str| {
            let value = value(estate, address, path);
            let unknown = value.unknown().unwrap_or_else(|| panic!("{address}.{path}: {value:?}"));
            let ident = unknown.ident.map(|ident| format!("{}.{}", estate.address(ident.instance), ident.path));
            (ident, unknown.reason.kind, unknown.reason.name.to_owned())
        };
        let key = r#"module.sa["legacy"].google_service_account_key.this[0]"#;
        let (ident, kind, name) = owner(key, "service_account_id");
        assert_eq!(ident.as_deref(), Some(r#"module.sa["legacy"].google_service_account.this.name"#));
        assert_eq!((kind, name.as_str()), (ReasonKind::Computed, "google_service_account.this.name"));
        // Through an output of one module.
        let subnetwork = owner("google_compute_instance.bastion[0]", "network_interface[0].subnetwork");
        assert_eq!(subnetwork.1, ReasonKind::Computed);
        // One branch of a condition on `count.index`: a part of the value, not surely the value itself.
        let disk = value(estate, "google_compute_instance.bastion[0]", "boot_disk[0].kms_key_self_link");
        let disk = disk.unknown().unwrap();
        assert!(disk.ident.is_none());
        assert_eq!(estate.address(disk.deps[0].instance), "google_kms_crypto_key.storage[0]");
    });
    with_estate(&plan("github-org"), |estate| {
        for (id, instance) in estate.iter().filter(|(_, instance)| instance.type_name == "github_branch_protection") {
            let unknown = instance.attrs.get("repository_id").unwrap().unknown().unwrap();
            let repository = estate.instance(unknown.ident.unwrap().instance);
            assert_eq!((repository.type_name, repository.module), ("github_repository", instance.module));
            assert!(estate.address(id).starts_with("module.repo["));
        }
    });
}

const HEAD: &str = r#"{"format_version":"1.2","terraform_version":"1.11.4","#;

fn one_change(actions: &str, before: &str, after: &str, unknown: &str, sensitive: &str) -> String {
    format!(
        r#"{HEAD}"resource_changes":[{{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance",
        "name":"d","provider_name":"host/hashicorp/aws","change":{{"actions":{actions},"before":{before},
        "after":{after},"after_unknown":{unknown},"before_sensitive":false,"after_sensitive":{sensitive}}}}}]}}"#
    )
}

#[test]
fn actions_and_values_before_are_kept() {
    let table = [
        (r#"["create"]"#, Action::Create),
        (r#"["delete","create"]"#, Action::Replace),
        (r#"["create","delete"]"#, Action::Replace),
        (r#"["update"]"#, Action::Update),
        (r#"["no-op"]"#, Action::NoOp),
        (r#"["forget"]"#, Action::Forget),
    ];
    for (actions, expected) in table {
        let text = one_change(actions, r#"{"port":"1"}"#, r#"{"port":2}"#, "{}", "{}");
        with_estate(&text, |estate| {
            let instance = find(estate, "aws_db_instance.d");
            assert_eq!((instance.action, instance.provider_name), (expected, "aws"));
            assert!(matches!(instance.before.unwrap().get("port").unwrap().kind, Kind::Int(1)));
        });
    }
    with_estate(&one_change(r#"["delete"]"#, r#"{"port":1}"#, "null", "{}", "false"), |estate| {
        assert!(find(estate, "aws_db_instance.d").attrs.attrs.is_empty());
    });
}

#[test]
fn without_a_configuration_null_is_not_written_and_sensitive_parts_are_marked() {
    let after = r#"{"password":"pw","port":null,"tags":{"a":"x","b":"y"},"storage_encrypted":true,"s3_import":[]}"#;
    let unknown = r#"{"kms_key_id":true,"iops":true}"#;
    let text = one_change(r#"["create"]"#, "null", after, unknown, r#"{"password":true,"tags":{"b":true}}"#);
    with_estate(&text, |estate| {
        let attrs = find(estate, "aws_db_instance.d").attrs;
        let names: Vec<&str> = attrs.attrs.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["password", "storage_encrypted", "tags"]);
        assert!(attrs.get("password").unwrap().is_sensitive());
        assert!(
            value_at(attrs, "tags.b").unwrap().is_sensitive() && !value_at(attrs, "tags.a").unwrap().is_sensitive()
        );
    });
}

#[test]
fn any_layout_of_the_text_gives_the_same_estate() {
    let pretty = plan("k8s-workloads");
    let document: serde_json::Value = serde_json::from_str(&pretty).unwrap();
    let sorted: std::collections::BTreeMap<String, serde_json::Value> = serde_json::from_str(&pretty).unwrap();
    let forms = [format!("\u{feff}{document}"), serde_json::to_string_pretty(&sorted).unwrap(), pretty];
    let shown: Vec<String> = forms
        .iter()
        .map(|text| {
            let line = |estate: &Estate<'_>, (id, instance): (InstanceId, &Instance<'_>)| {
                format!("{} {:?}\n", estate.address(id), instance.attrs)
            };
            checked(text, &Program::default(), |estate| estate.iter().map(|one| line(estate, one)).collect()).unwrap()
        })
        .collect();
    assert!(shown[0].contains("kubernetes_"));
    assert_eq!(shown[0], shown[1]);
    assert_eq!(shown[0], shown[2]);
}

#[test]
fn what_is_no_plan_is_refused_with_the_way_to_make_one() {
    let error = |text: &str| checked(text, &Program::default(), |_| ()).unwrap_err();
    assert_eq!(error(r#"{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x"}"#), PlanError::StateFile);
    assert_eq!(error("{\"@level\":\"info\",\"@message\":\"Terraform 1.11.4\"}\n{}"), PlanError::Log);
    assert_eq!(error(r#"{"name":"package"}"#), PlanError::NotAPlan);
    assert_eq!(error("[]"), PlanError::NotAPlan);
    let broken = error("{\"format_version\":\"1.2\",\n\"resource_changes\":[{\"address\":\"s3cret\"]}");
    assert!(matches!(broken, PlanError::Broken { line: 2, .. }), "{broken:?}");
    assert!(!broken.to_string().contains("s3cret"));
    assert!(PlanError::Log.help().unwrap().contains("terraform show -json"));
    assert!(!is_plan(br#"{"name":"package"}"#) && is_plan(plan("gcp-landing").as_bytes()));
}

#[test]
fn references_by_each_key_lead_to_the_instance_of_the_same_key() {
    let change = |address: &str, name: &str, index: &str, after: &str, unknown: &str| {
        let (ty, _) = address.split_once('.').unwrap();
        format!(
            r#"{{"address":"{address}","mode":"managed","type":"{ty}","name":"{name}","index":"{index}",
            "change":{{"actions":["create"],"after":{after},"after_unknown":{unknown}}}}}"#
        )
    };
    let changes: Vec<String> = ["x", "y"]
        .iter()
        .flat_map(|key| {
            [
                change(&format!("aws_s3_bucket.b[{key}]"), "b", key, "{}", r#"{"id":true}"#),
                change(&format!("aws_s3_bucket_acl.a[{key}]"), "a", key, "{}", r#"{"bucket":true}"#),
                change(&format!("aws_s3_bucket_policy.p[{key}]"), "p", key, "{}", r#"{"bucket":true,"policy":true}"#),
            ]
        })
        .collect();
    let resource = |ty: &str, name: &str, expressions: &str, for_each: &str| {
        format!(
            r#"{{"address":"{ty}.{name}","mode":"managed","type":"{ty}","name":"{name}","expressions":{expressions},
            "for_each_expression":{{"references":["{for_each}"]}}}}"#
        )
    };
    let resources = [
        resource("aws_s3_bucket", "b", "{}", "var.names"),
        resource("aws_s3_bucket_acl", "a", r#"{"bucket":{"references":["aws_s3_bucket.b","each.key"]}}"#, "var.names"),
        resource(
            "aws_s3_bucket_policy",
            "p",
            r#"{"bucket":{"references":["each.value.id","each.value"]},
            "policy":{"references":["each.value.arn","each.value","var.names"]}}"#,
            "aws_s3_bucket.b",
        ),
    ];
    let text = format!(
        r#"{HEAD}"resource_changes":[{}],"configuration":{{"root_module":{{"resources":[{}]}}}}}}"#,
        changes.join(","),
        resources.join(",")
    );
    with_estate(&text, |estate| {
        for key in ["x", "y"] {
            let bucket = format!("aws_s3_bucket.b[\"{key}\"]");
            let unknown = |address: &str, path: &str| *value(estate, address, path).unknown().unwrap();
            let acl = unknown(&format!("aws_s3_bucket_acl.a[\"{key}\"]"), "bucket").ident.unwrap();
            assert_eq!((estate.address(acl.instance), acl.path), (bucket.clone(), ""));
            let policy = format!("aws_s3_bucket_policy.p[\"{key}\"]");
            let ident = unknown(&policy, "bucket").ident.unwrap();
            assert_eq!((estate.address(ident.instance), ident.path), (bucket.clone(), "id"));
            let document = unknown(&policy, "policy");
            assert!(document.ident.is_none());
            assert_eq!((estate.address(document.deps[0].instance), document.deps[0].path), (bucket, "arn"));
        }
    });
}

#[test]
fn a_plan_tells_which_provider_versions_it_was_made_for() {
    let text = format!(
        r#"{HEAD}"resource_changes":[],"configuration":{{"provider_config":{{"aws":{{"name":"aws",
        "full_name":"host/hashicorp/aws","version_constraint":"~> 5.0"}}}},"root_module":{{}}}}}}"#
    );
    let program = Plan::read(&text).unwrap().program();
    let required = &program.module(Program::ROOT).terraform.required_providers[0];
    assert_eq!((required.name.as_str(), required.source.as_deref()), ("aws", Some("hashicorp/aws")));
    assert_eq!(required.version.as_deref(), Some("~> 5.0"));
    let providers = |estate: &Estate<'_>| estate.instances.iter().all(|one| one.kind == InstanceKind::Provider);
    assert!(checked(&text, &program, providers).unwrap());
}

#[test]
fn damaged_plans_are_errors_and_never_panics() {
    let text = plan("k8s-workloads");
    let program = Program::default();
    for end in (0..text.len()).step_by(997).filter(|end| text.is_char_boundary(*end)) {
        assert!(checked(&text[..end], &program, |_| ()).is_err(), "{end}");
    }
    let swaps = [
        ("[", "{"),
        ("\":[", "\":null,\"x\":["),
        (":true", ":[[true]]"),
        (":{\"", ":[{\""),
        ("null", "{}"),
        ("{}", "7"),
    ];
    for (from, to) in swaps {
        let mut at = 0;
        for _ in 0..40 {
            let Some(found) = text[at..].find(from) else { break };
            at += found;
            let damaged = format!("{}{}{}", &text[..at], to, &text[at + from.len()..]);
            let named = |estate: &Estate<'_>| estate.iter().all(|(id, _)| !estate.address(id).is_empty());
            assert_ne!(checked(&damaged, &program, named), Ok(false));
            at += (text.len() / 50).max(from.len());
            while !text.is_char_boundary(at.min(text.len())) {
                at += 1;
            }
            if at >= text.len() {
                break;
            }
        }
    }
    let deep = format!("module.{}", vec!["a"; 100_000].join(".module."));
    let text = format!(
        r#"{HEAD}"resource_changes":[{{"address":"{deep}.null_resource.n","module_address":"{deep}","mode":"managed",
        "type":"null_resource","name":"n","change":{{"actions":["create"],"after":{{}}}}}}]}}"#
    );
    with_estate(&text, |estate| assert!(estate.address(InstanceId(0)).ends_with("null_resource.n")));
}
