//! A security group that lets the internet in is found however its rules are written, and its closed twin never is.

use crate::common::Ran;
use crate::{check, entries, text, verdicts, without_errors};

const RULE: &str = "network-ingress-open-ssh";

/// One way to write the same security group. `CIDR` and `PORT` stand for what differs between it and its twins.
struct Form {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
    /// The file whose edit closes it.
    place: &'static str,
}

const FORMS: [Form; 19] = [
    Form {
        name: "blocks",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = ["CIDR"]
    from_port   = PORT
    to_port     = PORT
    protocol    = "tcp"
  }
}"#,
        )],
    },
    Form {
        name: "ports as strings",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = ["CIDR"]
    from_port   = "PORT"
    to_port     = "PORT"
    protocol    = "6"
  }
}"#,
        )],
    },
    Form {
        name: "an attribute",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {
  ingress = [{
    cidr_blocks      = ["CIDR"]
    description      = "logins"
    from_port        = PORT
    to_port          = PORT
    protocol         = "tcp"
    ipv6_cidr_blocks = []
    prefix_list_ids  = []
    security_groups  = []
    self             = false
  }]
}"#,
        )],
    },
    Form {
        name: "the JSON syntax",
        place: "main.tf.json",
        files: &[(
            "main.tf.json",
            r#"{"resource": {"aws_security_group": {"admin": {"ingress":
  {"cidr_blocks": ["CIDR"], "from_port": PORT, "to_port": PORT, "protocol": "tcp"}}}}}"#,
        )],
    },
    Form {
        name: "a list in the JSON syntax",
        place: "main.tf.json",
        files: &[(
            "main.tf.json",
            r#"{"locals": {"office": "CIDR"}, "resource": [{"aws_security_group": [{"admin": [{"ingress": [
  {"cidr_blocks": ["10.0.0.0/8"], "from_port": 22, "to_port": 22, "protocol": "tcp"},
  {"cidr_blocks": ["${local.office}"], "from_port": "PORT", "to_port": "PORT", "protocol": "tcp"}]}]}]}]}"#,
        )],
    },
    Form {
        name: "dynamic over a list",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {
  dynamic "ingress" {
    for_each = [{ port = 443, from = "10.0.0.0/8" }, { port = PORT, from = "CIDR" }]
    content {
      cidr_blocks = [ingress.value.from]
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
    }
  }
}"#,
        )],
    },
    Form {
        name: "dynamic over ports, with an iterator of its own name",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {
  dynamic "ingress" {
    for_each = toset([PORT, 443])
    iterator = open
    content {
      cidr_blocks = ["10.0.0.0/8", "CIDR"]
      from_port   = open.value
      to_port     = open.value
      protocol    = "tcp"
    }
  }
}"#,
        )],
    },
    Form {
        name: "dynamic in the JSON syntax",
        place: "main.tf.json",
        files: &[(
            "main.tf.json",
            r#"{"resource": {"aws_security_group": {"admin": {"dynamic": {"ingress": {
  "for_each": ["PORT"],
  "content": {"cidr_blocks": ["CIDR"], "from_port": "${ingress.value}", "to_port": "${ingress.value}", "protocol": "tcp"}}}}}}}"#,
        )],
    },
    Form {
        name: "a variable's default",
        place: "variables.tf",
        files: &[
            (
                "main.tf",
                r#"
resource "aws_security_group" "admin" {
  dynamic "ingress" {
    for_each = var.rules
    content {
      cidr_blocks = ingress.value.cidrs
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = ingress.value.protocol
    }
  }
}"#,
            ),
            (
                "variables.tf",
                r#"
variable "rules" {
  type = list(object({
    port     = number
    cidrs    = list(string)
    protocol = optional(string, "tcp")
  }))
  default = [{
    port  = PORT
    cidrs = ["CIDR"]
  }]
}"#,
            ),
        ],
    },
    Form {
        name: "a tfvars file",
        place: "prod.auto.tfvars",
        files: &[
            (
                "main.tf",
                r#"
variable "cidrs" { type = list(string) }
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = var.cidrs
    from_port   = PORT
    to_port     = PORT
    protocol    = "tcp"
  }
}"#,
            ),
            ("terraform.tfvars", r#"cidrs = ["198.51.100.0/24"]"#),
            ("prod.auto.tfvars", r#"cidrs = ["CIDR"]"#),
        ],
    },
    Form {
        name: "a local",
        place: "locals.tf",
        files: &[
            (
                "main.tf",
                r#"
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = concat(local.office, local.partners)
    from_port   = local.ports["login"]
    to_port     = local.ports["login"]
    protocol    = "tcp"
  }
}"#,
            ),
            (
                "locals.tf",
                r#"
locals {
  office   = ["198.51.100.0/24"]
  partners = ["CIDR"]
  ports    = { web = 443, login = PORT }
}"#,
            ),
        ],
    },
    Form {
        name: "a module's input",
        place: "main.tf",
        files: &[
            (
                "main.tf",
                r#"
module "admin" {
  source = "./modules/group"
  cidrs  = ["CIDR"]
}"#,
            ),
            (
                "modules/group/main.tf",
                r#"
variable "cidrs" {
  type    = list(string)
  default = ["10.0.0.0/8"]
}
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = var.cidrs
    from_port   = PORT
    to_port     = PORT
    protocol    = "tcp"
  }
}"#,
            ),
        ],
    },
    Form {
        name: "a module's output, given to another module",
        place: "modules/net/main.tf",
        files: &[
            (
                "main.tf",
                r#"
module "net" { source = "./modules/net" }
module "admin" {
  source = "./modules/group"
  cidrs  = module.net.offices[*].cidr
}"#,
            ),
            (
                "modules/net/main.tf",
                r#"
output "offices" {
  value = [{ name = "main", cidr = "CIDR" }]
}"#,
            ),
            (
                "modules/group/main.tf",
                r#"
variable "cidrs" {}
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = var.cidrs
    from_port   = PORT
    to_port     = PORT
    protocol    = "tcp"
  }
}"#,
            ),
        ],
    },
    Form {
        name: "for_each",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {
  for_each = { office = "10.0.0.0/8", "home office" = "CIDR" }
  name     = each.key
  ingress {
    cidr_blocks = [each.value]
    from_port   = PORT
    to_port     = PORT
    protocol    = "tcp"
  }
}"#,
        )],
    },
    Form {
        name: "count",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
locals { cidrs = ["10.0.0.0/8", "CIDR"] }
resource "aws_security_group" "admin" {
  count = length(local.cidrs)
  ingress {
    cidr_blocks = [local.cidrs[count.index]]
    from_port   = PORT
    to_port     = PORT
    protocol    = "tcp"
  }
}"#,
        )],
    },
    Form {
        name: "an override file",
        place: "dev_override.tf",
        files: &[
            (
                "main.tf",
                r#"
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = ["10.0.0.0/8"]
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
  }
}"#,
            ),
            (
                "dev_override.tf",
                r#"
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = ["CIDR"]
    from_port   = PORT
    to_port     = PORT
    protocol    = "tcp"
  }
}"#,
            ),
        ],
    },
    Form {
        name: "a rule of its own",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {}
resource "aws_security_group_rule" "admin" {
  type              = "ingress"
  security_group_id = aws_security_group.admin.id
  cidr_blocks       = ["CIDR"]
  from_port         = PORT
  to_port           = PORT
  protocol          = "tcp"
}"#,
        )],
    },
    Form {
        name: "the newer rule of its own",
        place: "main.tf",
        files: &[(
            "main.tf",
            r#"
resource "aws_security_group" "admin" {}
resource "aws_vpc_security_group_ingress_rule" "admin" {
  security_group_id = aws_security_group.admin.id
  cidr_ipv4         = "CIDR"
  from_port         = PORT
  to_port           = PORT
  ip_protocol       = "tcp"
}"#,
        )],
    },
    Form {
        name: "a file of rules",
        place: "main.tf",
        files: &[
            (
                "main.tf",
                r#"
resource "aws_security_group" "admin" {
  dynamic "ingress" {
    for_each = yamldecode(file("${path.module}/rules.yaml")).rules
    content {
      cidr_blocks = ingress.value.from
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
    }
  }
}"#,
            ),
            ("rules.yaml", "rules:\n  - port: PORT\n    from: [\"CIDR\"]\n"),
        ],
    },
];

