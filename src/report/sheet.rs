//! Texts in cells of a spreadsheet: nothing that strangers name becomes a formula there.

use std::borrow::Cow;

use super::escape;

/// What a spreadsheet may take for the beginning of a formula. East Asian wide forms count as their narrow ones there.
const BEGINS_FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text on one line that no spreadsheet takes for a formula: one that begins like one gets `'` before it, which is how a
/// spreadsheet is told that text follows. Tabs and line breaks are written out.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    let line = escape::line(text);
    if line.trim_start().starts_with(BEGINS_FORMULA) { Cow::Owned(format!("'{line}")) } else { line }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_begins_like_a_formula_is_told_to_be_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", " =1", "\u{a0}=1"] {
            assert_eq!(text(formula), format!("'{formula}"), "{formula:?}");
        }
        assert_eq!(text("\t=1"), "\\t=1");
        assert_eq!(text("\r=1\n"), "\\r=1\\n");
        assert_eq!(text("module.a[\"=1\"]"), "module.a[\"=1\"]");
    }
}
