//! Small rules of every shape, and what is said of wrong ones.

use super::super::model::{Carriers, Empty, LinkKind, RuleSet, TypeKind};
use super::*;

const HEAD: &str = "  title = \"t\"\n  layer = \"network\"\n  severity = \"low\"\n  why = \"w\"\n";

fn set_of(files: &[(&str, &str)]) -> Result<RuleSetBuf, Vec<RuleError>> {
    let file = |(path, text): &(&str, &str)| {
        let folder = path.split('/').nth(1).expect("rules/<folder>/<file>");
        ((*path).to_owned(), folder.to_owned(), (*text).to_owned())
    };
    compile(files.iter().map(file).collect())
}

fn with_set<T>(files: &[(&str, &str)], look: impl FnOnce(RuleSet<'_>) -> T) -> T {
    let set = set_of(files).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let views = set.file_views();
    look(set.view(&views))
}

/// What is said of one setting `aws-x-y` with these lines in it, below the four that every setting needs.
fn errors_of(body: &str) -> Vec<String> {
    let text = format!("setting \"aws-x-y\" {{\n{HEAD}{body}\n}}\n");
    match set_of(&[("rules/aws/x.hcl", &text)]) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

fn error_of(body: &str) -> String {
    let errors = errors_of(body);
    assert_eq!(errors.len(), 1, "{body}: {errors:#?}");
    errors.into_iter().next().unwrap_or_default()
}

#[test]
fn a_plain_setting_is_one_element_and_one_shape() {
    let text = r#"
        setting "aws-rds-encrypted" {
          title     = "Storage is encrypted"
          problem   = "Storage is not encrypted"
          layer     = "encryption"
          severity  = "high"
          resource  = "aws_db_instance"
          attribute = "storage_encrypted"
          default   = false
          condition = value == true
          why       = "Disks can be read."
          fix       = { storage_encrypted = true }
          aliases   = ["PEER_1"]
        }
    "#;
    with_set(&[("rules/aws/rds.hcl", text)], |set| {
        let setting = set.settings[0];
        assert_eq!((set.str(setting.label), set.str(setting.layer)), ("aws-rds-encrypted", "encryption"));
        assert_eq!((setting.elements.len, setting.shapes.len, setting.enabled), (1, 1, true));
        let shape = set.shapes[0];
        assert!(shape.attribute.is_some() && shape.default.is_some() && shape.fix.is_some());
        assert_eq!((shape.empty, shape.carriers), (Empty::NotApplicable, None));
        assert_eq!(set.find("PEER_1").collect::<Vec<_>>(), set.find("aws-rds-encrypted").collect::<Vec<_>>());
        assert_eq!(set.find("aws-rds").count(), 0);
        let ty = set.by_type[0];
        assert_eq!((ty.ty.kind, set.str(ty.ty.name)), (TypeKind::Managed, "aws_db_instance"));
        assert_eq!(set.numbers[ty.shapes.range()], [0]);
    });
}

#[test]
fn on_blocks_replace_arguments_and_add_filters_and_companions() {
    let text = r#"
        setting "aws-ec2-y" {
          title    = "t"
          layer    = "os"
          severity = coalesce(value, 0) == 0 ? "medium" : "low"
          why      = "w"
          filter    = attrs.a != null
          attribute = "a"
          carriers  = "first"
          on "aws_instance" "data.aws_instance" {
            filter = attrs.b != null
          }
          on "aws_launch_template" {
            versions = ">= 5.0"
            subject  = base64decode(attrs.user_data)
            empty    = "secure"
            companion "aws_other" {
              from = ["a.id", "a.name"]
              companion "aws_third" {
                scope     = "provider"
                condition = outer.x == carrier.y && value != null
              }
            }
          }
          companion "aws_first" {
            via = "x"
          }
        }
    "#;
    with_set(&[("rules/aws/ec2.hcl", text)], |set| {
        let [own, other] = set.shapes else { panic!("two shapes") };
        assert!(own.filters.iter().all(Option::is_some) && own.attribute.is_some());
        assert_eq!(own.carriers, Some(Carriers::First));
        assert_eq!(set.types[own.types.range()][1].kind, TypeKind::Data);
        assert!(other.attribute.is_none() && other.subject.is_some(), "a subject replaces an attribute");
        assert_eq!((set.str(other.versions), other.empty), (">= 5.0", Empty::Secure));
        let links: Vec<LinkKind> = set.companions[other.companions.range()].iter().map(|one| one.link).collect();
        assert_eq!(links, [LinkKind::Via, LinkKind::From], "the setting's own companions come first");
        let nested = set.companions[other.companions.range()][1].companions;
        assert_eq!(set.companions[nested.range()][0].link, LinkKind::Provider);
    });
}

#[test]
fn a_family_has_an_element_for_each_key() {
    let text = r#"
        locals {
          flags = {
            one = { flag = "a", level = "high", aliases = ["P_1"] }
            two = { flag = "b", level = "low", aliases = concat(["P_2"], local.more) }
          }
          more = ["P_3"]
        }
        setting "google-sql-flag" {
          family    = local.flags
          title     = "Flag ${family.value.flag} (${family.key})"
          layer     = "logging"
          severity  = family.value.level
          why       = "w"
          resource  = "google_sql_database_instance"
          attribute = "settings.database_flags[name=${family.value.flag}].value"
          condition = lower(value) == "on"
          aliases   = family.value.aliases
        }
    "#;
    with_set(&[("rules/google/sql.hcl", text)], |set| {
        let ids: Vec<&str> = set.elements.iter().map(|element| set.str(element.id)).collect();
        assert_eq!(ids, ["google-sql-flag-one", "google-sql-flag-two"]);
        assert_eq!(set.find("google-sql-flag").collect::<Vec<_>>(), [0, 1], "the label stands for all");
        assert_eq!(set.find("P_3").collect::<Vec<_>>(), [1]);
    });
}

#[test]
fn kinds_are_found_across_folders_and_index_their_types() {
    let shared = r#"
        kind "pod" {
          on "k_pod" {
            at = "spec"
          }
          on "k_deployment" {
            at = "spec.template.spec"
          }
        }
        kind "container" {
          within   = "pod"
          for_each = concat(pod.container, pod.init_container)
        }
        kind "statement" {
          on "aws_iam_policy" {
            for_each = statements(attrs.policy)
            filter   = each.value.effect == "Allow"
            fields   = { actions = each.value.actions, who = [] }
          }
          on "data.aws_iam_policy_document" {
            orphan   = true
            for_each = statements(attrs)
            fields   = { who = each.value.principals, actions = each.value.actions }
          }
        }
    "#;
    let text = format!(
        "setting \"aws-x-image\" {{\n{HEAD}  kind = \"container\"\n  default = pod.image\n  condition = value != container.x\n}}\n\
         setting \"aws-x-who\" {{\n{HEAD}  kind = \"statement\"\n  condition = contains(statement.actions, \"*\")\n}}\n"
    );
    with_set(&[("rules/common/kinds.hcl", shared), ("rules/aws/x.hcl", &text)], |set| {
        let types: Vec<&str> = set.by_type.iter().map(|entry| set.str(entry.ty.name)).collect();
        assert_eq!(types, ["aws_iam_policy", "k_deployment", "k_pod", "aws_iam_policy_document"]);
        let orphan: Vec<bool> = set.kind_shapes.iter().map(|shape| shape.orphan).collect();
        assert_eq!(orphan.iter().filter(|orphan| **orphan).count(), 1);
    });
    let wrong = text.replace("statement.actions", "statement.action");
    let errors = set_of(&[("rules/common/kinds.hcl", shared), ("rules/aws/x.hcl", &wrong)]).unwrap_err();
    assert_eq!(
        errors[0].to_string(),
        "rules/aws/x.hcl:16:24: kind `statement` has no field `action`; did you mean `actions`?"
    );
}

#[test]
fn a_kind_makes_fields_of_those_that_its_types_give() {
    let shared = |fields: &str| {
        format!(
            r#"
            kind "door" {{
              {fields}
              on "aws_a" {{
                fields = {{ who = attrs.who }}
              }}
            }}
            "#
        )
    };
    let text = |condition: &str| {
        format!("setting \"aws-x-door\" {{\n{HEAD}  kind = \"door\"\n  condition = {condition}\n}}\n")
    };
    let rules = |fields: &str, condition: &str| {
        set_of(&[("rules/common/kinds.hcl", &shared(fields)), ("rules/aws/x.hcl", &text(condition))])
            .map(|set| set.kinds[0].fields.len)
            .map_err(|errors| errors[0].to_string())
    };
    assert_eq!(rules("fields = { open = door.who == \"*\" }", "!door.open && door.who != null"), Ok(1));
    let wrong = rules("fields = { open = door.whom == \"*\" }", "!door.open").unwrap_err();
    assert!(wrong.ends_with("kind `door` has no field `whom`; did you mean `who`?"), "{wrong}");
    let twice = rules("fields = { who = 1 }", "door.who == 1").unwrap_err();
    assert!(twice.ends_with("`who` is a field that the `on` blocks give"), "{twice}");
}

#[test]
fn inputs_and_locals_are_seen_where_they_stand() {
    let text = format!(
        r#"
        input "everywhere" {{
          type    = number
          default = 7
        }}
        setting "aws-x-y" {{
          {HEAD}
          input "here" {{
            type        = set(string)
            default     = ["a"]
            description = "d"
          }}
          resource = "module"
          locals {{
            found = [for x in attrs.list : x if x.n > input.everywhere]
          }}
          condition = length(local.found) < 3 && contains(input.here, attrs.source)
        }}
        "#
    );
    with_set(&[("rules/aws/x.hcl", &text)], |set| {
        assert_eq!((set.shared_inputs.len, set.inputs.len()), (1, 2));
        assert_eq!(set.types[0].kind, TypeKind::Special);
    });
}

#[test]
fn a_typo_is_told_with_line_and_nearest_word() {
    for (body, error) in [
        (
            "  resource = \"aws_x\"\n  condtion = true",
            "7:3: unknown argument `condtion` in a setting; did you mean `condition`?",
        ),
        (
            "  resource = \"aws_x\"\n  companon \"y\" {}",
            "7:3: unknown block `companon` in a setting; did you mean `companion`?",
        ),
        (
            "  resource = \"aws_x\"\n  filter = lenght(attrs.a) > 0",
            "7:12: unknown function `lenght`; did you mean `length`?",
        ),
        ("  resource = \"aws_x\"\n  filter = lower(attrs.a, 1) == \"x\"", "7:12: `lower` takes 1 arguments, not 2"),
        ("  kind = \"podd\"", "6:10: unknown kind `podd`"),
        ("  resource = \"aws_x\"\n  carriers = \"frist\"", "7:14: unknown word `frist`; did you mean `first`?"),
        ("  resource = \"aws_x\"\n  filter = atrs.a == 1", "7:12: unknown name `atrs`; did you mean `attrs`?"),
        ("  resource = \"aws_x\"\n  filter = each.value.a", "7:12: `each` needs `for_each`, or a path with `[*]`"),
        (
            "  resource = \"aws_x\"\n  filter = value == 1",
            "7:12: `value` is not known here, only in `condition`, `severity`, `problem`, `careful`, `fix`",
        ),
        ("  resource = \"aws_x\"\n  filter = attrs.a == local.b", "7:23: unknown local `b`"),
        (
            "  resource = \"aws_x\"\n  filter = attrs.a == family.key",
            "7:23: `family` needs a `family` table in the setting",
        ),
        (
            "  resource = \"aws_x\"\n  filter = meta.adress == \"x\"",
            "7:12: unknown word of `meta` `adress`; did you mean `address`?",
        ),
        ("  resource = \"aws_x\"\n  attribute = \"a..b\"", "7:15: `a..b` is no path: `` is no name"),
        ("  resource = \"aws_x\"\n  attribute = attrs.a", "7:15: `attrs` cannot stand in a constant"),
        ("  resource = \"aws_x\"\n  condition = true", "7:15: this condition is the same for every resource"),
        (
            "  resource = \"aws_x\"\n  condition = length([\"a\"]) > 0",
            "7:15: this condition reads nothing of what it judges",
        ),
        (
            "  resource = \"aws_x\"\n  attribute = \"a\"\n  subject = attrs.a",
            "8:3: `attribute` and `subject` exclude each other",
        ),
        (
            "  resource = \"aws_x\"\n  companion \"y\" {\n  }",
            "7:3: a companion needs exactly one of `via`, `from`, `scope`",
        ),
        ("  resource = \"aws_x\"\n  aliases = [\"a b\"]", "7:13: `a b` is no well-formed id"),
        ("  resource = \"Aws X\"", "6:14: `Aws X` is no type: aws_instance, data.http, provider.aws, module, aws_*"),
        ("", "1:1: a setting needs exactly one of `resource`, `kind` and `on` blocks"),
    ] {
        let errors = errors_of(body);
        assert!(errors.contains(&format!("rules/aws/x.hcl:{error}")), "{body}\n{errors:#?}");
    }
}

#[test]
fn the_same_type_needs_a_reason_to_stand_in_two_shapes() {
    let twice = "  on \"aws_a\" {\n    attribute = \"x\"\n  }\n  on \"aws_a\" {\n    attribute = \"y\"\n  }";
    assert!(error_of(twice).contains("`aws_a` stands in two `on` blocks"));
    let split = "  on \"aws_a\" {\n    versions = \"< 5\"\n  }\n  on \"aws_a\" {\n    versions = \">= 5\"\n  }";
    assert_eq!(errors_of(split), [""; 0]);
}

#[test]
fn what_concerns_a_member_needs_a_family_of_a_kind_and_reads_no_element() {
    let needs = "`concerns` names what of a family matters to a member of a kind: it needs both";
    assert!(error_of("  resource = \"aws_a\"\n  concerns = attrs.keys").contains(needs));
    let family = "  family = { a = { port = 1 } }\n";
    assert!(error_of(&format!("{family}  resource = \"aws_a\"\n  concerns = attrs.keys")).contains(needs));
    let of_kind = |concerns: &str| {
        let kind = "kind \"door\" {\n  on \"aws_a\" {\n    fields = { keys = attrs.keys }\n  }\n}\n";
        let setting =
            format!("{HEAD}{family}  kind = \"door\"\n  concerns = {concerns}\n  condition = door.keys == null");
        let text = format!("{kind}setting \"aws-x-y\" {{\n{setting}\n}}\n");
        set_of(&[("rules/aws/x.hcl", &text)]).map(|_| ()).map_err(|errors| errors[0].to_string())
    };
    assert_eq!(of_kind("door.keys"), Ok(()));
    assert!(of_kind("[family.key]").is_err_and(|error| error.contains("`family`")));
}

#[test]
fn every_leaf_of_a_severity_is_one_of_five_words() {
    let severity = |text: &str| {
        let rule = format!(
            "locals {{\n  t = {{ a = \"high\", b = \"lwo\" }}\n}}\nsetting \"aws-x-y\" {{\n  title = \"t\"\n  layer = \"os\"\n  why = \"w\"\n  resource = \"aws_x\"\n  severity = {text}\n}}\n"
        );
        set_of(&[("rules/aws/x.hcl", &rule)])
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(severity("value == null ? \"high\" : \"info\""), [""; 0]);
    assert_eq!(
        severity("value == null ? \"hgih\" : \"info\""),
        ["rules/aws/x.hcl:9:30: unknown severity `hgih`; did you mean `high`?"]
    );
    assert_eq!(severity("local.t[value]"), ["rules/aws/x.hcl:9:14: unknown severity `lwo`; did you mean `low`?"]);
    assert!(severity("lower(value)")[0].contains("is not known") || severity("lower(value)")[0].contains("constant"));
}

#[test]
fn ids_say_where_they_stand_and_are_unique() {
    let rule = |id: &str| format!("setting \"{id}\" {{\n{HEAD}  resource = \"aws_x\"\n}}\n");
    let errors = set_of(&[("rules/aws/x.hcl", &rule("aws-y-z"))]).unwrap_err();
    assert_eq!(errors[0].to_string(), "rules/aws/x.hcl:1:9: the id `aws-y-z` must say where it stands: `aws-x-…`");
    assert!(set_of(&[("rules/common/x.hcl", &rule("x-z"))]).is_ok());
    let errors = set_of(&[("rules/aws/x.hcl", &(rule("aws-x-z") + &rule("aws-x-z")))]).unwrap_err();
    assert!(errors[0].message.contains("stands for two settings"), "{errors:?}");
}

#[test]
fn locals_that_use_each_other_are_told() {
    let body =
        "  resource = \"aws_x\"\n  locals {\n    a = local.b\n    b = [local.a]\n  }\n  condition = value == local.a";
    assert!(error_of(body).contains("uses itself"), "{}", error_of(body));
}

#[test]
fn broken_files_give_all_their_errors() {
    let errors = set_of(&[
        ("rules/aws/x.hcl", "setting \"aws-x-y\" {\n  title = \n}\nsettng \"b\" {}\n"),
        ("rules/aws/y.hcl", "kind \"k\" {}\nkind \"k\" {}\n"),
    ])
    .unwrap_err();
    let places: Vec<(&str, u32)> = errors.iter().map(|error| (error.file.as_str(), error.line)).collect();
    assert!(places.contains(&("rules/aws/x.hcl", 2)) || places.contains(&("rules/aws/x.hcl", 3)), "{errors:?}");
    assert!(errors.iter().any(|error| error.nearest.as_deref() == Some("setting")), "{errors:?}");
    assert!(errors.iter().any(|error| error.message.contains("declared twice")), "{errors:?}");
}

/// A word that the page of the language does not have is one that nobody finds.
#[test]
fn the_page_of_the_language_has_every_word() {
    let page = include_str!("../../../docs/rules.md");
    let functions: Vec<&str> = words::FUNCTIONS.iter().map(|(name, _, _)| *name).collect();
    let lists = [
        words::LAYERS,
        words::SEVERITIES,
        words::TOP_BLOCKS,
        words::SETTING,
        words::SETTING_BLOCKS,
        words::ON,
        words::ON_BLOCKS,
        words::COMPANION,
        words::KIND,
        words::KIND_ON,
        words::INPUT,
        words::SPECIAL_TYPES,
        &functions,
    ];
    let told = |word: &str| {
        let ends = ["`", "(", " \""].iter().any(|end| page.contains(&format!("`{word}{end}")));
        ends || page.contains(&format!("`meta.{word}`"))
    };
    let missing: Vec<&str> =
        lists.into_iter().flatten().chain(words::META).filter(|word| !told(word)).copied().collect();
    assert_eq!(missing, [""; 0]);
}