fn run(form: &Form, cidr: &str, port: &str) -> Ran {
    let filled = |text: &str| text.replace("CIDR", cidr).replace("PORT", port);
    without_errors(&check().files(form.files.iter().map(|(path, text)| (path, filled(text)))), form.name)
}

/// The verdicts on it, whatever instance they are for.
fn of(ran: &Ran, verdict: &str) -> usize {
    verdicts(ran, RULE).iter().filter(|(_, is)| is == verdict).count()
}

#[test]
fn an_open_port_is_found_however_it_is_written() {
    for form in &FORMS {
        let ran = run(form, "0.0.0.0/0", "22");
        assert_eq!((of(&ran, "insecure"), ran.code), (1, 1), "{}: {:?}", form.name, verdicts(&ran, RULE));
        let document = ran.json();
        let open = entries(&document).find(|entry| entry["rule"] == RULE && entry["verdict"] == "insecure").unwrap();
        assert_eq!(open["severity"], "high");
        assert_eq!(open["owner"], "customer");
        let file = text(&open["fix_location"]["file"]);
        assert_eq!(file, form.place, "{}: the line that a person would edit", form.name);
    }
}

#[test]
fn its_closed_twin_is_secure_and_nothing_is_undecided() {
    for form in &FORMS {
        for (cidr, port) in [("10.0.0.0/8", "22"), ("0.0.0.0/0", "443"), ("203.0.113.7/32", "22")] {
            let ran = run(form, cidr, port);
            let verdicts = verdicts(&ran, RULE);
            assert!(verdicts.iter().any(|(_, is)| is == "secure"), "{} from {cidr} to {port}: {verdicts:?}", form.name);
            // A rule about other ports is none of its business.
            let fine = |is: &str| matches!(is, "secure" | "not_applicable");
            assert!(verdicts.iter().all(|(_, is)| fine(is)), "{} from {cidr} to {port}: {verdicts:?}", form.name);
        }
    }
}

