//! `onus explain`: what there is to know of a setting, a layer, a service model, a type of resource.

use std::io::{self, Write};

use super::{human, words};
use crate::responsibility::{
    LayerExplained, ModelExplained, Owner, Ownership, Sources, TypeExplained, explain_layer, explain_model,
    explain_type, provider_name,
};
use crate::responsibility::{LayerId, ModelId};
use crate::settings::describe::Description;

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
pub enum Explained {
    /// Settings: one, or all of a family or of another tool's id.
    Settings(Vec<Description>),
    /// A layer.
    Layer(LayerExplained),
    /// A service model.
    Model(ModelExplained),
    /// A type of resource, with the settings that speak of it.
    Type {
        /// Its name.
        name: String,
        /// Who answers for what.
        explained: TypeExplained,
        /// The settings that speak of it.
        settings: Vec<Description>,
    },
}

impl Explained {
    /// What a name means that is no setting's: a layer, a service model, a type of resource.
    pub fn find(name: &str, settings: impl Fn(&str) -> Vec<Description>) -> Option<Self> {
        if let Some(layer) = LayerId::find(name) {
            return Some(Self::Layer(explain_layer(layer)));
        }
        if let Some(model) = ModelId::find(&name.to_lowercase()) {
            return Some(Self::Model(explain_model(model)));
        }
        // A type of a known provider; the name of a provider alone is no type.
        let explained = explain_type(name).filter(|_| name.contains('_'))?;
        Some(Self::Type { name: name.to_owned(), explained, settings: settings(name) })
    }
}

/// Writes an explanation for people.
pub fn write(out: &mut dyn Write, explained: &Explained, style: human::Style) -> io::Result<()> {
    match explained {
        Explained::Settings(settings) => {
            for (index, setting) in settings.iter().enumerate() {
                if index > 0 {
                    writeln!(out)?;
                }
                self::setting(out, setting, style)?;
            }
            Ok(())
        }
        Explained::Layer(explained) => layer(out, explained),
        Explained::Model(explained) => model(out, explained),
        Explained::Type { name, explained, settings } => type_of_resource(out, name, explained, settings),
    }
}

fn setting(out: &mut dyn Write, setting: &Description, style: human::Style) -> io::Result<()> {
    if setting.aliases.is_empty() {
        writeln!(out, "{}", setting.id)?;
    } else {
        paragraph(out, &format!("{}        also: ", setting.id), "    ", &setting.aliases.join(", "))?;
    }
    writeln!(out, "{}\n", human::right(&setting.title, words::severity(setting.severity)))?;
    row(out, "Whose", &whose(setting))?;
    row(out, "Speaks of", &setting.types.join(", "))?;
    if let Some(default) = &setting.default {
        let since = default.since.as_deref().map(|since| format!(" (since {since})")).unwrap_or_default();
        let note = default.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
        row(out, "Left out", &format!("{}{since}{note}", human::value_text(&default.value, style)))?;
    }
    row(out, "Why", &setting.why)?;
    row(out, "Fix", &setting.fix)?;
    row(out, "To do", setting.remedy.as_deref().unwrap_or_default())?;
    row(out, "Careful", setting.careful.as_deref().unwrap_or_default())?;
    row(out, "Secure", setting.secure.as_deref().unwrap_or_default())?;
    row(out, "Silence", &format!("# onus: ignore[{}] -- why", setting.id))?;
    let controls = setting.frameworks.iter().map(|entry| format!("{}: {}", entry.framework, entry.controls.join(", ")));
    row(out, "Controls", &controls.collect::<Vec<_>>().join("   "))?;
    for (index, reference) in setting.references.iter().enumerate() {
        row(out, if index == 0 { "Read" } else { "" }, reference)?;
    }
    row(out, "Since", setting.since.as_deref().unwrap_or_default())
}

/// Whose the layer of a setting is, by the first type that it speaks of.
fn whose(setting: &Description) -> String {
    let explained = setting.types.iter().find_map(|name| explain_type(name));
    let found = explained.as_ref().and_then(|explained| {
        let layer = LayerId::find(&setting.layer)?;
        explained.layers.iter().find(|(own, _)| *own == layer).map(|(_, ownership)| (explained, ownership))
    });
    let Some((explained, ownership)) = found else { return setting.layer.clone() };
    let service = explained.service.name;
    let of = if service.is_empty() { String::new() } else { format!(" of {service}") };
    let model = explained.service.model;
    let model = if model.has_column() { format!(" ({})", model.short()) } else { String::new() };
    format!("{}{of}{model}: {}", setting.layer, parts(ownership, provider_name(explained.service.provider)))
}

/// `shared. AWS: … You: …`
fn parts(ownership: &Ownership, provider: &str) -> String {
    let mut text = match ownership.owner {
        Owner::Customer => "yours".to_owned(),
        Owner::Shared => "shared".to_owned(),
        Owner::Provider => format!("{provider}'s"),
    };
    for (who, part) in [(provider, ownership.provider_part), ("You", ownership.customer_part)] {
        if !part.is_empty() {
            text.push_str(&format!(". {who}: {}", part.trim_end_matches('.')));
        }
    }
    text + "."
}

