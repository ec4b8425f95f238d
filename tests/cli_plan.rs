//! `onus plan` from end to end: what a plan makes worse, what better, and what becomes whose.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::Path;

use common::{Ran, onus};
use serde_json::{Value, json};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One resource of a plan: address, action, values before and after.
#[expect(clippy::needless_pass_by_value, reason = "callers write the values in place")]
fn change(address: &str, actions: &[&str], before: Value, after: Value) -> Value {
    let (type_name, name) = address.split_once('.').unwrap();
    json!({
        "address": address, "mode": "managed", "type": type_name, "name": name,
        "provider_name": "registry.example/hashicorp/aws",
        "change": { "actions": actions, "before": before, "after": after, "after_unknown": {},
            "before_sensitive": {}, "after_sensitive": {} },
    })
}

/// The plan of these changes; what is not null after it is written in the configuration.
fn plan(changes: &[Value]) -> String {
    let written = |values: &Value| -> Value {
        let entries = values.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
        entries.map(|(name, value)| (name.clone(), json!({ "constant_value": value }))).collect()
    };
    let resources = changes.iter().filter(|change| !change["change"]["after"].is_null()).map(|change| {
        json!({
            "address": change["address"], "mode": "managed", "type": change["type"], "name": change["name"],
            "provider_config_key": "aws", "expressions": written(&change["change"]["after"]),
        })
    });
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes,
        "configuration": {
            "provider_config": { "aws": { "name": "aws", "full_name": "registry.example/hashicorp/aws" } },
            "root_module": { "resources": resources.collect::<Vec<_>>() },
        },
    })
    .to_string()
}

fn review(plan: &str, args: &[&str]) -> Ran {
    onus().stdin(plan).args(["plan", "-"]).args(args.iter().copied()).run()
}

fn findings(plan: &str) -> Vec<Value> {
    let ran = review(plan, &["--format", "json"]);
    let mut document: Value = serde_json::from_str(&ran.stdout).unwrap();
    serde_json::from_value(document["findings"].take()).unwrap()
}

#[test]
fn a_real_plan_is_reviewed_from_a_pipe_as_from_a_file() {
    let text = std::fs::read_to_string(repository().join("testdata/plans/gcp-update/plan.json")).unwrap();
    let piped = review(&text, &[]);
    assert_eq!(piped.code, 1, "{}", piped.stderr);
    insta::assert_snapshot!(piped.stdout);
    let read = onus().file("plan.json", &text).args(["plan", "plan.json"]).run();
    assert_eq!((read.stdout, read.code), (piped.stdout, 1));
}

#[test]
fn each_finding_says_what_the_plan_does_to_it() {
    let database = |public: bool, encrypted: Value| json!({ "identifier": "users", "publicly_accessible": public, "storage_encrypted": encrypted });
    let plan = plan(&[
        change("aws_db_instance.users", &["update"], database(false, json!(false)), database(true, json!(false))),
        change("aws_db_instance.old", &["delete"], database(true, json!(true)), Value::Null),
        change("aws_db_instance.new", &["create"], Value::Null, database(false, json!(false))),
        change("aws_db_instance.mended", &["update"], database(false, json!(false)), database(false, json!(true))),
    ]);
    let findings = findings(&plan);
    let of = |rule: &str, name: &str| {
        let address = format!("aws_db_instance.{name}");
        let found =
            findings.iter().find(|finding| finding["rule"] == rule && finding["resource"]["address"] == *address);
        let found = found.unwrap_or_else(|| panic!("{rule} of {name} is missing"));
        json!([found["change"], found["action"], found["before"], found["after"]])
    };
    let (public, encrypted) = ("aws-rds-public", "aws-rds-storage-encrypted");
    assert_eq!(of(public, "users"), json!(["worse", "update", false, true]));
    assert_eq!(of(encrypted, "users"), json!(["same", "update", false, false]));
    assert_eq!(of(public, "old"), json!(["gone", "delete", true, null]));
    assert_eq!(of(encrypted, "new"), json!(["new", "create", null, false]));
    assert_eq!(of(encrypted, "mended"), json!(["gone", "update", false, true]));
}

