//! `onus show`: an estate in the shape of `terraform show -json` of a plan.
//!
//! Only what is written, or forced by the configuration, has a value; what is not known stands in `after_unknown`, as
//! in Terraform's own documents (internals/json-format in Terraform's documentation). This is the one output that has
//! sensitive values in clear, as Terraform's has, unless they are asked to be left out.

use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

use super::human::{self, Style};
use super::mask::{self, Secrets};
use crate::config::Problem;
use crate::estate::{Estate, Instance, InstanceKind, Key, ModuleInstanceId};
use crate::value::number::Num;
use crate::value::{InstanceId, Kind, Value};

/// What `onus show` has to say.
#[derive(Debug, Default)]
pub struct Shown {
    /// The document.
    pub document: Json,
    /// What makes the input unreadable.
    pub errors: Vec<Problem>,
    /// What is worth saying.
    pub warnings: Vec<Problem>,
    /// Texts that must not be shown where errors and warnings are told.
    pub secrets: Secrets,
}

/// What stands for a sensitive value that was to be left out, in Terraform's words.
const REDACTED: &str = "(sensitive value)";

/// Deeper values are not shown; none that Terraform accepts is as deep.
const MAX_DEPTH: usize = 64;

/// The document of an estate. `outputs` are the root module's: name, value, whether it is declared sensitive.
pub fn document(estate: &Estate<'_>, outputs: &[(&str, Value<'_>, bool)], redact: bool) -> Json {
    let writer = Writer { estate, redact };
    let (mut planned, mut changes) = (Map::new(), Map::new());
    for (name, value, sensitive) in outputs {
        let is_sensitive = *sensitive || value.any_sensitive();
        let known = if redact && *sensitive { Some(REDACTED.into()) } else { writer.known(None, name, value) };
        let unknown = marked(name, value, &|_, value| value.is_unknown(), 0);
        let mut output = Map::from_iter([("sensitive".to_owned(), is_sensitive.into())]);
        // Terraform plans no value for an output of which a part is not known.
        if unknown.is_none() {
            output.insert("value".to_owned(), known.clone().unwrap_or_default());
        }
        planned.insert((*name).to_owned(), output.into());
        let mut change = json!({
            "actions": ["create"],
            "before": null,
            "after_unknown": unknown.unwrap_or(false.into()),
            "before_sensitive": false,
            "after_sensitive": is_sensitive,
        });
        if let Some(known) = known {
            change["after"] = known;
        }
        changes.insert((*name).to_owned(), change);
    }
    let resources = || estate.iter().filter(|(_, instance)| mode(instance).is_some());
    json!({
        "format_version": "1.2",
        "planned_values": { "outputs": planned, "root_module": writer.module(&Contents::of_all(estate), ModuleInstanceId::ROOT) },
        "resource_changes": resources().map(|(id, instance)| writer.change(id, instance)).collect::<Vec<_>>(),
        "output_changes": changes,
    })
}

/// Writes the instances for people: one block each, as Terraform would write it.
pub fn write(out: &mut dyn Write, shown: &Shown, style: Style) -> io::Result<()> {
    let changes = shown.document["resource_changes"].as_array().map(Vec::as_slice).unwrap_or_default();
    for change in changes {
        let address = change["address"].as_str().unwrap_or_default();
        writeln!(out, "{}", super::escape::line(address))?;
        let (after, unknown) = (&change["change"]["after"], &change["change"]["after_unknown"]);
        let names = [after, unknown].into_iter().filter_map(Json::as_object).flat_map(Map::keys);
        let mut names: Vec<&String> = names.collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let value = match (after.get(name), unknown.get(name)) {
                (None, _) => "(not known)".to_owned(),
                (Some(value), Some(_)) => format!("{} (in part not known)", human::value_text(value, style)),
                (Some(value), None) => human::value_text(value, style),
            };
            writeln!(out, "  {name} = {value}")?;
        }
    }
    writeln!(out, "{}", super::words::count(changes.len() as u32, "instance"))
}

