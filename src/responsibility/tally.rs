//! What is the case with a duty, and how often: what the matrix adds up.

use std::iter::Sum;
use std::ops::AddAssign;

use serde::Serialize;

/// What is the case with a setting of one resource. What weighs more comes later: of the items of a setting, the one that
/// weighs most says what is the case with all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The provider does it here: no duty of the customer's, and in no share.
    Inherited,
    /// Right by default.
    SecureByDefault,
    /// Written, and right.
    Secure,
    /// Open or undecided, and accepted by a comment or the configuration.
    Accepted,
    /// Undecided.
    Unknown,
    /// Left to a wrong default.
    Unset,
    /// Written, and wrong.
    Insecure,
}

/// How often one setting label applies with which outcome, for one layer and model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Tally {
    /// Written, and right.
    pub secure: u32,
    /// Right by default.
    pub secure_by_default: u32,
    /// Written, and wrong.
    pub insecure: u32,
    /// Left to a wrong default.
    pub unset: u32,
    /// Undecided.
    pub unknown: u32,
    /// Accepted by a comment or the configuration.
    pub accepted: u32,
    /// The provider does it here; in no total and in no share.
    pub inherited: u32,
}

impl Tally {
    /// Counts one setting of one resource.
    pub fn count(&mut self, status: Status) {
        *match status {
            Status::Inherited => &mut self.inherited,
            Status::SecureByDefault => &mut self.secure_by_default,
            Status::Secure => &mut self.secure,
            Status::Accepted => &mut self.accepted,
            Status::Unknown => &mut self.unknown,
            Status::Unset => &mut self.unset,
            Status::Insecure => &mut self.insecure,
        } += 1;
    }

    /// All settings that are the customer's.
    pub fn total(self) -> u32 {
        self.done() + self.open() + self.unknown + self.accepted
    }

    /// Those that are right, written or by default. What was accepted or cannot be decided is not among them.
    pub fn done(self) -> u32 {
        self.secure + self.secure_by_default
    }

    /// Those that are wrong and not accepted.
    pub fn open(self) -> u32 {
        self.insecure + self.unset
    }

    /// What of each there is more than in another.
    #[must_use]
    pub fn beyond(self, other: Self) -> Self {
        Self {
            secure: self.secure.saturating_sub(other.secure),
            secure_by_default: self.secure_by_default.saturating_sub(other.secure_by_default),
            insecure: self.insecure.saturating_sub(other.insecure),
            unset: self.unset.saturating_sub(other.unset),
            unknown: self.unknown.saturating_sub(other.unknown),
            accepted: self.accepted.saturating_sub(other.accepted),
            inherited: self.inherited.saturating_sub(other.inherited),
        }
    }

    /// The part that is right, in percent, rounded down: 100 only if all are. `None` where nothing applied.
    pub fn percent(self) -> Option<u32> {
        let total = u64::from(self.total());
        (total > 0).then(|| (u64::from(self.done()) * 100 / total) as u32)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.secure += other.secure;
        self.secure_by_default += other.secure_by_default;
        self.insecure += other.insecure;
        self.unset += other.unset;
        self.unknown += other.unknown;
        self.accepted += other.accepted;
        self.inherited += other.inherited;
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |mut sum, tally| {
            sum += tally;
            sum
        })
    }
}
