//! Facts of provider schemas, compiled in: attributes, nesting, types, flags, defaults by major version, renames.

use crate::value::SchemaRef;

/// A block of a provider schema: the top of a resource type, or a nested block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BlockSchema(u32);

impl From<SchemaRef> for BlockSchema {
    fn from(handle: SchemaRef) -> Self {
        Self(handle.0)
    }
}

impl From<BlockSchema> for SchemaRef {
    fn from(block: BlockSchema) -> Self {
        Self(block.0)
    }
}
