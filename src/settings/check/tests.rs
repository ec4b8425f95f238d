//! What the provider schemas say of right and wrong rules.

use super::super::compile::compile;
use super::super::{builtin::builtin, regexes};
use super::*;

/// What the schemas contradict in one setting `aws-x-y` with these lines in it, below the four that every setting needs.
fn errors_of(body: &str) -> Vec<String> {
    let text = format!(
        "setting \"aws-x-y\" {{\n  title = \"t\"\n  layer = \"network\"\n  severity = \"low\"\n  why = \"w\"\n{body}\n}}\n"
    );
    let set =
        compile(vec![("x.hcl".to_owned(), "aws".to_owned(), text)]).unwrap_or_else(|errors| panic!("{errors:#?}"));
    check(&set.view(&set.file_views())).iter().map(ToString::to_string).collect()
}

fn fits(body: &str) {
    assert_eq!(errors_of(body), [""; 0], "{body}");
}

#[test]
fn names_that_no_schema_knows_are_told_with_the_nearest() {
    for (body, error) in [
        (
            "  resource = \"aws_db_instance\"\n  attribute = \"storage_encypted\"",
            "x.hcl:7:15: no schema knows `storage_encypted` here; did you mean `storage_encrypted`?",
        ),
        (
            "  resource = \"aws_db_instace\"\n  attribute = \"a\"",
            "x.hcl:1:9: no provider has the type `aws_db_instace`; did you mean `aws_db_instance`?",
        ),
        (
            "  resource = \"aws_instance\"\n  filter = attrs.metadata_options.http_endpont != \"x\"",
            "x.hcl:7:12: no schema knows `http_endpont` here; did you mean `http_endpoint`?",
        ),
        (
            "  resource = \"aws_instance\"\n  attribute = \"metadata_options.http_token\"",
            "x.hcl:7:15: in path `metadata_options.http_token`: no schema knows `http_token` here; did you mean `http_tokens`?",
        ),
        (
            "  resource = \"aws_security_group\"\n  for_each = attrs.ingress\n  filter = each.value.portocol == \"tcp\"",
            "x.hcl:8:12: no schema knows `portocol` here; did you mean `protocol`?",
        ),
        (
            "  resource = \"aws_network_acl\"\n  filter = anytrue([for r in attrs.ingress : r.rule_nu > 1])",
            "x.hcl:7:46: no schema knows `rule_nu` here; did you mean `rule_no`?",
        ),
        (
            "  resource = \"aws_s3_bucket\"\n  companion \"aws_s3_bucket_versioning\" {\n    via = \"buckt\"\n  }",
            "x.hcl:8:11: no schema knows `buckt` here; did you mean `bucket`?",
        ),
        (
            "  resource = \"aws_s3_bucket_policy\"\n  for_each = statements(attrs.policy)\n  filter = each.value.efect == \"Allow\"",
            "x.hcl:8:12: no schema knows `efect` here; did you mean `effect`?",
        ),
        (
            "  resource = \"aws_iam_user\"\n  condition = length(referring(attrs, \"aws_iam_acces_key\", \"user\")) < 2",
            "x.hcl:7:39: no provider has the type `aws_iam_acces_key`; did you mean `aws_iam_access_key`?",
        ),
        (
            "  resource = \"aws_db_instance\"\n  attribute = \"multi_az\"\n  fix = { mutli_az = true }",
            "x.hcl:8:11: no schema knows `mutli_az` here; did you mean `multi_az`?",
        ),
    ] {
        assert_eq!(errors_of(body), [error], "{body}");
    }
}

#[test]
fn what_repeats_must_be_indexed() {
    let told = errors_of("  resource = \"aws_instance\"\n  attribute = \"ebs_block_device.encrypted\"");
    assert!(told[0].contains("repeats: write `[*]`, `[0]` or `for`"), "{told:?}");
    fits("  resource = \"aws_instance\"\n  attribute = \"ebs_block_device[*].encrypted\"\n  condition = value == true");
    fits("  resource = \"aws_instance\"\n  attribute = \"metadata_options.http_tokens\"");
    let told = errors_of("  resource = \"aws_security_group\"\n  filter = attrs.ingress.protocol == \"tcp\"");
    assert!(told[0].contains("repeats"), "{told:?}");
    fits("  resource = \"aws_security_group\"\n  filter = contains(attrs.ingress[*].protocol, \"tcp\")");
}

#[test]
fn literals_must_be_of_the_type_that_the_schema_says() {
    for (body, error) in [
        (
            "  resource = \"aws_db_instance\"\n  attribute = \"storage_encrypted\"\n  condition = value == \"true\"",
            "x.hcl:8:24: a bool can never equal \"true\"",
        ),
        (
            "  resource = \"aws_db_instance\"\n  filter = attrs.port == \"3306\"",
            "x.hcl:7:26: a number can never equal \"3306\"",
        ),
        (
            "  resource = \"aws_db_instance\"\n  filter = attrs.vpc_security_group_ids == \"sg-1\"",
            "x.hcl:7:44: a set(string) can never equal \"sg-1\"",
        ),
    ] {
        assert_eq!(errors_of(body), [error], "{body}");
    }
    fits("  resource = \"aws_db_instance\"\n  attribute = \"storage_encrypted\"\n  condition = value == true");
    fits("  resource = \"aws_db_instance\"\n  filter = attrs.kms_key_id == null && attrs.engine != \"mysql\"");
}

