//! Schema facts: reads `rules/schemas/`, lays google-beta over google, writes one file for `src/schema`.

pub use crate::facts::{facts, path};

mod read;
mod write;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::facts::layout::{self, NONE, Section, default_kind, fact_flag, flag, nesting, ty, type_flag, type_kind};
use read::{Attr, Entries, Provider, Type};
use write::{File, Pool, Strings};

/// Compiles the facts in `directory` to `schemas.bin` in `out`, and gives them.
pub fn compile(directory: &str, out: &Path) -> Result<Vec<u8>, String> {
    println!("cargo::rerun-if-changed={directory}");
    let texts = read_texts(directory)?;
    let mut providers: Vec<Provider<'_>> = Vec::new();
    for (file, text) in &texts {
        providers.push(serde_json::from_str(text).map_err(|error| format!("{file}: {error}"))?);
    }
    // Files are sorted too, but by names with their ending.
    providers.sort_by(|a, b| a.provider.cmp(b.provider));
    merge_beta(&mut providers);
    add_implied(&mut providers);
    let renames = format!("{directory}/renames.tsv");
    let renames_text = fs::read_to_string(&renames).map_err(|error| format!("{renames}: {error}"))?;
    let mut compiler = Compiler::default();
    for provider in &providers {
        compiler.provider(provider).map_err(|error| format!("{}: {error}", provider.provider))?;
    }
    compiler.renames(&renames_text).map_err(|error| format!("{renames}: {error}"))?;
    let path = out.join("schemas.bin");
    let compiled = compiler.finish();
    fs::write(&path, &compiled).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(compiled)
}

fn read_texts(directory: &str) -> Result<Vec<(String, String)>, String> {
    let mut files: Vec<_> = fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>())
        .map_err(|error| format!("{directory}: {error}"))?;
    files.retain(|path| path.to_string_lossy().ends_with(".json.gz"));
    files.sort();
    let read = |path: &Path| {
        let mut text = String::new();
        flate2::read::GzDecoder::new(fs::File::open(path)?).read_to_string(&mut text)?;
        Ok::<_, std::io::Error>(text)
    };
    let named = |path: &std::path::PathBuf| match read(path) {
        Ok(text) => Ok((path.display().to_string(), text)),
        Err(error) => Err(format!("{}: {error}", path.display())),
    };
    files.iter().map(named).collect()
}

/// The plugin SDK adds `id` and `timeouts` to every type; where types were read from a provider's source they are missing.
fn add_implied(providers: &mut [Provider<'_>]) {
    for provider in providers {
        for (_, ty) in provider.resources.0.iter_mut().chain(&mut provider.data_sources.0) {
            ty.attrs.add("id", Attr { t: "string", c: 1, ..Attr::default() });
            ty.attrs.add("timeouts", Attr { t: "block", n: "single", o: 1, ..Attr::default() });
        }
    }
}

/// A block of a type `google_…` may use the provider google-beta: what google lacks is looked up there.
fn merge_beta(providers: &mut [Provider<'_>]) {
    let find = |name| providers.iter().position(|provider| provider.provider == name);
    let (Some(google), Some(beta)) = (find("google"), find("google-beta")) else { return };
    let resources = std::mem::take(&mut providers[beta].resources.0);
    let data_sources = std::mem::take(&mut providers[beta].data_sources.0);
    for (kind, entries) in [resources, data_sources].into_iter().enumerate() {
        let google = &mut providers[google];
        let known = if kind == 0 { &mut google.resources } else { &mut google.data_sources };
        let mut own = Vec::new();
        for (name, ty) in entries {
            match known.0.binary_search_by(|(known, _)| known.cmp(&name)) {
                Ok(at) => merge_attrs(&mut known.0[at].1.attrs, ty.attrs),
                Err(_) => own.push((name, ty)),
            }
        }
        let rest = if kind == 0 { &mut providers[beta].resources } else { &mut providers[beta].data_sources };
        rest.0 = own;
    }
}

fn merge_attrs<'a>(google: &mut Entries<'a, Attr<'a>>, beta: Entries<'a, Attr<'a>>) {
    let join = |google: &mut Attr<'a>, beta: Attr<'a>| {
        if let (Some(google), Some(beta)) = (&mut google.attrs, beta.attrs) {
            merge_attrs(google, beta);
        }
    };
    google.merge(beta, join, |only_beta| only_beta.beta = true);
}

type Shape = (u8, u8, u16, u16, u16);
type Row = (u32, u32, u32, u32);
type DefaultFact = (u8, u32);

#[derive(Clone, PartialEq, Eq, Hash, Default)]
struct Fact {
    default: DefaultFact,
    flags: u8,
    since: u8,
    until: u8,
    required_since: u8,
    majors: Vec<(u8, DefaultFact)>,
}

/// A type or provider configuration: kind, name, provider, root, service, flags, since, until.
type TypeRow = (u8, u32, u8, u32, u32, u8, u8, u8);

#[derive(Default)]
struct Compiler<'a> {
    strings: Strings<'a>,
    shapes: Pool<Shape>,
    facts: Pool<Fact>,
    /// Name, shape, child block, fact + 1.
    attrs: Pool<Row>,
    blocks: Pool<Vec<u32>>,
    types: Vec<TypeRow>,
    /// Name, source, version, first and last major.
    providers: Vec<(u32, u32, u32, u8, u8)>,
    provider_names: BTreeMap<String, u8>,
    /// Provider, new type, new path, old type, old path, since.
    renames: Vec<(u8, u32, u32, u32, u32, u8)>,
}