#[test]
fn only_what_the_plan_makes_worse_fails_it() {
    let (closed, open) = (json!({ "publicly_accessible": false }), json!({ "publicly_accessible": true }));
    let untouched = plan(&[change("aws_db_instance.users", &["no-op"], open.clone(), open.clone())]);
    let ran = review(&untouched, &["--select", "aws-rds-public"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("Stays as it is: 1 finding"), "{}", ran.stdout);
    assert_eq!(review(&untouched, &["--select", "aws-rds-public", "--fail-on-all"]).code, 1);
    assert_eq!(review(&untouched, &["--quiet"]).stdout, "");
    let opened = plan(&[change("aws_db_instance.users", &["update"], closed, open)]);
    assert_eq!(review(&opened, &["--select", "aws-rds-public"]).code, 1);
    assert_eq!(review(&opened, &["--select", "aws-rds-public", "--fail-on", "never"]).code, 0);
}

#[test]
fn a_layer_that_moves_to_the_customer_is_said_first() {
    let service = |launch: &str| json!({ "name": "shop", "launch_type": launch });
    let plan = plan(&[change("aws_ecs_service.shop", &["update"], service("FARGATE"), service("EC2"))]);
    let ran = review(&plan, &[]);
    insta::assert_snapshot!(ran.stdout);
    let ascii = onus().stdin(&plan).args(["plan", "-"]).env("LC_ALL", "C").env("LANG", "C").run();
    assert!(ascii.stdout.is_ascii(), "{}", ascii.stdout);
    assert!(ascii.stdout.contains("AWS -> you"), "{}", ascii.stdout);
}

#[test]
fn a_thousand_changes_stay_short_and_long_addresses_whole() {
    let long = "a_name_that_is_rather_long_".repeat(4);
    let changes: Vec<Value> = (0..1_000)
        .map(|index| {
            let address = format!("aws_db_instance.{long}{index}");
            let (closed, open) = (json!({ "publicly_accessible": false }), json!({ "publicly_accessible": true }));
            let actions = if index % 2 == 0 { &["update"][..] } else { &["delete", "create"] };
            change(&address, actions, closed, open)
        })
        .collect();
    let plan = plan(&changes);
    let ran = review(&plan, &[]);
    assert!(ran.stdout.lines().count() < 150, "{}", ran.stdout.lines().count());
    assert!(ran.stdout.contains(&format!("aws_db_instance.{long}0")), "{}", ran.stdout);
    assert!(ran.stdout.contains(" more: --full"), "{}", ran.stdout);
    assert!(review(&plan, &["--full"]).stdout.contains(&format!("aws_db_instance.{long}999")));
}

#[test]
fn a_plan_that_changes_nothing_says_so() {
    let ran = review(&plan(&[]), &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    insta::assert_snapshot!(ran.stdout);
}

/// A replacement that this attribute forces.
fn replacement(address: &str, before: Value, after: Value, forced_by: &str) -> Value {
    let mut changed = change(address, &["delete", "create"], before, after);
    changed["change"]["replace_paths"] = json!([[forced_by]]);
    changed["action_reason"] = json!("replace_because_cannot_update");
    changed
}

#[test]
fn data_that_the_plan_destroys_is_told_with_what_would_have_kept_it() {
    let database = |engine: &str, protected: bool, skip: bool| json!({ "engine": engine, "deletion_protection": protected, "skip_final_snapshot": skip });
    let mut bucket =
        change("aws_s3_bucket.old", &["delete"], json!({ "bucket": "old", "force_destroy": true }), Value::Null);
    bucket["action_reason"] = json!("delete_because_no_resource_config");
    let plan = plan(&[
        // The state counts: what the plan writes comes too late, in both directions.
        replacement(
            "aws_db_instance.users",
            database("mysql", false, true),
            database("postgres", true, false),
            "engine",
        ),
        replacement("aws_db_instance.safe", database("mysql", true, true), database("postgres", false, true), "engine"),
        replacement(
            "aws_db_instance.kept",
            database("mysql", false, false),
            database("postgres", false, true),
            "engine",
        ),
        bucket,
        change("aws_s3_bucket.full", &["delete"], json!({ "bucket": "full", "force_destroy": false }), Value::Null),
        change("aws_efs_file_system.files", &["delete"], json!({ "encrypted": true }), Value::Null),
        change("aws_ebs_volume.left", &["forget"], json!({ "size": 10 }), Value::Null),
        change("aws_iam_role.shop", &["delete"], json!({ "name": "shop" }), Value::Null),
    ]);
    let ran = review(&plan, &["--select", "aws-ebs-volume-encrypted"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    insta::assert_snapshot!(ran.stdout);

    let ran = review(&plan, &["--format", "json"]);
    let document: Value = serde_json::from_str(&ran.stdout).unwrap();
    let losses = document["review"]["losses"].as_array().unwrap();
    let addresses: Vec<&str> = losses.iter().map(|loss| loss["address"].as_str().unwrap()).collect();
    assert_eq!(addresses, ["aws_db_instance.users", "aws_s3_bucket.old", "aws_efs_file_system.files"]);
    assert_eq!(losses[0]["replaced_by"], json!(["engine"]));
    assert_eq!(losses[0]["missing"][0], json!({ "attribute": "deletion_protection", "value": false }));
    assert_eq!(
        document["review"]["actions"],
        json!({ "create": 0, "update": 0, "replace": 3, "delete": 4, "forget": 1, "import": 0 })
    );
}

#[test]
fn what_the_configuration_no_longer_writes_still_keeps_the_data() {
    // Neither is computed, so a plan's own words would lose them.
    let before = json!({ "engine": "mysql", "deletion_protection": true, "skip_final_snapshot": true });
    let plan = plan(&[replacement("aws_db_instance.users", before, json!({ "engine": "postgres" }), "engine")]);
    let ran = review(&plan, &[]);
    assert!(!ran.stdout.contains("destroys"), "{}", ran.stdout);
}

#[test]
fn a_key_vault_is_kept_by_its_provider_too() {
    let vault =
        change("azurerm_key_vault.keys", &["delete"], json!({ "purge_protection_enabled": false }), Value::Null);
    let with = |features: Value| {
        let mut plan: Value = serde_json::from_str(&plan(std::slice::from_ref(&vault))).unwrap();
        plan["configuration"]["provider_config"] =
            json!({ "azurerm": { "name": "azurerm", "expressions": { "features": features } } });
        // Gone from what is planned, but its block says which provider configuration it used.
        plan["configuration"]["root_module"]["resources"] = json!([{ "address": "azurerm_key_vault.keys", "mode": "managed",
            "type": "azurerm_key_vault", "name": "keys", "provider_config_key": "azurerm" }]);
        review(&plan.to_string(), &[]).stdout
    };
    let purges = json!([{ "key_vault": [{ "purge_soft_delete_on_destroy": { "constant_value": true } }] }]);
    let keeps = json!([{ "key_vault": [{ "purge_soft_delete_on_destroy": { "constant_value": false } }] }]);
    assert!(with(json!([{}])).contains("azurerm_key_vault.keys is destroyed"));
    assert!(with(purges).contains("purge_soft_delete_on_destroy = true"));
    assert!(!with(keeps).contains("azurerm_key_vault.keys is destroyed"));
}

#[test]
fn what_is_moved_or_imported_is_not_new() {
    let open = json!({ "publicly_accessible": true });
    let mut moved = change("aws_db_instance.customers", &["no-op"], open.clone(), open.clone());
    moved["previous_address"] = json!("aws_db_instance.users");
    let mut imported = change("aws_db_instance.old", &["no-op"], open.clone(), open);
    imported["change"]["importing"] = json!({ "id": "old" });
    let plan = plan(&[moved, imported]);
    let ran = review(&plan, &["--select", "aws-rds-public"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    insta::assert_snapshot!(ran.stdout);
    let ran = review(&plan, &["--select", "aws-rds-public", "--format", "json"]);
    let document: Value = serde_json::from_str(&ran.stdout).unwrap();
    let renamed = json!([{ "from": "aws_db_instance.users", "to": "aws_db_instance.customers" }]);
    assert_eq!((&document["review"]["renamed"], &document["review"]["actions"]["import"]), (&renamed, &json!(1)));
    assert!(document["findings"].as_array().unwrap().iter().all(|finding| finding["change"] == "same"));
}

/// The plan of one harmless change, with further keys.
fn with_keys(keys: Value) -> String {
    let closed = json!({ "publicly_accessible": false });
    let mut plan: Value =
        serde_json::from_str(&plan(&[change("aws_db_instance.users", &["no-op"], closed.clone(), closed)])).unwrap();
    let Value::Object(keys) = keys else { panic!("an object") };
    plan.as_object_mut().unwrap().extend(keys);
    plan.to_string()
}

#[test]
fn what_a_plan_says_of_itself_is_a_warning() {
    let check = |name: &str, status: &str, problems: Value| {
        json!({
            "address": { "kind": "check", "name": name, "to_display": format!("check.{name}") }, "status": status,
            "instances": [{ "address": { "to_display": format!("check.{name}") }, "status": status, "problems": problems }],
        })
    };
    let checks = json!([
        check("reachable", "fail", json!([{ "message": "The shop does not answer." }])),
        check("later", "unknown", Value::Array(Vec::new())),
        check("fine", "pass", Value::Array(Vec::new())),
    ]);
    let drift = change("aws_db_instance.users", &["update"], json!({}), json!({}));
    let plan = with_keys(json!({
        "errored": false, "complete": false, "applyable": true, "checks": checks, "resource_drift": [drift],
        "deferred_changes": [{ "reason": "instance_count_unknown", "resource_change": drift }],
    }));
    let ran = review(&plan, &["--select", "aws-rds-public"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    insta::assert_snapshot!(ran.stdout);
    let ran = review(&with_keys(json!({ "errored": true, "complete": false })), &["--select", "aws-rds-public"]);
    assert!(ran.stdout.contains("warning: the run that made this plan failed"), "{}", ran.stdout);
}

#[test]
fn fields_that_are_new_or_have_another_form_do_not_break_reading() {
    for keys in [
        json!({ "format_version": "0.1" }),
        json!({ "format_version": "1.9", "action_invocations": [{ "x": 1 }] }),
        json!({ "checks": null, "resource_drift": null, "errored": null, "complete": null, "deferred_changes": null }),
        json!({ "checks": { "form": "other" }, "resource_drift": [1], "errored": "yes", "deferred_changes": 7 }),
    ] {
        let ran = review(&with_keys(keys), &["--select", "aws-rds-public"]);
        assert_eq!((ran.code, ran.stdout.contains("warning")), (0, false), "{}{}", ran.stdout, ran.stderr);
    }
    let ran = review(&with_keys(json!({ "format_version": "2.0" })), &[]);
    assert_eq!(ran.code, 3);
    assert!(ran.stdout.contains("the plan has format 2, this version of onus reads 0.1 to 1.x"), "{}", ran.stdout);
}

#[test]
fn sensitive_values_are_never_printed() {
    let with_password = |password: &str| json!({ "publicly_accessible": true, "password": password });
    let mut changed =
        change("aws_db_instance.users", &["update"], with_password("hunter2old"), with_password("hunter2new"));
    changed["change"]["before_sensitive"] = json!({ "password": true });
    changed["change"]["after_sensitive"] = json!({ "password": true });
    let plan = plan(&[changed])
        .replace(r#""password":{"constant_value":"hunter2new"}"#, r#""password":{"references":["var.password"]}"#);
    for args in [&[][..], &["--full"], &["--format", "json"]] {
        let ran = review(&plan, args);
        assert!(!ran.stdout.contains("hunter2") && !ran.stderr.contains("hunter2"), "{}", ran.stdout);
    }
}

#[test]
fn what_is_no_plan_is_refused_with_the_way_to_make_one() {
    let ran = onus().file("main.tf", "resource \"null_resource\" \"x\" {}\n").args(["plan", "."]).run();
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(
        ran.stderr.contains("is a directory, not a plan\n  terraform plan -out tfplan && terraform show -json tfplan"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_cannot_be_read_as_a_plan_is_an_error_of_the_input() {
    let open = json!({ "publicly_accessible": true });
    let good = plan(&[change("aws_db_instance.users", &["create"], Value::Null, open)]);
    let cut = &good[..good.len() / 2];
    let twice = good.replacen('{', r#"{"resource_changes":[],"#, 1);
    let deep =
        good.replacen(r#""after":{"#, &format!(r#""after":{{"x":{}1{},"#, "[".repeat(5_000), "]".repeat(5_000)), 1);
    let cases = [
        (cut, "the plan cannot be read: line 1, column"),
        ("", "this is not the JSON of a plan"),
        ("{\"name\": \"package\"}", "this is not the JSON of a plan"),
        (twice.as_str(), "the plan cannot be read"),
        (deep.as_str(), "the plan cannot be read"),
        (
            "{\"@level\":\"info\",\"@message\":\"Terraform 1.11.4\"}\n",
            "this is the log of `terraform plan -json`, not a plan",
        ),
        (r#"{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x"}"#, "this is a state file, not a plan"),
        (r#"{"format_version":"1.0","terraform_version":"1.11.4","values":{}}"#, "this is a state, not a plan"),
    ];
    for (text, message) in cases {
        let by_name = onus().file("plan.json", text).args(["plan", "plan.json"]).run();
        for ran in [review(text, &[]), by_name] {
            assert_eq!(ran.code, 3, "{message}: {}{}", ran.stdout, ran.stderr);
            assert!(ran.stdout.contains(message), "{message}: {}", ran.stdout);
            assert!(!ran.stdout.contains("nothing worse"), "{message}: {}", ran.stdout);
        }
    }
    let ran = onus().args(["plan", "nowhere.json"]).run();
    assert_eq!((ran.code, ran.stderr.contains("nowhere.json does not exist")), (2, true), "{}", ran.stderr);
}

#[test]
fn a_file_of_ten_gigabytes_is_not_read() {
    let run = onus().args(["plan", "plan.json"]);
    std::fs::File::create(run.path("plan.json")).unwrap().set_len(10 << 30).unwrap();
    let ran = run.run();
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stdout.contains("plan.json: "), "{}", ran.stdout);
}

#[test]
fn a_plan_reads_the_same_in_every_encoding_that_shells_write() {
    let open = json!({ "publicly_accessible": true, "identifier": "Zürich" });
    let text = plan(&[change("aws_db_instance.users", &["create"], Value::Null, open)]);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap();
    let forms = [text.clone().into_bytes(), wide, format!("\u{feff}{text}").into_bytes(), pretty.into_bytes()];
    let printed = forms.map(|bytes| {
        let run = onus().args(["plan", "plan.json"]);
        std::fs::write(run.path("plan.json"), &bytes).unwrap();
        let checked = onus().args(["check", "plan.json"]);
        std::fs::write(checked.path("plan.json"), bytes).unwrap();
        (run.run().stdout, checked.run().stdout)
    });
    assert!(printed[0].0.contains("aws_db_instance.users"), "{}", printed[0].0);
    assert!(printed.iter().all(|one| *one == printed[0]), "{printed:?}");
}

#[test]
fn a_state_is_judged_by_check() {
    let state = json!({
        "format_version": "1.0", "terraform_version": "1.11.4",
        "values": { "root_module": { "resources": [{
            "address": "aws_db_instance.users", "mode": "managed", "type": "aws_db_instance", "name": "users",
            "provider_name": "registry.example/hashicorp/aws", "values": { "publicly_accessible": true },
        }] } },
    });
    let args = ["check", "state.json", "--select", "aws-rds-public"];
    let ran = onus().file("state.json", &state.to_string()).args(args).run();
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("aws_db_instance.users"), "{}", ran.stdout);
}

#[cfg(unix)]
#[test]
fn a_binary_plan_is_read_by_the_program_that_made_it() {
    use std::os::unix::fs::PermissionsExt as _;

    let open = json!({ "publicly_accessible": true });
    let text = plan(&[change("aws_db_instance.users", &["create"], Value::Null, open)]);
    let run = |script: &str, args: &[&str]| {
        let run = onus().file("tfplan", "PK\u{3}\u{4}…").file("shown.json", &text).args(args.iter().copied());
        let run = run.file("bin/tofu", script);
        std::fs::set_permissions(run.path("bin/tofu"), std::fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:/usr/bin:/bin", run.path("bin").display());
        run.env("PATH", &path).run()
    };
    let prints = "#!/bin/sh\n[ \"$1 $2\" = 'show -json' ] && [ -f \"$3\" ] && exec cat shown.json\n";
    let ran = run(prints, &["plan", "tfplan"]);
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("aws_db_instance.users"), "{}", ran.stdout);

    let fails = "#!/bin/sh\necho 'Error: Failed to load plugin schemas' >&2\nexit 1\n";
    let ran = run(fails, &["plan", "tfplan"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stdout.contains("failed: Error: Failed to load plugin schemas"), "{}", ran.stdout);

    let missing = onus().file("tfplan", "PK\u{3}\u{4}…").args(["plan", "tfplan"]).env("PATH", "/nonexistent").run();
    assert_eq!(missing.code, 3);
    assert!(
        missing.stdout.contains("tfplan is a binary plan; reading it needs terraform or tofu on PATH"),
        "{}",
        missing.stdout
    );

    // Where both programs are there, the one that made the plan reads it; OpenTofu can encrypt what it writes.
    let encrypted =
        r#"{"meta":{"key_provider.pbkdf2.k":"eyJzYWx0Ijo"},"encrypted_data":"GmVl","encryption_version":"v0"}"#;
    let both = onus().file("tfplan", encrypted).file("shown.json", &text).args(["plan", "tfplan"]);
    let both = both.file("bin/terraform", fails).file("bin/tofu", prints);
    for program in ["bin/terraform", "bin/tofu"] {
        std::fs::set_permissions(both.path(program), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:/usr/bin:/bin", both.path("bin").display());
    let ran = both.env("PATH", &path).run();
    assert!(ran.stdout.contains("aws_db_instance.users"), "{}", ran.stdout);

    // Nothing but `onus plan` runs a program.
    let ran = run(prints, &["check", "tfplan"]);
    assert_eq!(ran.code, 2, "{}", ran.stdout);
    assert!(ran.stderr.contains("tfplan is a binary plan, not a plan in JSON"), "{}", ran.stderr);
}

/// The files of a pair below `testdata/plans`, where the run has them.
fn pair(run: common::Onus, name: &str, into: &str) -> common::Onus {
    fn all(directory: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { all(&path, found) } else { found.push(path) }
        }
    }
    let directory = repository().join("testdata/plans").join(name);
    let mut files = Vec::new();
    all(&directory, &mut files);
    files.iter().fold(run, |run, path| {
        let relative = path.strip_prefix(&directory).unwrap().to_str().unwrap();
        run.file(&format!("{into}{relative}"), &std::fs::read_to_string(path).unwrap())
    })
}

/// `file:line:column` of the finding of a rule at an address; `-` if it has no place.
fn place(ran: &Ran, rule: &str, address: &str) -> String {
    let document = ran.json();
    let findings = document["findings"].as_array().unwrap();
    let found = findings.iter().find(|it| it["rule"] == rule && it["resource"]["address"] == address);
    let location = &found.unwrap_or_else(|| panic!("{rule} of {address} is missing: {}", ran.stdout))["location"];
    match location.is_null() {
        true => "-".to_owned(),
        false => format!("{}:{}:{}", location["file"].as_str().unwrap(), location["line"], location["column"]),
    }
}

const LEGACY_PASSWORD: &str = "correct-horse-battery";
const PUBLIC_BUCKET: &str = "google_storage_bucket_iam_binding.public";

#[test]
fn findings_point_into_the_configuration_that_the_plan_was_made_from() {
    for command in ["plan", "check"] {
        let ran = pair(onus(), "gcp-update", "").args([command, "plan.json", "--format", "json"]).run();
        assert_eq!(place(&ran, "google-storage-public-grant", PUBLIC_BUCKET), "main.tf:106:14", "{command}");
    }
    let ran = pair(onus(), "gcp-update", "").args(["plan", "plan.json"]).run();
    assert!(ran.stdout.contains("main.tf:106"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("plan.json:"), "{}", ran.stdout);
}

#[test]
fn places_go_through_modules_and_instance_keys_to_where_a_value_comes_from() {
    let firewall = r#"module.network["core"].google_compute_firewall.this["allow-ssh"]"#;
    let run = pair(onus(), "gcp-landing", "");
    let by_plan = run.args(["check", "plan.json", "--format", "json"]).run();
    let run = pair(onus(), "gcp-landing", "");
    std::fs::remove_file(run.path("plan.json")).unwrap();
    let by_source = run.args(["check", "--format", "json"]).run();
    let [by_plan, by_source] = [by_plan, by_source].map(|ran| {
        assert_eq!(place(&ran, "network-ingress-open-ssh", firewall), "modules/network/main.tf:70:19");
        let findings = ran.json()["findings"].as_array().unwrap().clone();
        let of_ssh = findings.into_iter().find(|finding| finding["resource"]["address"] == firewall).unwrap();
        json!([of_ssh["key"], of_ssh["related"], of_ssh["verdict"], of_ssh["value"]])
    });
    assert_eq!(by_plan, by_source);
    assert_eq!(by_plan[1][0]["location"]["file"], "terraform.tfvars");
}

#[test]
fn comments_in_the_configuration_silence_findings_of_the_plan() {
    let silenced = |run: common::Onus, rule: &str| {
        let ran = run.args(["check", "plan.json", "--format", "json"]).run();
        let document = ran.json();
        let of_rule = |list: &str| {
            let all = document[list].as_array().unwrap();
            all.iter().filter(|finding| finding["rule"] == rule).count()
        };
        (of_rule("suppressed"), of_rule("findings"))
    };
    let edit = |run: common::Onus, file: &str, text: &str, comment: &str| {
        let path = run.path(file);
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(written.contains(text));
        std::fs::write(path, written.replacen(text, &format!("{comment}\n{text}"), 1)).unwrap();
        run
    };
    let (rule, ssh) = ("google-storage-public-grant", "network-ingress-open-ssh");
    let comment = |rule: &str| format!("# onus: ignore[{rule}] -- agreed");
    let run = pair(onus(), "gcp-update", "");
    assert_eq!(silenced(run, rule), (0, 1));
    let resource = "resource \"google_storage_bucket_iam_binding\" \"public\"";
    let run = edit(pair(onus(), "gcp-update", ""), "main.tf", resource, &comment(rule));
    assert_eq!(silenced(run, rule), (1, 0));
    // On the module call, and where the value was born.
    let call = edit(pair(onus(), "gcp-landing", ""), "main.tf", "module \"network\"", &comment(ssh));
    assert_eq!(silenced(call, ssh), (1, 0));
    let line = "allow-ssh   =";
    let birth = edit(pair(onus(), "gcp-landing", ""), "terraform.tfvars", line, &comment(ssh));
    assert_eq!(silenced(birth, ssh), (1, 0));
}

#[test]
fn the_source_of_a_plan_is_looked_for_in_a_tree() {
    let rule = "google-storage-public-grant";
    let at = |run: common::Onus, args: &[&str]| {
        let ran = run.args(["plan", "plan.json", "--format", "json"]).args(args.iter().copied()).run();
        let warnings = ran.json()["warnings"].as_array().unwrap().clone();
        let warnings =
            warnings.iter().map(|warning| warning["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        (place(&ran, rule, PUBLIC_BUCKET), warnings.join("\n"))
    };
    let plan = std::fs::read_to_string(repository().join("testdata/plans/gcp-update/plan.json")).unwrap();
    let source = std::fs::read_to_string(repository().join("testdata/plans/gcp-update/main.tf")).unwrap();
    let more = format!("{source}\nresource \"google_compute_network\" \"more\" {{ name = \"more\" }}\n");
    let less = source.replacen(
        "\"google_storage_bucket_iam_binding\" \"public\"",
        "\"google_storage_bucket_iam_binding\" \"other\"",
        1,
    );
    let run = || onus().file("plan.json", &plan);

    // What has more besides matches less well; what lacks a name does not match.
    let tree = || run().file("live/main.tf", &source).file("next/main.tf", &more).file("old/main.tf", &less);
    assert_eq!(at(tree(), &[]), ("live/main.tf:106:14".to_owned(), String::new()));
    assert_eq!(at(tree(), &["--source", "next"]), ("next/main.tf:106:14".to_owned(), String::new()));
    // The directory itself comes first.
    let itself = tree().file("main.tf", &more);
    assert_eq!(at(itself, &[]).0, "main.tf:106:14");

    let none = "-".to_owned();
    assert_eq!(at(run(), &[]), (none.clone(), String::new()));
    assert_eq!(
        at(tree(), &["--source", "old"]),
        (none.clone(), format!("--source old: not the source of this plan: {PUBLIC_BUCKET} is not in old"),)
    );
    let twins = || run().file("a/main.tf", &source).file("b/main.tf", &source);
    assert_eq!(at(twins(), &[]), (none.clone(), String::new()));
    assert_eq!(
        at(twins(), &["--source", "."]),
        (none, "--source .: not the source of this plan: a and b match it equally well".to_owned(),)
    );
    let ran = run().args(["plan", "plan.json", "--source", "nowhere"]).run();
    assert_eq!((ran.code, ran.stderr.contains("--source nowhere: there is no such directory")), (2, true));
}

#[test]
fn plans_that_are_judged_together_wait_for_one_look_at_the_tree() {
    let plan = std::fs::read_to_string(repository().join("testdata/plans/gcp-update/plan.json")).unwrap();
    let source = std::fs::read_to_string(repository().join("testdata/plans/gcp-update/main.tf")).unwrap();
    let tree = (0..60).fold(onus().file("live/main.tf", &source), |run, n| {
        let other = "resource \"google_compute_network\" \"other\" { name = \"other\" }\n";
        let plans = if n < 12 { run.file(&format!("plans/{n}.json"), &plan) } else { run };
        plans.file(&format!("more/{n}/main.tf"), other)
    });
    let by = |threads: &str| {
        std::fs::write(tree.path("out.json"), "").unwrap();
        // Plans that are named are judged one by one, beside the root that they were made from.
        let plans = (0..12).map(|n| format!("plans/{n}.json"));
        let args = ["check", ".", "--format", "json=out.json"].map(str::to_owned).into_iter().chain(plans);
        let mut command = assert_cmd::Command::cargo_bin("onus").unwrap();
        let command = command.args(args).env_clear().env("RAYON_NUM_THREADS", threads).current_dir(tree.path(""));
        let output = command.timeout(std::time::Duration::from_secs(60)).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read_to_string(tree.path("out.json")).unwrap()
    };
    let alone = by("1");
    let document: serde_json::Value = serde_json::from_str(&alone).unwrap();
    let public = document["findings"].as_array().unwrap().iter();
    let public = public.filter(|finding| finding["resource"]["address"] == PUBLIC_BUCKET);
    let files: Vec<&str> = public.map(|finding| finding["location"]["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["live/main.tf"; 13]);
    assert!(by("8") == alone && by("9") == alone);
}

#[test]
fn secrets_stay_hidden_where_the_source_is_shown() {
    for args in [&["--full"][..], &["--format", "json"]] {
        let run = pair(onus(), "gcp-platform", "");
        let source = std::fs::read_to_string(run.path("main.tf")).unwrap();
        assert!(source.contains(LEGACY_PASSWORD));
        let ran = run.args(["plan", "plan.json"]).args(args.iter().copied()).run();
        assert!(ran.stdout.contains("main.tf") && ran.stdout.contains("A secret is written here"), "{}", ran.stdout);
        assert!(!ran.stdout.contains(LEGACY_PASSWORD), "{}", ran.stdout);
    }
}
