//! `--format html`: what is in the page, that nothing in it breaks out, and how large it is. How it behaves in a browser
//! is tested in `tests/browser`.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "../common/mod.rs"]
mod common;
mod markup;

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{Onus, onus};
use markup::{plain, tags, text, vocabulary};
use sha2::{Digest, Sha256};

const NOW: [&str; 2] = ["--now", "2026-11-23"];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(run: &Onus) -> String {
    let ran = run.run();
    assert!(ran.stdout.starts_with("<!DOCTYPE html>"), "{}{}", ran.stdout, ran.stderr);
    ran.stdout
}

fn webshop(command: &[&str]) -> String {
    let ran = onus().args(command.iter().copied()).args(NOW).args(["--format", "html", "testdata/webshop"]);
    ran.run_in(repository()).stdout
}

fn plan(name: &str) -> String {
    let dir = repository().join("testdata/plans").join(name);
    onus().args(["plan", "plan.json", "--format", "html"]).args(NOW).run_in(&dir).stdout
}

/// What the page lets in: the two assets that it has, by their hashes, and nothing else.
fn assert_policy(page: &str) {
    let within = |tag: &str| {
        let start = page.find(&format!("<{tag}>")).unwrap() + tag.len() + 2;
        let end = page[start..].find(&format!("</{tag}>")).unwrap();
        format!("sha256-{}", STANDARD.encode(Sha256::digest(&page[start..start + end])))
    };
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        within("style"),
        within("script")
    );
    let tags = tags(page);
    let policies: Vec<&str> = tags
        .iter()
        .filter(|tag| tag.attributes.iter().any(|(_, value)| value == "Content-Security-Policy"))
        .flat_map(|tag| &tag.attributes)
        .filter_map(|(name, value)| (name == "content").then_some(value.as_str()))
        .collect();
    assert_eq!(policies, [policy]);
    for once in ["script", "style"] {
        assert_eq!(tags.iter().filter(|tag| tag.name == once).count(), 1);
    }
    // Whatever is reported, these are all tags and attributes that there are: none runs or loads anything.
    for word in vocabulary(page) {
        assert!(
            KNOWN.split(' ').any(|known| known == word),
            "{word} is new: does the policy let it in, and does it load anything?"
        );
    }
    for (name, value) in tags.iter().flat_map(|tag| &tag.attributes).filter(|(name, _)| name == "href") {
        assert!(value.starts_with('#') || value.starts_with("https://"), "{name} = {value}");
    }
}

const KNOWN: &str = "!DOCTYPE a b bdi body br button code dd details div dl dt fieldset figcaption figure footer h1 h2 h3 \
    head header html i input label legend li main mark meta ol option p pre rect script section select small span style \
    summary sup svg table tbody td th thead time title tr ul wbr @aria-hidden @aria-label @aria-labelledby @charset @class \
    @content @data-c @data-l @data-m @data-number @data-o @data-s @data-t @height @hidden @href @html @http-equiv @id @lang @name \
    @open @popover @popovertarget @popovertargetaction @preserveAspectRatio @rel @role @scope @start @tabindex @type \
    @value @viewBox @width";

#[test]
fn the_sample_estate_at_a_glance() {
    let page = webshop(&["check"]);
    assert_policy(&page);
    insta::assert_snapshot!("webshop", text(&page, "<body>", "<h2 id=\"outside\""));
    let start = page.find("<details class=\"place\" id=\"p2\"").unwrap();
    let place = &page[start..start + page[start..].find("</details>").unwrap()];
    insta::assert_snapshot!("webshop_place", place);
}

#[test]
fn a_cell_says_whose_part_is_what_and_what_is_open() {
    let page = webshop(&["matrix"]);
    assert_policy(&page);
    insta::assert_snapshot!(
        "webshop_cell",
        text(&page, "<div class=\"panel\" id=\"c8-0\"", "<div class=\"panel\" id=\"c8-1\"")
    );
    insta::assert_snapshot!("webshop_end", text(&page, "<h2 id=\"uncovered\"", "<h2 id=\"settings\""));
}

#[test]
fn other_columns_make_other_heat_maps() {
    for columns in [["--by", "module"], ["--view", "azure-classic"]] {
        let page = webshop(&["matrix", columns[0], columns[1]]);
        assert_policy(&page);
        insta::assert_snapshot!(format!("webshop_{}", columns[1]), text(&page, "<thead", "</tbody>"));
    }
}

