//! A policy says the same in every notation: JSON in a heredoc, `jsonencode`, a policy document, `file()` and
//! `templatefile()` give one answer to every question that is asked of it.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use common::onus;
use serde_json::{Value, json};

/// What is said of one resource: verdict and severity of each setting, as often as it is said.
type Said = BTreeMap<String, usize>;

/// The text that waits in each notation, where the policy writes `LATER`.
const LATER: &str = "LATER";

/// The resources of the test: type, what else it needs, and the attribute that holds the policy.
const TYPES: [(&str, &str, &str); 9] = [
    ("aws_iam_policy", "", "policy"),
    ("aws_iam_role_policy", "role = \"deploy\"", "policy"),
    ("aws_iam_role", "", "assume_role_policy"),
    ("aws_s3_bucket_policy", "bucket = \"acme-reports\"", "policy"),
    ("aws_kms_key", "", "policy"),
    ("aws_kms_key_policy", "key_id = \"1234abcd-12ab-34cd-56ef-1234567890ab\"", "policy"),
    ("aws_sqs_queue_policy", "queue_url = \"https://sqs.eu-central-1.amazonaws.com/123456789012/q\"", "policy"),
    ("aws_sns_topic_policy", "arn = \"arn:aws:sns:eu-central-1:123456789012:t\"", "policy"),
    ("aws_secretsmanager_secret_policy", "secret_arn = \"s\"", "policy"),
];

fn resource(of_type: &str, name: &str, expression: &str) -> String {
    let (_, beside, attribute) = TYPES.iter().find(|(known, ..)| *known == of_type).unwrap();
    format!("resource \"{of_type}\" \"{name}\" {{\n{beside}\n{attribute} = {expression}\n}}\n")
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect(),
        other => panic!("{other} is no text"),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace(LATER, "${var.later}"))
}

fn list(value: &Value) -> String {
    let items: Vec<String> = texts(value).into_iter().map(quoted).collect();
    format!("[{}]", items.join(", "))
}

fn statements(policy: &Value) -> Vec<Value> {
    match &policy["Statement"] {
        Value::Array(items) => items.clone(),
        one => vec![one.clone()],
    }
}

/// The same policy as a data source.
fn document(name: &str, policy: &Value) -> String {
    let mut out = format!("data \"aws_iam_policy_document\" \"{name}\" {{\n");
    for statement in statements(policy) {
        out.push_str("statement {\n");
        for (written, attribute) in [
            ("Action", "actions"),
            ("NotAction", "not_actions"),
            ("Resource", "resources"),
            ("NotResource", "not_resources"),
        ] {
            if let Some(value) = statement.get(written) {
                writeln!(out, "{attribute} = {}", list(value)).unwrap();
            }
        }
        for (written, attribute) in [("Effect", "effect"), ("Sid", "sid")] {
            if let Some(value) = statement.get(written) {
                writeln!(out, "{attribute} = {}", quoted(value.as_str().unwrap())).unwrap();
            }
        }
        let everyone = json!({"*": "*"});
        let principals = match statement.get("Principal") {
            Some(Value::Object(principals)) => principals.clone(),
            Some(_) => everyone.as_object().unwrap().clone(),
            None => serde_json::Map::new(),
        };
        for (kind, ids) in principals {
            writeln!(out, "principals {{\ntype = \"{kind}\"\nidentifiers = {}\n}}", list(&ids)).unwrap();
        }
        for (test, keys) in statement.get("Condition").and_then(Value::as_object).into_iter().flatten() {
            for (variable, values) in keys.as_object().unwrap() {
                let values = list(values);
                let head = format!("condition {{\ntest = \"{test}\"\nvariable = {}", quoted(variable));
                writeln!(out, "{head}\nvalues = {values}\n}}").unwrap();
            }
        }
        out.push_str("}\n");
    }
    out.push_str("}\n");
    out
}

