//! YAML as `yamlencode` writes it and `yamldecode` reads it: 1.1 in what plain words mean, 1.2 in the rest.

mod read;
mod write;

pub(super) use read::decode;
pub(super) use write::encode;
