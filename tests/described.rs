//! What `onus rules` tells of the settings: all of it is there, and severities are as docs/severity.md says.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use common::onus;
use serde_json::Value;

fn settings(args: &[&'static str]) -> Vec<Value> {
    let all = onus().args(["rules", "--format", "json"]).args(args.iter().copied()).run().json();
    all.as_array().unwrap().clone()
}

fn text<'v>(setting: &'v Value, field: &str) -> &'v str {
    setting[field].as_str().unwrap_or_default()
}

/// The ids of settings that do not hold.
fn wrong(settings: &[Value], holds: impl Fn(&Value) -> bool) -> Vec<&str> {
    settings.iter().filter(|setting| !holds(setting)).map(|setting| text(setting, "id")).collect()
}

#[test]
fn every_setting_says_what_and_why() {
    let all = settings(&[]);
    assert!(all.len() > 500);
    for field in ["title", "problem", "why", "layer", "severity", "since"] {
        let none: Vec<&str> = Vec::new();
        assert_eq!(wrong(&all, |setting| !text(setting, field).is_empty()), none, "without `{field}`");
    }
    let has_pages = |setting: &Value| {
        let pages = setting["references"].as_array().unwrap();
        !pages.is_empty() && pages.iter().all(|page| page.as_str().unwrap().starts_with("https://"))
    };
    assert_eq!(wrong(&all, has_pages), Vec::<&str>::new(), "without `references`");
    let has_source = |setting: &Value| setting["default"].is_null() || !text(&setting["default"], "source").is_empty();
    assert_eq!(wrong(&all, has_source), Vec::<&str>::new(), "a default without a source");
}

#[test]
fn remedies_are_clauses_that_go_on_after_a_colon() {
    let is_clause = |setting: &Value| {
        let remedy = text(setting, "remedy");
        let starts_small = remedy.chars().next().is_none_or(|first| !first.is_ascii_uppercase());
        starts_small && !remedy.ends_with('.') && remedy.chars().count() <= 200
    };
    assert_eq!(wrong(&settings(&[]), is_clause), Vec::<&str>::new());
}

#[test]
fn preferences_are_info_and_logs_are_at_most_medium() {
    let all = settings(&[]);
    let is_preference =
        |setting: &Value| ["-customer-key", "-explicit"].iter().any(|end| text(setting, "id").ends_with(end));
    let preferences: Vec<Value> = all.iter().filter(|setting| is_preference(setting)).cloned().collect();
    assert!(preferences.len() > 30);
    assert_eq!(wrong(&preferences, |setting| text(setting, "severity") == "info"), Vec::<&str>::new());
    let logs: Vec<Value> = all.into_iter().filter(|setting| text(setting, "layer") == "logging").collect();
    assert!(logs.len() > 30);
    let is_bounded = |setting: &Value| ["medium", "low", "info"].contains(&text(setting, "severity"));
    assert_eq!(wrong(&logs, is_bounded), Vec::<&str>::new());
}

#[test]
fn the_settings_of_a_provider_stand_by_service() {
    let aws = settings(&["--provider", "aws"]);
    assert!(aws.len() > 400);
    let speaks_of_aws = |setting: &Value| {
        let types = setting["types"].as_array().unwrap();
        types.iter().any(|named| named.as_str().is_some_and(|named| named.contains("aws")))
    };
    assert_eq!(wrong(&aws, speaks_of_aws), Vec::<&str>::new());
    let places: Vec<_> = aws.iter().map(|setting| (text(setting, "provider"), text(setting, "service"))).collect();
    assert!(places.is_sorted(), "by provider and service");
    let run = onus().args(["rules", "--provider", "aws", "--select", "aws-sqs-encryption,aws-sns-encryption"]).run();
    insta::assert_snapshot!(run.stdout, @r"
    aws/sns: 1 setting
      aws-sns-encryption                                       low       encryption
        Topics encrypt their messages

    aws/sqs: 1 setting
      aws-sqs-encryption                                       medium    encryption
        Queues encrypt their messages

    2 settings. More of one: onus explain ID
    ");
    let run = onus().args(["rules", "--provider", "awz"]).run();
    assert_eq!(run.code, 2);
    let known = "known: aws, azuread, azurerm, cloudflare, datadog, digitalocean, github";
    assert!(run.stderr.starts_with("error: no setting for the provider \"awz\"\n"), "{}", run.stderr);
    assert!(run.stderr.contains(known), "{}", run.stderr);
}
