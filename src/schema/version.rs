//! Provider versions and Terraform's version constraints, and which version a root module means.
//!
//! Ordering is semantic versioning's (`semver`). The constraint syntax is Terraform's own: `~>` lets only the last
//! written number grow, several constraints are joined by commas, and a pre-release is chosen only by exact match
//! (<https://developer.hashicorp.com/terraform/language/expressions/version-constraints>).

pub use semver::Version;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Pessimistic,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    operator: Operator,
    version: Version,
    /// How many numbers were written: 2 in `~> 5.0`.
    written: usize,
}

/// A version constraint: `>= 1.2, < 3`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Constraint {
    terms: Vec<Term>,
}

/// Reads a version of one to three numbers: `5`, `5.0`, `v5.1.0-beta1`.
pub fn parse_version(text: &str) -> Option<Version> {
    read_version(text.trim()).map(|(version, _)| version)
}

fn read_version(text: &str) -> Option<(Version, usize)> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let numbers = text.find(['-', '+']).unwrap_or(text.len());
    let (core, rest) = text.split_at(numbers);
    let written = core.split('.').count();
    let core = core.split('.').map(|number| number.parse::<u64>().ok()).collect::<Option<Vec<u64>>>()?;
    let part = |at| core.get(at).copied().unwrap_or(0);
    // A fourth number is allowed by Terraform and orders nothing that providers publish.
    let version = Version::parse(&format!("{}.{}.{}{rest}", part(0), part(1), part(2))).ok()?;
    Some((version, written))
}

impl Constraint {
    /// Reads `~> 5.0, != 5.3.1`; an empty text allows all. `None` where Terraform would refuse it.
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(Self::default());
        }
        let terms = text.split(',').map(|term| {
            let term = term.trim();
            let (operator, rest) = [
                (">=", Operator::GreaterOrEqual),
                ("<=", Operator::LessOrEqual),
                ("!=", Operator::NotEqual),
                ("~>", Operator::Pessimistic),
                (">", Operator::Greater),
                ("<", Operator::Less),
                ("=", Operator::Equal),
            ]
            .iter()
            .find_map(|(sign, operator)| Some((*operator, term.strip_prefix(sign)?)))
            .unwrap_or((Operator::Equal, term));
            let (version, written) = read_version(rest.trim())?;
            Some(Term { operator, version, written })
        });
        terms.collect::<Option<_>>().map(|terms| Self { terms })
    }

    /// Whether all of its terms allow the version.
    pub fn allows(&self, version: &Version) -> bool {
        self.terms.iter().all(|term| term.allows(version))
    }

    /// Whether some version of that major is allowed.
    pub fn allows_major(&self, major: u32) -> bool {
        let major = u64::from(major);
        // The ends of the major and the versions next to each bound decide: between them nothing changes.
        let mut probes = vec![Version::new(major, 0, 0), Version::new(major, u64::MAX, u64::MAX)];
        for Term { version, .. } in &self.terms {
            let (minor, patch) = (version.minor, version.patch);
            probes.push(version.clone());
            probes.push(Version::new(version.major, minor, patch.saturating_add(1)));
            probes.push(Version::new(version.major, minor.saturating_add(1), 0));
            probes.push(Version::new(version.major, minor, patch.saturating_sub(1)));
        }
        probes.iter().any(|probe| probe.major == major && self.allows(probe))
    }

    /// The highest version that the terms allow, where they name one: the exact version, an inclusive upper bound.
    fn named_upper(&self) -> Option<&Version> {
        let upper = self.terms.iter().filter(|term| matches!(term.operator, Operator::Equal | Operator::LessOrEqual));
        upper.map(|term| &term.version).filter(|version| self.allows(version)).max()
    }

    /// The highest major of which some version is allowed, at most `newest`.
    fn highest_major(&self, newest: u32) -> Option<u32> {
        (0..=newest).rev().find(|major| self.allows_major(*major))
    }
}

impl Term {
    fn allows(&self, version: &Version) -> bool {
        if !version.pre.is_empty() && *version != self.version {
            // Pre-releases match nothing but themselves, and what excludes another version.
            return self.operator == Operator::NotEqual;
        }
        match self.operator {
            Operator::Equal => *version == self.version,
            Operator::NotEqual => *version != self.version,
            Operator::Less => *version < self.version,
            Operator::LessOrEqual => *version <= self.version,
            Operator::Greater => *version > self.version,
            Operator::GreaterOrEqual => *version >= self.version,
            Operator::Pessimistic => *version >= self.version && self.same_beginning(version),
        }
    }

