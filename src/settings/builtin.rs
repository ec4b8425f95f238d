//! The settings that are compiled into onus, as `static` tables that build.rs wrote.

use super::model::RuleSet;

/// The settings that come with onus.
pub fn builtin() -> RuleSet<'static> {
    tables::BUILTIN
}

/// The tables print as records do, with the names of variants alone; here is what these names mean.
#[allow(unused_imports, reason = "the imports serve every record that can be written")]
mod tables {
    use super::super::model::{
        Carriers::*, Companion, Element, Empty::*, Input, Kind, KindShape, LinkKind, Named, RuleExpr, RuleFile,
        RuleSet, Setting, Shape, Str, TypeEntry, TypeKind::*, TypeRef,
    };
    use super::super::syntax::{
        Attribute, Binary::*, Block, BlockId, Body, BodyId, Call, For, Item::*, Label, Node::*, NodeId, NodeIdNonMax,
        Seq, Text, Tree, Unary::*, span::Span,
    };

    pub(super) static BUILTIN: RuleSet<'static> = include!(concat!(env!("OUT_DIR"), "/settings.rs"));
}
