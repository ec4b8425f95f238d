//! The tables of `rules/responsibility/`, as build.rs compiled them.

#![allow(unused_imports, reason = "the imports serve every tree that can be written")]

use super::Owner;
use super::condition::Condition;
use super::frameworks::{ControlSet, Framework, LayerControls};
use super::model::{Layer, LayerId, Model, ModelId, ModelKind, ModelSet, Overrides};
use super::ownership::{Basis, MatrixCell, ProviderOverride};
use super::service::{Run, ServiceRow, Str, Suffix};
use super::stores::{Comparison, Guard, Store};
use super::texts::{Duty, Source, Sources, View, ViewRow};

/// The text that a [`Str`] is a piece of.
pub(super) static POOL: &str = include_str!(concat!(env!("OUT_DIR"), "/responsibility.txt"));

include!(concat!(env!("OUT_DIR"), "/responsibility.rs"));