/// The notations, each with the files that make up one resource.
fn notations(name: &str, of_type: &str, policy: &Value) -> Vec<(&'static str, Vec<(String, String)>)> {
    let pretty = serde_json::to_string_pretty(policy).unwrap();
    let open = pretty.replace(LATER, "${var.later}");
    let main = |notation: &str, before: &str, expression: &str| {
        (
            format!("{name}-{notation}.tf"),
            format!("{before}{}", resource(of_type, &format!("{name}_{notation}"), expression)),
        )
    };
    let json = format!("{name}.json");
    let template = format!("{name}.json.tftpl");
    let document_name = format!("{name}_document");
    let mut all = vec![
        ("heredoc", vec![main("heredoc", "", &format!("<<-JSON\n{open}\nJSON"))]),
        ("jsonencode", vec![main("jsonencode", "", &format!("jsonencode({open})"))]),
        (
            "document",
            vec![main(
                "document",
                &document(&document_name, policy),
                &format!("data.aws_iam_policy_document.{document_name}.json"),
            )],
        ),
        (
            "templatefile",
            vec![
                (template.clone(), pretty.replace(LATER, "${later}")),
                main("templatefile", "", &format!("templatefile(\"{template}\", {{ later = var.later }})")),
            ],
        ),
    ];
    // A file holds nothing that is not known.
    if !pretty.contains(LATER) {
        all.push(("file", vec![(json.clone(), pretty), main("file", "", &format!("file(\"{json}\")"))]));
    }
    all
}

/// Judges all files at once: what is said of each resource, by name, and what is open in data sources.
fn judged(files: &[(String, String)]) -> (BTreeMap<String, Said>, BTreeSet<String>) {
    let run = onus()
        .args(["check", "--format", "json", "--show-secure", "--min-severity", "info", "."])
        .file("variables.tf", "variable \"later\" {\n  type = string\n}\n")
        .files(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
        .run();
    let report = run.json();
    assert_eq!(report["errors"].as_array().unwrap().len(), 0, "{}", report["errors"]);
    let (mut said, mut of_data) = (BTreeMap::new(), BTreeSet::new());
    for finding in report["findings"].as_array().unwrap() {
        let text = |name: &str| finding[name].as_str().unwrap();
        let address = finding["resource"]["address"].as_str().unwrap();
        let what = format!("{} {} {}", text("rule"), text("verdict"), text("severity"));
        let open = matches!(text("verdict"), "insecure" | "unset" | "unknown");
        if address.starts_with("data.") && open {
            of_data.insert(format!("{address} {what}"));
        } else if !address.starts_with("data.") {
            let name = address.split_once('.').unwrap().1;
            *said.entry(name.to_owned()).or_insert_with(Said::new).entry(what).or_default() += 1;
        }
    }
    (said, of_data)
}

/// A policy on a resource, and what must be said of it (`setting verdict`), whatever else is.
struct Case {
    name: &'static str,
    of_type: &'static str,
    policy: Value,
    says: &'static [&'static str],
}

fn one(statement: &Value) -> Value {
    json!({"Version": "2012-10-17", "Statement": [statement]})
}

