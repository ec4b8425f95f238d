//! A part of a system security plan: each control by component. The provider's component exports what it provides and what
//! it leaves to you, which is inherited; this system says how far its own part is implemented.
//!
//! What a plan must have and no configuration shows (who uses the system, what its data is worth, when it was authorized) is
//! said to be not stated.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::super::row::parts;
use super::super::rows::{CellOf, Kind};
use super::super::vocabulary::{Part, originations};
use super::super::{ControlRows, Crm};
use super::shared::{BackMatter, Metadata, Prop, ResponsibleRole};
use super::{
    CUSTOMER, Document, FEDRAMP, PROVIDER, back_matter, line, metadata, plain, prop, role, source, write_named,
};
use crate::report::crm::rows::name_of;
use crate::report::matrix::subject;
use crate::report::words;
use crate::responsibility::{LayerId, ModelId, Owner};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Whole {
    system_security_plan: Plan,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Plan {
    uuid: String,
    metadata: Metadata,
    import_profile: ImportProfile,
    system_characteristics: Characteristics,
    system_implementation: SystemImplementation,
    control_implementation: ControlImplementation,
    back_matter: BackMatter,
}

#[derive(Serialize)]
struct ImportProfile {
    href: String,
    remarks: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Characteristics {
    system_ids: [SystemId; 1],
    system_name: String,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    system_information: Information,
    status: Status,
    authorization_boundary: Described,
    remarks: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SystemId {
    identifier_type: &'static str,
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Information {
    information_types: [InformationType; 1],
}

#[derive(Serialize)]
struct InformationType {
    uuid: String,
    title: &'static str,
    description: &'static str,
}

#[derive(Serialize)]
struct Status {
    state: &'static str,
    remarks: &'static str,
}

#[derive(Serialize)]
struct Described {
    description: String,
}

#[derive(Serialize)]
struct SystemImplementation {
    users: [User; 1],
    components: Vec<SystemComponent>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct User {
    uuid: String,
    title: &'static str,
    role_ids: [&'static str; 1],
    remarks: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SystemComponent {
    uuid: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    status: Status,
    responsible_roles: Vec<ResponsibleRole>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ControlImplementation {
    description: &'static str,
    implemented_requirements: Vec<Requirement>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Requirement {
    uuid: String,
    control_id: String,
    props: Vec<Prop>,
    responsible_roles: Vec<ResponsibleRole>,
    by_components: Vec<ByComponent>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ByComponent {
    component_uuid: String,
    uuid: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    implementation_status: Option<ImplementationStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    export: Option<Export>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inherited: Vec<Said>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    satisfied: Vec<Said>,
    responsible_roles: Vec<ResponsibleRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

#[derive(Serialize)]
struct ImplementationStatus {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

/// At least one of the two is there.
#[derive(Serialize)]
struct Export {
    description: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    provided: Vec<Said>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    responsibilities: Vec<Said>,
}

/// `provided`, `responsibilities`, `inherited` or `satisfied`.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Said {
    uuid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    provided_uuid: Option<String>,
    description: String,
    responsible_roles: Vec<ResponsibleRole>,
}

impl Document for Whole {
    fn name(&mut self, uuid: String) {
        self.system_security_plan.uuid = uuid;
    }
}

const NOT_STATED: &str = "Not stated: no configuration shows it.";

/// Writes the part of a system security plan.
pub fn write(out: &mut dyn io::Write, crm: &Crm<'_>) -> io::Result<()> {
    let subject = subject(crm.outcome);
    let plan = Plan {
        uuid: String::new(),
        metadata: metadata(crm, &format!("System security plan (part): {subject}")),
        import_profile: ImportProfile {
            href: format!("#{}", source(crm)),
            remarks: "Which baseline applies is not stated; the resource names the framework.",
        },
        system_characteristics: characteristics(crm, &subject),
        system_implementation: SystemImplementation {
            users: [User {
                uuid: name_of(&["user"]).to_string(),
                title: "Not stated",
                role_ids: [CUSTOMER],
                remarks: NOT_STATED,
            }],
            components: components(crm),
        },
        control_implementation: ControlImplementation {
            description: "What the configuration and the model of shared responsibility show; a part of a plan, not all of it.",
            implemented_requirements: crm.controls.iter().map(|control| requirement(crm, control)).collect(),
        },
        back_matter: back_matter(crm),
    };
    write_named(out, Whole { system_security_plan: plan })
}

/// The system, named by its root modules: of the same ones, the same name.
fn system(crm: &Crm<'_>) -> String {
    let mut parts = vec!["system"];
    parts.extend(crm.outcome.roots.iter().map(|root| &*root.key));
    name_of(&parts).to_string()
}

fn characteristics(crm: &Crm<'_>, subject: &str) -> Characteristics {
    let mut service_models: Vec<&'static str> = crm
        .outcome
        .matrix
        .models()
        .filter_map(|model| match model.id() {
            "iaas" => Some("iaas"),
            "caas" | "paas" | "faas" => Some("paas"),
            "saas" => Some("saas"),
            "onprem" | "private" => Some("other"),
            _ => None,
        })
        .collect();
    service_models.dedup();
    let props = service_models.into_iter().map(|model| Prop {
        name: "cloud-service-model",
        value: model.to_owned(),
        ..Prop::default()
    });
    let resources = words::count(crm.outcome.summary.resources, "resource");
    Characteristics {
        system_ids: [SystemId { identifier_type: "http://ietf.org/rfc/rfc4122", id: system(crm) }],
        system_name: line(subject),
        description: plain(&format!("What Terraform manages in {subject}: {resources}.")),
        props: props.collect(),
        system_information: Information {
            information_types: [InformationType {
                uuid: name_of(&["information-type"]).to_string(),
                title: "Not stated",
                description: NOT_STATED,
            }],
        },
        status: Status { state: "other", remarks: NOT_STATED },
        authorization_boundary: Described {
            description: plain(&format!("Not stated. What was looked at: {subject}.")),
        },
        remarks: "Security sensitivity, impact levels and authorization are not stated: no configuration shows them.",
    }
}

fn model_component(model: ModelId) -> String {
    name_of(&["system-component", model.id()]).to_string()
}

fn this_system(crm: &Crm<'_>) -> String {
    name_of(&["this-system", &system(crm)]).to_string()
}

fn components(crm: &Crm<'_>) -> Vec<SystemComponent> {
    let own = SystemComponent {
        uuid: this_system(crm),
        kind: "this-system",
        title: "This system".to_owned(),
        description: plain(&format!("What Terraform manages in {}.", subject(crm.outcome))),
        props: Vec::new(),
        status: Status { state: "other", remarks: NOT_STATED },
        responsible_roles: vec![role(CUSTOMER)],
    };
    let of_models = crm.outcome.matrix.models().map(|model| {
        let services = crm.outcome.matrix.services(model).join(", ");
        SystemComponent {
            uuid: model_component(model),
            kind: "service",
            title: plain(&format!("{}: the provider's part", model.get().name)),
            description: plain(&format!("Services in use: {services}.")),
            props: vec![
                Prop { name: "implementation-point", value: "external".to_owned(), ..Prop::default() },
                prop("service-model", model.id()),
            ],
            status: Status { state: "other", remarks: NOT_STATED },
            responsible_roles: vec![role(PROVIDER)],
        }
    });
    std::iter::once(own).chain(of_models).collect()
}

fn requirement(crm: &Crm<'_>, control: &ControlRows) -> Requirement {
    let mut theirs: BTreeMap<ModelId, Vec<CellOf>> = BTreeMap::new();
    for (record, _) in &control.rows {
        if let Kind::Cell(cell) = crm.records[*record as usize].kind() {
            let here = crm.outcome.matrix.cell(cell.layer, cell.model);
            if here.is_some_and(|here| here.owner() != Owner::Customer) {
                theirs.entry(cell.model).or_default().push(cell);
            }
        }
    }
    let mut by_components: Vec<ByComponent> = Vec::new();
    let is_ours = control.parts.iter().any(|part| part.has_customer());
    by_components.extend((is_ours || theirs.is_empty()).then(|| ours(crm, control)));
    by_components.extend(theirs.iter().map(|(model, cells)| provider(crm, control, *model, cells)));
    let roles = [(is_ours, CUSTOMER), (!theirs.is_empty(), PROVIDER)];
    Requirement {
        uuid: name_of(&["requirement", crm.framework.id, control.control.id()]).to_string(),
        control_id: control.control.oscal(),
        props: origination(crm, control),
        responsible_roles: roles.into_iter().filter(|(is_so, _)| *is_so).map(|(_, id)| role(id)).collect(),
        by_components,
    }
}

/// Where the implementation of a control comes from: one property for each part.
fn origination(crm: &Crm<'_>, control: &ControlRows) -> Vec<Prop> {
    let mut values: Vec<&'static str> =
        control.parts.iter().flat_map(|part| originations(crm.is_fedramp(), *part)).copied().collect();
    values.sort_unstable();
    values.dedup();
    let ns = crm.is_fedramp().then_some(FEDRAMP);
    let props = values.into_iter().map(|value| Prop {
        name: "control-origination",
        ns,
        value: value.to_owned(),
        ..Prop::default()
    });
    props.collect()
}

/// What this system does for a control, and how far.
fn ours(crm: &Crm<'_>, control: &ControlRows) -> ByComponent {
    let (framework, id) = (crm.framework.id, control.control.id());
    let standing = &control.standing;
    let why = standing.why();
    let remarks = (!why.is_empty()).then(|| plain(&why.join("; ")));
    let state = standing.state();
    let tally = standing.tally;
    let owed = standing.duties.attested + standing.duties.undone();
    let mut said = Vec::new();
    if tally.total() > 0 {
        said.push(format!("{} of {} settings secure", words::grouped(tally.done()), words::grouped(tally.total())));
    }
    if tally.inherited > 0 {
        said.push(format!("{} done by the provider", words::count(tally.inherited, "setting")));
    }
    if owed > 0 {
        said.push(format!("{} of {} outside the code attested", standing.duties.attested, words::count(owed, "duty")));
    }
    if said.is_empty() {
        said.push("nothing is seen in the configuration".to_owned());
    }
    // The provider leaves a part to us, and all of that part is done.
    let is_shared = control.parts.iter().any(|part| matches!(part, Part::Shared | Part::SharedSetting));
    let satisfied = (is_shared && why.is_empty() && state.is_some()).then(|| Said {
        uuid: name_of(&["satisfied", framework, id]).to_string(),
        provided_uuid: None,
        description: plain(&said.join("; ")),
        responsible_roles: vec![role(CUSTOMER)],
    });
    ByComponent {
        component_uuid: this_system(crm),
        uuid: name_of(&["by-component", framework, id, "this-system"]).to_string(),
        description: plain(&said.join("; ")),
        implementation_status: state
            .map(|state| ImplementationStatus { state: state.word(), remarks: remarks.clone() }),
        export: None,
        inherited: Vec::new(),
        satisfied: satisfied.into_iter().collect(),
        responsible_roles: vec![role(CUSTOMER)],
        remarks: remarks.filter(|_| state.is_none()),
    }
}

/// What the provider does for a control under a service model: what it provides and what it leaves to us, by the published
/// model, for its own papers are not at hand.
fn provider(crm: &Crm<'_>, control: &ControlRows, model: ModelId, cells: &[CellOf]) -> ByComponent {
    let (framework, id) = (crm.framework.id, control.control.id());
    let uuid = |what: &str, layer: LayerId| name_of(&[what, framework, id, model.id(), layer.id()]).to_string();
    let (mut provided, mut responsibilities, mut inherited) = (Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        let Some(here) = crm.outcome.matrix.cell(cell.layer, cell.model) else { continue };
        let (customer_part, provider_part, _) = parts(here, *cell);
        let does = |part: &str| match part {
            "" => format!("{}: as the agreement says", cell.layer.get().name),
            part => format!("{}: {part}", cell.layer.get().name),
        };
        let (name, theirs) = (uuid("provided", cell.layer), plain(&does(provider_part)));
        if here.owner() == Owner::Shared {
            responsibilities.push(Said {
                uuid: uuid("responsibility", cell.layer),
                provided_uuid: Some(name.clone()),
                description: plain(&does(customer_part)),
                responsible_roles: vec![role(CUSTOMER)],
            });
        }
        inherited.push(Said {
            uuid: uuid("inherited", cell.layer),
            provided_uuid: None,
            description: theirs.clone(),
            responsible_roles: vec![role(PROVIDER)],
        });
        provided.push(Said {
            uuid: name,
            provided_uuid: None,
            description: theirs,
            responsible_roles: vec![role(PROVIDER)],
        });
    }
    ByComponent {
        component_uuid: model_component(model),
        uuid: name_of(&["by-component", framework, id, model.id()]).to_string(),
        description: "The provider's part, by the published model of shared responsibility.".to_owned(),
        implementation_status: None,
        export: Some(Export {
            description: "What the provider provides, and what it leaves to the customer.",
            provided,
            responsibilities,
        }),
        inherited,
        satisfied: Vec::new(),
        responsible_roles: vec![role(PROVIDER)],
        remarks: Some("Proved by the provider's own reports, not by this configuration.".to_owned()),
    }
}
