//! Sources in, model out: the records joined and held against every rule.

mod as_of;
mod assemble;
mod codes;
mod draft;
mod editions;
mod inherit;
mod item_ids;
mod known;
mod later;
mod levels;
mod older;
mod read_bases;
mod readings;
mod references;
mod registers;
mod rules;
mod said_of_rules;
mod side_by_side;
mod spare;
mod table_names;
mod translated;
mod traverse;
mod until;
mod unused;
mod waived;

use crate::cite::Reader;
use crate::diag::{Place, Sink};
use crate::load::Sources;
use crate::model::{Date, Law, Model};

use assemble::Assembled;
use known::Sorted;
use readings::Readings;
use side_by_side::side_by_side;

pub use as_of::as_of;
pub use codes::codes;
pub use known::Known;
pub use translated::translations;

/// Joins the documents of the sources, which are taken out, with the registers of the program into a model and holds it
/// against every rule. The model has of the program's registers only what the site uses. `None` where there is too little
/// for a model; whether the faults found stop the build is for the sink to say.
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
    check_on(sources, None, sink)
}

/// The same of the editions that were in force on a day, as if what came later (editions, reorganisations, events of laws and of
/// bodies, releases of the data) were not there.
pub fn check_on(sources: &mut Sources, day: Option<Date>, sink: &mut Sink) -> Option<Model> {
    let assembled = assemble::assemble(sources, day, &mut Reader::new, sink)?;
    Some(check_assembled(assembled, sources, day, &mut Known::default(), sink))
}

/// The same, with what was found before: what lists that did not change were found to say is not looked for again.
pub fn check_again(sources: &mut Sources, known: &mut Known, sink: &mut Sink) -> Option<Model> {
    let assembled = assemble::assemble(sources, None, &mut |laws| Reader::remembering(laws, &mut known.memory), sink)?;
    Some(check_assembled(assembled, sources, None, known, sink))
}

fn check_assembled(
    assembled: Assembled,
    sources: &Sources,
    day: Option<Date>,
    known: &mut Known,
    sink: &mut Sink,
) -> Model {
    let Assembled { mut model, older, names, reader } = assembled;
    model.editions = older.check(&model, &reader, sink);
    let renamed = rules::misnamed_file::run(&model, &names, sink);
    let mut faults = side_by_side(rules::of_all(), |rule, found| (rule.run)(&model, found));
    let sorted = Sorted::new(&model, sources, known);
    let part = sorted.part(&mut model);
    let readings = Readings::new(&model, &reader);
    let mut found = side_by_side(rules::of_one_list(), |rule, found| (rule.run)(&model, found));
    found.absorb(side_by_side(rules::OF_READINGS, |rule, found| (rule.run)(&model, &readings, found)));
    let named = part.join(sorted, &model, found, &readings, known, &mut faults);
    // An id that is to be changed to the name of its file need not be told to have another form, or to be there already.
    faults.retain(|fault| !rules::is_of_id(fault.code) || !renamed.contains(&fault.place));
    sink.absorb(faults);
    part.back(&mut model);
    read_bases::read_bases(&mut model, &reader);
    if day.is_none() {
        until::announced(&model, sink);
    }
    until::until(&mut model, day);
    unused::drop_unused_again(&mut model, &reader, named, &mut known.uses, &known.keys, sink);
    rules::missing_translation::of_program(&model, sink);
    let said = levels::take(&model, sink);
    waived::waive(&mut model, &said, sink);
    model.lists.iter_mut().for_each(inherit::inherit);
    model
}

/// The register of laws alone: those of the sources and those of the program, in the order of the files.
pub fn laws(sources: Sources) -> Vec<Law> {
    assemble::laws(sources)
}

/// The content with the whole registers of the program, held against no rule, and what reads citations of its laws. `None`
/// where there is too little for a model.
pub fn known(sources: &mut Sources, sink: &mut Sink) -> Option<(Model, Reader)> {
    assemble::assemble(sources, None, &mut Reader::new, sink).map(|assembled| (assembled.model, assembled.reader))
}

/// The entries for laws that no register has and a list cites, to put into a file of `laws/`: what their titles say, and
/// nothing else. `source` says which list cites them.
pub fn law_entries(model: &Model, titles: &[String], source: &str) -> String {
    rules::law_entries(model, titles, source)
}

/// Calls `visit` for the place of every text of the authors that is made plain as it is read, such as letters of full width: all
/// but those that are exactly as printed. A free page is one place.
pub fn folded(model: &Model, visit: &mut dyn FnMut(Place)) {
    rules::folded(model, visit);
}
