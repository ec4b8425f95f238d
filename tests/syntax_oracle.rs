//! The parser against others. Over all configurations under testdata it must see the same blocks, attributes and
//! expressions as hcl-edit, except where that is known to differ from Terraform; what Terraform 1.11 takes and refuses,
//! and the text that its templates give, stand in tables under testdata/syntax.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hcl_edit::expr::{Expression, ObjectKey, TraversalOperator};
use hcl_edit::structure::{Body, Structure};
use hcl_edit::template::{Directive, Element, Strip, Template};
use onus::eval::{EvalError, Interp, Scope, Session, Step};
use onus::syntax::{self, BodyId, Item, Node, NodeId, Seq, Tree, TreeBuf};
use onus::value::{InstanceId, Kind, Origin, Value};

/// Our tree, as text.
struct Ours<'t> {
    tree: Tree<'t>,
    out: String,
}

impl Ours<'_> {
    fn body(&mut self, id: BodyId) {
        for item in self.tree.items(id) {
            match item {
                Item::Attribute(attribute) => {
                    let _ = write!(self.out, "\n{} = ", self.tree.text(attribute.name));
                    self.expr(attribute.expr);
                }
                Item::Block(block) => {
                    let _ = write!(self.out, "\n{}", self.tree.kind(*block));
                    for label in self.tree.labels(*block) {
                        let _ = write!(self.out, " {:?}", self.tree.text(label.text));
                    }
                    self.out.push_str(" {");
                    self.body(self.tree.block(*block).body);
                    self.out.push_str("\n}");
                }
            }
        }
    }

    fn all(&mut self, seq: Seq) {
        for node in self.tree.list(seq) {
            self.expr(*node);
            self.out.push(' ');
        }
    }

    /// Literal parts run together.
    fn template(&mut self, parts: &[NodeId]) {
        self.out.push_str("template(");
        let mut text = String::new();
        for part in parts {
            match self.tree.node(*part) {
                Node::Str(literal) => text.push_str(self.tree.text(literal)),
                _ => {
                    self.literal(&text);
                    text.clear();
                    self.expr(*part);
                    self.out.push(' ');
                }
            }
        }
        self.literal(&text);
        self.out.push(')');
    }

    fn literal(&mut self, text: &str) {
        if !text.is_empty() {
            let _ = write!(self.out, "{} ", squeezed(text));
        }
    }

    fn expr(&mut self, id: NodeId) {
        match self.tree.node(id) {
            Node::Null => self.out.push_str("null"),
            Node::Bool(truth) => self.out.push_str(if truth { "true" } else { "false" }),
            Node::Number(text) => self.out.push_str(&number(self.tree.text(text))),
            Node::Str(text) => self.out.push_str(&squeezed(self.tree.text(text))),
            Node::Template(parts) => self.template(self.tree.list(parts)),
            Node::Wrap(inner) => self.template(&[inner]),
            Node::IfDirective { cond, then, otherwise } => {
                self.out.push_str("if ");
                self.expr(cond);
                self.out.push(' ');
                self.expr(then);
                if let Some(otherwise) = otherwise {
                    self.expr(otherwise.get());
                }
            }
            Node::Tuple(items) => {
                self.out.push('[');
                self.all(items);
                self.out.push(']');
            }
            Node::Object(entries) => {
                self.out.push('{');
                self.all(entries);
                self.out.push('}');
            }
            Node::Variable(name) => self.out.push_str(self.tree.text(name)),
            Node::Attr(source, name) => {
                self.expr(source);
                let _ = write!(self.out, ".{}", self.tree.text(name));
            }
            Node::Index(source, key) => {
                self.expr(source);
                self.out.push('[');
                self.expr(key);
                self.out.push(']');
            }
            Node::Splat { source, each } => {
                self.expr(source);
                self.out.push_str("[*]");
                self.expr(each);
            }
            Node::SplatItem => {}
            Node::Call(index) => {
                let call = self.tree.call(index);
                let _ = write!(self.out, "{}(", self.tree.text(call.name));
                self.all(call.args);
                self.out.push_str(if call.expand { "...)" } else { ")" });
            }
            Node::Unary(operator, operand) => {
                // hcl-edit makes negative numbers at once.
                if let (syntax::Unary::Negate, Node::Number(text)) = (operator, self.tree.node(operand)) {
                    self.out.push_str(&number(&format!("-{}", self.tree.text(text))));
                    return;
                }
                let _ = write!(self.out, "({operator:?} ");
                self.expr(operand);
                self.out.push(')');
            }
            Node::Binary(operator, left, right) => {
                let _ = write!(self.out, "({operator:?} ");
                self.expr(left);
                self.out.push(' ');
                self.expr(right);
                self.out.push(')');
            }
            Node::Conditional(cond, then, otherwise) => {
                self.out.push_str("(? ");
                self.expr(cond);
                self.out.push(' ');
                self.expr(then);
                self.out.push(' ');
                self.expr(otherwise);
                self.out.push(')');
            }
            Node::For(index) | Node::ForDirective(index) => self.for_expr(index),
            Node::Paren(inner) => {
                self.out.push_str("(paren ");
                self.expr(inner);
                self.out.push(')');
            }
            Node::BlockHeader(_) => self.out.push_str("header"),
            Node::Invalid => self.out.push_str("invalid"),
        }
    }

    fn for_expr(&mut self, index: u32) {
        let each = *self.tree.for_expr(index);
        let key = each.key_name.map_or("", |name| self.tree.text(name));
        let _ = write!(self.out, "(for {key},{} ", self.tree.text(each.value_name));
        self.expr(each.collection);
        self.out.push(' ');
        for part in [each.key, Some(syntax::NodeIdNonMax::new(each.value)), each.cond].into_iter().flatten() {
            self.expr(part.get());
            self.out.push(' ');
        }
        self.out.push_str(if each.group { "...)" } else { ")" });
    }
}

