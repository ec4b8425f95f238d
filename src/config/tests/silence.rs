//! What comments that silence settings cover.

use super::*;

/// Each comment as `rules: first line of what it covers`.
fn covered(source: &str) -> Vec<String> {
    let program = program(&[("main.tf", source), ("m/main.tf", "")]);
    assert_eq!(told(&program.errors), Vec::<String>::new());
    assert_eq!(told(&program.warnings), Vec::<String>::new());
    let covered = program.module(Program::ROOT).ignores.iter().map(|ignore| {
        let text = &program.sources.get(ignore.file).text[ignore.covers.range()];
        let call = ignore.module_call.as_ref().map(|call| format!(" (module {call})")).unwrap_or_default();
        format!("{}: {}{call}", ignore.rules.join(","), text.lines().next().unwrap_or_default().trim())
    });
    covered.collect()
}

#[test]
fn a_comment_covers_what_it_stands_above_behind_or_first_in() {
    let covered = covered(
        r#"
# onus: ignore[above-block] -- why
// a remark between
resource "aws_security_group" "g" { # onus: ignore[behind-brace]
  # onus: ignore[first-inside]
  name = "g" // onus: ignore[behind-argument]

  /* onus: ignore[above-argument] */
  description = "d"
  # onus: ignore[above-nested]
  ingress {
    from_port = 22
  } # onus: ignore[behind-end]
}
"#,
    );
    assert_eq!(
        covered,
        [
            "above-block: resource \"aws_security_group\" \"g\" { # onus: ignore[behind-brace]",
            "behind-brace: resource \"aws_security_group\" \"g\" { # onus: ignore[behind-brace]",
            "first-inside: resource \"aws_security_group\" \"g\" { # onus: ignore[behind-brace]",
            "behind-argument: name = \"g\"",
            "above-argument: description = \"d\"",
            "above-nested: ingress {",
            "behind-end: ingress {",
        ]
    );
}

#[test]
fn a_comment_inside_a_list_covers_one_element() {
    let covered = covered(
        r#"
resource "aws_security_group" "g" {
  cidr_blocks = [
    "10.0.0.0/8",
    "0.0.0.0/0", # onus: ignore[behind]
    # onus: ignore[above]
    "::/0",
  ]
  policy = jsonencode({ # onus: ignore[opening]
    Statement = [{
      Action   = "*" # onus: ignore[entry]
      Resource = "*"
    }]
  })
}
"#,
    );
    assert_eq!(
        covered,
        ["behind: \"0.0.0.0/0\"", "above: \"::/0\"", "opening: { # onus: ignore[opening]", "entry: Action   = \"*\"",]
    );
}

#[test]
fn on_a_module_call_it_covers_that_call() {
    let covered = covered(
        "# onus: ignore[a]\nmodule \"m\" {\n  source = \"./m\" # onus: ignore[b]\n}\n# onus: ignore-file[c]\n\
         module \"n\" {\n  source = \"./m\" # checkov:skip=CKV_1:why\n}\n",
    );
    assert_eq!(
        covered,
        [
            "a: module \"m\" { (module m)",
            "b: source = \"./m\"",
            "c: # onus: ignore[a]",
            "CKV_1: module \"n\" { (module n)",
        ]
    );
}

#[test]
fn comments_of_peers_cover_what_they_cover_there() {
    let covered = covered(
        r#"
#trivy:ignore:AVD-AWS-0080
resource "aws_db_instance" "d" {
  #checkov:skip=CKV_AWS_16:a replica
  storage_encrypted = false
  publicly_accessible = true #tfsec:ignore:aws-rds-no-public-db-access

  nested {
    # checkov:skip=CKV_AWS_17,CKV_AWS_18
    a = 1
    # tfsec:ignore:one tfsec:ignore:two
    b = 2
  }
}
"#,
    );
    assert_eq!(
        covered,
        [
            "AVD-AWS-0080: resource \"aws_db_instance\" \"d\" {",
            "CKV_AWS_16: resource \"aws_db_instance\" \"d\" {",
            "aws-rds-no-public-db-access: publicly_accessible = true",
            "CKV_AWS_17,CKV_AWS_18: resource \"aws_db_instance\" \"d\" {",
            "one: b = 2",
            "two: b = 2",
        ]
    );
}

#[test]
fn a_comment_of_ours_that_silences_nothing_is_not_silent() {
    let program = program(&[(
        "main.tf",
        "# onus: ignore aws-x\nresource \"a_b\" \"c\" {\n  a = 1\n  # onus: ignore[at-the-end]\n}\n\
         # onus: ignore[far]\n\nresource \"a_b\" \"d\" {}\n# tfsec:ignore:nothing-below\n",
    )]);
    assert_eq!(
        told(&program.warnings),
        [
            "main.tf:1:1 this comment silences nothing: the rules stand in brackets",
            "main.tf:4:3 this comment silences nothing: no argument or block stands directly below it",
            "main.tf:6:1 this comment silences nothing: no argument or block stands directly below it",
        ]
    );
    assert!(program.warnings[0].help.as_deref().unwrap().contains("# onus: ignore[rule, rule] until="));
    assert!(program.module(Program::ROOT).ignores.is_empty());
}

#[test]
fn a_comment_in_a_file_of_values_counts_too() {
    let program = program(&[
        ("main.tf", "variable \"v\" {}\nresource \"a_b\" \"c\" {}\n"),
        ("terraform.tfvars", "v = 1 # onus: ignore[x] until=2027-01-31 -- agreed\n"),
    ]);
    let ignore = &program.module(Program::ROOT).ignores[0];
    assert_eq!(&*program.sources.get(ignore.file).path, "terraform.tfvars");
    assert_eq!((ignore.until.as_deref(), ignore.reason.as_deref()), (Some("2027-01-31"), Some("agreed")));
}
