//! What an account or an organisation carries settles a setting where it is in view. Where it is not, what a resource
//! leaves out is unset; the finding says what else would settle it, and `fulfilled` records that it does.

use serde_json::json;

use crate::common::onus;
use crate::{check, entries, failing, text, verdicts, without_errors};

/// A resource that leaves its own attribute out, and what of its account makes up for it.
struct Carried {
    rule: &'static str,
    address: &'static str,
    resource: &'static str,
    carrier: &'static str,
    /// The same, switched off.
    idle: &'static str,
    /// What the finding says of it.
    told: &'static str,
}

const CARRIED: [Carried; 3] = [
    Carried {
        rule: "aws-ebs-volume-encrypted",
        address: "aws_ebs_volume.data",
        resource: "resource \"aws_ebs_volume\" \"data\" {\n  availability_zone = \"eu-central-1a\"\n  size = 20\n}\n",
        carrier: "resource \"aws_ebs_encryption_by_default\" \"this\" {}\n",
        idle: "resource \"aws_ebs_encryption_by_default\" \"this\" {\n  enabled = false\n}\n",
        told: "the account encrypts by default",
    },
    Carried {
        rule: "aws-s3-public-access-restrict-public-buckets",
        address: "aws_s3_bucket.data",
        resource: "resource \"aws_s3_bucket\" \"data\" {\n  bucket = \"acme-data\"\n}\nresource \"aws_s3_bucket_public_access_block\" \"data\" {\n  bucket = aws_s3_bucket.data.id\n}\n",
        carrier: "resource \"aws_s3_account_public_access_block\" \"this\" {\n  restrict_public_buckets = true\n}\n",
        idle: "resource \"aws_s3_account_public_access_block\" \"this\" {}\n",
        told: "the account's own block",
    },
    Carried {
        rule: "aws-cloudtrail-multi-region",
        address: "aws_cloudtrail.data",
        resource: "resource \"aws_cloudtrail\" \"data\" {\n  name = \"data\"\n  s3_bucket_name = \"acme-trail\"\n}\n",
        carrier: "resource \"aws_cloudtrail\" \"organization\" {\n  name = \"all\"\n  s3_bucket_name = \"acme-all\"\n  is_organization_trail = true\n  is_multi_region_trail = true\n}\n",
        idle: "resource \"aws_cloudtrail\" \"organization\" {\n  name = \"all\"\n  s3_bucket_name = \"acme-all\"\n  is_multi_region_trail = true\n}\n",
        told: "a trail of the organisation",
    },
];

fn said_of(case: &Carried, more: &str) -> String {
    let ran = without_errors(&check().file("main.tf", &format!("{}{more}", case.resource)), case.rule);
    let all = verdicts(&ran, case.rule);
    let found = all.into_iter().find(|(address, _)| address == case.address);
    found.unwrap_or_else(|| panic!("{} says nothing of {}", case.rule, case.address)).1
}

#[test]
fn what_the_account_carries_settles_a_setting_only_where_it_is_in_view() {
    for case in &CARRIED {
        assert_eq!(said_of(case, ""), "unset", "{}", case.rule);
        assert_eq!(said_of(case, case.idle), "unset", "{} beside one that does nothing", case.rule);
        assert_eq!(said_of(case, case.carrier), "secure", "{}", case.rule);
    }
}

#[test]
fn an_unset_setting_says_what_else_would_settle_it() {
    for case in &CARRIED {
        let run = check().file("main.tf", case.resource);
        let document = without_errors(&run, case.rule).json();
        let finding = entries(&document).find(|entry| entry["rule"] == case.rule).unwrap();
        let note = text(&finding["default"]["note"]);
        assert!(note.contains(case.told), "{}: {note}", case.rule);
        let shown = onus().file("main.tf", case.resource).args(["check", "--full", "--select", case.rule]).run().stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&format!("default: {note}")), "{shown}");
    }
}

#[test]
fn what_another_repository_carries_is_recorded_as_fulfilled() {
    for case in &CARRIED {
        let config = format!(
            "fulfilled \"accounts\" {{\n  settings = [\"{}\"]\n  evidence = \"accounts repository\"\n  until = \"2027-06-30\"\n}}\n",
            case.rule
        );
        let run = check().file("main.tf", case.resource).file(".onus.hcl", &config);
        let document = without_errors(&run, case.rule).json();
        assert!(failing(&document).iter().all(|entry| entry["rule"] != case.rule), "{}", case.rule);
        let accepted = document["suppressed"].as_array().unwrap();
        let by: Vec<_> = accepted.iter().filter(|entry| entry["rule"] == case.rule).collect();
        assert_eq!(by.len(), 1, "{}", case.rule);
        assert_eq!(by[0]["verdict"], json!("unset"), "an accepted setting is not called secure");
    }
}