fn number(text: &str) -> String {
    format!("{:?}", text.parse::<f64>().unwrap_or(f64::NAN))
}

/// White space counts only by being there: hcl-edit leaves indentation and strip markers to the evaluation.
fn squeezed(text: &str) -> String {
    format!("{:?}", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The other tree, as the same text.
#[derive(Default)]
struct Theirs {
    out: String,
}

impl Theirs {
    fn body(&mut self, body: &Body) {
        for structure in body {
            match structure {
                Structure::Attribute(attribute) => {
                    let _ = write!(self.out, "\n{} = ", attribute.key.as_str());
                    self.expr(&attribute.value);
                }
                Structure::Block(block) => {
                    let _ = write!(self.out, "\n{}", block.ident.as_str());
                    for label in &block.labels {
                        let _ = write!(self.out, " {:?}", label.as_str());
                    }
                    self.out.push_str(" {");
                    self.body(&block.body);
                    self.out.push_str("\n}");
                }
            }
        }
    }

    fn template(&mut self, template: &Template) {
        self.out.push_str("template(");
        let mut text = String::new();
        for element in template {
            if let Element::Literal(literal) = element {
                text.push_str(literal.as_str());
                continue;
            }
            if !text.is_empty() {
                let _ = write!(self.out, "{} ", squeezed(&text));
                text.clear();
            }
            match element {
                Element::Interpolation(interpolation) => self.expr(&interpolation.expr),
                Element::Directive(directive) => self.directive(directive),
                Element::Literal(_) => {}
            }
            self.out.push(' ');
        }
        if !text.is_empty() {
            let _ = write!(self.out, "{} ", squeezed(&text));
        }
        self.out.push(')');
    }

    fn directive(&mut self, directive: &Directive) {
        match directive {
            Directive::If(directive) => {
                self.out.push_str("if ");
                self.expr(&directive.if_expr.cond_expr);
                self.out.push(' ');
                self.template(&directive.if_expr.template);
                if let Some(otherwise) = &directive.else_expr {
                    self.template(&otherwise.template);
                }
            }
            Directive::For(directive) => {
                let each = &directive.for_expr;
                let key = each.key_var.as_ref().map_or("", |name| name.as_str());
                let _ = write!(self.out, "(for {key},{} ", each.value_var.as_str());
                self.expr(&each.collection_expr);
                self.out.push(' ');
                self.template(&each.template);
                self.out.push_str(" )");
            }
        }
    }

    fn expr(&mut self, expr: &Expression) {
        match expr {
            Expression::Null(_) => self.out.push_str("null"),
            Expression::Bool(truth) => self.out.push_str(if *truth.value() { "true" } else { "false" }),
            Expression::Number(value) => self.out.push_str(&number(&value.value().to_string())),
            Expression::String(text) => self.out.push_str(&squeezed(text.as_str())),
            Expression::StringTemplate(template) => self.template(template),
            Expression::HeredocTemplate(heredoc) => match literal_of(&heredoc.template) {
                Some(text) => self.out.push_str(&squeezed(&text)),
                None => self.template(&heredoc.template),
            },
            Expression::Array(items) => {
                self.out.push('[');
                for item in items {
                    self.expr(item);
                    self.out.push(' ');
                }
                self.out.push(']');
            }
            Expression::Object(object) => {
                self.out.push('{');
                for (key, value) in object {
                    match key {
                        ObjectKey::Ident(name) => self.out.push_str(&squeezed(name.as_str())),
                        ObjectKey::Expression(key) => self.expr(key),
                    }
                    self.out.push(' ');
                    self.expr(value.expr());
                    self.out.push(' ');
                }
                self.out.push('}');
            }
            Expression::Parenthesis(inner) => {
                self.out.push_str("(paren ");
                self.expr(inner.inner());
                self.out.push(')');
            }
            Expression::Variable(name) => self.out.push_str(name.as_str()),
            Expression::Conditional(conditional) => {
                self.out.push_str("(? ");
                for (index, part) in
                    [&conditional.cond_expr, &conditional.true_expr, &conditional.false_expr].into_iter().enumerate()
                {
                    self.out.push_str(if index > 0 { " " } else { "" });
                    self.expr(part);
                }
                self.out.push(')');
            }
            Expression::FuncCall(call) => {
                for namespace in &call.name.namespace {
                    let _ = write!(self.out, "{}::", namespace.as_str());
                }
                let _ = write!(self.out, "{}(", call.name.name.as_str());
                for arg in call.args.iter() {
                    self.expr(arg);
                    self.out.push(' ');
                }
                self.out.push_str(if call.args.expand_final() { "...)" } else { ")" });
            }
            Expression::Traversal(traversal) => {
                self.expr(&traversal.expr);
                for operator in &traversal.operators {
                    match operator.value() {
                        TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_) => self.out.push_str("[*]"),
                        TraversalOperator::GetAttr(name) => {
                            let _ = write!(self.out, ".{}", name.as_str());
                        }
                        TraversalOperator::Index(key) => {
                            self.out.push('[');
                            self.expr(key);
                            self.out.push(']');
                        }
                        TraversalOperator::LegacyIndex(index) => {
                            let _ = write!(self.out, ".{}", index.value());
                        }
                    }
                }
            }
            Expression::UnaryOp(operation) => {
                let operator = match operation.operator.value() {
                    hcl_edit::expr::UnaryOperator::Neg => "Negate",
                    hcl_edit::expr::UnaryOperator::Not => "Not",
                };
                let _ = write!(self.out, "({operator} ");
                self.expr(&operation.expr);
                self.out.push(')');
            }
            Expression::BinaryOp(operation) => {
                let _ = write!(self.out, "({} ", binary(*operation.operator.value()));
                self.expr(&operation.lhs_expr);
                self.out.push(' ');
                self.expr(&operation.rhs_expr);
                self.out.push(')');
            }
            Expression::ForExpr(each) => {
                let key = each.intro.key_var.as_ref().map_or("", |name| name.as_str());
                let _ = write!(self.out, "(for {key},{} ", each.intro.value_var.as_str());
                self.expr(&each.intro.collection_expr);
                self.out.push(' ');
                let cond = each.cond.as_ref().map(|cond| &cond.expr);
                for part in [each.key_expr.as_ref(), Some(&each.value_expr), cond].into_iter().flatten() {
                    self.expr(part);
                    self.out.push(' ');
                }
                self.out.push_str(if each.grouping { "...)" } else { ")" });
            }
        }
    }
}

fn binary(operator: hcl_edit::expr::BinaryOperator) -> &'static str {
    use hcl_edit::expr::BinaryOperator as Theirs;
    match operator {
        Theirs::Eq => "Equal",
        Theirs::NotEq => "NotEqual",
        Theirs::LessEq => "LessEqual",
        Theirs::GreaterEq => "GreaterEqual",
        Theirs::Less => "Less",
        Theirs::Greater => "Greater",
        Theirs::Plus => "Add",
        Theirs::Minus => "Subtract",
        Theirs::Mul => "Multiply",
        Theirs::Div => "Divide",
        Theirs::Mod => "Modulo",
        Theirs::And => "And",
        Theirs::Or => "Or",
    }
}

