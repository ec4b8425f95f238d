//! `onus matrix`: whose a layer is, how far it is done, and what of that nobody can be blamed for.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use common::onus;
use serde_json::Value;

/// The row of a layer in a matrix as JSON.
fn layer<'m>(document: &'m Value, id: &str) -> &'m Value {
    let layers = document["matrix"]["layers"].as_array().unwrap();
    layers.iter().find(|layer| layer["layer"] == id).unwrap()
}

#[test]
fn what_the_provider_does_is_in_no_share_and_not_accepted() {
    let cluster = |autopilot| {
        let text = format!(
            "resource \"google_container_cluster\" \"a\" {{\n  name             = \"a\"\n  location         = \
             \"europe-west1\"\n  enable_autopilot = {autopilot}\n}}\n"
        );
        onus().args(["matrix", "--format", "json"]).file("main.tf", &text).run().json()
    };
    let (theirs, yours) = (cluster(true), cluster(false));
    let sum =
        |row: &Value, statuses: &[&str]| statuses.iter().map(|status| row[*status].as_u64().unwrap()).sum::<u64>();
    let own = ["secure", "secure_by_default", "insecure", "unset", "unknown", "accepted"];
    assert_eq!(sum(layer(&theirs, "os"), &own), 0, "Google answers for the nodes of Autopilot");
    let (theirs_of, yours_of) = (layer(&theirs, "accounts"), layer(&yours, "accounts"));
    assert!(sum(theirs_of, &["inherited"]) > 0, "Autopilot switches workload identity on");
    assert_eq!(sum(yours_of, &["inherited"]), 0);
    assert_eq!(sum(theirs_of, &own) + theirs_of["inherited"].as_u64().unwrap(), sum(yours_of, &own));
    let accepted = |document: &Value| -> u64 {
        document["matrix"]["layers"].as_array().unwrap().iter().map(|row| row["accepted"].as_u64().unwrap()).sum()
    };
    assert_eq!((accepted(&theirs), accepted(&yours)), (0, 0), "nobody accepted anything");
}

#[test]
fn a_preference_is_told_but_is_in_no_share() {
    let bucket = "resource \"aws_s3_bucket\" \"a\" {\n  bucket = \"a\"\n}\n";
    let only = |id: &str| {
        let args = ["check", "--format", "json", "--min-severity", "info", "--select", id];
        onus().args(args).file("main.tf", bucket).run().json()
    };
    let preference = only("aws-s3-bucket-block-stated");
    assert_eq!(preference["findings"][0]["severity"], "info");
    assert_eq!(preference["summary"]["settings"], 0);
    assert_eq!(layer(&preference, "data")["unset"], 0);
    assert_eq!(preference["matrix"]["weakest"], Value::Null);
    assert_eq!(layer(&only("aws-s3-bucket-versioning"), "integrity")["unset"], 1);
}
