//! The threads of a run: one with a deep stack, and others beside it when there is work for several.

use std::cell::Cell;
use std::sync::OnceLock;
use std::thread;

use rayon::prelude::*;

/// The stack of a thread that evaluates: as deep as the evaluator's own bound needs it.
const STACK: usize = 64 << 20;

/// From how many pieces of little work on several threads are worth their start.
const MANY: usize = 16;

thread_local! {
    /// Whether the stack of this thread is a deep one.
    static IS_DEEP: Cell<bool> = const { Cell::new(false) };
}

/// Calls `job` on a thread with a deep stack: this one if it has one, or if the system starts none.
pub(crate) fn deep<R: Send>(job: impl FnOnce() -> R + Send) -> R {
    if IS_DEEP.get() {
        return job();
    }
    let (mut job, mut result) = (Some(job), None);
    thread::scope(|scope| {
        let run = || {
            IS_DEEP.set(true);
            result = job.take().map(|job| job());
        };
        let started = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run);
        if let Ok(Err(panic)) = started.map(thread::ScopedJoinHandle::join) {
            std::panic::resume_unwind(panic);
        }
    });
    match (result, job) {
        (Some(result), _) => result,
        (None, Some(job)) => job(),
        (None, None) => unreachable!("a job that was taken has ended, or its panic went on"),
    }
}

/// One set of threads for all steps of a run, of which the one that asks is the first: what one step frees on a thread,
/// the next can use.
#[derive(Default)]
pub(super) struct Pool {
    threads: OnceLock<Option<rayon::ThreadPool>>,
}

impl Pool {
    fn threads(&self) -> Option<&rayon::ThreadPool> {
        let start = || rayon::ThreadPoolBuilder::new().stack_size(STACK).use_current_thread().build().ok();
        self.threads.get_or_init(start).as_ref()
    }

    /// Calls `job`, where its own parallel iterators use these threads if it has many pieces.
    pub(super) fn run<R: Send>(&self, pieces: usize, job: impl FnOnce() -> R + Send) -> R {
        match if pieces < MANY { None } else { self.threads() } {
            Some(threads) => threads.install(job),
            None => job(),
        }
    }

    /// How many threads there are; they are started.
    pub(super) fn count(&self) -> usize {
        self.threads().map_or(1, rayon::ThreadPool::current_num_threads)
    }

    /// Calls `job` once on each thread that is started.
    pub(super) fn on_each_thread(&self, job: impl Fn() + Sync) {
        match self.threads.get() {
            Some(Some(threads)) => drop(threads.install(|| rayon::broadcast(|_| job()))),
            _ => job(),
        }
    }

    /// Calls `job` for each item with its index, on as many threads as there are cores.
    pub(super) fn each<T: Sync>(&self, items: &[T], job: impl Fn(usize, &T) + Sync) {
        match if items.len() < 2 { None } else { self.threads() } {
            Some(threads) => {
                threads.install(|| items.par_iter().enumerate().for_each(|(index, item)| job(index, item)));
            }
            None => items.iter().enumerate().for_each(|(index, item)| job(index, item)),
        }
    }
}
