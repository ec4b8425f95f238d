//! How much memory a run takes: it must not grow with the number of root modules, and little with that of instances.
//!
//! Peaks are read from the kernel, on Linux only. They do not depend on how fast or how busy the machine is.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The release binary of this build where there is one, else the one that the tests use. (A release binary that is older
/// than the sources would measure something else.)
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

/// A root module of the size that teams have: a few hundred instances, all of them well kept.
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
"#;

#[test]
fn three_hundred_roots_need_the_memory_of_one_and_a_tenth() {
    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str| {
        let root = directory.path().join(name);
        std::fs::create_dir_all(&root).unwrap();
        std::fs::write(root.join("main.tf"), ROOT).unwrap();
    };
    write("one/main");
    for number in 0..300 {
        write(&format!("many/root-{number:03}"));
    }
    let args = |path: &'static str| ["check", "--format", "json", "--now", "2026-11-24", path];
    let (one, document) = peak(directory.path(), &args("one"));
    assert!(document.contains("\"resources\": 401"), "{document}");
    let (many, document) = peak(directory.path(), &args("many"));
    assert!(document.contains("\"resources\": 120300"), "{document}");
    assert!(many <= one + one / 10, "one root needs {one} kB, 300 copies of it need {many} kB");
}

#[test]
fn ten_thousand_instances_stay_under_150_mb() {
    let directory = tempfile::tempdir().unwrap();
    let text = r#"
locals {
  names = toset(flatten([for a in range(100) : [for b in range(100) : "queue-${a}-${b}"]]))
}

resource "aws_sqs_queue" "q" {
  for_each                   = local.names
  name                       = each.key
  sqs_managed_sse_enabled    = false
  visibility_timeout_seconds = 30
  message_retention_seconds  = 86400
  delay_seconds              = 0
  receive_wait_time_seconds  = 10
  fifo_queue                 = false
  tags                       = { Name = each.key }
}
"#;
    std::fs::write(directory.path().join("main.tf"), text).unwrap();
    let (kilobytes, text) = peak(directory.path(), &["check"]);
    assert!(text.contains("10,000 findings in 1 place"), "{text}");
    assert!(kilobytes < 150_000, "{kilobytes} kB");
}
