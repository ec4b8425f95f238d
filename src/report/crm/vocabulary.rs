//! The owner in the words of each framework. Whose words these are: `rules/responsibility/frameworks.tsv`.

use crate::responsibility::{Framework, Owner};

/// What part of a control a row is, as far as the frameworks tell such parts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The provider does it.
    Provider,
    /// Both do a part each.
    Shared,
    /// The provider has made the switch, and the customer sets it.
    SharedSetting,
    /// The customer sets it, in Terraform.
    Setting,
    /// The customer does it, outside the code.
    Duty,
}

impl Part {
    /// Whether the customer acts.
    pub fn has_customer(self) -> bool {
        self != Self::Provider
    }

    /// Whether the provider acts.
    pub fn has_provider(self) -> bool {
        matches!(self, Self::Provider | Self::Shared | Self::SharedSetting)
    }
}

/// Who answers for parts that are looked at together.
pub(super) fn owner(parts: &[Part]) -> Owner {
    let customer = parts.iter().any(|part| part.has_customer());
    let provider = parts.iter().any(|part| part.has_provider());
    match (customer, provider) {
        (true, true) => Owner::Shared,
        (false, true) => Owner::Provider,
        (_, false) => Owner::Customer,
    }
}

/// Values of OSCAL's `control-origination`, in its core or in FedRAMP's namespace: one or two for each part.
pub(super) fn originations(is_fedramp: bool, part: Part) -> &'static [&'static str] {
    match (part, is_fedramp) {
        (Part::Provider, _) => &["inherited"],
        (Part::Shared, false) => &["customer-provided", "inherited"],
        (Part::Shared, true) => &["customer-configured", "inherited"],
        (Part::SharedSetting, _) => &["customer-configured"],
        (Part::Setting, false) => &["system-specific"],
        (Part::Setting, true) => &["sp-system"],
        (Part::Duty, false) => &["organization"],
        (Part::Duty, true) => &["sp-corporate"],
    }
}

/// The word of a framework for the owner of one part.
pub(super) fn word(framework: &Framework, part: Part) -> String {
    match framework.id {
        "fedramp" => match part {
            Part::Provider => "Inherited from pre-existing FedRAMP Authorization",
            Part::Shared | Part::SharedSetting => "Shared (Service Provider and Customer Responsibility)",
            Part::Setting => "Configured by Customer (Customer System Specific)",
            Part::Duty => "Provided by Customer (Customer System Specific)",
        }
        .to_owned(),
        "csa-ccm-4" => match part {
            Part::Provider => "CSP-owned",
            Part::Shared => "Shared CSP and CSC (independent)",
            Part::SharedSetting => "Shared CSP and CSC (dependent)",
            Part::Setting | Part::Duty => "CSC-owned",
        }
        .to_owned(),
        "nist-800-53-r5" => originations(false, part).join(", "),
        _ => whole(framework, &[part]),
    }
}

/// The word of a framework for the owner of a whole control, of which these are the parts.
pub(super) fn whole(framework: &Framework, parts: &[Part]) -> String {
    let owner = owner(parts);
    let of_three = |[customer, shared, provider]: [&'static str; 3]| match owner {
        Owner::Customer => customer,
        Owner::Shared => shared,
        Owner::Provider => provider,
    };
    match framework.id {
        // "Can Be Inherited from CSP"
        "fedramp" => of_three(["No", "Partial", "Yes"]).to_owned(),
        "csa-ccm-4" => {
            let depends = parts.contains(&Part::SharedSetting);
            let shared = if depends { "Shared CSP and CSC (dependent)" } else { "Shared CSP and CSC (independent)" };
            of_three(["CSC-owned", shared, "CSP-owned"]).to_owned()
        }
        "pci-dss-4" => of_three(["Entity", "Shared", "TPSP"]).to_owned(),
        // Two columns, and no third value.
        "iso-27017" => of_three([
            "Cloud service customer",
            "Cloud service customer, Cloud service provider",
            "Cloud service provider",
        ])
        .to_owned(),
        _ => {
            let mut all: Vec<&str> = parts.iter().flat_map(|part| originations(false, *part)).copied().collect();
            all.sort_unstable();
            all.dedup();
            all.join(", ")
        }
    }
}
