//! Settings: compiles `rules/<folder>/*.hcl`, holds them against the schema facts, and writes them as `static` tables,
//! so that starting onus parses no rule text.

#[path = "../src/settings/check/mod.rs"]
mod check;
#[path = "../src/settings/compile/mod.rs"]
mod compile;
#[path = "../src/settings/model.rs"]
mod model;
#[path = "../src/settings/path.rs"]
mod path;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

pub(crate) use crate::facts as schema;
pub(crate) use crate::syntax;
use model::RuleSetBuf;
use syntax::TreeBuf;

/// Folders below `rules/` that hold no settings.
const OTHER_DATA: [&str; 2] = ["schemas", "responsibility"];

/// Compiles the rules below `directory` to `settings.rs` in `out`. Each error names file, line and column.
pub fn compile(directory: &str, out: &Path) -> Result<(), Vec<String>> {
    println!("cargo::rerun-if-changed={directory}");
    let files = read(directory).map_err(|error| vec![error])?;
    let told = |errors: Vec<compile::RuleError>| errors.iter().map(ToString::to_string).collect::<Vec<String>>();
    let set = compile::compile(files).map_err(told)?;
    let errors = check::check(&set.view(&set.file_views()));
    if !errors.is_empty() {
        return Err(told(errors));
    }
    let path = out.join("settings.rs");
    fs::write(&path, write(&set)).map_err(|error| vec![format!("{}: {error}", path.display())])
}

/// The rule files of every folder that has some, in order of their paths.
fn read(directory: &str) -> Result<Vec<compile::RuleText>, String> {
    let mut files = Vec::new();
    for folder in entries(Path::new(directory))?.iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if OTHER_DATA.contains(&name.as_str()) {
            continue;
        }
        for path in entries(folder)?.iter().filter(|path| path.extension().is_some_and(|end| end == "hcl")) {
            let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            files.push((path.to_string_lossy().replace('\\', "/"), name.clone(), text));
        }
    }
    Ok(files)
}

fn entries(directory: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let mut entries: Vec<_> = fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>())
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    entries.sort();
    Ok(entries)
}

/// The whole set as Rust text: one expression of type `RuleSet<'static>`. Records print as they are written in Rust.
fn write(set: &RuleSetBuf) -> String {
    let mut text = format!("RuleSet {{ strings: {:?}, shared_inputs: {:?}", set.strings, set.shared_inputs);
    table(&mut text, "settings", &set.settings);
    table(&mut text, "elements", &set.elements);
    table(&mut text, "shapes", &set.shapes);
    table(&mut text, "companions", &set.companions);
    table(&mut text, "kinds", &set.kinds);
    table(&mut text, "kind_shapes", &set.kind_shapes);
    table(&mut text, "types", &set.types);
    table(&mut text, "named", &set.named);
    table(&mut text, "locals", &set.locals);
    table(&mut text, "inputs", &set.inputs);
    table(&mut text, "lists", &set.lists);
    table(&mut text, "numbers", &set.numbers);
    table(&mut text, "by_type", &set.by_type);
    table(&mut text, "by_id", &set.by_id);
    text.push_str(", files: &[\n");
    for (path, folder, source, tree) in &set.files {
        // Nothing asks for the comments of rules.
        let tree = TreeBuf { comments: Vec::new(), ..tree.clone() };
        let tree = crate::tree::expression(source, &tree);
        let _ = writeln!(text, "RuleFile {{ path: {path:?}, folder: {folder:?}, tree: {tree} }},");
    }
    text.push_str("] }\n");
    text
}

fn table<T: std::fmt::Debug>(text: &mut String, name: &str, records: &[T]) {
    // `Provider` is a word of links and of types.
    let records = format!("{records:?}").replace("link: ", "link: LinkKind::");
    let _ = write!(text, ",\n{name}: &{records}");
}
