//! Places of the plan in; their pages with what lies beside them in the staging folder, and what they declare, out.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::audit::{Addresses, Ledger};
use crate::dataset::Published;
use crate::diag::Failure;
use crate::export;
use crate::link::Graph;
use crate::model::LookedAt;
use crate::plan::{Plan, Target};
use crate::publish::Staging;
use crate::render::Renderer;

use super::known::{Known, Note};
use super::progress::Progress;
use super::taken::Taken;

/// What pages are made from.
pub(super) struct Pages<'p> {
    pub graph: &'p Graph<'p>,
    pub plan: &'p Plan<'p>,
    pub catalogue: &'p dyn Published,
    pub renderer: &'p Renderer<'p>,
    pub addresses: &'p Addresses,
    /// Lists whose pages are in parts of the site.
    pub taken: &'p Taken,
    /// Lists whose pages are in the old site, and what is noted of the others.
    pub known: Option<&'p Known>,
    pub staging: Option<&'p Staging>,
    pub progress: &'p dyn Progress,
}

impl Pages<'_> {
    /// Renders the pages at these places of the plan in every language, but for those of lists that are as they were. Each
    /// goes to the staging folder and its links to a ledger; no thread holds more than the page it is at. It is noted what
    /// is made of a list.
    pub fn write(&self, places: &[u32]) -> Result<Ledger, Failure> {
        let list = |at: &u32| self.plan.targets[*at as usize].list();
        let groups: Vec<&[u32]> = places.chunk_by(|a, b| list(a) == list(b)).collect();
        let group = |places: &&[u32]| {
            let Some((known, list)) = self.known.zip(places.first().and_then(list)) else { return self.render(places) };
            let mut ledger = Ledger::default();
            if known.enter(list, &mut ledger) {
                self.progress.done((places.len() * self.plan.model.languages().len()) as u64);
                return Ok(ledger);
            }
            let ledger = self.render_noting(places, Some(known.note(list)))?;
            known.note(list).declared(ledger.declared());
            Ok(ledger)
        };
        groups.par_iter().map(group).try_reduce(Ledger::default, |a, b| Ok(a.merge(b)))
    }

    /// Renders the pages at these places, whatever was there before.
    pub fn render(&self, places: &[u32]) -> Result<Ledger, Failure> {
        self.render_noting(places, None)
    }

    fn render_noting(&self, places: &[u32], note: Option<&Note>) -> Result<Ledger, Failure> {
        let page = |place: u32, ledger: &mut Ledger, bytes: &mut Vec<u8>| match note {
            Some(note) => note.during(|| self.page(place as usize, Some(note), ledger, bytes)),
            // Whoever makes something of one list may do this while he waits, and has not looked at these.
            None => LookedAt::during(None, || self.page(place as usize, None, ledger, bytes)),
        };
        places
            .par_iter()
            .try_fold(
                || (Ledger::default(), Vec::new()),
                |(mut ledger, mut bytes), place| {
                    page(*place, &mut ledger, &mut bytes)?;
                    Ok((ledger, bytes))
                },
            )
            .map(|result| result.map(|(ledger, _)| ledger))
            .try_reduce(Ledger::default, |a, b| Ok(a.merge(b)))
    }

    fn page(&self, index: usize, note: Option<&Note>, ledger: &mut Ledger, bytes: &mut Vec<u8>) -> Result<(), Failure> {
        let Pages { plan, renderer, .. } = *self;
        let emit = |path: &str, bytes: &[u8]| {
            note.inspect(|note| note.file(path));
            self.staging.map_or(Ok(()), |staging| staging.write(path, bytes))
        };
        let target: Target = plan.targets[index];
        let languages = plan.model.languages();
        for (position, lang) in languages.iter().enumerate() {
            bytes.clear();
            let file = plan.file(target, *lang);
            // Nothing but the data and the feed lies beside the pages of lists.
            let beside = match self.taken.file(target, &file)? {
                Some(taken) => {
                    *bytes = taken;
                    renderer.beside(target, *lang)?
                }
                None => renderer.page_and_beside(target, *lang, bytes)?,
            };
            ledger.enter(self.addresses, (index * languages.len() + position) as u32, &file, bytes);
            emit(&file, bytes)?;
            for (name, bytes) in beside {
                emit(&format!("{}{name}", plan.path_in(target, *lang)), &bytes)?;
            }
        }
        if plan.has_data(target) && self.staging.is_some() {
            for number in 0..export::record_files(target, self.graph) {
                bytes.clear();
                let file = plan.record_file(target, number);
                match self.taken.file(target, &file)? {
                    Some(taken) => *bytes = taken,
                    None => {
                        let written = export::record(target, number, self.graph, plan, self.catalogue, bytes);
                        written.map_err(Failure::write(&file))?;
                    }
                }
                emit(&file, bytes)?;
            }
        }
        self.progress.done(languages.len() as u64);
        Ok(())
    }
}
