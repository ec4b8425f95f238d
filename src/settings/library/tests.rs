//! Tables of calls and their answers.

use super::*;
use crate::value::{Ident, InstanceId, Origin};

fn now() -> jiff::Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

fn answer<'a>(arena: &'a Bump, name: &str, args: &[Value<'a>]) -> Value<'a> {
    call(arena, name, args, now()).expect(name).unwrap()
}

/// The answer as people read it.
fn shown(name: &str, args: &[Value<'_>]) -> String {
    let arena = Bump::new();
    let args: Vec<Value<'_>> = args.to_vec();
    let answer = answer(&arena, name, &args);
    let text = text::valuetostring(&arena, &answer).as_str().unwrap().to_owned();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts<'a>(arena: &'a Bump, items: &[&'a str]) -> Value<'a> {
    let items: Vec<Value<'a>> = items.iter().map(|item| Value::str(item)).collect();
    list(arena, &items)
}

fn open(arena: &Bump) -> Value<'_> {
    unknown(arena, ReasonKind::Variable, "var.x")
}

#[test]
fn ports_are_covered_in_every_notation() {
    let arena = Bump::new();
    let range = object(&arena, &[("from", Value::int(20)), ("to", Value::int(25))]);
    for (ports, covered) in [
        (Value::int(22), "true"),
        (Value::str("22"), "true"),
        (Value::str("20-25"), "true"),
        (Value::str("*"), "true"),
        (Value::str("23-25"), "false"),
        (Value::str("80,22,443"), "true"),
        (range, "true"),
        (texts(&arena, &["80", "0-65535"]), "true"),
        (texts(&arena, &["80", "443"]), "false"),
        (texts(&arena, &[]), "false"),
        (Value::NULL, "true"),
        (open(&arena), "(unknown)"),
        (list(&arena, &[open(&arena), Value::str("22")]), "true"),
        (list(&arena, &[open(&arena), Value::str("80")]), "(unknown)"),
    ] {
        assert_eq!(shown("covers_port", &[ports, Value::int(22)]), covered, "{ports:?}");
    }
}

#[test]
fn protocols_are_known_by_name_and_number() {
    for (protocol, name, covered) in [
        ("tcp", "tcp", "true"),
        ("TCP", "tcp", "true"),
        ("6", "tcp", "true"),
        ("-1", "udp", "true"),
        ("*", "tcp", "true"),
        ("all", "icmp", "true"),
        ("udp", "tcp", "false"),
        ("17", "udp", "true"),
    ] {
        assert_eq!(shown("covers_protocol", &[Value::str(protocol), Value::str(name)]), covered, "{protocol} {name}");
    }
    assert_eq!(shown("covers_protocol", &[Value::NULL, Value::str("tcp")]), "(null)");
    assert_eq!(shown("covers_protocol", &[Value::int(-1), Value::str("tcp")]), "true");
}

#[test]
fn ports_are_counted_once_whatever_is_written() {
    for (ports, count) in [
        ("22", "1"),
        ("22-22", "1"),
        ("0-65535", "65536"),
        ("*", "65536"),
        ("-1--1", "65536"),
        ("25-20", "0"),
        ("22,80,20-25", "7"),
        ("-9223372036854775808-9223372036854775807", "0"),
        ("0-9223372036854775807", "65536"),
        ("99999999999999999999", "0"),
        ("ssh", "0"),
        ("", "0"),
    ] {
        assert_eq!(shown("port_count", &[Value::str(ports)]), count, "{ports}");
    }
    let arena = Bump::new();
    assert_eq!(shown("port_count", &[Value::NULL]), "65536");
    assert_eq!(shown("port_count", &[Value::int(443)]), "1");
    assert_eq!(shown("port_count", &[texts(&arena, &["80", "80-81", "443"])]), "3");
    assert_eq!(shown("port_count", &[list(&arena, &[open(&arena), Value::str("22")])]), "(unknown)");
}

#[test]
fn ports_are_known_by_what_stands_behind_them() {
    let arena = Bump::new();
    let entry = |port: i64, protocol: &'static str| {
        super::object(&arena, &[("port", Value::int(port)), ("protocol", Value::str(protocol))])
    };
    let table =
        super::object(&arena, &[("dns", entry(53, "udp")), ("smtp", entry(25, "tcp")), ("ssh", entry(22, "tcp"))]);
    for (ports, protocol, keys) in [
        ("22", "tcp", &["ssh"][..]),
        ("22", "6", &["ssh"]),
        ("22", "udp", &[]),
        ("20-60", "udp", &["dns"]),
        ("20-60", "-1", &["dns", "smtp", "ssh"]),
        ("*", "TCP", &["smtp", "ssh"]),
        ("443", "tcp", &[]),
        ("60-20", "tcp", &[]),
    ] {
        assert_eq!(keys_of(&[Value::str(ports), Value::str(protocol), table]), keys, "{ports} {protocol}");
    }
    assert_eq!(keys_of(&[Value::NULL, Value::str("udp"), table]), ["dns"]);
    assert_eq!(keys_of(&[Value::str("22"), Value::NULL, table]), [""; 0]);
    assert_eq!(keys_of(&[open(&arena), Value::str("tcp"), table]), ["(unknown)"]);
    let some = list(&arena, &[Value::str("22"), open(&arena)]);
    assert_eq!(keys_of(&[some, Value::str("tcp"), table]), ["ssh", "(unknown)"]);
}

fn keys_of(args: &[Value<'_>]) -> Vec<String> {
    let arena = Bump::new();
    let args: Vec<Value<'_>> = args.to_vec();
    let keys = answer(&arena, "named_ports", &args);
    keys.elements().unwrap().iter().map(|key| key.as_str().unwrap_or("(unknown)").to_owned()).collect()
}

#[test]
fn addresses_are_everyones_or_private_or_neither() {
    for (cidr, is_open, is_public, is_private) in [
        ("0.0.0.0/0", "true", "true", "false"),
        ("::/0", "true", "true", "false"),
        ("128.0.0.0/1", "true", "true", "false"),
        ("*", "true", "true", "false"),
        ("Internet", "true", "true", "false"),
        ("203.0.113.0/24", "false", "true", "false"),
        ("10.1.0.0/16", "false", "false", "true"),
        ("192.168.1.7", "false", "false", "true"),
        ("172.32.0.0/16", "false", "true", "false"),
        ("fd00::/8", "false", "false", "true"),
        ("VirtualNetwork", "false", "false", "false"),
        ("sg-0123", "false", "false", "false"),
        ("10.0.0.0/33", "false", "false", "false"),
    ] {
        let cidr = [Value::str(cidr)];
        assert_eq!(shown("is_open_cidr", &cidr), is_open, "{cidr:?}");
        assert_eq!(shown("is_public_cidr", &cidr), is_public, "{cidr:?}");
        assert_eq!(shown("is_private_cidr", &cidr), is_private, "{cidr:?}");
    }
    let arena = Bump::new();
    assert_eq!(shown("is_open_cidr", &[texts(&arena, &["10.0.0.0/8", "0.0.0.0/0"])]), "true");
    assert_eq!(shown("is_open_cidr", &[list(&arena, &[open(&arena), Value::str("10.0.0.0/8")])]), "(unknown)");
    assert_eq!(shown("is_open_cidr", &[Value::NULL]), "false");
}

#[test]
fn keys_are_ones_own_unless_aws_keeps_them() {
    for (key, is_own) in [
        ("arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef", "true"),
        ("01234567-89ab-cdef-0123-456789abcdef", "true"),
        ("alias/orders", "true"),
        ("alias/aws/sqs", "false"),
        ("arn:aws:kms:eu-central-1:123456789012:alias/aws/s3", "false"),
        ("arn:aws:kms:eu-central-1:123456789012:alias/orders", "true"),
        ("", "false"),
    ] {
        assert_eq!(shown("is_own_key", &[Value::str(key)]), is_own, "{key}");
    }
    let arena = Bump::new();
    assert_eq!(shown("is_own_key", &[Value::NULL]), "false");
    assert_eq!(shown("is_own_key", &[open(&arena)]), "(unknown)");
}

#[test]
fn ranges_have_sizes_and_hold_others() {
    for (cidr, size) in [
        ("10.0.0.0/24", "256"),
        ("0.0.0.0/0", "4294967296"),
        ("10.0.0.1", "1"),
        ("::/0", "340282366920938463463374607431768211456"),
    ] {
        assert_eq!(shown("cidr_size", &[Value::str(cidr)]), size);
    }
    for (outer, inner, holds) in [
        ("10.0.0.0/8", "10.2.0.0/16", "true"),
        ("10.0.0.0/8", "11.0.0.0/16", "false"),
        ("10.0.0.0/16", "10.0.0.0/8", "false"),
        ("::/0", "10.0.0.0/8", "false"),
        ("0.0.0.0/0", "10.0.0.0/8", "true"),
    ] {
        assert_eq!(shown("cidr_contains", &[Value::str(outer), Value::str(inner)]), holds, "{outer} {inner}");
    }
}

#[test]
fn versions_are_looked_up_by_their_longest_prefix() {
    let arena = Bump::new();
    let table = object(&arena, &[("1.9", Value::str("c")), ("1.29", Value::str("a")), ("1.30", Value::str("b"))]);
    for (version, found) in
        [("1.29", "a"), ("1.30.4", "b"), ("1.8", "c"), ("1.31", "(null)"), ("1.3", "c"), ("latest", "(null)")]
    {
        assert_eq!(shown("by_version", &[table, Value::str(version)]), found, "{version}");
    }
}

#[test]
fn dates_are_counted_in_days() {
    for (date, days) in [
        ("2026-11-25T11:00:00Z", "1"),
        ("2026-11-24T13:00:00Z", "1"),
        ("2026-11-24T11:00:00Z", "0"),
        ("2026-11-20", "-4"),
        ("2027-11-24T12:00:00Z", "365"),
        ("never", "(null)"),
    ] {
        assert_eq!(shown("days_until", &[Value::str(date)]), days, "{date}");
    }
    assert_eq!(shown("days_between", &[Value::str("2026-01-01"), Value::str("2026-03-01")]), "59");
    assert_eq!(shown("timestamp", &[]), "2026-11-24T12:00:00Z");
}

#[test]
fn durations_are_read_in_every_notation() {
    for (duration, seconds) in [
        ("7776000s", "7776000"),
        ("90d", "7776000"),
        ("1h30m", "5400"),
        ("P90D", "7776000"),
        ("PT1H", "3600"),
        ("P1M", "2592000"),
        ("rate(30 days)", "2592000"),
        ("rate(1 hour)", "3600"),
        ("cron(0 12 * * ? *)", "86400"),
        ("cron(0 0 ? * MON *)", "604800"),
        ("cron(0 */6 * * ? *)", "21600"),
        ("cron(0 0 1 * ? *)", "2678400"),
        ("3600", "3600"),
        ("soon", "(null)"),
        ("cron(0 0 30 2 ? *)", "(null)"),
    ] {
        assert_eq!(shown("seconds", &[Value::str(duration)]), seconds, "{duration}");
    }
}

#[test]
fn lists_are_sorted_by_numbers_and_texts() {
    let arena = Bump::new();
    let rule = |order: &'static str, name: &'static str| {
        object(&arena, &[("order", Value::str(order)), ("name", Value::str(name))])
    };
    let rules = list(&arena, &[rule("100", "c"), rule("20", "b"), rule("3", "a")]);
    let sorted = answer(&arena, "sort_by", &[rules, Value::str("order")]);
    let names: Vec<_> = sorted.elements().unwrap().iter().map(|rule| get(rule, "name").as_str().unwrap()).collect();
    assert_eq!(names, ["a", "b", "c"]);
    let unsorted = list(&arena, &[rule("1", "a"), object(&arena, &[("order", open(&arena))])]);
    assert!(answer(&arena, "sort_by", &[unsorted, Value::str("order")]).is_unknown());
    let found = answer(&arena, "entry", &[rules, Value::str("name"), Value::str("b")]);
    assert_eq!(get(&found, "order").as_str(), Some("20"));
    assert!(answer(&arena, "entry", &[rules, Value::str("name"), Value::str("z")]).is_null());
}

#[test]
fn versions_follow_terraforms_constraints() {
    for (version, constraint, satisfied) in
        [("16.3", ">= 15", "true"), ("14", ">= 15", "false"), ("1.5.7", "~> 1.5.0", "true"), ("v2.0", "< 2", "false")]
    {
        assert_eq!(shown("semverconstraint", &[Value::str(version), Value::str(constraint)]), satisfied, "{version}");
    }
    assert_eq!(shown("core::semvercmp", &[Value::str("1.2.3"), Value::str("1.10.0")]), "-1");
    let arena = Bump::new();
    assert!(call(&arena, "semverconstraint", &[Value::str("x"), Value::str(">= 1")], now()).unwrap().is_err());
}

#[test]
fn texts_are_searched() {
    assert_eq!(shown("regex_match", &[Value::str("db_password"), Value::str("(?i)(^|_)password$")]), "true");
    assert_eq!(shown("regex_match", &[Value::NULL, Value::str("x")]), "(null)");
    assert_eq!(shown("contains_substring", &[Value::str("abc"), Value::str("bc")]), "true");
    let arena = Bump::new();
    assert!(call(&arena, "regex_match", &[Value::str("x"), Value::str("(")], now()).unwrap().is_err());
    assert_eq!(shown("valuetostring", &[texts(&arena, &["a", "b"])]), r#"[ "a", "b" ]"#);
    let secret = Value::str("hunter2").marked(crate::value::Marks::SENSITIVE);
    assert_eq!(shown("valuetostring", &[list(&arena, &[secret])]), "[ (sensitive value) ]");
}

const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": {
    "Sid": "All", "Effect": "Allow", "Principal": "*", "Action": "s3:Get*", "Resource": ["arn:aws:s3:::a/*"],
    "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}}"#;

#[test]
fn statements_have_one_form() {
    let arena = Bump::new();
    let text = Value::str(POLICY).at(Origin(7));
    let found = answer(&arena, "statements", &[text]);
    let [one] = found.elements().unwrap() else { panic!("one statement") };
    assert_eq!(get(one, "sid").as_str(), Some("All"));
    assert_eq!(get(one, "actions").elements().unwrap()[0].as_str(), Some("s3:Get*"));
    assert_eq!(get(one, "actions").elements().unwrap()[0].origin, Origin(7));
    let principal = get(one, "principals").elements().unwrap()[0];
    assert_eq!((get(&principal, "type").as_str(), get(&principal, "id").as_str()), (Some("*"), Some("*")));
    for (action, allowed) in [("s3:GetObject", "true"), ("S3:getobject", "true"), ("s3:PutObject", "false")] {
        assert_eq!(shown("allows", &[*one, Value::str(action)]), allowed, "{action}");
    }
    assert_eq!(shown("covers_resource", &[*one, Value::str("arn:aws:s3:::a/b/c")]), "true");
    assert_eq!(shown("covers_resource", &[*one, Value::str("arn:aws:s3:::b/c")]), "false");
    assert_eq!(shown("is_narrowed", &[*one]), "true");
    assert!(answer(&arena, "statements", &[Value::str("not json")]).is_unknown());
    assert!(answer(&arena, "statements", &[open(&arena)]).is_unknown());
    assert_eq!(shown("statements", &[Value::NULL]), "[]");
}

#[test]
fn parts_of_statements_stay_unknown() {
    let arena = Bump::new();
    let statement =
        object(&arena, &[("Effect", Value::str("Allow")), ("Action", open(&arena)), ("Resource", Value::str("*"))]);
    let policy = object(&arena, &[("Statement", list(&arena, &[statement]))]);
    let found = answer(&arena, "statements", &[policy]);
    let one = found.elements().unwrap()[0];
    assert!(get(&one, "actions").is_unknown());
    assert_eq!(shown("allows", &[one, Value::str("s3:GetObject")]), "(unknown)");
    assert_eq!(shown("covers_resource", &[one, Value::str("x")]), "true");
}

#[test]
fn conditions_narrow_only_when_they_confine_the_callers() {
    let arena = Bump::new();
    let ident = Ident { instance: InstanceId(0), path: "arn" };
    let reason = Reason { kind: ReasonKind::Computed, name: "aws_sns_topic.t", at: Origin::NONE };
    let arn = Value::of(Kind::Unknown(arena.alloc(Unknown { ident: Some(ident), ..Unknown::new(reason) })));
    for (test, variable, value, narrowed) in [
        ("StringEquals", "aws:SourceAccount", Value::str("123456789012"), "true"),
        ("ArnLike", "aws:SourceArn", Value::str("arn:aws:sns:*:*:*"), "false"),
        ("ArnLike", "aws:SourceArn", Value::str("arn:aws:s3:::my-bucket"), "true"),
        ("ArnLike", "aws:SourceArn", arn, "true"),
        ("ArnLike", "aws:SourceArn", open(&arena), "(unknown)"),
        ("IpAddress", "aws:SourceIp", Value::str("0.0.0.0/0"), "false"),
        ("IpAddress", "aws:SourceIp", Value::str("203.0.113.0/24"), "true"),
        ("NotIpAddress", "aws:SourceIp", Value::str("203.0.113.0/24"), "false"),
        ("StringEqualsIfExists", "aws:SourceVpc", Value::str("vpc-1"), "false"),
        ("Bool", "aws:SecureTransport", Value::str("true"), "false"),
        ("StringLike", "token.actions.githubusercontent.com:sub", Value::str("repo:o/r:*"), "true"),
    ] {
        let condition =
            object(&arena, &[("test", Value::str(test)), ("variable", Value::str(variable)), ("values", value)]);
        let statement = object(&arena, &[("conditions", list(&arena, &[condition]))]);
        assert_eq!(shown("is_narrowed", &[statement]), narrowed, "{test} {variable} {value:?}");
    }
}

fn block<'a>(arena: &'a Bump, attrs: &[Entry<'a>]) -> Value<'a> {
    let attrs = arena.alloc_slice_copy(attrs);
    attrs.sort_unstable_by_key(|(name, _)| *name);
    Value::of(Kind::Block(arena.alloc(crate::value::BlockObject {
        attrs,
        schema: None,
        instance: InstanceId(0),
        path: "",
    })))
}

#[test]
fn documents_and_grants_are_policies_too() {
    let arena = Bump::new();
    let principals = block(&arena, &[("type", Value::str("AWS")), ("identifiers", texts(&arena, &["a", "b"]))]);
    let own = block(
        &arena,
        &[
            ("sid", Value::str("All")),
            ("actions", texts(&arena, &["s3:*"])),
            ("principals", list(&arena, &[principals])),
        ],
    );
    let document = block(
        &arena,
        &[("statement", list(&arena, &[own])), ("source_policy_documents", list(&arena, &[Value::str(POLICY)]))],
    );
    let found = answer(&arena, "statements", &[document]);
    let [one] = found.elements().unwrap() else { panic!("a statement replaces that of its sid") };
    assert_eq!(get(one, "effect").as_str(), Some("Allow"));
    assert_eq!(get(one, "principals").elements().unwrap().len(), 2);

    let member = block(&arena, &[("role", Value::str("roles/owner")), ("member", Value::str("allUsers"))]);
    let found = answer(&arena, "statements", &[member]);
    let one = found.elements().unwrap()[0];
    assert_eq!(get(&one, "actions").elements().unwrap()[0].as_str(), Some("roles/owner"));
    assert_eq!(get(&get(&one, "principals").elements().unwrap()[0], "id").as_str(), Some("allUsers"));

    let data = r#"{"bindings": [{"role": "roles/viewer", "members": ["user:a@example.com", "group:b@example.com"]}]}"#;
    let found = answer(&arena, "statements", &[Value::str(data)]);
    assert_eq!(get(&found.elements().unwrap()[0], "principals").elements().unwrap().len(), 2);

    let permission = block(
        &arena,
        &[
            ("action", Value::str("lambda:InvokeFunction")),
            ("principal", Value::str("sns.amazonaws.com")),
            ("source_arn", Value::str("arn:aws:sns:eu-west-1:123456789012:t")),
        ],
    );
    let one = answer(&arena, "statements", &[permission]).elements().unwrap()[0];
    assert_eq!(shown("is_narrowed", &[one]), "true");
}

#[test]
fn actions_have_levels() {
    for (action, levels) in [
        ("s3:ListBucket", r#"[ "list" ]"#),
        ("ec2:DescribeImages", r#"[ "read" ]"#),
        ("s3:GetObject", r#"[ "exfiltration", "read" ]"#),
        ("iam:CreateAccessKey", r#"[ "credentials", "escalation", "permissions" ]"#),
        ("ec2:CreateTags", r#"[ "tagging" ]"#),
        ("ec2:RunInstances", r#"[ "write" ]"#),
        ("Microsoft.Authorization/roleAssignments/write", r#"[ "escalation", "permissions", "write" ]"#),
        ("storage.objects.list", r#"[ "list" ]"#),
    ] {
        assert_eq!(shown("access_level", &[Value::str(action)]), levels, "{action}");
    }
    assert!(shown("access_level", &[Value::str("*")]).contains("credentials"));
    assert!(shown("access_level", &[Value::str("iam:*")]).contains("escalation"));
}

#[test]
fn some_actions_can_be_confined_to_resources() {
    for (action, can) in [
        ("s3:GetObject", "true"),
        ("S3:getobject", "true"),
        ("s3:Put*", "true"),
        ("sqs:?endMess*", "true"),
        ("sqs:*Message", "true"),
        ("*", "true"),
        ("ecr:GetAuthorizationToken", "false"),
        ("s3:ListAllMyBuckets", "false"),
        ("ec2:DescribeInstances", "false"),
        ("cloudwatch:PutMetricData", "false"),
        ("ecr:GetAuthorization*", "false"),
        ("nosuch:DoThings", "false"),
        ("dynamodb", "false"),
    ] {
        assert_eq!(shown("restrictable", &[Value::str(action)]), can, "{action}");
    }
    let arena = Bump::new();
    assert_eq!(shown("restrictable", &[list(&arena, &[open(&arena), Value::str("s3:GetObject")])]), "true");
    assert!(answer(&arena, "restrictable", &[open(&arena)]).is_unknown());
    let long = format!("s3:{}", "*?".repeat(100_000));
    assert_eq!(shown("restrictable", &[Value::str(&long)]), "false");
}

#[test]
fn everything_is_a_star_or_all_but_some() {
    let arena = Bump::new();
    let ident = Ident { instance: InstanceId(0), path: "secret" };
    let reason = Reason { kind: ReasonKind::Computed, name: "aws_db_instance.d", at: Origin::NONE };
    let computed = Value::of(Kind::Unknown(arena.alloc(Unknown { ident: Some(ident), ..Unknown::new(reason) })));
    for (name, value, every) in [
        ("Resource", Value::str("*"), "true"),
        ("Resource", texts(&arena, &["arn:aws:s3:::a", "*"]), "true"),
        ("Resource", Value::str("arn:aws:s3:::a/*"), "false"),
        ("Resource", computed, "false"),
        ("Resource", list(&arena, &[open(&arena)]), "(unknown)"),
        ("NotResource", Value::str("arn:aws:s3:::a"), "true"),
        ("NotResource", open(&arena), "(unknown)"),
        ("Sid", Value::str("a"), "false"),
    ] {
        let policy =
            object(&arena, &[("Statement", object(&arena, &[("Effect", Value::str("Allow")), (name, value)]))]);
        let one = answer(&arena, "statements", &[policy]).elements().unwrap()[0];
        assert_eq!(shown("covers_everything", &[one]), every, "{name} {value:?}");
    }
}

#[test]
fn secrets_are_counted_and_not_shown() {
    let key = format!("key = {}{}", "AKIA", "QX4BIPW3AHOV29GN");
    let arena = Bump::new();
    let text = shown("secrets", &[Value::str(arena.alloc_str(&key))]);
    assert_eq!(text, r#"[ { "kind": "an AWS access key", "place": 1 } ]"#);
    assert_eq!(shown("secrets", &[Value::NULL]), "[]");
    assert_eq!(shown("secrets", &[open(&arena)]), "(unknown)");
}
