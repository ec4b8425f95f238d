//! Whose tokens a trust policy takes: the issuer behind a principal or a condition of it, also where that is an attribute
//! of a provider that is not made yet.

use super::path::Attributes;
use crate::estate::{Estate, InstanceId};
use crate::value::{Kind, Unknown, Value};

/// What stands before the issuer in the ARN of a provider.
const IN_ARN: &str = "oidc-provider/";

/// The issuer of the clusters of EKS: each has one of its own below it.
const OF_EKS: &str = "oidc.eks";

/// The issuer that a principal or a variable of a condition names, without `https://`; null if it names none.
pub(super) fn oidc_issuer<'s>(estate: &'s Estate<'_>, named: &Value<'s>) -> Value<'s> {
    let issuer = match named.kind {
        Kind::Str(text) => match text.split_once(IN_ARN) {
            Some((_, issuer)) => Value::str(issuer),
            // A variable (`gitlab.com:sub`), or an issuer that AWS knows by itself (`accounts.google.com`).
            None => match text.rsplit_once(':').map_or(text, |(issuer, _)| issuer) {
                issuer if issuer.contains(':') || !issuer.contains('.') => Value::NULL,
                issuer => Value::str(issuer),
            },
        },
        Kind::Unknown(unknown) => of_unknown(estate, unknown).unwrap_or(*named),
        _ => Value::NULL,
    };
    issuer.at(named.origin)
}

/// `None`: nobody can say.
fn of_unknown<'s>(estate: &'s Estate<'_>, unknown: &'s Unknown<'s>) -> Option<Value<'s>> {
    if let Some((_, issuer)) = unknown.suffix.split_once(IN_ARN) {
        return Some(Value::str(issuer));
    }
    if [":root", ":role/", ":user/", ":saml-provider/"].iter().any(|part| unknown.suffix.contains(part)) {
        return Some(Value::NULL);
    }
    let type_of = |id: InstanceId| estate.instance(id).type_name;
    let Some(ident) = unknown.ident.filter(|ident| matches!(ident.path, "arn" | "id")) else {
        return of_cluster(estate, unknown);
    };
    if type_of(ident.instance) != "aws_iam_openid_connect_provider" {
        return Some(Value::NULL);
    }
    let url = estate.written(ident.instance, "url");
    match url.kind {
        Kind::Str(url) => Some(Value::str(url.split_once("://").map_or(url, |(_, issuer)| issuer))),
        Kind::Unknown(unknown) => of_cluster(estate, unknown).or(Some(url)),
        _ => None,
    }
}

fn of_cluster<'s>(estate: &Estate<'_>, unknown: &Unknown<'_>) -> Option<Value<'s>> {
    let mut parts = unknown.deps.iter().chain(&unknown.ident);
    let found = parts.any(|ident| estate.instance(ident.instance).type_name == "aws_eks_cluster");
    found.then(|| Value::str(OF_EKS))
}
