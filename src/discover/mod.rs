//! Plan in, what programs ask a host for before they read it out: sitemap, `robots.txt`, `security.txt`, `llms.txt`; and pages at addresses
//! that have moved.
//!
//! A sitemap and `robots.txt` name absolute addresses, so there are none where the site does not know where it will
//! live. What has its place at the root of a host goes to `host-root/` where the site does not live there.

mod escape;
mod file;
mod host;
mod lead_page;
mod llms;
mod maps;
mod moved;
mod sitemap;

use crate::plan::Plan;

pub use file::File;
pub use llms::{LLMS, llms};

/// What is made from the plan alone.
pub fn files(plan: &Plan<'_>) -> Vec<File> {
    let mut files = host::files(plan);
    files.extend(moved::files(plan));
    if plan.base.is_known() {
        files.extend(sitemap::sitemaps(plan));
    }
    files
}