/// `managed` or `data`; `None` for what Terraform's documents do not list.
fn mode(instance: &Instance<'_>) -> Option<&'static str> {
    match instance.kind {
        InstanceKind::Managed => Some("managed"),
        InstanceKind::Data => Some("data"),
        _ => None,
    }
}

/// What stands in a module instance, in the order of ids.
#[derive(Default)]
struct Contents {
    instances: Vec<InstanceId>,
    children: Vec<ModuleInstanceId>,
}

impl Contents {
    /// Those of all module instances, by id.
    fn of_all(estate: &Estate<'_>) -> Vec<Self> {
        let mut all = Vec::new();
        all.resize_with(estate.modules.len(), Self::default);
        for (id, instance) in estate.iter() {
            all[instance.module.0 as usize].instances.push(id);
        }
        for (id, module) in (0..).map(ModuleInstanceId).zip(&estate.modules).skip(1) {
            all[module.parent.0 as usize].children.push(id);
        }
        all
    }
}

struct Writer<'e, 'a> {
    estate: &'e Estate<'a>,
    redact: bool,
}

impl<'a> Writer<'_, 'a> {
    fn module(&self, contents: &[Contents], module: ModuleInstanceId) -> Json {
        let mut json = Map::new();
        if module != ModuleInstanceId::ROOT {
            json.insert("address".to_owned(), self.estate.module_address(module).into());
        }
        let Contents { instances, children } = &contents[module.0 as usize];
        let instances = instances.iter().map(|id| (*id, self.estate.instance(*id)));
        let resources: Vec<Json> = instances.filter_map(|(id, instance)| self.resource(id, instance)).collect();
        if !resources.is_empty() {
            json.insert("resources".to_owned(), resources.into());
        }
        let children: Vec<Json> = children.iter().map(|child| self.module(contents, *child)).collect();
        if !children.is_empty() {
            json.insert("child_modules".to_owned(), children.into());
        }
        json.into()
    }

    fn identity(&self, id: InstanceId, instance: &Instance<'a>) -> Option<Map<String, Json>> {
        let mut json = Map::new();
        json.insert("address".to_owned(), self.estate.address(id).into());
        json.insert("mode".to_owned(), mode(instance)?.into());
        json.insert("type".to_owned(), instance.type_name.into());
        json.insert("name".to_owned(), instance.name.into());
        match instance.key {
            Key::None => None,
            Key::Int(index) => json.insert("index".to_owned(), index.into()),
            Key::Str(key) => json.insert("index".to_owned(), key.into()),
            Key::Unknown => json.insert("index".to_owned(), Json::Null),
        };
        Some(json)
    }

    fn resource(&self, id: InstanceId, instance: &Instance<'a>) -> Option<Json> {
        let mut json = self.identity(id, instance)?;
        json.insert("values".to_owned(), self.values(instance));
        json.insert("sensitive_values".to_owned(), self.sensitive(instance));
        Some(json.into())
    }

    fn change(&self, id: InstanceId, instance: &Instance<'a>) -> Json {
        let mut json = self.identity(id, instance).unwrap_or_default();
        if instance.module != ModuleInstanceId::ROOT {
            json.insert("module_address".to_owned(), self.estate.module_address(instance.module).into());
        }
        let action = if instance.kind == InstanceKind::Data { "read" } else { "create" };
        let change = json!({
            "actions": [action],
            "after": self.values(instance),
            "after_unknown": self.where_true(instance, &|_, value| value.is_unknown()),
            "after_sensitive": self.sensitive(instance),
        });
        json.insert("change".to_owned(), change);
        json.into()
    }

    fn values(&self, instance: &Instance<'a>) -> Json {
        let attrs = instance.attrs.attrs.iter();
        let known =
            attrs.filter_map(|(name, value)| Some(((*name).to_owned(), self.known(Some(instance), name, value)?)));
        Json::Object(known.collect())
    }

    /// Where a value is sensitive: by its mark, or by the provider's schema.
    fn sensitive(&self, instance: &Instance<'a>) -> Json {
        self.where_true(instance, &|path, value| value.is_sensitive() || by_schema(instance, path))
    }

    fn where_true(&self, instance: &Instance<'a>, is: Is<'_, 'a>) -> Json {
        let attrs = instance.attrs.attrs.iter();
        let marked = attrs.filter_map(|(name, value)| Some(((*name).to_owned(), marked(name, value, is, 0)?)));
        Json::Object(marked.collect())
    }

    /// The known part of a value; `None` if nothing of it is known.
    fn known(&self, instance: Option<&Instance<'a>>, path: &str, value: &Value<'a>) -> Option<Json> {
        self.known_at(instance, path, value, 0)
    }

    /// In a list, `null` stands for what is not known.
    fn known_at(&self, instance: Option<&Instance<'a>>, path: &str, value: &Value<'a>, depth: usize) -> Option<Json> {
        if depth > MAX_DEPTH || value.is_unknown() {
            return None;
        }
        if self.redact && self.is_secret(instance, path, value) {
            return Some(REDACTED.into());
        }
        if let Some(items) = value.elements() {
            let known = items.iter().map(|item| self.known_at(instance, path, item, depth + 1).unwrap_or_default());
            return Some(known.collect());
        }
        let entries = match value.kind {
            Kind::Instance(id) => Some(self.estate.instance(id).attrs.attrs),
            _ => value.entries(),
        };
        if let Some(entries) = entries {
            let known = entries.iter().filter_map(|(key, value)| {
                Some(((*key).to_owned(), self.known_at(instance, &format!("{path}.{key}"), value, depth + 1)?))
            });
            return Some(Json::Object(known.collect()));
        }
        match value.kind {
            Kind::Bool(truth) => Some(truth.into()),
            Kind::Int(number) => Some(number.into()),
            Kind::Big(_) => {
                Num::of(value).map(|number| number.to_i64().map_or_else(|| number.to_f64().into(), Json::from))
            }
            Kind::Str(text) if self.redact => Some(Secrets::default().hide(text).into()),
            Kind::Str(text) => Some(text.into()),
            _ => Some(Json::Null),
        }
    }

    /// Whether a value is left out: sensitive, or of a name that tells of a secret.
    fn is_secret(&self, instance: Option<&Instance<'a>>, path: &str, value: &Value<'a>) -> bool {
        let name = path.rsplit('.').next().unwrap_or(path);
        value.is_sensitive()
            || (value.as_str().is_some() && mask::tells_of_a_secret(name))
            || instance.is_some_and(|instance| by_schema(instance, path))
    }
}

