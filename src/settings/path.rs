//! Paths as rules write them: `setting[name~x].value`, `ebs_block_device[*].encrypted`.
//!
//! ```text
//! path     = step *( "." step )
//! step     = name [ selector ]
//! selector = "[*]" | "[" number "]" | "[" name "=" text "]" | "[" name "~" text "]"
//! ```

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'p> {
    /// The attribute, block or map key.
    pub name: &'p str,
    /// Which of several.
    pub selector: Selector<'p>,
}

/// Which of several entries a step means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selector<'p> {
    /// No selector.
    None,
    /// `[*]`: each in turn.
    All,
    /// `[0]`
    Index(u32),
    /// `[name=text]`: the first whose `name` is the text.
    Entry {
        /// The attribute of the entry.
        key: &'p str,
        /// What it must be.
        text: &'p str,
        /// `~`: whatever the case.
        any_case: bool,
    },
}

/// The steps of a path. `Err` says what is wrong with it, without full stop.
pub fn parse(path: &str) -> Result<Vec<Step<'_>>, String> {
    let mut steps = Vec::new();
    let mut rest = path;
    loop {
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        if name.is_empty() || !word {
            return Err(format!("`{name}` is no name"));
        }
        let (selector, after) = match after.strip_prefix('[') {
            Some(after) => {
                let (inner, after) = after.split_once(']').ok_or_else(|| "`[` is not closed".to_owned())?;
                (self::selector(inner)?, after)
            }
            None => (Selector::None, after),
        };
        steps.push(Step { name, selector });
        if after.is_empty() {
            return Ok(steps);
        }
        rest = after.strip_prefix('.').ok_or_else(|| format!("`.` is missing before `{after}`"))?;
    }
}

fn selector(inner: &str) -> Result<Selector<'_>, String> {
    if inner == "*" {
        return Ok(Selector::All);
    }
    if let Ok(index) = inner.parse() {
        return Ok(Selector::Index(index));
    }
    let wrong = || format!("`[{inner}]` is no selector: [*], [0], [name=text], [name~text]");
    let at = inner.find(['=', '~']).ok_or_else(wrong)?;
    let (key, text) = (&inner[..at], &inner[at + 1..]);
    let word = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !word {
        return Err(wrong());
    }
    Ok(Selector::Entry { key, text, any_case: inner.as_bytes()[at] == b'~' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_selectors_are_read() {
        let steps = parse("settings.database_flags[name=rds.force_ssl].value").unwrap();
        assert_eq!(steps.len(), 3);
        assert_eq!(steps[1].selector, Selector::Entry { key: "name", text: "rds.force_ssl", any_case: false });
        assert_eq!(parse("a[*].b[2]").unwrap()[0].selector, Selector::All);
        assert_eq!(parse("a[*].b[2]").unwrap()[1].selector, Selector::Index(2));
        for wrong in ["", "a.", "a..b", "a[", "a[x]", "a[0]b", "a b"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
