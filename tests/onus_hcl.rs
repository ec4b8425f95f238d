//! `.onus.hcl` from end to end: what users say of their estate counts, and is told.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use common::{Ran, onus};
use serde_json::{Value, json};

const SHOP: &str = r#"
resource "aws_instance" "shop" {
  ami           = "ami-1"
  instance_type = "t3.micro"
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_db_instance" "main" {
  engine = "postgres"
}
"#;

const OUR_PLATFORM: &str = r#"
responsibility {
  cell "os" "iaas" {
    owner  = "provider"
    reason = "Acme installs and patches our machines, contract 2026-17"
  }

  type "aws_db_instance" {
    owners = { network = "customer" }
    reason = "our own proxy stands before it"
  }

  layer "facility" {
    owner    = "shared"
    provider = "vsphere"
    reason   = "colocation"
  }
}

attest "acc-mfa-enrol" {
  owner    = "it-sec"
  evidence = "https://wiki.example/mfa"
  reviewed = "2026-09-01"
  until    = "2027-03-01"
}

attest "res-restore" {
  owner    = "platform"
  evidence = "restore drill of spring"
  reviewed = "2026-04-01"
  until    = "2026-10-01"
}

fulfilled "landing-zone" {
  settings = ["aws-s3-bucket-versioning", "CKV_AWS_16"]
  evidence = "landing-zone, backup.tf"
  until    = "2027-06-30"
}

service "Google Workspace" {
  model    = "saas"
  provider = "googleworkspace"
  owner    = "it"
}
"#;

/// The document of a check, with that configuration.
fn checked(config: &str, more: &[&str]) -> Value {
    let ran = onus().file("main.tf", SHOP).file(".onus.hcl", config).args(["check", "--format", "json"]);
    let ran = if more.contains(&"--now") { ran } else { ran.args(["--now", "2026-12-01"]) };
    let ran = ran.args(more.iter().copied()).run();
    assert!(ran.code < 2, "{}", ran.stderr);
    ran.json()
}

fn findings_of<'d>(document: &'d Value, list: &str, rule: &str) -> Vec<&'d Value> {
    document[list].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule).collect()
}

fn outside<'d>(document: &'d Value, duty: &str) -> &'d Value {
    let outside = document["matrix"]["outside"].as_array().unwrap();
    outside.iter().find(|it| it["duty"] == duty).unwrap_or_else(|| panic!("{duty} is not owed"))
}

fn cell<'d>(document: &'d Value, layer: &str, model: &str) -> &'d Value {
    let layers = document["matrix"]["layers"].as_array().unwrap();
    let row = layers.iter().find(|it| it["layer"] == layer).unwrap();
    row["cells"].as_array().unwrap().iter().find(|it| it["model"] == model).unwrap()
}

fn onus_check(config: &str) -> Ran {
    onus().file("main.tf", SHOP).file(".onus.hcl", config).args(["check"]).run()
}

#[test]
fn a_check_and_the_matrix_say_what_the_configuration_changed() {
    let ran = onus().file("main.tf", SHOP).file(".onus.hcl", OUR_PLATFORM).args(["check", "--now", "2026-12-01"]).run();
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    insta::assert_snapshot!("check", ran.stdout);
    let ran =
        onus().file("main.tf", SHOP).file(".onus.hcl", OUR_PLATFORM).args(["matrix", "--now", "2026-12-01"]).run();
    insta::assert_snapshot!("matrix", ran.stdout);
    assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
}

