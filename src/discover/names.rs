//! What a file is by its name: Terraform's and OpenTofu's own rules.

/// The suffixes of configuration files. Longer ones first, for `.tf` ends none of them but reads best last.
const CONFIGURATION: [&str; 4] = [".tofu.json", ".tf.json", ".tofu", ".tf"];

/// A configuration file's name, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConfigName<'n> {
    /// The name without suffix: `main`.
    pub stem: &'n str,
    /// Whether it is in JSON syntax.
    pub json: bool,
    /// Whether only OpenTofu reads it (`.tofu`, `.tofu.json`).
    pub tofu: bool,
}

impl<'n> ConfigName<'n> {
    /// Takes apart the name of a file, if Terraform or OpenTofu would read it as configuration. Hidden files and what
    /// editors leave behind (`x.tf~`, `#x.tf#`) are none.
    pub fn parse(name: &'n str) -> Option<Self> {
        if name.starts_with('.') {
            return None;
        }
        let suffix = CONFIGURATION.into_iter().find(|suffix| name.ends_with(suffix))?;
        let stem = &name[..name.len() - suffix.len()];
        Some(Self { stem, json: suffix.ends_with(".json"), tofu: suffix.starts_with(".tofu") })
    }

    /// Whether its blocks are merged over those of other files. `myoverride.tf` is an ordinary file.
    pub fn is_override(self) -> bool {
        self.stem == "override" || self.stem.ends_with("_override")
    }
}

/// Whether Terraform would read the file as values of variables: `x.tfvars`, `x.tfvars.json`.
pub fn is_variables(name: &str) -> bool {
    name.ends_with(".tfvars") || name.ends_with(".tfvars.json")
}

/// Files that Terraform, OpenTofu and Terragrunt read for other ends than configuration: tests, mocks, stacks, queries,
/// settings of a backend; and what onus itself reads.
const BESIDE: [&str; 14] = [
    ".tftest.hcl",
    ".tftest.json",
    ".tofutest.hcl",
    ".tofutest.json",
    ".tfmock.hcl",
    ".tofumock.hcl",
    ".tfstack.hcl",
    ".tfcomponent.hcl",
    ".tfdeploy.hcl",
    ".tfquery.hcl",
    ".tfbackend",
    ".tfbackend.hcl",
    ".terraform.lock.hcl",
    ".onus.hcl",
];

/// What Terragrunt reads beside a root module, or in its place.
pub const TERRAGRUNT: &str = "terragrunt.hcl";

/// Whether the file belongs to Terraform, but holds nothing to judge.
pub fn is_beside(name: &str) -> bool {
    name == TERRAGRUNT || BESIDE.iter().any(|suffix| name.ends_with(suffix))
}

/// Whether Terraform takes the values of this file without being told to.
pub fn is_automatic(name: &str) -> bool {
    matches!(name, "terraform.tfvars" | "terraform.tfvars.json")
        || (!name.starts_with('.') && (name.ends_with(".auto.tfvars") || name.ends_with(".auto.tfvars.json")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_terraform_passes_over_are_no_configuration() {
        for name in [".main.tf", "main.tf~", "#main.tf#", "main.tf.bak", "main.tftest.hcl", "tf", "x.json"] {
            assert_eq!(ConfigName::parse(name), None, "{name}");
        }
    }

    #[test]
    fn tests_stacks_and_backends_lie_beside_configuration() {
        for name in
            ["x.tftest.hcl", "m.tfmock.hcl", "s.tfdeploy.hcl", "prod.tfbackend", "q.tfquery.hcl", "terragrunt.hcl"]
        {
            assert!(is_beside(name) && ConfigName::parse(name).is_none() && !is_automatic(name), "{name}");
        }
        assert!(!is_beside("main.tf") && !is_beside("rules.hcl"));
    }

    #[test]
    fn overrides_are_known_by_the_end_of_their_name() {
        let is_override = |name| ConfigName::parse(name).unwrap().is_override();
        assert!(is_override("override.tf") && is_override("dev_override.tf.json") && is_override("override.tofu"));
        assert!(!is_override("myoverride.tf") && !is_override("override_dev.tf"));
    }
}
