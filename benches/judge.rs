//! Evaluated root modules to verdicts, by all built-in settings. Evaluation is not timed: each round judges a fresh one,
//! for judging adds to it.

mod common;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use onus::settings::builtin::builtin;
use onus::settings::judge;

fn judge(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("judge");
    let options = judge::Options::at(jiff::Timestamp::UNIX_EPOCH);
    for estate in common::estates() {
        let programs = estate.programs();
        group.throughput(Throughput::Bytes(estate.bytes));
        group.bench_function(&estate.name, |bench| {
            bench.iter_custom(|rounds| {
                let mut spent = Duration::ZERO;
                for _ in 0..rounds {
                    for program in &programs {
                        common::with_evaluation(program, |_, evaluation| {
                            let (estate, encoded) = (&evaluation.estate, &evaluation.encoded);
                            let start = Instant::now();
                            black_box(judge::judge(estate, encoded, builtin(), &options, &|_| true, false));
                            spent += start.elapsed();
                        });
                    }
                }
                spent
            });
        });
    }
    group.finish();
}

criterion_group!(benches, judge);
criterion_main!(benches);
