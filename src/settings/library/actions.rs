//! What an action of a policy lets its holder do: the clouds' access levels, and three effects that matter beyond them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use crate::value::{Kind, Ty, Value};

use super::policy::matches_wildcard;
use super::{Answer, blank, many, unknown_like};

/// An action and its levels.
type Known = (&'static str, Vec<&'static str>);

/// Actions whose levels do not follow from their verb, by service.
static TABLE: LazyLock<FxHashMap<&'static str, Vec<Known>>> = LazyLock::new(|| {
    let lines = include_str!("../../../rules/aws/actions.tsv").lines().skip(1);
    let mut table: FxHashMap<&'static str, Vec<Known>> = FxHashMap::default();
    for (action, levels) in lines.filter_map(|line| line.split_once('\t')) {
        let service = action.split_once(':').map_or(action, |(service, _)| service);
        table.entry(service).or_default().push((action, levels.split(' ').collect()));
    }
    table
});

/// Actions that can be confined to resources: their names, or how they begin, by service.
static RESTRICTABLE: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("../../../rules/aws/restrictable.tsv").lines().skip(1);
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(service, names)| (service, names.split(' ').collect()))
        .collect()
});

/// A longer one names no action.
const MAX_ACTION: usize = 256;

/// What an action over everything gives.
const ALL: [&str; 8] = ["list", "read", "write", "permissions", "tagging", "credentials", "exfiltration", "escalation"];

/// Verbs that read.
const READS: [&str; 14] = [
    "get", "describe", "batchget", "query", "scan", "search", "select", "head", "view", "check", "lookup", "download",
    "read", "receive",
];

/// The levels of an action, or of any of a list: a set of words.
pub(super) fn access_level<'a>(arena: &'a Bump, action: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[action], Ty::Any) {
        return blank;
    }
    let mut levels = BTreeSet::new();
    for action in many(action) {
        match (action.unknown(), action.as_str()) {
            (Some(unknown), _) => return unknown_like(arena, unknown, Ty::Any),
            (None, Some(text)) => levels.extend(levels_of(text)),
            (None, None) => {}
        }
    }
    Value::of(Kind::Set(arena.alloc_slice_fill_iter(levels.into_iter().map(Value::str)))).at(action.origin)
}

/// Whether an action, or any of a list, can be confined to resources by their ARN: then `*` is more than it needs. Of
/// what the table does not know, no.
pub(super) fn restrictable<'a>(arena: &'a Bump, action: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[action], Ty::Bool) {
        return blank;
    }
    let answers = many(action).into_iter().map(|action| match (action.unknown(), action.as_str()) {
        (Some(unknown), _) => Answer::Open(unknown),
        (None, Some(text)) => Answer::of(takes_resources(text)),
        (None, None) => Answer::No,
    });
    Answer::any(answers).value(arena)
}

fn takes_resources(action: &str) -> bool {
    if action.len() > MAX_ACTION {
        return false;
    }
    let Some((service, verb)) = action.split_once(':') else { return action == "*" };
    let Some(known) = RESTRICTABLE.get(service.to_ascii_lowercase().as_str()) else { return false };
    known.iter().any(|known| match known.strip_suffix('*') {
        Some(beginning) => may_begin(verb, beginning),
        None => matches_wildcard(verb, known, true),
    })
}

/// Whether a pattern stands for any text that begins so.
fn may_begin(pattern: &str, beginning: &str) -> bool {
    // Where in the pattern one may be after each character of the beginning.
    let pattern = pattern.to_ascii_lowercase().into_bytes();
    let mut places: BTreeSet<usize> = BTreeSet::from([0]);
    for byte in beginning.to_ascii_lowercase().bytes() {
        let mut next = BTreeSet::new();
        for start in places {
            let mut at = start;
            while pattern.get(at) == Some(&b'*') {
                next.insert(at);
                at += 1;
            }
            if pattern.get(at).is_some_and(|expected| *expected == b'?' || *expected == byte) {
                next.insert(at + 1);
            }
        }
        places = next;
    }
    !places.is_empty()
}

fn levels_of(action: &str) -> Vec<&'static str> {
    if action.len() > MAX_ACTION {
        return Vec::new();
    }
    if action.trim_matches('*').is_empty() && !action.is_empty() {
        return ALL.to_vec();
    }
    if action.contains('/') && !action.contains(':') {
        return azure(action);
    }
    match action.split_once(':') {
        Some((service, verb)) => aws(action, service, verb),
        None => google(action),
    }
}

fn aws(action: &str, service: &str, verb: &str) -> Vec<&'static str> {
    let mut levels: Vec<&'static str> = Vec::new();
    let mut add = |all: &[Known]| {
        let meant = all.iter().filter(|(known, _)| matches_wildcard(action, known, true));
        levels.extend(meant.flat_map(|(_, of)| of));
    };
    if service.contains(['*', '?']) {
        TABLE.values().for_each(|of_service| add(of_service));
    } else if let Some(of_service) = TABLE.get(service.to_ascii_lowercase().as_str()) {
        add(of_service);
    }
    let verb = verb.to_ascii_lowercase();
    let exact = levels.iter().any(|level| matches!(*level, "list" | "read" | "write" | "permissions" | "tagging"));
    if verb.starts_with('*') {
        levels.extend(["list", "read", "write", "permissions", "tagging"]);
    } else if !exact || verb.contains('*') {
        levels.push(by_verb(&verb));
    }
    levels
}

fn by_verb(verb: &str) -> &'static str {
    if verb.starts_with("list") {
        "list"
    } else if verb.starts_with("tag")
        || verb.starts_with("untag")
        || verb.ends_with("tags")
        || verb.ends_with("tagging")
    {
        "tagging"
    } else if READS.iter().any(|read| verb.starts_with(read)) {
        "read"
    } else {
        "write"
    }
}

/// `Microsoft.Storage/storageAccounts/listKeys/action`
fn azure(action: &str) -> Vec<&'static str> {
    let action = action.to_ascii_lowercase();
    let (path, verb) = action.rsplit_once('/').unwrap_or(("", action.as_str()));
    let mut levels = match verb {
        "read" => vec!["read", "list"],
        "*" => vec!["list", "read", "write", "permissions"],
        _ => vec!["write"],
    };
    let grants = [
        "microsoft.authorization/roleassignments",
        "microsoft.authorization/roledefinitions",
        "microsoft.authorization/*",
    ];
    if verb != "read" && grants.iter().any(|known| path.starts_with(known) || action.starts_with(known)) {
        levels.extend(["permissions", "escalation"]);
    }
    if path.rsplit('/').next().is_some_and(|last| {
        last.starts_with("list") && (last.contains("key") || last.contains("cred") || last.contains("secret"))
    }) {
        levels.push("credentials");
    }
    levels
}

/// `storage.objects.get`
fn google(permission: &str) -> Vec<&'static str> {
    match permission.rsplit('.').next().unwrap_or_default() {
        "list" => vec!["list"],
        "get" | "getIamPolicy" | "search" => vec!["read"],
        "setIamPolicy" => vec!["permissions", "escalation"],
        "actAs" | "implicitDelegation" => vec!["write", "escalation"],
        "getAccessToken" | "getOpenIdToken" | "signBlob" | "signJwt" => vec!["credentials", "escalation"],
        "*" => vec!["list", "read", "write", "permissions"],
        _ if permission == "iam.serviceAccountKeys.create" => vec!["write", "credentials", "escalation"],
        _ if permission.starts_with("roles/") => Vec::new(),
        _ => vec!["write"],
    }
}
