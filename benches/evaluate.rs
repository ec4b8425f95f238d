//! Loaded root modules to estates: expressions, module calls, repetition, references.

mod common;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn evaluate(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("evaluate");
    for estate in common::estates() {
        let programs = estate.programs();
        group.throughput(Throughput::Bytes(estate.bytes));
        group.bench_function(&estate.name, |bench| {
            bench.iter(|| {
                for program in &programs {
                    common::with_evaluation(program, |_, evaluation| {
                        black_box(evaluation.estate.iter().count());
                    });
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, evaluate);
criterion_main!(benches);