fn layer(out: &mut dyn Write, explained: &LayerExplained) -> io::Result<()> {
    let layer = explained.layer.get();
    writeln!(out, "{}: {}", layer.id, layer.name)?;
    paragraph(out, "", "", layer.definition)?;
    writeln!(out)?;
    for (model, cell) in &explained.cells {
        halves(out, words::short(*model), cell.owner, cell.provider_part, cell.customer_part)?;
        row(out, "", &source_line(cell.sources))?;
    }
    for differs in &explained.differs {
        let who = provider_name(differs.provider);
        row(out, "But", &format!("{who}, {}: {}. {}", differs.model.short(), owner(differs.owner), differs.why))?;
    }
    duties(out, explained.duties.iter().map(|duty| (duty.id, duty.duty)))?;
    writeln!(out, "\nNext: onus matrix")
}

fn model(out: &mut dyn Write, explained: &ModelExplained) -> io::Result<()> {
    let model = explained.model.get();
    writeln!(out, "{}: {}", model.short, model.name)?;
    paragraph(out, "", "", model.definition)?;
    paragraph(out, "", "", &format!("In short: {}", model.ownership))?;
    writeln!(out)?;
    for (layer, cell) in &explained.cells {
        halves(out, layer.id(), cell.owner, cell.provider_part, cell.customer_part)?;
    }
    for differs in &explained.differs {
        let who = provider_name(differs.provider);
        row(out, "But", &format!("{who}, {}: {}. {}", differs.layer, owner(differs.owner), differs.why))?;
    }
    duties(out, explained.duties.iter().map(|duty| (duty.id, duty.duty)))?;
    writeln!(out, "\nNext: onus matrix")
}

fn type_of_resource(
    out: &mut dyn Write,
    name: &str,
    explained: &TypeExplained,
    settings: &[Description],
) -> io::Result<()> {
    let service = &explained.service;
    let provider = provider_name(service.provider);
    let title = if service.name.is_empty() { name.to_owned() } else { format!("{name}: {}", service.name) };
    writeln!(out, "{}", human::right(&title, service.model.short()))?;
    if service.fallback {
        paragraph(out, "", "", "A guess: this type is newer than what onus knows of the provider.")?;
    }
    if !service.note.is_empty() {
        paragraph(out, "", "", service.note)?;
    }
    writeln!(out)?;
    for (layer, ownership) in &explained.layers {
        row(out, layer.id(), &parts(ownership, provider))?;
    }
    if !explained.changes.is_empty() {
        writeln!(out, "\nWhat would change it")?;
    }
    for change in &explained.changes {
        let moves: Vec<String> = (change.layers.iter())
            .map(|(layer, before, after)| format!("{layer} from {} to {}", owner(*before), owner(*after)))
            .collect();
        let model = change.model.map(|model| format!("{}; ", model.short())).unwrap_or_default();
        paragraph(out, "  ", "    ", &format!("{}: {model}{}", change.condition.when, moves.join(", ")))?;
    }
    if settings.is_empty() {
        return writeln!(out, "\nNo setting of onus speaks of it yet.");
    }
    writeln!(out, "\nSettings of yours that onus judges")?;
    for setting in settings {
        writeln!(out, "  {:<8}  {:<11}  {}", words::severity(setting.severity), setting.layer, setting.id)?;
    }
    Ok(())
}

fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Customer => "yours",
        Owner::Shared => "shared",
        Owner::Provider => "the provider's",
    }
}

fn halves(out: &mut dyn Write, name: &str, whose: Owner, provider: &str, customer: &str) -> io::Result<()> {
    let mut text = owner(whose).to_owned();
    for (who, part) in [("Provider", provider), ("You", customer)] {
        if !part.is_empty() {
            text.push_str(&format!(". {who}: {}", part.trim_end_matches('.')));
        }
    }
    row(out, name, &(text + "."))
}

fn source_line(sources: Sources) -> String {
    let names: Vec<&str> = sources.names().collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!("[{one}]"),
        [first, second] => format!("[{first}; {second}]"),
        [first, rest @ ..] => format!("[{first}, and {}]", words::count(rest.len() as u32, "more source")),
    }
}

fn duties<'d>(out: &mut dyn Write, duties: impl Iterator<Item = (&'d str, &'d str)>) -> io::Result<()> {
    let mut is_first = true;
    for (id, duty) in duties {
        if std::mem::take(&mut is_first) {
            writeln!(out, "\nOutside the code")?;
        }
        paragraph(out, &format!("  {id:<20} "), &" ".repeat(23), duty)?;
    }
    Ok(())
}

/// One row of two columns; nothing if there is nothing to say.
fn row(out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
    // What is code keeps its lines.
    for (index, line) in text.lines().enumerate() {
        let first = format!("{:<12}", if index == 0 { name } else { "" });
        paragraph(out, &first, &" ".repeat(12), line)?;
    }
    Ok(())
}

fn paragraph(out: &mut dyn Write, first: &str, rest: &str, text: &str) -> io::Result<()> {
    for line in human::wrap(first, rest, text) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
