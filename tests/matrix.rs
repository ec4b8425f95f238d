//! `onus matrix`: whose a layer is, how far it is done, and what of that nobody can be blamed for.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod common;

use std::path::Path;

use common::onus;
use serde_json::Value;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The row of a layer in a matrix as JSON.
fn layer<'m>(document: &'m Value, id: &str) -> &'m Value {
    let layers = document["matrix"]["layers"].as_array().unwrap();
    layers.iter().find(|layer| layer["layer"] == id).unwrap()
}

#[test]
fn what_the_provider_does_is_in_no_share_and_not_accepted() {
    let cluster = |autopilot| {
        let text = format!(
            "resource \"google_container_cluster\" \"a\" {{\n  name             = \"a\"\n  location         = \
             \"europe-west1\"\n  enable_autopilot = {autopilot}\n}}\n"
        );
        onus().args(["matrix", "--format", "json"]).file("main.tf", &text).run().json()
    };
    let (theirs, yours) = (cluster(true), cluster(false));
    let sum =
        |row: &Value, statuses: &[&str]| statuses.iter().map(|status| row[*status].as_u64().unwrap()).sum::<u64>();
    let own = ["secure", "secure_by_default", "insecure", "unset", "unknown", "accepted"];
    assert_eq!(sum(layer(&theirs, "os"), &own), 0, "Google answers for the nodes of Autopilot");
    let (theirs_of, yours_of) = (layer(&theirs, "accounts"), layer(&yours, "accounts"));
    assert!(sum(theirs_of, &["inherited"]) > 0, "Autopilot switches workload identity on");
    assert_eq!(sum(yours_of, &["inherited"]), 0);
    assert_eq!(sum(theirs_of, &own) + theirs_of["inherited"].as_u64().unwrap(), sum(yours_of, &own));
    let accepted = |document: &Value| -> u64 {
        document["matrix"]["layers"].as_array().unwrap().iter().map(|row| row["accepted"].as_u64().unwrap()).sum()
    };
    assert_eq!((accepted(&theirs), accepted(&yours)), (0, 0), "nobody accepted anything");
}

#[test]
fn a_preference_is_told_but_is_in_no_share() {
    let bucket = "resource \"aws_s3_bucket\" \"a\" {\n  bucket = \"a\"\n}\n";
    let only = |id: &str| {
        let args = ["check", "--format", "json", "--min-severity", "info", "--select", id];
        onus().args(args).file("main.tf", bucket).run().json()
    };
    let preference = only("aws-s3-bucket-block-stated");
    assert_eq!(preference["findings"][0]["severity"], "info");
    assert_eq!(preference["summary"]["settings"], 0);
    assert_eq!(layer(&preference, "data")["unset"], 0);
    assert_eq!(preference["matrix"]["weakest"], Value::Null);
    assert_eq!(layer(&only("aws-s3-bucket-versioning"), "integrity")["unset"], 1);
}

/// What a run on the webshop prints.
fn webshop(args: &[&str]) -> String {
    let all = ["matrix", "testdata/webshop", "--now", "2026-12-01"].iter().chain(args).copied();
    let ran = onus().args(all).run_in(repository());
    assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.stdout, ran.stderr);
    ran.stdout
}

#[test]
fn the_webshop_in_every_format() {
    insta::assert_snapshot!("webshop", webshop(&[]));
    for format in ["csv", "markdown", "svg"] {
        insta::assert_snapshot!(format!("webshop_{format}"), webshop(&["--format", format]));
    }
    let document: Value = serde_json::from_str(&webshop(&["--format", "json"])).unwrap();
    insta::assert_json_snapshot!("webshop_json", {
        let matrix = &document["matrix"];
        serde_json::json!({
            "network": layer(&document, "network"), "total": matrix["total"], "weakest": matrix["weakest"],
            "weakest_finding": matrix["weakest_finding"],
        })
    });
}

#[test]
fn the_webshop_in_every_view_and_by_everything() {
    for view in ["azure-classic", "azure-2026", "microsoft-2017", "aws", "gcp"] {
        insta::assert_snapshot!(format!("webshop_{view}"), webshop(&["--view", view]));
    }
    insta::assert_snapshot!("webshop_by_module", webshop(&["--by", "module"]));
    insta::assert_snapshot!("webshop_by_service", webshop(&["--by", "service"]));
}