impl<'a> Compiler<'a> {
    fn provider(&mut self, provider: &'a Provider<'a>) -> Result<(), String> {
        let number = self.providers.len() as u8;
        let name = self.strings.add(provider.provider);
        let version = newest(provider.version);
        let majors = provider.majors.iter().map(|text| major(text)).collect::<Result<Vec<u8>, _>>()?;
        let newest_major = version.split('.').next().and_then(|text| text.parse().ok()).unwrap_or(0);
        let row = (
            name,
            self.strings.add(provider.source),
            self.strings.add(version),
            majors.first().copied().unwrap_or(newest_major),
            majors.last().copied().unwrap_or(newest_major),
        );
        self.providers.push(row);
        self.provider_names.insert(provider.provider.to_owned(), number);
        let root = self.block(&provider.config)?;
        let no_service = self.strings.add("");
        self.types.push((type_kind::PROVIDER, name, number, root, no_service, 0, 0, 0));
        for (name, ty) in &provider.resources.0 {
            self.ty(number, type_kind::MANAGED, name, ty).map_err(|error| format!("{name}: {error}"))?;
        }
        for (name, ty) in &provider.data_sources.0 {
            self.ty(number, type_kind::DATA, name, ty).map_err(|error| format!("data.{name}: {error}"))?;
        }
        Ok(())
    }

    fn ty(&mut self, provider: u8, kind: u8, name: &'a str, ty: &'a Type<'a>) -> Result<(), String> {
        let root = self.block(&ty.attrs)?;
        let flags = if ty.deprecated { type_flag::DEPRECATED } else { 0 }
            | if ty.src == "doc" { type_flag::FROM_PAGES } else { 0 };
        let (name, service) = (self.strings.add(name), self.strings.add(ty.service));
        self.types.push((kind, name, provider, root, service, flags, major(ty.since)?, major(ty.until)?));
        Ok(())
    }

    fn block(&mut self, attrs: &'a Entries<'a, Attr<'a>>) -> Result<u32, String> {
        let mut rows = Vec::with_capacity(attrs.0.len());
        for (name, attr) in &attrs.0 {
            rows.push(self.attr(name, attr).map_err(|error| format!("{name}: {error}"))?);
        }
        Ok(self.blocks.add(rows))
    }

