//! The words for ids: what people read for a layer's owner, a service model, a provider.

use crate::responsibility::Owner;
use crate::settings::finding::{Finding, Severity, Verdict};

/// What people call a service model.
pub(crate) fn model(id: &str) -> &str {
    match id {
        "onprem" => "on premises",
        "private" => "private cloud",
        "iaas" => "IaaS",
        "caas" => "CaaS",
        "paas" => "PaaS",
        "faas" => "FaaS",
        "saas" => "SaaS",
        "mgmt" => "management plane",
        _ => id,
    }
}

/// A service model where room is short.
pub(crate) fn short_model(id: &str) -> &str {
    match id {
        "onprem" => "on-prem",
        "private" => "private",
        "mgmt" => "mgmt",
        _ => model(id),
    }
}

/// Who stands behind a Terraform provider.
pub(crate) fn vendor(provider: &str) -> &str {
    match provider {
        "aws" | "awscc" => "AWS",
        "azurerm" | "azuread" | "azapi" | "azuredevops" => "Microsoft",
        "google" | "google-beta" | "googleworkspace" => "Google",
        "github" => "GitHub",
        "gitlab" => "GitLab",
        "datadog" => "Datadog",
        "snowflake" => "Snowflake",
        "cloudflare" => "Cloudflare",
        "okta" => "Okta",
        "oci" => "Oracle",
        "alicloud" => "Alibaba Cloud",
        "digitalocean" => "DigitalOcean",
        "mongodbatlas" => "MongoDB",
        "databricks" => "Databricks",
        _ => "the provider",
    }
}

/// `yours: network (IaaS)`, `shared with AWS: encryption (PaaS)`.
pub(crate) fn owner_line(finding: &Finding) -> String {
    let model = match finding.model {
        "" | "none" => String::new(),
        id => format!(" ({})", model(id)),
    };
    match finding.owner {
        Owner::Customer => format!("yours: {}{model}", finding.layer),
        Owner::Shared => format!("shared with {}: {}{model}", vendor(&finding.provider), finding.layer),
        Owner::Provider => format!("{}'s: {}{model}", vendor(&finding.provider), finding.layer),
    }
}

/// The word for a severity.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
        Severity::Info => "info",
    }
}

/// The word that people read for a verdict.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Secure => "secure",
        Verdict::SecureByDefault => "secure by default",
        Verdict::Unknown => "undecided",
        Verdict::Unset => "unset",
        Verdict::Insecure => "insecure",
        Verdict::Inherited => "inherited",
        Verdict::NotApplicable => "does not apply",
    }
}

/// `1 file`, `27 files`, `9,310 resources`.
pub(crate) fn count(number: u32, one: &str) -> String {
    let many = match one.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{one}s"),
    };
    format!("{} {}", grouped(number), if number == 1 { one } else { &many })
}

/// A number with a comma between thousands.
pub(crate) fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(count(1, "entry"), "1 entry");
        assert_eq!(count(2, "entry"), "2 entries");
        assert_eq!(count(2, "day"), "2 days");
        assert_eq!(count(9310, "resource"), "9,310 resources");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
