//! How fast files are read: `cargo bench --bench parse`. The input is made here, in the mix of real configurations, and by
//! benches/generate.py.

mod common;

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// A configuration of that many buckets and policies, 680 bytes for each pair.
fn configuration(pairs: usize) -> String {
    let mut text = String::new();
    for n in 0..pairs {
        let _ = write!(
            text,
            r#"# Logs of service {n}, kept for a year.
resource "aws_s3_bucket" "logs_{n}" {{
  count  = var.enabled ? length(local.zones) : 0
  bucket = "${{var.prefix}}-logs-${{local.region}}-{n}"

  tags = merge(local.tags, {{
    Name        = "logs-{n}"
    Environment = terraform.workspace
    "team/cost" = lookup(var.costs, "service-{n}", "unknown")
  }})

  lifecycle_rule {{
    id      = "expire"
    enabled = true
    expiration {{ days = 365 }}
  }}
}}

resource "aws_iam_policy" "read_{n}" {{
  name   = "read-{n}"
  policy = <<-EOT
    {{"Statement": [{{"Effect": "Allow", "Action": "s3:Get*", "Resource": "${{aws_s3_bucket.logs_{n}[0].arn}}/*"}}]}}
  EOT
  depends_on = [aws_s3_bucket.logs_{n}]
}}

"#
        );
    }
    text
}

/// Buckets as one JSON file.
fn json(buckets: usize) -> String {
    let buckets: Vec<String> = (0..buckets)
        .map(|n| {
            format!(
                r#""logs_{n}": {{ "bucket": "${{var.prefix}}-logs-{n}", "tags": {{ "Name": "logs-{n}", "Count": {n} }} }}"#
            )
        })
        .collect();
    format!(r#"{{ "resource": {{ "aws_s3_bucket": {{ {} }} }} }}"#, buckets.join(",\n"))
}

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for (name, pairs) in [("one_file", 3), ("one_megabyte", 1_500)] {
        let source = configuration(pairs);
        group.throughput(Throughput::Bytes(source.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| onus::syntax::parse(black_box(&source))));
    }
    let source = json(10_000);
    group.throughput(Throughput::Bytes(source.len() as u64));
    group.bench_function("json", |bencher| bencher.iter(|| onus::syntax::json::parse(black_box(&source))));
    group.finish();
}

fn parse_estates(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse_estate");
    for estate in common::estates() {
        group.throughput(Throughput::Bytes(estate.bytes));
        group.bench_function(&estate.name, |bencher| {
            bencher.iter(|| {
                for text in &estate.texts {
                    black_box(onus::syntax::parse(text));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, parse, parse_estates);
criterion_main!(benches);
