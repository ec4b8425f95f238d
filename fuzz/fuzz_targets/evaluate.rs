//! Any text as configuration: it is parsed, evaluated, judged and written, without a crash, a hang or a flood of memory.
//!
//! A line `#### NAME` starts a further file; the first is `main.tf`. So one input can hold JSON syntax, values, modules.
#![no_main]

use std::fs;
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use onus::report::{Exit, FailOn, human, json};
use onus::{CheckOptions, Inputs, ShowOptions};

/// Names that a file of an input may have: nothing is written elsewhere.
const NAMES: [&str; 7] = [
    "main.tf",
    "main_override.tf",
    "more.tf.json",
    "terraform.tfvars",
    "terraform.tfvars.json",
    "plan.json",
    "module/main.tf",
];

fuzz_target!(|text: &str| {
    let directory = tempfile::tempdir().expect("the temporary directory can be written");
    fs::create_dir(directory.path().join("module")).expect("it is new");
    write(directory.path(), text);

    let inputs = Inputs::of([directory.path().to_owned()]);
    let shown = onus::show(&ShowOptions { inputs: inputs.clone(), redact: true });
    if let Ok(shown) = shown {
        serde_json::to_string(&shown.document).expect("a document is JSON");
    }
    let options = CheckOptions { inputs, show_secure: true, ..CheckOptions::default() };
    if let Ok(outcome) = onus::check(&options, &()) {
        let exit = Exit::of(&outcome, FailOn::default(), false);
        json::write(&mut std::io::sink(), &outcome, exit).expect("a sink takes everything");
        human::write(&mut std::io::sink(), &outcome, exit, &human::Options::default()).expect("a sink takes everything");
    }
});

fn write(directory: &Path, text: &str) {
    let (mut name, mut file) = (NAMES[0], String::new());
    for line in text.split_inclusive('\n') {
        let next = line.strip_prefix("#### ").and_then(|next| NAMES.iter().find(|known| **known == next.trim_end()));
        if let Some(next) = next {
            fs::write(directory.join(name), &file).expect("the temporary directory can be written");
            (name, file) = (next, String::new());
        } else {
            file.push_str(line);
        }
    }
    fs::write(directory.join(name), &file).expect("the temporary directory can be written");
}