#[test]
fn the_matrix_says_so_in_every_format() {
    let in_format = |format: &str, more: &[&str]| {
        let ran = onus().file("main.tf", SHOP).file(".onus.hcl", OUR_PLATFORM);
        let ran = ran.args(["matrix", "--now", "2026-12-01", "--format", format]).args(more.iter().copied()).run();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    let markdown = in_format("markdown", &[]);
    for told in [
        "Outside the code: 52 duties, 1 attested, 1 ran out",
        "attested by it-sec until 2027-03-01",
        "its attestation by platform ran out on 2026-10-01",
        "os of IaaS is the provider's: 1 resource (.onus.hcl:3), “Acme installs and patches our machines",
        "as your .onus.hcl says, not as published",
    ] {
        assert!(markdown.contains(told), "{told}: {markdown}");
    }
    let svg = in_format("svg", &[]);
    assert!(svg.contains("1 attested, 1 ran out") && svg.contains("os of IaaS is the provider"), "{svg}");
    let csv = in_format("csv", &[]);
    let os = csv.lines().find(|line| line.starts_with("os,os,iaas,provider,")).unwrap_or_else(|| panic!("{csv}"));
    assert!(os.contains("as your .onus.hcl says"), "{os}");
    // Who answers in a vendor's picture is the vendor's word; the footnote says who says otherwise.
    let classic = in_format("human", &["--view", "azure-classic"]);
    assert!(classic.contains("os is the provider's in IaaS (your .onus.hcl)"), "{classic}");
    let explained = in_format("human", &["--explain", "os"]);
    assert!(explained.contains("IaaS: the provider's") && !explained.contains("os-patch"), "{explained}");
    assert!(explained.contains("as your .onus.hcl says, not as published"), "{explained}");
    let by_resource = in_format("csv", &["--by", "resource"]);
    assert!(by_resource.lines().any(|line| line.starts_with("os,os,") && line.contains("aws_instance.shop,provider,")));
}

#[test]
fn a_layer_that_somebody_else_answers_for_has_no_findings_and_the_document_says_why() {
    let without = checked(OUR_PLATFORM, &["--no-config"]);
    let with = checked(OUR_PLATFORM, &[]);
    assert_eq!(findings_of(&without, "findings", "aws-ec2-imdsv2").len(), 1);
    assert_eq!(findings_of(&with, "findings", "aws-ec2-imdsv2").len(), 0);
    assert_eq!(
        (&cell(&without, "os", "iaas")["owner"], &cell(&with, "os", "iaas")["owner"]),
        (&json!("customer"), &json!("provider"))
    );
    assert_eq!(cell(&with, "os", "iaas")["overridden"], true);
    assert_eq!(cell(&with, "encryption", "iaas")["overridden"], false);
    // What is owed in a layer that is not yours any more is not owed by you.
    let owed = |document: &Value| document["matrix"]["duties"].as_array().unwrap().contains(&json!("os-patch"));
    assert_eq!((owed(&without), owed(&with)), (true, false));
    assert_eq!(without["configuration"], json!([]));
    let overrides = with["configuration"][0]["overrides"].as_array().unwrap();
    let told: Vec<_> =
        overrides.iter().map(|it| (&it["kind"], &it["type"], &it["layer"], &it["model"], &it["resources"])).collect();
    assert_eq!(
        json!(told),
        json!([
            ["type", "aws_db_instance", null, null, 1],
            ["cell", null, "os", "iaas", 1],
            ["layer", null, "facility", null, 0]
        ])
    );
    assert_eq!(overrides[1]["reason"], "Acme installs and patches our machines, contract 2026-17");
    assert_eq!(overrides[1]["location"]["line"], 3);
}

#[test]
fn the_narrower_of_two_deviations_counts_and_wins_over_attributes() {
    let fargate = r#"
resource "aws_ecs_service" "a" {
  name        = "a"
  launch_type = "FARGATE"
}
resource "aws_ecs_service" "b" {
  name        = "b"
  launch_type = "EC2"
}
"#;
    let owner = |config: &str| {
        let ran = onus().file("main.tf", fargate).file(".onus.hcl", config).args(["matrix", "--format", "json"]).run();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let document = ran.json();
        cell(&document, "os", "caas")["owner"].as_str().unwrap().to_owned()
    };
    let say = |inner: &str| format!("responsibility {{\n{inner}\n}}");
    let cell_of = |rest: &str| format!("cell \"os\" \"caas\" {{\nreason = \"r\"\n{rest}\n}}");
    let of_type =
        |name: &str, owner: &str| format!("type \"{name}\" {{\nreason = \"r\"\nowners = {{ os = \"{owner}\" }}\n}}");
    assert_eq!(owner(""), "shared");
    assert_eq!(owner(&say(&cell_of("owner = \"customer\""))), "customer");
    let both = format!("{}\n{}", cell_of("owner = \"customer\""), cell_of("owner = \"provider\"\nprovider = \"aws\""));
    assert_eq!(owner(&say(&both)), "provider");
    let types = format!("{}\n{both}\n{}", of_type("aws_*", "provider"), of_type("aws_ecs_*", "customer"));
    assert_eq!(owner(&say(&types)), "customer");
    assert_eq!(owner(&say(&format!("{types}\n{}", of_type("aws_ecs_service", "provider")))), "provider");
}

#[test]
fn a_type_of_a_private_provider_gets_a_model_and_a_misspelt_one_a_warning() {
    let config = r#"
responsibility {
  type "inhouse_box" {
    model  = "paas"
    reason = "our own platform"
  }
  type "aws_db_instnce" {
    owners = { os = "customer" }
    reason = "none"
  }
}
"#;
    let ran = onus().file("main.tf", "resource \"inhouse_box\" \"c\" {}\n").file(".onus.hcl", config);
    let document = ran.args(["matrix", "--format", "json"]).run().json();
    assert_eq!(document["matrix"]["models"][0]["model"], "paas");
    assert_eq!(cell(&document, "os", "paas")["owner"], "provider");
    assert_eq!(document["configuration"][0]["overrides"][0]["resources"], 1);
    assert_eq!(document["warnings"][0]["message"], "onus knows no type `aws_db_instnce`");
    assert_eq!(document["warnings"][0]["help"], "nearest: aws_db_instance");
}

#[test]
fn an_attestation_answers_its_duty_until_it_runs_out() {
    let on = |day: &str| checked(OUR_PLATFORM, &["--now", day]);
    let status = |document: &Value| outside(document, "acc-mfa-enrol")["status"].clone();
    for (day, expected) in
        [("2026-08-31", "open"), ("2026-09-01", "attested"), ("2027-03-01", "attested"), ("2027-03-02", "ran_out")]
    {
        assert_eq!(status(&on(day)), expected, "{day}");
    }
    let document = on("2026-12-01");
    let says = &outside(&document, "acc-mfa-enrol")["attestation"];
    assert_eq!((&says["owner"], &says["evidence"]), (&json!("it-sec"), &json!("https://wiki.example/mfa")));
    assert_eq!(
        outside(&document, "acc-review"),
        &json!({
            "duty": "acc-review", "layer": "accounts", "status": "open", "attestation": null,
            "title": outside(&document, "acc-review")["title"],
        })
    );
    let messages: Vec<_> = document["warnings"].as_array().unwrap().iter().map(|it| &it["message"]).collect();
    assert_eq!(json!(messages), json!(["the attestation of res-restore ran out on 2026-10-01"]));
    assert_eq!(status(&checked(OUR_PLATFORM, &["--no-config"])), "open");
}

#[test]
fn an_attestation_of_what_nobody_owes_here_is_a_warning() {
    let config = "attest \"fac-access\" {\n  owner = \"o\"\n  evidence = \"e\"\n  reviewed = \"2026-01-01\"\n  until = \"2027-01-01\"\n}\n";
    let document = checked(config, &[]);
    let message = document["warnings"][0]["message"].as_str().unwrap();
    assert!(message.contains("`attest \"fac-access\"` answers nothing"), "{message}");
}

#[test]
fn a_duty_is_attested_only_if_all_who_owe_it_say_so() {
    let attest = "attest \"acc-mfa-enrol\" {\n  owner = \"o\"\n  evidence = \"e\"\n  reviewed = \"2026-01-01\"\n  until = \"2027-01-01\"\n}\n";
    let status = |files: &[(&str, &str)]| {
        let ran = onus().files(files.iter().copied()).args(["check", "--format", "json", "--now", "2026-12-01"]).run();
        outside(&ran.json(), "acc-mfa-enrol")["status"].clone()
    };
    let (one, two) = (("one/main.tf", SHOP), ("two/main.tf", SHOP));
    assert_eq!(status(&[one, two, (".onus.hcl", attest)]), "attested");
    assert_eq!(status(&[one, two, ("one/.onus.hcl", attest)]), "open");
    assert_eq!(status(&[one, two, ("one/.onus.hcl", attest), ("two/.onus.hcl", attest)]), "attested");
    assert_eq!(status(&[one, two, (".onus.hcl", attest), ("two/.onus.hcl", "# nothing\n")]), "open");
    // Who owes nothing of the kind needs not answer.
    let helpers = ("two/main.tf", "resource \"random_pet\" \"x\" {}\n");
    assert_eq!(status(&[one, helpers, ("one/.onus.hcl", attest)]), "attested");
}

#[test]
fn what_is_met_elsewhere_is_accepted_with_its_reason_until_it_runs_out() {
    let document = checked(OUR_PLATFORM, &[]);
    assert_eq!(findings_of(&document, "findings", "aws-s3-bucket-versioning").len(), 0);
    let accepted = findings_of(&document, "suppressed", "aws-s3-bucket-versioning");
    let says = &accepted[0]["suppression"];
    assert_eq!(says["reason"], "met by landing-zone: landing-zone, backup.tf");
    assert_eq!(
        (&says["by"], &says["until"], &says["location"]["file"]),
        (&json!("fulfilled"), &json!("2027-06-30"), &json!(".onus.hcl"))
    );
    assert_eq!(findings_of(&document, "suppressed", "aws-rds-storage-encrypted").len(), 1, "by another tool's id");
    assert_eq!(document["summary"]["accepted"], 2);
    assert_eq!(cell(&document, "integrity", "paas")["accepted"], 1);
    let fulfilled = &document["configuration"][0]["fulfilled"][0];
    assert_eq!((&fulfilled["findings"], &fulfilled["counts"]), (&json!(2), &json!(true)));

    let later = checked(OUR_PLATFORM, &["--now", "2027-07-01"]);
    assert_eq!(findings_of(&later, "findings", "aws-s3-bucket-versioning").len(), 1);
    assert_eq!(later["summary"]["accepted"], 0);
    let messages = later["warnings"].to_string();
    assert!(messages.contains("`fulfilled \\\"landing-zone\\\"` ran out on 2027-06-30"), "{messages}");
    assert_eq!(later["configuration"][0]["fulfilled"][0]["counts"], false);
    assert_eq!(checked(OUR_PLATFORM, &["--no-config"])["summary"]["accepted"], 0);
}

#[test]
fn what_is_met_elsewhere_can_be_bound_to_roots_and_addresses() {
    let buckets = "resource \"aws_s3_bucket\" \"a\" {}\nresource \"aws_s3_bucket\" \"b\" {\n  for_each = toset([\"x\", \"y.z\"])\n}\n";
    let accepted = |rest: &str| -> Vec<String> {
        let config = format!(
            "fulfilled \"lz\" {{\n  settings = \"aws-s3-bucket-versioning\"\n  evidence = \"e\"\n  until = \"2027-01-01\"\n{rest}\n}}\n"
        );
        let files = [("live/prod/main.tf", buckets), ("live/dev/main.tf", buckets), (".onus.hcl", config.as_str())];
        let ran = onus().files(files).args(["check", "--format", "json", "--now", "2026-12-01"]).run();
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        let document = ran.json();
        let suppressed = document["suppressed"].as_array().unwrap().iter();
        suppressed
            .map(|it| format!("{} {}", it["root"].as_str().unwrap(), it["resource"]["address"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(accepted("").len(), 6);
    assert_eq!(accepted("scope = [\"live/prod\"]").len(), 3);
    assert_eq!(accepted("scope = [\"./live/*\"]").len(), 6);
    assert_eq!(accepted("scope = [\"prod\"]").len(), 0);
    assert_eq!(
        accepted("scope = \"live/dev/\"\naddresses = [\"aws_s3_bucket.b[*y.z*]\"]"),
        ["live/dev aws_s3_bucket.b[\"y.z\"]"]
    );
    assert_eq!(accepted("addresses = [\"aws_s3_bucket.?\", \".*\"]").len(), 0, "only the star means something");
}

#[test]
fn a_comment_where_it_stands_is_named_before_the_configuration() {
    let main = "resource \"aws_s3_bucket\" \"a\" {} # onus: ignore[aws-s3-bucket-versioning] -- scratch\n";
    let ran = onus().file("main.tf", main).file(".onus.hcl", OUR_PLATFORM);
    let document = ran.args(["check", "--format", "json", "--now", "2026-12-01"]).run().json();
    let accepted = findings_of(&document, "suppressed", "aws-s3-bucket-versioning");
    assert_eq!(
        (&accepted[0]["suppression"]["by"], &accepted[0]["suppression"]["reason"]),
        (&json!("comment"), &json!("scratch"))
    );
}

#[test]
fn a_declared_service_has_a_column_with_owners_and_duties() {
    let config = "service \"Payroll\" {\n  model = \"saas\"\n  owners = { encryption = \"shared\" }\n}\n";
    let document = checked(config, &[]);
    let models = document["matrix"]["models"].as_array().unwrap();
    let saas = models.iter().find(|it| it["model"] == "saas").unwrap();
    assert_eq!(
        (&saas["declared"], &saas["resources"], &saas["services"]),
        (&json!(["Payroll"]), &json!(0), &json!([]))
    );
    assert_eq!(cell(&document, "encryption", "saas")["owner"], "shared");
    assert_eq!(cell(&document, "network", "saas")["owner"], "provider");
    assert_eq!(outside(&document, "res-saas-backup")["status"], "open");
    let without = checked(config, &["--no-config"]);
    assert!(!without["matrix"]["duties"].as_array().unwrap().contains(&json!("res-saas-backup")));
}

#[test]
fn the_nearest_file_counts_and_none_beyond_the_repository() {
    let declare = |name: &str| format!("service \"{name}\" {{\n  model = \"saas\"\n}}\n");
    let (outer, inner) = (declare("Outer"), declare("Inner"));
    let declared = |files: &[(&str, &str)], path: &str| {
        let ran = onus().files(files.iter().copied()).args(["matrix", path, "--format", "json"]).run();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let document = ran.json();
        let files = document["configuration"].as_array().unwrap().iter().map(|it| it["file"].clone());
        files.collect::<Vec<_>>()
    };
    let roots = [("repo/a/main.tf", SHOP), ("repo/b/main.tf", SHOP)];
    let both = [roots[0], roots[1], ("repo/.onus.hcl", &outer), ("repo/b/.onus.hcl", &inner)];
    assert_eq!(declared(&both, "repo"), ["repo/.onus.hcl", "repo/b/.onus.hcl"]);
    assert_eq!(declared(&both, "repo/a"), ["repo/.onus.hcl"]);
    assert_eq!(declared(&both, "repo/b"), ["repo/b/.onus.hcl"]);
    // A repository of its own takes nothing from around it.
    let submodule = [roots[0], ("repo/a/.git", "gitdir: x\n"), ("repo/.onus.hcl", &outer)];
    assert_eq!(declared(&submodule, "repo"), Vec::<Value>::new());
    assert_eq!(declared(&submodule, "repo/a"), Vec::<Value>::new());
}

#[test]
fn a_plan_is_judged_with_the_configuration_around_it() {
    let values = |launch: &str| json!({ "name": "shop", "launch_type": launch });
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4",
        "resource_changes": [{
            "address": "aws_ecs_service.shop", "mode": "managed", "type": "aws_ecs_service", "name": "shop",
            "provider_name": "registry.example/hashicorp/aws",
            "change": { "actions": ["update"], "before": values("FARGATE"), "after": values("EC2"),
                "after_unknown": {}, "before_sensitive": {}, "after_sensitive": {} },
        }],
        "configuration": { "root_module": { "resources": [{
            "address": "aws_ecs_service.shop", "mode": "managed", "type": "aws_ecs_service", "name": "shop",
            "provider_config_key": "aws",
            "expressions": { "name": { "constant_value": "shop" }, "launch_type": { "constant_value": "EC2" } },
        }] } },
    })
    .to_string();
    let config = "responsibility {\n  type \"aws_ecs_service\" {\n    owners = { os = \"provider\" }\n    reason = \"Acme runs the nodes\"\n  }\n}\n";
    let review = |more: &[&str]| {
        let ran = onus().file("plan.json", &plan).file(".onus.hcl", config).args(["plan", "plan.json"]);
        ran.args(more.iter().copied()).run()
    };
    assert!(review(&["--no-config"]).stdout.contains("moves work to you"));
    let with = review(&[]).stdout;
    assert!(!with.contains("moves work to you"), "{with}");
    assert!(
        with.contains("os of aws_ecs_service is the provider's: 1 resource") && with.contains("Acme runs the nodes"),
        "{with}"
    );
    let piped = onus().file(".onus.hcl", config).stdin(&plan).args(["plan", "-", "--format", "json"]).run();
    assert_eq!(piped.json()["configuration"][0]["overrides"][0]["resources"], 1, "{}", piped.stdout);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_nearest_word() {
    let wrong = r#"edition = "0.3"
atest "acc-mfa-enrol" {}
attest "acc-mfa-enroll" {
  onwer    = "it"
  evidence = var.x
  reviewed = "yesterday"
  until    = "2027-01-01"
}
responsibility {
  cell "oss" "iaas" {
    owner = "provder"
  }
}
"#;
    let ran = onus_check(wrong);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    insta::assert_snapshot!("wrong", ran.stderr);
    let more = r#"
fulfilled "lz" {
  settings = ["aws-s3-bucket-versionning", "CKV_AWS_99999999"]
  evidence = ["a", "b"]
  until    = "2026-01-01"
}
responsibility {
  type "aws_instance" {
    reason = "x"
  }
}
service {
  model = "sass"
}
attest "res-plan" {
  owner    = ""
  evidence = "${path.module}"
  reviewed = "2027-01-01"
  until    = "2026-01-01"
}
"#;
    insta::assert_snapshot!("wrong_too", onus_check(more).stderr);
}

#[test]
fn what_is_said_twice_is_an_error() {
    let attest = "attest \"res-plan\" {\n  owner = \"o\"\n  evidence = \"e\"\n  reviewed = \"2026-01-01\"\n  until = \"2027-01-01\"\n}\n";
    let cell = "responsibility {\n  cell \"os\" \"iaas\" {\n    owner = \"shared\"\n    reason = \"r\"\n  }\n}\n";
    let service = "service \"S\" {\n  model = \"saas\"\n}\n";
    for (block, told) in [
        (attest, ".onus.hcl:7:1: `res-plan` is attested twice"),
        (cell, ".onus.hcl:8:3: this is said twice"),
        (service, ".onus.hcl:4:9: `S` is declared twice as saas"),
    ] {
        let ran = onus_check(&format!("{block}{block}"));
        assert!(ran.code == 2 && ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
}

#[test]
fn a_broken_file_is_an_error_and_no_config_leaves_it_alone() {
    let ran = onus_check("attest \"acc-review\" {\n  owner = \"it\n}\n");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.starts_with("error: .onus.hcl:"), "{}", ran.stderr);
    assert!(ran.stderr.contains(".onus.hcl:2:11: This string is never closed"), "{}", ran.stderr);
    let ran = onus().file("main.tf", SHOP).file(".onus.hcl", "{{{").args(["check", "--no-config"]).run();
    assert_eq!(ran.code, 1, "{}", ran.stderr);
}

#[test]
fn a_hostile_file_ends_in_one_short_error() {
    let evil = "\u{1b}]0;owned\u{7}\u{202e}";
    let many = "x {}\n".repeat(40_000);
    let deep = format!("service \"s\" {{\n  model = {}{}\n}}\n", "(".repeat(5_000), ")".repeat(5_000));
    let long = format!("{} \"a\" {{}}\n", "y".repeat(100_000));
    let spoken = format!("service \"{evil}\" {{\n  model = \"{evil}\"\n}}\n");
    let large = "# x\n".repeat(100_000);
    for text in [many, deep, long, spoken, large] {
        let ran = onus_check(&text);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
        assert!(ran.stderr.len() < 8_000, "{} bytes", ran.stderr.len());
        let harmful = ran.stderr.chars().find(|char| *char != '\n' && onus::report::escape::is_harmful(*char));
        assert_eq!(harmful, None);
    }
    // What it says where it is right is escaped, too.
    let config =
        format!("service \"{}\" {{\n  model = \"saas\"\n  owner = \"{evil}\"\n}}\n", evil.replace('\u{1b}', ""));
    for format in ["human", "json", "csv", "markdown", "svg"] {
        let ran = onus().file("main.tf", SHOP).file(".onus.hcl", &config).args(["matrix", "--format", format]).run();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let harmful = ran.stdout.chars().find(|char| *char != '\n' && onus::report::escape::is_harmful(*char));
        assert_eq!(harmful, None, "{}", ran.stdout);
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_repository_is_refused_and_not_shown() {
    let run = onus().file("repo/main.tf", SHOP).file("repo/.git/HEAD", "").file("secret", "hunter2 = {\n");
    std::os::unix::fs::symlink(run.path("secret"), run.path("repo/.onus.hcl")).unwrap();
    let ran = run.args(["check", "repo"]).run();
    assert_eq!(ran.code, 2);
    assert_eq!(ran.stderr, "error: repo/.onus.hcl: it lies outside the analysed roots\n");
}

#[test]
fn the_examples_of_the_documentation_are_understood() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/configuration.md")).unwrap();
    let blocks: Vec<&str> = text.split("```hcl\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(blocks.len(), 5);
    let ran = onus_check(&blocks.join("\n"));
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    // What it shows of an error is what such a file gives.
    let wrong = "responsibility {\n  cell \"oss\" \"iaas\" {\n    owner = \"provider\"\n    reason = \"r\"\n  }\n}\n";
    assert!(text.contains(&onus_check(wrong).stderr), "{}", onus_check(wrong).stderr);
}

const TEAMS: &str = r##"
contract "database" {
  layers    = ["encryption", "network"]
  addresses = ["aws_db_instance.*"]
}

contract "platform" {
  layers  = ["os", "network"]
  contact = "#platform"
}

contract "elsewhere" {
  layers = ["encryption"]
  scope  = ["other/*"]
}
"##;

#[test]
fn findings_go_to_the_team_whose_layer_it_is() {
    let document = checked(TEAMS, &[]);
    let all = document["findings"].as_array().unwrap();
    let team = |rule: &str| findings_of(&document, "findings", rule)[0]["contract"].clone();
    assert_eq!(team("aws-rds-storage-encrypted"), "database");
    assert_eq!(team("aws-ec2-imdsv2"), "platform");
    // What no contract speaks of is nobody's: the scope of the last one is another root.
    assert_eq!(team("aws-s3-bucket-versioning"), Value::Null);
    assert_eq!(document["configuration"][0]["contracts"][1]["contact"], "#platform");
    let listed = |teams: &str| {
        let document = checked(TEAMS, &["--contract", teams]);
        (
            document["findings"].as_array().unwrap().len(),
            document["summary"]["of_other_teams"].as_u64().unwrap() as usize,
        )
    };
    let (of_platform, others) = listed("platform");
    assert!(of_platform > 0 && others > 0);
    assert_eq!(of_platform + others, all.len());
    assert_eq!(listed("platform,database,nobody,elsewhere"), (all.len(), 0));
}

#[test]
fn a_run_for_one_team_fails_for_its_findings_alone() {
    let run = |team: &str| {
        let run = onus().file("main.tf", SHOP).file(".onus.hcl", TEAMS);
        run.args(["check", "--now", "2026-12-01", "--contract", team]).run()
    };
    let ran = run("platform");
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    insta::assert_snapshot!("contract", ran.stdout);
    let ran = run("elsewhere");
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("of other teams"), "{}", ran.stdout);
    let ran = run("platfrom");
    assert_eq!(ran.code, 2);
    assert!(
        ran.stderr.contains("no `contract \"platfrom\"`") && ran.stderr.contains("nearest: platform"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_layer_is_given_away_once() {
    let twice = "contract \"a\" {\n  layers = [\"os\"]\n}\ncontract \"b\" {\n  layers = [\"os\", \"netwrk\"]\n}\n";
    let ran = onus().file("main.tf", SHOP).file(".onus.hcl", twice).args(["check"]).run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains(".onus.hcl:5:13: `os` is given to `a` already"), "{}", ran.stderr);
    assert!(ran.stderr.contains("unknown layer `netwrk`") && ran.stderr.contains("nearest: network"), "{}", ran.stderr);
}

#[test]
fn scopes_of_a_plan_speak_of_the_source_that_is_named() {
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.11.4",
        "resource_changes": [{
            "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
            "provider_name": "registry.example/hashicorp/aws",
            "change": { "actions": ["create"], "before": null, "after": { "bucket": "logs" },
                "after_unknown": {}, "before_sensitive": false, "after_sensitive": {} },
        }],
        "configuration": { "root_module": { "resources": [{
            "address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
            "provider_config_key": "aws", "expressions": { "bucket": { "constant_value": "logs" } },
        }] } },
    })
    .to_string();
    let config = "contract \"shop\" {\n  layers = [\"encryption\"]\n  scope = [\"live/*\"]\n}\n\
        fulfilled \"zone\" {\n  settings = [\"aws-s3-bucket-versioning\"]\n  scope = [\"live/prod\"]\n  evidence = \"zone\"\n  until = \"2027-06-30\"\n}\n";
    let told = |place: &str, args: &[&str]| {
        let run = onus().file(place, &plan).file("repo/.onus.hcl", config).file("repo/.git/HEAD", "");
        let run = run.file("repo/live/prod/main.tf", "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n}\n");
        let args = args.iter().copied().chain(["--format", "json", "--now", "2026-12-01", "--min-severity", "info"]);
        let document = run.args(args).run().json();
        let of_shop = document["findings"].as_array().unwrap().iter().filter(|it| it["contract"] == "shop").count();
        (of_shop, findings_of(&document, "suppressed", "aws-s3-bucket-versioning").len())
    };
    assert_eq!(told("repo/live/prod/plan.json", &["plan", "repo/live/prod/plan.json"]), (1, 1));
    assert_eq!(told("tmp/plan.json", &["plan", "tmp/plan.json", "--source", "repo/live/prod"]), (1, 1));
    assert_eq!(told("tmp/plan.json", &["plan", "tmp/../tmp/plan.json", "--source", "repo/live"]), (0, 0));
    // A plan that lies below what is named says more exactly where it belongs.
    assert_eq!(told("repo/live/prod/plan.json", &["plan", "repo/live/prod/plan.json", "--source", "repo"]), (1, 1));
}

#[test]
fn the_directory_of_the_file_can_be_named() {
    for scope in [".", "./"] {
        let config = format!("contract \"a\" {{\n  layers = [\"encryption\"]\n  scope = [\"{scope}\"]\n}}\n");
        let document = checked(&config, &[]);
        assert_eq!(findings_of(&document, "findings", "aws-rds-storage-encrypted")[0]["contract"], "a", "{scope}");
    }
}

/// What looks like a token, in no piece of the source.
fn token() -> String {
    format!("ghp_{}0123456789", "abcdefghijklmnopqrstuvwxyz")
}

#[test]
fn no_message_repeats_a_token() {
    let token = token();
    let wrong = format!("attest \"{token}\" {{}}\nfulfilled \"x\" {{\n  settings = [\"{token}\"]\n}}\n{token} {{}}\n");
    let ran = onus_check(&wrong);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("unknown duty") && !ran.stderr.contains(&token), "{}", ran.stderr);
    let team = format!("contract \"{token}\" {{\n  layers = [\"os\"]\n}}\n").repeat(1)
        + &format!("contract \"{}\" {{\n  layers = [\"data\"]\n}}\n", "long".repeat(200));
    let ran = onus().file("main.tf", SHOP).file(".onus.hcl", &team).args(["check", "--contract", "zzz"]).run();
    assert!(ran.stderr.contains("there are •••") && !ran.stderr.contains(&token), "{}", ran.stderr);
    assert!(ran.stderr.len() < 400, "{}", ran.stderr);
}

#[test]
fn what_is_said_as_published_is_no_deviation() {
    let config = "responsibility {\n  cell \"os\" \"iaas\" {\n    owner = \"customer\"\n    reason = \"as always\"\n  }\n  \
        type \"aws_db_instance\" {\n    model = \"iaas\"\n    reason = \"RDS Custom\"\n  }\n}\n";
    let document = checked(config, &[]);
    // The machine is as published; the database brings its cells along where these differ from those of its service.
    assert_eq!(cell(&document, "os", "iaas")["overridden"], true);
    assert_eq!(cell(&document, "facility", "iaas")["overridden"], false);
    let alone = config.replace("aws_db_instance", "aws_db_instanc*").replace("model = \"iaas\"", "model = \"paas\"");
    let document = checked(&alone, &[]);
    assert_eq!(cell(&document, "os", "iaas")["overridden"], false);
    assert_eq!(cell(&document, "os", "paas")["overridden"], false);
}
