//! How much memory a run takes: it must not grow with the number of root modules, and little with that of instances.
//!
//! Peaks are read from the kernel, on Linux only. They do not depend on how fast or how busy the machine is.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn binary() -> PathBuf {
    assert_cmd::cargo::cargo_bin("onus")
}

/// The peak of resident memory of a run, in kB, and what it printed.
fn peak(directory: &Path, args: &[&str]) -> (u64, String) {
    let output = tempfile::NamedTempFile::new().unwrap();
    let mut child = Command::new(binary())
        .args(args)
        .current_dir(directory)
        // Each further thread holds one more root at a time.
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::from(output.reopen().unwrap()))
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    // VmHWM only grows, and what is allocated last (the report) is small: the last reading is as good as the end.
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let reading = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        peak = peak.max(reading.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    (peak, std::fs::read_to_string(output.path()).unwrap())
}

/// A root module of the size that teams have: a few hundred instances, all of them well kept, and one that is not.
const ROOT: &str = r#"
locals {
  teams = ["orders", "stock", "search", "mail", "prices", "reviews", "carts", "returns", "loyalty", "reports"]
  names = toset(flatten([for team in local.teams : [for n in range(40) : "${team}-${n}"]]))
}

resource "aws_sqs_queue" "jobs" {
  for_each                   = local.names
  name                       = "${each.key}-jobs"
  kms_master_key_id          = aws_kms_key.jobs.arn
  visibility_timeout_seconds = 30
  message_retention_seconds  = 86400
  receive_wait_time_seconds  = 10
  tags                       = { Name = each.key, Team = split("-", each.key)[0] }
}

resource "aws_kms_key" "jobs" {
  description         = "Jobs"
  enable_key_rotation = true
}

resource "aws_sqs_queue" "old" {
  sqs_managed_sse_enabled = false
}
"#;

/// What one root needs and what many copies of it need must differ by a tenth at most, with what they find.
#[track_caller]
fn assert_copies_need_little_more(write: impl Fn(&Path), format: &str, findings: usize) {
    let directory = tempfile::tempdir().unwrap();
    write(&directory.path().join("one/main"));
    for number in 0..300 {
        write(&directory.path().join(format!("many/root-{number:03}")));
    }
    let args = |path: &'static str| ["check", "--format", format, "--now", "2026-11-24", path];
    let (one, text) = peak(directory.path(), &args("one"));
    assert!(text.contains(&counted(format, findings)), "{text}");
    let (many, text) = peak(directory.path(), &args("many"));
    assert!(text.contains(&counted(format, findings * 300)), "{text}");
    assert!(many <= one + one / 10, "{format}: one root needs {one} kB, 300 copies of it need {many} kB");
}

fn counted(format: &str, findings: usize) -> String {
    match format {
        "json" => format!("\"findings\": {findings},"),
        _ if findings < 1000 => format!("{findings} finding"),
        _ => format!("{},{:03} findings", findings / 1000, findings % 1000),
    }
}

#[test]
fn three_hundred_well_kept_roots_need_the_memory_of_one_and_a_tenth() {
    let write = |root: &Path| {
        std::fs::create_dir_all(root).unwrap();
        std::fs::write(root.join("main.tf"), ROOT).unwrap();
    };
    assert_copies_need_little_more(write, "json", 1);
}

#[test]
fn three_hundred_roots_with_findings_need_the_memory_of_one_and_a_tenth() {
    let webshop = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/webshop");
    let write = |root: &Path| {
        for entry in walkdir::WalkDir::new(&webshop) {
            let entry = entry.unwrap();
            let target = root.join(entry.path().strip_prefix(&webshop).unwrap());
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(target).unwrap();
            } else {
                std::fs::copy(entry.path(), target).unwrap();
            }
        }
    };
    assert_copies_need_little_more(write, "human", 14);
}

#[test]
fn ten_thousand_instances_with_findings_stay_under_150_mb() {
    let directory = tempfile::tempdir().unwrap();
    let text = r#"
locals {
  names = toset(flatten([for a in range(100) : [for b in range(100) : "store-${a}-${b}"]]))
}

resource "aws_s3_bucket" "b" {
  for_each = local.names
  bucket   = each.key
  tags     = { Name = each.key }
}
"#;
    std::fs::write(directory.path().join("main.tf"), text).unwrap();
    for (format, counted) in [("human", "\n80,000 findings in 8 places"), ("json", "\"findings\": 80000,")] {
        let (kilobytes, text) = peak(directory.path(), &["check", "--format", format, "--min-severity", "info"]);
        assert!(text.contains(counted), "{}", &text[text.len() - 900..]);
        assert!(kilobytes < 150_000, "{format}: {kilobytes} kB");
    }
}

/// A list of half a million elements, made again and again.
#[test]
fn lists_without_end_are_given_up_before_memory_is() {
    let doubled: String = (0..9).map(|i| format!("a{} = concat(local.a{i}, local.a{i})\n", i + 1)).collect();
    let copies: String = (0..600).map(|i| format!("b{i} = reverse(local.a9)\n")).collect();
    let directory = tempfile::tempdir().unwrap();
    let text = format!("locals {{\na0 = range(1024)\n{doubled}{copies}}}\nresource \"aws_sqs_queue\" \"q\" {{}}\n");
    std::fs::write(directory.path().join("main.tf"), text).unwrap();
    let (peak, printed) = peak(directory.path(), &["check"]);
    assert!(printed.contains("takes more memory to evaluate than onus allows"), "{printed}");
    assert!(printed.contains("1 resource,"), "{printed}");
    assert!(peak < 1_500_000, "{peak} kB");
}

/// A text of a megabyte, read again and again.
#[test]
fn texts_that_functions_read_without_end_are_given_up() {
    let directory = tempfile::tempdir().unwrap();
    let long = "x".repeat(1_000_000);
    let locals = format!("long = \"{long}\"\nread = [for i in range(300) : length(local.long)]\n");
    let text = format!("locals {{\n{locals}}}\nresource \"aws_sqs_queue\" \"q\" {{}}\n");
    std::fs::write(directory.path().join("main.tf"), text).unwrap();
    let (_, printed) = peak(directory.path(), &["check"]);
    assert!(printed.contains("takes more steps to evaluate than onus allows"), "{printed}");
    assert!(printed.contains("1 resource,"), "{printed}");
}
