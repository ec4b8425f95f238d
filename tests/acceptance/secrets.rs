//! Secrets that stand in a configuration are in no output, whatever form they have.

use crate::common::{Onus, onus};

/// Twenty secrets of different kinds and where they stand.
const PLANTED: [(&str, &str); 22] = [
    ("a token in a comment", "ghp_pl4ntedpl4ntedpl4ntedpl4ntedpl4nt01"),
    ("an access key of the provider", "AKIAPL4NTEDPL4NTED02"),
    ("a secret key of the provider", "pl4ntedPL4NTEDpl4ntedPL4NTEDpl4ntedPLA03"),
    ("a password by the schema", "pl4nted-database-04"),
    ("a password in a heredoc of user data", "pl4nted-heredoc-05"),
    ("a private key", "MIIEpl4ntedpl4ntedpl4nted06"),
    ("a password in a URL", "pl4nted-url-07"),
    ("a credential of a module source", "pl4nted-source-08"),
    ("an environment variable of a function", "pl4nted-environment-09"),
    ("a name and value pair of a container", "pl4nted-container-10"),
    ("a default of a sensitive variable", "pl4nted-default-11"),
    ("a sensitive variable in tfvars", "pl4nted-tfvars-12"),
    ("a value from --var", "pl4nted-argument-13"),
    ("a value from TF_VAR", "pl4nted-environment-14"),
    ("a local by its name", "pl4nted-local-15"),
    ("a token of a chat", "xoxb-pl4nted-pl4nted-pl4ntedpl4nted16"),
    ("a key of a payment service", "sk_live_pl4ntedpl4ntedpl4nted17"),
    ("a web token", "eyJpl4nted18.eyJpl4ntedpl4ntedpl4nted.pl4ntedpl4ntedpl4nted"),
    ("an input of a module that is sensitive there", "pl4nted-input-19"),
    ("a value written to a parameter store", "pl4nted-parameter-20"),
    ("a connection string", "pl4ntedAccountKey21pl4ntedpl4ntedpl4nted=="),
    ("an item of a sensitive object", "pl4nted-object-22"),
];

fn estate(args: &[&str]) -> Onus {
    let p = PLANTED.map(|(_, secret)| secret);
    let main = format!(
        r#"# {p0}
provider "aws" {{
  region     = "eu-central-1"
  access_key = "{p1}"
  secret_key = "{p2}"
}}

module "app" {{
  source = "git::https://deploy:{p7}@git.example.com/app.git?ref=v1"
}}

module "store" {{
  source = "./store"
  pin    = "{p18}"
}}

resource "aws_db_instance" "shop" {{
  engine              = "postgres"
  username            = "shop"
  password            = "{p3}"
  publicly_accessible = true
  skip_final_snapshot = true
}}

resource "aws_instance" "bastion" {{
  ami           = "ami-0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    export DB_PASSWORD="{p4}"
    curl https://shop:{p6}@example.com/setup
    cat > key <<KEY
    -----BEGIN RSA PRIVATE KEY-----
    {p5}
    -----END RSA PRIVATE KEY-----
    KEY
  EOT
}}

resource "aws_lambda_function" "mail" {{
  function_name = "mail"
  role          = "arn:aws:iam::123456789012:role/mail"
  environment {{
    variables = {{
      API_TOKEN = "{p8}"
      CHAT      = "{p15}"
      PAYMENT   = "{p16}"
      SESSION   = "{p17}"
      STORAGE   = "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={p20}"
    }}
  }}
}}

resource "aws_ecs_task_definition" "web" {{
  family = "web"
  container_definitions = jsonencode([{{
    name        = "web"
    image       = "web"
    environment = [{{ name = "DB_PASSWORD", value = "{p9}" }}]
  }}])
}}

resource "aws_ssm_parameter" "pin" {{
  name  = "pin"
  type  = "String"
  value = "{p19}"
}}
"#,
        p0 = p[0],
        p1 = p[1],
        p2 = p[2],
        p3 = p[3],
        p4 = p[4],
        p5 = p[5],
        p6 = p[6],
        p7 = p[7],
        p8 = p[8],
        p9 = p[9],
        p15 = p[15],
        p16 = p[16],
        p17 = p[17],
        p18 = p[18],
        p19 = p[19],
        p20 = p[20],
    );
    let variables = format!(
        r#"variable "pin" {{
  default   = "{}"
  sensitive = true
}}
variable "from_file" {{
  sensitive = true
}}
variable "from_argument" {{}}
variable "from_environment" {{}}
variable "account" {{
  type      = object({{ user = string, word = string }})
  default   = {{ user = "shop", word = "{}" }}
  sensitive = true
}}
locals {{
  admin_password = "{}"
}}
resource "aws_security_group" "all" {{
  description = "${{var.from_argument}} ${{var.from_environment}}"
  ingress {{
    description = var.from_argument
    cidr_blocks = ["0.0.0.0/0"]
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }}
}}
resource "aws_elasticache_replication_group" "sessions" {{
  replication_group_id = "sessions"
  description          = local.admin_password
  auth_token           = var.from_file
}}
resource "aws_rds_cluster" "c" {{
  master_username = var.account.user
  master_password = var.account.word
}}
resource "aws_iam_policy" "all" {{
  name   = "all"
  policy = jsonencode({{ Statement = [{{ Effect = "Allow", Action = "*", Resource = "*", Sid = var.pin }}] }})
}}
"#,
        p[10], p[21], p[14]
    );
    let store = "variable \"pin\" {\n  sensitive = true\n}\nresource \"aws_db_instance\" \"x\" {\n  password = var.pin\n  storage_encrypted = false\n}\n";
    onus()
        .args(args.iter().copied())
        .args(["--now", "2026-11-24", "--var", &format!("from_argument={}", p[12])])
        .env("TF_VAR_from_environment", p[13])
        .file("main.tf", &main)
        .file("variables.tf", &variables)
        .file("store/main.tf", store)
        .file("terraform.tfvars", &format!("from_file = \"{}\"\n", p[11]))
}