#[test]
fn a_review_heads_its_page() {
    let page = plan("gcp-update");
    assert_policy(&page);
    insta::assert_snapshot!("review", text(&page, "<main>", "<h2 id=\"matrix\""));
    insta::assert_snapshot!(
        "review_place",
        text(&page, "<details class=\"place\"", "<details class=\"place\" id=\"p2\"")
    );
}

#[test]
fn threads_and_order_make_no_difference() {
    let run = |name: &str, value: &str| {
        let args = ["check", "testdata/estate-of-roots", "testdata/webshop", "--format", "html"];
        onus().args(args).args(NOW).env(name, value).run_in(repository()).stdout
    };
    let one = run("RAYON_NUM_THREADS", "1");
    assert!(one.len() > 100_000);
    for (name, value) in [("RAYON_NUM_THREADS", "8"), ("ONUS_SHUFFLE", "3"), ("ONUS_SHUFFLE", "77")] {
        assert!(run(name, value) == one, "{name}={value}");
    }
}

#[test]
fn a_clean_estate_is_one_sentence() {
    let queue = "resource \"aws_sqs_queue\" \"jobs\" {\n  sqs_managed_sse_enabled = true\n}\n";
    let run = onus().args(["check", "--select", "CKV_AWS_27", "--format", "html"]).args(NOW).file("main.tf", queue);
    let page = page(&run);
    assert_policy(&page);
    let seen = text(&page, "<main>", "<h2 id=\"matrix\"");
    assert!(seen.starts_with("Your part is done\nAll there is to secure is secure: 1 setting.\n"), "{seen}");
    assert!(text(&page, "<h2 id=\"findings\"", "</section>").contains("There are no findings."));
}

#[test]
fn what_could_not_be_read_stands_first() {
    let files = [("main.tf", "resource \"aws_sqs_queue\" \"jobs\" {}\n"), ("bad.tf", "locals {\n  a = \"x\n}\n")];
    let page = page(&onus().args(["check", "--format", "html"]).args(NOW).files(files));
    assert_policy(&page);
    let seen = text(&page, "<main>", "<h2 id=\"matrix\"");
    assert!(seen.starts_with("1 error: not all was judged\n"), "{seen}");
    assert!(seen.contains("bad.tf:2:"), "{seen}");
}

/// Names, keys, reasons and paths that try to break out of where they stand, or to hide what is there.
fn hostile() -> Onus {
    let tall = "e\u{301}\u{302}\u{303}".repeat(50);
    let keys = [
        "</script><script>alert(1)</script>",
        "</style><style>*{display:none}</style>",
        "' onmouseover='alert(1)",
        "&lt;b&gt;&#60;",
        "a\u{202e}tfeL\u{202c}b\u{200b}\u{1b}[2J",
        "<!-- -->]]>",
        &tall,
        &"very-long-".repeat(300),
    ];
    let quoted: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
    let main = format!(
        "resource \"aws_security_group\" \"admin\" {{\n  for_each = toset([{}])\n  name     = each.key\n  ingress {{\n    \
         from_port   = 22\n    to_port     = 22\n    protocol    = \"tcp\"\n    cidr_blocks = [\"0.0.0.0/0\"] # \
         </pre></script><img src=x onerror=alert(1)>\n  }}\n}}\n",
        quoted.join(", ")
    );
    let db = "# onus: ignore[aws-rds-storage-encrypted] -- </p><script>alert(2)</script> \"quoted\"\n\
              resource \"aws_db_instance\" \"db\" {\n  password = \"hunter2hunter2\" # hunter2hunter2\n  \
              skip_final_snapshot = true\n}\n";
    let module = "module \"m\" {\n  source   = \"./<b onclick=x>&amp;/m\"\n  for_each = toset([\"\\\"><svg onload=alert(3)>\"])\n}\n";
    let inner = "resource \"aws_instance\" \"x\" {\n  ami = \"ami-1\"\n  instance_type = \"t4g.small\"\n}\n";
    let rule = "setting \"own-queue-scheme\" {\n  title = \"</title><script>alert(4)</script>\"\n  problem = \"<img src=x \
                onerror=alert(5)>\"\n  layer = \"data\"\n  severity = \"critical\"\n  resource = \"aws_sqs_queue\"\n  \
                condition = false\n  why = \"<script>alert(6)</script>\"\n  fix = \"write it\"\n  references = \
                [\"javascript:alert(7)\", \"https://example.com/\\\"onclick=alert(8)//\"]\n}\n";
    onus()
        .args(["check", ".", "--format", "html", "--rules", "own"])
        .args(NOW)
        .file("main.tf", &main)
        .file("db.tf", db)
        .file("modules.tf", module)
        .file("<b onclick=x>&amp;/m/main.tf", inner)
        .file("queue.tf", "resource \"aws_sqs_queue\" \"jobs\" {}\n")
        .file("own/queue.hcl", rule)
}

