//! Calls of functions in expressions: their arguments, what a null or sensitive argument makes of the result, and the
//! functions that see expressions instead of values (`try`, `can`).

use super::functions;
use super::interp::{Env, EvalError, Evaluated, Interp, article, place_of};
use crate::syntax::{Call, Node, NodeId};
use crate::value::{Kind, Marks, Reason, ReasonKind, Ty, Unknown, Value};

impl<'a> Interp<'a, '_> {
    pub(super) fn call(&self, call: &Call, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let name = self.tree.text(call.name);
        let name = name.strip_prefix("core::").unwrap_or(name);
        let arg_nodes = self.tree.list(call.args);
        match name {
            "try" => return self.try_call(arg_nodes, node, env),
            "can" if arg_nodes.len() != 1 => {
                return self.error(format!("can takes 1 argument, not {}", arg_nodes.len()), node);
            }
            "templatestring" if !self.null_flow && arg_nodes.first().is_some_and(|first| self.is_made_here(*first)) => {
                let message = "templatestring takes a reference to a template, not one that is written or made here";
                return self.error(message, node);
            }
            "can" => {
                let value = self.session.with_quiet(true, || self.eval_in(arg_nodes[0], env));
                return Ok(match value {
                    Err(error) if error.limit => return Err(error),
                    Err(_) => Value::FALSE,
                    Ok(value) => match value.first_unknown() {
                        Some(unknown) if !self.null_flow => self.follows(unknown, Ty::Bool, self.origin(node)),
                        _ => Value::TRUE,
                    },
                }
                .at(self.origin(node)));
            }
            _ => {}
        }
        let args = self.arguments(call, arg_nodes, env)?;
        let args = match args {
            Ok(args) => args,
            Err(unknown) => return Ok(self.follows(unknown, Ty::Any, self.origin(node))),
        };
        if self.null_flow && name == "coalesce" && args.iter().all(Value::is_null) {
            return Ok(Value::NULL);
        }
        if self.null_flow && args.iter().any(Value::is_null) {
            match null_argument(name) {
                NullArgument::Passed => {}
                NullArgument::Empty => {
                    let args: Vec<Value<'a>> = args
                        .iter()
                        .map(|arg| if arg.is_null() { Value::of(Kind::Tuple(&[])).at(arg.origin) } else { *arg })
                        .collect();
                    return self.function(name, &args, node);
                }
                NullArgument::Null => return Ok(Value::NULL),
            }
        }
        self.function(name, &args, node)
    }

    /// The arguments, or the unknown that hides how many there are (`f(unknown...)`).
    fn arguments(
        &self,
        call: &Call,
        nodes: &[NodeId],
        env: Option<&Env<'_, 'a>>,
    ) -> Result<Result<Vec<Value<'a>>, &'a Unknown<'a>>, EvalError> {
        let mut args = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate() {
            let value = self.eval_in(*node, env)?;
            if !(call.expand && index + 1 == nodes.len()) {
                args.push(value);
            } else if let Kind::Unknown(unknown) = value.kind {
                let is_list = matches!(unknown.ty, Ty::Any | Ty::List(_) | Ty::Set(_) | Ty::Tuple(_));
                if !is_list && !self.null_flow {
                    return self.error(format!("`...` needs a list, not a {}", unknown.ty), *node);
                }
                return Ok(Err(unknown));
            } else if let Some(unknown) = value.first_perhaps() {
                return Ok(Err(unknown));
            } else if let Some(items) = value.elements() {
                args.extend_from_slice(items);
            } else if !(self.null_flow && value.is_null()) {
                return self.error(format!("`...` needs a list, not {}", article(&value)), *node);
            }
        }
        Ok(Ok(args))
    }

    fn function(&self, name: &str, args: &[Value<'a>], node: NodeId) -> Evaluated<'a> {
        let at = self.origin(node);
        args.iter().for_each(|arg| self.session.look_through(arg));
        if !self.null_flow {
            args.iter().for_each(|arg| self.session.read_through(arg));
        }
        if let ("jsondecode" | "yamldecode" | "base64decode", [encoded]) = (name, args)
            && let Some(decoded) = self.session.decoded(encoded).or_else(|| self.scope.decoded(encoded))
        {
            if self.null_flow {
                return Ok(decoded);
            }
            let secret = encoded.marks.among(Marks::SENSITIVE.with(Marks::DECLARED));
            return Ok(if name == "base64decode" { decoded } else { self.as_read(decoded) }.marked(secret));
        }
        let pure = || {
            let result = functions::call(self.arena, name, args, self.null_flow)?;
            Some(result.map_err(|message| {
                let workspace = args.iter().any(|arg| arg.marks.has(Marks::WORKSPACE));
                EvalError { workspace, ..EvalError::new(message, at) }
            }))
        };
        let own = || self.scope.call(name, args, at);
        // Rules call functions of their own most.
        let result = if self.null_flow { own().or_else(pure) } else { pure().or_else(own) };
        let mut result = result.unwrap_or_else(|| {
            self.scope.no_function(name, at);
            let name = self.arena.alloc_str(&format!("{name}()"));
            Ok(self.unknown(Reason { kind: ReasonKind::Function, name, at }))
        })?;
        self.session.met_infinity(matches!(result.kind, Kind::Big(number) if number.is_infinite()));
        if let ("tostring" | "tonumber" | "tobool", Kind::Unknown(unknown), false) = (name, result.kind, self.null_flow)
        {
            // Terraform forgets here what it knew of an unknown.
            result = self.forgotten(result, Unknown { not_null: false, told: 0, ..*unknown });
        }
        if !result.origin.is_some() {
            // In a rule, what a function makes of a value stands where the value stands.
            result.origin = match self.base {
                0 => args.iter().map(place_of).find(|origin| origin.is_some()).unwrap_or_default(),
                _ => at,
            };
        }
        if let ("jsonencode" | "yamlencode" | "base64encode", [decoded]) = (name, args) {
            if let Kind::Unknown(unknown) = result.kind {
                // Of its final type at once: a conversion would give it another address.
                let unknown = Unknown { ty: Ty::String, not_null: true, ..*unknown };
                result.kind = Kind::Unknown(self.arena.alloc(unknown));
            }
            self.session.remember(&result, *decoded);
        }
        let scalar = result.elements().is_none() && result.entries().is_none();
        if (scalar || !self.null_flow) && is_sensitive_call(name, args) {
            result = result.marked(Marks::SENSITIVE);
            if args.iter().any(|arg| arg.any_marked(Marks::DECLARED)) {
                result = result.marked(Marks::DECLARED);
            }
        }
        if scalar && !matches!(name, "nonsensitive" | "issensitive" | "ephemeralasnull") {
            for (arg, mark) in args.iter().flat_map(|arg| TRAVELLING.map(|mark| (arg, mark))) {
                if arg.marks.has(mark) {
                    result = result.marked(mark);
                }
            }
        }
        Ok(result)
    }

    /// Whether an expression is no reference, but text or a computation.
    fn is_made_here(&self, node: NodeId) -> bool {
        matches!(self.tree.node(node), Node::Str(_) | Node::Template(_) | Node::Call(_) | Node::Conditional(..))
    }

    /// An unknown of which less is known than before, but still what it was encoded from.
    fn forgotten(&self, value: Value<'a>, unknown: Unknown<'a>) -> Value<'a> {
        let less = Value { kind: Kind::Unknown(self.arena.alloc(unknown)), ..value };
        if let Some(decoded) = self.session.decoded(&value) {
            self.session.remember(&less, decoded);
        }
        less
    }

    /// A value as it comes back from JSON or YAML: tuples and objects, and of what is not known any type.
    fn as_read(&self, value: Value<'a>) -> Value<'a> {
        let all = |items: &'a [Value<'a>]| -> &'a [Value<'a>] {
            let items: Vec<_> = items.iter().map(|item| self.as_read(*item)).collect();
            self.arena.alloc_slice_fill_iter(items)
        };
        let kind = match value.kind {
            Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => Kind::Tuple(all(items)),
            Kind::Map(entries) | Kind::Object(entries) => {
                let entries: Vec<_> = entries.iter().map(|(key, value)| (*key, self.as_read(*value))).collect();
                Kind::Object(self.arena.alloc_slice_fill_iter(entries))
            }
            Kind::Unknown(unknown) => {
                Kind::Unknown(self.arena.alloc(Unknown { ty: Ty::Any, not_null: false, ..*unknown }))
            }
            other => other,
        };
        Value { kind, ..value }
    }

    fn try_call(&self, nodes: &[NodeId], node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        for (index, candidate) in nodes.iter().enumerate() {
            // What the last one leaves unknown nothing else makes up for.
            let quiet = self.session.is_quiet() || index + 1 < nodes.len();
            match self.session.with_quiet(quiet, || self.eval_in(*candidate, env)) {
                // Terraform forgets here what it knew of an unknown: another candidate may have another type.
                Ok(value @ Value { kind: Kind::Unknown(unknown), .. }) if !self.null_flow => {
                    return Ok(self.forgotten(value, Unknown { ty: Ty::Any, not_null: false, told: 0, ..*unknown }));
                }
                Ok(value) => return Ok(value),
                Err(error) if error.limit => return Err(error),
                Err(_) => {}
            }
        }
        let message = match nodes {
            [] => "try takes at least 1 argument, not 0",
            _ => "None of the expressions given to try has a value",
        };
        self.error(message, node)
    }
}