    fn attr(&mut self, name: &'a str, attr: &'a Attr<'a>) -> Result<u32, String> {
        let nested = matches!(attr.t, "block" | "object");
        let child = match &attr.attrs {
            // Two attributes of a plain type have children in the facts: their pages are wrong, not their types.
            Some(children) if nested => self.block(children)?,
            _ => NONE,
        };
        let nesting = match attr.n {
            "" => nesting::NONE,
            "list" => nesting::LIST,
            "set" => nesting::SET,
            "map" => nesting::MAP,
            "single" => nesting::SINGLE,
            other => return Err(format!("unknown nesting {other}")),
        };
        let mut flags = 0;
        for (set, bit) in [
            (attr.o == 1, flag::OPTIONAL),
            (attr.r == 1, flag::REQUIRED),
            (attr.c == 1, flag::COMPUTED),
            (attr.s == 1, flag::SENSITIVE),
            (attr.w == 1, flag::WRITE_ONLY),
            (attr.d == 1, flag::DEPRECATED),
            (attr.t == "block", flag::BLOCK),
            (attr.t == "any" || nested && child == NONE, flag::WILDCARD),
            (attr.beta, flag::BETA),
        ] {
            flags |= if set { bit } else { 0 };
        }
        let ty = if nested { ty::ANY } else { type_code(attr.t)? };
        let shape = self.shapes.add((ty, nesting, flags, attr.mn, attr.mx));
        let fact = self.fact(attr)?;
        let name = self.strings.add(name);
        Ok(self.attrs.add((name, shape, child, fact)))
    }

    /// The number of the facts + 1; 0 when there is none.
    fn fact(&mut self, attr: &'a Attr<'a>) -> Result<u32, String> {
        let mut fact = Fact {
            since: major(attr.since)?,
            until: major(attr.until)?,
            required_since: major(attr.rs)?,
            ..Fact::default()
        };
        if let Some(raw) = attr.default {
            fact.default = self.default_value(attr.t, raw.get())?;
            fact.flags |= if attr.ds.is_empty() { 0 } else { fact_flag::DOCUMENTED };
            fact.flags |= if attr.dq == 1 { fact_flag::DOUBTFUL } else { 0 };
        }
        for (key, raw) in &attr.dm {
            fact.majors.push((major(key)?, self.default_value(attr.t, raw.get())?));
        }
        fact.majors.sort_unstable();
        if fact == Fact::default() {
            return Ok(0);
        }
        Ok(self.facts.add(fact) + 1)
    }

    /// A default in the attribute's own type: the facts hold some numbers as text, and some text as numbers.
    fn default_value(&mut self, ty: &str, raw: &'a str) -> Result<DefaultFact, String> {
        let text = match raw.strip_prefix('"') {
            Some(_) => serde_json::from_str(raw).map_err(|error| format!("default {raw}: {error}"))?,
            None => raw.to_owned(),
        };
        let kind = match (ty, text.as_str()) {
            (_, "null") if !raw.starts_with('"') => return Ok((default_kind::NONE, 0)),
            ("bool", "false" | "0") => default_kind::FALSE,
            ("bool", "true" | "1") => default_kind::TRUE,
            ("number", text) if text.parse::<f64>().is_ok() => default_kind::NUMBER,
            _ => default_kind::STRING,
        };
        let text = if matches!(kind, default_kind::NUMBER | default_kind::STRING) { text } else { String::new() };
        Ok((kind, self.strings.add(text)))
    }

