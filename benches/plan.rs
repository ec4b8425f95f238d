//! How long `onus check` takes for a plan, as a multiple of a pass that only parses it: `cargo bench --bench plan`, or
//! `ONUS_BENCH_PLAN=plan.json cargo bench --bench plan` for a plan of yours. The passes take turns, so that a machine that
//! gets slower slows all of them; the fastest of each counts. All read the file; what they leave behind is freed off the clock.
#![allow(dead_code, reason = "what is parsed is the point, nobody asks for it")]
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench stops loudly where it cannot measure")]

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use onus::report::{Exit, FailOn, human};
use onus::{CheckOptions, Inputs};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

const ROUNDS: usize = 5;

/// How much is generated, in bytes; little when `cargo test` only asks whether this runs.
const SIZE: usize = 20 << 20;
const SIZE_OF_TEST: usize = 200 << 10;

fn main() {
    let directory = tempfile::tempdir().expect("there is a directory for temporary files");
    let measured = std::env::args().any(|argument| argument == "--bench");
    let plan = match std::env::var_os("ONUS_BENCH_PLAN") {
        Some(path) => fs::canonicalize(path).expect("ONUS_BENCH_PLAN names a plan"),
        None => {
            let path = directory.path().join("plan.json");
            fs::write(&path, generate(if measured { SIZE } else { SIZE_OF_TEST })).expect("a plan can be written");
            path
        }
    };
    let passes: [(&str, &dyn Fn() -> Duration); 3] = [
        ("changes, values unopened", &|| parse_changes(&plan)),
        ("all values", &|| parse_all(&plan)),
        ("onus check", &|| check(&plan, directory.path())),
    ];
    let mut fastest = [Duration::MAX; 3];
    for _ in 0..if measured { ROUNDS } else { 1 } {
        for ((_, pass), fastest) in passes.iter().zip(&mut fastest) {
            *fastest = pass().min(*fastest);
        }
    }
    let megabytes = fs::metadata(&plan).expect("the plan is there").len() as f64 / 1e6;
    println!("{megabytes:.1} MB, fastest of {ROUNDS}, and how often the two that only parse would fit into it");
    let [changes, tree, _] = fastest.map(|time| time.as_secs_f64());
    for ((name, _), time) in passes.iter().zip(fastest.map(|time| time.as_secs_f64())) {
        let (speed, by_changes, by_tree) = (megabytes / time, time / changes, time / tree);
        println!("{name:26} {:9.1} ms {speed:7.0} MB/s {by_changes:7.2} {by_tree:7.2}", time * 1e3);
    }
}

fn read(plan: &Path) -> String {
    fs::read_to_string(plan).expect("the plan is UTF-8")
}

fn parse_changes(plan: &Path) -> Duration {
    let start = Instant::now();
    let text = read(plan);
    let changes: Changes<'_> = serde_json::from_str(&text).expect("it is a plan");
    let time = start.elapsed();
    black_box(changes);
    time
}

fn parse_all(plan: &Path) -> Duration {
    let start = Instant::now();
    let text = read(plan);
    let tree: Tree<'_> = serde_json::from_str(&text).expect("it is JSON");
    let time = start.elapsed();
    black_box(tree);
    time
}

/// What the command does.
fn check(plan: &Path, working_dir: &Path) -> Duration {
    let start = Instant::now();
    let inputs = Inputs { now: jiff::Timestamp::UNIX_EPOCH, working_dir: working_dir.into(), ..Inputs::of([plan]) };
    let outcome = onus::check(&CheckOptions { inputs, ..CheckOptions::default() }, &()).expect("there is a plan");
    let mut document = Vec::new();
    let (exit, how) = (Exit::of(&outcome, FailOn::default(), false), human::Options::default());
    human::write(&mut document, &outcome, exit, &how).expect("memory takes it");
    let time = start.elapsed();
    black_box(document);
    time
}

/// The changes of a plan; all else is only passed over.
#[derive(Deserialize)]
struct Changes<'a> {
    #[serde(borrow)]
    resource_changes: Vec<ResourceChange<'a>>,
    #[serde(borrow)]
    configuration: &'a RawValue,
}

#[derive(Deserialize)]
struct ResourceChange<'a> {
    #[serde(borrow)]
    address: Cow<'a, str>,
    #[serde(borrow)]
    mode: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    type_name: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    provider_name: Cow<'a, str>,
    #[serde(borrow)]
    change: Change<'a>,
}

#[derive(Deserialize)]
struct Change<'a> {
    #[serde(borrow)]
    actions: Vec<Cow<'a, str>>,
    #[serde(borrow)]
    before: &'a RawValue,
    #[serde(borrow)]
    after: &'a RawValue,
    #[serde(borrow)]
    after_unknown: &'a RawValue,
}

/// Any JSON value; its strings borrow the text where nothing in them is escaped.
enum Tree<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
}