#[test]
fn every_way_to_look_at_it_counts_the_same() {
    let counts = ["secure", "secure_by_default", "insecure", "unset", "unknown", "accepted", "inherited", "uncovered"];
    for by in ["resource", "service", "provider", "module"] {
        let document: Value = serde_json::from_str(&webshop(&["--by", by, "--format", "json"])).unwrap();
        assert_eq!(document["table"]["by"], by);
        for row in document["table"]["rows"].as_array().unwrap() {
            for count in counts {
                let sum: u64 = row["cells"].as_array().unwrap().iter().map(|cell| cell[count].as_u64().unwrap()).sum();
                let whole = layer(&document, row["name"].as_str().unwrap())[count].as_u64().unwrap();
                assert_eq!(sum, whole, "--by {by}: {count} of {}", row["name"]);
            }
        }
    }
    // Azure's old picture has each layer in one row at most, but for physical things: what it has is counted once.
    let document: Value = serde_json::from_str(&webshop(&["--view", "azure-classic", "--format", "json"])).unwrap();
    for row in document["table"]["rows"].as_array().unwrap() {
        let layers = row["layers"].as_array().unwrap().iter().map(|id| layer(&document, id.as_str().unwrap()));
        let whole: u64 = layers.map(|layer| layer["secure"].as_u64().unwrap()).sum();
        assert_eq!(row["secure"], whole, "{}", row["name"]);
        let cells = row["cells"].as_array().unwrap().iter();
        assert_eq!(cells.map(|cell| cell["secure"].as_u64().unwrap()).sum::<u64>(), whole, "{}", row["name"]);
    }
}

#[test]
fn the_document_fits_its_published_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(onus::report::matrix::MatrixDocument)).unwrap();
    let path = repository().join("docs/schema/onus-matrix-1.json");
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(published == text, "{} is stale: UPDATE_SCHEMA=1 cargo test --test matrix", path.display());
    let validator = jsonschema::validator_for(&schema).unwrap();
    for args in [&["--format", "json"][..], &["--by", "module", "--format", "json"]] {
        let document: Value = serde_json::from_str(&webshop(args)).unwrap();
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{args:?}: {errors:?}");
    }
}

/// An estate with every service model, on premises to SaaS.
const EVERYTHING: &str = "
resource \"vsphere_virtual_machine\" \"a\" {}
resource \"aci_tenant\" \"a\" {}
resource \"aws_instance\" \"a\" {}
resource \"aws_eks_cluster\" \"a\" {}
resource \"aws_db_instance\" \"a\" {}
resource \"aws_lambda_function\" \"a\" {}
resource \"github_repository\" \"a\" {}
resource \"aws_iam_role\" \"a\" {}
resource \"aws_ecs_service\" \"a\" {
  for_each    = toset([\"|<script>alert(1)</script>\"])
  launch_type = \"FARGATE\"
}
variable \"password\" {
  default = \"hunter2hunter2\"
}
";

#[test]
fn no_line_is_wider_than_80_columns() {
    for locale in ["C.UTF-8", "C"] {
        for args in [&[][..], &["--by", "resource"], &["--view", "gcp"], &["--explain", "network"]] {
            let run = onus().args(["matrix"]).args(args.iter().copied()).file("main.tf", EVERYTHING);
            let ran = run.env("LC_ALL", locale).run();
            for line in ran.stdout.lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{args:?}: {line}\n{}", ran.stdout);
            }
            assert!(ran.stdout.contains("yours") && ran.stdout.contains("Next: "), "{args:?}: {}", ran.stdout);
        }
    }
}

