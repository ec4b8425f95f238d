//! `--base`: what has changed since a commit, or an older copy, and what that makes worse.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::collections::BTreeSet;

use common::git::{GitRepo, repo};
use common::{Ran, onus};
use serde_json::Value;

const DAY: &str = "2026-11-23";

/// A run in the working tree of a repository.
fn run(repo: &GitRepo, args: &[&str]) -> Ran {
    onus().args(args.iter().copied()).args(["--now", DAY]).run_in(repo.path())
}

/// Findings of one kind of change: rule and address, sorted.
fn of(document: &Value, change: &str) -> BTreeSet<String> {
    let findings = document["findings"].as_array().unwrap().iter();
    let of_kind = findings.filter(|finding| finding["change"] == change && finding["verdict"] != "unknown");
    of_kind
        .map(|finding| {
            format!("{} {}", finding["rule"].as_str().unwrap(), finding["resource"]["address"].as_str().unwrap())
        })
        .collect()
}

fn set<const N: usize>(all: [&str; N]) -> BTreeSet<String> {
    all.map(str::to_owned).into()
}

/// Only a few settings, so that a test says all that it expects.
const ONLY: &str = "aws-sqs-encryption,network-ingress-open,aws-sns-encryption";

fn json(repo: &GitRepo, base: &str, more: &[&str]) -> Value {
    let mut args = vec!["check", "--base", base, "--format", "json", "--select", ONLY];
    args.extend(more);
    run(repo, &args).json()
}

const SERVICE: &str = r#"resource "aws_ecs_service" "shop" {
  name            = "shop"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.shop.arn
  desired_count   = 2
  launch_type     = "FARGATE"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "shop", image = "shop:1" }])
}
"#;

#[test]
fn leaving_fargate_moves_the_operating_system_to_you_and_fails_with_the_gate() {
    let repo = repo();
    repo.write("ecs.tf", SERVICE).commit();
    repo.write("ecs.tf", &SERVICE.replace("\"FARGATE\"", "\"EC2\""));
    let ran = run(&repo, &["check", "--base", "HEAD", "--fail-on", "shift:customer"]);
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    insta::assert_snapshot!("leaving_fargate", steady(&ran.stdout));
    let matrix = run(&repo, &["matrix", "--base", "HEAD", "--fail-on", "shift:customer"]);
    assert_eq!(matrix.code, 1, "{}{}", matrix.stdout, matrix.stderr);
    insta::assert_snapshot!("leaving_fargate_matrix", steady(&matrix.stdout));
    let markdown = run(&repo, &["matrix", "--base", "HEAD", "--format", "markdown"]);
    assert_eq!(markdown.code, 0);
    insta::assert_snapshot!("leaving_fargate_markdown", steady(&markdown.stdout));
    repo.commit();
    let back = run(&repo, &["check", "--base", "HEAD", "--fail-on", "shift:customer"]);
    assert_eq!((back.code, back.stdout.contains("os")), (0, false), "{}", back.stdout);
    let back = run(&repo, &["check", "--base", "HEAD~1", "--fail-on", "medium,shift:customer"]);
    assert_eq!(back.code, 1);
}

/// Commits have another id whenever the day of writing changes nothing: they are not part of a picture.
fn steady(text: &str) -> String {
    regex_lite::Regex::new(r"\([0-9a-f]{7}\)").unwrap().replace_all(text, "(COMMIT)").into_owned()
}

