//! The words of the settings language: layers, severities, arguments of each block, functions.

/// Rows of the matrix, in its order.
pub(crate) const LAYERS: &[&str] = &[
    "data",
    "devices",
    "accounts",
    "directory",
    "application",
    "integrity",
    "encryption",
    "transit",
    "network",
    "logging",
    "resilience",
    "os",
    "hosts",
    "facility",
];

/// How bad a finding is.
pub(crate) const SEVERITIES: &[&str] = &["critical", "high", "medium", "low", "info"];

/// Blocks at the top of a rule file.
pub(crate) const TOP_BLOCKS: &[&str] = &["setting", "kind", "locals", "input"];

/// Arguments of `setting`.
pub(crate) const SETTING: &[&str] = &[
    "title",
    "problem",
    "layer",
    "severity",
    "why",
    "remedy",
    "resource",
    "kind",
    "family",
    "for_each",
    "concerns",
    "filter",
    "inherited",
    "attribute",
    "subject",
    "default",
    "defaults",
    "condition",
    "carriers",
    "empty",
    "fix",
    "careful",
    "default_note",
    "aliases",
    "references",
    "frameworks",
    "since",
    "enabled",
];

/// Blocks in `setting`.
pub(crate) const SETTING_BLOCKS: &[&str] = &["locals", "input", "on", "companion"];

/// Arguments of `on` in a setting.
pub(crate) const ON: &[&str] = &[
    "for_each",
    "filter",
    "attribute",
    "subject",
    "default",
    "defaults",
    "condition",
    "carriers",
    "empty",
    "fix",
    "careful",
    "severity",
    "versions",
];

/// Blocks in `on`.
pub(crate) const ON_BLOCKS: &[&str] = &["locals", "companion"];

/// Arguments of `companion`.
pub(crate) const COMPANION: &[&str] = &[
    "via",
    "from",
    "scope",
    "to",
    "except",
    "filter",
    "attribute",
    "subject",
    "default",
    "defaults",
    "condition",
    "fix",
    "careful",
];

/// Arguments of `kind`.
pub(crate) const KIND: &[&str] = &["within", "for_each", "fields"];

/// Arguments of `on` in a kind.
pub(crate) const KIND_ON: &[&str] = &["at", "for_each", "filter", "fields", "orphan"];

/// Arguments of `input`.
pub(crate) const INPUT: &[&str] = &["type", "default", "description"];

/// What `meta` has.
pub(crate) const META: &[&str] = &[
    "type",
    "name",
    "address",
    "module_path",
    "provider_type",
    "provider_version",
    "operation",
    "lifecycle",
    "depends_on",
];

/// Types that are blocks of Terraform itself.
pub(crate) const SPECIAL_TYPES: &[&str] = &["module", "variable", "output", "terraform"];

