//! `onus check` from the directory to the JSON document, on all cores.

mod common;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use onus::report::{Exit, FailOn, json};
use onus::{CheckOptions, Inputs};

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(20);
    for estate in common::estates() {
        let inputs = Inputs { now: jiff::Timestamp::UNIX_EPOCH, ..Inputs::of([estate.directory.path()]) };
        let options = CheckOptions { inputs, ..CheckOptions::default() };
        group.throughput(Throughput::Bytes(estate.bytes));
        group.bench_function(&estate.name, |bench| {
            bench.iter(|| {
                let outcome = onus::check(&options, &()).unwrap_or_else(|error| panic!("{error}"));
                let exit = Exit::of(&outcome, FailOn::default(), false);
                let mut document = Vec::new();
                json::write(&mut document, &outcome, exit).unwrap_or_else(|error| panic!("{error}"));
                black_box(document.len())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, whole);
criterion_main!(benches);