#[test]
fn every_model_has_its_column() {
    let ran = onus().args(["matrix", "--format", "csv"]).file("main.tf", EVERYTHING).run();
    let mut reader = csv::Reader::from_reader(ran.stdout.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let columns: Vec<&str> =
        records.iter().filter(|record| &record[at("row")] == "os").map(|record| &record[at("column")]).collect();
    for model in ["onprem", "private", "iaas", "caas", "paas", "faas", "saas", "mgmt"] {
        assert!(columns.contains(&model), "{model} is not among {columns:?}");
    }
    let owner = |row: &str, column: &str| {
        let of = |record: &&csv::StringRecord| &record[at("row")] == row && &record[at("column")] == column;
        records.iter().find(of).map(|record| record[at("owner")].to_owned()).unwrap()
    };
    assert_eq!((owner("os", "iaas"), owner("os", "paas")), ("customer".into(), "provider".into()));
    assert_eq!((owner("facility", "onprem"), owner("hosts", "saas")), ("customer".into(), "provider".into()));
}

#[test]
fn text_of_others_is_nothing_but_text_in_every_format() {
    let run = |format: &str| {
        let path = "=1+1,\"<b>&amp;|`@you`";
        onus().args(["matrix", path, "--format", format]).file(&format!("{path}/main.tf"), EVERYTHING).run().stdout
    };
    let svg = run("svg");
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    let names: Vec<&str> = document.descendants().filter(|it| it.is_element()).map(|it| it.tag_name().name()).collect();
    for name in &names {
        assert!(["svg", "title", "desc", "style", "rect", "g", "text"].contains(name), "{name}");
    }
    assert_eq!(root.attribute("role"), Some("img"));
    let child = |name: &str| root.children().find(|it| it.has_tag_name(("http://www.w3.org/2000/svg", name))).unwrap();
    assert!(child("title").text().unwrap().contains("=1+1,\"<b>&amp;|`@you`"));
    assert!(child("desc").text().unwrap().contains("Weakest link: "));
    assert_eq!(root.attribute("aria-labelledby"), Some("onus-title onus-desc"));
    let said: String = document.descendants().filter_map(|it| it.text()).collect();
    assert!(said.contains("<script>alert(1)</script>"), "the name is told as it is");
    assert!(!svg.contains("<script") && !svg.contains("href") && !svg.contains("url("));

    let markdown = run("markdown");
    assert!(!markdown.contains("<script") && !markdown.contains("<b>") && !markdown.contains("@you"), "{markdown}");
    let rows = markdown.lines().filter(|line| line.starts_with("| "));
    let cells: std::collections::BTreeSet<usize> =
        rows.map(|row| row.replace("\\|", "").matches('|').count()).collect();
    assert_eq!(cells.len(), 1, "all rows have the same cells: {markdown}");
}

#[test]
fn the_picture_holds_all_that_is_drawn() {
    for args in [&[][..], &["--view", "aws"], &["--by", "resource"]] {
        let svg = webshop(&[&["--format", "svg"], args].concat());
        let document = roxmltree::Document::parse(&svg).unwrap();
        let number = |node: &roxmltree::Node<'_, '_>, name: &str| -> usize {
            node.attribute(name).map_or(0, |text| text.parse().unwrap())
        };
        let root = document.root_element();
        let (width, height) = (number(&root, "width"), number(&root, "height"));
        for node in document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text"))) {
            let text = node.text().unwrap_or_default();
            let long = unicode_width::UnicodeWidthStr::width(text) * 8;
            let (left, right) = match node.attribute("text-anchor") {
                Some("middle") => (number(&node, "x").checked_sub(long / 2), number(&node, "x") + long / 2),
                _ => (Some(number(&node, "x")), number(&node, "x") + long),
            };
            assert!(left.is_some() && right <= width && number(&node, "y") < height, "{args:?}: {text} at {left:?}");
        }
    }
}

#[test]
fn a_table_in_colours_says_the_same() {
    let colourless = |text: &str| {
        let mut kept = String::new();
        let mut parts = text.split("\u{1b}[");
        kept.push_str(parts.next().unwrap());
        parts.for_each(|part| kept.push_str(part.split_once('m').unwrap().1));
        kept
    };
    let options = onus::MatrixOptions {
        check: onus::CheckOptions {
            inputs: onus::Inputs::of([repository().join("testdata/webshop")]),
            ..onus::CheckOptions::default()
        },
        ..onus::MatrixOptions::default()
    };
    let outcome = onus::matrix(&options, &()).unwrap();
    let text = |colour| {
        let mut text = Vec::new();
        let style = onus::report::human::Style { unicode: true, colour };
        onus::report::human::write_matrix(&mut text, &outcome, onus::report::matrix::Lens::Models, style).unwrap();
        String::from_utf8(text).unwrap()
    };
    assert!(text(true).contains("\u{1b}[1;31m● 35/36!"));
    assert_eq!(colourless(&text(true)), text(false));
}