/// Functions that a rule may call: name, least and most number of arguments.
pub(crate) const FUNCTIONS: &[(&str, u8, u8)] = &[
    // Terraform's pure functions
    ("abs", 1, 1),
    ("alltrue", 1, 1),
    ("anytrue", 1, 1),
    ("base64decode", 1, 1),
    ("base64encode", 1, 1),
    ("base64sha256", 1, 1),
    ("base64sha512", 1, 1),
    ("can", 1, 1),
    ("ceil", 1, 1),
    ("chomp", 1, 1),
    ("chunklist", 2, 2),
    ("cidrhost", 2, 2),
    ("cidrnetmask", 1, 1),
    ("cidrsubnet", 3, 3),
    ("cidrsubnets", 1, MANY),
    ("coalesce", 1, MANY),
    ("coalescelist", 1, MANY),
    ("compact", 1, 1),
    ("concat", 1, MANY),
    ("contains", 2, 2),
    ("csvdecode", 1, 1),
    ("distinct", 1, 1),
    ("element", 2, 2),
    ("endswith", 2, 2),
    ("flatten", 1, 1),
    ("floor", 1, 1),
    ("format", 1, MANY),
    ("formatdate", 2, 2),
    ("formatlist", 1, MANY),
    ("indent", 2, 2),
    ("index", 2, 2),
    ("issensitive", 1, 1),
    ("join", 2, 2),
    ("jsondecode", 1, 1),
    ("jsonencode", 1, 1),
    ("keys", 1, 1),
    ("length", 1, 1),
    ("log", 2, 2),
    ("lookup", 2, 3),
    ("lower", 1, 1),
    ("matchkeys", 3, 3),
    ("max", 1, MANY),
    ("md5", 1, 1),
    ("merge", 0, MANY),
    ("min", 1, MANY),
    ("nonsensitive", 1, 1),
    ("one", 1, 1),
    ("parseint", 2, 2),
    ("pow", 2, 2),
    ("range", 1, 3),
    ("regex", 2, 2),
    ("regexall", 2, 2),
    ("replace", 3, 3),
    ("reverse", 1, 1),
    ("sensitive", 1, 1),
    ("setintersection", 1, MANY),
    ("setproduct", 1, MANY),
    ("setsubtract", 2, 2),
    ("setunion", 1, MANY),
    ("sha1", 1, 1),
    ("sha256", 1, 1),
    ("sha512", 1, 1),
    ("signum", 1, 1),
    ("slice", 3, 3),
    ("sort", 1, 1),
    ("split", 2, 2),
    ("startswith", 2, 2),
    ("strcontains", 2, 2),
    ("strrev", 1, 1),
    ("substr", 3, 3),
    ("sum", 1, 1),
    ("timeadd", 2, 2),
    ("timecmp", 2, 2),
    ("timestamp", 0, 0),
    ("title", 1, 1),
    ("tobool", 1, 1),
    ("tolist", 1, 1),
    ("tomap", 1, 1),
    ("tonumber", 1, 1),
    ("toset", 1, 1),
    ("tostring", 1, 1),
    ("transpose", 1, 1),
    ("trim", 2, 2),
    ("trimprefix", 2, 2),
    ("trimspace", 1, 1),
    ("trimsuffix", 2, 2),
    ("try", 1, MANY),
    ("upper", 1, 1),
    ("urldecode", 1, 1),
    ("urlencode", 1, 1),
    ("values", 1, 1),
    ("yamldecode", 1, 1),
    ("yamlencode", 1, 1),
    ("zipmap", 2, 2),
    // Terraform Policy's
    ("contains_substring", 2, 2),
    ("regex_match", 2, 2),
    ("semvercmp", 2, 2),
    ("semverconstraint", 2, 2),
    ("valuetostring", 1, 1),
    ("getresources", 1, 2),
    ("getdatasource", 1, 2),
    // the settings' own
    ("access_level", 1, 1),
    ("allows", 2, 2),
    ("by_version", 2, 2),
    ("certificate", 1, 1),
    ("cidr_contains", 2, 2),
    ("cidr_size", 1, 1),
    ("covers_everything", 1, 1),
    ("covers_port", 2, 2),
    ("covers_protocol", 2, 2),
    ("covers_resource", 2, 2),
    ("days_between", 2, 2),
    ("days_until", 1, 1),
    ("entry", 3, 3),
    ("in_code", 1, 1),
    ("is_narrowed", 1, 1),
    ("is_open_cidr", 1, 1),
    ("is_own_key", 1, 1),
    ("is_private_cidr", 1, 1),
    ("is_public_cidr", 1, 1),
    ("named_ports", 3, 3),
    ("port_count", 1, 1),
    ("oidc_issuer", 1, 1),
    ("referred", 3, 3),
    ("referring", 3, 3),
    ("resources", 1, 2),
    ("restrictable", 1, 1),
    ("seconds", 1, 1),
    ("secrets", 1, 1),
    ("sensitive_attributes", 1, 1),
    ("sort_by", 2, 2),
    ("statements", 1, 1),
];

/// Any number of arguments.
pub(crate) const MANY: u8 = u8::MAX;

/// The least and most number of arguments of a function; `core::` may stand before Terraform's own.
pub(crate) fn function(name: &str) -> Option<(u8, u8)> {
    let name = name.strip_prefix("core::").unwrap_or(name);
    FUNCTIONS.iter().find(|(known, _, _)| *known == name).map(|(_, least, most)| (*least, *most))
}
