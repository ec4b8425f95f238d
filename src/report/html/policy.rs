//! The Content-Security-Policy of the page, and the assets that it lets in: one style sheet and one script, by their
//! hashes. Neither depends on what is reported.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How the page looks.
pub(super) const STYLE: &str = include_str!("style.css");

/// What filters it.
pub(super) const SCRIPT: &str = include_str!("filter.js");

/// Nothing is loaded, nothing is sent, nothing runs but the two assets.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// `sha256-…` of what stands between the tags.
fn hash(asset: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(asset)))
}