#[test]
fn what_a_change_makes_worse_is_told_from_what_was_there() {
    let repo = repo();
    let open = |cidr: &str| {
        format!(
            "resource \"aws_security_group\" \"admin\" {{\n  ingress {{\n    from_port   = 22\n    to_port     = 22\n    \
             protocol    = \"tcp\"\n    cidr_blocks = [\"{cidr}\"]\n  }}\n}}\n"
        )
    };
    repo.write("sg.tf", &open("10.0.0.0/8"))
        .write("queue.tf", "resource \"aws_sqs_queue\" \"old\" {\n  sqs_managed_sse_enabled = false\n}\n");
    repo.commit();
    repo.write("sg.tf", &open("0.0.0.0/0"));
    repo.write("new.tf", "resource \"aws_sqs_queue\" \"new\" {\n  sqs_managed_sse_enabled = false\n}\n");
    let document = json(&repo, "HEAD", &[]);
    assert_eq!(of(&document, "worse"), set(["network-ingress-open-ssh aws_security_group.admin"]));
    assert_eq!(of(&document, "new"), set(["aws-sqs-encryption aws_sqs_queue.new"]));
    assert_eq!(of(&document, "same"), set(["aws-sqs-encryption aws_sqs_queue.old"]));
    assert_eq!(document["review"]["resources"], serde_json::json!({"added": 1, "changed": 1, "removed": 0}));
    assert!(document["review"].get("actions").is_none());
    let ran = run(&repo, &["check", "--base", "HEAD", "--select", ONLY]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!("worse", steady(&ran.stdout));
    repo.commit();
    repo.remove("new.tf").write("sg.tf", &open("10.0.0.0/8"));
    let document = json(&repo, "HEAD", &[]);
    assert_eq!(of(&document, "gone").len(), 2, "{document}");
    let ran = run(&repo, &["check", "--base", "HEAD", "--select", ONLY]);
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!("better", steady(&ran.stdout));
    let all = run(&repo, &["check", "--base", "HEAD", "--select", ONLY, "--fail-on-all"]);
    assert_eq!(all.code, 1);
}

fn queue(name: &str) -> String {
    format!("resource \"aws_sqs_queue\" \"{name}\" {{\n  name = \"{name}\"\n  sqs_managed_sse_enabled = false\n}}\n")
}

fn sound(name: &str) -> String {
    queue(name).replace("false", "true")
}

fn topic(name: &str) -> String {
    format!("resource \"aws_sns_topic\" \"{name}\" {{\n  name = \"{name}\"\n}}\n")
}

/// A history of twenty commits, and what each of them makes worse.
#[test]
fn each_commit_of_a_history_is_blamed_for_what_it_made_worse_and_for_nothing_else() {
    let repo = repo();
    let mut expected: Vec<BTreeSet<String>> = Vec::new();
    let mut bases = Vec::new();
    {
        let mut commit = |worse: &[&str]| {
            bases.push(repo.commit());
            expected.push(worse.iter().map(|one| (*one).to_owned()).collect());
        };
        let sqs = "aws-sqs-encryption";
        let sns = "aws-sns-encryption";
        repo.write("live/main.tf", &sound("a"));
        commit(&[]);
        repo.write("live/b.tf", &queue("b"));
        commit(&[&format!("{sqs} aws_sqs_queue.b")]);
        // A file gets another name.
        repo.rename("live/b.tf", "live/queues.tf");
        commit(&[]);
        repo.write("live/main.tf", &queue("a"));
        commit(&[&format!("{sqs} aws_sqs_queue.a")]);
        repo.write("live/main.tf", &sound("a"));
        commit(&[]);
        // A resource gets another name, with a moved block.
        repo.write("live/queues.tf", &(queue("c") + "moved {\n  from = aws_sqs_queue.b\n  to = aws_sqs_queue.c\n}\n"));
        commit(&[]);
        // And another one without.
        repo.write("live/queues.tf", &queue("c").replace("\"aws_sqs_queue\" \"c\"", "\"aws_sqs_queue\" \"d\""));
        commit(&[]);
        // It goes into a module, with a moved block.
        repo.write("modules/q/main.tf", &queue("c").replace("\"aws_sqs_queue\" \"c\"", "\"aws_sqs_queue\" \"this\""));
        repo.write(
            "live/queues.tf",
            "module \"q\" {\n  source = \"../modules/q\"\n}\nmoved {\n  from = aws_sqs_queue.d\n  to = module.q.aws_sqs_queue.this\n}\n",
        );
        commit(&[]);
        // The module's directory gets another name.
        repo.rename("modules/q", "modules/queue");
        repo.write("live/queues.tf", "module \"q\" {\n  source = \"../modules/queue\"\n}\n");
        commit(&[]);
        // The call gets another name and is repeated.
        repo.write(
            "live/queues.tf",
            "module \"jobs\" {\n  for_each = toset([\"x\"])\n  source = \"../modules/queue\"\n}\nmoved {\n  from = module.q\n  to = module.jobs[\"x\"]\n}\n",
        );
        commit(&[]);
        // One more instance of what was there.
        repo.write(
            "live/queues.tf",
            "module \"jobs\" {\n  for_each = toset([\"x\", \"y\"])\n  source = \"../modules/queue\"\n}\n",
        );
        commit(&[&format!("{sqs} module.jobs[\"y\"].aws_sqs_queue.this")]);
        // The root's directory gets another name.
        repo.rename("live", "prod");
        commit(&[]);
        // A second root, with something wrong.
        repo.write("stage/main.tf", &topic("t"));
        commit(&[&format!("{sns} aws_sns_topic.t")]);
        // A comment accepts it, and goes again.
        repo.write("stage/main.tf", &("# onus: ignore[aws-sns-encryption] -- scratch\n".to_owned() + &topic("t")));
        commit(&[]);
        repo.write("stage/main.tf", &topic("t"));
        commit(&[&format!("{sns} aws_sns_topic.t")]);
        // Only a text that Terraform does not read.
        repo.write("README.md", "words\n");
        commit(&[]);
        // A value goes wrong in a tfvars file.
        repo.write(
            "stage/main.tf",
            &("variable \"sse\" {\n  type = bool\n}\n".to_owned()
                + &topic("t")
                + &queue("v").replace("false", "var.sse")),
        );
        repo.write("stage/terraform.tfvars", "sse = true\n");
        commit(&[]);
        repo.write("stage/terraform.tfvars", "sse = false\n");
        commit(&[&format!("{sqs} aws_sqs_queue.v")]);
        // Mended in the module, for all who call it.
        repo.write(
            "modules/queue/main.tf",
            &sound("c").replace("\"aws_sqs_queue\" \"c\"", "\"aws_sqs_queue\" \"this\""),
        );
        commit(&[]);
        // A root goes.
        repo.remove("stage");
        commit(&[]);
    }
    assert_eq!(bases.len(), 20);
    for (index, pair) in bases.windows(2).enumerate() {
        repo.check_out(&pair[1]);
        let document = json(&repo, &pair[0], &[]);
        let blamed: BTreeSet<String> = of(&document, "new").union(&of(&document, "worse")).cloned().collect();
        assert_eq!(blamed, expected[index + 1], "commit {}", index + 2);
        assert_eq!(
            document["errors"].as_array().unwrap().len() + document["warnings"].as_array().unwrap().len(),
            0,
            "{document}"
        );
    }
    // Over the whole history: what is wrong now, and was not there at first.
    repo.check_out(&bases[14]);
    let document = json(&repo, &bases[0], &[]);
    let all = set([
        "aws-sns-encryption aws_sns_topic.t",
        "aws-sqs-encryption module.jobs[\"x\"].aws_sqs_queue.this",
        "aws-sqs-encryption module.jobs[\"y\"].aws_sqs_queue.this",
    ]);
    assert_eq!(of(&document, "new"), all);
}

#[test]
fn the_same_bytes_come_from_one_thread_and_from_eight() {
    let repo = repo();
    for root in 0..12 {
        repo.write(&format!("live/r{root}/main.tf"), &(queue("a") + &topic("t")));
    }
    repo.commit();
    for root in 0..12 {
        repo.write(&format!("live/r{root}/main.tf"), &(sound("a") + &topic("t") + &queue("new")));
    }
    repo.rename("live/r3", "live/s3").remove("live/r5");
    for root in [1, 4, 8, 11] {
        repo.write(&format!("live/r{root}/ecs.tf"), SERVICE);
    }
    repo.commit();
    for root in [1, 4, 8, 11] {
        repo.write(
            &format!("live/r{root}/ecs.tf"),
            &SERVICE.replace("FARGATE", "EC2").replace("shop", &format!("s{root}")),
        );
    }
    let with = |threads: &str, format: &str| {
        let args = ["check", "--base", "HEAD~1", "--select", ONLY, "--format", format, "--now", DAY];
        onus().args(args).env("RAYON_NUM_THREADS", threads).run_in(repo.path())
    };
    for format in ["json", "human"] {
        let one = with("1", format);
        assert_eq!(one.code, 1, "{}", one.stderr);
        for _ in 0..3 {
            assert_eq!(with("8", format).stdout, one.stdout);
        }
    }
    let document = with("8", "json").json();
    assert_eq!(of(&document, "new").len(), 1, "one address, in eleven roots");
    assert_eq!(document["summary"]["roots"], 11, "the one that is gone is none");
    let of_renamed = |finding: &&Value| finding["root"] == "live/s3";
    let findings = document["findings"].as_array().unwrap();
    let kinds: Vec<_> = findings.iter().filter(of_renamed).map(|finding| finding["change"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["new", "same", "gone"], "a root with another name");
}

#[test]
fn values_and_modules_that_git_ignores_count_on_both_sides() {
    let repo = repo();
    repo.write(".gitignore", ".terraform/\nsecret.auto.tfvars\n");
    let main =
        "variable \"sse\" {\n  type = bool\n}\nmodule \"q\" {\n  source = \"acme/queue/aws\"\n  sse = var.sse\n}\n";
    repo.write("main.tf", main).commit();
    repo.write("secret.auto.tfvars", "sse = false\n");
    repo.write(
        ".terraform/modules/modules.json",
        r#"{"Modules":[{"Key":"q","Source":"registry.example.com/acme/queue/aws","Version":"1.0.0","Dir":".terraform/modules/q"}]}"#,
    );
    let module = "variable \"sse\" {}\n".to_owned() + &queue("this").replace("false", "var.sse");
    repo.write(".terraform/modules/q/main.tf", &module);
    repo.write("main.tf", &(main.to_owned() + &topic("t")));
    let document = json(&repo, "HEAD", &[]);
    assert_eq!(of(&document, "same"), set(["aws-sqs-encryption module.q.aws_sqs_queue.this"]));
    assert_eq!(of(&document, "new"), set(["aws-sns-encryption aws_sns_topic.t"]));
}

#[test]
fn a_module_of_another_source_that_is_not_downloaded_is_held_against_nobody() {
    let repo = repo();
    let call =
        |version: &str| format!("module \"q\" {{\n  source = \"git::https://example.com/q.git?ref={version}\"\n}}\n");
    repo.write(".gitignore", ".terraform/\n").write("main.tf", &call("v1")).commit();
    repo.write("main.tf", &call("v2"));
    let manifest =
        r#"{"Modules":[{"Key":"q","Source":"git::https://example.com/q.git?ref=v2","Dir":".terraform/modules/q"}]}"#;
    repo.write(".terraform/modules/modules.json", manifest).write(".terraform/modules/q/main.tf", &queue("this"));
    let document = json(&repo, "HEAD", &[]);
    assert_eq!(of(&document, "same"), set(["aws-sqs-encryption module.q.aws_sqs_queue.this"]));
    assert!(document["warnings"].to_string().contains("module.q has another source in the base"), "{document}");
}

#[test]
fn what_the_configuration_of_onus_said_counts_on_its_own_side() {
    let repo = repo();
    repo.write("main.tf", &topic("t")).write(".onus.hcl", "").commit();
    let fulfilled = "fulfilled \"topics\" {\n  settings = [\"aws-sns-encryption\"]\n  evidence = \"elsewhere\"\n  until    = \"2027-06-30\"\n}\n";
    repo.write(".onus.hcl", fulfilled);
    let document = json(&repo, "HEAD", &[]);
    assert_eq!(document["findings"], serde_json::json!([]), "{document}");
    assert_eq!(document["suppressed"][0]["change"], "same");
    repo.commit();
    repo.write(".onus.hcl", "");
    let document = json(&repo, "HEAD", &[]);
    assert_eq!(of(&document, "worse"), set(["aws-sns-encryption aws_sns_topic.t"]), "{document}");
}

#[test]
fn an_older_copy_of_a_directory_is_a_base() {
    let files =
        [("old/live/main.tf", queue("a")), ("live/main.tf", queue("a") + &topic("t")), ("old/x.tf", topic("x"))];
    let run = |args: &[&str]| {
        let all = ["check", "--select", ONLY, "--format", "json", "--now", DAY].iter().chain(args);
        onus().files(files.clone()).args(all.copied()).run()
    };
    let one = run(&["live", "--base", "old/live"]).json();
    assert_eq!(of(&one, "new"), set(["aws-sns-encryption aws_sns_topic.t"]));
    assert_eq!(of(&one, "same"), set(["aws-sqs-encryption aws_sqs_queue.a"]));
    let finding = &one["findings"][0];
    assert_eq!((&finding["root"], &finding["location"]["file"]), (&"live".into(), &"live/main.tf".into()));
    let several = onus().files(files.clone()).file("more/main.tf", &topic("m"));
    let several =
        several.args(["check", "live", "more", "--base", "old", "--select", ONLY, "--format", "json"]).run().json();
    assert_eq!(of(&several, "same"), set(["aws-sqs-encryption aws_sqs_queue.a"]), "old/live stands for live");
    assert_eq!(of(&several, "new"), set(["aws-sns-encryption aws_sns_topic.m", "aws-sns-encryption aws_sns_topic.t"]));
}

#[test]
fn a_base_that_cannot_be_had_is_an_error_with_a_way_out() {
    let repo = repo();
    repo.write("main.tf", &topic("t")).commit();
    repo.point("refs/remotes/origin/main", &repo.commit());
    let error = |args: &[&str]| {
        let ran = run(&repo, args);
        assert_eq!((ran.code, &*ran.stdout), (2, ""), "{args:?}");
        ran.stderr
    };
    let unknown = error(&["check", "--base", "origin/mian"]);
    assert_eq!(
        unknown,
        "error: --base origin/mian: there is no such commit, branch or tag\n  did you mean origin/main?\n"
    );
    assert_eq!(error(&["check", "--base", "./gone"]), "error: --base ./gone: there is no such directory\n");
    assert!(error(&["check", "--base", "main.tf"]).contains("neither a commit nor a directory nor a plan"));
    assert!(error(&["check", "--base", "."]).contains("it is the directory that is compared"));
    assert!(error(&["check", "--fail-on", "shift:customer"]).contains("nothing is compared"));
    repo.write("main/x.tf", "");
    let both = error(&["check", "--base", "main"]);
    assert!(both.contains("both a commit and a path") && both.contains("./main, or refs/heads/main"), "{both}");
    let outside = onus().file("main.tf", &topic("t")).args(["check", "--base", "main"]).run();
    assert_eq!(outside.code, 2);
    assert!(outside.stderr.contains("is in no git repository"), "{}", outside.stderr);
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let repo = repo();
    repo.write("main.tf", &topic("t")).commit();
    let second = repo.write("main.tf", &queue("q")).commit();
    repo.shallow(&second);
    let ran = run(&repo, &["check", "--base", "origin/main"]);
    let expected = "error: --base origin/main: this clone does not have that commit\n  it is shallow (1 commit): fetch-depth: 0 in actions/checkout, or\n  git fetch --depth=100 origin main\n";
    assert_eq!((ran.code, &*ran.stderr), (2, expected));
}

#[test]
fn where_nothing_was_all_is_new_and_where_nothing_changed_all_stays() {
    let repo = repo();
    repo.write("README.md", "words\n").commit();
    repo.write("live/main.tf", &queue("a"));
    assert_eq!(of(&json(&repo, "HEAD", &[]), "new").len(), 1);
    repo.commit();
    let document = json(&repo, "HEAD", &[]);
    assert_eq!(of(&document, "same").len(), 1);
    assert_eq!(document["review"]["resources"], serde_json::json!({"added": 0, "changed": 0, "removed": 0}));
    let quiet = run(&repo, &["check", "--base", "HEAD", "--quiet"]);
    assert_eq!((quiet.code, &*quiet.stdout), (0, ""));
}

#[test]
fn a_base_that_is_broken_is_told_and_fails_nothing_by_itself() {
    let repo = repo();
    repo.write("main.tf", "resource \"aws_sqs_queue\" \"a\" {\n  name = \"a\n}\n").commit();
    repo.write("main.tf", &sound("a"));
    let ran = run(&repo, &["check", "--base", "HEAD", "--select", ONLY]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("in the base, HEAD: main.tf:2:"), "{}", ran.stdout);
}

#[cfg(unix)]
#[test]
fn symlinks_in_a_base_lead_to_nothing_outside() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("x.tf"), queue("outside")).unwrap();
    let repo = repo();
    repo.write("main.tf", &topic("t")).link(outside.path().to_str().unwrap(), "sub").link("loop", "loop");
    repo.link(outside.path().join("x.tf").to_str().unwrap(), "out.tf").commit();
    repo.remove("sub").remove("out.tf").remove("loop").write("more.tf", &queue("q"));
    let document = json(&repo, "HEAD", &[]);
    assert!(of(&document, "gone").is_empty(), "{document}");
    assert_eq!(of(&document, "new"), set(["aws-sqs-encryption aws_sqs_queue.q"]));
}

