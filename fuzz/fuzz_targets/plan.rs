//! Any text as the JSON of a plan: it is read, judged, reviewed and written, without a crash, a hang or a flood of memory.
#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use onus::plan::{Plan, trim};
use onus::report::{Exit, FailOn, human, json};
use onus::{CheckOptions, Inputs, PlanOptions};

fuzz_target!(|text: &str| {
    // What is taken out of large plans changes nothing of what is read.
    if let Ok(plan) = Plan::read(text) {
        let mut bytes = text.as_bytes().to_vec();
        let trimmed = trim(&mut bytes);
        let left = String::from_utf8(bytes).expect("parts are taken out at characters of ASCII");
        let trimmed = Plan::read_trimmed(&left, &trimmed).expect("what is left of a plan is one");
        assert_eq!((trimmed.declares(), trimmed.has_changes()), (plan.declares(), plan.has_changes()));
    }

    let directory = tempfile::tempdir().expect("the temporary directory can be written");
    let file = directory.path().join("plan.json");
    fs::write(&file, text).expect("the temporary directory can be written");

    let check = CheckOptions { inputs: Inputs::of([file]), show_secure: true, ..CheckOptions::default() };
    // No program is started for what looks like a binary plan.
    let options = PlanOptions { check, program: Some("/nonexistent".into()) };
    if let Ok(outcome) = onus::review_plan(&options, &()) {
        assert!(!outcome.errors.iter().any(|error| error.message.contains("internal error")), "{:?}", outcome.errors);
        let exit = Exit::of_review(&outcome, FailOn::default(), false);
        json::write(&mut std::io::sink(), &outcome, exit).expect("a sink takes everything");
        let human = human::Options { full: true, ..human::Options::default() };
        human::write_review(&mut std::io::sink(), &outcome, exit, &human).expect("a sink takes everything");
    }
});
