//! Compiles the data under `rules/` into what the crate includes: nothing of it is parsed when onus starts.

#![allow(unreachable_pub, missing_docs, reason = "a program has no public items; some files are shared with the crate")]

#[path = "build/schema/mod.rs"]
mod schema;

fn main() {
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    if let Err(error) = schema::compile("rules/schemas", &out) {
        println!("cargo::error={error}");
    }
}
