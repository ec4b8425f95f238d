//! Compiles the data under `rules/` into what the crate includes: nothing of it is parsed when onus starts.

#![allow(
    unreachable_pub,
    missing_docs,
    unfulfilled_lint_expectations,
    reason = "a program has no public items; some files are shared with the crate"
)]

#[path = "build/facts.rs"]
mod facts;
#[path = "build/responsibility/mod.rs"]
mod responsibility;
#[path = "build/schema/mod.rs"]
mod schema;
#[path = "build/settings.rs"]
#[allow(dead_code, reason = "the compiler of rules is shared with the crate")]
mod settings;
#[path = "build/source.rs"]
#[allow(dead_code, reason = "shared with the crate")]
mod source;
#[path = "src/syntax/mod.rs"]
#[allow(dead_code, unused_imports, reason = "shared with the crate")]
mod syntax;
#[path = "build/tree.rs"]
mod tree;

fn main() {
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for shared in ["build.rs", "build", "src/syntax", "src/source/span.rs", "src/schema", "rules/responsibility"] {
        println!("cargo::rerun-if-changed={shared}");
    }
    match schema::compile("rules/schemas", &out) {
        Ok(compiled) => facts::load(compiled),
        Err(error) => {
            println!("cargo::error={error}");
            return;
        }
    }
    let errors =
        [responsibility::compile_directory("rules/responsibility", &out).err(), settings::compile("rules", &out).err()];
    for error in errors.into_iter().flatten().flatten() {
        println!("cargo::error={error}");
    }
}
