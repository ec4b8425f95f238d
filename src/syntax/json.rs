//! Terraform's JSON syntax, read by the same tree.
use super::tree::TreeBuf;
/// Reads a `.tf.json` file.
pub fn parse(_source: &str) -> TreeBuf {
    TreeBuf::default()
}