/// A key or a text, borrowed where that is possible.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Tree<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Tree::Number(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((Text(key), value)) = object.next_entry()? {
            members.push((key, value));
        }
        Ok(Tree::Object(members))
    }
}

/// A plan of about that many bytes: security groups, buckets and roles, for which there are many settings; half are new.
fn generate(bytes: usize) -> String {
    let (mut changes, mut planned, mut configuration) = (String::new(), String::new(), String::new());
    let mut n = 0;
    while changes.len() + planned.len() + configuration.len() < bytes {
        let (type_name, values, expressions) = match n % 3 {
            0 => ("aws_security_group", group(n), r#"{"vpc_id":{"references":["var.vpc"]}}"#),
            1 => ("aws_s3_bucket", bucket(n), r#"{"bucket":{"references":["var.prefix"]},"tags":{}}"#),
            _ => ("aws_iam_role", role(n), r#"{"name":{"constant_value":"role"},"assume_role_policy":{}}"#),
        };
        let comma = if n == 0 { "" } else { "," };
        let provider = r#""provider_name":"registry.example/hashicorp/aws""#;
        let head =
            format!(r#""address":"{type_name}.r{n}","mode":"managed","type":"{type_name}","name":"r{n}",{provider}"#);
        let (actions, before) = if n % 2 == 0 { (r#"["create"]"#, "null") } else { (r#"["no-op"]"#, &*values) };
        let unknown = if n % 2 == 0 { r#"{"arn":true,"id":true}"# } else { "{}" };
        let _ = write!(
            changes,
            r#"{comma}{{{head},"change":{{"actions":{actions},"before":{before},"after":{values},"after_unknown":{unknown},"before_sensitive":{{}},"after_sensitive":{{}}}}}}"#
        );
        let _ = write!(planned, r#"{comma}{{{head},"schema_version":1,"values":{values},"sensitive_values":{{}}}}"#);
        let _ = write!(
            configuration,
            r#"{comma}{{"address":"{type_name}.r{n}","mode":"managed","type":"{type_name}","name":"r{n}","provider_config_key":"aws","expressions":{expressions},"schema_version":1}}"#
        );
        n += 1;
    }
    let provider = r#""provider_config":{"aws":{"name":"aws","full_name":"registry.example/hashicorp/aws"}}"#;
    format!(
        r#"{{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{{"root_module":{{"resources":[{planned}]}}}},"resource_changes":[{changes}],"configuration":{{{provider},"root_module":{{"resources":[{configuration}]}}}}}}"#
    )
}

fn group(n: usize) -> String {
    let rule = |port: u32, cidr: &str| {
        format!(
            r#"{{"cidr_blocks":["{cidr}"],"description":"port {port}","from_port":{port},"ipv6_cidr_blocks":[],"prefix_list_ids":[],"protocol":"tcp","security_groups":[],"self":false,"to_port":{port}}}"#
        )
    };
    let cidr = if n.is_multiple_of(10) { "0.0.0.0/0" } else { "10.0.0.0/8" };
    let ingress = [22, 443, 5432, 8080].map(|port| rule(port, cidr)).join(",");
    let egress = rule(443, "10.0.0.0/8");
    format!(
        r#"{{"description":"group {n}","egress":[{egress}],"ingress":[{ingress}],"name":"g{n}","name_prefix":null,"revoke_rules_on_delete":false,"tags":{{"Name":"g{n}"}},"tags_all":{{"Name":"g{n}","Team":"platform"}},"vpc_id":"vpc-{n:08x}"}}"#
    )
}

fn bucket(n: usize) -> String {
    format!(
        r#"{{"acceleration_status":"","acl":null,"bucket":"logs-{n}","bucket_prefix":null,"cors_rule":[],"force_destroy":false,"grant":[],"lifecycle_rule":[{{"enabled":true,"expiration":[{{"days":{n}}}],"id":"expire","prefix":"","transition":[]}}],"logging":[],"object_lock_enabled":false,"policy":null,"replication_configuration":[],"server_side_encryption_configuration":[{{"rule":[{{"apply_server_side_encryption_by_default":[{{"kms_master_key_id":"","sse_algorithm":"AES256"}}],"bucket_key_enabled":false}}]}}],"tags":{{"Name":"logs-{n}"}},"tags_all":{{"Name":"logs-{n}"}},"versioning":[{{"enabled":true,"mfa_delete":false}}],"website":[]}}"#
    )
}

fn role(n: usize) -> String {
    let statement = r#"{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"}}"#;
    let policy = format!(r#"{{"Statement":[{statement}],"Version":"2012-10-17"}}"#);
    // A document within a document: its quotes are escaped.
    let policy = serde_json::Value::from(policy);
    format!(
        r#"{{"assume_role_policy":{policy},"description":"","force_detach_policies":false,"max_session_duration":3600,"name":"role-{n}","path":"/","permissions_boundary":null,"tags":{{"Name":"role-{n}"}},"tags_all":{{"Name":"role-{n}"}}}}"#
    )
}
