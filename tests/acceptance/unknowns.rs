//! What cannot be decided before apply is said to be undecided, with the name of what would decide it: never a finding,
//! never silence. And what a provider does itself is nobody's finding.

use serde_json::Value;

use crate::common::{Onus, onus};
use crate::{check, entries, failing, text, verdicts};

const GROUP: &str = r#"variable "cidrs" {
  description = "Who may log in."
  type        = list(string)
}

resource "aws_security_group" "admin" {
  description = "Logins"

  ingress {
    description = "SSH"
    cidr_blocks = var.cidrs
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}
"#;

fn undecided(document: &Value) -> Vec<&Value> {
    entries(document).filter(|entry| entry["verdict"] == "unknown").collect()
}

fn human(files: &[(&str, &str)]) -> Onus {
    onus().args(["check", "--now", "2026-11-24"]).files(files.iter().copied())
}

#[test]
fn a_variable_without_value_is_undecided_by_its_name() {
    // That nothing here uses the group is so whoever it lets in.
    let ran = check().file("main.tf", GROUP).args(["--ignore", "aws-vpc-security-group-used"]).run();
    let document = ran.json();
    assert_eq!(failing(&document), Vec::<&Value>::new());
    assert_eq!(ran.code, 0);
    let ssh = undecided(&document).into_iter().find(|entry| entry["rule"] == "network-ingress-open-ssh").unwrap();
    assert_eq!(ssh["reason"]["kind"], "variable");
    assert_eq!(ssh["reason"]["name"], "var.cidrs");
    assert_eq!(ssh["reason"]["location"]["file"], "main.tf");
    assert_eq!(ssh["reason"]["location"]["line"], 1);
    assert!(undecided(&document).iter().all(|entry| entry["reason"]["name"] == "var.cidrs"));
}

#[test]
fn people_read_what_would_settle_it_once_for_all_that_wait() {
    let second = GROUP[GROUP.find("resource").unwrap()..].replace("\"admin\"", "\"backup\"");
    let ran = human(&[("main.tf", GROUP), ("backup.tf", &second)]).run();
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("var.cidrs has no value"), "{}", ran.stdout);
    assert_eq!(ran.stdout.matches("var.cidrs").count(), 1, "{}", ran.stdout);
    assert!(ran.stdout.contains("--var-file or --var"), "{}", ran.stdout);
    assert!(ran.stdout.contains("main.tf:1"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("Anyone on the internet"), "{}", ran.stdout);
}

#[test]
fn undecided_settings_fail_only_when_asked_and_after_everything_else() {
    let closed = GROUP.replace("var.cidrs\n", "[\"10.0.0.0/8\"]\n");
    let open = "resource \"aws_security_group\" \"open\" {\n  ingress {\n    cidr_blocks = [\"0.0.0.0/0\"]\n    from_port   = 22\n    to_port     = 22\n    protocol    = \"tcp\"\n  }\n}\n";
    let code = |files: &[(&str, &str)], args: &[&str]| human(files).args(args.iter().copied()).run().code;
    assert_eq!(code(&[("main.tf", GROUP)], &[]), 0);
    assert_eq!(code(&[("main.tf", GROUP)], &["--fail-on-unknown"]), 4);
    assert_eq!(code(&[("main.tf", &closed)], &["--fail-on-unknown"]), 0);
    assert_eq!(code(&[("main.tf", GROUP), ("open.tf", open)], &["--fail-on-unknown"]), 1);
    assert_eq!(code(&[("main.tf", GROUP), ("open.tf", open)], &["--fail-on-unknown", "--fail-on", "never"]), 4);
    assert_eq!(code(&[("main.tf", GROUP), ("open.tf", open), ("x.tf", "resource {")], &["--fail-on-unknown"]), 3);
}

#[test]
fn the_value_decides() {
    for (value, verdict, code) in [("0.0.0.0/0", "insecure", 1), ("192.0.2.0/24", "secure", 0)] {
        let ran = check().file("main.tf", GROUP).file("terraform.tfvars", &format!("cidrs = [\"{value}\"]\n")).run();
        let admin = ("aws_security_group.admin".to_owned(), verdict.to_owned());
        assert_eq!((verdicts(&ran, "network-ingress-open-ssh"), ran.code), (vec![admin], code));
    }
}

#[test]
fn what_the_answer_does_not_depend_on_leaves_nothing_undecided() {
    let text = r#"
variable "port" { type = number }
variable "office" { type = string }
resource "aws_security_group" "closed" {
  ingress {
    cidr_blocks = ["10.0.0.0/8"]
    from_port   = var.port
    to_port     = var.port
    protocol    = "tcp"
  }
}
resource "aws_security_group" "open" {
  ingress {
    cidr_blocks = ["0.0.0.0/0", var.office]
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}
"#;
    let ran = check().file("main.tf", text).run();
    let is = |name: &str, verdict: &str| (format!("aws_security_group.{name}"), verdict.to_owned());
    assert_eq!(verdicts(&ran, "network-ingress-open-ssh"), [is("closed", "secure"), is("open", "insecure")]);
}

#[test]
fn unknown_instances_are_undecided_too() {
    let text = r#"
variable "rules" { type = map(string) }
resource "aws_security_group" "admin" {
  dynamic "ingress" {
    for_each = var.rules
    content {
      cidr_blocks = [ingress.value]
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
    }
  }
}
variable "disks" { type = set(string) }
variable "encrypted" { type = bool }
resource "aws_ebs_volume" "disk" {
  for_each          = var.disks
  availability_zone = each.key
  size              = 10
  encrypted         = var.encrypted
}
"#;
    // That nothing here backs the volumes up, or says what the group is for, is so whichever they are.
    let ignored = ["--ignore", "aws-ebs-backup,aws-vpc-security-group-used,aws-vpc-security-group-description"];
    let ran = check().file("main.tf", text).args(ignored).run();
    let document = ran.json();
    assert_eq!(failing(&document), Vec::<&Value>::new());
    let names: Vec<&str> = undecided(&document).iter().map(|entry| text_of(&entry["reason"]["name"])).collect();
    assert!(names.contains(&"var.rules"), "{names:?}");
    assert!(names.contains(&"var.encrypted"), "{names:?}");
}

fn text_of(value: &Value) -> &str {
    text(value)
}

#[test]
fn a_module_that_is_not_downloaded_is_a_warning_and_what_needs_it_is_undecided() {
    let text = r#"
module "offices" {
  source  = "example/offices/aws"
  version = "1.2.0"
}
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = module.offices.cidrs
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}
"#;
    let ran = check().file("main.tf", text).run();
    let document = ran.json();
    assert_eq!((ran.code, &document["errors"]), (0, &serde_json::json!([])));
    let ssh = undecided(&document).into_iter().find(|entry| entry["rule"] == "network-ingress-open-ssh").unwrap();
    assert_eq!(ssh["reason"]["name"], "module.offices");
    let warning = &document["warnings"][0];
    assert!(text_of(&warning["message"]).contains("offices"), "{warning}");
    assert_eq!(warning["location"]["line"], 3);
    assert!(human(&[("main.tf", text)]).run().stdout.contains("terraform init"));
}

/// A cluster with the duties done that Google leaves to its customer in both modes.
fn cluster(mode: &str) -> String {
    format!(
        r#"
resource "google_container_cluster" "shop" {{
  name     = "shop"
  location = "europe-west1"
  project  = "shop-prod"
  {mode}

  private_cluster_config {{
    enable_private_nodes    = true
    enable_private_endpoint = false
  }}

  master_authorized_networks_config {{
    cidr_blocks {{
      cidr_block = "198.51.100.0/24"
    }}
  }}
}}
"#
    )
}

#[test]
fn on_autopilot_nobody_is_blamed_for_what_google_configures() {
    let ran = check().file("main.tf", &cluster("enable_autopilot = true")).run();
    let document = ran.json();
    assert_eq!(failing(&document), Vec::<&Value>::new());
    assert_eq!(undecided(&document), Vec::<&Value>::new());
    assert_eq!(ran.code, 0);
}

#[test]
fn on_a_standard_cluster_the_same_is_the_customers() {
    let ran = check().file("main.tf", &cluster("initial_node_count = 1")).run();
    let document = ran.json();
    let mut rules: Vec<&str> = failing(&document).iter().map(|entry| text_of(&entry["rule"])).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["google-gke-network-policy", "google-gke-workload-identity"]);
    assert_eq!(ran.code, 1);
    let nodes = "node_pool {\n    name = \"x\"\n    management {\n      auto_upgrade = false\n    }\n  }";
    let ran = check().file("main.tf", &cluster(nodes)).run();
    let upgrade = verdicts(&ran, "google-gke-node-auto-upgrade");
    assert_eq!(upgrade, [("google_container_cluster.shop".to_owned(), "insecure".to_owned())]);
}

#[test]
fn whether_a_cluster_is_autopilot_may_be_undecided() {
    let ran = check()
        .file("main.tf", &format!("variable \"auto\" {{ type = bool }}\n{}", cluster("enable_autopilot = var.auto")))
        .run();
    let document = ran.json();
    assert_eq!(failing(&document), Vec::<&Value>::new());
    assert!(undecided(&document).iter().any(|entry| entry["reason"]["name"] == "var.auto"));
}