/// The text of a template that has nothing else.
fn literal_of(template: &Template) -> Option<String> {
    template.iter().map(|element| element.as_literal().map(|text| text.as_str())).collect()
}

fn ours(source: &str) -> Result<String, String> {
    let tree: TreeBuf = syntax::parse(source);
    if let Some(error) = tree.errors.first() {
        return Err(format!("{} at {:?}", error.message, &source[error.span.range()]));
    }
    let mut ours = Ours { tree: tree.view(source), out: String::new() };
    ours.body(ours.tree.root());
    Ok(ours.out)
}

fn theirs(source: &str) -> Result<String, String> {
    let body: Body = source.parse().map_err(|error: hcl_edit::parser::Error| error.to_string())?;
    let mut theirs = Theirs::default();
    theirs.body(&body);
    Ok(theirs.out)
}

fn configurations(directory: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            configurations(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "tf" || extension == "hcl") {
            found.push(path);
        }
    }
}

#[test]
fn files_have_the_same_tree() {
    let mut files = Vec::new();
    for directory in ["testdata", "rules"] {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
        if directory.is_dir() {
            configurations(&directory, &mut files);
        }
    }
    assert!(files.len() > 50, "there are configurations under testdata");
    for path in files {
        let Ok(source) = std::fs::read_to_string(&path) else { continue };
        match (ours(&source), theirs(&source)) {
            (Ok(ours), Ok(theirs)) => {
                let differing = ours.lines().zip(theirs.lines()).find(|(ours, theirs)| ours != theirs);
                assert_eq!(differing, None, "{}", path.display());
            }
            (Err(_), Err(_)) => {}
            (Ok(_), Err(error)) => assert!(refused_wrongly(&source), "{}: hcl-edit: {error}", path.display()),
            (Err(error), Ok(_)) => panic!("{}: {error}", path.display()),
        }
    }
}