/// A plan of one service on the given launch type.
fn plan(launch_type: &str, actions: &str) -> String {
    let values = |launch_type: &str| serde_json::json!({"name": "shop", "launch_type": launch_type, "desired_count": 2, "cluster": "main"});
    let address = "aws_ecs_service.shop";
    let resource = serde_json::json!({"address": address, "mode": "managed", "type": "aws_ecs_service", "name": "shop",
        "provider_name": "example.com/hashicorp/aws", "values": values(launch_type)});
    serde_json::json!({
        "format_version": "1.2", "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": [resource]}},
        "resource_changes": [{"address": address, "mode": "managed", "type": "aws_ecs_service", "name": "shop",
            "provider_name": "example.com/hashicorp/aws",
            "change": {"actions": [actions], "before": values("FARGATE"), "after": values(launch_type), "after_unknown": {}}}],
        "configuration": {"root_module": {"resources": [{"address": address, "mode": "managed", "type": "aws_ecs_service",
            "name": "shop", "provider_config_key": "aws", "expressions": {"launch_type": {"constant_value": launch_type}}}]}}
    })
    .to_string()
}

#[test]
fn a_plan_is_a_base_of_a_plan_and_of_the_configuration() {
    let files = [
        ("old.json", plan("FARGATE", "no-op")),
        ("new.json", plan("EC2", "update")),
        (
            "live/main.tf",
            "resource \"aws_ecs_service\" \"shop\" {\n  name = \"shop\"\n  launch_type = \"EC2\"\n}\n".to_owned(),
        ),
        ("two/main.tf", queue("q")),
    ];
    let run = |args: &[&str]| onus().files(files.clone()).args(args.iter().copied().chain(["--now", DAY])).run();
    for path in ["new.json", "live"] {
        let ran = run(&["check", path, "--base", "old.json", "--fail-on", "shift:customer"]);
        assert_eq!(ran.code, 1, "{path}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stdout.contains("os            AWS → you  aws_ecs_service.shop"), "{path}: {}", ran.stdout);
        assert!(ran.stdout.starts_with("Since old.json: 1 resource changed"), "{path}: {}", ran.stdout);
    }
    let same = run(&["check", "old.json", "--base", "old.json", "--fail-on", "info,shift:customer"]);
    assert_eq!(same.code, 0, "{}", same.stdout);
    let refused = |args: &[&str], why: &str| {
        let ran = run(args);
        assert!(ran.code == 2 && ran.stderr.contains(why), "{args:?}: {}", ran.stderr);
    };
    refused(&["check", ".", "--base", "old.json"], "a plan is the base of one root module, and there are ");
    refused(&["check", "new.json", "--base", "live"], "new.json is a plan, and so must its base be");
    refused(&["plan", "new.json", "--base", "main"], "onus check new.json --base main");
    let planned = run(&["plan", "new.json", "--fail-on", "shift:customer"]);
    assert_eq!(planned.code, 1, "{}", planned.stdout);
    assert!(planned.stdout.contains("1 layer becomes yours"), "{}", planned.stdout);
    let never = run(&["plan", "new.json", "--fail-on", "never"]);
    assert_eq!(never.code, 0);
    refused(&["plan", "new.json", "--fail-on", "never,high"], "`never` stands alone");
}

#[test]
fn a_root_is_judged_again_when_anything_changed_that_it_reads() {
    let repo = repo();
    let main = "locals {\n  sse = jsondecode(file(\"../shared/sse.json\")).sse\n}\n".to_owned()
        + &queue("a").replace("false", "local.sse")
        + &queue("b").replace("false", "length(fileset(\"../shared/flags\", \"*.flag\")) < 2")
        + &queue("c").replace("false", "fileexists(\"../shared/on\")");
    repo.write("live/main.tf", &main).write("shared/sse.json", "{\"sse\": true}").write("shared/on", "");
    repo.write("shared/flags/one.flag", "").write("other/main.tf", &topic("t")).commit();
    let worse = |document: &Value| of(document, "worse");
    assert!(worse(&json(&repo, "HEAD", &[])).is_empty());
    repo.write("shared/flags/two.flag", "");
    assert_eq!(worse(&json(&repo, "HEAD", &[])), set(["aws-sqs-encryption aws_sqs_queue.b"]));
    repo.write("shared/sse.json", "{\"sse\": false}").remove("shared/on");
    let all = ["a", "b", "c"].map(|name| format!("aws-sqs-encryption aws_sqs_queue.{name}"));
    assert_eq!(worse(&json(&repo, "HEAD", &[])), all.into());
}

/// A commit in which each directory holds the one below ten times: its files are more than anybody can count.
#[test]
fn a_commit_that_holds_more_than_any_disk_is_refused() {
    let repo = repo();
    repo.write("main.tf", &topic("t"));
    let bomb = repo.commit_of_nested(10, 12);
    repo.commit();
    let started = std::time::Instant::now();
    let ran = run(&repo, &["check", "--base", &bomb]);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert_eq!(ran.code, 2, "{}{}", ran.stdout, ran.stderr);
}
