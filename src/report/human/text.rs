//! Text in 80 columns: wrapping, flushing right, values in Terraform's spelling.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::{Style, WIDTH};
use crate::report::{escape, mask, matrix};

/// The longest value that is shown in full, in columns.
const VALUE_WIDTH: usize = 52;

/// Breaks a text at spaces so that each line fits; words that are too long stay whole, for they can be pasted.
pub fn wrap(first: &str, rest: &str, text: &str) -> Vec<String> {
    wrap_within(WIDTH, first, rest, text)
}

/// The same without indent, for lines of that width.
pub fn wrap_to(width: usize, text: &str) -> Vec<String> {
    wrap_within(width, "", "", text)
}

fn wrap_within(width: usize, first: &str, rest: &str, text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split(' ') {
        if !is_empty && line.width() + 1 + word.width() > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines
}

/// A name in pieces that are not wider than that, broken where its parts end.
pub fn pieces(name: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for part in name.split_inclusive(['.', '_', '-', '/', ' ', ':']) {
        for (index, char) in part.chars().enumerate() {
            let last = pieces.last_mut().expect("there is one from the beginning");
            // A part that does not fit begins a new piece; one that is too long for any is cut.
            let rest = if index == 0 { part.trim_end().width() } else { 1 };
            if !last.is_empty() && last.width() + rest > width {
                pieces.push(String::new());
            }
            pieces.last_mut().expect("there is one from the beginning").push(char);
        }
    }
    pieces.iter_mut().for_each(|piece| piece.truncate(piece.trim_end().len()));
    pieces
}

/// Two texts on one line, the second flush right; the second on a line of its own where both do not fit.
pub fn right(left: &str, right: &str) -> String {
    let used = left.width() + right.width();
    if used + 2 <= WIDTH {
        format!("{left}{}{right}", " ".repeat(WIDTH - used))
    } else {
        format!("{left}\n{}{right}", " ".repeat(WIDTH.saturating_sub(right.width())))
    }
}

/// A value in Terraform's spelling, on one line, cut where it is long.
pub fn value_text(value: &Value, style: Style) -> String {
    let mut text = String::new();
    write_value(&mut text, value);
    cut(&text, VALUE_WIDTH, style)
}

/// The beginning of a text, with an ellipsis if it is longer.
pub(super) fn cut(text: &str, width: usize, style: Style) -> String {
    let text = sign(text, style);
    if text.width() <= width {
        return text;
    }
    let ellipsis = if style.unicode { "…" } else { "..." };
    let mut kept = String::new();
    for char in text.chars() {
        let mut buffer = [0; 4];
        if kept.width() + char.encode_utf8(&mut buffer).width() + ellipsis.width() > width {
            break;
        }
        kept.push(char);
    }
    kept + ellipsis
}

/// A text on one line without harmful characters, with the sign for secrets in ASCII where needed.
pub fn sign(text: &str, style: Style) -> String {
    let text = escape::line(text);
    if style.unicode { text.into_owned() } else { text.replace(mask::DOTS, mask::STARS) }
}

/// A name on one line, without what has the format of a token: keys of instances may hold anything.
pub(super) fn name(text: &str, style: Style) -> String {
    sign(&matrix::name(text), style)
}

fn write_value(text: &mut String, value: &Value) {
    // No value is shown beyond that; what follows would be cut anyhow.
    if text.len() > 4 * VALUE_WIDTH {
        return;
    }
    match value {
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                write_value(text, item);
            }
            text.push(']');
        }
        Value::Object(entries) if entries.is_empty() => text.push_str("{}"),
        Value::Object(entries) => {
            text.push_str("{ ");
            for (index, (key, value)) in entries.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                if key.chars().all(|char| char.is_alphanumeric() || char == '_' || char == '-') {
                    text.push_str(key);
                } else {
                    text.push_str(&Value::from(key.as_str()).to_string());
                }
                text.push_str(" = ");
                write_value(text, value);
            }
            text.push_str(" }");
        }
        Value::String(secret) if secret == mask::DOTS => text.push_str(secret),
        _ => text.push_str(&value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_like_terraform() {
        let style = Style { unicode: true, colour: false };
        let value = serde_json::json!({"a": ["0.0.0.0/0", 22, null], "b.c": {}});
        assert_eq!(value_text(&value, style), "{ a = [\"0.0.0.0/0\", 22, null], \"b.c\" = {} }");
        let long = value_text(&serde_json::json!("x".repeat(500)), style);
        assert_eq!((long.width(), long.ends_with('…')), (VALUE_WIDTH, true));
    }
}