#[test]
fn what_is_behind_a_row_is_all_that_it_counts() {
    for id in ["data", "accounts", "directory", "application", "integrity", "encryption", "network", "resilience", "os"]
    {
        let document: Value = serde_json::from_str(&webshop(&["--explain", id, "--format", "json"])).unwrap();
        let row = layer(&document, id);
        let settings = document["settings"].as_array().unwrap();
        for status in ["secure", "secure_by_default", "insecure", "unset", "unknown", "accepted", "inherited"] {
            let listed = settings.iter().filter(|one| one["status"] == status && one["preference"] == false).count();
            assert_eq!(listed as u64, row[status].as_u64().unwrap(), "{status} of {id}");
        }
        for one in settings.iter().filter(|one| one["status"] != "inherited") {
            assert!(one["location"]["line"].as_u64() > Some(0), "{one}");
        }
    }
    insta::assert_snapshot!("webshop_explain_network", webshop(&["--explain", "network"]));
    insta::assert_snapshot!("webshop_explain_outside", webshop(&["--explain", "outside"]));
}

#[test]
fn words_that_mean_nothing_are_told_with_those_that_do() {
    for (args, answer) in [
        (&["--explain", "netwrok"][..], "the layers are data, devices, accounts"),
        (&["--view", "azure"], "the views are azure-2026, azure-classic"),
        (&["--by", "team"], "invalid value 'team'"),
        (&["--format", "pdf"], "the formats are human, json, csv, markdown, svg, html"),
        (&["--by", "module", "--view", "aws"], "cannot be used with"),
        (&["--explain", "os", "--format", "svg"], "--explain is written as human or json"),
    ] {
        let ran = onus().args(["matrix"]).args(args.iter().copied()).file("main.tf", EVERYTHING).run();
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.stdout);
        assert!(ran.stderr.contains(answer), "{args:?}: {}", ran.stderr);
    }
}

#[test]
fn what_is_attested_is_told_as_such_and_words_fit_the_owner() {
    let attest = "attest \"dev-inventory\" {\n  owner = \"it-sec\"\n  evidence = \"CMDB-17\"\n  reviewed = \
                  \"2026-10-01\"\n  until = \"2027-10-01\"\n}\n";
    let fargate = "resource \"aws_ecs_service\" \"a\" {\n  launch_type = \"FARGATE\"\n}\n";
    let explain = |what: &str| {
        let run = onus().args(["matrix", "--now", "2026-12-01", "--explain", what]);
        run.file("main.tf", fargate).file(".onus.hcl", attest).run().stdout
    };
    let devices = explain("devices");
    assert!(devices.contains("attested by it-sec until 2027-10-01"), "{devices}");
    assert!(devices.contains("dev-lost"), "the others are open: {devices}");
    assert!(explain("outside").contains("attested by it-sec until 2027-10-01"));
    let os = explain("os");
    assert!(os.contains("CaaS: the provider's") && os.contains("AWS runs and patches the machines"), "{os}");
    assert!(!os.contains("You: "), "nothing is left to you: {os}");
}

#[test]
fn a_picture_of_many_columns_stays_a_picture_and_says_what_is_missing() {
    let many: String = (0..60).map(|n| format!("resource \"aws_sqs_queue\" \"q{n}\" {{}}\n")).collect();
    let run = |format: &str| {
        onus().args(["matrix", "--by", "resource", "--format", format]).file("main.tf", &many).run().stdout
    };
    for (format, more) in [("svg", "12 more columns"), ("markdown", "12 more columns"), ("human", "36 more columns")] {
        assert!(run(format).contains(more), "{format}");
    }
    assert_eq!(run("csv").lines().filter(|line| line.starts_with("encryption,")).count(), 60);
}

#[test]
fn a_count_in_the_picture_is_never_cut_off() {
    let main = "resource \"aws_internet_gateway\" \"r\" {\n  count  = 12000\n  vpc_id = \"vpc-1\"\n}\n\
        resource \"aws_db_instance\" \"d\" {\n  count  = 1200\n  engine = \"postgres\"\n}\n";
    let ran = |format: &str| onus().file("main.tf", main).args(["matrix", "--format", format]).run().stdout;
    let document: Value = serde_json::from_str(&ran("json")).unwrap();
    let network = layer(&document, "network");
    assert_eq!((network["uncovered"].as_u64(), network["percent"].as_u64()), (Some(12_000), Some(100)));
    let svg = ran("svg");
    assert!(svg.contains("100 % +12,000</text>"), "{svg}");
}