    /// All written numbers but the last one agree; of `~> 5` the only one may grow.
    fn same_beginning(&self, version: &Version) -> bool {
        let agree = [version.major == self.version.major, version.minor == self.version.minor];
        agree.iter().take(self.written.saturating_sub(1)).all(|agrees| *agrees)
    }
}

/// The version of a provider that a root module means: the locked one; else the newest that all constraints allow; else
/// the newest known. Constraints that cannot be read count as none.
pub fn provider_version(locked: Option<&str>, constraints: &[&str], newest: Option<&Version>) -> Option<Version> {
    if let Some(version) = locked.and_then(parse_version) {
        return Some(version);
    }
    let terms = constraints.iter().filter_map(|text| Constraint::parse(text)).flat_map(|one| one.terms).collect();
    let all = Constraint { terms };
    let Some(newest) = newest else {
        return all.named_upper().cloned();
    };
    if all.allows(newest) {
        return Some(newest.clone());
    }
    if let Some(upper) = all.named_upper() {
        return Some(upper.clone());
    }
    // Versions between majors are not listed anywhere here: the last one of the highest allowed major stands for them.
    let major = all.highest_major(u32::try_from(newest.major).unwrap_or(u32::MAX).min(1000));
    let lowest = all.terms.iter().map(|term| &term.version).filter(|version| all.allows(version)).max();
    match (major, lowest) {
        (Some(major), Some(version)) if version.major == u64::from(major) => Some(version.clone()),
        (Some(major), _) => Some(Version::new(u64::from(major), 0, 0)),
        (None, Some(version)) => Some(version.clone()),
        (None, None) => Some(newest.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(constraint: &str, version: &str) -> bool {
        Constraint::parse(constraint).expect(constraint).allows(&parse_version(version).expect(version))
    }

    #[test]
    fn constraints_mean_what_terraform_means() {
        let table = [
            ("~> 5.0", "5.99.1", true),
            ("~> 5.0", "6.0.0", false),
            ("~> 5.1.2", "5.1.9", true),
            ("~> 5.1.2", "5.2.0", false),
            ("~> 5.1.2", "5.1.1", false),
            ("~> 5", "6.1.0", true),
            (">= 1, < 3", "2.9.9", true),
            (">= 1, < 3", "3.0.0", false),
            ("!= 4.2.0", "4.2.0", false),
            ("!= 4.2.0", "4.2.1", true),
            ("4.2", "4.2.0", true),
            ("= v4.2.0", "4.2.0", true),
            (">= 5.0.0", "6.0.0-beta1", false),
            ("6.0.0-beta1", "6.0.0-beta1", true),
            ("", "1.0.0", true),
        ];
        for (constraint, version, expected) in table {
            assert_eq!(allows(constraint, version), expected, "{constraint} {version}");
        }
        for refused in ["~>", "latest", ">= x", "1.0,,2.0", "=> 1.0"] {
            assert_eq!(Constraint::parse(refused), None, "{refused}");
        }
    }

    #[test]
    fn majors_are_allowed_when_one_version_of_them_is() {
        let majors = |text: &str| {
            let constraint = Constraint::parse(text).unwrap();
            (1..=7).filter(|major| constraint.allows_major(*major)).collect::<Vec<u32>>()
        };
        assert_eq!(majors(">= 3.70, < 5.0"), [3, 4]);
        assert_eq!(majors("~> 5.31"), [5]);
        assert_eq!(majors(">= 4.0, <= 5.0.0, != 5.0.0"), [4]);
        assert_eq!(majors("> 5"), [5, 6, 7]);
    }

    #[test]
    fn the_lock_file_decides_then_the_constraints_then_what_is_newest() {
        let newest = parse_version("6.25.0").unwrap();
        let version =
            |locked, constraints: &[&str]| provider_version(locked, constraints, Some(&newest)).unwrap().to_string();
        assert_eq!(version(Some("5.31.0"), &["~> 4.0"]), "5.31.0");
        assert_eq!(version(None, &[">= 5.0"]), "6.25.0");
        assert_eq!(version(None, &["~> 5.31"]), "5.31.0");
        assert_eq!(version(None, &["= 5.40.0"]), "5.40.0");
        assert_eq!(version(None, &["< 5.0"]), "4.0.0");
        assert_eq!(version(None, &[">= 3.70, < 5.0"]), "4.0.0");
        assert_eq!(version(None, &[]), "6.25.0");
        assert_eq!(version(None, &["~> 9.1"]), "9.1.0");
    }
}
