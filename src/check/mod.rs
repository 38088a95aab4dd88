//! Sources in, model out: the records joined and held against every rule.

mod as_of;
mod assemble;
mod inherit;
mod item_ids;
mod rules;
mod table_names;
mod traverse;

use crate::diag::{Code, Sink};
use crate::load::Sources;
use crate::model::Model;

pub use as_of::as_of;

/// Joins the documents of the sources, which are taken out, into a model and holds it against every rule. `None` where there is too little for a model;
/// whether the faults found stop the build is for the sink to say.
///
/// ```
/// use std::path::Path;
///
/// use qingdan::{check::check, diag::Sink, load::load};
///
/// // A folder with a fault, laid over nothing: without `site.yaml` there is no model.
/// let mut faults = Sink::new();
/// let mut sources = load(Path::new("tests/rules/E014-unknown-department"), &mut faults)?;
/// assert!(check(&mut sources, &mut faults).is_none());
/// assert_eq!(faults.found()[0].code.id, "E008");
/// # Ok::<(), qingdan::diag::Failure>(())
/// ```
pub fn check(sources: &mut Sources, sink: &mut Sink) -> Option<Model> {
    let (mut model, names) = assemble::assemble(sources, sink)?;
    rules::misnamed_file::run(&model, &names, sink);
    for rule in rules::RULES {
        (rule.run)(&model, sink);
    }
    model.lists.iter_mut().for_each(inherit::inherit);
    Some(model)
}

/// Documentation of every fault that checking finds.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    rules::codes().chain([&as_of::OUT_OF_FORCE, &as_of::CHANGED])
}