#[test]
fn only_the_open_one_of_several_instances_is_blamed() {
    let named = |name: &str| FORMS.iter().find(|form| form.name == name).unwrap();
    let expected = |first: &str, second: &str| {
        let secure = (first.to_owned(), "secure".to_owned());
        [secure, (second.to_owned(), "insecure".to_owned())]
    };
    let mut by_key = verdicts(&run(named("for_each"), "0.0.0.0/0", "22"), RULE);
    by_key.reverse();
    assert_eq!(by_key, expected(r#"aws_security_group.admin["office"]"#, r#"aws_security_group.admin["home office"]"#));
    let by_index = verdicts(&run(named("count"), "0.0.0.0/0", "22"), RULE);
    assert_eq!(by_index, expected("aws_security_group.admin[0]", "aws_security_group.admin[1]"));
}

#[test]
fn values_from_the_command_line_and_the_environment_count() {
    let form = r#"
variable "cidrs" { type = list(string) }
resource "aws_security_group" "admin" {
  ingress {
    cidr_blocks = var.cidrs
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
  }
}"#;
    let run = || check().file("main.tf", form).file("open.tfvars", "cidrs = [\"0.0.0.0/0\"]\n");
    let open = ["--var", r#"cidrs=["0.0.0.0/0"]"#];
    let closed = ["--var", r#"cidrs=["10.0.0.0/8"]"#];
    let file = ["--var-file", "open.tfvars"];
    assert_eq!(of(&run().args(open).run(), "insecure"), 1);
    assert_eq!(of(&run().args(closed).run(), "secure"), 1);
    assert_eq!(of(&run().args(file).run(), "insecure"), 1);
    assert_eq!(of(&run().env("TF_VAR_cidrs", r#"["0.0.0.0/0"]"#).run(), "insecure"), 1);
    // The last one on the command line wins, and the environment is the weakest.
    assert_eq!(of(&run().args(file).args(closed).run(), "secure"), 1);
    assert_eq!(of(&run().args(closed).args(file).run(), "insecure"), 1);
    assert_eq!(of(&run().args(closed).env("TF_VAR_cidrs", r#"["0.0.0.0/0"]"#).run(), "secure"), 1);
}

#[test]
fn ranges_all_traffic_and_ipv6_are_open_too() {
    let bodies = [
        ("insecure", "cidr_blocks = [\"0.0.0.0/0\"]\n from_port = 20\n to_port = 25\n protocol = \"tcp\""),
        ("insecure", "cidr_blocks = [\"0.0.0.0/0\"]\n from_port = 0\n to_port = 0\n protocol = \"-1\""),
        ("insecure", "ipv6_cidr_blocks = [\"::/0\"]\n from_port = 22\n to_port = 22\n protocol = \"TCP\""),
        ("secure", "cidr_blocks = [\"0.0.0.0/0\"]\n from_port = 23\n to_port = 1023\n protocol = \"tcp\""),
        ("secure", "self = true\n from_port = 22\n to_port = 22\n protocol = \"tcp\""),
    ];
    for (verdict, body) in bodies {
        let group = format!("resource \"aws_security_group\" \"admin\" {{\n ingress {{\n {body}\n }}\n}}\n");
        let ran = check().file("main.tf", &group).run();
        assert_eq!(of(&ran, verdict), 1, "{body}: {:?}", verdicts(&ran, RULE));
    }
    let out = "resource \"aws_security_group\" \"admin\" {\n egress {\n cidr_blocks = [\"0.0.0.0/0\"]\n from_port = 22\n to_port = 22\n protocol = \"tcp\"\n }\n}\n";
    assert_eq!(of(&check().file("main.tf", out).run(), "insecure"), 0, "the way out is not the way in");
}