#[test]
fn nothing_breaks_out_and_nothing_is_hidden() {
    let page = page(&hostile());
    assert_policy(&page);
    assert!(!page.contains("hunter2"), "a secret is in the page");
    let harmful = page.chars().find(|char| *char != '\n' && onus::report::escape::is_harmful(*char));
    assert_eq!(harmful, None);
    let seen = plain(&page);
    for told in [
        "[\"</script><script>alert(1)</script>\"]",
        "a\\u{202e}tfeL\\u{202c}b",
        "</p><script>alert(2)</script> \"quoted\"",
        "javascript:alert(7)",
    ] {
        assert!(seen.contains(told), "{told} is not told");
    }
    let longest = page.lines().map(str::len).max().unwrap_or(0);
    assert!(longest < 40_000, "a line of {longest} bytes");
    // The other references lead somewhere, that one does not.
    assert!(!page.contains("href=\"javascript"));
}

#[test]
fn a_thousand_findings_fit_in_a_megabyte() {
    let service = |number: u32| {
        format!(
            r#"resource "aws_security_group" "service_{number:04}_admin" {{
  name   = "service-{number:04}-admin"
  vpc_id = aws_vpc.main.id

  ingress {{
    description = "SSH from the offices"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.admin_cidrs_{number:04}
  }}
}}

variable "admin_cidrs_{number:04}" {{
  type    = list(string)
  default = ["0.0.0.0/0"]
}}

resource "aws_db_instance" "orders_{number:04}" {{
  identifier                  = "orders-{number:04}"
  engine                      = "postgres"
  manage_master_user_password = true
}}

resource "aws_instance" "worker_{number:04}" {{
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
}}

resource "aws_sqs_queue" "jobs_{number:04}" {{
  name                    = "jobs-{number:04}"
  sqs_managed_sse_enabled = false
}}
"#
        )
    };
    let file = |at: u32| {
        let text: String = (at * 25..at * 25 + 25).map(service).collect();
        (format!("live/production/services/group_{at}.tf"), text)
    };
    let settings = "network-ingress-open-ssh,aws-rds-storage-encrypted,aws-ec2-imdsv2,CKV_AWS_27";
    let run = onus()
        .args(["check", "--select", settings, "--format", "html", "--format", "json=onus.json"])
        .file("live/production/services/main.tf", "resource \"aws_vpc\" \"main\" {}\n")
        .files((0..10).map(file));
    let page = page(&run);
    let document = std::fs::read_to_string(run.path("onus.json")).unwrap();
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!((&document["summary"]["findings"], &document["summary"]["places"]), (&1000.into(), &1000.into()));
    assert_eq!(page.matches("<details class=\"place\"").count(), 1000);
    assert!(page.matches("<figure>").count() >= 1000, "excerpts are missing");
    assert!(page.len() < 1_000_000, "{} bytes", page.len());
}

#[test]
fn findings_go_to_teams_where_contracts_say_so() {
    let contract = "contract \"platform\" {\n  layers = [\"network\"]\n}\n";
    let main = "resource \"aws_security_group\" \"admin\" {\n  ingress {\n    from_port = 22\n    to_port = 22\n    protocol = \
                \"tcp\"\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}\nresource \"aws_instance\" \"x\" {\n  ami = \"ami-1\"\n}\n";
    let settings = "network-ingress-open-ssh,aws-ec2-imdsv2";
    let run = onus().args(["check", "--select", settings, "--format", "html"]).args(NOW);
    let page = page(&run.file(".onus.hcl", contract).file("main.tf", main));
    assert_policy(&page);
    assert!(
        text(&page, "<details class=\"place\" id=\"p1\"", "</summary>").contains("yours: network (IaaS), platform")
    );
    assert_eq!(text(&page, "<select id=\"team\"", "</select>"), "all teams\nnobody (1)\nplatform (1)");
}
