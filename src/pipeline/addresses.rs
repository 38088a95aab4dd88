//! A content folder in; beside it every address that its site has and that was published before, written down, out.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use crate::dataset::{Context, tables};
use crate::diag::{Failure, Finding, Sink};
use crate::editions;
use crate::link::link;
use crate::load::{ADDRESSES, Changed, addresses_text, load};
use crate::model::Model;
use crate::model::former::{kind_of, record_key};
use crate::plan::{Base, Plan, Target, plan};
use crate::publish;
use crate::theme::Theme;

use super::sound::{errors, sound};

/// What came of writing addresses down.
#[derive(Debug, Default)]
pub struct Kept {
    /// What keeps the content from being read.
    pub findings: Vec<Finding>,
    /// How many addresses the file has.
    pub addresses: usize,
    /// How many of them are new in it.
    pub new: usize,
}

/// Adds every address of the site of today to the file of addresses. None is taken out; with `dry` nothing is written.
///
/// # Errors
///
/// Fails where a file cannot be read or written.
pub fn keep_addresses(content: &Path, dry: bool) -> Result<Kept, Failure> {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink)?;
    let Some(model) = sound(&mut sources, None, &mut sink) else {
        return Ok(Kept { findings: errors(&sources, &sink), ..Kept::default() });
    };
    let before: BTreeSet<String> = model.addresses.iter().map(|line| line.path.clone()).collect();
    let mut all = before.clone();
    all.extend(of_today(&model)?);
    let kept = Kept { findings: Vec::new(), addresses: all.len(), new: all.len() - before.len() };
    if !dry && (kept.new > 0 || model.origins.addresses.is_none()) {
        let text = Changed::from([(PathBuf::from(ADDRESSES), Some(addresses_text(&all)))]);
        publish::replace(content, &text).map_err(Failure::nothing_written)?;
    }
    Ok(kept)
}

/// Every address of a model's site: of its pages, and of what has an id and no page.
fn of_today(model: &Model) -> Result<Vec<String>, Failure> {
    let theme = Theme::load(None)?;
    let mut graph = link(model);
    graph.history = editions::history(&graph, &|lang| theme.strings(lang).ok());
    let plan: Plan<'_> = plan(&graph, Base::default());
    let pages =
        plan.targets.iter().filter(|target| !matches!(target, Target::NotFound | Target::Former(_) | Target::Home));
    let mut all: Vec<String> = pages.map(|target| plan.path(*target)).collect();
    let pages: HashSet<String> = all.iter().map(|path| path.trim_end_matches('/').to_owned()).collect();
    let context = Context::new(&graph, &plan);
    for table in tables().iter().filter(|table| !table.register) {
        let Some(at) = table.header(model.languages()).iter().position(|name| name == "id") else { continue };
        let each = table.rows(context, &mut |cells| {
            let key = cells.get(at).map(|cell| record_key(&cell.to_text()));
            all.extend(key.filter(|key| kind_of(key).is_some() && !pages.contains(key)));
            Ok(())
        });
        // Rows are only looked at, which nothing can stop.
        debug_assert!(each.is_ok());
    }
    Ok(all)
}
