//! Resources that are a grant by themselves: members and bindings of Google Cloud, role assignments of Azure, permissions
//! of Lambda functions. Which one a block is shows by its attributes.

use bumpalo::Bump;

use crate::value::Value;

use super::policy::{condition, strings};
use super::{get, list, many, object};

/// The statements of a block that is a grant; none for any other block.
pub(super) fn of_block<'a>(arena: &'a Bump, block: &Value<'a>) -> Vec<Value<'a>> {
    let has = |name: &str| !get(block, name).is_null();
    if has("binding") {
        return many(&get(block, "binding")).iter().map(|one| binding(arena, one)).collect();
    }
    if has("role") && (has("member") || has("members")) {
        return vec![binding(arena, block)];
    }
    if has("principal") && has("action") {
        return vec![lambda(arena, block)];
    }
    if has("principal_id") && (has("role_definition_name") || has("role_definition_id")) {
        return vec![role_assignment(arena, block)];
    }
    if has("permissions") && has("principal") {
        return vec![permissions(arena, block)];
    }
    Vec::new()
}

struct Grant<'a> {
    actions: Value<'a>,
    resources: Value<'a>,
    principals: Vec<Value<'a>>,
    conditions: Vec<Value<'a>>,
}

fn allow<'a>(arena: &'a Bump, written: &Value<'a>, grant: &Grant<'a>) -> Value<'a> {
    let none = list(arena, &[]);
    object(
        arena,
        &[
            ("sid", get(written, "statement_id")),
            ("effect", Value::str("Allow")),
            ("actions", grant.actions),
            ("not_actions", none),
            ("resources", grant.resources),
            ("not_resources", none),
            ("principals", list(arena, &grant.principals)),
            ("not_principals", none),
            ("conditions", list(arena, &grant.conditions)),
        ],
    )
    .at(written.origin)
}

/// `{role, members, condition}`: the role is the action, its members are the principals.
pub(super) fn binding<'a>(arena: &'a Bump, written: &Value<'a>) -> Value<'a> {
    if written.is_unknown() {
        return *written;
    }
    let members = ["members", "member"].iter().map(|name| get(written, name)).find(|found| !found.is_null());
    let principals = many(&members.unwrap_or(Value::NULL))
        .into_iter()
        .map(|member| {
            let ty = member.as_str().map(|text| text.split_once(':').map_or(text, |(ty, _)| ty));
            let ty = ty.map_or(Value::NULL, Value::str);
            if member.is_unknown() { member } else { object(arena, &[("type", ty), ("id", member)]).at(member.origin) }
        })
        .collect();
    let conditions = many(&get(written, "condition"))
        .into_iter()
        .map(|one| condition(arena, Value::str("expression"), get(&one, "title"), &get(&one, "expression")))
        .collect();
    let actions = strings(arena, &get(written, "role"));
    allow(arena, written, &Grant { actions, resources: list(arena, &[]), principals, conditions })
}

/// `aws_lambda_permission` and its like.
fn lambda<'a>(arena: &'a Bump, written: &Value<'a>) -> Value<'a> {
    let principal = get(written, "principal");
    let ty = match principal.as_str() {
        Some("*") => Value::str("*"),
        Some(text) if text.contains(".amazonaws.com") => Value::str("Service"),
        Some(_) => Value::str("AWS"),
        None => Value::NULL,
    };
    let mut conditions = Vec::new();
    for (name, test, variable) in [
        ("source_arn", "ArnLike", "AWS:SourceArn"),
        ("source_account", "StringEquals", "AWS:SourceAccount"),
        ("principal_org_id", "StringEquals", "aws:PrincipalOrgID"),
        ("event_source_token", "StringEquals", "lambda:EventSourceToken"),
        ("function_url_auth_type", "StringEquals", "lambda:FunctionUrlAuthType"),
    ] {
        let value = get(written, name);
        if !value.is_null() {
            conditions.push(condition(arena, Value::str(test), Value::str(variable), &value));
        }
    }
    let principals = vec![object(arena, &[("type", ty), ("id", principal)]).at(principal.origin)];
    let resources = strings(arena, &get(written, "function_name"));
    allow(
        arena,
        written,
        &Grant { actions: strings(arena, &get(written, "action")), resources, principals, conditions },
    )
}

/// `azurerm_role_assignment`: the role is the action, the scope the resource.
fn role_assignment<'a>(arena: &'a Bump, written: &Value<'a>) -> Value<'a> {
    let name = get(written, "role_definition_name");
    let role = if name.is_null() { get(written, "role_definition_id") } else { name };
    let id = get(written, "principal_id");
    let principals = vec![object(arena, &[("type", get(written, "principal_type")), ("id", id)]).at(id.origin)];
    let expression = get(written, "condition");
    let conditions = if expression.is_null() {
        Vec::new()
    } else {
        vec![condition(arena, Value::str("expression"), Value::NULL, &expression)]
    };
    let resources = strings(arena, &get(written, "scope"));
    allow(arena, written, &Grant { actions: strings(arena, &role), resources, principals, conditions })
}

/// `aws_lakeformation_permissions` and its like: permissions for one principal.
fn permissions<'a>(arena: &'a Bump, written: &Value<'a>) -> Value<'a> {
    let id = get(written, "principal");
    let principals = vec![object(arena, &[("type", Value::str("AWS")), ("id", id)]).at(id.origin)];
    let actions = strings(arena, &get(written, "permissions"));
    allow(arena, written, &Grant { actions, resources: list(arena, &[]), principals, conditions: Vec::new() })
}
