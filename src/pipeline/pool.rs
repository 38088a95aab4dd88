//! A number of threads in, the threads to work with out.

use crate::diag::{Failure, Message};

/// More threads than this help nobody, and some systems end a program that asks for a hundred thousand.
const MOST_THREADS: usize = 256;

/// So many threads; one a processor for 0.
pub(super) fn pool(jobs: usize) -> Result<rayon::ThreadPool, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.min(MOST_THREADS)).build();
    pool.map_err(|error| Failure::Option {
        option: "--jobs",
        words: Message::new(error.to_string(), error.to_string()),
    })
}