/// Marks that go from an argument to the result.
const TRAVELLING: [Marks; 3] = [Marks::OUTSIDE, Marks::WORKSPACE, Marks::EPHEMERAL];

/// Whether the result of a function is sensitive as a whole, by Terraform's rule: if any part of an argument is. Of those
/// that hand elements on, only what is sensitive as a whole counts: their elements keep their marks.
fn is_sensitive_call(name: &str, args: &[Value<'_>]) -> bool {
    let (whole, any) = (Value::is_sensitive, Value::any_sensitive);
    match (name, args) {
        ("nonsensitive" | "issensitive" | "ephemeralasnull", _) => false,
        // Their results are arguments, with the marks of these.
        ("tolist" | "toset" | "tomap" | "tostring" | "tonumber" | "tobool" | "sensitive", _) => false,
        ("lookup", [map, key, ..]) => whole(map) || whole(key),
        ("slice" | "element" | "chunklist", [list, others @ ..]) => whole(list) || others.iter().any(any),
        ("zipmap", [keys, values]) => any(keys) || whole(values),
        ("flatten", [list]) => whole(list) || list.elements().unwrap_or_default().iter().any(holds_sensitive_list),
        ("length" | "one" | "merge" | "concat" | "keys" | "values" | "reverse" | "setproduct", _) => {
            args.iter().any(whole)
        }
        _ => args.iter().any(any),
    }
}

/// Whether a value is a list that is sensitive as a whole, or holds one.
fn holds_sensitive_list(value: &Value<'_>) -> bool {
    value.elements().is_some_and(|items| value.is_sensitive() || items.iter().any(holds_sensitive_list))
}
/// What a null argument does to a function while null flows.
enum NullArgument {
    /// The function knows null.
    Passed,
    /// It counts as an empty collection.
    Empty,
    /// The result is null.
    Null,
}

fn null_argument(name: &str) -> NullArgument {
    match name {
        "coalesce"
        | "jsonencode"
        | "yamlencode"
        | "tostring"
        | "tonumber"
        | "tobool"
        | "one"
        | "sensitive"
        | "nonsensitive"
        | "issensitive"
        | "covers_port"
        | "named_ports"
        | "port_count"
        | "statements"
        | "secrets"
        | "in_code"
        | "is_narrowed"
        | "is_own_key"
        | "sensitive_attributes"
        | "resources"
        | "referring"
        | "referred"
        | "by_version"
        | "entry" => NullArgument::Passed,
        "length" | "contains" | "concat" | "flatten" | "setintersection" | "setunion" | "setsubtract" | "distinct"
        | "compact" | "anytrue" | "alltrue" | "keys" | "values" | "merge" | "sort" | "sort_by" | "reverse" | "sum"
        | "toset" | "tolist" | "coalescelist" | "is_open_cidr" | "join" => NullArgument::Empty,
        _ => NullArgument::Null,
    }
}
