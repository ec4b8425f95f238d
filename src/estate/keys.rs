//! Addresses of resources and modules, all of whose instances are taken together.

/// An address without instance keys: `module.a["x"].aws_instance.b[0]` is `module.a.aws_instance.b`.
pub fn without_keys(address: &str) -> String {
    let mut kept = String::with_capacity(address.len());
    let (mut is_key, mut is_text, mut is_escaped) = (false, false, false);
    for char in address.chars() {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' if is_key => is_text = !is_text,
            '[' if !is_text => is_key = true,
            ']' if !is_text => is_key = false,
            _ if !is_key => kept.push(char),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_left_out_whatever_they_hold() {
        assert_eq!(without_keys("module.a[\"x].y\\\"]\"].aws_instance.b[0]"), "module.a.aws_instance.b");
        assert_eq!(without_keys("aws_instance.b"), "aws_instance.b");
    }
}