/// Whether a file has one of the traits for which hcl-edit refuses what Terraform takes.
fn refused_wrongly(source: &str) -> bool {
    source.starts_with('\u{feff}') || source.contains("for ") || source.contains('\u{1a}')
}

/// What both take, and what both refuse.
#[test]
fn snippets_have_the_same_tree() {
    let valid = [
        "",
        "# only a comment",
        "a = 1",
        "a=1\nb=2\n",
        "a {}\n",
        "a \"b\" c {}\n",
        "a { b = 1 }\n",
        "a {\n  b {\n    c = 1\n  }\n  b {}\n}\n",
        "a = \"x ${b} y ${\"in ${c}\"}\"\n",
        "a = \"%{ if b }x%{ else }y%{ endif }\"\n",
        "a = \"%{ for k, v in m }${k}=${v},%{ endfor }\"\n",
        "a = <<EOT\nx\n${y}\nEOT\n",
        "a = <<-EOT\n    x\n      y\n  EOT\n",
        "a = [1, 2.5, -3, 1e3]\n",
        "a = [\n  1,\n  2,\n]\n",
        "a = { b = 1, \"c\" = 2, (d) = 3, e : 4 }\n",
        "a = {\n  b = 1\n  c = 2\n}\n",
        "a = b.c[0].d[\"e\"][*].f.0.g.*.h\n",
        "a = f(x, y...)\nb = g()\nc = ns::h(1,)\n",
        "a = b ? c : d ? e : f\n",
        "a = !b && -c < 3 * (d + 1) % 2 || e != f\n",
        "a = [for x in y : x.z if x.z != null]\n",
        "a = { for k, v in y : k => v... }\n",
        "a = \"\\n\\t\\\"\\\\\\u00e9\\U0001f600 $${x} %%{y}\"\n",
        "a = b /* c */ + /* d */ e // f\n",
        "a = (b\n  + c)\n",
        "été = \"ß\"\n",
        "a = true\nb = null\n",
    ];
    for source in valid {
        assert_eq!(ours(source), theirs(source), "{source:?}");
    }
    let invalid = [
        "a = ",
        "a",
        "a b",
        "a \"b\"\n",
        "a {",
        "a = [1",
        "a = {b}",
        "= 1",
        "a = 1 b = 2",
        "a = \"${b\"",
        "a = \"\\x\"",
        "a = f(1",
        "a = b ? c",
        "a = [for x : y]",
        "a = <<EOT\nx",
        "a = 'b'",
        "a = 1 +",
        "a = \"%{ if b }\"",
        "}",
        "a = b..c",
    ];
    for source in invalid {
        assert!(ours(source).is_err(), "{source:?}");
        assert!(theirs(source).is_err(), "{source:?}");
    }
}