/// Whether something holds of the value at a path.
type Is<'f, 'a> = &'f dyn Fn(&str, &Value<'a>) -> bool;

/// `true` at each part of which something holds, in the shape of the value; `None` if it holds nowhere.
fn marked<'a>(path: &str, value: &Value<'a>, is: Is<'_, 'a>, depth: usize) -> Option<Json> {
    if depth > MAX_DEPTH {
        return None;
    }
    if is(path, value) {
        return Some(true.into());
    }
    if let Some(items) = value.elements() {
        let marked: Vec<Option<Json>> = items.iter().map(|item| marked(path, item, is, depth + 1)).collect();
        let some = marked.iter().any(Option::is_some);
        return some.then(|| marked.into_iter().map(|item| item.unwrap_or(false.into())).collect());
    }
    let entries = value.entries()?.iter();
    let marked = entries
        .filter_map(|(key, value)| Some(((*key).to_owned(), marked(&format!("{path}.{key}"), value, is, depth + 1)?)));
    let marked: Map<String, Json> = marked.collect();
    (!marked.is_empty()).then_some(Json::Object(marked))
}

/// Whether the provider's schema says that what stands at the path is sensitive.
fn by_schema(instance: &Instance<'_>, path: &str) -> bool {
    let kind = if instance.kind == InstanceKind::Data { "data" } else { "resource" };
    mask::schema_says(kind, instance.type_name, path)
}
