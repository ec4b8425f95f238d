//! Bytes as text: UTF-8, and UTF-16 as the redirections of some Windows shells write it.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The text without its byte order mark; `None` if it is neither UTF-8 nor UTF-16.
///
/// UTF-16 is known by its mark, or by a first character of ASCII.
pub fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some(known) => known,
        None => match bytes {
            [0, 1..=0x7f, ..] => (UTF_16BE, 0),
            [1..=0x7f, 0, ..] => (UTF_16LE, 0),
            _ => (UTF_8, 0),
        },
    };
    let bytes = &bytes[mark..];
    if encoding == UTF_8 {
        return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
    }
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_the_same_in_every_form_that_shells_write() {
        let text = "{\"name\":\"Zürich 🔒\"}";
        let wide = |to_bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
        let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let forms = [
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.as_bytes()),
            marked(b"\xff\xfe", &little),
            marked(b"\xfe\xff", &big),
            little,
            big,
        ];
        for bytes in forms {
            assert_eq!(decode(&bytes).as_deref(), Some(text), "{bytes:?}");
        }
        assert_eq!(decode(b"{\"name\":\"Z\xfcrich\"}"), None);
        assert_eq!(decode(b"\xff\xfe{\x00\x00\xd8"), None, "half a character");
        assert_eq!(decode(b"").as_deref(), Some(""));
    }
}
