//! What the parser makes of text that people write.

use crate::syntax::{TreeBuf, dump, parse, parse_expression, parse_template};

fn expr(source: &str) -> String {
    let (tree, node) = parse_expression(source);
    assert_eq!(tree.errors, [], "{source}");
    dump::expr(&tree.view(source), node)
}

fn template(source: &str) -> String {
    let (tree, node) = parse_template(source);
    assert_eq!(tree.errors, [], "{source}");
    dump::expr(&tree.view(source), node)
}

/// The value of the attribute `x`.
fn value(source: &str) -> String {
    let tree = parse(source);
    assert_eq!(tree.errors, [], "{source}");
    let view = tree.view(source);
    dump::expr(&view, view.attribute(view.root(), "x").expect("the source sets x").expr)
}

fn file(source: &str) -> String {
    let tree = parse(source);
    assert_eq!(tree.errors, [], "{source}");
    dump::file(&tree, source)
}

/// Each error as `marked text: message`.
fn errors(source: &str) -> Vec<String> {
    let tree: TreeBuf = parse(source);
    tree.errors.iter().map(|error| format!("{}: {}", &source[error.span.range()], error.message)).collect()
}

#[test]
fn blocks_labels_and_attributes_come_in_written_order() {
    let source = r#"
# a bucket
resource "aws_s3_bucket" logs {
  bucket = "logs-${var.env}" // trailing
  tags   = { Name = "logs", "kubernetes.io/x" = true, (var.k) : 1 }

  versioning { enabled = true }
  lifecycle {}
  rule "a\"b" {
    id = null
  }
}
"#;
    assert_eq!(
        file(source),
        r#"resource "aws_s3_bucket" "logs"
  bucket = (template "logs-" var.env)
  tags = {"Name": "logs", "kubernetes.io/x": true, (paren var.k): 1}
  versioning
    enabled = true
  lifecycle
  rule "a\"b"
    id = null
"#
    );
    let tree = parse(source);
    let comments: Vec<_> = tree.comments.iter().map(|c| (&source[c.span.range()], c.own_line)).collect();
    assert_eq!(comments, [("# a bucket", true), ("// trailing", false)]);
    let view = tree.view(source);
    let block = view.block(view.blocks_in(view.root()).next().unwrap());
    assert_eq!(&source[block.header.range()], r#"resource "aws_s3_bucket" logs"#);
    assert_eq!(view.span(block.node), block.header);
    assert!(source[block.span.range()].starts_with("resource") && source[block.span.range()].ends_with("\n}"));
}

#[test]
fn operators_bind_as_in_terraform() {
    assert_eq!(expr("1 + 2 * 3 - 4"), "(Subtract (Add 1 (Multiply 2 3)) 4)");
    assert_eq!(expr("a || b && !c == d && e < f + 1"), "(Or a (And (And b (Equal (Not c) d)) (Less e (Add f 1))))");
    assert_eq!(expr("-a.b[0] % -1"), "(Modulo (Negate a.b[0]) (Negate 1))");
    assert_eq!(expr("a == b ? c : d ? e : f"), "(? (Equal a b) c (? d e f))");
    assert_eq!(expr("a - b-c"), "(Subtract a b-c)");
    assert_eq!(expr("(a\n  ? b\n  : (c))"), "(paren (? a b (paren c)))");
}

#[test]
fn numbers_keep_their_digits() {
    assert_eq!(expr("[0, 1.50, 1e400, 2E-3, 123456789012345678901234567890]"), {
        "[0 1.50 1e400 2e-3 123456789012345678901234567890]"
    });
}

#[test]
fn traversals_indices_and_splats() {
    assert_eq!(expr("aws_instance.web[0].id"), "aws_instance.web[0].id");
    assert_eq!(expr(r#"module.m["a.b"].out[each.key]"#), r#"module.m["a.b"].out[each.key]"#);
    assert_eq!(expr("aws_instance.web.0.id"), "aws_instance.web.0.id");
    assert_eq!(expr("a.b[*].c.d[0]"), "(splat a.b @.c.d[0])");
    assert_eq!(expr("a.b.*.c.0.d[0]"), "(splat a.b @.c.0.d)[0]");
    assert_eq!(expr("a[*].b[*].c"), "(splat a (splat @.b @.c))");
    assert_eq!(expr("a[*]"), "(splat a @)");
    assert_eq!(expr("f(x)[*].b.c"), "(splat f(x) @.b.c)");
    assert_eq!(expr("[a,\n b].0"), "[a b].0");
}

#[test]
fn calls_with_namespaces_and_expansion() {
    assert_eq!(expr("merge(a, {b = 1}, c...)"), r#"merge(a {"b": 1} c ...)"#);
    assert_eq!(expr("provider::aws::arn_parse(x,)"), "provider::aws::arn_parse(x)");
    assert_eq!(expr("core :: upper(\n  x\n)"), "core::upper(x)");
    assert_eq!(expr("timestamp()"), "timestamp()");
}

#[test]
fn for_expressions_are_blind_to_line_breaks() {
    assert_eq!(
        expr("[for s in var.list : upper(s) if s != \"\"]"),
        r#"(for s in var.list: upper(s) if (NotEqual s ""))"#
    );
    assert_eq!(
        expr("{\n for k, v in var.m\n :\n k\n => v...\n if v\n == 1\n}"),
        "(for k, v in var.m: k => v... if (Equal v 1))"
    );
    assert_eq!(value("x = { for a in b : a => a\n ? 1\n : 2 }\n"), "(for a in b: a => (? a 1 2))");
}

#[test]
fn objects_take_commas_line_breaks_colons_and_keys_of_any_kind() {
    assert_eq!(value("x = {\n  a = 1\n\n  b : 2,\n  c = 3, }\n"), r#"{"a": 1, "b": 2, "c": 3}"#);
    assert_eq!(value("x = { true = 1, null = 2, if = 3, 4 = 5, \"a${b}\" = 6, (c) = 7 }\n"), {
        r#"{"true": 1, "null": 2, "if": 3, 4: 5, (template "a" b): 6, (paren c): 7}"#
    });
    assert_eq!(value("x = { a = 1, a = 2 }\n"), r#"{"a": 1, "a": 2}"#);
    assert_eq!(value("x = {}\n"), "{}");
    assert_eq!(value("x = [\n  1,\n  # two\n  2,\n]\n"), "[1 2]");
    assert_eq!(value("x = f(\n  a,\n  b\n  + c)\n"), "f(a (Add b c))");
}

#[test]
fn quoted_text_resolves_escapes() {
    assert_eq!(expr(r#""a\n\t\"\\\u00e9\U0001f600""#), r#""a\n\t\"\\é😀""#);
    assert_eq!(expr(r#""$${x} %%{if} $ % $$ 100%""#), r#""${x} %{if} $ % $$ 100%""#);
    assert_eq!(expr(r#""$$${x}""#), r#""$${x}""#);
    assert_eq!(expr(r#""${x}""#), "(wrap x)");
    assert_eq!(expr(r#"" ${~ x ~} ""#), "(template x)");
    assert_eq!(expr(r#""a${"b${c}"}d""#), r#"(template "a" (template "b" c) "d")"#);
    assert_eq!(expr("\"${ {\n a = 1 }.a }\""), r#"(wrap {"a": 1}.a)"#);
    assert_eq!(expr(r#""""#), r#""""#);
}

#[test]
fn directives_become_nodes() {
    assert_eq!(
        expr(r#""%{ if a }x%{ else }y${b}%{ endif }z""#),
        r#"(template (if a (template "x") (template "y" b)) "z")"#
    );
    assert_eq!(expr(r#""%{ for i, v in l ~} ${v}, %{~ endfor }""#), r#"(template (each i, v in l: (template v ",")))"#);
    assert_eq!(template("a\n%{ if x ~}\n  b\n%{ endif ~}\n\nc"), {
        r#"(template "a\n" (if x (template "  b\n")) "\n" "c")"#
    });
    assert_eq!(template("${x}"), "(wrap x)");
    assert_eq!(template("\\n \"q\" $${y}"), r#""\\n \"q\" ${y}""#);
    // A carriage return alone makes all that follows text.
    assert_eq!(template("${a}\r\n${b}\r$${c}\n${d}"), "(template a \"\\r\\n\" b \"\\r${c}\\n${d}\")");
}

#[test]
fn heredocs_keep_or_lose_their_indentation() {
    assert_eq!(value("x = <<EOT\n  a\n    b\nEOT\n"), r#""  a\n    b\n""#);
    assert_eq!(value("x = <<EOT\na%\r\r\nEOT\n"), r#""a%\r\r\n""#);
    assert_eq!(value("x = <<-EOT\n    a\n\n      b $${c}\n    EOT\n"), r#""a\n\n  b ${c}\n""#);
    assert_eq!(value("x = <<-EOT\n    a ${b}\n      ${c}\n  EOT  \n"), r#"(template "a " b "\n" "  " c "\n")"#);
    assert_eq!(value("x = <<-EOT\n    %{ if a ~}\n    b\n    %{ endif ~}\n    EOT\n"), {
        r#"(template (if a (template "    b\n")))"#
    });
    assert_eq!(value("x = <<-EOT\n    a\n%{ if b ~}\n    c\n%{ endif ~}\n    EOT\n"), {
        r#"(template "    a\n" (if b (template "    c\n")))"#
    });
    assert_eq!(value("x = [<<A\n${y}\nA\n, <<B\nB\n]\n"), r#"[(template y "\n") ""]"#);
    assert_eq!(value("x = <<EOT\r\na\r\nEOT\r\n"), r#""a\r\n""#);
}

#[test]
fn byte_order_mark_and_line_ends_of_windows_are_no_matter() {
    assert_eq!(file("\u{feff}a = 1\r\nb {\r\n  c = 2\r\n}\r\n"), "a = 1\nb\n  c = 2\n");
    assert_eq!(file("a = 1 # caf\u{1a}"), "a = 1\n");
}

#[test]
fn reading_goes_on_after_an_error() {
    let source = "a = \"never closed\n  more text\nb = 1\nc {\n  d = [1 2]\n  e = 3\n}\nf = \n";
    let tree = parse(source);
    assert_eq!(dump::file(&tree, source), "a = <invalid>\nb = 1\nc\n  d = <invalid>\n  e = 3\nf = <invalid>\n");
    assert_eq!(
        errors(source),
        ["\"never closed: This string is never closed", "2: `]` is missing", ": A value is missing"]
    );
    let skipped = tree.errors[0].skipped.unwrap();
    assert_eq!(&source[skipped.range()], "\n  more text\n");
}

/// Runs on a stack of 1 MiB, half of what worker threads have.
fn on_small_stack(run: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap().join().unwrap();
}

#[test]
fn what_nests_too_deep_is_an_error_and_the_rest_is_read() {
    let shapes = [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("{ a = ", "1", " }"),
        ("f(", "1", ")"),
        ("\"${", "x", "}\""),
        ("x[", "1", "]"),
        ("-", "1", ""),
        ("a ? b : ", "c", ""),
        ("[for a in b : ", "a", "]"),
        ("{ for a in b : a => ", "a", " }"),
        ("1 + (", "1", ")"),
        ("\"%{ if a }${", "x", "}%{ endif }\""),
    ];
    on_small_stack(move || {
        for (open, middle, close) in shapes {
            for depth in [crate::syntax::MAX_DEPTH - 56, 100_000] {
                let nested = format!("a = {}{middle}{}\nb = 1\n", open.repeat(depth), close.repeat(depth));
                let tree = parse(&nested);
                let view = tree.view(&nested);
                assert_eq!(tree.errors.is_empty(), depth < 1000, "{open} {depth}");
                assert!(view.attribute(view.root(), "b").is_some(), "{open} {depth}");
            }
        }
        let splats = format!("a = x{}\nb = 1\n", "[*]".repeat(100_000));
        assert!(parse(&splats).errors[0].message.contains("levels deep"));
        let blocks = format!("{}\n{}\nb = 1\n", "a {\n".repeat(100_000), "}\n".repeat(100_000));
        assert!(!parse(&blocks).errors.is_empty());
        let directives = format!("a = \"{}{}\"\n", "%{ if a }".repeat(100_000), "%{ endif }".repeat(100_000));
        assert!(parse(&directives).errors[0].message.contains("levels deep"));
    });
}

#[test]
fn errors_say_what_is_wrong_and_where() {
    let cases: [(&str, &[&str]); 20] = [
        ("a = [1, 2\nb = 3\n", &["[: This list is never closed"]),
        ("a = [\nb = 3\n", &["[: This list is never closed"]),
        ("a = f(1,\nb = 3\n", &["(: This call is never closed"]),
        ("a {\n  b = 1\n\nc {\n  d = 2\n}\n", &["{: This block is never closed: `a`"]),
        ("a {\n  t = {\n    x = 1\n  b = 2\n}\nc = 3\n", &["{: This object is never closed"]),
        ("a \"x\" \"y\"\nb = 1\n", &["a \"x\" \"y\": A block needs `{`"]),
        ("a\n{\n  b = 1\n}\n", &["a: A block's `{` must stand on the line of its header"]),
        ("a: 1\n", &[":: Did you mean `=` instead of `:`?"]),
        ("a = 'x'\n", &["': Single quotes do not make a string"]),
        ("a = 10.0.0.0\n", &["10.0.0.0: This is no number"]),
        ("a = \"${b\"\nc = 1\n", &["${: This interpolation is never closed"]),
        ("a = \"${b c} ${d +}\"\n", &["c: This interpolation holds more than it can", "}: A value is missing"]),
        ("a = \"x\\q\"\n", &["\\q: `\\q` is no escape"]),
        ("a = <<EOT\n  text\nb = 1\n", &["<<EOT: This heredoc is never closed"]),
        ("a = <<EOT\nb%%\r\r\nEOT\n", &["\r: A carriage return alone does not end a line"]),
        ("a = <<EOT\r\nb\rc\r\nEOT\r\n", &["\r: A carriage return alone does not end a line"]),
        ("a = 1\n/* b = 2\n", &["/*: This comment is never closed"]),
        ("a = 1\nb = 2\na = 3\n", &["a: The argument `a` is set twice"]),
        ("a = 1\n}\nb = 2\n", &["}: This `}` closes nothing"]),
        ("a = \"caf\u{1a}\"\n", &["\u{1a}: This byte is not UTF-8"]),
    ];
    for (source, expected) in cases {
        assert_eq!(errors(source), expected, "{source}");
    }
}

#[test]
fn what_stands_after_an_unclosed_bracket_is_read() {
    let source = "a {\n  x = [1,\n  y = 2\n  z = {\n    k = 1\n}\nb {\n  c = f(\n  d = 3\n}\n";
    let tree = parse(source);
    assert_eq!(
        errors(source),
        ["[: This list is never closed", "{: This object is never closed", "(: This call is never closed"]
    );
    assert_eq!(
        dump::file(&tree, source),
        "a\n  x = <invalid>\n  y = 2\n  z = <invalid>\nb\n  c = <invalid>\n  d = 3\n"
    );
}

/// No input makes more nodes than it has bytes, times three where broken heredocs are read again.
#[test]
fn trees_grow_with_the_text_and_not_faster() {
    let shapes: [fn(usize) -> String; 16] = [
        |n| format!("a = {{\n{}}}\n", (0..n).map(|i| format!("k{i} = {i}\n")).collect::<String>()),
        |n| (0..n).map(|i| format!("k{i} = {i}\n")).collect(),
        |n| format!("a = 1{}\n", " + 1".repeat(n)),
        |n| format!("a = b{}\n", ".c".repeat(n)),
        |n| "a {\n".repeat(n),
        |n| "}\n".repeat(n),
        |n| "a = <<E\n".repeat(n),
        |n| "a = \"${\n".repeat(n),
        |n| "a = [\n".repeat(n),
        |n| "/*".repeat(n),
        |n| format!("a = \"{}\"\n", "${b} ".repeat(n)),
        |n| format!("a = <<-E\n{}E\n", "  ${b}\n".repeat(n)),
        // After an error in a heredoc its next line is read, and what nested there was read before: twice at each level.
        |n| format!("a = {}", "<<E\n${".repeat(n)),
        |n| format!("a = <<E\n{}", "${[<<E\n%{ if b }".repeat(n)),
        |n| format!("a = <<E\n{}E\n", "${ /* \n".repeat(n)),
        |n| format!("a = <<E\n{}", "${f(\"${<<E\n".repeat(n)),
    ];
    for shape in shapes {
        let source = shape(20_000);
        let tree = parse(&source);
        let rereads = if source.contains("<<E\n") { 3 } else { 1 };
        let bound = rereads * source.len() + 16;
        assert!(tree.nodes.len() <= bound && tree.children.len() <= bound && tree.cooked.len() <= bound);
        assert_eq!(tree.nodes.len(), tree.spans.len());
        assert!(tree.errors.len() <= 201);
    }
}

mod any_text {
    use proptest::prelude::*;

    use super::*;

    const SEED: &str = "a \"b\" {\n  c = [1, \"x${d.e[0].*.f}\", { g = -1 ? h : i(j...) }]\n  k = <<-EOT\n    l\n    \
                        %{ if m ~}\n    ${n}\n    %{ endif }\n  EOT\n  o = { for p, q in r : p => q... if s }\n}\n# t\n";

    fn check(source: &str) {
        let tree = parse(source);
        assert_eq!(tree.nodes.len(), tree.spans.len());
        let view = tree.view(source);
        let _ = dump::file(&tree, source);
        for span in &tree.spans {
            assert!(span.start <= span.end && source.get(span.range()).is_some(), "{span:?}");
        }
        for error in &tree.errors {
            assert!(source.get(error.span.range()).is_some(), "{error:?}");
            assert!(error.skipped.is_none_or(|skipped| source.get(skipped.range()).is_some()), "{error:?}");
        }
        let invalid = view.nodes.contains(&crate::syntax::Node::Invalid);
        assert!(!invalid || !tree.errors.is_empty(), "what is invalid has an error");
        let (expr, _) = parse_expression(source);
        let (template, _) = parse_template(source);
        assert_eq!(expr.nodes.len(), expr.spans.len());
        assert_eq!(template.nodes.len(), template.spans.len());
        let json = crate::syntax::json::parse(source);
        assert_eq!(json.nodes.len(), json.spans.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

        #[test]
        fn no_text_makes_the_parser_panic(source in "(\\PC|[ab1\\n\\r\\t \"{}\\[\\]()$%~<>=!?:.,*/#\\\\-]){0,80}") {
            check(&source);
        }

        #[test]
        fn no_change_of_a_file_makes_the_parser_panic(
            cut in 0..SEED.len(),
            len in 0usize..12,
            with in "[ab1\\n \"{}\\[\\]()$%~<>=!?:.,*/#\\\\é-]{0,6}",
        ) {
            let end = (cut + len).min(SEED.len());
            let source = format!("{}{with}{}", &SEED[..cut], &SEED[end..]);
            check(&source);
        }
    }
}