fn assert_none(output: &str) {
    let leaked: Vec<&str> =
        PLANTED.iter().filter(|(_, secret)| output.contains(secret)).map(|(kind, _)| *kind).collect();
    assert!(leaked.is_empty(), "{leaked:?} in\n{output}");
}

#[test]
fn no_secret_is_in_any_report() {
    for args in [
        &["check", "--full", "--min-severity", "info"][..],
        &["check", "--min-severity", "info"],
        &["check", "--full", "--show-secure"],
        &["check", "--format", "json", "--show-secure", "--min-severity", "info"],
        &["matrix"],
        &["matrix", "--format", "json"],
    ] {
        let ran = estate(args).run();
        assert!(ran.stdout.contains("encryption"), "{}{}", ran.stdout, ran.stderr);
        assert_none(&ran.stdout);
        assert_none(&ran.stderr);
    }
}

#[test]
fn excerpts_show_that_something_is_hidden_and_what_is_not_secret() {
    let ran = estate(&["check", "--full", "--min-severity", "info"]).run();
    assert!(ran.stdout.contains("•••"), "{}", ran.stdout);
    assert!(ran.stdout.contains("publicly_accessible = true"), "{}", ran.stdout);
    let ran = estate(&["check", "--full", "--min-severity", "info"]).env("LC_ALL", "C").run();
    assert!(ran.stdout.contains("***"), "{}", ran.stdout);
    assert_none(&ran.stdout);
}

#[test]
fn errors_beside_a_secret_do_not_show_it() {
    let secret = "pl4nted-beside-an-error";
    let text = format!(
        "resource \"aws_db_instance\" \"x\" {{\n  password = \"{secret}\"\n  engine   = = \"postgres\"\n}}\nresource \"aws_db_instance\" \"y\" {{\n  password = \"{secret} and\n}}\n"
    );
    for format in ["human", "json"] {
        let ran = onus().args(["check", "--format", format, "--full"]).file("main.tf", &text).run();
        assert_eq!(ran.code, 3);
        assert!(!ran.stdout.contains(secret), "{}", ran.stdout);
    }
}

#[test]
fn show_leaves_sensitive_values_out_when_asked() {
    let shown = |redact: &[&str]| estate(&["show", "--format", "json"]).args(redact.iter().copied()).run().stdout;
    let args = ["--redact"];
    assert!(shown(&[]).contains(PLANTED[3].1), "like terraform, show prints them unless told otherwise");
    let redacted = shown(&args);
    for (kind, secret) in [PLANTED[3], PLANTED[11], PLANTED[18], PLANTED[21]] {
        assert!(!redacted.contains(secret), "{kind}: {redacted}");
    }
}
