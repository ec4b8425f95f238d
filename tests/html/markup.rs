//! Reads a page as a browser would, as far as tests need it: what tags there are, and what a person sees.

use std::collections::BTreeSet;

/// Tags that have no end.
const VOID: [&str; 5] = ["meta", "br", "input", "wbr", "!doctype"];

/// What begins a line of its own.
const LINES: [&str; 20] = [
    "p", "h1", "h2", "h3", "li", "tr", "summary", "figure", "pre", "section", "div", "dt", "legend", "label", "option",
    "small", "footer", "dd", "ol", "button",
];

/// A tag with its attributes, values as they are written.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

/// The tags of a page. Fails where they are not nested, or where `<` or `&` stands for itself.
pub(crate) fn tags(page: &str) -> Vec<Tag> {
    let (mut tags, mut open) = (Vec::new(), Vec::new());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        assert!(!text.contains('>'), "a bare > in {text}");
        rest = &rest[at + 1..];
        let end = rest.find('>').unwrap_or_else(|| panic!("an open tag: {}", &rest[..rest.len().min(80)]));
        let inside = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "tags are not nested at {}", &rest[..rest.len().min(200)]);
            continue;
        }
        let tag = tag(inside);
        // What stands in these two is the page's own, and no markup.
        if ["script", "style"].contains(&tag.name.as_str()) {
            let end = format!("</{}>", tag.name);
            let at = rest.find(&end).unwrap_or_else(|| panic!("{} has no end", tag.name));
            rest = &rest[at + end.len()..];
        } else if !VOID.contains(&tag.name.to_lowercase().as_str()) {
            open.push(tag.name.clone());
        }
        tags.push(tag);
    }
    assert!(open.is_empty(), "{open:?} have no end");
    tags
}

fn tag(inside: &str) -> Tag {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        let mut value = String::new();
        match rest[end..].strip_prefix("=\"") {
            Some(after) => {
                let close = after.find('"').unwrap_or_else(|| panic!("no end of {name} in {inside}"));
                after[..close].clone_into(&mut value);
                rest = &after[close + 1..];
            }
            None => rest = &rest[end..],
        }
        rest = rest.trim_start();
        attributes.push((name, value));
    }
    Tag { name: name.to_owned(), attributes }
}

/// The names of all tags and attributes.
pub(crate) fn vocabulary(page: &str) -> BTreeSet<String> {
    let tags = tags(page);
    let names = tags.iter().map(|tag| tag.name.clone());
    let attributes = tags.iter().flat_map(|tag| &tag.attributes).map(|(name, _)| format!("@{name}"));
    names.chain(attributes).collect()
}

/// What a person reads between two pieces of markup, line by line.
pub(crate) fn text(page: &str, from: &str, to: &str) -> String {
    let start = page.find(from).unwrap_or_else(|| panic!("{from} is not there"));
    let end = page[start..].find(to).map_or(page.len(), |at| start + at);
    let mut text = String::new();
    for piece in page[start..end].split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if LINES.contains(&name) {
            text.push('\n');
        } else if ["td", "th", "code"].contains(&name) {
            text.push(' ');
        }
        text.push_str(&plain(after));
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The text that markup stands for.
pub(crate) fn plain(markup: &str) -> String {
    markup.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