#[test]
fn defaults_and_fixes_must_make_sense_of_the_attribute() {
    let told = errors_of("  resource = \"aws_lb_listener\"\n  attribute = \"load_balancer_arn\"\n  default = \"x\"");
    assert_eq!(told, ["x.hcl:8:13: a required attribute is never left out: it has no default"]);
    let told =
        errors_of("  resource = \"azurerm_key_vault\"\n  attribute = \"purge_protection_enabled\"\n  default = true");
    assert!(told.is_empty() || told[0].contains("the provider declares"), "{told:?}");
    let told = errors_of("  resource = \"aws_db_instance\"\n  attribute = \"multi_az\"\n  fix = { arn = \"x\" }");
    assert_eq!(told, ["x.hcl:8:11: only the provider can set this attribute"]);
    fits("  resource = \"aws_dynamodb_table\"\n  attribute = \"server_side_encryption.enabled\"\n  default = false");
}

#[test]
fn versions_cover_each_known_major_once() {
    let defaults = |table: &str| {
        errors_of(&format!(
            "  resource = \"azurerm_storage_account\"\n  attribute = \"min_tls_version\"\n  defaults = {table}"
        ))
    };
    assert_eq!(defaults("{ \"< 3.0\" = \"TLS1_0\", \">= 3.0\" = \"TLS1_2\" }"), [""; 0]);
    assert!(
        defaults("{ \"< 3.0\" = \"TLS1_0\", \">= 4.0\" = \"TLS1_2\" }")[0].contains("no constraint allows version 3.0")
    );
    assert!(defaults("{ \"< 4.0\" = \"TLS1_0\", \">= 3.0\" = \"TLS1_2\" }")[0].contains("several constraints allow"));
    assert!(defaults("{ \"<> 3\" = \"TLS1_0\" }")[0].contains("is no version constraint"));
    let shapes = |one: &str, other: &str| {
        let shape =
            |versions: &str| format!("  on \"azurerm_storage_account\" {{\n    versions = \"{versions}\"\n  }}\n");
        errors_of(&(shape(one) + &shape(other)))
    };
    assert_eq!(shapes("< 4.0", ">= 4.0"), [""; 0]);
    assert!(shapes("< 4.0", ">= 3.0")[0].contains("must exclude each other"));
}

#[test]
fn one_of_several_types_is_enough() {
    fits(
        "  resource = [\"aws_db_instance\", \"aws_rds_cluster\"]\n  filter = attrs.multi_az != true\n  attribute = \"kms_key_id\"",
    );
    fits(
        "  resource = \"aws_instance\"\n  companion \"aws_launch_template\" {\n    from = [\"launch_template.id\", \"launch_template.name\"]\n    attribute = \"metadata_options.http_tokens\"\n    condition = value == \"required\"\n  }",
    );
    fits(
        "  resource = \"*\"\n  for_each = sensitive_attributes(attrs)\n  subject = each.value\n  condition = !in_code(value)",
    );
    fits("  resource = \"madeup_thing\"\n  attribute = \"anything.at.all\"");
    fits("  resource = \"module\"\n  attribute = \"source\"\n  condition = attrs.version != null");
}

#[test]
fn the_built_in_settings_pass_every_check() {
    let set = builtin();
    assert!(set.settings.len() > 50);
    assert_eq!(regexes::check(&set), []);
    assert_eq!(check(&set), []);
    let silent: Vec<&str> =
        set.settings.iter().filter(|setting| setting.problem.is_none()).map(|setting| set.str(setting.label)).collect();
    assert_eq!(silent, [""; 0], "a shipped setting says what its finding is");
    let labels: Vec<&str> = set.settings.iter().map(|setting| set.str(setting.label)).collect();
    assert!(labels.is_sorted());
    let sorted = set.by_id.is_sorted_by_key(|(text, element)| (set.str(*text), *element));
    assert!(sorted, "ids are searched by halves");
}

#[test]
fn what_a_companion_leaves_out_is_not_right_by_accident() {
    let companion = |attribute: &str, condition: &str| {
        format!(
            "  resource = \"aws_s3_bucket\"\n  companion \"aws_s3_bucket_acl\" {{\n    via = \"bucket\"\n    \
             attribute = \"{attribute}\"\n    {condition}\n  }}"
        )
    };
    let message =
        "this holds of what is left out, too: say with `default` what is then the case, or ask `value != null` as well";
    for condition in ["condition = value != \"public-read\"", "condition = \"public-read\" != value"] {
        assert_eq!(errors_of(&companion("acl", condition)), [format!("x.hcl:10:17: {message}")], "{condition}");
    }
    fits(&companion("acl", "condition = value != null"));
    fits(&companion("acl", "condition = value != null && value != \"public-read\""));
    fits(&companion("acl", "condition = value != \"public-read\"\n    default = \"private\""));
    // What must be written is not left out.
    fits(&companion("bucket", "condition = value != \"x\""));
}
