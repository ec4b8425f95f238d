//! A tree as text, for tests: operators first, in brackets; strings quoted; splat items as `@`.

use super::{BodyId, Item, Node, NodeId, Tree, TreeBuf};

/// A file's items, one a line, nested blocks indented.
pub(super) fn file(tree: &TreeBuf, source: &str) -> String {
    let mut out = String::new();
    let view = tree.view(source);
    body(&view, view.root(), 0, &mut out);
    out
}

fn body(tree: &Tree<'_>, id: BodyId, depth: usize, out: &mut String) {
    for item in tree.items(id) {
        out.push_str(&"  ".repeat(depth));
        match item {
            Item::Attribute(attribute) => {
                out.push_str(&format!("{} = {}\n", tree.text(attribute.name), expr(tree, attribute.expr)));
            }
            Item::Block(block) => {
                out.push_str(tree.kind(*block));
                for label in tree.labels(*block) {
                    out.push_str(&format!(" {:?}", tree.text(label.text)));
                }
                out.push('\n');
                body(tree, tree.block(*block).body, depth + 1, out);
            }
        }
    }
}

/// One expression.
pub(super) fn expr(tree: &Tree<'_>, id: NodeId) -> String {
    let one = |id: NodeId| expr(tree, id);
    let all = |seq| tree.list(seq).iter().map(|id| one(*id)).collect::<Vec<_>>().join(" ");
    match tree.node(id) {
        Node::Null => "null".to_owned(),
        Node::Bool(truth) => truth.to_string(),
        Node::Number(text) | Node::Variable(text) => tree.text(text).to_owned(),
        Node::Str(text) => format!("{:?}", tree.text(text)),
        Node::Template(parts) => format!("(template {})", all(parts)),
        Node::Wrap(inner) => format!("(wrap {})", one(inner)),
        Node::IfDirective { cond, then, otherwise } => match otherwise {
            Some(otherwise) => format!("(if {} {} {})", one(cond), one(then), one(otherwise.get())),
            None => format!("(if {} {})", one(cond), one(then)),
        },
        Node::Tuple(items) => format!("[{}]", all(items)),
        Node::Object(entries) => {
            let entries: Vec<String> =
                tree.list(entries).chunks(2).map(|entry| format!("{}: {}", one(entry[0]), one(entry[1]))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Node::Attr(source, name) => format!("{}.{}", one(source), tree.text(name)),
        Node::Index(source, key) => format!("{}[{}]", one(source), one(key)),
        Node::Splat { source, each } => format!("(splat {} {})", one(source), one(each)),
        Node::SplatItem => "@".to_owned(),
        Node::Call(call) => {
            let call = tree.call(call);
            format!("{}({}{})", tree.text(call.name), all(call.args), if call.expand { " ..." } else { "" })
        }
        Node::Unary(operator, operand) => format!("({operator:?} {})", one(operand)),
        Node::Binary(operator, left, right) => format!("({operator:?} {} {})", one(left), one(right)),
        Node::Conditional(cond, then, otherwise) => format!("(? {} {} {})", one(cond), one(then), one(otherwise)),
        Node::For(index) | Node::ForDirective(index) => {
            let each = tree.for_expr(index);
            let mut out = String::from(if matches!(tree.node(id), Node::For(_)) { "(for " } else { "(each " });
            if let Some(name) = each.key_name {
                out.push_str(&format!("{}, ", tree.text(name)));
            }
            out.push_str(&format!("{} in {}: ", tree.text(each.value_name), one(each.collection)));
            if let Some(key) = each.key {
                out.push_str(&format!("{} => ", one(key.get())));
            }
            out.push_str(&one(each.value));
            if each.group {
                out.push_str("...");
            }
            if let Some(cond) = each.cond {
                out.push_str(&format!(" if {}", one(cond.get())));
            }
            out.push(')');
            out
        }
        Node::Paren(inner) => format!("(paren {})", one(inner)),
        Node::BlockHeader(_) => "<header>".to_owned(),
        Node::Invalid => "<invalid>".to_owned(),
    }
}
