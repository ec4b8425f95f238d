//! Frameworks that auditors ask by, and the ids of their controls that a layer or a duty serves. Their texts are not here,
//! for most of them are not free.

use super::model::LayerId;
use super::tables::{FRAMEWORKS, LAYER_CONTROLS, LAYERS};
use super::texts::{Duty, Sources};

/// Number of sets of controls.
pub(super) const SETS: usize = 4;

/// A set of controls with ids of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ControlSet {
    /// NIST SP 800-53 revision 5: `AC-6(7)`.
    Nist,
    /// CSA Cloud Controls Matrix v4.0: `IAM-06`.
    Ccm,
    /// PCI DSS v4: `8.3.6`.
    Pci,
    /// ISO/IEC 27017: `9.2.3` of ISO/IEC 27002:2013, or `CLD.6.3.1`.
    Iso,
}

/// Something to be audited by.
#[derive(Debug, PartialEq, Eq)]
pub struct Framework {
    /// `nist-800-53-r5`
    pub id: &'static str,
    /// `NIST SP 800-53`
    pub name: &'static str,
    /// `Revision 5`
    pub edition: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Where it is published.
    pub url: &'static str,
    /// Its controls.
    pub set: ControlSet,
    /// Where it was read.
    pub sources: Sources,
}

/// The controls of one set that a layer serves.
#[derive(Debug, PartialEq, Eq)]
pub struct LayerControls {
    pub(super) ids: &'static [&'static str],
    /// Where that comes from.
    pub sources: Sources,
}

/// All frameworks.
pub fn frameworks() -> &'static [Framework] {
    &FRAMEWORKS
}

/// The framework with that id.
pub fn framework(id: &str) -> Option<&'static Framework> {
    FRAMEWORKS.iter().find(|framework| framework.id == id)
}

impl ControlSet {
    /// What settings call it in `frameworks = { … }`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nist => "nist-800-53-r5",
            Self::Ccm => "csa-ccm-4",
            Self::Pci => "pci-dss-4",
            Self::Iso => "iso-27017",
        }
    }

    /// The controls that a layer serves.
    pub fn of_layer(self, layer: LayerId) -> &'static [&'static str] {
        LAYER_CONTROLS[self as usize * LAYERS + layer.index()].ids
    }

    /// The controls that a duty outside the code serves itself; none: only those of its layer are known.
    pub fn of_duty(self, duty: &Duty) -> &'static [&'static str] {
        duty.controls[self as usize]
    }
}