    fn renames(&mut self, text: &'a str) -> Result<(), String> {
        for (index, line) in text.lines().enumerate().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let &[provider, old_type, old_path, new, since, _how] = fields.as_slice() else {
                return Err(format!("line {}: six fields are needed", index + 1));
            };
            if new.is_empty() {
                continue;
            }
            let Some(&number) = self.provider_names.get(provider) else {
                return Err(format!("line {}: unknown provider {provider}", index + 1));
            };
            let elsewhere = new.strip_prefix(provider).is_some_and(|rest| rest.starts_with('_'));
            let (new_type, new_path) = match (elsewhere, new.split_once('.')) {
                (false, _) => (old_type, new),
                (true, Some(parts)) => parts,
                (true, None) => (new, ""),
            };
            let mut add = |text| self.strings.add(text);
            let row = (number, add(new_type), add(new_path), add(old_type), add(old_path), major(since)?);
            self.renames.push(row);
        }
        Ok(())
    }

    fn finish(mut self) -> Vec<u8> {
        let mut file = File::default();
        let ranks = self.strings.ranks(&mut file);
        let rank = |number: u32| ranks[number as usize];
        for (ty, nesting, flags, least, most) in &self.shapes.items {
            file.section(Section::Shapes).u8(*ty).u8(*nesting).u16(*flags).u16(*least).u16(*most);
        }
        let (with_facts, without): (Vec<u32>, Vec<u32>) =
            (0..self.attrs.items.len() as u32).partition(|at| self.attrs.items[*at as usize].3 != 0);
        let mut new_numbers = vec![0; self.attrs.items.len()];
        for (number, old) in with_facts.iter().chain(&without).enumerate() {
            new_numbers[*old as usize] = number as u32;
            let (name, shape, child, fact) = self.attrs.items[*old as usize];
            file.section(Section::Attrs).u24(rank(name)).u16(shape as u16).u24(child);
            if let Some(fact) = fact.checked_sub(1) {
                write_fact(&mut file, &self.facts.items[fact as usize], &rank);
            }
        }
        let mut end = 0;
        for block in &self.blocks.items {
            file.section(Section::BlockStarts).u32(end);
            end += block.len() as u32;
            for attr in block {
                file.section(Section::Slots).u24(new_numbers[*attr as usize]);
            }
        }
        file.section(Section::BlockStarts).u32(end);
        self.types.sort_by_key(|ty| (ty.0, rank(ty.1)));
        for (kind, name, provider, root, service, flags, since, until) in self.types {
            let types = file.section(Section::Types).u8(kind).u24(rank(name)).u8(provider).u24(root);
            types.u24(rank(service)).u8(flags).u8(since).u8(until);
        }
        for (name, source, version, first, last) in self.providers {
            file.section(Section::Providers).u24(rank(name)).u24(rank(source)).u24(rank(version)).u8(first).u8(last);
        }
        self.renames.sort_by_key(|row| (rank(row.1), rank(row.2), u8::MAX - row.5, rank(row.3), rank(row.4)));
        for (provider, new_type, new_path, old_type, old_path, since) in self.renames {
            let renames = file.section(Section::Renames).u8(provider).u24(rank(new_type)).u24(rank(new_path));
            renames.u24(rank(old_type)).u24(rank(old_path)).u8(since);
        }
        file.finish()
    }
}

fn write_fact(file: &mut File, fact: &Fact, rank: &impl Fn(u32) -> u32) {
    let text = |(kind, text): DefaultFact| if kind == default_kind::NONE { 0 } else { rank(text) };
    let first = file.section(Section::MajorDefaults).0.len() / layout::MAJOR_DEFAULT;
    let facts = file.section(Section::Facts).u8(fact.default.0).u8(fact.flags).u8(fact.since).u8(fact.until);
    facts.u8(fact.required_since).u8(fact.majors.len() as u8).u16(first as u16).u24(text(fact.default));
    for (major, default) in &fact.majors {
        file.section(Section::MajorDefaults).u8(*major).u8(default.0).u24(text(*default));
    }
}

/// `""` is 0: not given.
fn major(text: &str) -> Result<u8, String> {
    if text.is_empty() { Ok(0) } else { text.parse().map_err(|_| format!("{text} is no major version")) }
}

/// The highest `x.y.z` in a description such as `6.9.0 (bindings) / 6.13.0 (source)`.
fn newest(description: &str) -> &str {
    let numbers = |word: &str| {
        let parts: Option<Vec<u32>> = word.split('.').map(|part| part.parse().ok()).collect();
        parts.filter(|parts| parts.len() == 3 && parts.iter().any(|part| *part > 0))
    };
    let words = description.split(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '.' | '-')));
    words.filter_map(|word| Some((numbers(word)?, word))).max().map_or("", |(_, word)| word)
}

fn type_code(text: &str) -> Result<u8, String> {
    for (index, collection) in ["list(", "set(", "map("].iter().enumerate() {
        if let Some(element) = text.strip_prefix(collection).and_then(|rest| rest.strip_suffix(')')) {
            return Ok(ty::COLLECTIONS + 3 * type_code(element)? + index as u8);
        }
    }
    match text {
        "any" | "object" | "map" => Ok(ty::ANY),
        "bool" => Ok(ty::BOOL),
        "number" => Ok(ty::NUMBER),
        "string" => Ok(ty::STRING),
        _ => Err(format!("unknown type {text}")),
    }
}