/// Where Terraform decides otherwise than hcl-edit 0.10; each was asked of Terraform 1.11.
#[test]
fn known_deviations_of_the_other_parser() {
    let deep = format!("a = {}1{}\n", "(".repeat(100), ")".repeat(100));
    let chain = format!("a = 1{}\n", " + 1".repeat(500));
    let valid = [
        "\u{feff}a = 1\n",
        "a = { for k in b : k => k\n  ? 1\n  : 2 }\n",
        "a = { b = 1, b = 2 }\n",
        "a = 1e400\n",
        deep.as_str(),
        chain.as_str(),
    ];
    for source in valid {
        assert!(ours(source).is_ok(), "{:?}", ours(source));
        assert!(theirs(source).is_err(), "hcl-edit has learned this: {source:?}");
    }
    let invalid =
        ["a = <<EOT\nx\nEOT", "a = x.0.1\n", "a = x.\n  b\n", "a = 10.0.0.0\n", "a = \"b\nc\"\n", "a = 1\na = 2\n"];
    for source in invalid {
        assert!(ours(source).is_err(), "{source:?}");
    }
}

/// hcl-edit's strip markers stand beside the text.
#[test]
fn strip_markers_are_seen_by_both() {
    let source = "a = \"x ${~ b ~} y\"\n";
    let body: Body = source.parse().unwrap();
    let Some(Expression::StringTemplate(template)) = body.get_attribute("a").map(|attribute| &attribute.value) else {
        panic!("a template");
    };
    let strips = template.iter().any(|e| matches!(e, Element::Interpolation(i) if i.strip == Strip::Both));
    assert!(strips);
    assert_eq!(ours(source).unwrap(), "\na = template(\"x\" b \"y\" )");
}

fn table<T: serde::de::DeserializeOwned>(name: &str) -> Vec<(String, T)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/syntax").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn what_terraform_takes_and_refuses() {
    let snippets: Vec<(String, bool)> = table("snippets.json");
    assert!(snippets.len() > 300);
    for (source, valid) in snippets {
        assert_eq!(syntax::parse(&source).errors.is_empty(), valid, "{source:?}");
    }
}

/// A scope in which no name means anything.
struct Nothing;

impl<'a> Scope<'a> for Nothing {
    fn resolve(&self, name: &'a str, _: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
        Err(EvalError::new(name, at))
    }

    fn attribute(&self, _: InstanceId, name: &'a str, at: Origin) -> Result<Value<'a>, EvalError> {
        Err(EvalError::new(name, at))
    }

    fn call(&self, _: &str, _: &[Value<'a>], _: Origin) -> Option<Result<Value<'a>, EvalError>> {
        None
    }
}

#[test]
fn templates_give_the_text_that_terraform_gives() {
    let templates: Vec<(String, serde_json::Value)> = table("templates.json");
    assert!(templates.len() > 50);
    for (template, expected) in templates {
        let source = format!("x = {template}\n");
        let tree = syntax::parse(&source);
        assert_eq!(tree.errors, [], "{template:?}");
        let tree = tree.view(&source);
        let attribute = tree.attribute(tree.root(), "x").unwrap();
        let (arena, session) = (bumpalo::Bump::new(), Session::default());
        let interp = Interp { arena: &arena, tree, base: 0, null_flow: false, scope: &Nothing, session: &session };
        let value = interp.eval(attribute.expr).unwrap();
        match value.kind {
            Kind::Int(number) => assert_eq!(serde_json::json!(number), expected, "{template:?}"),
            _ => assert_eq!(serde_json::json!(value.as_str()), expected, "{template:?}"),
        }
    }
}