fn identity(name: &'static str, action: &Value, resource: &Value, says: &'static [&'static str]) -> Case {
    let policy = one(&json!({"Effect": "Allow", "Action": action, "Resource": resource}));
    Case { name, of_type: "aws_iam_policy", policy, says }
}

const PUBLIC: &str = "aws-iam-resource-policy-public insecure";
const NOT_PUBLIC: &str = "aws-iam-resource-policy-public secure";
const MAYBE_PUBLIC: &str = "aws-iam-resource-policy-public unknown";
const ADMIN: &str = "aws-iam-no-full-admin insecure";

fn identity_cases() -> Vec<Case> {
    let everything = json!({"Effect": "Allow", "Action": "*", "Resource": "*"});
    vec![
        identity("admin", &json!("*"), &json!("*"), &[ADMIN]),
        identity("admin_lists", &json!(["s3:GetObject", "*"]), &json!(["*"]), &[ADMIN]),
        Case {
            name: "admin_alone",
            of_type: "aws_iam_role_policy",
            policy: json!({"Version": "2012-10-17", "Statement": everything}),
            says: &[ADMIN],
        },
        Case {
            name: "not_action",
            of_type: "aws_iam_policy",
            policy: one(&json!({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"})),
            says: &["aws-iam-not-action insecure", "aws-iam-no-full-admin secure"],
        },
        identity("pass", &json!("iam:P?ss*"), &json!("*"), &["aws-iam-pass-role insecure"]),
        identity("pass_any_case", &json!(["IAM:passrole"]), &json!("*"), &["aws-iam-pass-role insecure"]),
        identity("secrets", &json!("secretsmanager:Get*"), &json!("*"), &["aws-iam-policy-data insecure"]),
        identity("share", &json!(["s3:Put*"]), &json!("*"), &["aws-iam-policy-permissions insecure"]),
        identity(
            "unconfined",
            &json!("ecr:GetAuthorizationToken"),
            &json!("*"),
            &["aws-iam-policy-credentials secure_by_default"],
        ),
        identity("service", &json!("dynamodb:*"), &json!("*"), &["aws-iam-service-wildcard insecure"]),
        identity("put", &json!("iam:Put*"), &json!("*"), &["aws-iam-escalation insecure"]),
        identity(
            "narrow",
            &json!(["s3:GetObject", "s3:ListBucket"]),
            &json!("arn:aws:s3:::acme-reports/*"),
            &["aws-iam-no-full-admin secure", "aws-iam-pass-role not_applicable", "aws-iam-policy-data secure"],
        ),
        identity("action_later", &json!(LATER), &json!("*"), &["aws-iam-no-full-admin unknown"]),
        identity(
            "part_later",
            &json!("dynamodb:*"),
            &json!(["arn:aws:dynamodb:eu-central-1:123456789012:table/LATER"]),
            &["aws-iam-no-full-admin secure", "aws-iam-service-wildcard not_applicable"],
        ),
        Case {
            name: "known_beside_later",
            of_type: "aws_iam_policy",
            policy: json!({"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-central-1:LATER:q"},
                everything,
            ]}),
            says: &[ADMIN],
        },
        Case {
            name: "denied",
            of_type: "aws_iam_policy",
            policy: one(&json!({"Effect": "Deny", "Action": "*", "Resource": "*"})),
            says: &["aws-iam-no-full-admin not_applicable"],
        },
    ]
}

fn public(
    name: &'static str,
    of_type: &'static str,
    principal: &Value,
    action: &str,
    says: &'static [&'static str],
) -> Case {
    let mut statement = json!({"Effect": "Allow", "Principal": principal, "Action": action});
    if of_type != "aws_iam_role" {
        statement["Resource"] = json!("*");
    }
    Case { name, of_type, policy: one(&statement), says }
}

fn with_condition(mut case: Case, condition: Value) -> Case {
    case.policy["Statement"][0]["Condition"] = condition;
    case
}

fn resource_cases() -> Vec<Case> {
    let (star, aws, aws_list) = (json!("*"), json!({"AWS": "*"}), json!({"AWS": ["*"]}));
    let (named, later) = (json!({"AWS": "arn:aws:iam::123456789012:role/shop"}), json!({"AWS": LATER}));
    let open = &["aws-s3-policy-public insecure"];
    let trusted = &["aws-iam-trust-everyone insecure"];
    let organisation = json!({"StringEquals": {"aws:principalORGid": "o-a1b2c3d4e5"}});
    let topic = json!({"ArnEquals": {"AWS:SourceArn": "arn:aws:sns:eu-central-1:123456789012:t"}});
    let (bucket, role, key) = ("aws_s3_bucket_policy", "aws_iam_role", "aws_kms_key");
    vec![
        public("bucket", bucket, &star, "s3:GetObject", open),
        public("bucket_aws", bucket, &aws, "s3:GetObject", open),
        public("bucket_list", bucket, &aws_list, "s3:GetObject", open),
        public("bucket_named", bucket, &named, "s3:GetObject", &["aws-s3-policy-public secure_by_default"]),
        public("bucket_later", bucket, &later, "s3:GetObject", &["aws-s3-policy-public unknown"]),
        with_condition(
            public("bucket_organisation", bucket, &star, "s3:GetObject", &["aws-s3-policy-public secure"]),
            organisation.clone(),
        ),
        public("role", role, &star, "sts:AssumeRole", trusted),
        public("role_aws", role, &aws, "sts:AssumeRole", trusted),
        public("role_list", role, &aws_list, "sts:AssumeRole", trusted),
        public(
            "role_service",
            role,
            &json!({"Service": ["ecs-tasks.amazonaws.com"]}),
            "sts:AssumeRole",
            &["aws-iam-trust-everyone secure_by_default"],
        ),
        public("role_later", role, &later, "sts:AssumeRole", &["aws-iam-trust-everyone unknown"]),
        with_condition(
            public(
                "role_github",
                role,
                &json!({"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}),
                "sts:AssumeRoleWithWebIdentity",
                &["aws-iam-github-oidc-subject insecure"],
            ),
            json!({"StringLike": {"token.actions.githubusercontent.com:SUB": "repo:*"}}),
        ),
        public("key", key, &aws, "kms:*", &[PUBLIC]),
        public("key_policy", "aws_kms_key_policy", &star, "kms:Decrypt", &[PUBLIC]),
        with_condition(
            public("key_account", key, &aws_list, "kms:Decrypt", &[NOT_PUBLIC]),
            json!({"StringEquals": {"KMS:CallerAccount": "123456789012"}}),
        ),
        public("queue", "aws_sqs_queue_policy", &star, "sqs:SendMessage", &[PUBLIC]),
        with_condition(public("queue_topic", "aws_sqs_queue_policy", &star, "sqs:SendMessage", &[NOT_PUBLIC]), topic),
        public("queue_later", "aws_sqs_queue_policy", &later, "sqs:SendMessage", &[MAYBE_PUBLIC]),
        public("topic", "aws_sns_topic_policy", &aws, "sns:Publish", &[PUBLIC]),
        with_condition(
            public("topic_condition_later", "aws_sns_topic_policy", &aws, "sns:Publish", &[MAYBE_PUBLIC]),
            json!({"StringEquals": {"aws:SourceAccount": LATER}}),
        ),
        public("secret", "aws_secretsmanager_secret_policy", &aws_list, "secretsmanager:GetSecretValue", &[PUBLIC]),
        with_condition(
            public(
                "secret_organisation",
                "aws_secretsmanager_secret_policy",
                &star,
                "secretsmanager:GetSecretValue",
                &[NOT_PUBLIC],
            ),
            organisation,
        ),
    ]
}

fn has(said: &Said, wanted: &str) -> bool {
    said.keys().any(|what| what.strip_prefix(wanted).is_some_and(|rest| rest.starts_with(' ')))
}

#[test]
fn a_policy_says_the_same_in_every_notation() {
    let cases: Vec<Case> = identity_cases().into_iter().chain(resource_cases()).collect();
    let mut files = Vec::new();
    for case in &cases {
        for (_, of_notation) in notations(case.name, case.of_type, &case.policy) {
            files.extend(of_notation);
        }
    }
    let (said, of_data) = judged(&files);
    assert_eq!(of_data, BTreeSet::new(), "a document is judged where it is used");
    let mut wrong = String::new();
    for case in &cases {
        let name = |notation: &str| format!("{}_{notation}", case.name);
        let first = &said[&name("heredoc")];
        for wanted in case.says.iter().filter(|wanted| !has(first, wanted)) {
            writeln!(wrong, "{}: {wanted} is not said, but {first:#?}", case.name).unwrap();
        }
        for (notation, _) in notations(case.name, case.of_type, &case.policy) {
            let said = &said[&name(notation)];
            for (what, count) in said.iter().filter(|(what, count)| first.get(*what) != Some(*count)) {
                writeln!(wrong, "{}: {notation} says {count} times {what}", case.name).unwrap();
            }
            for (what, count) in first.iter().filter(|(what, _)| !said.contains_key(*what)) {
                writeln!(wrong, "{}: heredoc says {count} times {what}, {notation} does not", case.name).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What is not known as a whole is unknown, not fine, in every notation.
#[test]
fn a_policy_that_nobody_knows_is_unknown_in_every_notation() {
    let expressions = [
        ("variable", "var.later"),
        ("heredoc", "<<-JSON\n${var.later}\nJSON"),
        ("jsonencode", "jsonencode(jsondecode(var.later))"),
        ("document", "data.aws_iam_policy_document.d.json"),
        ("file", "file(\"${var.later}.json\")"),
        ("templatefile", "templatefile(\"${var.later}.tftpl\", {})"),
    ];
    let mut files = vec![(
        "d.tf".to_owned(),
        "data \"aws_iam_policy_document\" \"d\" {\nsource_policy_documents = [var.later]\n}\n".to_owned(),
    )];
    let types = [
        ("aws_iam_policy", "aws-iam-no-full-admin unknown"),
        ("aws_iam_role", "aws-iam-trust-everyone unknown"),
        ("aws_s3_bucket_policy", "aws-s3-policy-public unknown"),
        ("aws_kms_key", MAYBE_PUBLIC),
        ("aws_sqs_queue_policy", MAYBE_PUBLIC),
        ("aws_sns_topic_policy", MAYBE_PUBLIC),
    ];
    for (of_type, _) in types {
        for (notation, expression) in expressions {
            files.push((
                format!("{of_type}-{notation}.tf"),
                resource(of_type, &format!("{of_type}_{notation}"), expression),
            ));
        }
    }
    let (said, _) = judged(&files);
    for (of_type, wanted) in types {
        for (notation, _) in expressions {
            let said = &said[&format!("{of_type}_{notation}")];
            assert!(has(said, wanted), "{of_type} {notation}: {said:#?}");
        }
    }
}

/// Templates write more than values into a policy: lists, keys, and parts that may not be there at all.
#[test]
fn what_a_template_leaves_open_hides_no_more_than_it_must() {
    let statement = |rest: &str| format!("<<-J\n{{\"Statement\": [{{\"Effect\": \"Allow\", {rest}}}]}}\nJ");
    let later_key =
        r#""Action": "sqs:SendMessage", "Resource": "*", "Condition": {"StringEquals": {"${var.later}": "x"}}"#;
    let cases = [
        ("list", statement(r#""Action": ${jsonencode([var.later, "*"])}, "Resource": "*""#), ADMIN),
        ("number", statement(r#""Action": "*", "Resource": "*", "Sid": "${var.count}""#), ADMIN),
        ("escaped", statement(r#""Action": "*", "Resource": "*", "Sid": "a\\\"${var.later}\\\\""#), ADMIN),
        ("key", statement(&later_key.replace("sqs:SendMessage", "*")), "aws-iam-no-full-admin unknown"),
        ("broken", statement(r#""Action": "*", "Resource": "*" ${var.later}"#), "aws-iam-no-full-admin unknown"),
        (
            "perhaps",
            statement(r#""Action": "*", "Resource": "*" %{ if var.later == "" },"Condition": {}%{ endif }"#),
            "aws-iam-no-full-admin unknown",
        ),
    ];
    let mut files = vec![("count.tf".to_owned(), "variable \"count_of\" {\n  type = number\n}\n".to_owned())];
    for (name, expression, _) in &cases {
        let expression = expression.replace("var.count", "var.count_of");
        files.push((format!("{name}.tf"), resource("aws_iam_policy", name, &expression)));
    }
    let (said, _) = judged(&files);
    for (name, _, wanted) in &cases {
        assert!(has(&said[*name], wanted), "{name}: {:#?}", said[*name]);
    }
}

/// Documents that are made of others say what the policy says that Terraform makes of them.
#[test]
fn documents_made_of_others_say_what_the_whole_says() {
    let read =
        json!({"Sid": "Main", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-reports/*"});
    let admin = json!({"Sid": "Main", "Effect": "Allow", "Action": "*", "Resource": "*"});
    let other = json!({"Sid": "Other", "Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"});
    let text = |statement: &Value| serde_json::to_string(&one(statement)).unwrap();
    let statement = |statement: &Value| {
        let whole = document("x", &one(statement));
        whole.split_once('\n').unwrap().1.trim_end().trim_end_matches('}').to_owned()
    };
    // The document, and the policy that Terraform makes of it.
    let documents = [
        ("source", format!("source_policy_documents = [jsonencode({})]", text(&admin)), vec![&admin]),
        ("source_file", "source_policy_documents = [file(\"admin.json\")]".to_owned(), vec![&admin]),
        (
            "own_wins",
            format!("source_policy_documents = [jsonencode({})]\n{}", text(&admin), statement(&read)),
            vec![&read],
        ),
        (
            "override_wins",
            format!("{}\noverride_policy_documents = [data.aws_iam_policy_document.admin.json]", statement(&read)),
            vec![&admin],
        ),
        (
            "override_heredoc",
            format!("{}\noverride_policy_documents = [<<-J\n{}\nJ\n]", statement(&admin), text(&read)),
            vec![&read],
        ),
        (
            "both",
            format!("source_policy_documents = [file(\"admin.json\")]\n{}", statement(&other)),
            vec![&admin, &other],
        ),
    ];
    let mut files =
        vec![("admin.json".to_owned(), text(&admin)), ("admin.tf".to_owned(), document("admin", &one(&admin)))];
    for (name, body, whole) in &documents {
        let made = format!("data \"aws_iam_policy_document\" \"{name}\" {{\n{body}\n}}\n");
        let used = resource("aws_iam_policy", name, &format!("data.aws_iam_policy_document.{name}.json"));
        files.push((format!("{name}.tf"), format!("{made}{used}")));
        let whole = json!({"Version": "2012-10-17", "Statement": whole});
        let whole = resource("aws_iam_policy", &format!("{name}_whole"), &format!("jsonencode({whole})"));
        files.push((format!("{name}-whole.tf"), whole));
    }
    let (said, _) = judged(&files);
    for (name, _, whole) in &documents {
        assert_eq!(said[*name], said[&format!("{name}_whole")], "{name}");
        assert_eq!(has(&said[*name], ADMIN), whole.contains(&&admin), "{name}: {:#?}", said[*name]);
    }
}
