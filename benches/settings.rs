//! How much more time `onus check` takes with all settings than with 75 of them: less than half as much again.
//!
//! The 75 are of the first there were, on the types that stand in most estates; the tree has 1,000 resources of AWS.

mod common;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use onus::{CheckOptions, Inputs};

const FIRST: [&str; 75] = [
    "aws-cloudfront-min-tls",
    "aws-cloudfront-viewer-tls",
    "aws-cloudtrail-enabled",
    "aws-cloudtrail-multi-region",
    "aws-cloudtrail-validation",
    "aws-ebs-encryption-by-default",
    "aws-ebs-volume-encrypted",
    "aws-ec2-imdsv2",
    "aws-ec2-public-ip",
    "aws-ec2-root-volume-encrypted",
    "aws-ec2-user-data-secret",
    "aws-ecr-immutable-tags",
    "aws-ecr-scan",
    "aws-ecs-environment-secret",
    "aws-ecs-not-privileged",
    "aws-eks-endpoint-cidrs",
    "aws-eks-logs",
    "aws-eks-version",
    "aws-iam-escalation",
    "aws-iam-no-full-admin",
    "aws-iam-pass-role",
    "aws-iam-password-length",
    "aws-iam-resource-policy-public",
    "aws-iam-static-access-key",
    "aws-iam-trust-everyone",
    "aws-kms-rotation",
    "aws-lambda-environment-secret",
    "aws-lambda-runtime",
    "aws-lambda-url-auth",
    "aws-lb-access-logs",
    "aws-lb-listener-tls",
    "aws-lb-tls-policy",
    "aws-provider-static-credentials",
    "aws-rds-backup-retention",
    "aws-rds-deletion-protection",
    "aws-rds-iam-authentication",
    "aws-rds-minor-upgrades",
    "aws-rds-public",
    "aws-rds-storage-encrypted",
    "aws-s3-account-public-access",
    "aws-s3-bucket-acl",
    "aws-s3-bucket-encryption",
    "aws-s3-bucket-logging",
    "aws-s3-bucket-versioning",
    "aws-s3-policy-public",
    "aws-s3-public-access",
    "aws-s3-tls-only",
    "aws-sns-encryption",
    "aws-sqs-encryption",
    "azurerm-storage-https-only",
    "github-actions-token",
    "github-branch-reviews",
    "github-repository-private",
    "google-compute-public-ip",
    "google-gke-authorized-networks",
    "google-gke-network-policy",
    "google-gke-private-nodes",
    "google-gke-workload-identity",
    "google-iam-basic-roles",
    "google-sql-backup",
    "google-sql-engine-flag",
    "google-sql-tls-required",
    "google-storage-public-access-prevention",
    "google-storage-public-grant",
    "google-storage-uniform-access",
    "kubernetes-pod-capability",
    "kubernetes-pod-host-network",
    "kubernetes-pod-image-pinned",
    "kubernetes-pod-non-root",
    "kubernetes-pod-privileged",
    "module-pinned",
    "network-ingress-all-ports",
    "network-ingress-open",
    "snowflake-account-mfa",
    "vsphere-host-lockdown",
];

fn settings(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("settings");
    group.sample_size(30);
    let estate = common::Estate::of_aws(30, 1000);
    let inputs = Inputs { now: jiff::Timestamp::UNIX_EPOCH, ..Inputs::of([estate.directory.path()]) };
    for (name, select) in [("75", FIRST.map(str::to_owned).to_vec()), ("all", Vec::new())] {
        let options = CheckOptions { inputs: inputs.clone(), select, ..CheckOptions::default() };
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let outcome = onus::check(&options, &()).unwrap_or_else(|error| panic!("{error}"));
                black_box(outcome.summary.settings)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, settings);
criterion_main!(benches);
